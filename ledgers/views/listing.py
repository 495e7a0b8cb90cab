"""The list page of a ledger: filter, search, sort, page, export. Figures reuse it for their rows."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views import View
from markupsafe import Markup

from ledgers import audit, registry
from ledgers.asof import BadRequestPage
from ledgers.columns import AmountColumn
from ledgers.exports import Export, signature
from ledgers.models import AuditKind
from ledgers.tables import ordered
from ledgers.version import remembered
from ledgers.workbooks import FORMS, WorkbookFile


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


class LedgerListView(View):
    """GET: the rows of `base_queryset()` as the query string asks.

    `?q=` searches, `?sort=` sorts, `?page=` pages, `?format=csv|xlsx|official|copy` exports the same
    rows, the last two in the shape of the ledger's workbook `?form=` (default: its first); other
    parameters belong to the ledger's filters. A wrong filter value gives the page with its error
    and status 400; a wrong page or sort raises BadRequestPage.

    A subclass sets what differs, as class attributes or in `setup()`: `ledger`, `title`, `lead`
    (a sentence), `breadcrumb` ((label, address) pairs), `extra_columns` ((annotation, header)
    pairs of numbers), `row_action`, and `base_queryset()`, which gives rows of the ledger's model that the reader may see.
    """

    ledger = None
    title = ""
    lead = ""
    breadcrumb = ()
    extra_columns = ()
    row_action = None  # (URL name that takes the row's key, label): a last column of buttons

    def base_queryset(self):
        """The rows before any filter: by default those of the ledger, as of `request.on`."""
        return self.ledger.queryset(self.request.user, self.request.on)

    def get(self, request, *args, **kwargs):
        asked = request.GET.get("format")
        if asked and self.filterset.is_valid():
            return self.export(asked)
        swap = bool(request.htmx and not request.htmx.history_restore_request)
        status = 200
        try:
            body = remembered(self._about(swap), lambda: self._body(swap, self._listing))
        except _WrongFilter:
            status, body = 400, self._body(swap, lambda: {"rows": None, "sort": ""})
        context = {
            "title": self.title or self.ledger.get_title(),
            "breadcrumb": self.breadcrumb,
            "kept": self._kept,
            "body": Markup(body),  # noqa: S704 (our own template, escaped when it was rendered)
        }
        template = "ledgers/bare.html" if swap else "ledgers/list.html"
        response = render(request, template, context, status=status)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def _about(self, swap: bool) -> tuple:
        """All that the page depends on besides the data: who asks what, for which day."""
        request = self.request
        return (request.path, request.GET.urlencode(), request.user.scope, request.on, swap)

    # -- the rows -----------------------------------------------------------------------------

    @cached_property
    def filterset(self):
        # A query string is always a question, also an empty one: `data` must not be None.
        found = self.ledger.filters(
            data=self.request.GET, queryset=self.base_queryset(), request=self.request
        )
        found.ledger = self.ledger
        return found

    @cached_property
    def plan(self):
        return self.ledger.plan(extra=self.extra_columns)

    @cached_property
    def sort(self) -> str:
        """The column asked for, "-" before it for descending, or "". Raises BadRequestPage."""
        asked = self.request.GET.get("sort", "").strip()
        sortable = {cell.name for cell in self.plan.cells if cell.orderable is not False}
        if asked and asked.removeprefix("-") not in sortable:
            raise BadRequestPage(f"不能按“{asked[:20]}”排序，请点击表头选择排序的列。")
        return asked

    def _ordered(self, queryset):
        """`queryset` in the order asked for; lookups are added only where the order needs them."""
        if not self.sort:
            return queryset.order_by(*self.ledger.default_order())
        extra = [(name, AmountColumn(label)) for name, label in self.extra_columns]
        return ordered(queryset, self.ledger.table(queryset, extra_columns=extra), self.sort)

    def sorted_queryset(self):
        """All filtered rows with all that the columns need, in the order asked for."""
        return self._ordered(self.ledger.prepared(self.filterset.qs, self.request.on, many=True))

    def _window(self, start: int):
        """The records of one page. What the columns need is computed for its rows alone."""
        ledger, on, found = self.ledger, self.request.on, self.filterset.qs
        stop = start + ledger.page_size
        if not start and not self.sort:
            return self.plan.records(self._ordered(ledger.prepared(found, on))[:stop])
        keys = (
            self._ordered(ledger.prepared(found, on, many=True))
            if self.sort
            else (self._ordered(found))
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
            "rows": self.plan.html(records, self.request.user, self._on_suffix(), self.row_action),
            "count": paginator.count,
            "page": page,
            "pages": self._page_links(page),
            "headers": self._headers(),
            "sort": self.sort,
        }

    def _page_number(self) -> int:
        asked = self.request.GET.get("page", "1").strip() or "1"
        if not asked.lstrip("-").isdecimal() or len(asked) > 9:
            raise BadRequestPage(f"页码“{asked[:20]}”应为数字。")
        return max(int(asked), 1)

    # -- addresses ----------------------------------------------------------------------------

    @cached_property
    def _kept(self) -> dict:
        """What every link of the page keeps: filters, search, sort and the day asked for."""
        return {
            key: value
            for key, value in self.request.GET.items()
            if value != "" and key not in ("page", "format", "form")
        }

    def _link(self, **changed) -> str:
        query = {key: value for key, value in (self._kept | changed).items() if value != ""}
        return f"?{urlencode(query)}"

    def _on_suffix(self) -> str:
        asked = self.request.asked_on
        return f"?on={asked.isoformat()}" if asked else ""

    def _page_links(self, page) -> list[tuple[str, str]]:
        """(label, address) of the pages around this one; no address for this one and for gaps."""
        found = []
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1):
            here = not isinstance(number, int) or number == page.number
            found.append((str(number), "" if here else self._link(page=number)))
        return found

    def _headers(self) -> list[Header]:
        found = []
        for cell in self.plan.cells:
            now = {cell.name: "ascending", f"-{cell.name}": "descending"}.get(self.sort, "")
            turned = f"-{cell.name}" if now == "ascending" else cell.name
            href = "" if cell.orderable is False else self._link(sort=turned)
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
                other.list_address() + self._on_suffix(),
                other is self.ledger,
            )
            for other in registry.all_ledgers()
            if other.namespace == space
        ] + [
            (label, reverse(name) + self._on_suffix(), False)
            for label, name in registry.pages(space)
        ]

    # -- the page -----------------------------------------------------------------------------

    def _body(self, swap: bool, listing) -> str:
        """The page without its frame, or what htmx swaps in; `listing` gives the rows' context."""
        user, ledger = self.request.user, self.ledger
        rows = listing()
        # Without the frame's context processors, which ask for menus and messages.
        context = {
            "request": self.request,
            "ledger": ledger,
            "title": self.title or ledger.get_title(),
            "lead": self.lead or ledger.intro,
            "tabs": self._tabs(),
            "fields": self.filterset.fields(),
            "asked": self.filterset.in_words(),
            "link": self._link,
            "row_action": self.row_action,
            "may_create": bool(ledger.form) and user.may(ledger.change_verb),
            "may_export": user.may("export"),
            "may_fill_in": user.may("edit"),
            "on": self.request.on,
            "asked_on": self.request.asked_on,
            **rows,
        }
        name = "list_fragment" if swap else "list_body_fragment"
        return render_to_string(f"ledgers/{name}.html", context)

    def export(self, kind: str):
        """The rows as a file. Raises PermissionDenied or, for an unknown `kind`, BadRequestPage."""
        if not self.request.user.may("export"):
            raise PermissionDenied
        if kind in FORMS:
            return self._in_form(kind)
        if kind not in Export.KINDS:
            raise BadRequestPage(f"没有“{kind[:20]}”这种导出格式，可选 csv 或 xlsx。")
        export = Export(
            title=self.title or self.ledger.get_title(),
            plan=self.plan,
            queryset=self.sorted_queryset(),
            on=self.request.on,
            asked=self.filterset.in_words(),
            by=signature(self.request.user),
        )
        return self._recorded(kind, export.title, export, export.response(kind))

    def _in_form(self, kind: str):
        """The same rows in the shape of a workbook of the ledger.

        Raises BadRequestPage where it has none such, PermissionDenied for a copy nobody may fill in.
        """
        found = {workbook.kind: workbook for workbook in self.ledger.workbooks}
        asked = self.request.GET.get("form") or next(iter(found), "")
        if asked not in found:
            raise BadRequestPage("这个台账没有这种官方格式，请回到台账重新选择导出。")
        if kind == "copy" and not self.request.user.may("edit"):
            raise PermissionDenied  # it is there to be filled in
        file = WorkbookFile(
            found[asked],
            queryset=self.filterset.qs,
            user=self.request.user,
            on=self.request.on,
            asked=self.filterset.in_words(),
        )
        return self._recorded(kind, found[asked].label, file, file.response(kind))

    def _recorded(self, kind: str, title: str, file, response):
        """The answer, after the audit has noted what was taken out."""
        about = {"ledger": title, "format": kind, "rows": file.rows}
        about |= {"on": self.request.on.isoformat(), "asked": self.filterset.in_words()}
        audit.record(AuditKind.EXPORT, request=self.request, detail=about)
        return response
