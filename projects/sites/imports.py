"""城乡接合部整治台账(日报): one row for each village, what was to be removed and what is."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ledgers.cleaning import Clean, count, is_blank, is_empty, measure, normal, plain_text, squash
from ledgers.cleaning.numbers import SQUARE_METRES
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import Record, RowReader
from orgs.access import Verb
from orgs.choices import WorkLine
from orgs.divisions.gazetteer import Gazetteer
from orgs.divisions.row_places import PLACE_ITSELF, TOWN_AND_VILLAGE, village_code
from projects.sites.fringe_rows import FringeRows
from projects.sites.stored_villages import stored_villages

PLACES = ("处", "座", "间", "个")
NOTES = ("group", "village_leader", "group_cadre", "rubbish", "remark")
FIGURES = {
    "toilets_due": ("户外厕所应拆", PLACES),
    "toilets_removed": ("户外厕所已拆", PLACES),
    "toilets_today": ("户外厕所当日拆", PLACES),
    "structures": ("私搭乱建处数", PLACES),
}
BESIDE = {
    "member_households": ("户", "人", "名"), "rebuilt": ("户", "座"),
    "people": ("人", "名", "人次"), "machines": ("台", "辆", "台次", "部"),
    "structures_today": PLACES,
}  # fmt: skip


@import_kind
class FringeKind(LedgerKind):
    """城乡接合部日报 (notes 4.8, L5)."""

    code = "fringe"
    title = "城乡接合部日报"
    fields = (
        "village_code", "toilets_due", "toilets_removed", "toilets_today", "structures",
        "structures_m2", "m2_qualifier",
    )  # fmt: skip
    columns = (
        ImportColumn("town", "乡镇", ("乡镇", "所属乡镇", "乡镇街道", "镇", "乡镇名称", "街道乡镇", "镇办", "乡镇办", "乡"), group=True, checked=True),
        ImportColumn("village", "村", ("村", "村名", "村庄", "行政村", "村名称", "行政村名称", "村庄名称", "村委会", "所属村", "涉及村", "村级", "村社区", *TOWN_AND_VILLAGE), PLACE_ITSELF, spread=True, needed=True),
        ImportColumn("group", "组", ("组", "村民组", "村民小组", "小组")),
        ImportColumn("village_leader", "包村领导", ("包村领导", "包村干部"), spread=True),
        ImportColumn("group_cadre", "包组干部", ("包组干部",), spread=True),
        ImportColumn("member_households", "包户党员数", ("包户党员数", "包户党员")),
        ImportColumn("toilets_due", "户外厕所应拆", ("户外厕所/应拆", "户外厕所应拆", "户外厕所/应拆数", "户外厕所/应拆除", "旱厕/应拆", "厕所/应拆", "户外旱厕/应拆"), r"厕.*(应拆|总数|任务数|摸排数)|应拆.*厕", needed=True, summed=True),
        ImportColumn("toilets_removed", "户外厕所已拆", ("户外厕所/已拆", "户外厕所已拆", "户外厕所/累计已拆", "户外厕所/已拆除", "旱厕/已拆", "户外厕所/累计拆除", "厕所/已拆", "户外旱厕/已拆"), r"厕.*(已拆|累计|完成数)|已拆.*厕", summed=True),
        ImportColumn("toilets_today", "户外厕所当日拆", ("户外厕所/当日拆", "户外厕所/当日", "户外厕所当日拆", "户外厕所/今日拆", "户外厕所/当日拆除", "户外厕所/今日"), r"厕.*(当日|今日|当天|本日)", summed=True),
        ImportColumn("structures", "私搭乱建处数", ("私搭乱建/处", "私搭乱建/处数", "私搭乱建处数", "私搭乱建/数量", "私搭乱建处", "乱搭乱建/处", "私搭乱建"), r"^(?!.*(当日|今日|当天|本日)).*(私搭|乱建|违建).*(处|个数)", summed=True),
        ImportColumn("structures_m2", "私搭乱建面积", ("私搭乱建/㎡", "私搭乱建/面积", "私搭乱建面积", "私搭乱建㎡", "乱搭乱建/㎡"), r"^(?!.*(当日|今日|当天|本日)).*(私搭|乱建|违建).*(㎡|面积)", summed=True),
        ImportColumn("structures_today", "私搭乱建当日拆", ("私搭乱建/当日", "私搭乱建/当日拆", "私搭乱建/今日"), r"(私搭|乱建|违建).*(当日|今日|当天|本日)"),
        ImportColumn("rubbish", "垃圾清运", ("垃圾清运", "清运垃圾"), r"垃圾"),
        ImportColumn("rebuilt", "改厕户数", ("改厕户数", "改厕"), r"改厕"),
        ImportColumn("people", "出动人数", ("出动/人", "出动/人数", "出动人数", "出动/人员", "出动人员"), r"出动.*人"),
        ImportColumn("machines", "出动机械", ("出动/机械", "出动机械", "出动/机械数"), r"机械"),
        ImportColumn("remark", "备注", ("备注", "说明"), spread=True),
    )  # fmt: skip

    beside = ("village_leader", "group_cadre", "rubbish", *BESIDE, "remark")
    beside_stored = ("structures_today",)

    def places(self, day: date) -> Gazetteer:
        return Gazetteer.of_county(day)

    def key_of(self, record: Record) -> tuple:
        """A village (or one of its groups) on the day of its sheet."""
        village = record.values["village_code"]
        return (
            (village, record.more.get("group", ""), record.more["day"] or record.sheet)
            if village
            else (None,)
        )

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """One village, or one group of it, on the sheet's day."""
        values = {"village_code": village_code(row, setting)}
        figures = {}
        for key, (label, units) in FIGURES.items():
            read = count(row.cell(key), units, label)
            figure = _figure(row, key, read, today=key.endswith("_today"))
            figures[key] = figure.exactly("处数应是准数，请核对。")
            values[key] = row.take(key, figures[key])
        area = measure(row.cell("structures_m2"), setting.unit("structures_m2", SQUARE_METRES))
        area = _figure(row, "structures_m2", area)
        values["structures_m2"] = row.take("structures_m2", area)
        values["m2_qualifier"] = area.qualifier
        _compare(row, {key: found for key, found in figures.items() if found.certain})
        more = {key: plain_text(row.cell(key)).value for key in NOTES if row.has(key)}
        for key, units in BESIDE.items():
            if row.has(key):
                # Kept by no ledger, so that what is not certain stays as it is written.
                read = count(row.cell(key), units)
                more[key] = read.value if read.certain else normal(row.cell(key))
        if row.has("group") and not squash(row.cell("group")):
            more["group"] = ""
        more["day"] = setting.reported_on
        absent = {
            name for name in values if name in (*FIGURES, "structures_m2") and not row.has(name)
        }
        absent |= {"m2_qualifier"} if "structures_m2" in absent else set()
        return [row.record(values, absent=absent, **more)]

    def join(self, records: list[Record]) -> list[Record]:
        """Groups of one village: each notes how many there are, for the ledger keeps villages."""
        groups = Counter(record.values["village_code"] for record in records)
        for record in records:
            if groups[record.values["village_code"]] > 1:
                record.more["group_rows"] = groups[record.values["village_code"]]
        return records

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The villages that are projects, with what is known of them on the day."""
        return stored_villages(records, self.key_of, day)

    can_store = True
    verb = Verb.EDIT
    line = WorkLine.URBAN_FRINGE
    tables = ("projects_reading", "projects_demolitionrecord", "projects_target")

    cells = {
        "division": "village",
        "area_m2": "structures_m2",
        "toilets_removed": "toilets_removed",
        "structures_removed": "structures",
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        FringeRows(self, records, day).store()


def _figure(row: RowReader, key: str, result: Clean, *, today: bool = False) -> Clean:
    """A sign for nothing is a nought; so is an empty cell of a day's work, not of a total."""
    if result.value is not None or not result.certain or not row.has(key):
        return result
    if is_empty(row.cell(key)) and not today:
        return Clean(0, doubt="没有填数，请填写；确实没有请填0。")
    return Clean(0) if is_blank(row.cell(key)) else result


def _compare(row: RowReader, read: dict[str, Clean]) -> None:
    """What is removed was due, and what was removed today is among it."""
    due, removed, today = (read.get(key) for key in list(FIGURES)[:3])
    if due and removed and None not in (due.value, removed.value) and removed.value > due.value:
        row.doubt("toilets_removed", "已拆多于应拆，请核对。")
    if (
        removed
        and today
        and None not in (removed.value, today.value)
        and today.value > removed.value
    ):
        row.doubt("toilets_today", "当日拆多于已拆，请核对。")
