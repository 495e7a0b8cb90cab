"""楼院台账: one row for each courtyard, with its counts, branch, head and committee."""

from collections.abc import Sequence
from datetime import date

from courtyards.imports.courtyard_rows import EXTRAS, FACTS, CourtyardRows, stored_courtyards
from ledgers.cleaning import (
    choice,
    count,
    person_name,
    phone,
    plain_text,
    yes_no,
)
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import Record, RowReader
from ledgers.models import Qualifier
from orgs.access import Verb
from orgs.choices import WorkLine
from orgs.divisions.gazetteer import Gazetteer
from orgs.divisions.row_places import PLACE_ITSELF, TOWN_AND_COMMUNITY, community_code

FORMATIONS = {
    "独建": ("单独组建", "独立组建", "单建", "独立", "单独", "单独建", "独立建"),
    "联建": ("联合组建", "联合", "联合建", "合建", "联合党支部"),
}
COMMITTEE = "自管会|自管委|自治|业委会|管理委员会"
# Households of some kind only: 空置户数 is not how many live there.
NOT_ALL = (
    "空置|空|出租|租|低保|五保|困难|贫困|特困|孤|独居|残疾|优抚|军属|党员|其中|未|无|改造|签约|同意"
)
# Columns that a record keeps beside its values, as text.
NOTES = (
    "location",
    "built",
    "original_owner",
    "branch_name",
    "sending_unit",
    "main_problems",
    "remark",
)


@import_kind
class CourtyardKind(LedgerKind):
    """楼院台账 (notes 4.8, L1)."""

    code = "courtyards"
    title = "楼院台账"
    labels = {"groups": "党小组"}
    key = ("community_code", "name")
    fields = (
        "community_code", "name", "buildings", "households", "households_qualifier", "residents",
        "residents_qualifier", "has_branch", "formation", "groups", "head", "head_phone",
        "has_committee", "committee_on",
    )  # fmt: skip
    columns = (
        ImportColumn("street", "街道", ("街道", "街道办", "街道办事处", "所属街道", "办事处", "乡镇街道", "街道乡镇"), group=True, checked=True),
        ImportColumn("community", "社区", ("社区", "所属社区", "社区名称", "居委会", "所在社区", "社区居委会", "村社区", "村居", "村", *TOWN_AND_COMMUNITY), PLACE_ITSELF, group=True, needed=True),
        ImportColumn("name", "楼院名称", ("楼院名称", "楼院", "名称", "楼院片区名称", "片区名称", "小区名称", "无主管楼院名称", "院落名称", "院落", "家属院名称"), r"^(?!.*(自管会|支部)).*(楼院|片区|院落|家属院).*名称$", needed=True),
        ImportColumn("location", "位置", ("位置", "地址", "具体位置", "楼院位置", "坐落位置", "详细地址")),
        ImportColumn("built", "建成年代", ("建成年代", "建成时间", "建设年代", "建造年代", "建成年份"), spread=True),
        ImportColumn("original_owner", "原产权单位", ("原产权单位", "产权单位", "原主管单位", "原单位", "建设单位"), spread=True),
        ImportColumn("buildings", "楼栋数", ("楼栋数", "楼栋", "栋数", "楼幢数", "楼栋数量", "幢数", "楼数", "总栋数"), r"^(楼栋|楼幢|楼房|住宅楼|栋).*数$", summed=True),
        ImportColumn("entrances", "单元数", ("单元数", "单元")),
        ImportColumn("households", "户数", ("户数", "居民户数", "总户数", "住户数", "居民数/户数", "户", "住户", "居民户"), rf"^(?!.*({NOT_ALL})).*户数$", needed=True, summed=True),
        ImportColumn("residents", "人口数", ("人口数", "人口", "总人口", "人口数/总数", "人口/总数", "居民人数", "人数", "人口总数", "人口数/总人数", "人口数/合计", "常住人口", "人口数/小计", "居民人口", "总人数", "居住人口", "总人口数", "居民数", "居民总数"), summed=True),
        ImportColumn("elderly", "60岁以上", ("人口数/60岁以上", "60岁以上", "人口/60岁以上"), r"60岁"),
        ImportColumn("party_members", "党员数", ("人口数/党员", "人口数/党员数", "党员数", "党员", "人口/党员", "党员人数")),
        ImportColumn("has_branch", "是否成立支部", ("党组织/是否成立支部", "是否成立支部", "是否成立党支部", "党组织/是否成立", "党支部/是否成立", "党组织/成立支部", "党组织", "是否建立党支部", "是否建立党组织", "有无党支部", "有无支部", "支部成立情况", "支部是否成立"), r"^(党组织|党支部|支部)/?(是否|有无)|^有无.*(支部|党组织)$"),
        ImportColumn("formation", "组建方式", ("党组织/组建方式", "组建方式", "党组织/独建联建", "独建/联建", "建立方式", "党组织/建立方式", "组建形式"), r"独建|单独组建|(组建|建立|成立)(方式|形式|类型)"),
        ImportColumn("branch_name", "支部名称", ("党组织/支部名称", "支部名称", "党支部名称"), r"支部名称$", spread=True),
        ImportColumn("secretary", "书记", ("党组织/书记", "书记", "支部书记", "党组织/支部书记"), spread=True),
        ImportColumn("groups", "党小组数", ("党组织/党小组数", "党小组数", "党小组", "党组织/党小组", "党小组个数", "小组数"), r"小组((总|个)?数|数量|个数)?$"),
        ImportColumn("head", "楼院长", ("楼院长/姓名", "楼院长", "楼院长姓名", "院长姓名", "院长", "楼长/姓名"), r"(院长|楼院负责人|片区长).*(姓名|名字)|^楼院负责人$"),
        ImportColumn("head_phone", "楼院长电话", ("楼院长/电话", "楼院长/联系电话", "楼院长/联系方式", "楼院长电话", "楼院长联系电话", "院长电话", "楼院长/手机", "楼院长/手机号", "联系电话", "电话", "联系方式", "手机", "手机号", "手机号码", "电话号码"), r"(院长|片区长|楼院负责人).*(电话|方式|手机)", of="院长|楼长|片区长|楼院负责人"),
        ImportColumn("head_party", "楼院长政治面貌", ("楼院长/政治面貌", "政治面貌"), spread=True),
        ImportColumn("building_heads", "楼栋长数", ("楼栋长数", "楼栋长", "楼栋长人数")),
        ImportColumn("has_committee", "自管会是否成立", ("自管会/是否成立", "自管会", "是否成立自管会", "自管会/成立", "自管会/是否建立", "自管会是否成立", "是否建立自管会", "有无自管会", "自管会成立情况"), rf"({COMMITTEE}).*(是否|有无|成立情况)|(是否|有无).*({COMMITTEE})"),
        ImportColumn("committee_on", "自管会成立时间", ("自管会/成立时间", "自管会成立时间", "自管会/时间", "成立时间", "自管会/成立日期", "自管会/建立时间", "成立日期"), rf"({COMMITTEE}).*(时间|日期)", of=COMMITTEE),
        ImportColumn("committee_members", "自管会人数", ("自管会/人数", "自管会人数", "自管会/成员数", "自管会/成员人数"), rf"({COMMITTEE}).*(人数|成员)"),
        ImportColumn("sending_unit", "分包单位", ("分包单位", "包联单位", "联建单位"), spread=True),
        ImportColumn("main_problems", "主要问题", ("主要问题", "存在问题", "问题")),
        ImportColumn("remark", "备注", ("备注", "说明"), spread=True),
    )  # fmt: skip

    def places(self, day: date) -> Gazetteer:
        return Gazetteer.of_county(day)

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """One courtyard."""
        values = {"community_code": community_code(row, setting)}
        values["name"] = row.take_one("name", "楼院")
        if not values["name"]:
            row.wrong("name", "没有写楼院名称，请填写。")
        values |= _counts(row) | _branch(row) | _head(row) | _committee(row, setting)
        more = {key: plain_text(row.cell(key)).value for key in NOTES if row.has(key)}
        more |= _extras(row)
        more["day"] = setting.reported_on
        return [row.record(values, absent=_absent(row), **more)]

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The courtyards of these names, with what answers for them on `day`."""
        return stored_courtyards([self.key_of(record) for record in records], day)

    beside = (
        "location", "built", "original_owner", "entrances", "elderly", "party_members",
        "branch_name", "secretary", "head_party", "building_heads", "committee_members",
        "sending_unit", "main_problems", "remark",
    )  # fmt: skip
    beside_stored = (*FACTS, *EXTRAS)
    renames = True
    can_store = True
    verb = Verb.EDIT
    line = WorkLine.COURTYARDS
    # Five small rows each: some 50 MB more than batches of 4,000 need, and a third of the statements.
    batch = 20_000
    tables = (
        "courtyards_courtyard", "courtyards_survey", "courtyards_headship", "orgs_person",
        "courtyards_selfmanagementcommittee", "courtyards_branchcoverage",
        "orgs_partyorganization",
    )  # fmt: skip

    cells = {
        **{name: name for name in ("name", "formation", *EXTRAS)},
        **{name: name for name in ("buildings", "households", "residents")},
        "division": "community",
        "person": "head",
        "phone": "head_phone",
        "organization": "has_branch",
        "courtyard_name_once_per_community": "name",
        "committee_one_at_a_time": "has_committee",
        "headship_one_courtyard_head": "head",
        "branch_coverage_once": "has_branch",
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        CourtyardRows(self, records, day).store()


EXTRA_UNITS = ("个", "人", "名", "单元")
# Which columns each of these values comes from; without any of them a sheet says nothing of it.
SOURCES = {
    "buildings": ("buildings",), "residents": ("residents",), "residents_qualifier": ("residents",),
    "has_branch": ("has_branch", "branch_name", "formation"), "formation": ("formation",),
    "groups": ("groups",), "head": ("head",), "head_phone": ("head_phone",),
    "has_committee": ("has_committee", "committee_on"), "committee_on": ("committee_on",),
}  # fmt: skip


def _absent(row: RowReader) -> list[str]:
    return [name for name, keys in SOURCES.items() if row.cells.keys().isdisjoint(keys)]


def _counts(row: RowReader) -> dict:
    """Buildings, households and residents; only the last two may be soft."""
    buildings = count(row.cell("buildings"), ("栋",), "楼栋数")
    buildings = buildings.exactly("楼栋数应是准数，请核对。")
    households = count(row.cell("households"), ("户",), "户数")
    residents = count(row.cell("residents"), ("人",), "人口数")
    for key, found in (
        ("buildings", buildings),
        ("households", households),
        ("residents", residents),
    ):
        if found.value is None and found.certain and row.has(key):
            row.doubt(key, "没有填数，请填写；确实没有请填0。")
    values = {
        "buildings": row.take("buildings", buildings),
        "households": row.take("households", households),
        "households_qualifier": households.qualifier,
        "residents": row.take("residents", residents),
        "residents_qualifier": residents.qualifier,
    }
    known = (
        "households" not in row.shared
        and households.certain
        and residents.certain
        and None not in (households.value, residents.value)
    )
    if known and residents.value < households.value:
        row.doubt("residents", "人口数少于户数，请核对两列是否填反。")
    return values


def _extras(row: RowReader) -> dict:
    """What was counted besides, where it can be read for certain."""
    read = {key: count(row.cell(key), EXTRA_UNITS) for key in EXTRAS if row.has(key)}
    return {
        key: found.value
        for key, found in read.items()
        if found.certain and found.value is not None and found.qualifier == Qualifier.EXACT
    }


def _branch(row: RowReader) -> dict:
    """Whether there is a branch, how it was formed, how many groups it has."""
    said = row.take("has_branch", yes_no(row.cell("has_branch")))
    formation = row.take("formation", choice(row.cell("formation"), FORMATIONS, "组建方式")) or ""
    groups = row.take("groups", count(row.cell("groups"), ("个", "组"), "党小组数"))
    named = plain_text(row.cell("branch_name")).value
    if said is None:
        said = bool(formation or named)
        if said and row.has("has_branch"):
            row.doubt("has_branch", "写了组建方式或支部名称，却没有写是否成立，请填写。")
        elif groups:
            row.doubt("groups", "没有党支部却有党小组，请核对。")
    elif not said and (formation or groups):
        row.doubt("has_branch", "写着没有成立支部，却填了组建方式或党小组数，请核对。")
    elif said and not formation and row.has("formation"):
        row.doubt("formation", "成立了支部，没有写独建还是联建，请填写。")
    if said and groups is None and row.has("groups"):
        row.doubt("groups", "成立了支部，没有填党小组数，请填写；没有请填0。")
    return {
        "has_branch": int(said),
        # What contradicts 否 was told above, and stands as it was written.
        "formation": formation,
        "groups": groups if said or groups else 0,
    }


def _head(row: RowReader) -> dict:
    name = row.take("head", person_name(row.cell("head"))) or ""
    number = row.take("head_phone", phone(row.cell("head_phone"))) or ""
    if number and not name and row.has("head"):
        row.doubt("head", "有电话而没有楼院长姓名，请填写。")
    return {"head": name, "head_phone": number}


def _committee(row: RowReader, setting: Setting) -> dict:
    """Whether there is a self-management committee, and since when."""
    said = row.take("has_committee", yes_no(row.cell("has_committee")))
    read = setting.dates()
    since = row.take("committee_on", read(row.cell("committee_on")))
    if said is None:
        said = since is not None
        if said and row.has("has_committee"):
            row.doubt("has_committee", "写了成立时间，却没有写是否成立，请填写。")
    elif not said and since:
        row.doubt("has_committee", "写着没有成立自管会，却填了成立时间，请核对。")
    elif said and since is None and row.has("committee_on"):
        row.doubt("committee_on", "成立了自管会，没有写成立时间，请填写。")
    return {"has_committee": int(said), "committee_on": since}
