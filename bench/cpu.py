"""What a request costs in processor time: that of the web worker and of its database connections.

On a machine that does other work as well, waiting times grow and computing time hardly does, so
this says what the clock cannot. Linux only, and with the database on the same machine; elsewhere
nothing is measured.
"""

import time
from pathlib import Path

PROC = Path("/proc")
# After its answer a worker still writes its log line and waits for the next request.
SETTLE = 0.002


class Meter:
    """Processor time of one gunicorn and of the backends that serve its database, in seconds."""

    def __init__(self, master: int, connection, application: str):
        self.master, self.connection, self.application = master, connection, application
        self.processes: list[Path] = []

    def look(self) -> None:
        """Find the processes; to be repeated now and then, for connections come and go."""
        pids = [*_children(self.master), *self._backends()]
        self.processes = [PROC / str(pid) for pid in pids if (PROC / str(pid)).exists()]

    def read(self) -> float | None:
        """Processor time used so far, or None where it cannot be told."""
        try:
            return sum(map(_used, self.processes)) if self.processes else None
        except (OSError, ValueError):
            return None

    def around(self, action):
        """Do `action`; returns its result and the processor time that it took, or None."""
        before = self.read()
        result = action()
        time.sleep(SETTLE)
        after = self.read()
        return result, None if before is None or after is None else after - before

    def _backends(self) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                "AND application_name = %s",
                [self.application],
            )
            pids = [pid for (pid,) in cursor.fetchall()]
        return [pid for pid in pids if _command(pid).startswith("postgres")]


def _children(master: int) -> list[int]:
    try:
        return [int(pid) for pid in (PROC / f"{master}/task/{master}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> str:
    try:
        return (PROC / f"{pid}/comm").read_text()
    except OSError:
        return ""


def _used(process: Path) -> float:
    """Seconds on a processor of all threads of a process."""
    nanoseconds = sum(int(task.read_text().split()[0]) for task in process.glob("task/*/schedstat"))
    return nanoseconds / 1e9
