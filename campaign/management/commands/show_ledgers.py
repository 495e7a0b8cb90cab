"""`manage.py show_ledgers [MODEL]`: what hangs on each model, as readable text."""

from django.core.management.base import BaseCommand, CommandError

from campaign.inventory import (
    hung_on,
    imports_of_no_ledger,
    model_named,
    models_shown,
    title_of,
)

WIDTH = 96  # of a line; a longer list goes on below


class Command(BaseCommand):
    help = "Show what hangs on each model: columns, forms, sections, actions, imports, figures …"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("model", nargs="?", help="one model: Courtyard or courtyards.Courtyard")
        parser.add_argument("--names", action="store_true", help="only the names of the models")

    def handle(self, *args, model=None, names=False, **options):
        """Print; ask nothing of the database."""
        try:
            shown = [model_named(model)] if model else models_shown()
        except LookupError as error:
            raise CommandError(f"On {model} nothing hangs; see show_ledgers --names.") from error
        for one in shown:
            self.stdout.write(title_of(one))
            for kind, things in () if names else hung_on(one):
                self._tell(kind, things)
        loose = [] if model or names else imports_of_no_ledger()
        if loose:
            self.stdout.write("On no model")
            self._tell("imports", loose)

    def _tell(self, kind: str, things: list[str]) -> None:
        """One line for a few short things; a line for each where they are long."""
        inline = " · ".join(things)
        if len(inline) <= WIDTH:
            self.stdout.write(f"  {kind:<10}{inline}")
            return
        self.stdout.write(f"  {kind}")
        for thing in things:
            self.stdout.write(f"    {thing}")
