"""The worker that does background jobs: `manage.py work` as a child of ours."""

import os
import signal
import subprocess
import time
from pathlib import Path

from .home import Home
from .web import end_with_parent

STOP_SECONDS = 8
AGAIN_SECONDS = 5


class Worker:
    """One process, started again when it ends: what it was doing is taken up by the next."""

    def __init__(self, home: Home, python: Path, environment: dict[str, str]):
        self.home, self.python, self.environment = home, python, environment
        self.process: subprocess.Popen | None = None
        self.not_before = 0.0

    def ensure_running(self) -> None:
        """Start the worker where none runs, at most once in a few seconds."""
        if self.process and self.process.poll() is None or time.monotonic() < self.not_before:
            return
        self.not_before = time.monotonic() + AGAIN_SECONDS
        with open(self.home.logs / "worker.log", "ab") as log:
            self.process = subprocess.Popen(
                [str(self.python), "manage.py", "work"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home.root,
                env=self.environment,
                start_new_session=True,
                preexec_fn=end_with_parent,
            )

    def stop(self) -> None:
        """Let the present job finish for a few seconds; the next start takes up what did not."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
