"""A model declared once as a 台账: its list, detail, forms and exports follow."""

from functools import lru_cache

from django.db.models import Q
from django.urls import reverse

from ledgers.pages.filters import LedgerFilterSet
from ledgers.pages.tables import plan_for


class Ledger:
    """The declaration. Class attributes say everything; methods are for what differs.

    `model`, `noun` and `table` are required. `form` opens the pages 新增 and 修改; `change_verb`
    is what they ask for. `as_of` names the day of rows that happen on one day, so that a list for
    a past day leaves later ones out.
    """

    model = None
    noun = ""  # of the URL names: <noun>_list, _detail, _create, _update
    path = ""  # of the addresses; default: the noun's plural
    title = ""  # of the list; default: the model's name and 台账
    intro = ""
    table = None
    filters = LedgerFilterSet
    form = None
    room = ""  # among which ledgers of its app it has its tab, where there are many
    tab_position = 99  # those with a higher one stand further right, whatever folder they are in
    starts = ()  # (words, URL name): pages of an app's own that the list leads to
    has_detail = True  # False: the app has a page of its own under the same URL name
    change_verb = "edit"
    search = ()  # paths whose text the search box looks through
    search_hint = ""
    as_of = ""
    lookups = ()  # what the columns take from related rows (ledgers.pages.related_values.Lookup)
    ordering = ()  # default: that of the model
    facts = ()  # fields of the detail page; default: all of the model
    sections = ()
    styles = ()  # further style sheets that the sections of its detail page need
    workbooks = ()  # official forms of these rows (ledgers.workbooks), hung on by any floor
    bulk = ()  # fields of the form that 批量修改 may set in many rows at once
    # Where the first rows come from, told where there are none at all; a ledger with a form offers it.
    origin = "条目由主管部门登记；如应有而没有，请与上级或组织部门核对。"
    empty_hint = "放宽或清除筛选条件，或换一个日期再看。"
    page_size = 50

    @property
    def namespace(self) -> str:
        return self.model._meta.app_label

    @property
    def label(self) -> str:
        """What one row is called: 楼院."""
        return str(self.model._meta.verbose_name)

    def get_title(self) -> str:
        return self.title or f"{self.label}台账"

    def url_name(self, action: str) -> str:
        return f"{self.namespace}:{self.noun}_{action}"

    # -- which rows ---------------------------------------------------------------------------

    def visible(self, user):
        """The rows that `user` may see, of whatever day."""
        return self.model._default_manager.visible_to(user)

    def holding(self, queryset, on):
        """Those of `queryset` that hold on the day `on`."""
        if self.as_of:
            return queryset.filter(**{f"{self.as_of}__lte": on})
        return queryset.on(on) if hasattr(queryset, "on") else queryset

    def queryset(self, user, on):
        """The rows of the list: those the reader may see, as of the day `on`."""
        return self.holding(self.visible(user), on)

    def annotated(self, queryset, on):
        """`queryset` with what the columns need besides fields and lookups. Cheap expressions."""
        return queryset

    def prepared(self, queryset, on, *, many: bool = False):
        """`queryset` with all that the columns need; `many`: for thousands of rows at once."""
        queryset = self.annotated(queryset, on)
        for lookup in self.lookups:
            queryset = (lookup.in_bulk if many else lookup.beside)(queryset, on)
        return queryset

    def find(self, queryset, text: str):
        """The rows in which every word of `text` is found: Chinese, pinyin or initials."""
        for word in text.lower().split():
            condition = Q()
            for where in self.search_paths():
                condition |= Q(**{f"{where}__contains": word})
            queryset = queryset.filter(condition)
        return queryset

    def search_paths(self) -> tuple[str, ...]:
        if self.search:
            return self.search
        names = {field.name for field in self.model._meta.fields}
        return ("search_text",) if "search_text" in names else ()

    def default_order(self) -> tuple:
        """The order of a list nobody sorted; ends with the primary key, so that it is total."""
        return (*(self.ordering or self.model._meta.ordering or ()), "pk")

    # -- one row ------------------------------------------------------------------------------

    def heading(self, obj) -> str:
        """The title of a row's page."""
        return str(obj)

    def more_facts(self, obj, on) -> list[tuple]:
        """Facts that are not fields: (label, text, address, tone), the last two optional."""
        return []

    # -- who is offered what ------------------------------------------------------------------

    def may_create(self, user) -> bool:
        """Whether 新增 is offered to `user`: its verb, and something to choose where one must."""
        return bool(self.form) and user.may(self.change_verb) and self.form.can_be_filled(user)

    # -- columns ------------------------------------------------------------------------------

    def plan(self, names=(), extra=()):
        """The compiled columns: all, or only `names`; `extra` are (annotation, header) pairs."""
        return plan_for(self.table, tuple(names), tuple(extra))

    # -- addresses ----------------------------------------------------------------------------

    @lru_cache(maxsize=256)  # noqa: B019 (ledgers live as long as the process)
    def list_address(self) -> str:
        return reverse(self.url_name("list"))
