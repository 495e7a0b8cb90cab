"""The ledgers of problems, supervision orders and follow-up visits."""

from django.db.models import (
    Case,
    CharField,
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    Value,
    When,
)
from django.db.models.functions import ExtractDay

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from projects import models, tab_groups
from projects.problems.filters import FollowUpFilters, OrderFilters, ProblemFilters
from projects.problems.ledger_forms import ProblemForm
from projects.problems.tables import FollowUpLedgerTable, OrderTable, ProblemTable
from projects.sections import PROBLEMS


def state_on(on, *, ended="closed", waits="replied_on"):
    """Where a problem or an order stood on the day `on`: open, waiting, overdue, closed.

    `ended` is the word, or the field that has it, for what is closed; `waits` the day since when
    somebody else has to look.
    """
    return Case(
        When(closed_on__lte=on, then=ended if isinstance(ended, F) else Value(ended)),
        When(due_on__lt=on, then=Value("overdue")),
        When(**{f"{waits}__lte": on}, then=Value("waiting")),
        default=Value("open"),
        output_field=CharField(),
    )


def late_days(on):
    """Whole days past the deadline on the day `on`, of what is still open; else nothing."""
    still = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    late = ExtractDay(ExpressionWrapper(Value(on, DateField()) - F("due_on"), DurationField()))
    return Case(When(still & Q(due_on__lt=on), then=late), output_field=IntegerField())


class StateLedger(Ledger):
    """Problems and orders: open from a day until they are closed; the open ones come first."""

    ordering = (F("closed_on").desc(nulls_first=True), "due_on")

    def annotated(self, queryset, on):
        return queryset.annotate(state=state_on(on), late=late_days(on))


@register
class ProblemLedger(StateLedger):
    model = models.Problem
    noun = "problem"
    tab_position = 20
    room = tab_groups.TROUBLE
    title = "问题台账"
    table = ProblemTable
    filters = ProblemFilters
    form = ProblemForm
    # Unit and deadline move by 交办 alone, which asks for the reason.
    bulk = ("category", "source", "is_disputed")
    search = ("title", "courtyard__search_text", "project__search_text", "road__search_text")
    search_hint = "问题、楼院、项目或路段"
    as_of = "raised_on"
    facts = (
        "category", "source", "division", "courtyard", "project", "road", "responsible_unit",
        "raised_on", "due_on", "reported_on", "closed_on", "ending", "ending_note",
        "reopened_times", "is_disputed",
    )  # fmt: skip
    sections = (
        Rows(
            "督办单",
            models.SupervisionOrder,
            "problems",
            columns=("number", "title", "state", "due_on"),
            quiet=True,
        ),
    )

    def annotated(self, queryset, on):
        state = state_on(on, ended=F("ending"), waits="reported_on")
        return queryset.annotate(state=state, late=late_days(on))

    def more_facts(self, obj, on):
        days = obj.late_days(on)
        return [("超期", f"超期{days}天", "", "red")] if days else []


@register
class OrderLedger(StateLedger):
    model = models.SupervisionOrder
    noun = "order"
    tab_position = 21
    room = tab_groups.TROUBLE
    title = "督办单台账"
    table = OrderTable
    filters = OrderFilters
    search = ("number", "title", "to_unit__search_text")
    search_hint = "编号、事项或承办单位"
    as_of = "issued_on"
    sections = (Rows("涉及问题", models.Problem, "orders", columns=PROBLEMS, quiet=True),)

    def more_facts(self, obj, on):
        days = obj.late_days(on)
        return [("超期", f"超期{days}天", "", "red")] if days else []


@register
class FollowUpLedger(Ledger):
    model = models.FollowUpVisit
    noun = "follow_up"
    tab_position = 22
    room = tab_groups.TROUBLE
    title = "跟踪问效台账"
    table = FollowUpLedgerTable
    filters = FollowUpFilters
    search = ("project__search_text", "finding")
    search_hint = "项目或发现的问题"
    as_of = "visited_on"
    origin = "在项目页面点“登记跟踪问效”。"
