"""Addresses of this app."""

from ledgers import registry

app_name = "volunteers"
urlpatterns = [*registry.urlpatterns("volunteers")]
