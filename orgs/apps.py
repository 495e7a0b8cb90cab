from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OrgsConfig(AppConfig):
    name = "orgs"
    verbose_name = "组织"

    def ready(self):
        from orgs.accounts import checks  # noqa: F401 (registers itself)

        autodiscover_modules("handover_items")
