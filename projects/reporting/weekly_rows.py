"""What 老旧小区周报 says, told to the services: the figures of a week become drafts of its reports.

An import files no report and verifies no figure: filing is a person's word for them, and counting
begins with the reviewer's.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import F, OuterRef, Subquery

from ledgers import clock
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import Record
from ledgers.models import Qualifier
from projects.models import Indicator, Period, Project, Reading, Report
from projects.querysets import one_indicator
from projects.reporting.figures import set_budgets
from projects.reporting.services import Draft, open_reports, save_drafts
from projects.reporting.writing import OPEN

# By indicator code: the cumulative total and its qualifier.
Figures = Mapping[str, tuple[Decimal, str]]
# What the ledger calls a figure, and the indicator that keeps it.
INDICATORS = {
    "cumulative_wan": "invested_wan",
    "percent": "progress_percent",
    "demolished_m2": "demolished_m2",
}
CLOSED = {
    Report.Status.FILED: "这一周的周报已报送，正在等待审核；需要修改的，请联系审核员退回后再导入。",
    Report.Status.APPROVED: "这一周的周报已审核，数字有误的，请由审核员在周报中更正。",
}


def week_end(day: date) -> date:
    """The last day of the reporting week in which `day` lies: the day of its figures."""
    planned = Period.objects.containing(day).values_list("end", flat=True).first()
    return planned or day + timedelta(days=6 - day.weekday())


def figures_of_week(projects: Iterable[int], codes: Iterable[str], day: date) -> dict:
    """By project and indicator code: value and qualifier of the week's report, as typed."""
    rows = Reading.objects.filter(
        project__in=list(projects), indicator__code__in=list(codes), day=week_end(day)
    ).order_by("pk")  # a correction comes after what it corrects
    found = rows.values_list("project_id", "indicator__code", "value", "qualifier")
    return {(project, code): (value, soft) for project, code, value, soft in found}


def draft_figures(kind: LedgerKind, said: Sequence[tuple], day: date) -> None:
    """Say to the services what records say of projects: triples of records, project and figures.

    `records` may be one or several, as `LedgerKind.call` takes them.
    """
    opened = kind.call(open_reports, [(told, project) for told, project, _ in said], day=day)
    indicators = Indicator.objects.filter(code__in={code for *_, found in said for code in found})
    known = {one.code: one for one in indicators}
    reports = {id(told): report for (told, *_), report in zip(said, opened, strict=True)}
    drafts = kind.each_of(
        said, lambda told, project, found: _draft(reports[id(told)], project, found, known)
    )
    kind.call(save_drafts, drafts, at=clock.now())


def _draft(report: Report, project: Project, figures: Figures, known: dict) -> Draft:
    if report.status not in OPEN:
        raise ValidationError(CLOSED[report.status])
    for code in figures:
        indicator = known.get(code)
        if indicator is None or project.kind not in indicator.kinds:
            raise ValidationError(f"周报中没有“{code}”这项指标，请先在后台设置。")
    return Draft(report, figures)


class WeeklyRows:
    """Records of one day, said to the services.

    A changed row is written whole, so that its report lacks nothing that the sheet says; a row
    that only repeats what is known is not stored at all.
    """

    def __init__(self, kind: LedgerKind, records: Sequence[Record], day: date):
        self.kind, self.records, self.day = kind, records, day
        keys = {(one.values["community_code"], one.values["project"]) for one in records}
        rows = Project.objects.on(day).of_kind(Project.Kind.OLD_COMMUNITY)
        rows = rows.filter(
            division_id__in={code for code, _ in keys}, name__in={name for _, name in keys}
        )
        self.projects = {
            (one.division_id, one.name): one
            for one in rows.select_related("programme").order_by("-pk")
        }

    def store(self) -> None:
        projects = self.kind.each(self.records, self._project)
        budgets = [
            (record, (project, Decimal(str(record.values["total_wan"]))))
            for record, project in projects
            if "total_wan" in record.changes
        ]
        self.kind.call(set_budgets, budgets)
        said = [
            (record, project, _figures(record))
            for record, project in projects
            if set(record.changes) - {"total_wan"}
        ]
        draft_figures(self.kind, said, self.day)

    def _project(self, record: Record) -> Project:
        name = record.values["project"]
        project = self.projects.get((record.values["community_code"], name))
        if project is None:
            text = f"项目台账中没有“{name}”。周报不新建项目，请先在项目台账登记。"
            raise ValidationError({"project": text})
        return project


def _figures(record: Record) -> Figures:
    """All figures of the row by the codes of their indicators."""
    soft = {
        "cumulative_wan": record.more.get("cumulative_wan_qualifier"),
        "percent": record.more.get("percent_qualifier"),
        "demolished_m2": record.values["demolished_qualifier"],
    }
    return {
        code: (Decimal(str(record.values[name])), soft[name] or Qualifier.EXACT)
        for name, code in INDICATORS.items()
        if name not in record.absent and record.values[name] is not None
    }


def plain(value: Decimal | int | float | None):
    """A stored decimal as cleaned cells have it: whole numbers as int. Others stay as they are."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def stored_readings(
    kind: str, indicators: list[str], codes: set[str], day: date, names: set[str] | None = None
) -> list[dict]:
    """Projects of `kind` in the divisions `codes`, with each indicator as known on `day`.

    Each has id, name, community_code, budget_wan, and by indicator its value and `…_qualifier`.
    One query.
    """
    rows = Project.objects.on(day).of_kind(kind).filter(division_id__in=codes)
    if names is not None:
        rows = rows.filter(name__in=names)
    asked = {}
    for indicator in indicators:
        latest = (
            Reading.objects.filter(
                project=OuterRef("pk"), indicator=one_indicator(Reading, indicator)
            )
            .known_on(day)
            .latest_first()
        )
        asked[indicator] = Subquery(latest.values("value")[:1])
        asked[f"{indicator}_qualifier"] = Subquery(latest.values("qualifier")[:1])
    found = rows.annotate(**asked).values("id", "name", "budget_wan", *asked, code=F("division_id"))
    return [
        {
            **{
                key: plain(value) if isinstance(value, Decimal) else value
                for key, value in row.items()
            },
            "community_code": row["code"],
        }
        for row in found
    ]


def either(said: tuple, *known: tuple | None) -> tuple:
    """Of several known states of a figure that which the sheet repeats, else the first there is.

    A report that is typed in and the totals verified before are both true: the forms that go out
    hold the verified ones, and a file that repeats either of them says nothing new.
    """
    there = [one for one in known if one is not None]
    return next((one for one in there if one == said), there[0] if there else (None, "exact"))
