"""manage.py work: does what pages have asked for, one job after another, until it is stopped."""

import time

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from ledgers.jobs import take_up_lost_jobs
from ledgers.jobs.sweeping import sweep

PAUSE = 0.5  # seconds between two looks into an empty queue
LOST_EVERY, SWEEP_EVERY = 10, 3600


class Command(BaseCommand):
    help = (
        "Does background jobs; several may run side by side. SIGTERM lets the present one finish."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="end when nothing is left to do")

    def handle(self, *args, once: bool, **options):
        looked = swept = None
        while True:
            now = time.monotonic()
            if looked is None or now - looked >= LOST_EVERY:
                take_up_lost_jobs()
                looked = now
            if swept is None or now - swept >= SWEEP_EVERY:
                sweep()
                swept = now
            worker = _one_round()
            if once or not worker.running:
                return
            time.sleep(PAUSE)


def _one_round() -> Worker:
    """Do what is in the queue now; returns the worker, which knows whether it was told to stop."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()
    return worker
