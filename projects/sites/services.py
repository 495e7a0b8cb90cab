"""A demolition step by step. No step without its basis, and none while a dispute is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update
from ledgers.formats import zh_date
from orgs.tenures import lock
from projects.models import DemolitionCase, DemolitionDispute, DemolitionRecord, Project


@transaction.atomic
def advance_case(
    *,
    case: DemolitionCase,
    on: date,
    today: date,
    legal_basis: str = "",
    appeal_until: date | None = None,
) -> DemolitionCase:
    """Take the next step of a demolition on the day `on`; the last one makes the record that counts.

    Raises ValidationError while a dispute is open, without a basis for the decision and the
    demolition, before the time for appeal has run out, or for a day to come.
    """
    row = lock(case)
    _refuse_disputed(row)
    if row.next_step is None:
        raise ValidationError(f"该事项已于{zh_date(row.enforced_on)}拆除，不必重复登记。")
    field, word = row.next_step
    if on > today:
        raise ValidationError({"on": "日期不能晚于今天。"})
    _refuse_before_the_last_step(row, on)
    row.legal_basis = legal_basis.strip() or row.legal_basis
    row.appeal_until = appeal_until or row.appeal_until
    if field in ("decided_on", "enforced_on") and not row.legal_basis:
        raise ValidationError({"legal_basis": f"“{word}”须先有依据，请填写决定文号或同意书编号。"})
    if field == "enforced_on" and row.appeal_until and on <= row.appeal_until:
        ends = zh_date(row.appeal_until)
        raise ValidationError({"on": f"复议、诉讼期到{ends}届满，期满前不能拆除。"})
    setattr(row, field, on)
    row.full_clean()
    if field == "enforced_on":
        row.record = _record(row)
    row.save()
    return row


@transaction.atomic
def raise_dispute(*, case: DemolitionCase, on: date, matter: str) -> DemolitionDispute:
    """A dispute is raised: from now on the case stands still. One at a time."""
    row = lock(case)
    if row.enforced_on is not None:
        raise ValidationError("该事项已经拆除，争议请在问题台账登记。")
    dispute = DemolitionDispute(case=row, raised_on=on, matter=matter.strip())
    if on < row.registered_on:
        raise ValidationError({"on": "不能早于登记日期。"})
    _refuse_disputed(row)
    dispute.full_clean()
    dispute.save()
    return dispute


@transaction.atomic
def resolve_dispute(*, case: DemolitionCase, on: date, resolution: str) -> DemolitionDispute:
    """The open dispute is resolved on `on`; `resolution` says how. The case may go on."""
    row = lock(case)
    dispute = row.disputes.filter(resolved_on=None).first()
    if dispute is None:
        raise ValidationError("该事项没有未化解的争议。")
    dispute.resolved_on, dispute.resolution = on, resolution.strip()
    if not dispute.resolution:
        raise ValidationError({"resolution": "请写明怎样化解的。"})
    dispute.full_clean()
    dispute.save()
    return dispute


def _refuse_before_the_last_step(row: DemolitionCase, on: date) -> None:
    day, word = max((getattr(row, f), w) for f, w in row.STEPS if getattr(row, f))
    if on < day:
        raise ValidationError({"on": f"日期不能早于上一步“{word}”（{zh_date(day)}）。"})


def _refuse_disputed(row: DemolitionCase) -> None:
    dispute = row.disputes.filter(resolved_on=None).first()
    if dispute:
        raise ValidationError(
            f"{zh_date(dispute.raised_on)}起有争议：{dispute.matter}。化解并登记之前，不能往下办理。"
        )


def _record(row: DemolitionCase) -> DemolitionRecord:
    values = {
        name: getattr(row, name) for name in ("places", "area_m2", "area_qualifier", "legal_basis")
    }
    return record_demolitions.one(Demolition(row.project, row.kind, row.enforced_on, values))


@dataclass(frozen=True, slots=True)
class Demolition:
    """What was removed of a kind in a project on a day; `values` by the record's fields.

    `amending`: the record that says so from now on, rather than a new one.
    """

    project: Project
    kind: str
    demolished_on: date
    values: Mapping[str, Any]
    amending: DemolitionRecord | None = None


@takes_list
def record_demolitions(demolitions: list[Demolition]) -> list[DemolitionRecord]:
    """Record what was removed. Raises RowErrors."""

    def record(one: Demolition) -> DemolitionRecord:
        row = one.amending or make(
            DemolitionRecord, project=one.project, kind=one.kind, demolished_on=one.demolished_on
        )
        for name, value in one.values.items():
            setattr(row, name, value)
        check_row(row)
        return row

    rows = each(demolitions, record)
    update(
        (row for row in rows if row.pk),
        dict.fromkeys(name for one in demolitions if one.amending for name in one.values),
    )
    insert(row for row in rows if row.pk is None)
    return rows
