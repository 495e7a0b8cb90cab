"""Addresses of this app."""

from courtyards.views import mending_urls, structure_urls
from ledgers import registry

app_name = "courtyards"
urlpatterns = [*mending_urls, *structure_urls, *registry.urlpatterns("courtyards")]
