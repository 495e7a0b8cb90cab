"""How far a job is, for its page."""

import time

from django.db import connection

from ledgers.models.jobs import Job

PAUSE = 0.4  # seconds between two writings


class Progress:
    """Writes the progress of a job through a connection of its own.

    A job works in one transaction, so that it leaves nothing half done; what it wrote there itself
    would be seen by nobody until its end.
    """

    def __init__(self, job: Job):
        self._job = job
        self._own = None
        self._next = time.monotonic() + PAUSE

    def step(self, done: int, total: int = 0, text: str = "") -> None:
        """`done` of `total` steps are behind us; `text` says what is being done. Cheap to call often."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + PAUSE
        self._write(done, total, text[:100])

    __call__ = step

    def _write(self, done: int, total: int, text: str) -> None:
        if self._own is None:
            self._own = connection.copy()
        with self._own.cursor() as cursor:
            cursor.execute(
                f"UPDATE {Job._meta.db_table} SET done = %s, total = %s, text = %s WHERE id = %s",  # noqa: S608 (our own table's name)
                [done, total, text, self._job.pk],
            )

    def close(self) -> None:
        if self._own is not None:
            self._own.close()
            self._own = None
