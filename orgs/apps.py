from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "orgs"
    verbose_name = "组织"

    def ready(self):
        from orgs import checks  # noqa: F401 (registers itself)
