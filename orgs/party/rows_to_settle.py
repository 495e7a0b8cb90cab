"""What a Party organisation carries that must not be forgotten when the organisation goes.

Posts and covers end with their body (orgs/tenures.py). A team, a programme, a pledge that
is still open, members whose 组织关系 lies there: they go on without the body, so somebody has to say
what becomes of them. A model of any floor declares them by the attribute `handed_over`: the name of
its foreign key, and which of its rows still count, as a filter ({}: all; of a tenure, those running).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet

from ledgers.models import Tenure
from orgs.models import PartyOrganization
from orgs.party.tenure_transfers import carry
from orgs.tenures import end_tenure, still_running

HAND_OVER, END, VACATE = "hand_over", "end", "vacate"


@dataclass(frozen=True)
class RowsToSettle:
    """A kind of thing that an organisation carries: a model, by one of its foreign keys."""

    model: type[models.Model]
    field: models.ForeignKey
    condition: tuple

    @property
    def key(self) -> str:
        """Its name in forms: app.model.field."""
        return f"{self.model._meta.label_lower}.{self.field.name}"

    @property
    def label(self) -> str:
        """What it is called on a page; the field says what the rows are to the organisation."""
        return f"{self.model._meta.verbose_name}（{self.field.verbose_name}）"

    @property
    def fates(self) -> dict[str, str]:
        """What may become of it: value and words."""
        found = {HAND_OVER: "移交"}
        if issubclass(self.model, Tenure):
            found[END] = "同日终止"
        if self.field.null:
            found[VACATE] = "暂不落实，留空"
        return found

    def rows(self, organization: PartyOrganization, on: date) -> QuerySet:
        """The rows that `organization` still carries on the day `on`."""
        rows = self.model._base_manager.filter(
            **{self.field.name: organization}, **dict(self.condition)
        )
        return still_running(rows, on) if issubclass(self.model, Tenure) else rows

    def settle(
        self,
        organization: PartyOrganization,
        fate: str,
        on: date,
        successor: PartyOrganization | None,
    ) -> int:
        """Do to all rows what was decided; returns how many. Raises ValidationError."""
        rows = list(self.rows(organization, on).select_for_update().order_by("pk"))
        for row in rows:
            if fate == END:
                end_tenure(tenure=row, on=max(on, row.since))
            elif fate == HAND_OVER and not self.field.null:
                carry(row, self.field, successor, on)
            else:
                setattr(row, self.field.name, successor if fate == HAND_OVER else None)
                row.full_clean()
                row.save()
        return len(rows)


def all_rows_to_settle() -> Iterator[RowsToSettle]:
    """Every kind of thing that a Party organisation may carry, of every floor."""
    for relation in PartyOrganization._meta.related_objects:
        declared = getattr(relation.related_model, "handed_over", {})
        if relation.field.name in declared:
            condition = tuple(declared[relation.field.name].items())
            yield RowsToSettle(relation.related_model, relation.field, condition)


def held_by(organization: PartyOrganization, on: date) -> list[tuple[RowsToSettle, list]]:
    """What `organization` carries on the day `on`: each kind with its rows."""
    found = ((holding, list(holding.rows(organization, on))) for holding in all_rows_to_settle())
    return [(holding, rows) for holding, rows in found if rows]


def settle_all(
    *,
    organization: PartyOrganization,
    on: date,
    fates: dict[str, str],
    successor: PartyOrganization | None,
) -> None:
    """Settle all that `organization` carries as `fates` (key of the holding: fate) says.

    Raises ValidationError naming what nobody has decided about, or cannot be done so.
    """
    held = held_by(organization, on)
    open_ones = [h.label for h, _ in held if fates.get(h.key) not in h.fates]
    if open_ones:
        raise ValidationError(
            f"{organization}名下还有{'、'.join(open_ones)}，请逐项移交或明确处理。"
        )
    if successor is None and any(fates[h.key] == HAND_OVER for h, _ in held):
        raise ValidationError({"target": "选择了移交，请选定接收的党组织。"})
    for holding, _ in held:
        holding.settle(organization, fates[holding.key], on, successor)
