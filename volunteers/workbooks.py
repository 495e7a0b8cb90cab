"""Forms that need the volunteers' floor: 城乡接合部日报, 路长巡查问题台账 (domain notes 4.8, L5, L6)."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import (
    Case,
    Count,
    DecimalField,
    F,
    IntegerField,
    OuterRef,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Concat, TruncDate

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    PresenceColumn,
    SoftColumn,
)
from ledgers.models import QUALIFIER_STRENGTH
from ledgers.pages.related_values import Gathered, Lookup
from ledgers.registry import hang_workbook
from ledgers.workbooks import WorkbookColumn
from orgs.workbooks import YES_NO, PlaceWorkbook, townships
from projects.models import DemolitionRecord, Project, Target
from projects.reporting.workbooks import latest
from volunteers.models import ContactDuty, PatrolFinding, RoadChief

Kind = DemolitionRecord.Kind
STRENGTHS = [When(area_qualifier=q, then=Value(i)) for i, q in enumerate(QUALIFIER_STRENGTH)]


def _removed(kind: str):
    return lambda on: DemolitionRecord.objects.filter(kind=kind, demolished_on__lte=on)


def _removed_today(kind: str, name: str) -> Gathered:
    """`name`: the places removed on the very day."""
    return Gathered(
        lambda on: DemolitionRecord.objects.filter(kind=kind, demolished_on=on),
        "project_id",
        {name: Sum("places", output_field=IntegerField())},
    )


def _softest_first(on):
    """Removed structures whose area is known; a sum is as soft as its softest part."""
    rows = _removed(Kind.UNAUTHORISED)(on).filter(area_m2__isnull=False)
    return rows.annotate(strength=Case(*STRENGTHS, default=Value(0)))


def _duties(tier: str):
    return lambda on: ContactDuty.objects.on(on).filter(tier=tier)


def _in_village(on, tier: str, aggregate):
    """What the duties of a tier come to in the project's village."""
    rows = _duties(tier)(on).filter(division=OuterRef("division_id")).order_by()
    return Subquery(rows.values("division").annotate(found=aggregate).values("found"))


def _names():
    return StringAgg("person__name", delimiter="、", distinct=True)


@hang_workbook(Project)
class FringeWorkbook(PlaceWorkbook):
    kind = "fringe"
    label = "城乡接合部整治日报"
    title = "{place}城乡接合部综合改造整治台账（日报）"
    sheet = "日报"
    units = "处、平方米、户、人、台"
    groups = ("乡镇",)
    subtotals = True
    order = ("division_id", "search_text")
    spare_rows = 0
    notes = (
        "应拆数为计划目标，已拆数、处数为已审核周报的累计",
        "当日拆除数和面积为拆除记录之和",
    )
    cells = (
        WorkbookColumn("乡镇", Column("", "division__parent__short_name"), 10, key=True, choices=townships),
        WorkbookColumn("村", Column("", "division__short_name"), 11, key=True),
        WorkbookColumn("组"),
        WorkbookColumn("包村领导", Column("", "leaders"), 10),
        WorkbookColumn("包组干部", Column("", "group_cadres"), 14),
        WorkbookColumn("包户党员数", NumberColumn("", "household_members"), 8, total=True),
        WorkbookColumn(("户外厕所", "应拆"), NumberColumn("", "toilets_due"), 7, total=True, entry=True),
        WorkbookColumn(("户外厕所", "已拆"), SoftColumn("", "toilets", qualifier="toilets_qualifier"), 7, total=True, entry=True),
        WorkbookColumn(("户外厕所", "当日拆"), NumberColumn("", "toilets_today"), 7, total=True, entry=True),
        WorkbookColumn(("私搭乱建", "处"), SoftColumn("", "structures", qualifier="structures_qualifier"), 7, total=True, entry=True),
        WorkbookColumn(("私搭乱建", "㎡"), SoftColumn("", "area", qualifier="area_qualifier"), 8, total=True, entry=True),
        WorkbookColumn(("私搭乱建", "当日"), NumberColumn("", "structures_today"), 7, total=True, entry=True),
        WorkbookColumn("垃圾清运（车/方）"),
        WorkbookColumn("改厕户数"),
        WorkbookColumn(("出动", "人"), None, 6),
        WorkbookColumn(("出动", "机械"), None, 6),
        WorkbookColumn("备注", None, 14),
    )  # fmt: skip
    lookups = (
        latest("toilets_removed", toilets="value", toilets_qualifier="qualifier"),
        latest("structures_removed", structures="value", structures_qualifier="qualifier"),
        Lookup(
            lambda on: Target.objects.filter(indicator__code="toilets_removed"),
            "project_id",
            {"toilets_due": "value"},
            order=("-due_on",),
        ),
        Lookup(
            _softest_first,
            "project_id",
            {"area_qualifier": "area_qualifier"},
            order=("-strength", "pk"),
        ),
        Gathered(
            _removed(Kind.UNAUTHORISED),
            "project_id",
            {"area": Sum("area_m2", output_field=DecimalField(max_digits=14, decimal_places=2))},
        ),
        _removed_today(Kind.OUTDOOR_TOILET, "toilets_today"),
        _removed_today(Kind.UNAUTHORISED, "structures_today"),
    )

    def narrow(self, queryset, on):
        return queryset.of_kind(Project.Kind.VILLAGE)

    def annotated(self, queryset, on):
        return queryset.annotate(
            leaders=_in_village(on, "leader_village", _names()),
            group_cadres=_in_village(on, "cadre_group", _names()),
            household_members=_in_village(
                on, "member_household", Count("person_id", distinct=True)
            ),
        )


def _chief(on, level: str):
    """Who is the road's chief of a level on the day."""
    held = RoadChief.objects.on(on).filter(level=level, road=OuterRef("patrol__chief__road_id"))
    return Subquery(held.order_by("pk").values("person__name")[:1])


@hang_workbook(PatrolFinding)
class PatrolWorkbook(PlaceWorkbook):
    kind = "patrols"
    label = "路长巡查问题台账"
    title = "{place}路长巡查、门前四包问题台账"
    sheet = "问题台账"
    units = "个"
    groups = ("路段",)
    order = ("patrol__chief__road__search_text", "patrol__chief__road_id", "patrol__patrolled_at")
    notes = ("类别为序化、洁化、绿化、亮化", "完成时间为销号日期")
    cells = (
        WorkbookColumn("路段", Column("", "patrol__chief__road__name"), 12, key=True),
        WorkbookColumn("起止点", Column("", "section"), 18),
        WorkbookColumn(("路长", "一级"), Column("", "chief_first"), 9),
        WorkbookColumn(("路长", "二级"), Column("", "chief_second"), 9),
        WorkbookColumn(("路长", "三级"), Column("", "chief_third"), 9),
        WorkbookColumn("巡查时间", DateColumn("", "patrolled_on"), 12, key=True),
        WorkbookColumn("问题描述", Column("", "finding"), 26, key=True),
        WorkbookColumn("类别", ChoiceColumn("", "aspect"), 7, entry=True),
        WorkbookColumn("点位照片"),
        WorkbookColumn("责任单位", Column("", "responsible_unit__name"), 16, entry=True),
        WorkbookColumn("交办时间"),
        WorkbookColumn("整改时限", DateColumn("", "due_on"), 12, entry=True),
        WorkbookColumn("整改情况", None, 14),
        WorkbookColumn("完成时间", DateColumn("", "closed_by"), 12, entry=True),
        WorkbookColumn("是否销号", PresenceColumn("", "closed_by"), 7, entry=True, choices=YES_NO),
        WorkbookColumn("备注", None, 12),
    )  # fmt: skip

    def annotated(self, queryset, on):
        road = "patrol__chief__road__"
        both = {f"{road}starts_at": "", f"{road}ends_at": ""}
        return queryset.annotate(
            section=Case(
                When(**both, then=Value("")),
                default=Concat(f"{road}starts_at", Value("—"), f"{road}ends_at"),
            ),
            chief_first=_chief(on, "first"),
            chief_second=_chief(on, "second"),
            chief_third=_chief(on, "third"),
            patrolled_on=TruncDate("patrol__patrolled_at"),
            closed_by=Case(When(closed_on__lte=on, then=F("closed_on"))),
        )
