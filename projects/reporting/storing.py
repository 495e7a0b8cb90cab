"""Storing 老旧小区周报: the figures of a week become drafts of its reports, the total a project's."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from ledgers.importing.bulk import check, refuse, update
from ledgers.importing.rows import Record
from ledgers.models import Qualifier
from projects.models import Project
from projects.reporting.imported_drafts import Drafts, Figures

# What the ledger calls a figure, the indicator that keeps it, and where its qualifier stands.
INDICATORS = {
    "cumulative_wan": "invested_wan",
    "percent": "progress_percent",
    "demolished_m2": "demolished_m2",
}


def store_weekly(records: Sequence[Record], day: date) -> None:
    """Store the records of one day; those that a rule forbids become wrong.

    A changed row is written whole, so that its report lacks nothing that the sheet says; a row
    that only repeats what is known is not stored at all.
    """
    keys = {(one.values["community_code"], one.values["project"]) for one in records}
    rows = (
        Project.objects.on(day)
        .of_kind(Project.Kind.OLD_COMMUNITY)
        .filter(division_id__in={code for code, _ in keys}, name__in={name for _, name in keys})
        .select_related("programme")
        .order_by("-pk")
    )
    projects = {(one.division_id, one.name): one for one in rows.select_for_update(of=["self"])}
    drafts = None
    budgets = []
    for record in records:
        project = projects.get((record.values["community_code"], record.values["project"]))
        if project is None:
            name = record.values["project"]
            refuse(record, f"项目台账中没有“{name}”。周报不新建项目，请先在项目台账登记。")
            continue
        try:
            budgeted = _budget(record, project)
            if set(record.changes) - {"total_wan"}:
                drafts = drafts or Drafts(projects.values(), INDICATORS.values(), day)
                drafts.fill(project, _figures(record))
            budgets += budgeted
        except ValidationError as refusal:
            refuse(record, refusal)
    update(budgets, ["budget_wan"])
    if drafts:
        drafts.store()


def _budget(record: Record, project: Project) -> list[Project]:
    """The project with the total that the sheet gives it, where that differs."""
    if "total_wan" not in record.changes:
        return []
    project.budget_wan = Decimal(str(record.values["total_wan"]))
    check(project)
    return [project]


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
