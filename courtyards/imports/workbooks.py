"""The courtyards' forms: 楼院台账, 包联台账, 党组织台账 (domain notes 4.8, L1 to L3)."""

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Concat, JSONObject, Left, Length, NullIf

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from courtyards.querysets import standing
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    PhoneColumn,
    PresenceColumn,
    SoftColumn,
)
from ledgers.pages.related_values import Gathered, Lookup
from ledgers.registry import hang_workbook
from ledgers.workbooks import WorkbookColumn
from orgs.models import MemberCount, PartyOrganization, Person, Post
from orgs.workbooks import YES_NO, PlaceWorkbook, communities, townships

STEP = PartyOrganization.steplen
GROUP = PartyOrganization.Kind.GROUP


def _groups_of(path: str, on):
    """The Party groups right below the branch at `path`; one step of the tree, found by its index."""
    below = (Concat(OuterRef(path), Value("0" * STEP)), Concat(OuterRef(path), Value("Z" * STEP)))
    return (
        PartyOrganization.objects.on(on)
        .of_kind(GROUP)
        .filter(path__range=below, depth=OuterRef(path.removesuffix("path") + "depth") + 1)
    )


def _one(queryset, value: str):
    return Subquery(queryset.values(value)[:1])


def _posts(on, role: str, path: str):
    return Post.objects.on(on).filter(role=role, organization=OuterRef(path)).order_by("pk")


def _branches(on):
    """Which branch covers a courtyard, with its secretary and the number of its groups."""
    groups = _groups_of("organization__path", on).order_by().annotate(all=Value(1)).values("all")
    return standing(BranchCoverage)(on).annotate(
        secretary=_one(_posts(on, "secretary", "organization_id"), "person__name"),
        groups=Coalesce(Subquery(groups.annotate(n=Count("pk")).values("n")), 0),
    )


@hang_workbook(Courtyard)
class CourtyardWorkbook(PlaceWorkbook):
    kind = "courtyards"
    label = "无主管楼院（片区）基本情况台账"
    title = "{place}无主管楼院（片区）基本情况台账"
    sheet = "楼院台账"
    units = "个、栋、户、人"
    groups = ("街道", "社区")
    subtotals = True
    order = ("division_id", "search_text")
    notes = ("片区指集中连片的多个楼院", "户数、人口数以最近一次摸排为准，约、近、余表示概数")
    cells = (
        WorkbookColumn("街道", Column("", "division__parent__short_name"), key=True, choices=townships),
        WorkbookColumn("社区", Column("", "division__short_name"), 10, key=True, choices=communities),
        WorkbookColumn("楼院（片区）名称", Column("", "name"), 18, key=True),
        WorkbookColumn("位置", Column("", "location"), 14, entry=True),
        WorkbookColumn("建成年代", Column("", "built"), entry=True),
        WorkbookColumn("原产权单位", Column("", "owner"), 14, entry=True),
        WorkbookColumn("楼栋数", NumberColumn("", "surveyed_buildings"), 7, total=True, entry=True),
        WorkbookColumn("单元数", NumberColumn("", "entrances"), 7, total=True, entry=True),
        WorkbookColumn("户数", SoftColumn("", "households", qualifier="households_qualifier"), 8, total=True, entry=True),
        WorkbookColumn(("人口数", "总数"), SoftColumn("", "residents", qualifier="residents_qualifier"), 8, total=True, entry=True),
        WorkbookColumn(("人口数", "60岁以上"), NumberColumn("", "elderly"), 7, total=True, entry=True),
        WorkbookColumn(("人口数", "党员"), NumberColumn("", "party_members"), 6, total=True, entry=True),
        WorkbookColumn(("党组织", "是否成立支部"), PresenceColumn("", "branch_name"), 7),
        WorkbookColumn(("党组织", "独建/联建"), ChoiceColumn("", "formation", choices=PartyOrganization.Formation.choices), 6),
        WorkbookColumn(("党组织", "支部名称"), Column("", "branch_name"), 16),
        WorkbookColumn(("党组织", "书记"), Column("", "secretary"), 8),
        WorkbookColumn(("党组织", "党小组数"), NumberColumn("", "groups"), 6),
        WorkbookColumn(("楼院长", "姓名"), Column("", "head_name"), 8, entry=True),
        WorkbookColumn(("楼院长", "电话"), PhoneColumn("", "head_phone"), 12, private=True),
        WorkbookColumn(("楼院长", "政治面貌"), ChoiceColumn("", "head_party_status", choices=Person.PartyStatus.choices), 9),
        WorkbookColumn("楼栋长数", NumberColumn("", "building_heads"), 7, total=True),
        WorkbookColumn(("自管会", "是否成立"), PresenceColumn("", "committee_on"), 6, entry=True, choices=YES_NO),
        WorkbookColumn(("自管会", "成立时间"), DateColumn("", "committee_on"), 11, entry=True),
        WorkbookColumn(("自管会", "人数"), NumberColumn("", "committee_members"), 6, entry=True),
        WorkbookColumn("分包单位", Column("", "cadre_unit"), 12),
        WorkbookColumn("主要问题", Column("", "main_problems"), 16, entry=True),
        WorkbookColumn("备注", Column("", "remark"), 12, entry=True),
    )  # fmt: skip
    lookups = (
        Lookup(
            lambda on: Survey.objects.filter(surveyed_on__lte=on),
            "courtyard_id",
            {
                "surveyed_buildings": "buildings",
                "entrances": "entrances",
                "households": "households",
                "households_qualifier": "households_qualifier",
                "residents": "residents",
                "residents_qualifier": "residents_qualifier",
                "elderly": "elderly",
                "party_members": "party_members",
            },
            order=("-surveyed_on", "-pk"),
        ),
        Lookup(
            Headship.objects.on,
            "courtyard_id",
            {
                "head_name": "person__name",
                "head_phone": "person__phone",
                "head_party_status": "person__party_status",
            },
        ),
        Lookup(
            _branches,
            "courtyard_id",
            {
                "branch_name": "organization__name",
                "formation": "organization__formation",
                "secretary": "secretary",
                "groups": "groups",
            },
        ),
        Lookup(
            SelfManagementCommittee.objects.on,
            "courtyard_id",
            {"committee_on": "since", "committee_members": "members"},
        ),
        Lookup(PairedCadre.objects.on, "courtyard_id", {"cadre_unit": "unit__name"}),
        Gathered(
            Headship.objects.on,
            "building__courtyard_id",
            {"building_heads": Count("pk")},
            default=0,
        ),
    )

    def annotated(self, queryset, on):
        return queryset.annotate(
            owner=Coalesce(NullIf("original_owner_note", Value("")), "original_owner__name")
        )


def _pairing_branches(on):
    """The branch of a courtyard that the cadre's unit is paired with."""
    paired = BranchPairing.objects.on(on).filter(
        unit=OuterRef("unit_id"),
        organization__courtyard_coverages__courtyard=OuterRef("courtyard_id"),
    )
    return _one(paired.order_by("pk"), "organization__name")


@hang_workbook(PairedCadre)
class PairingWorkbook(PlaceWorkbook):
    kind = "pairings"
    label = "支部联建暨干部分包台账"
    title = "市直机关单位与无主管楼院支部联建暨干部分包台账"
    sheet = "包联台账"
    groups = ("派出单位",)
    order = ("unit__search_text", "unit_id", "person__search_text", "person_id")
    notes = ("一名干部可分包两个楼院，每个楼院一行",)
    cells = (
        WorkbookColumn("派出单位", Column("", "unit__name"), 18, key=True),
        WorkbookColumn("联建支部", Column("", "paired_branch"), 20),
        WorkbookColumn(("分包干部", "姓名"), Column("", "person__name"), 9, key=True),
        WorkbookColumn(("分包干部", "职务"), Column("", "person__office"), 12),
        WorkbookColumn(("分包干部", "级别"), ChoiceColumn("", "capacity"), 14, entry=True),
        WorkbookColumn(("分包干部", "电话"), PhoneColumn("", "person__phone"), 13, private=True),
        WorkbookColumn(("分包楼院", "街道"), Column("", "courtyard__division__parent__short_name"), 10, key=True, choices=townships),
        WorkbookColumn(("分包楼院", "社区"), Column("", "courtyard__division__short_name"), 10, key=True, choices=communities),
        WorkbookColumn(("分包楼院", "楼院"), Column("", "courtyard__name"), 18, key=True),
        WorkbookColumn("到岗时间", DateColumn("", "since"), 12, entry=True),
        WorkbookColumn("本月到院次数"),
        WorkbookColumn("解决问题数"),
        WorkbookColumn("备注", None, 12),
    )  # fmt: skip

    def annotated(self, queryset, on):
        return queryset.annotate(paired_branch=_pairing_branches(on))


def _group_entries(on):
    """The groups of a branch as entries: name, leader, buildings, members."""
    covered = GroupCoverage.objects.on(on).filter(organization=OuterRef("pk")).order_by()
    buildings = covered.values("organization").annotate(
        names=StringAgg("building__name", delimiter="、", order_by="building__pk")
    )
    return ArraySubquery(
        _groups_of("path", on)
        .order_by("path")
        .annotate(
            entry=JSONObject(
                name=F("name"),
                leader=_one(_posts(on, "group_leader", "pk"), "person__name"),
                buildings=Subquery(buildings.values("names")),
                members=_one(_members(on, "pk"), "total"),
            )
        )
        .values("entry")
    )


def _members(on, path: str):
    counts = MemberCount.objects.filter(organization=OuterRef(path), counted_on__lte=on)
    return counts.annotate(total=F("full_members") + F("probationary_members")).order_by(
        "-counted_on", "-pk"
    )


@hang_workbook(PartyOrganization)
class OrganizationWorkbook(PlaceWorkbook):
    kind = "party_organizations"
    label = "楼院党组织台账"
    title = "{place}楼院党组织台账"
    sheet = "党组织台账"
    units = "个、人"
    groups = ("社区党总支",)
    order = ("division_id", "path")
    details = "groups"
    spare_rows = 0
    notes = ("本表列覆盖楼院的党支部、联合党支部，党小组随所属支部列出",)
    cells = (
        WorkbookColumn("社区党总支", Column("", "superior"), 16, key=True),
        WorkbookColumn("楼院党支部名称", Column("", "name"), 22, key=True),
        WorkbookColumn("组建方式", ChoiceColumn("", "formation"), 6, entry=True),
        WorkbookColumn("覆盖楼院", Column("", "courtyards"), 18),
        WorkbookColumn("成立时间", DateColumn("", "established_on"), 11, entry=True),
        WorkbookColumn("批准单位、文号", Column("", "approval"), 18, entry=True),
        WorkbookColumn("书记", Column("", "secretary"), 8, entry=True),
        WorkbookColumn("支委", Column("", "committee"), 14, entry=True),
        WorkbookColumn(("党员数", "正式"), NumberColumn("", "full_members"), 6, total=True, entry=True),
        WorkbookColumn(("党员数", "预备"), NumberColumn("", "probationary_members"), 6, total=True, entry=True),
        WorkbookColumn(("党小组", "名称"), None, 18, item="name"),
        WorkbookColumn(("党小组", "组长"), None, 8, item="leader"),
        WorkbookColumn(("党小组", "覆盖楼栋"), None, 14, item="buildings"),
        # Counted on the group's own page; a roster that comes back says nothing of it.
        WorkbookColumn(("党小组", "党员数"), None, 7, item="members", private=True),
        WorkbookColumn("备注", None, 12),
    )  # fmt: skip
    lookups = (
        Lookup(
            lambda on: MemberCount.objects.filter(counted_on__lte=on),
            "organization_id",
            {"full_members": "full_members", "probationary_members": "probationary_members"},
            order=("-counted_on", "-pk"),
        ),
        Lookup(
            lambda on: Post.objects.on(on).filter(role="secretary"),
            "organization_id",
            {"secretary": "person__name"},
        ),
        Gathered(
            lambda on: Post.objects.on(on).filter(role="committee_member"),
            "organization_id",
            {"committee": StringAgg("person__name", delimiter="、", order_by=("since", "pk"))},
        ),
        Gathered(
            BranchCoverage.objects.on,
            "organization_id",
            {"courtyards": StringAgg("courtyard__name", delimiter="、", order_by="pk")},
        ),
    )

    def narrow(self, queryset, on):
        return queryset.courtyard_branches(on)

    def annotated(self, queryset, on):
        above = PartyOrganization.objects.filter(
            path=Left(OuterRef("path"), Length(OuterRef("path")) - STEP)
        )
        return queryset.annotate(
            superior=_one(above, "name"),
            approval=Concat("approved_by", Value(" "), "approval_number"),
            groups=_group_entries(on),
        )
