from django.apps import AppConfig


class CourtyardsConfig(AppConfig):
    name = "courtyards"
    verbose_name = "楼院"
