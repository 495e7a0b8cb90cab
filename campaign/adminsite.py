"""Django admin as the portal has it: one door, opened by grants."""

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from ledgers.admin import Administered
from orgs.access import enters_admin


class PortalAdminSite(AdminSite):
    """Who may enter is said by grants; log-in and password are the portal's own pages.

    A second log-in page would be a way around lock-out, second factor and records.
    """

    def register(self, model_or_iterable, admin_class=None, **options):
        """Take in pages that ask for a duty. Those that libraries bring ask Django's own
        permissions, which a superuser has all of, and are left out."""
        if admin_class is not None and issubclass(admin_class, Administered):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request):
        return request.user.is_active and enters_admin(request.user)

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        return redirect_to_login(request.GET.get("next") or "/")

    def password_change(self, request, extra_context=None):
        return redirect("password_change")
