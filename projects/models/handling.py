from django.db import models
from django.db.models import Q

from ledgers.history import tracked
from ledgers.models import Tenure, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedTenureQuerySet
from projects.models.orders import SupervisionOrder
from projects.models.problems import Problem


@tracked
class Handling(Tenure):
    """经办人: the person who handles a problem or an order for its unit, one at a time."""

    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="handlings", verbose_name="经办人"
    )
    problem = models.ForeignKey(
        Problem,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="handlings",
        verbose_name="问题",
    )
    order = models.ForeignKey(
        SupervisionOrder,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="handlings",
        verbose_name="督办单",
    )
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="+", verbose_name="所在区划"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    ends_with = ("problem", "order")  # see orgs/tenures.py

    class Meta:
        verbose_name = verbose_name_plural = "经办人"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(problem__isnull=True) ^ Q(order__isnull=True),
                name="handling_of_problem_or_order",
                violation_error_message="经办应对应一个问题或一份督办单，二者选一。",
            ),
            one_at_a_time(
                "handling_one_of_problem",
                "该问题此期间已有经办人，请先结束前任。",
                "problem",
                condition=Q(problem__isnull=False),
            ),
            one_at_a_time(
                "handling_one_of_order",
                "该督办单此期间已有经办人，请先结束前任。",
                "order",
                condition=Q(order__isnull=False),
            ),
        ]

    @property
    def matter(self):
        """The problem or the order that is handled."""
        return self.problem or self.order

    def __str__(self):
        return f"{self.matter}:{self.person}"

    def clean(self):
        if self.matter:
            self.division_id = self.matter.division_id
