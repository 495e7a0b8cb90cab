"""script/server: from a fresh checkout to a portal that answers, and back down in good order."""

import os
import time
from typing import TextIO

from .cluster import Cluster
from .database import database
from .environment import is_demo, portal_environment
from .home import Home
from .locks import Held, Lock
from .say import Failure, Stopped, ignore_signals, say, stop_on_signals, tail
from .venv import Venv
from .web import Web, port_from_environment
from .worker import Worker

# Between the lines that prepare_portal prints as it goes and those to show at the end.
ACCOUNTS_FOLLOW = "== accounts =="
# Before the reason why the portal leaves a database alone: nothing else is worth showing then.
REFUSED = "== refused =="


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C or SIGTERM; 0 after a clean stop."""
    if arguments:
        raise Failure("script/server takes no arguments; see the comment at its head")
    stop_on_signals()
    port = port_from_environment()
    home = Home.from_environment()
    lock = _start_lock(home, port)
    try:
        return _serve(home, port)
    finally:
        lock.release()


def _start_lock(home: Home, port: int) -> Lock:
    try:
        lock = Lock(home.run / "server.lock").acquire(wait=False)
    except Held as held:
        raise Failure(
            f"the portal of {home.path} is already running: {held}.\n"
            f"For a second one set another PORTAL_HOME and PORT."
        ) from None
    lock.write(f"http://127.0.0.1:{port}/ (process {os.getpid()})")
    return lock


def _serve(home: Home, port: int) -> int:
    _keep_logs_small(home)
    web = Web(home, port)
    web.clear_the_way()
    python = Venv(home).ensure("base")
    stands, worker = False, None
    with database(home) as (url, cluster):
        try:
            environment = portal_environment(home, url)
            with web.start(python, environment) as report:
                accounts = _hear(report)
            web.wait_until_ready()
            worker = Worker(home, python, environment)
            stands = True
            _announce(web, accounts, environment)
            _watch(web, worker, cluster)
        except Stopped as stopped:
            say(f"\nStopping ({stopped}) …")
            # Before the portal stood this was an interruption, afterwards the ordinary end.
            return 0 if stands else 130
        finally:
            ignore_signals()
            web.stop()
            if worker:
                worker.stop()


def _hear(report: TextIO) -> list[str]:
    """Show how the database is prepared; returns the lines about the accounts, for the end.

    Raises Failure where the database is left alone.
    """
    accounts: list[str] | None = None
    for line in map(str.rstrip, report):
        if line.startswith(REFUSED):
            raise Failure(line.removeprefix(REFUSED).strip())
        if line == ACCOUNTS_FOLLOW:
            accounts = []
        elif accounts is None:
            say(line)
        else:
            accounts.append(line)
    return accounts or []


def _announce(web: Web, accounts: list[str], environment: dict[str, str]) -> None:
    say(f"\nThe portal runs at {web.address}  (Ctrl-C stops it)")
    if is_demo(environment) and accounts:
        say("\n".join(["", *accounts]))
    say(f"Logs: {web.home.logs}")


def _watch(web: Web, worker: Worker, cluster: Cluster | None) -> None:
    """Stay until a signal; start a killed worker or database server again, report a dead web server."""
    while True:
        worker.ensure_running()
        time.sleep(1)
        if web.ended():
            raise Failure(f"the web server has ended. Start again.\n{tail(web.log)}")
        if cluster and not cluster.running():
            say("The database server has ended; starting it again …")
            cluster.ensure_running()


def _keep_logs_small(home: Home, limit: int = 20_000_000) -> None:
    for log in home.logs.glob("*.log"):
        if log.stat().st_size > limit:
            os.replace(log, log.with_suffix(".log.1"))
