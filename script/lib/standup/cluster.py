"""One PostgreSQL server of our own: made, started, found again, recovered, stopped.

It listens on a Unix socket in a folder that only its own account (and root) may enter, never on
the network, and asks for a password all the same, because `nobody` may be shared by others.

    pg15/data       the data folder, owned by the server's account
    pg15/password   of both roles; lives and dies with the data
    pg15/socket/    the socket
"""

import contextlib
import hashlib
import os
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from . import datafolder, postmaster
from .account import Account
from .binaries import Binaries
from .datafolder import SUPERUSER, server_environment
from .locks import locked
from .say import Failure, say, tail

# The portal's role owns its database and no more, as it should in production: whatever needs a
# superuser fails here first.
ROLE = "portal"
DATABASE = "portal"
PORT = 5432  # only part of the socket's name
SOCKET_LIMIT = 107  # bytes, from the kernel's struct sockaddr_un
START_SECONDS = 120  # a server that was killed first replays its log
SAFE = {"max_connections": "60", "shared_buffers": "128MB"}
# For tests: data that may be lost in a power cut, and is made anew then.
FAST = SAFE | {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class Cluster:
    """The server on `folder`, run by `binaries` under `account`; `fast` gives safety for speed."""

    def __init__(
        self, folder: Path, binaries: Binaries, account: Account, log: Path, *, fast: bool = False
    ):
        self.folder = folder
        self.data = folder / "data"
        self.binaries = binaries
        self.account = account
        self.log = log
        self.fast = fast

    def ensure_running(self) -> str:
        """Bring the server up, whatever state it was left in; returns its DATABASE_URL."""
        self.folder.mkdir(mode=0o711, exist_ok=True)
        os.chmod(self.folder, 0o711)
        with locked(self.folder / "lock"):
            if not (self.data / "PG_VERSION").exists():
                datafolder.make(self.folder, self.binaries, self.account, sync=not self.fast)
            if not postmaster.running(self.data):
                self._start_or_remake()
            if not self._wait_until_it_answers():
                self._make_database()
        return self.url()

    def running(self) -> bool:
        """Whether the server's process lives."""
        return postmaster.running(self.data) is not None

    def keep(self, kept: bool) -> None:
        """Let the server run on when its last user has gone (script/db start), or no longer."""
        file = self.folder / "keep"
        if kept:
            file.write_text(str(postmaster.running(self.data)))
        else:
            file.unlink(missing_ok=True)

    def kept(self) -> bool:
        """Whether this very run of the server was started to be kept."""
        try:
            return (self.folder / "keep").read_text() == str(postmaster.running(self.data))
        except OSError:
            return False

    def stop(self) -> None:
        """Stop the server if it runs: open transactions roll back, nothing is left to recover."""
        if self.data.exists() and not postmaster.stop(self.data):
            say(f"The database server (process {postmaster.recorded(self.data)}) does not stop.")
            return
        # Outside our own folder nothing is left behind; a start makes it again.
        socket = self._own_socket_folder()
        if socket.parent != self.folder:
            with contextlib.suppress(OSError):
                socket.rmdir()

    def url(self, database: str = DATABASE) -> str:
        """DATABASE_URL of a database; understood by django-environ and by libpq alike."""
        host = quote(os.fsencode(self._socket_folder()), safe="/")
        return f"postgresql://{ROLE}:{datafolder.password(self.folder)}@/{database}?host={host}"

    def client_settings(self, role: str = ROLE, database: str = DATABASE) -> dict[str, str]:
        """Variables that make PostgreSQL's own clients connect to this server."""
        return {
            "PGHOST": str(self._socket_folder()),
            "PGPORT": str(PORT),
            "PGUSER": role,
            "PGPASSWORD": datafolder.password(self.folder),
            "PGDATABASE": database,
            "PGCONNECT_TIMEOUT": "10",
        }

    # Starting

    def _start_or_remake(self) -> None:
        try:
            self._start()
        except Failure:
            if not self.fast:
                raise
            # Saving on safety, the tests' data may have broken in a power cut; it is worth nothing.
            say("The tests' database is broken; making it anew")
            datafolder.make(self.folder, self.binaries, self.account, sync=False)
            self._start()

    def _start(self) -> None:
        self._clear_stale_files()
        limit = time.monotonic() + 15
        while True:
            process = self._spawn()
            if self._comes_up(process):
                return
            # Right after a kill -9 of the server its children still hold the shared memory for a
            # moment; the server then refuses to start, rightly.
            if time.monotonic() > limit or "shared memory block" not in tail(self.log, 6):
                break
            time.sleep(0.5)
        raise Failure(f"the database server does not start.\n{tail(self.log)}")

    def _clear_stale_files(self) -> None:
        # A number in postmaster.pid that now belongs to another process of the same account
        # would keep the server from starting.
        if not postmaster.stale(self.data):
            return
        socket = self._own_socket_folder()
        for file in (
            self.data / "postmaster.pid",
            socket / f".s.PGSQL.{PORT}",
            socket / f".s.PGSQL.{PORT}.lock",
        ):
            file.unlink(missing_ok=True)

    def _spawn(self) -> subprocess.Popen:
        socket = self._own_socket_folder()
        socket.mkdir(mode=0o700, exist_ok=True)
        if socket.is_symlink() or (socket.stat().st_uid not in (os.geteuid(), self.account.uid)):
            raise Failure(f"the folder {socket} for the database's socket belongs to another user")
        self.account.give(socket, 0o700)
        quoted = '"' + str(socket).replace('"', '""') + '"'
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": quoted,
            "unix_socket_permissions": "0700",
            "port": str(PORT),
            "logging_collector": "off",
            "log_destination": "stderr",
            "lc_messages": "C",
        } | (FAST if self.fast else SAFE)
        command = [self.binaries.program("postgres"), "-D", str(self.data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with open(self.log, "ab") as log:
            # Its own session: Ctrl-C in the terminal is for us, and we stop it in good order.
            # All three streams are given: it may outlive us and must hold no pipe of ours.
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=server_environment(),
                start_new_session=True,
                **self.account.popen_arguments(),
            )

    def _comes_up(self, process: subprocess.Popen) -> bool:
        """Wait until the server has taken its data folder; False when it ended instead."""
        limit = time.monotonic() + START_SECONDS
        while time.monotonic() < limit:
            if process.poll() is not None:
                return False
            if postmaster.recorded(self.data) == process.pid:
                return True
            time.sleep(0.01)
        process.kill()
        raise Failure(f"the database server hangs at its start.\n{tail(self.log)}")

    def _wait_until_it_answers(self) -> bool:
        """Wait for a real answer; returns whether the portal's database exists."""
        limit = time.monotonic() + START_SECONDS
        told = False
        while True:
            answer = self._ask(f"select 1 from pg_database where datname = '{DATABASE}'")
            if answer.returncode == 0:
                return answer.stdout.strip() == "1"
            if time.monotonic() > limit or not self.running():
                raise Failure(
                    f"the database server does not answer: {answer.stderr.strip()}\n"
                    f"{tail(self.log)}"
                )
            if not told and time.monotonic() > limit - START_SECONDS + 5:
                say("Waiting for the database server to recover …")
                told = True
            time.sleep(0.03)

    def _make_database(self) -> None:
        # The role may be there already, when a start was killed between the two steps.
        role = f"select 1 from pg_roles where rolname = '{ROLE}'"
        if self._ask(role).stdout.strip() != "1":
            # Sent on standard input, so that the password shows in no process list.
            word = datafolder.password(self.folder)
            more = " createrole" if self.fast else ""  # tests make an application's role
            self._demand(f"create role {ROLE} login createdb{more} password '{word}'")
        self._demand(f"create database {DATABASE} owner {ROLE}")

    def _demand(self, sql: str) -> None:
        done = self._ask(sql)
        if done.returncode:
            raise Failure(f"the database server refused: {done.stderr.strip()}")

    def _ask(self, sql: str) -> subprocess.CompletedProcess:
        """Run one statement as the superuser, over a real connection."""
        environment = client_environment() | self.client_settings(SUPERUSER, "postgres")
        return subprocess.run(
            [self.binaries.program("psql"), "-XqtA", "-v", "ON_ERROR_STOP=1", "-f", "-"],
            input=sql,
            capture_output=True,
            text=True,
            errors="replace",
            env=environment,
            cwd="/",
        )

    # The socket

    def _socket_folder(self) -> Path:
        """Where the running server has its socket (it may have been started by an older us)."""
        lines = postmaster.pid_lines(self.data)
        return Path(lines[4]) if len(lines) > 4 and lines[4] else self._own_socket_folder()

    def _own_socket_folder(self) -> Path:
        folder = self.folder / "socket"
        if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) <= SOCKET_LIMIT:
            return folder
        name = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path("/tmp") / f"renewal-portal-{name}"


def client_environment() -> dict[str, str]:
    """Our environment without what would send PostgreSQL's clients to another server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}
