"""What moving, merging or dissolving a Party organisation would touch: read before it is done.

A plan carries a token of all that it speaks of. The service takes that token back and refuses
where anything has changed since, so that nobody confirms what they have not seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from ledgers.meanwhile import refuse_if_changed, token_of
from ledgers.models import Tenure
from orgs.models import FormationPartner, PartyOrganization
from orgs.party.rows_to_settle import RowsToSettle, all_rows_to_settle, held_by
from orgs.party.tenure_transfers import plan_carrying
from orgs.tenures import dependents_of

SHOWN_NAMES = 6


@dataclass(frozen=True)
class PreviewLine:
    """Rows of one kind with some of their names, and what becomes of them."""

    label: str
    count: int
    names: list[str]
    note: str = ""


@dataclass(frozen=True)
class ReorganizationPlan:
    """What would happen, in parts (title, lines); what has to be decided; what to look at."""

    token: str
    parts: list[tuple[str, list[PreviewLine]]] = field(default_factory=list)
    held: list[tuple[RowsToSettle, PreviewLine]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def _line(label: str, rows: Iterable, own_name: str, note: str = "") -> PreviewLine:
    """The name of the organisation itself says nothing new in its own list."""
    rows = list(rows)
    names = [str(row).replace(own_name, "").strip(" –:：") for row in rows[:SHOWN_NAMES]]
    return PreviewLine(label, len(rows), [name for name in names if name], note)


def standing_below(organization: PartyOrganization, on: date) -> models.QuerySet[PartyOrganization]:
    """The organisations in the subtree that are not dissolved by the day `on`."""
    return PartyOrganization.objects.get_descendants(organization).filter(
        Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=on)
    )


def token_of_plan(on: date, *organizations: PartyOrganization | None) -> str:
    """The token of the organisations, of what hangs on them and of what they carry."""
    state: list = [on]
    for organization in organizations:
        if organization is None:
            continue
        row = PartyOrganization.objects.filter(pk=organization.pk)
        state.append(list(row.values_list()))
        below = PartyOrganization.objects.get_descendants(organization)
        state.append(list(below.values_list("pk", "path", "dissolved_on")))
        for model, keys in dependents_of(PartyOrganization, [organization.pk], on):
            rows = model._base_manager.filter(pk__in=keys).order_by("pk")
            state.append([model._meta.label, list(rows.values_list("pk", "since", "until"))])
        for holding in all_rows_to_settle():
            rows = holding.rows(organization, on).order_by("pk")
            state.append([holding.key, list(rows.values_list("pk", flat=True))])
    return token_of(*state)


def refuse_changed(shown: str | None, on: date, *organizations: PartyOrganization | None) -> None:
    """Raise ChangedMeanwhile where the plan that was `shown` is no longer true (None = not asked)."""
    if shown is not None:
        now = token_of_plan(on, *organizations)
        refuse_if_changed(shown, now, "打开本页以后情况有了变化，下面是最新情况，请核对后再确认。")


def plan_move(
    organization: PartyOrganization, target: PartyOrganization | None, on: date
) -> ReorganizationPlan:
    """Moving changes no post and no cover; the plan tells what comes along."""
    family = PartyOrganization.objects.get_descendants(organization, include_self=True)
    keys = list(family.values_list("pk", flat=True))
    lines = [_line("下级党组织", standing_below(organization, on), organization.name)]
    found: dict = {}
    for model, rows in dependents_of(PartyOrganization, keys, on):
        found.setdefault(model, set()).update(rows)
    for model, rows in found.items():
        lines.append(
            _line(
                model._meta.verbose_name,
                model._base_manager.filter(pk__in=rows).order_by("pk"),
                organization.name,
            )
        )
    for holding, rows in held_by(organization, on):
        lines.append(_line(holding.label, rows, organization.name))
    token = token_of_plan(on, organization, target)
    return ReorganizationPlan(
        token, [("随同调整，内容不变", [line for line in lines if line.count])]
    )


def plan_dissolution(organization: PartyOrganization, on: date) -> ReorganizationPlan:
    """What ends that day, and what has to be handed over or knowingly ended first."""
    held = held_by(organization, on)
    handed = {(holding.model, row.pk) for holding, rows in held for row in rows}
    found: dict = {}
    for model, keys in dependents_of(PartyOrganization, [organization.pk], on):
        found.setdefault(model, set()).update(key for key in keys if (model, key) not in handed)
    lines = [
        _line(model._meta.verbose_name, model._base_manager.filter(pk__in=keys), organization.name)
        for model, keys in found.items()
        if keys
    ]
    return ReorganizationPlan(
        token_of_plan(on, organization),
        [("同日一并终止", lines)] if lines else [],
        [(holding, _line(holding.label, rows, organization.name)) for holding, rows in held],
    )


def plan_merge(
    organization: PartyOrganization, into: PartyOrganization, on: date
) -> ReorganizationPlan:
    """What the survivor takes over from that day, and what ends because it has it already."""
    name = organization.name
    moved: dict[tuple[Any, str], list[Any]] = {}
    ended: dict[tuple[Any, str], list[Any]] = {}
    for item in plan_carrying(organization, into, on):
        group = ended if item.why else moved
        group.setdefault((type(item.row), item.why), []).append(item.row)
        for row in item.with_it:
            group.setdefault((type(row), item.why), []).append(row)
    below = list(standing_below(organization, on).filter(depth=organization.depth + 1))
    kept = [_line(m._meta.verbose_name, rows, name) for (m, _), rows in moved.items()]
    kept += [_line("下级党组织", below, name)] if below else []
    kept += [
        _line(holding.label, rows, name)
        for holding, rows in held_by(organization, on)
        if not issubclass(holding.model, Tenure) or holding.field.null
    ]
    partners = FormationPartner.objects.filter(organization=organization).exclude(
        unit__in=into.formation_partners.values("unit")
    )
    kept += [_line("联建单位", partners, name)] if partners else []
    gone = [_line(m._meta.verbose_name, rows, name, why) for (m, why), rows in ended.items()]
    parts = [(f"自该日起转到{into.name}", kept), ("同日终止，不重复登记", gone)]
    return ReorganizationPlan(
        token_of_plan(on, organization, into),
        [part for part in parts if part[1]],
        warnings=_merge_warnings(into, below),
    )


def _merge_warnings(into: PartyOrganization, below: list[PartyOrganization]) -> list[str]:
    """What is to be looked at after merging."""
    names = set(PartyOrganization.objects.get_children(into).values_list("name", flat=True))
    twins = [row.name for row in below if row.name in names]
    found = [f"党员人数不相加，请在并入后为{into.name}重新统计登记。"]
    if twins:
        found.append(f"并入后有同名下级党组织：{'、'.join(twins)}，请核对，需要时再行合并。")
    return found
