"""The projects' form: 老旧小区改造进度周报 (domain notes 4.8, L4)."""

from datetime import timedelta

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F

from ledgers.columns import Column, DateColumn, NumberColumn, ShareColumn, SoftColumn
from ledgers.pages.related_values import Gathered, Lookup
from ledgers.registry import hang_workbook
from ledgers.workbooks import WorkbookColumn
from orgs.workbooks import PlaceWorkbook, communities
from projects.models import Milestone, Period, Problem, Project, Reading

MONEY = "0.00"
WEEK = timedelta(weeks=1)


def latest(indicator: str, before: timedelta = timedelta(0), **values) -> Lookup:
    """`values` of the newest verified reading of an indicator, as known on the day or before it."""

    def rows(on):
        # What was reached a week earlier, as it is known today: by its data day.
        known = Reading.objects.known_on(on).filter(indicator__code=indicator)
        return known.filter(day__lte=_week_end(on) - before)

    return Lookup(rows, "project_id", values, order=("-day", "-verified_on", "-pk"))


def _week_end(on):
    """The Sunday of the week of `on`; a week's reading carries that day, though it may be filed before."""
    return on + timedelta(days=6 - on.weekday())


def milestone(stage: str, **values) -> Lookup:
    """`values` of the milestone of a stage."""
    return Lookup(lambda on: Milestone.objects.filter(stage=stage), "project_id", values)


@hang_workbook(Project)
class WeeklyWorkbook(PlaceWorkbook):
    kind = "weekly"
    label = "老旧小区改造进度周报"
    title = "{place}老旧小区综合改造进度周报"
    sheet = "周报"
    units = "万元、平方米"
    order = ("division_id", "search_text")
    notes = (
        "形象进度按完成工程量填报",
        "累计数为已审核周报的累计，本周完成投资为本周累计减上周累计",
    )
    spare_rows = 0
    cells = (
        WorkbookColumn("项目名称", Column("", "name"), 18, key=True),
        WorkbookColumn("所属社区", Column("", "division__short_name"), 11, key=True, choices=communities),
        WorkbookColumn("楼栋/户数"),
        WorkbookColumn("面积（万㎡）"),
        WorkbookColumn("改造内容", Column("", "scope_of_work"), 18, entry=True),
        WorkbookColumn("总投资（万元）", NumberColumn("", "budget_wan"), 9, total=True, entry=True, form=MONEY),
        WorkbookColumn("累计完成投资（万元）", SoftColumn("", "invested", qualifier="invested_qualifier"), 10, total=True, entry=True, form=MONEY),
        WorkbookColumn("本周完成投资（万元）", NumberColumn("", "invested_this_week"), 10, total=True, form=MONEY),
        WorkbookColumn("形象进度（%）", ShareColumn("", "progress"), 8, entry=True),
        WorkbookColumn("计划开工", DateColumn("", "planned_start"), 11, entry=True),
        WorkbookColumn("实际开工", DateColumn("", "actual_start"), 11, entry=True),
        WorkbookColumn("计划竣工", DateColumn("", "planned_end"), 11, entry=True),
        WorkbookColumn("施工单位", Column("", "contractor__name"), 14),
        WorkbookColumn("监理"),
        WorkbookColumn("拆违面积（㎡）", SoftColumn("", "demolished", qualifier="demolished_qualifier"), 9, total=True, entry=True),
        WorkbookColumn("存在问题", Column("", "open_problems"), 18),
        WorkbookColumn("下步计划", None, 14),
        WorkbookColumn("责任领导/责任人", Column("", "answerable"), 12, entry=True),
    )  # fmt: skip
    lookups = (
        latest("invested_wan", invested="value", invested_qualifier="qualifier"),
        latest("invested_wan", WEEK, invested_before="value"),
        latest("progress_percent", progress="value"),
        latest("demolished_m2", demolished="value", demolished_qualifier="qualifier"),
        milestone("start", planned_start="planned_on", actual_start="actual_on"),
        milestone("completion", planned_end="planned_on"),
        Gathered(
            Problem.objects.open_on,
            "project_id",
            {"open_problems": StringAgg("title", delimiter="；", order_by=("raised_on", "pk"))},
        ),
    )

    def narrow(self, queryset, on):
        return queryset.of_kind(Project.Kind.OLD_COMMUNITY)

    def prepared(self, queryset, on):
        found = super().prepared(queryset, on)
        return found.annotate(invested_this_week=F("invested") - F("invested_before"))

    def heading(self, user, on) -> str:
        week = Period.objects.containing(on).values_list("number", flat=True).first()
        return super().heading(user, on) + (f"（第{week}周）" if week else "")
