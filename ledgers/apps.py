from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules

from ledgers.wording import speak_plainly


class LedgersConfig(AppConfig):
    name = "ledgers"
    verbose_name = "台账"

    def ready(self):
        speak_plainly()
        autodiscover_modules("ledgers")
        autodiscover_modules("workbooks")  # they are hung onto the ledgers
        autodiscover_modules("chores")  # what the worker does by the hour
        autodiscover_modules("jobs")  # each declares kinds of work behind the pages
        # Django's own hook after all migrations: only then every table of the trail is there.
        post_migrate.connect(guard_trail, sender=self)


def guard_trail(*, using, **kwargs):
    """Let the database put its triggers on every table of the trail that lacks them."""
    from ledgers.chain import guard

    guard(using)
