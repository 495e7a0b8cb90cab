"""The hand-over (交接): all that a person holds goes to others or is knowingly left vacant, at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.meanwhile import ChangedMeanwhile, race_in_words
from orgs.models import Person, User
from orgs.people.handover_items import HandoverItem, held_on, keys_and_tokens
from orgs.people.services import lock_person


class Fate(StrEnum):
    """What becomes of one duty."""

    GIVE = "give"
    VACATE = "vacate"
    KEEP = "keep"


@dataclass(frozen=True)
class Decision:
    """What was decided about one duty; `successor` with GIVE alone."""

    fate: str
    successor: Person | None = None


@dataclass(frozen=True)
class Done:
    """What became of one duty: `first_day` is the first one on which it is no longer theirs."""

    label: str
    fate: str
    first_day: date
    successor: str
    remark: str
    ended_words: str


class HandOverRefused(ValidationError):
    """Nothing was stored; `rows` has the sentences for each row's key."""

    def __init__(self, rows: dict[str, list[str]]):
        super().__init__("有事项不能这样交接，请按各项下的提示更正。")
        self.rows = rows


def _lock_persons(person: Person, decisions: Mapping[str, Decision], on: date) -> Person:
    """Lock all persons concerned, always in one order, so that two hand-overs cannot block."""
    successors = {d.successor.pk for d in decisions.values() if d.successor}
    locked = Person.objects.select_for_update(of=("self",)).order_by("pk")
    rows = {row.pk: row for row in locked.filter(pk__in={person.pk, *successors})}
    row = rows[person.pk]
    if row.left_on is not None and row.left_on <= on:
        raise ValidationError(f"{row.name}已于{zh_date(row.left_on)}离任，不必重复办理。")
    return row


def _refuse(
    item: HandoverItem, decision: Decision | None, person: Person, on: date, *, leaves: bool
) -> None:
    """Raise ValidationError where the decision on a row is none, or cannot be carried out."""
    if decision is None or decision.fate not in set(Fate):
        raise ValidationError("请选择由谁接任，或注明空缺。")
    if decision.fate == Fate.KEEP:
        if leaves:
            raise ValidationError("全部离任时不能保留此项，请选择由谁接任，或注明空缺。")
        return
    if item.kind.leaving_only and not leaves:
        raise ValidationError("此项只在全部离任时一并终止，请选择继续保留。")
    if item.since and on < item.since <= clock.today():
        raise ValidationError(
            f"此项自{zh_date(item.since)}起才担任，晚于离任日期{zh_date(on)}，请核对日期。"
        )
    if decision.fate == Fate.GIVE:
        if item.kind.fill is None:
            raise ValidationError("此项随本人终止，不能由他人接任。")
        if decision.successor is None:
            raise ValidationError("请查找并选定接任人。")
        if decision.successor.pk == person.pk:
            raise ValidationError("接任人不能是本人。")
    if not item.kind.dated and on > clock.today():
        raise ValidationError(
            "此项不按日期登记，不能预先办理；请先在其页面更换，或于离任当日办理。"
        )


def _carry_out(item: HandoverItem, decision: Decision, on: date, note: str) -> None:
    """End a row and, where it is passed on, give it to the successor on the same day."""
    kind, row, until = item.kind, item.row, item.until
    day = item.first_day(on)
    kind.end(row=row, on=day, note=note)
    if decision.successor and kind.fill and decision.fate == Fate.GIVE:
        lock_person(decision.successor, day, until)
        kind.fill(row=row, person=decision.successor, on=day, until=until, note=note)


def _try(
    item: HandoverItem, decision: Decision | None, person: Person, on: date, note: str, leaves: bool
) -> list[str]:
    """Carry out the decision on one row; returns the sentences that say why it cannot be."""
    try:
        with race_in_words():
            _refuse(item, decision, person, on, leaves=leaves)
            if decision and decision.fate != Fate.KEEP:
                _carry_out(item, decision, on, note)
    except ValidationError as error:
        return error.messages
    return []


@transaction.atomic
def hand_over(
    *,
    person: Person,
    on: date,
    by: User,
    decisions: Mapping[str, Decision],
    shown: Mapping[str, str],
    leaves: bool,
    note: str = "",
) -> list[Done]:
    """Hand over what `person` holds on `on` and later; all of it, or nothing where a row is refused.

    `decisions` and `shown` go by the rows' keys (`Held.key`); `shown` has the tokens that the page
    had. `leaves`: the person leaves altogether and holds nothing from `on`. Only rows in the scope
    of `by` are touched. Raises ChangedMeanwhile, HandOverRefused, or ValidationError.
    """
    person = _lock_persons(person, decisions, on)
    items = held_on(person, on, user=by, lock=True)
    foreign = sum(not item.in_scope for item in items)
    items = [item for item in items if item.in_scope]
    if keys_and_tokens(items) != dict(shown):
        raise ChangedMeanwhile(stored=items)
    if leaves and foreign:
        raise ValidationError(
            f"另有{foreign}项职务不在您的管理范围内，请先由上级组织部门办理，或改为离开部分职务。"
        )
    _refuse_nothing(items, decisions, note, leaves=leaves)
    remarks = {item.key: item.remark for item in items}
    problems = {}
    for item in items:
        found = _try(item, decisions.get(item.key), person, on, note.strip(), leaves)
        if found:
            problems[item.key] = found
    if problems:
        raise HandOverRefused(problems)
    if leaves:
        person.left_on = on
        person.full_clean()
        person.save(update_fields=["left_on"])
    return [_done(item, decisions[item.key], on, remarks[item.key]) for item in items]


def _refuse_nothing(
    items: list[HandoverItem], decisions: Mapping[str, Decision], note: str, *, leaves: bool
) -> None:
    """Raise ValidationError where nothing would change hands, or a note that is owed is missing."""
    fates = {item.key: decisions[item.key].fate for item in items if item.key in decisions}
    moving = [item for item in items if fates.get(item.key) not in (None, Fate.KEEP)]
    if not leaves and len(fates) == len(items) and not moving:
        raise ValidationError("各项都选择了继续担任，没有要办理的事项。")
    if any(item.kind.needs_note for item in moving) and not note.strip():
        raise ValidationError({"note": "请写明交接说明，例如未办结的事项和接手人。"})


def _done(item: HandoverItem, decision: Decision, on: date, remark: str) -> Done:
    return Done(
        label=item.label,
        fate=decision.fate,
        first_day=item.first_day(on),
        successor=decision.successor.name if decision.successor else "",
        remark=remark if decision.fate != Fate.KEEP else "",
        ended_words=item.kind.ended_words,
    )


def rehearse_hand_over(**about: Any) -> list[Done]:
    """What `hand_over` would do, with every rule of services and database asked; nothing stays."""
    with transaction.atomic():
        done = hand_over(**about)
        transaction.set_rollback(True)
    return done
