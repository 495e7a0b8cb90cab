"""What the admin pages of every ledger have in common.

They are the administrators' tools, for what no page of the portal mends. Each page belongs to one
duty: the domain's rows to the organisation administrator, within the divisions of the grant; the
accounts to the system administrator. They must stay quick on tables of any size, so nothing in
them counts a whole table or draws a select of all its rows; and they do not delete, because a
tenure ends by its last day and history stays.
"""

from itertools import combinations

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import models
from django.db.models import QuerySet, Value
from django.forms.models import BaseInlineFormSet

from ledgers.fields import reading_options
from ledgers.models import Named
from ledgers.trail.row_history import trail_of

# The verbs that admit to admin pages (see orgs/access.py).
ORGANISE, ADMINISTER, AUDIT = "organise", "administer", "audit"


class Administered:
    """Who may: those with a grant for the page's duty, and nobody else.

    Neither `is_staff` nor `is_superuser` opens anything: the three administrators are kept apart
    (三员分立), and Django's superuser would be all three of them. `found_by` names duties that may
    find rows of this page by typing, to point at them, without reading the page itself.
    """

    duty = ORGANISE
    found_by: tuple[str, ...] = ()

    def _verb(self, request) -> str:
        """The verb by which this account reaches rows here, or ""."""
        return next((v for v in (self.duty, *self.found_by) if request.user.may(v)), "")

    def _administers(self, request) -> bool:
        user = request.user
        return bool(user.is_active and user.is_authenticated and user.may(self.duty))

    def has_module_permission(self, request):
        return self._administers(request)

    def has_view_permission(self, request, obj=None):
        match = getattr(request, "resolver_match", None)
        if match is not None and match.url_name == "autocomplete" and self._verb(request):
            return True
        return self._administers(request)

    def has_add_permission(self, request, *args):
        return self._administers(request)

    def has_change_permission(self, request, obj=None):
        return self._administers(request)

    def has_delete_permission(self, request, obj=None):
        """Nothing is deleted here: rows end by a day, and the trail names what they were."""
        return False

    def within_reach(self, request, queryset) -> QuerySet:
        """Those of `queryset` that lie in the divisions and lines of this account's duty."""
        if hasattr(queryset.model, "scope_division"):
            return queryset.visible_to(request.user, self._verb(request) or self.duty)
        return queryset

    def choosable(self, request) -> QuerySet:
        """The rows that a foreign key on another admin page may point at."""
        return self.get_queryset(request)


class ReadOnly:
    """Rows that only services write: the trail of a report, who looked at which phone."""

    def has_add_permission(self, request, *args):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class ByTyping:
    """Every foreign key is chosen by typing, never from a select of all rows."""

    def get_autocomplete_fields(self, request):
        fields = [*self.opts.fields, *self.opts.many_to_many]
        return [field.name for field in fields if field.is_relation and self._searchable(field)]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The fields read what is typed as everywhere; numbers are typed as text."""
        options = reading_options(db_field)
        if isinstance(db_field, (models.IntegerField, models.DecimalField)) and options:
            options["widget"] = AdminTextInputWidget
        return super().formfield_for_dbfield(db_field, request, **options | kwargs)

    def get_field_queryset(self, db, db_field, request):
        """Only rows within reach can be chosen, whatever a form sends."""
        related = self.admin_site._registry.get(db_field.remote_field.model)
        if isinstance(related, Administered):
            return related.choosable(request)
        return super().get_field_queryset(db, db_field, request)

    def _searchable(self, field) -> bool:
        through = getattr(field.remote_field, "through", None)
        if through is not None and not through._meta.auto_created:
            return False
        related = self.admin_site._registry.get(field.related_model)
        return bool(related and related.get_search_fields(None))


class CurrentFilter(admin.SimpleListFilter):
    """Still running, or ended: without a query for the choices."""

    title = "状态"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", "现行"), ("ended", "已终止")]

    def queryset(self, request, queryset):
        if self.value() in ("open", "ended"):
            return queryset.filter(until__isnull=self.value() == "open")
        return queryset


class Trailed:
    """The button 历史 shows the trail that the database keeps, whoever made the change and where."""

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        trail = trail_of(row) if row is not None else []
        return super().history_view(request, object_id, {"trail": trail} | (extra_context or {}))


class LedgerAdmin(Administered, ByTyping, Trailed, admin.ModelAdmin):
    """Base of all our admin pages."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    # Relations without which a row cannot say its name; read with it.
    named_by: tuple[str, ...] = ()

    def get_search_fields(self, request):
        return self.search_fields or (
            ("search_text__contains",) if issubclass(self.model, Named) else ()
        )

    def get_search_results(self, request, queryset, search_term):
        """Search keys are lower case; the capital that a phone puts first must find them too."""
        return super().get_search_results(request, queryset, search_term.lower())

    def get_queryset(self, request) -> QuerySet:
        shown = [name for name in self.list_display if self._is_foreign_key(name)]
        joins = {*shown, *self.named_by}
        queryset = self.within_reach(request, super().get_queryset(request))
        return queryset.select_related(*joins) if joins else queryset

    def save_model(self, request, obj, form, change):
        """Store the row; one that would lie out of reach is refused, and nothing is stored."""
        super().save_model(request, obj, form, change)
        stored = type(obj)._default_manager.filter(pk=obj.pk)
        if not self.within_reach(request, stored).exists():
            raise PermissionDenied

    def get_fields(self, request, obj=None):
        """What a row is first, from when to when last."""
        fields = list(super().get_fields(request, obj))
        days = [name for name in ("since", "until") if name in fields and not self.fields]
        return [name for name in fields if name not in days] + days

    def _is_foreign_key(self, name) -> bool:
        try:
            field = self.opts.get_field(name)
        except FieldDoesNotExist:
            return False
        return field.many_to_one or field.one_to_one


class TenureFormSet(BaseInlineFormSet):
    """Rows typed together that may not hold on one day are refused in words.

    Each row alone is compared with the stored ones; two new ones only the database would see.
    """

    def clean(self):
        super().clean()
        rows = [form.instance for form in self.forms if self._counts(form)]
        for rule in self.model._meta.constraints:
            if not isinstance(rule, ExclusionConstraint):
                continue
            bound = [row for row in rows if self._concerns(rule, row)]
            if any(self._clash(rule, *pair) for pair in combinations(bound, 2)):
                raise ValidationError(rule.violation_error_message)

    def _counts(self, form) -> bool:
        removed = self.can_delete and self._should_delete_form(form)
        return not form.errors and not removed and (form.instance.pk or form.has_changed())

    def _concerns(self, rule, row) -> bool:
        field = self.model._meta.get_field
        columns = {name: Value(v, field(name)) for name, v in self._values(row).items()}
        return rule.condition is None or rule.condition.check(columns)

    def _values(self, row) -> dict:
        """The row's columns; the row to which it belongs may not be stored yet."""
        values = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}
        return values | {self.fk.name: self.instance.pk or 0}

    def _clash(self, rule, one, other) -> bool:
        same = [name for name, _ in rule.expressions if isinstance(name, str)]
        mine, theirs = self._values(one), self._values(other)
        if any(mine[name] != theirs[name] for name in same):
            return False
        return (one.until is None or other.since < one.until) and (
            other.until is None or one.since < other.until
        )


class LedgerInline(Administered, ByTyping, admin.TabularInline):
    """Rows on the page of the row to which they belong."""

    extra = 0
    formset = TenureFormSet


def _search_path(model, name: str) -> str:
    """`name` as a search path: the pinyin key of a named row, the text of a plain field."""
    related = model._meta.get_field(name.split("__")[0]).related_model
    if related is not None and "__" not in name and issubclass(related, Named):
        return f"{name}__search_text__contains"
    return f"{name}__contains"


def administer(
    model, *, show, search="", filters="", named_by="", read_only=False, base=LedgerAdmin, **options
):
    """Register the admin pages of `model`; words are separated by blanks.

    `show`: columns of the list. `search`: fields or foreign keys to search in (a named row's
    pinyin key by itself). `filters`: fields of few values; `state` is running or ended.
    `named_by`: relations that its name is made of. `options`: further attributes of the class.
    """
    chosen = [CurrentFilter if name == "state" else name for name in filters.split()]
    attributes = {
        "list_display": tuple(show.split()),
        "search_fields": tuple(_search_path(model, name) for name in search.split()),
        "list_filter": tuple(chosen),
        "named_by": tuple(named_by.split()),
        **options,
    }
    bases = (ReadOnly, base) if read_only else (base,)
    admin.site.register(model, type(f"{model.__name__}Admin", bases, attributes))
