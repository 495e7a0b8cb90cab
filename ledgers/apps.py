from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules, module_has_submodule

from ledgers.django_words import speak_plainly

# What the folders of the floors declare when the portal starts: their ledgers, the workbooks hung
# onto these, the kinds that come back in, what the worker does by the hour, and its kinds of work.
DECLARING = ("ledgers", "workbooks", "imports", "chores", "jobs")


class LedgersConfig(AppConfig):
    name = "ledgers"
    verbose_name = "台账"

    def ready(self):
        speak_plainly()
        for name in DECLARING:
            discover(name)
        # Django's own hook after all migrations: only then every table of the trail is there.
        post_migrate.connect(guard_trail, sender=self)


def discover(name: str) -> None:
    """Import the module called `name` of every app, then those of the folders in it."""
    autodiscover_modules(name)
    floors = (c for c in apps.get_app_configs() if Path(c.path).parent == settings.BASE_DIR)
    for config in floors:
        for folder in iter_modules(config.module.__path__):
            if folder.ispkg and folder.name not in ("migrations", "management"):
                package = import_module(f"{config.name}.{folder.name}")
                if module_has_submodule(package, name):
                    import_module(f"{package.__name__}.{name}")


def guard_trail(*, using, **kwargs):
    """Let the database put its triggers on every table of the trail that lacks them."""
    from ledgers.trail.chain import guard

    guard(using)
