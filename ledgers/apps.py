from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LedgersConfig(AppConfig):
    name = "ledgers"
    verbose_name = "台账"

    def ready(self):
        autodiscover_modules("ledgers")
        autodiscover_modules("workbooks")  # they are hung onto the ledgers
