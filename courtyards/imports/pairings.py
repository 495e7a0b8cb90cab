"""包联台账: which cadre of which unit looks after which courtyard; one record for each courtyard."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q

from courtyards.heads.services import Assignment, assign_cadres
from courtyards.models import Courtyard, PairedCadre
from courtyards.places.services import backdate_places
from ledgers.cleaning import (
    Clean,
    is_blank,
    person_name,
    phone,
    place_names,
    plain_text,
    squash,
    unit_name,
)
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import NEW, Record, RowReader
from orgs.access import Verb
from orgs.choices import WorkLine
from orgs.divisions.gazetteer import Gazetteer
from orgs.divisions.row_places import PLACE_ITSELF, TOWN_AND_COMMUNITY, community_code
from orgs.models import Person, Unit
from orgs.people.services import NewPerson, change_phones, register_people
from orgs.people.units import NewUnit, register_units

SECTION = re.compile(r"(乡)?(正|副)?科(级)?(干部|领导|实职|职)?|(正|副)乡科级")
# 级别 blank = 一般 (notes 4.8, L2).
ORDINARY = re.compile(
    r"一般(干部)?|普通(干部)?|科员(级)?|办事员|股级|(正|副)股(级)?|(优秀)?年轻干部|工作人员|非科级|干部|职工|事业(编)?|[一二三四]级科员"
)
IN_CHARGE = re.compile(r"(局长|主任|书记|部长|主席|院长|行长|台长|科长|调研员|主任科员)")
NOTES = ("branch", "post", "visits", "solved", "remark")


@import_kind
class PairingKind(LedgerKind):
    """包联台账 (notes 4.8, L2)."""

    code = "pairings"
    title = "包联台账"
    labels = {"section_level": "科级干部"}
    key = ("community_code", "courtyard", "cadre")
    fields = ("unit", "cadre", "phone", "section_level", "community_code", "courtyard", "since")
    columns = (
        ImportColumn("unit", "派出单位", ("派出单位", "单位", "包联单位", "分包单位", "市直单位", "单位名称", "派驻单位", "市直机关单位", "联建单位"), r"^(派出|包联|分包|市直|选派|工作|帮扶|联系|所在|结对|包保).*单位", group=True, needed=True),
        ImportColumn("branch", "联建支部", ("联建支部", "联建党支部", "支部"), spread=True),
        ImportColumn("cadre", "分包干部", ("分包干部/姓名", "包联干部/姓名", "下派干部/姓名", "干部/姓名", "姓名", "干部姓名", "分包干部", "包联干部", "分包干部姓名", "包联干部姓名"), r"干部.*姓名", spread=True, needed=True),
        ImportColumn("post", "职务", ("分包干部/职务", "包联干部/职务", "职务", "干部/职务", "单位职务", "单位及职务"), spread=True),
        ImportColumn("rank", "级别", ("分包干部/级别", "包联干部/级别", "级别", "干部/级别", "职级", "分包干部/职级"), r"(职务|行政|干部)(级别|职级)|是否科级", spread=True),
        ImportColumn("phone", "电话", ("分包干部/电话", "包联干部/电话", "电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "分包干部/联系电话", "分包干部/联系方式", "包联干部/联系电话", "干部/电话"), r"干部.*(电话|方式|手机)", spread=True, of="干部|姓名"),
        ImportColumn("street", "街道", ("分包楼院/街道", "包联楼院/街道", "街道", "楼院/街道", "所属街道", "街道办", "办事处", "街道办事处"), spread=True),
        ImportColumn("community", "社区", ("分包楼院/社区", "包联楼院/社区", "社区", "楼院/社区", "所属社区", "社区名称", "分包楼院/街道社区", "包联楼院/街道社区", *TOWN_AND_COMMUNITY), PLACE_ITSELF, spread=True, needed=True),
        ImportColumn("courtyard", "楼院", ("分包楼院/楼院", "包联楼院/楼院", "楼院", "楼院名称", "分包楼院", "包联楼院", "楼院片区", "分包楼院/楼院名称", "分包楼院/名称", "包联楼院/名称", "分包楼院名称"), r"楼院.*名称$|^(分包|包联|包保)(楼院|小区|院落)", spread=True, needed=True),
        ImportColumn("since", "到岗时间", ("到岗时间", "到岗日期", "下派时间", "包联时间", "分包时间", "进驻时间", "到位时间"), r"(到岗|下派|进驻|上岗|报到|派驻|入驻|任职|开始|起始).*(时间|日期)", spread=True),
        ImportColumn("visits", "本月到院次数", ("本月到院次数", "到院次数"), r"到院"),
        ImportColumn("solved", "解决问题数", ("解决问题数", "解决问题"), r"解决问题"),
        ImportColumn("remark", "备注", ("备注", "说明"), spread=True),
    )  # fmt: skip

    def places(self, day: date) -> Gazetteer:
        return Gazetteer.of_county(day)

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """One record for each courtyard that the row names."""
        read = setting.dates()
        shared = {
            "unit": row.take("unit", unit_name(row.cell("unit"))),
            "cadre": row.take("cadre", person_name(row.cell("cadre"))),
            "phone": row.take("phone", phone(row.cell("phone"))) or "",
            "section_level": row.take("rank", section_level(row.cell("rank"), row.cell("post"))),
            "community_code": community_code(row, setting),
        }
        since = row.take("since", read(row.cell("since")))
        for key, what in (("unit", "派出单位"), ("cadre", "干部姓名")):
            if not shared[key]:
                row.wrong(key, f"没有写{what}，请填写。")
        if since is None and read(row.cell("since")).certain:
            row.doubt("since", "没有写到岗时间，请填写。")
        more = {key: plain_text(row.cell(key)).value for key in NOTES if row.has(key)}
        courtyards = place_names(row.cell("courtyard"))
        if not courtyards:
            row.wrong("courtyard", "没有写楼院，请填写。")
            courtyards = [Clean()]
        return [self._record(row, shared, one, since, more) for one in courtyards]

    def _record(self, row, shared: dict, courtyard: Clean, since, more: dict) -> Record:
        """The record of one courtyard; a doubt about it is not the other's."""
        before = list(row.problems)
        values = {**shared, "courtyard": row.take("courtyard", courtyard), "since": since}
        absent = set() if row.has("rank") else {"section_level"}
        absent |= {key for key in ("phone", "since") if not row.has(key)}
        record = row.record(values, absent=absent, **more)
        row.problems = before
        return record

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The pairing of each record's courtyard and cadre; of two of one name, that of the phone."""
        found = stored_pairings([self.key_of(record) for record in records], day)
        chosen = {}
        for record in records:
            held = found.get(self.key_of(record))
            if held:
                same = [one for one in held if one["phone"] == record.values["phone"]]
                one = dict((same or held)[0])
                if record.values["unit"] in (one["unit"], one.pop("unit_short")):
                    one["unit"] = record.values["unit"]
                chosen[self.key_of(record)] = one
        return chosen

    beside = ("branch", "post", "visits", "solved", "remark")
    can_store = True
    verb = Verb.ORGANISE
    line = WorkLine.COURTYARDS
    tables = ("courtyards_pairedcadre", "orgs_person", "orgs_unit", "courtyards_courtyard")

    cells = {
        "paired_cadre_once": "cadre",
        "capacity": "rank",
        "name": "cadre",
        "person": "cadre",
        **{name: name for name in ("courtyard", "phone", "since", "unit")},
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        """New pairings with the units and cadres that nobody knows, and cadres' new numbers.

        包联台账 is the list of the sending units. Of a pairing that is known a new number is noted;
        all else is a hand-over, with its own page.
        """
        new = [record for record in records if record.status == NEW]
        numbers = NewNumbers([record for record in records if record.changes])
        self.call(change_phones, self.each(numbers.records, numbers.said))
        if not new:
            return
        book = PairingBook(new)
        places = self.each(new, book.place)
        units = self.call(register_units, book.new_units(new), {"name": "unit"})
        book.add_units(units)
        people = self.call(register_people, book.new_people(self.each(new, book.unit)))
        book.add_people(people)
        self.call(backdate_places, [(one, (place, one.values["since"])) for one, place in places])
        self.call(assign_cadres, self.each(new, book.assignment))


class NewNumbers:
    """The cadres of known pairings, by what a sheet says of them. One query."""

    def __init__(self, records: list[Record]):
        self.records = records
        self.held: dict[tuple, list[Person]] = defaultdict(list)
        rows = PairedCadre.objects.filter(
            courtyard__division_id__in={one.values["community_code"] for one in records},
            courtyard__name__in={one.values["courtyard"] for one in records},
            courtyard__until=None,
            person__name__in={one.values["cadre"] for one in records},
            until=None,
        )
        for one in rows.select_related("courtyard", "person") if records else ():
            key = one.courtyard.division_id, one.courtyard.name, one.person.name
            self.held[key].append(one.person)

    def said(self, record: Record) -> tuple[Person, str]:
        """The cadre, and the number that the sheet has for them now."""
        values = record.values
        found = self.held[values["community_code"], values["courtyard"], values["cadre"]]
        if set(record.changes) != {"phone"} or len(found) != 1:
            raise ValidationError("包联的变更请在楼院页面办理交接，写明交接说明。")
        return found[0], values["phone"]


class PairingBook:
    """Courtyards, units and cadres that a sheet names by their names. Three queries."""

    def __init__(self, records: list[Record]):
        said = [record.values for record in records]
        names = {one["unit"] for one in said}
        people = Person.objects.filter(
            division_id=settings.COUNTY_CODE, name__in={one["cadre"] for one in said}
        )
        self.people: dict[tuple, Person] = {}
        # Locked before the places, as the hand-over does.
        for one in people.select_related("unit").order_by("pk").select_for_update(of=["self"]):
            self.people.setdefault((one.name, one.phone, one.unit and one.unit.name), one)
        places = Courtyard.objects.filter(
            division_id__in={one["community_code"] for one in said},
            name__in={one["courtyard"] for one in said},
            until=None,
        )
        self.places = {(one.division_id, one.name): one for one in places}
        self.units: dict[str, list[Unit]] = defaultdict(list)
        self.short: dict[str, list[Unit]] = defaultdict(list)
        known = Unit.objects.within(settings.COUNTY_CODE)
        for unit in known.filter(Q(name__in=names) | Q(short_name__in=names)):
            self.units[unit.name].append(unit)
            self.short[unit.short_name].append(unit)

    def place(self, record: Record) -> Courtyard:
        values = record.values
        place = self.places.get((values["community_code"], values["courtyard"]))
        if place is None:
            text = f"楼院台账中没有“{values['courtyard']}”，请先导入楼院台账。"
            raise ValidationError({"courtyard": text})
        if values["since"] is None:
            raise ValidationError({"since": "没有写到岗时间，请填写。"})
        return place

    def _units(self, name: str) -> list[Unit]:
        return self.units.get(name) or self.short.get(name) or []

    def new_units(self, records: list[Record]) -> list[tuple]:
        """The units that nobody knows, each once, with the records that name them."""
        named: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            if not self._units(record.values["unit"]):
                named[record.values["unit"]].append(record)
        kind, code = Unit.Kind.ORGAN, settings.COUNTY_CODE
        return [(found, NewUnit(name, kind, code)) for name, found in named.items()]

    def add_units(self, units: Iterable[Unit]) -> None:
        for unit in units:
            self.units[unit.name].append(unit)

    def unit(self, record: Record) -> Unit:
        name = record.values["unit"]
        found = self._units(name)
        if len(found) > 1:
            raise ValidationError({"unit": f"单位名录中不止一个“{name}”，请写全称。"})
        return found[0]

    def new_people(self, units: list[tuple[Record, Unit]]) -> list[tuple]:
        """The cadres whom nobody knows, each once, with the records that name them."""
        named: dict[tuple, tuple[list[Record], NewPerson]] = {}
        for record, unit in units:
            if (key := _cadre(record, unit)) not in self.people:
                office = record.more.get("post") or ""
                person = NewPerson(key[0], settings.COUNTY_CODE, unit, office, key[1])
                named.setdefault(key, ([], person))[0].append(record)
        return list(named.values())

    def add_people(self, people: Iterable[Person]) -> None:
        for person in people:
            self.people[person.name, person.phone, person.unit.name] = person

    def assignment(self, record: Record) -> Assignment:
        values, unit = record.values, self.unit(record)
        capacity = (
            PairedCadre.Capacity.SECTION if values["section_level"] else PairedCadre.Capacity.YOUNG
        )
        return Assignment(
            self.people[_cadre(record, unit)], self.place(record), unit, capacity, values["since"]
        )


def _cadre(record: Record, unit: Unit) -> tuple[str, str, str]:
    return record.values["cadre"], record.values["phone"], unit.name


def stored_pairings(keys: list[tuple], day: date) -> dict[tuple, list[dict]]:
    """By (community code, courtyard, cadre): the pairings that hold on `day`. One query."""
    rows = (
        PairedCadre.objects.on(day)
        .filter(
            courtyard__division_id__in={key[0] for key in keys},
            courtyard__name__in={key[1] for key in keys},
        )
        .values_list(
            "courtyard__division_id",
            "courtyard__name",
            "person__name",
            "unit__name",
            "unit__short_name",
            "person__phone",
            "capacity",
            "since",
        )
    )
    found: dict[tuple, list[dict]] = {}
    for code, courtyard, cadre, unit, short, number, capacity, since in rows:
        found.setdefault((code, courtyard, cadre), []).append(
            {
                "unit": unit,
                "unit_short": short,
                "cadre": cadre,
                "phone": number,
                "section_level": int(capacity == PairedCadre.Capacity.SECTION),
                "community_code": code,
                "courtyard": courtyard,
                "since": since,
            }
        )
    return found


def section_level(rank, post) -> Clean:
    """1 for a cadre of section level (科级), else 0; an empty rank is an ordinary one."""
    text, office = squash(rank), squash(post)
    if not is_blank(rank):
        if SECTION.fullmatch(text):
            return Clean(1)
        if ORDINARY.fullmatch(text):
            return Clean(0)
        guess = int("科" in text and "科员" not in text)
        return Clean(guess, doubt=f"“{text}”看不出是不是科级，请填正科、副科或一般。")
    if re.search(r"(正|副)科|科级", office):
        return Clean(1, doubt=f"级别写在了职务“{office}”里，请填到级别一列。")
    if IN_CHARGE.search(office):
        return Clean(0, doubt=f"职务是“{office}”而级别空着，请填级别。")
    return Clean(0)
