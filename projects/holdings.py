"""What the projects hang on a person: open problems and orders, and projects watched over."""

from django.db.models import Q

from ledgers.formats import zh_date
from orgs.handover import Holding, register
from projects.services.handling import appoint_supervisor, assign_handler


def _say_matter(row) -> str:
    matter = row.matter
    words = "督办单" if row.order_id else "问题"
    return f"{words}“{matter.title}”"


def _still_open(rows, day):
    """Problems and orders that are not closed by `day`; a closed one needs nobody any more."""
    return rows.filter(
        Q(problem__closed_on__isnull=True) | Q(problem__closed_on__gt=day),
        Q(order__closed_on__isnull=True) | Q(order__closed_on__gt=day),
    )


def _fill_handling(*, row, person, on, until, note=""):
    return assign_handler(matter=row.matter, person=person, since=on, until=until)


def _fill_supervisor(*, row, person, on, until, note=""):
    return appoint_supervisor(project=row.project, person=person, since=on, until=until)


register(
    Holding(
        "handling",
        "经办事项",
        "projects.Handling",
        _say_matter,
        fill=_fill_handling,
        joins=("problem", "order"),
        narrow=_still_open,
        remark=lambda row: f"时限{zh_date(row.matter.due_on)}",
    ),
    Holding(
        "supervisor",
        "监督员",
        "projects.Supervisor",
        lambda row: str(row.project),
        fill=_fill_supervisor,
        joins=("project",),
    ),
)
