from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "campaign"
    verbose_name = "专项行动"

    def ready(self):
        from campaign.imports import offered
        from ledgers import registry

        registry.offer_imports(offered)
