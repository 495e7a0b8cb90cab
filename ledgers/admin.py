"""What the admin pages of every ledger have in common.

They are the system administrator's tools for mending data that no page of the portal mends. They
must stay quick on tables of any size, so nothing in them counts a whole table or draws a select
of all rows; and they never delete, because a tenure ends by its last day and history stays.
"""

from django.contrib import admin
from django.db.models import ManyToManyField

from ledgers.models import Named, Tenure

# The role that may use the admin pages, besides Django's own permissions (see orgs/access.py).
ADMINISTER = "administer"


class NoDelete:
    """Rows end, they are not deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


class _Administered:
    """Who may: staff accounts whose grants allow to administer, or that Django allows by itself."""

    @staticmethod
    def _administers(request) -> bool:
        user = request.user
        return bool(user.is_active and user.is_staff and user.may(ADMINISTER))

    def has_module_permission(self, request):
        return self._administers(request) or super().has_module_permission(request)

    def has_view_permission(self, request, obj=None):
        return self._administers(request) or super().has_view_permission(request, obj)

    def has_add_permission(self, request):
        return self._administers(request) or super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return self._administers(request) or super().has_change_permission(request, obj)


class _ByTyping:
    """Every foreign key is chosen by typing, as long as the other model can be searched."""

    def get_autocomplete_fields(self, request):
        fields = [*self.opts.fields, *self.opts.many_to_many]
        return [field.name for field in fields if field.is_relation and self._searchable(field)]

    def _searchable(self, field) -> bool:
        if isinstance(field, ManyToManyField) and not field.remote_field.through._meta.auto_created:
            return False
        related = self.admin_site._registry.get(field.related_model)
        return bool(related and related.search_fields)


class LedgerAdmin(_Administered, _ByTyping, NoDelete, admin.ModelAdmin):
    """Base of all our admin pages."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_search_fields(self, request):
        if self.search_fields:
            return self.search_fields
        return ("search_text",) if issubclass(self.model, Named) else ()

    def get_list_select_related(self, request):
        """The foreign keys that the list shows, so that the list is a fixed number of queries."""
        shown = self.get_list_display(request)
        return [
            *(
                field.name
                for field in self.opts.fields
                if field.is_relation and field.name in shown
            ),
            *(self.list_select_related or ()),
        ]

    def get_search_results(self, request, queryset, search_term):
        """Search keys are stored in lower case; a capital typed by a phone must find them too."""
        return super().get_search_results(request, queryset, search_term.lower())


class LedgerInline(_Administered, _ByTyping, NoDelete, admin.TabularInline):
    extra = 0


class TenureAdmin(LedgerAdmin):
    """Rows between two days: the current ones can be told from the ended ones."""

    @admin.display(description="现行", boolean=True)
    def is_open(self, row: Tenure) -> bool:
        return row.until is None


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
