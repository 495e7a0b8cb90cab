"""Django's `migrate`, which leaves the database of another version alone."""

import gc

from django.core.management.commands import migrate
from django.db import connections

from ledgers.version_check import refuse_other_version


class Command(migrate.Command):
    def handle(self, *args, **options):
        """Migrate, unless another version has made the database."""
        refuse_other_version(connections[options["database"]])
        # A first migration makes thousands of classes and frees few: looking for garbage among them
        # would cost an eighth of its computing.
        gc.disable()
        try:
            return super().handle(*args, **options)
        finally:
            gc.enable()
