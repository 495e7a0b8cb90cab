"""What the projects hang on a person: open problems and orders, and projects watched over."""

from django.db.models import Q

from ledgers import clock
from ledgers.formats import zh_date
from orgs.people.handover_items import HandoverKind, register_handover_kind, remark_on
from projects.models import Problem, SupervisionOrder
from projects.problems.handling import appoint_supervisor, assign_handler


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


def _problems_of_courtyard(row) -> str:
    """The open problems of a courtyard stay with it, and so come to its next cadre or head."""
    found = Problem.objects.open_on(clock.today()).filter(courtyard=row.courtyard_id).count()
    return f"该楼院有{found}个未销号问题" if row.courtyard_id and found else ""


def _matters_of_unit(row) -> str:
    """The open problems and orders of a unit stay with whoever answers for it."""
    if row.unit_id is None or row.role == "staff":
        return ""
    today = clock.today()
    problems = Problem.objects.open_on(today).filter(responsible_unit=row.unit_id).count()
    orders = SupervisionOrder.objects.open_on(today).filter(to_unit=row.unit_id).count()
    told = [f"{problems}个未销号问题"] * bool(problems) + [f"{orders}份未办结督办单"] * bool(orders)
    return f"该单位有{'、'.join(told)}" if told else ""


remark_on("paired_cadre", _problems_of_courtyard)
remark_on("headship", _problems_of_courtyard)
remark_on("post", _matters_of_unit)
register_handover_kind(
    HandoverKind(
        "handling",
        "经办事项",
        "projects.Handling",
        _say_matter,
        fill=_fill_handling,
        joins=("problem", "order"),
        narrow=_still_open,
        remark=lambda row: f"时限{zh_date(row.matter.due_on)}",
    ),
    HandoverKind(
        "supervisor",
        "监督员",
        "projects.Supervisor",
        lambda row: str(row.project),
        fill=_fill_supervisor,
        joins=("project",),
    ),
)
