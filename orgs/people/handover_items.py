"""What hangs on a person, and how it goes to another: the protocol of the hand-over page (交接).

Each floor registers the kinds of duties that it hangs on a person, in its `handover_items.py`; this
floor knows them as `Holding` only. See orgs/people/handover.py for the act itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db.models import F, Q, QuerySet

from ledgers.meanwhile import token_of_row
from orgs.access import Verb, visible_to
from orgs.models import Person
from orgs.tenures import end_tenure


def end_row(*, row, on: date, note: str = "") -> None:
    """How most duties end: on the day, with what depends on them."""
    end_tenure(tenure=row, on=on)


@dataclass(frozen=True)
class HandoverKind:
    """A kind of duty, or of what a person holds otherwise.

    `say(row)` names it without its holder. `fill(row=, person=, on=, until=, note=)` gives the
    same duty to `person` from the day `on` and returns the new row; without it the row can only
    end with the person (a membership). `end(row=, on=, note=)` ends it. `narrow(rows, day)` keeps
    the rows that still matter (a closed problem needs nobody). `joins` are read with the rows.
    `remark(row)` says what ends with it. `dated`: whether the row itself is the tenure; a
    duty that is not changes hands at once and never on a later day. `leaving_only`: it ends only
    where the person leaves altogether. `needs_note`: not given up without a hand-over note.
    """

    code: str
    label: str
    model: str
    say: Callable
    fill: Callable | None = None
    end: Callable = end_row
    verb: str = Verb.EDIT
    holder: str = "person"
    joins: tuple[str, ...] = ()
    narrow: Callable = lambda rows, day: rows
    remark: Callable = lambda row: ""
    dated: bool = True
    leaving_only: bool = False
    needs_note: bool = False
    ended_words: str = "暂时空缺"

    @property
    def rows_of(self) -> type:
        """The model class."""
        return apps.get_model(self.model)

    def held_by(self, person: Person, day: date) -> QuerySet:
        """The rows that `person` holds on `day` or begins to hold later."""
        rows = self.rows_of.objects.filter(**{self.holder: person})
        if self.dated:
            rows = rows.filter(Q(until__isnull=True) | Q(until__gt=day))
            rows = rows.exclude(until=F("since"))
        return self.narrow(rows, day).order_by("pk")


def compared_columns(row) -> list[str]:
    """The columns that the trail keeps too; the pinyin key only follows from the name."""
    return [f.attname for f in row._meta.concrete_fields if f.name != "search_text"]


@dataclass
class HandoverItem:
    """One row that a person holds, as the page shows it and the service hands it over."""

    kind: HandoverKind
    row: object
    in_scope: bool = True

    @property
    def key(self) -> str:
        return f"{self.kind.code}-{self.row.pk}"

    @property
    def token(self) -> str:
        """Changes with any field of the row, so that a page notices what happened meanwhile."""
        return token_of_row(self.row, compared_columns(self.row))

    @property
    def label(self) -> str:
        return f"{self.kind.label}：{self.kind.say(self.row)}"

    @cached_property
    def remark(self) -> str:
        """What ends with it, or else belongs to it; asked for before anything ends."""
        told = [self.kind.remark(self.row)]
        told += [tell(self.row) for tell in _remarks.get(self.kind.code, ())]
        return "；".join(words for words in told if words)

    @property
    def since(self) -> date | None:
        return self.row.since if self.kind.dated else None

    @property
    def until(self) -> date | None:
        return self.row.until if self.kind.dated else None

    def first_day(self, on: date) -> date:
        """The day from which it is another's, or nobody's: what begins later never begins."""
        return max(on, self.row.since) if self.kind.dated else on


_kinds: dict[str, HandoverKind] = {}
_remarks: dict[str, list[Callable]] = {}


def register_handover_kind(*kinds: HandoverKind) -> None:
    """Add kinds of duties. Raises ImproperlyConfigured for a code that is taken."""
    for kind in kinds:
        if kind.code in _kinds:
            raise ImproperlyConfigured(f"{kind.code} is registered twice.")
        _kinds[kind.code] = kind


def remark_on(code: str, tell: Callable) -> None:
    """Let a higher floor say what goes along with a duty of a lower one; `tell(row)` gives words."""
    _remarks.setdefault(code, []).append(tell)


def handover_kind(code: str) -> HandoverKind:
    """The kind of duty `code`. Raises KeyError."""
    return _kinds[code]


def all_handover_kinds() -> list[HandoverKind]:
    """Every kind, the lowest floor's first."""
    return list(_kinds.values())


def held_on(person: Person, day: date, *, user, lock: bool = False) -> list[HandoverItem]:
    """All that `person` holds on `day` or later, marked with whether `user` may hand it over.

    `lock`: keep the rows from changing until the transaction ends. Two queries for each kind.
    """
    found = []
    for kind in all_handover_kinds():
        rows = kind.held_by(person, day)
        if lock:
            rows = rows.select_for_update(of=("self",))
        rows = list(rows.select_related(*kind.joins))
        if rows:
            these = kind.rows_of.objects.filter(pk__in=[row.pk for row in rows])
            mine = set(visible_to(these, user, kind.verb).values_list("pk", flat=True))
            found += [HandoverItem(kind, row, row.pk in mine) for row in rows]
    return found


def successor_of(
    row, *, person: Person, on: date, until: date | None = None, holder: str = "person"
):
    """A new, checked and stored row like `row` for `person` between `on` and `until`."""
    kept = {
        field.name: getattr(row, field.name)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    new = type(row)(**kept | {holder: person, "since": on, "until": until})
    new.full_clean()
    new.save()
    return new


def keys_and_tokens(items: Iterable[HandoverItem]) -> dict[str, str]:
    """What a page remembers of the rows that it showed."""
    return {item.key: item.token for item in items}
