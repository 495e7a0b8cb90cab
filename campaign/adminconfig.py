"""Django admin with the portal's own site; apart from adminsite.py, which needs the models."""

from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """Stands in INSTALLED_APPS for django.contrib.admin."""

    default_site = "campaign.adminsite.PortalAdminSite"
