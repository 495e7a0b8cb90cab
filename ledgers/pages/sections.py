"""What a detail page shows beside the facts: related rows, and panels of an app's own."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ledgers import registry
from ledgers.pages.tables import plan_for


@dataclass(frozen=True)
class Drawn:
    """A section ready for its template."""

    title: str
    template: str
    wide: bool = False
    first: bool = False
    headers: list = field(default_factory=list)
    rows: str = ""  # HTML of the table's body
    more: int = 0  # rows beyond those shown
    more_href: str = ""
    empty: str = ""
    add_href: str = ""
    add_label: str = ""
    data: object = None


@dataclass(frozen=True)
class Page:
    """The detail page that sections are drawn for: its row, its reader, its day, its links."""

    obj: object
    user: object
    on: object
    suffix: str  # "?on=…" where a day was asked for
    address: Callable  # (url name, *args, **query) -> address that keeps the day


@dataclass(frozen=True)
class Rows:
    """Rows of another model that belong to this one, within what the reader may see.

    `via` is the path from `model` to this row ("": `narrow` finds them). Columns come from `table`, by default that of the
    model's ledger; `columns` picks some. `holding`: only rows that hold on the day asked for.
    `narrow(queryset, page)` restricts further. `list_filter` is the parameter by which the
    ledger's list shows all of them; `add` the field that 新增 fills in. `quiet`: no section where there
    are no rows.
    """

    title: str
    model: type | str
    via: str
    columns: tuple[str, ...] = ()
    table: type | None = None
    holding: bool = True
    order: tuple[str, ...] = ()
    limit: int = 30
    narrow: Callable | None = None
    list_filter: str = ""
    add: str = ""
    empty: str = "暂无。"
    wide: bool = False
    quiet: bool = False

    def draw(self, page: Page) -> Drawn | None:
        """Two queries at most, plus one for each kind of linked row."""
        model = registry.model(self.model)
        ledger = registry.find(model)
        queryset = model._default_manager.visible_to(page.user)
        if self.via:
            queryset = queryset.filter(**{self.via: page.obj})
        if self.narrow:
            queryset = self.narrow(queryset, page)
        if ledger:
            queryset = ledger.holding(queryset, page.on) if self.holding else queryset
            queryset = ledger.prepared(queryset, page.on)
        elif self.holding and hasattr(queryset, "on"):
            queryset = queryset.on(page.on)
        if self.order:
            queryset = queryset.order_by(*self.order, "pk")
        plan = plan_for(self.table or ledger.table, tuple(self.columns))
        records = list(plan.records(queryset)[: self.limit + 1])
        if self.quiet and not records:
            return None
        more = len(records) > self.limit and queryset.order_by().count() - self.limit
        return Drawn(
            title=self.title,
            template="ledgers/pages/section_fragment.html",
            wide=self.wide,
            headers=plan.cells,
            rows=plan.html(records[: self.limit], page.user, page.suffix),
            more=more or 0,
            more_href=self._list_address(page, ledger),
            empty=self.empty,
            **self._add(page, ledger),
        )

    def _list_address(self, page, ledger) -> str:
        if not (ledger and self.list_filter):
            return ""
        return page.address(ledger.url_name("list"), **{self.list_filter: page.obj.pk})

    def _add(self, page, ledger) -> dict:
        if not (self.add and ledger and ledger.may_create(page.user)):
            return {}
        address = page.address(ledger.url_name("create"), **{self.add: page.obj.pk})
        return {"add_href": address, "add_label": f"新增{ledger.label}"}


@dataclass(frozen=True)
class Panel:
    """A part of the page that an app draws itself: `build(page)` gives the template its `data`.

    `first`: across the page, above the facts.
    """

    title: str
    template: str
    build: Callable
    wide: bool = False
    first: bool = False

    def draw(self, page: Page) -> Drawn | None:
        """The drawn panel, or None where `build` finds nothing to show."""
        data = self.build(page)
        return data and Drawn(
            self.title, self.template, wide=self.wide, first=self.first, data=data
        )
