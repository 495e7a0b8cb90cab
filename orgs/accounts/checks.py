"""What `manage.py check` says about the settings of accounts: a slip there would open, not close."""

from ipaddress import ip_network

from django.conf import settings
from django.core.checks import Error, register

from orgs.choices import Role


@register()
def account_settings(app_configs, **kwargs) -> list[Error]:
    """Errors for roles and networks that are none."""
    found = [
        Error(
            f"REQUIRE_SECOND_FACTOR names no role: {name!r}. Roles: {', '.join(Role.values)}.",
            id="orgs.E001",
        )
        for name in settings.REQUIRE_SECOND_FACTOR
        if name not in Role.values
    ]
    for each in settings.ADMIN_NETWORKS:
        try:
            ip_network(each)
        except ValueError as error:
            found.append(Error(f"ADMIN_NETWORKS: {error}.", id="orgs.E002"))
    return found
