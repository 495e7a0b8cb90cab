"""Open a reporting week: `manage.py open_week`, by a timer each Monday; harmless to repeat."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from ledgers import clock
from ledgers.history import batch
from projects.services import open_period, plan_period


class Command(BaseCommand):
    help = "Make the reports owed for the week of a day (default: today)."

    def add_arguments(self, parser):
        parser.add_argument("--on", default="", help="a day of the week, YYYY-MM-DD")

    def handle(self, *args, **options):
        try:
            day = date.fromisoformat(options["on"]) if options["on"] else clock.today()
        except ValueError as error:
            raise CommandError(f"{options['on']} is not a date; write YYYY-MM-DD.") from error
        with batch("open_week"):
            period = plan_period(day=day)
            reports = open_period(period=period)
        self.stdout.write(
            f"{period}: {len(reports)} reports opened, due {period.due_at:%F %H:%M %Z}."
        )
