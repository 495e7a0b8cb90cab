"""script/test: the packages and the database that the tests need, then pytest."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from .database import database
from .environment import portal_environment
from .home import Home
from .locks import Held, Lock
from .say import Failure, Stopped, say, stop_on_signals
from .venv import Venv

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SLOTS = 32
OF_ALL = ("--all", "--create-db")  # these alone still mean the whole suite


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments`, or the whole suite; returns pytest's exit code."""
    stop_on_signals()
    home = Home.from_environment()
    python = Venv(home).ensure("dev")
    slot, suffix = _slot(home)
    try:
        with database(home, test=True) as (url, _):
            environment = _environment(home, url, suffix)
            return _pytest(home, python, environment, _completed(arguments))
    except Stopped as stopped:
        say(f"Stopped ({stopped})")
        return 130
    finally:
        slot.release()


def _completed(arguments: list[str]) -> list[str]:
    """Arguments for pytest: all tests, quietly and side by side, where the user names none."""
    if not set(arguments) - set(OF_ALL):
        arguments = [*_everything(), *arguments]
    # What a run in CI says must not rest on what an earlier one has left.
    anew = os.environ.get("CI", "").lower() not in ("", "0", "false")
    return [*arguments, "--create-db"] if anew else arguments


def _everything() -> list[str]:
    # Each process has a database of its own; more than four would wait for the database server.
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ["-q", "-n", str(min(4, cores or 1)), "tests"]


def _pytest(home: Home, python: Path, environment: dict[str, str], arguments: list[str]) -> int:
    plugin = ["-p", "browser_choice"]
    command = [str(python), "-m", "pytest", *plugin, *arguments]
    process = subprocess.Popen(command, cwd=home.root, env=environment)
    try:
        return process.wait()
    except Stopped:
        # From a terminal pytest has got the Ctrl-C as well; it is given time to tear down.
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise


def _environment(home: Home, url: str, suffix: str) -> dict[str, str]:
    environment = portal_environment(home, url)
    # Tests write uploads and the like: not among the portal's own.
    place = home.path / "test-home"
    Home(place, home.root).prepare()
    environment |= {
        "PORTAL_HOME": str(place),
        "DEMO": "1",
        "DEBUG": "0",
        "JOBS_AT_ONCE": "1",
        "SECRET_KEY": "tests-only-" + "t" * 50,
        "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        "TEST_DATABASE_SUFFIX": suffix,
        "CHROMIUM": _browser(),
        # Compiled modules, kept for the next run: in no folder where somebody wants none.
        "PYTHONPYCACHEPREFIX": str(place / "compiled"),
        # For the plugin that leaves browser tests out where there is no browser.
        "PYTHONPATH": str(Path(__file__).resolve().parents[1] / "pytest_plugins"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _browser() -> str:
    """Path of the browser for the browser tests, or an empty string."""
    given = os.environ.get("CHROMIUM", "").strip()
    if given and not shutil.which(given):
        raise Failure(f"CHROMIUM is '{given}', which is not a program")
    names = (given,) if given else BROWSERS
    found = next(filter(None, map(shutil.which, names)), "")
    if not found and os.environ.get("REQUIRE_BROWSER") == "1":
        raise Failure(
            f"no browser for the browser tests (looked for {', '.join(BROWSERS)}). "
            f"Debian: apt-get install chromium fonts-wqy-microhei"
        )
    return found


def _slot(home: Home) -> tuple[Lock, str]:
    """A test database of one's own: a lock to hold, and the suffix of the database's name.

    Runs at the same time get different ones; a run by itself gets always the same, so that
    databases left over by killed runs are used again rather than gathered.
    """
    given = os.environ.get("TEST_DATABASE_SUFFIX", "").strip()
    if given:
        return Lock(home.run / f"test-{given}.lock").acquire(), given
    for number in range(SLOTS):
        try:
            lock = Lock(home.run / f"test-slot-{number}.lock").acquire(wait=False)
        except Held:
            continue
        return lock, f"slot{number}" if number else ""
    raise Failure(f"{SLOTS} test runs are under way already")
