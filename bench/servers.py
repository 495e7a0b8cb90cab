"""gunicorn for a measurement: one process for each world and one for the floor, set as script/server's."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
# All else is as gunicorn.conf.py says. One worker, so that every request meets warm code; and
# connections that stay open for the run.
CHANGED = ("--workers", "1", "--keep-alive", "600")


@dataclass(frozen=True)
class Server:
    """A running gunicorn: its port, its master process, and how its database connections sign."""

    port: int
    pid: int
    application: str


@contextmanager
def servers(environments: dict[str, dict[str, str]], home: Path):
    """Start a gunicorn for each environment; gives {key: Server}; stops them at the end."""
    running = {}
    try:
        for key, environment in environments.items():
            running[key] = _start(key, environment, home)
        for key, (process, port) in running.items():
            _wait(process, port, home / f"{key}.log")
        yield {
            key: Server(port, process.pid, _name(key)) for key, (process, port) in running.items()
        }
    finally:
        for process, _ in running.values():
            _stop(process)


def environment(url: str, home: Path, *, floor: bool = False) -> dict[str, str]:
    """The variables of one gunicorn: the settings of the bench on the database `url`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DATABASE_URL": url,
        "BENCH_FLOOR": "1" if floor else "0",
        "PORTAL_HOME": str(home),
        "PYTHONUNBUFFERED": "1",
    }


def _start(key: str, variables: dict[str, str], home: Path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "campaign.wsgi:application"]
    command += ["--bind", f"127.0.0.1:{port}", *CHANGED]
    # script/server writes an access log, so its cost belongs to every page.
    command += ["--access-logfile", str(home / f"{key}-access.log"), "--error-logfile", "-"]
    with open(home / f"{key}.log", "ab") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=variables | {"PGAPPNAME": _name(key)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    return process, port


def _name(key: str) -> str:
    return f"bench-{key}"


def _wait(process, port: int, log: Path) -> None:
    """Return when the server answers anything at all (the floor has no /healthz)."""
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit and process.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/healthz")
            connection.getresponse()
            return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError(f"gunicorn does not answer:\n{log.read_text()[-2000:]}")


def _stop(process) -> None:
    process.terminate()
    try:
        process.wait(8)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
