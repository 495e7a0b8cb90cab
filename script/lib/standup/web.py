"""The web server: gunicorn as a child of ours."""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TextIO

from . import postmaster
from .home import Home
from .say import Failure, tail

HOST = "127.0.0.1"
START_SECONDS = 90
STOP_SECONDS = 8


class Web:
    """gunicorn on one port, with its process number kept in PORTAL_HOME for the next start."""

    def __init__(self, home: Home, port: int):
        self.home = home
        self.port = port
        self.log = home.logs / "web.log"
        self.pid_file = home.run / "web.pid"
        self.process: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{HOST}:{self.port}/"

    def clear_the_way(self) -> None:
        """End a web server that a killed start has left over, and see that the port is free.

        Only called while we hold the start lock, so whatever is recorded has lost its keeper.
        """
        left = self._recorded()
        if left:
            os.kill(left, signal.SIGTERM)
            if not _gone(left, STOP_SECONDS):
                os.kill(left, signal.SIGKILL)
        self.pid_file.unlink(missing_ok=True)
        # Workers whose master was killed hold the port for a moment longer.
        limit = time.monotonic() + STOP_SECONDS
        while not _port_is_free(self.port):
            if time.monotonic() > limit:
                raise Failure(
                    f"port {self.port} is used by another program. Stop that, or choose another "
                    f"port: PORT={self.port + 1} script/server"
                )
            time.sleep(0.2)

    def start(self, python: Path, environment: dict[str, str]) -> TextIO:
        """Start gunicorn (see gunicorn.conf.py); returns what it reports until it is prepared.

        The report ends when the database is prepared, or when gunicorn has failed at that.
        """
        command = [str(python), "-m", "gunicorn", "campaign.wsgi:application"]
        command += ["--bind", f"{HOST}:{self.port}", "--error-logfile", "-"]
        command += ["--access-logfile", str(self.home.logs / "access.log")]
        report, far_end = os.pipe()
        try:
            with open(self.log, "ab") as log:
                self.process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd=self.home.root,
                    env=environment | {"PORTAL_REPORT_FD": str(far_end)},
                    pass_fds=[far_end],
                    # Ctrl-C is for us, who stop web server and database in this order.
                    start_new_session=True,
                    preexec_fn=end_with_parent,
                )
            self.pid_file.write_text(str(self.process.pid))
        finally:
            os.close(far_end)
        return open(report, encoding="utf-8", errors="replace")

    def wait_until_ready(self) -> None:
        """Return when /healthz says that portal and database answer."""
        limit = time.monotonic() + START_SECONDS
        problem = "no answer"
        while time.monotonic() < limit:
            if self.process.poll() is not None:
                raise Failure(f"the web server ended at its start.\n{tail(self.log, 25)}")
            problem = self._problem()
            if not problem:
                return
            time.sleep(0.05)
        raise Failure(f"the portal does not get healthy ({problem}).\n{tail(self.log, 25)}")

    def ended(self) -> bool:
        """Whether gunicorn has ended by itself."""
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        """Stop gunicorn: requests under way get a few seconds to finish."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                pass
        # Workers of a killed master included: its session is theirs.
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self.process.wait()
        self.pid_file.unlink(missing_ok=True)

    def _problem(self) -> str:
        # Behind a TLS proxy is what production settings expect; without it they would redirect.
        request = urllib.request.Request(
            f"{self.address}healthz", headers={"X-Forwarded-Proto": "https"}
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(request, timeout=10) as answer:
                return "" if answer.status == 200 else f"/healthz answers {answer.status}"
        except urllib.error.HTTPError as error:
            return f"/healthz answers {error.code}"
        except OSError as error:
            return f"no answer: {error}"

    def _recorded(self) -> int | None:
        try:
            pid = int(self.pid_file.read_text())
        except (OSError, ValueError):
            return None
        line = b" ".join(postmaster.command_line(pid))
        # gunicorn shows its own title where the package setproctitle is installed.
        return pid if b"gunicorn" in line else None


def port_from_environment() -> int:
    """PORT, a number that a program may listen on (8000 without it)."""
    text = os.environ.get("PORT", "").strip() or "8000"
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) < 65536:
        raise Failure(f"PORT is '{text}'; it has to be a number from 1 to 65535")
    return int(text)


def _port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise Failure(f"cannot listen on port {port}: {error.strerror}") from None
    return True


def _gone(pid: int, seconds: float) -> bool:
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if not postmaster.command_line(pid):
            return True
        time.sleep(0.05)
    return False


def end_with_parent() -> None:
    """In the child, on Linux: be sent SIGTERM when the script dies, even by kill -9."""
    if sys.platform == "linux":
        try:
            ctypes.CDLL(None).prctl(1, signal.SIGTERM)
        except (OSError, AttributeError):
            pass  # without it the next start ends the left-over server
