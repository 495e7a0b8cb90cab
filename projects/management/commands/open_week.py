"""Open what is due: `manage.py open_week`, by the worker or a timer; harmless to repeat."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from ledgers import clock
from ledgers.history import batch
from projects.reporting.periods import open_due_weeks, open_period, plan_period, years_not_entered


class Command(BaseCommand):
    help = (
        "Make the reports owed for this week and for weeks that were missed, or for a day's week."
    )

    def add_arguments(self, parser):
        parser.add_argument("--on", default="", help="a day of the week, YYYY-MM-DD")

    def handle(self, *args, **options):
        with batch("开启填报周"):
            opened = self._one(options["on"]) if options["on"] else open_due_weeks(on=clock.today())
        for period, count in opened:
            self.stdout.write(f"{period}: {count} reports opened, due {period.due_at:%F %H:%M %Z}.")
        if not opened:
            self.stdout.write("Nothing was missing.")
        for year in years_not_entered(clock.today()):
            self.stderr.write(f"The holidays of {year} are not entered yet (admin, 节假日和调休).")

    @staticmethod
    def _one(text: str) -> list:
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise CommandError(f"{text} is not a date; write YYYY-MM-DD.") from error
        period = plan_period(day=day)
        return [(period, len(open_period(period=period)))]
