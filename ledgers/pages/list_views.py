"""The list page of a ledger: filter, search, sort, page, export. Figures reuse it for their rows."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from markupsafe import Markup

from ledgers import registry
from ledgers.all_pages import verb_of
from ledgers.as_of import BadRequestPage
from ledgers.pages.file_responses import LedgerFiles
from ledgers.pages.query_state import AskedOfLedger
from ledgers.pages.services import BULK_LIMIT
from ledgers.query_cache import cached, one_state


@dataclass(frozen=True)
class Header:
    """A column's head: its label, where a click on it leads, and how it sorts now."""

    label: str
    css: str
    href: str
    sorted: str  # "", "ascending", "descending"


class _WrongFilter(Exception):
    """A filter value makes no sense; the form says which and why."""


class _Counted:
    """Rows for the paginator, which only counts them: no ordering, no columns."""

    def __init__(self, queryset):
        self.queryset = queryset.order_by()

    def count(self) -> int:
        return self.queryset.count()

    def __getitem__(self, window):
        return self.queryset[window]


class LedgerListView(LedgerFiles, AskedOfLedger):
    """GET: the rows of `base_queryset()` as the query string asks.

    `?page=` pages, `?format=csv|xlsx|official|copy|print` gives the same rows as a file or for paper
    (LedgerFiles); the rest is told by AskedOfLedger. A wrong filter value gives the page with its
    error and status 400. The bare address leads to the reader's default view, where there is one.

    A subclass sets what differs, as class attributes or in `setup()`: `ledger`, `heading`, `lead`
    (a sentence), `breadcrumb` ((label, address) pairs), `extra_columns` ((annotation, header)
    pairs of numbers), `row_action`, and `base_queryset()`, which gives rows of the ledger's model that the reader may see.
    """

    verb = "view"
    heading = ""  # default: the title
    lead = ""
    breadcrumb = ()
    row_action = None  # (URL name that takes the row's key, label): a last column of buttons

    def get(self, request, *args, **kwargs):
        with one_state():
            elsewhere = self._chosen_columns() or self._default_view()
            return redirect(elsewhere) if elsewhere else self._answer(request)

    def _answer(self, request):
        asked = request.GET.get("format")
        if asked and self.filterset.is_valid():
            return self.printed() if asked == "print" else self.export(asked)
        swap, status = self._swaps(), 200
        try:
            body = cached(self._about(swap), lambda: self._body(swap, self._listing))
        except _WrongFilter:
            status, body = 400, self._body(swap, lambda: {"rows": None, "sort": ""})
        context = {
            "title": self.heading or self.title,
            "breadcrumb": self.breadcrumb,
            "kept": self.kept,
            "ledger": self.ledger,
            "views": self.saved_views,
            "view_now": request.GET.get("view", ""),
            "link": self.link,
            "body": Markup(body),  # noqa: S704 (our own template, escaped when it was rendered)
        }
        template = "ledgers/pages/bare.html" if swap else "ledgers/pages/list.html"
        response = render(request, template, context, status=status)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def _swaps(self) -> bool:
        """Whether htmx asks for the rows alone."""
        return bool(self.request.htmx and not self.request.htmx.history_restore_request)

    def _chosen_columns(self) -> str:
        """Where the form 选列 leads: its boxes and numbers as one `?cols=`; "" if it was not sent."""
        asked = self.request.GET
        if "col" not in asked:
            return ""
        places = {name: asked.get(f"at-{name}", "") for name in asked.getlist("col")}
        chosen = sorted(places, key=lambda name: int(places[name][:3] or 0)
                        if places[name][:3].isdecimal() else 0)  # fmt: skip
        everything = chosen == list(self.ledger.table.base_columns)
        kept = {k: v for k, v in self.kept.items() if k != "col" and not k.startswith("at-")}
        kept["cols"] = "" if everything else ",".join(chosen)
        query = urlencode({key: value for key, value in kept.items() if value})
        return f"{self.request.path}?{query}"

    def _default_view(self) -> str:
        """Where the bare address of the ledger leads: to the reader's default view, or ""."""
        if self._swaps() or set(self.request.GET) - {"on"}:
            return ""
        chosen = next((view for view in self.saved_views if view.is_default), None)
        if chosen is None:
            return ""
        asked = self.request.asked_on
        return self.request.path + chosen.address + (f"&on={asked.isoformat()}" if asked else "")

    def _about(self, swap: bool) -> tuple:
        """All that the page depends on besides the data: who asks what, for which day."""
        request = self.request
        return (request.path, request.GET.urlencode(), request.user.scope, request.on, swap)

    @cached_property
    def may_pick(self) -> bool:
        """Whether rows can be chosen for 批量修改; the page of each says whether it may be changed."""
        ledger = self.ledger
        return bool(ledger.bulk) and self.at_home and self.request.user.may(ledger.change_verb)

    # -- the rows -----------------------------------------------------------------------------

    def _window(self, start: int):
        """The records of one page. What the columns need is computed for its rows alone."""
        ledger, on, found = self.ledger, self.request.on, self.filterset.qs
        stop = start + ledger.page_size
        if not start and not self.sort:
            return self.plan.records(self.ordered(ledger.prepared(found, on))[:stop])
        keys = (
            self.ordered(ledger.prepared(found, on, many=True))
            if self.sort
            else (self.ordered(found))
        )
        keys = list(keys.values_list("pk", flat=True)[start:stop])
        rows = ledger.prepared(found.filter(pk__in=keys), on).order_by()
        records = {record[0]: record for record in self.plan.records(rows)}
        return [records[key] for key in keys if key in records]

    def _listing(self) -> dict:
        if not self.filterset.is_valid():
            raise _WrongFilter
        paginator = Paginator(_Counted(self.filterset.qs), self.ledger.page_size)
        page = paginator.page(min(self._page_number(), paginator.num_pages))
        records = self._window((page.number - 1) * self.ledger.page_size) if paginator.count else []
        return {
            "rows": self.plan.html(
                records, self.request.user, self.on_suffix(), self.row_action, self.may_pick
            ),
            "count": paginator.count,
            "page": page,
            "pages": self._page_links(page),
            "headers": self._headers(),
            "sort": self.sort,
            "choices": self._column_choices(),
        }

    def _column_choices(self) -> list[tuple[str, str, bool]]:
        """(name, label, whether shown) of each column: the shown ones first, in their order."""
        cells = {cell.name: cell for cell in self.ledger.plan().cells}
        shown = self.columns or tuple(cells)
        names = [*shown, *(name for name in cells if name not in shown)]
        return [(name, cells[name].label, name in shown) for name in names]

    def _page_number(self) -> int:
        asked = self.request.GET.get("page", "1").strip() or "1"
        if not asked.lstrip("-").isdecimal() or len(asked) > 9:
            raise BadRequestPage(f"页码“{asked[:20]}”应为数字。")
        return max(int(asked), 1)

    # -- addresses ----------------------------------------------------------------------------

    def _page_links(self, page) -> list[tuple[str, str]]:
        """(label, address) of the pages around this one; no address for this one and for gaps."""
        found = []
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1):
            here = not isinstance(number, int) or number == page.number
            found.append((str(number), "" if here else self.link(page=number)))
        return found

    def _headers(self) -> list[Header]:
        found = []
        for cell in self.plan.cells:
            now = {cell.name: "ascending", f"-{cell.name}": "descending"}.get(self.sort, "")
            turned = f"-{cell.name}" if now == "ascending" else cell.name
            href = "" if cell.orderable is False else self.link(sort=turned)
            found.append(Header(cell.label, cell.css, href, now))
        return found

    def _tabs(self) -> list[tuple[str, str, bool]]:
        """(label, address, whether here) of the app's ledgers; a page of another's has none."""
        if self.breadcrumb:
            return []
        space = self.ledger.namespace
        return [
            (
                other.get_title().removesuffix("台账"),
                other.list_address() + self.on_suffix(),
                other is self.ledger,
            )
            for other in registry.all_ledgers()
            if (other.namespace, other.room) == (space, self.ledger.room)
        ] + [
            (label, reverse(name) + self.on_suffix(), False)
            for label, name in registry.pages(space, self.ledger.room)
        ]

    def _rooms(self) -> list[tuple[str, str, bool]]:
        """(label, address, whether here) of the rooms of an app with many ledgers."""
        if self.breadcrumb:
            return []
        found = registry.tab_groups(self.ledger.namespace).items()
        return [(room, at + self.on_suffix(), room == self.ledger.room) for room, at in found]

    # -- the page -----------------------------------------------------------------------------

    def _body(self, swap: bool, listing) -> str:
        """The page without its frame, or what htmx swaps in; `listing` gives the rows' context."""
        user, ledger = self.request.user, self.ledger
        rows = listing()
        # Without the frame's context processors, which ask for menus and messages.
        context = {
            "request": self.request,
            "ledger": ledger,
            "title": self.heading or self.title,
            "lead": self.lead or ledger.intro,
            "tabs": self._tabs(),
            "rooms": self._rooms(),
            "fields": self.filterset.fields(),
            "asked": self.filterset.in_words(),
            "left_out": self.filterset.left_out_labels,
            "link": self.link,
            "row_action": self.row_action,
            "may_create": ledger.may_create(user),
            "starts": [(words, name) for words, name in ledger.starts if user.may(verb_of(name))],
            "may_export": user.may("export"),
            "may_fill_in": user.may("edit"),
            "may_pick": self.may_pick,
            "imports": registry.imports_for(user, ledger) if self.at_home else [],
            "bulk_limit": BULK_LIMIT,
            "at_home": self.at_home,
            "kept": self.kept,
            "on": self.request.on,
            "asked_on": self.request.asked_on,
            **rows,
        }
        name = "list_fragment" if swap else "list_body_fragment"
        return render_to_string(f"ledgers/pages/{name}.html", context)
