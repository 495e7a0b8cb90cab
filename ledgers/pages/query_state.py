"""What the visitor asks of a ledger by the address: filters, columns, order, and the links that keep them."""

from functools import cached_property

from django.utils.http import urlencode

from ledgers.as_of import BadRequestPage
from ledgers.columns import AmountColumn
from ledgers.pages.ledger_page import LedgerPage
from ledgers.pages.saved_views import views_for
from ledgers.pages.tables import ordered

# What a link of the page does not carry on: where one is, and what was done with the rows.
PASSING = {"page", "format", "form", "pick", "all", "error"}


class AskedOfLedger(LedgerPage):
    """Base of the pages that speak of the rows which the query string asks for.

    `?q=` searches, `?sort=` sorts, `?cols=name,division` picks and orders the columns, other
    parameters belong to the ledger's filters. Whatever makes no sense raises BadRequestPage,
    except for a filter value, which the filter form tells.
    """

    extra_columns = ()

    def base_queryset(self):
        """The rows before any filter: by default those of the ledger, as of `request.on`."""
        return self.ledger.queryset(self.request.user, self.request.on)

    @cached_property
    def filterset(self):
        found = self._filterset(self.request.GET)
        names = found.outside() if self.opens_view else []
        if not names:
            return found
        data = self.request.GET.copy()
        for name in names:
            del data[name]
        # Of the row itself nothing may be said, not even whether there is one.
        labels = [str(found.form[name].label) for name in names]
        found = self._filterset(data)
        found.left_out, found.left_out_labels = names, labels
        return found

    def _filterset(self, data):
        # A query string is always a question, also an empty one: `data` must not be None.
        found = self.ledger.filters(data=data, queryset=self.base_queryset(), request=self.request)
        found.ledger = self.ledger
        return found

    @property
    def opens_view(self) -> bool:
        """Whether a saved view is opened. What its conditions name may lie outside the reader's scope.

        They are then left out and the page says so. A file has no such page and is refused.
        """
        asked = self.request.GET
        return asked.get("view", "0") not in ("", "0") and not asked.get("format")

    # -- columns and order --------------------------------------------------------------------

    @cached_property
    def full_plan(self):
        """All columns of the ledger, whichever are shown: the list may be sorted by any."""
        return self.ledger.plan(extra=self.extra_columns)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns asked for, in that order; () for all. Raises BadRequestPage for an unknown one."""
        asked = [name.strip() for name in self.request.GET.get("cols", "").split(",")]
        asked = tuple(dict.fromkeys(name for name in asked if name))
        known = self.ledger.table.base_columns
        wrong = [name for name in asked if name not in known]
        if wrong:
            raise BadRequestPage(
                f"{self.ledger.get_title()}没有“{wrong[0][:20]}”这一列，请在“选列”中重新选择。"
            )
        return asked

    @cached_property
    def plan(self):
        return self.ledger.plan(names=self.columns, extra=self.extra_columns)

    @cached_property
    def sort(self) -> str:
        """The column asked for, "-" before it for descending, or "". Raises BadRequestPage."""
        asked = self.request.GET.get("sort", "").strip()
        sortable = {cell.name for cell in self.full_plan.cells if cell.orderable is not False}
        if asked and asked.removeprefix("-") not in sortable:
            raise BadRequestPage(f"不能按“{asked[:20]}”排序，请点击表头选择排序的列。")
        return asked

    def ordered(self, queryset):
        """`queryset` in the order asked for; lookups are added only where the order needs them."""
        if not self.sort:
            return queryset.order_by(*self.ledger.default_order())
        extra = [(name, AmountColumn(label)) for name, label in self.extra_columns]
        return ordered(queryset, self.ledger.table(queryset, extra_columns=extra), self.sort)

    def sorted_queryset(self):
        """All filtered rows with all that the columns need, in the order asked for."""
        return self.ordered(self.ledger.prepared(self.filterset.qs, self.request.on, many=True))

    # -- addresses ----------------------------------------------------------------------------

    @cached_property
    def kept(self) -> dict:
        """What every link of the page keeps: filters, search, sort, columns and the day asked for.

        A view that was opened without one of its conditions is not this view any more.
        """
        left_out = self.filterset.left_out if self.opens_view else []
        gone = {*left_out, "view"} if left_out else set()
        return {
            key: value
            for key, value in self.request.GET.items()
            if value != "" and key not in PASSING and key not in gone
        }

    def link(self, **changed) -> str:
        query = {key: value for key, value in (self.kept | changed).items() if value != ""}
        return f"?{urlencode(query)}"

    def on_suffix(self) -> str:
        asked = self.request.asked_on
        return f"?on={asked.isoformat()}" if asked else ""

    def list_link(self) -> str:
        """The list as it was asked for."""
        return self.ledger.list_address() + (self.link() if self.kept else "")

    # -- saved views --------------------------------------------------------------------------

    @cached_property
    def at_home(self) -> bool:
        """Whether this is the ledger's own list, not one that a figure or a gap borrows."""
        return self.request.path == self.ledger.list_address()

    @cached_property
    def saved_views(self) -> list:
        return views_for(self.ledger, self.request.user) if self.at_home else []
