"""`manage.py load_demo`: the demo county, in one transaction, the same rows for the same seed."""

from time import monotonic

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from campaign.models import Campaign
from demo.builder import build
from demo.data import table
from ledgers.history import batch
from orgs.models import Division

DEFAULT_SEED = 20210430


class Command(BaseCommand):
    help = "Load the demo county (demo mode only); a second run changes nothing"

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="source of chance")
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where divisions exist already"
        )

    def handle(self, *args, seed=DEFAULT_SEED, if_empty=False, **options):
        """Load once; refuse outside demo mode and beside a real campaign."""
        if not settings.DEMO:
            raise CommandError("示例数据只能在演示模式(DEMO=1)下装载。")
        county = next(r["code"] for r in table("upper_divisions") if r["level"] == "county")
        existing = Campaign.objects.filter(county_id=county).first()
        if existing and not existing.is_demo:
            raise CommandError(f"{existing.name}已有正式数据，不能装载示例数据。")
        if existing or (if_empty and Division.objects.exists()):
            self.stdout.write("The demo county is loaded already; nothing changed.")
            return
        if Division.objects.filter(code__startswith=county).exists():
            raise CommandError("该县（市）已有区划数据，不能装载示例数据。")
        started = monotonic()
        with batch("载入示例数据"):
            rows = build(seed)
        # Without statistics the planner takes full tables for nearly empty ones, and the first
        # pages would wait for minutes until autovacuum comes by.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write(f"Demo county loaded: {rows} rows in {monotonic() - started:.1f} s.")
