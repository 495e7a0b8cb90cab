"""常用视图: which ones a reader is offered, and what happens to them.

A view is an address: its query string holds filters, sort and columns, so a link to it shows the
same to everybody, and what is remembered of the page (ledgers/query_cache.py) needs to know nothing
of views. Services raise ValidationError in Chinese; a view that is not the user's own is not found.
"""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404

from ledgers.models import SavedView
from ledgers.query_cache import cached

EDIT = "edit"  # the verb that sharing asks for
MOST = 40  # own views of one ledger


@dataclass(frozen=True)
class Offered:
    """A view as the list page offers it."""

    pk: int
    name: str
    query: str
    is_default: bool
    is_shared: bool
    owner: str  # "" where it is the reader's own

    @property
    def address(self) -> str:
        """The query string that opens it, and says which view it is."""
        return "?" + "&".join(part for part in (self.query, f"view={self.pk}") if part)


def key_of(ledger) -> str:
    """The name under which what belongs to a ledger is kept."""
    return ledger.model._meta.label_lower


def views_for(ledger, user) -> list[Offered]:
    """The views of a ledger that `user` is offered: own ones first, then those shared with them.

    Shared ones appear where all that the reader may see lies within what their owner may edit.
    """
    offered = cached(("saved views", key_of(ledger)), lambda: _all_of(key_of(ledger)))
    own = [view for view, owner, _ in offered if owner == user.pk]
    shared = [
        replace(view, is_default=False)
        for view, owner, reach in offered
        if owner != user.pk and reach and user.scope.lies_within(reach)
    ]
    return [replace(view, owner="") for view in own] + shared


def _all_of(key: str) -> list[tuple[Offered, int, list[str]]]:
    """Every view of a ledger with its owner's key and what it is shared over; the same for all."""
    rows = SavedView.objects.filter(ledger=key, owner__is_active=True).select_related("owner")
    return [
        (
            Offered(
                row.pk,
                row.name,
                row.query,
                row.is_default,
                row.is_shared,
                row.owner.display_name,
            ),
            row.owner_id,
            row.shared_over,
        )
        for row in rows.order_by("name", "pk")
    ]


def kept_query(ledger, query: str) -> str:
    """What of a query string a view keeps: filters, search, sort and columns; no day, no page."""
    known = {*ledger.filters.base_filters, "sort", "cols"}
    pairs = [(key, value) for key, value in parse_qsl(query) if key in known and value]
    return urlencode(dict(pairs))


def _own(user, pk) -> SavedView:
    """The user's own view, locked. Raises Http404 where there is none."""
    row = SavedView.objects.select_for_update().filter(owner=user, pk=pk).first()
    if row is None:
        raise Http404("no such view")
    return row


def _store(row: SavedView) -> SavedView:
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:  # the same form sent twice at once
        raise ValidationError("您刚刚已保存过同名的常用视图，请刷新后再看。") from error
    return row


@transaction.atomic
def save_view(
    *,
    user,
    ledger,
    name: str,
    query: str,
    overwrite: bool = False,
    default: bool = False,
    shared: bool = False,
) -> SavedView:
    """Keep `query` under `name`; `overwrite`: instead of what the name held so far.

    Raises ValidationError for a name that is taken (without `overwrite`), too long or empty, for one
    view too many, and for sharing without the right to edit.
    """
    mine = SavedView.objects.select_for_update().filter(owner=user, ledger=key_of(ledger))
    row = mine.filter(name=name.strip()).first()
    if row is not None and not overwrite:
        raise ValidationError(
            {"name": f"您已有名为“{row.name}”的常用视图，请换个名称，或勾选覆盖。"}
        )
    if row is None and mine.count() >= MOST:
        raise ValidationError(f"一个台账最多存{MOST}个常用视图，请先删除不用的。")
    row = row or SavedView(owner=user, ledger=key_of(ledger), name=name.strip())
    row.query = kept_query(ledger, query)
    _store(row)
    if default:
        set_default(user=user, pk=row.pk, default=True)
    if shared or row.is_shared:
        share_view(user=user, pk=row.pk, shared=shared)
    return row


@transaction.atomic
def rename_view(*, user, pk: int, name: str) -> SavedView:
    """Give a view of one's own another name."""
    row = _own(user, pk)
    row.name = name.strip()
    return _store(row)


@transaction.atomic
def delete_view(*, user, pk: int) -> SavedView:
    """Throw a view of one's own away; those it was shared with lose it too."""
    row = _own(user, pk)
    row.delete()
    return row


@transaction.atomic
def set_default(*, user, pk: int, default: bool) -> SavedView:
    """Let a ledger open with this view from now on, or no longer."""
    row = _own(user, pk)
    SavedView.objects.filter(owner=user, ledger=row.ledger, is_default=True).update(
        is_default=False
    )
    row.is_default = default
    return _store(row)


@transaction.atomic
def share_view(*, user, pk: int, shared: bool) -> SavedView:
    """Offer a view to those whose scope lies within what `user` may edit, or no longer."""
    row = _own(user, pk)
    reach = user.scope.reach(EDIT) if shared else []
    if shared and not reach:
        raise ValidationError("只有维护台账的账号可以共享常用视图。")
    row.shared_over = reach
    return _store(row)
