from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "campaign"
    verbose_name = "专项行动"

    def ready(self):
        from ledgers import registry
        from orgs.imports.permitted import offered

        registry.offer_imports(offered)
