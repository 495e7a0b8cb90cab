"""党组织台账: one record for each courtyard branch, with its groups, however many rows they fill."""

import re
from collections.abc import Sequence
from datetime import date

from courtyards.imports.approvals import approval
from courtyards.imports.branch_rows import BranchRows
from courtyards.imports.courtyards import FORMATIONS
from courtyards.imports.stored_branches import as_written, stored_branches
from ledgers.cleaning import (
    Clean,
    building_names,
    choice,
    count,
    is_blank,
    is_empty,
    name_list,
    normal,
    person_name,
    place_name,
    place_names,
    plain_text,
    squash,
)
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import Record, RowReader
from orgs.access import Verb
from orgs.divisions.gazetteer import Gazetteer
from orgs.divisions.row_places import PLACE_ITSELF, TOWN_AND_COMMUNITY, community_code

NAMES_A_GROUP = re.compile(r"组(\(.*\))?$")
COUNTS_GROUPS = re.compile(
    r"(党小组)?(\d+|[一二两三四五六七八九十]+)个?(党小组)?|(\d+|[一二两三四五六七八九十]+)个小?组"
)
# 1.第一党小组: the number of the line is no part of the name.
LINE_NUMBER = re.compile(r"^\(?\d{1,2}(?:[.、]|\)[.、]?)(?![\d、])")


@import_kind
class OrganizationKind(LedgerKind):
    """党组织台账 (notes 4.8, L3). `groups` is a list: name, leader, buildings, members."""

    code = "party_organizations"
    title = "党组织台账"
    labels = {
        "general_branch": "社区党总支",
        "approved_by": "批准单位",
        "approval_number": "批准文号",
        "groups": "党小组",
    }
    key = ("community_code", "name")
    fields = (
        "community_code", "general_branch", "name", "formation", "courtyards", "established_on",
        "approved_by", "approval_number", "secretary", "committee_members", "full_members",
        "probationary_members", "groups",
    )  # fmt: skip
    columns = (
        ImportColumn("street", "街道", ("街道", "所属街道", "街道办", "办事处"), group=True, checked=True),
        ImportColumn("community", "社区党总支", ("社区党总支", "社区", "党总支", "所属社区", "社区党总支名称", "社区党组织", "上级党组织", *TOWN_AND_COMMUNITY), PLACE_ITSELF, group=True, needed=True),
        ImportColumn("name", "楼院党支部名称", ("楼院党支部名称", "楼院党支部", "党支部名称", "支部名称", "党支部", "楼院党支部/名称"), r"支部.*名称$", group=True, needed=True),
        ImportColumn("formation", "组建方式", ("组建方式", "独建/联建", "组建形式", "建立方式"), r"独建|组建(方式|形式)", spread=True),
        ImportColumn("courtyards", "覆盖楼院", ("覆盖楼院", "覆盖范围", "所覆盖楼院", "覆盖楼院名称"), r"覆盖楼院", spread=True),
        ImportColumn("established_on", "成立时间", ("成立时间", "成立日期", "建立时间", "批准时间"), spread=True),
        ImportColumn("approval", "批准单位、文号", ("批准单位文号", "批准单位及文号", "批准文号", "批准单位", "批复文号", "批准单位/文号"), r"批(准|复)", spread=True),
        ImportColumn("secretary", "书记", ("书记", "支部书记", "党支部书记", "书记/姓名", "书记姓名"), spread=True),
        ImportColumn("committee_members", "支委", ("支委", "支部委员", "委员", "支委会成员", "支委成员"), spread=True),
        ImportColumn("full_members", "正式党员", ("党员数/正式", "正式党员", "正式党员数", "党员数/正式党员", "党员/正式", "党员人数/正式"), r"正式", spread=True, summed=True),
        ImportColumn("probationary_members", "预备党员", ("党员数/预备", "预备党员", "预备党员数", "党员数/预备党员", "党员/预备", "党员人数/预备"), r"预备", spread=True, summed=True),
        ImportColumn("group_name", "党小组名称", ("党小组/名称", "党小组名称", "党小组", "党小组/党小组名称", "党小组/组名"), r"小组.*名称$"),
        ImportColumn("group_leader", "党小组长", ("党小组/组长", "党小组长", "组长", "党小组/组长姓名", "党小组组长"), r"小组.*组长"),
        ImportColumn("group_buildings", "覆盖楼栋", ("党小组/覆盖楼栋", "覆盖楼栋", "党小组/覆盖楼号", "党小组/楼栋"), r"覆盖楼(栋|号)"),
        ImportColumn("group_members", "党小组党员数", ("党小组/党员数", "党小组党员数", "党小组/党员人数", "党小组/人数"), r"小组.*(党员|人)数"),
        ImportColumn("remark", "备注", ("备注", "说明"), spread=True),
    )  # fmt: skip

    beside = ("group_members", "remark")

    def places(self, day: date) -> Gazetteer:
        return Gazetteer.of_county(day)

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """A branch with the groups of its row, or further groups of the branch above."""
        values = {
            "community_code": community_code(row, setting),
            "general_branch": _general_branch(row),
            "name": _branch_name(row),
        }
        if not values["name"]:
            row.wrong("name", "没有写党支部名称，请填写。")
        groups = _groups(row)
        if "name" in row.filled and groups:
            return [row.record({**values, "groups": groups}, continues=True)]
        values |= _branch(row, setting) | {"groups": groups}
        absent = {name for name in values if name in ABSENT and not row.has(ABSENT[name])}
        return [row.record(values, absent=absent, remark=plain_text(row.cell("remark")).value)]

    def join(self, records: list[Record]) -> list[Record]:
        """Groups that fill rows of their own belong to the branch above them."""
        joined: list[Record] = []
        for record in records:
            above = joined[-1] if joined else None
            continues = record.more.pop("continues", False)
            if continues and above and self.key_of(above) == self.key_of(record):
                above.values["groups"] += record.values["groups"]
                above.problems += record.problems
            else:
                joined.append(record)
        return joined

    def summand(self, record: Record, key: str):
        """Rows that only go on with groups add nothing to the members of the branch."""
        return None if record.more.get("continues") else record.values.get(key)

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The branches of these names as they stand on `day`."""
        held = stored_branches([self.key_of(record) for record in records], day)
        return {
            self.key_of(record): as_written(held[self.key_of(record)], record)
            for record in records
            if self.key_of(record) in held
        }

    can_store = True

    cells = {
        "name": "name",
        "parent": "community",
        "formation": "formation",
        "established_on": "established_on",
        "approved_by": "approval",
        "approval_number": "approval",
        "courtyard": "courtyards",
        "courtyards": "courtyards",
        "secretary": "secretary",
        "committee_members": "committee_members",
        "full_members": "full_members",
        "probationary_members": "probationary_members",
        "groups": "group_name",
        "building": "group_buildings",
        "branch_coverage_once": "courtyards",
        "group_coverage_once": "group_buildings",
        "post_one_secretary": "secretary",
        "post_one_group_leader": "group_leader",
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        BranchRows(self, records, day).store()

    verb = Verb.ORGANISE
    tables = (
        "orgs_partyorganization", "orgs_post", "orgs_person", "orgs_membercount",
        "courtyards_branchcoverage", "courtyards_groupcoverage", "courtyards_building",
    )  # fmt: skip


# Values that a sheet without their column says nothing of.
ABSENT = {
    "formation": "formation", "courtyards": "courtyards", "established_on": "established_on",
    "approved_by": "approval", "approval_number": "approval", "secretary": "secretary",
    "committee_members": "committee_members", "full_members": "full_members",
    "probationary_members": "probationary_members", "groups": "group_name",
}  # fmt: skip


def _branch(row: RowReader, setting: Setting) -> dict:
    formation = row.take("formation", choice(row.cell("formation"), FORMATIONS, "组建方式")) or ""
    covered = place_names(row.cell("courtyards"))
    names = [name for one in covered if (name := row.take("courtyards", one))]
    if formation == "独建" and len(names) > 1:
        row.doubt("courtyards", "独建的党支部只覆盖一个楼院，请核对组建方式。")
    read = setting.dates()
    since = row.take("established_on", read(row.cell("established_on")))
    if since is None and is_blank(row.cell("established_on")):
        row.doubt("established_on", "没有写成立时间，请填写。")
    body, number, unclear = approval(row.cell("approval"))
    if unclear:
        row.doubt("approval", unclear)
    full = row.take("full_members", _members(row, "full_members", "正式党员数"))
    probationary = _members(row, "probationary_members", "预备党员数")
    if is_blank(row.cell("probationary_members")):
        probationary = Clean(0 if row.has("probationary_members") else None)
    return {
        "formation": formation,
        "courtyards": names,
        "established_on": since,
        "approved_by": body,
        "approval_number": number,
        "secretary": row.take("secretary", person_name(row.cell("secretary"))) or "",
        "committee_members": row.take(
            "committee_members", name_list(row.cell("committee_members"))
        ),
        "full_members": full,
        "probationary_members": row.take("probationary_members", probationary),
    }


def _members(row: RowReader, key: str, word: str) -> Clean:
    """A number of party members; of these there is an exact one, which a sign for nothing hides."""
    cell = row.cell(key)
    if key == "full_members" and is_blank(cell) and not is_empty(cell):
        return Clean(doubt=f"“{squash(cell)}”看不出{word}是0还是没有填，请填数字。")
    return _exact_members(cell, word)


def _exact_members(cell, word: str) -> Clean:
    return count(cell, ("人", "名"), word).exactly(f"{word}应是准数，请去掉“约”“余”等字。")


def _groups(row: RowReader) -> list[dict]:
    """The groups of a row: one, or several line by line with as many leaders and buildings."""
    if is_blank(row.cell("group_name")):
        return []
    names, led = _with_leaders(row, _group_names(row))
    leaders = _lines(row.cell("group_leader"), r"[\n;、,]+") or led
    buildings = _lines(row.cell("group_buildings"), r"[\n;]+")
    members = _lines(row.cell("group_members"), r"[\n;、,]+")
    if len(names) == 1:
        buildings = [normal(row.cell("group_buildings"))]
    for key, found in (
        ("group_leader", leaders),
        ("group_buildings", buildings),
        ("group_members", members),
    ):
        if found and len(found) != len(names):
            row.doubt(
                key, f"有{len(names)}个党小组，这里却有{len(found)}项，请逐个对应，或每组一行。"
            )
    return [
        {
            "name": name,
            "leader": row.take("group_leader", person_name(_nth(leaders, place))) or "",
            "buildings": row.take("group_buildings", building_names(_nth(buildings, place))),
            "members": row.take("group_members", _exact_members(_nth(members, place), "党员数")),
        }
        for place, name in enumerate(names)
    ]


def _branch_name(row: RowReader) -> str | None:
    """The name of one branch; 甲院、乙院联合党支部 is one, 甲院党支部、乙院党支部 are two."""
    found = place_name(row.cell("name"))
    parts = _lines(row.cell("name"), r"[\n;、,/]+")
    if len(parts) > 1 and all(squash(part).endswith("支部") for part in parts):
        found = found.doubtful(f"“{found.value}”是{len(parts)}个党支部，请每个党支部一行。")
    return row.take("name", found)


def _general_branch(row: RowReader) -> str:
    """The general branch as it is named; in a column for both, the street stands before it."""
    return re.split(r"[/\\·]", squash(plain_text(row.cell("community")).value))[-1]


def _group_names(row: RowReader) -> list:
    """The names of the groups of a row. 1、2号楼党小组 is one group, 第一党小组、第二党小组 are two."""
    names = _lines(row.cell("group_name"), r"[\n;]+")
    if len(names) == 1:
        parts = _lines(row.cell("group_name"), r"[;、,]+")
        if all(NAMES_A_GROUP.search(str(part)) for part in parts):
            names = parts
        elif len(parts) > 1:
            row.doubt("group_name", f"“{names[0]}”看不出是几个党小组，请每组一行。")
    for name in names:
        if COUNTS_GROUPS.fullmatch(squash(name)):
            row.doubt("group_name", f"“{squash(name)}”是数目，请填写党小组的名称。")
    return names


def _with_leaders(row: RowReader, names: list) -> tuple[list, list]:
    """The names without the numbers of their lines, and the leaders written behind them.

    第一党小组:示例 names a group and its leader; where a column names leaders too, that is in doubt.
    """
    bare, leaders = [], []
    for name in names:
        text = LINE_NUMBER.sub("", str(name)).strip()
        head, colon, rest = text.partition(":")
        if colon and NAMES_A_GROUP.search(squash(head)):
            text = head.strip()
            leaders.append(rest.strip())
        bare.append(text)
    if leaders and not is_blank(row.cell("group_leader")):
        row.doubt("group_name", "党小组名称里写了组长，组长一列也有，请只留一处。")
    elif leaders and len(leaders) != len(names):
        row.doubt("group_name", "有的党小组名称里写了组长，有的没有，请填到组长一列。")
        leaders = []
    return bare, leaders


def _lines(cell, pattern: str) -> list:
    if isinstance(cell, (int, float)):
        return [cell]
    if is_blank(cell):
        return []
    return [part.strip() for part in re.split(pattern, normal(cell)) if part.strip()]


def _nth(items: list, place: int):
    return items[place] if place < len(items) else None
