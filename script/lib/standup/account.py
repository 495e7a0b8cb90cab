"""Which account the database server runs under, and which folders that account can reach.

PostgreSQL refuses to run as root. Started by root we therefore drop to `nobody`, which every
machine has; an account of our own would outlive the portal.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .say import Failure

SERVER_ACCOUNT = "nobody"


@dataclass(frozen=True)
class Account:
    """The account of the database server; `switch` is true where we must drop to it."""

    name: str
    uid: int
    gid: int
    switch: bool

    def popen_arguments(self) -> dict:
        """Keyword arguments that make subprocess run a command under this account."""
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Whether this account can pass through `folder` and all folders above it."""
        return self._shell('cd -- "$1"', folder)

    def can_run(self, program: Path) -> bool:
        """Whether this account can reach and run `program`."""
        return self._shell('test -x "$1"', program)

    def give(self, path: Path, mode: int) -> None:
        """Hand a file or folder to this account with the given mode."""
        if self.switch:
            os.chown(path, self.uid, self.gid)
        os.chmod(path, mode)

    def _shell(self, command: str, path: Path) -> bool:
        # Asked of the kernel in a process that has dropped its rights: modes alone do not tell,
        # with access lists, mount options and folders above folders.
        done = subprocess.run(
            ["/bin/sh", "-c", command, "sh", str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **self.popen_arguments(),
        )
        return done.returncode == 0


def server_account() -> Account:
    """The account that the database server has to run under here."""
    if os.geteuid() != 0:
        return Account(_own_name(), os.geteuid(), os.getegid(), switch=False)
    try:
        entry = pwd.getpwnam(SERVER_ACCOUNT)
    except KeyError:
        raise Failure(
            f"PostgreSQL refuses to run as root, and this machine has no account "
            f"'{SERVER_ACCOUNT}' to drop to. Start the script as an ordinary user, or set "
            f"DATABASE_URL to a database of yours."
        ) from None
    account = Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switch=True)
    _prove_switch(account)
    return account


def owner_account(folder: Path, usual: Account) -> Account:
    """The account to run the server of an existing `folder` under: as root, that of its owner.

    So root can start the portal in a folder that an ordinary user has used before.
    """
    if not usual.switch or not folder.exists() or folder.stat().st_uid in (0, usual.uid):
        return usual
    try:
        entry = pwd.getpwuid(folder.stat().st_uid)
    except KeyError:
        raise Failure(f"the owner of {folder}, number {folder.stat().st_uid}, is gone") from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switch=True)


def _prove_switch(account: Account) -> None:
    # In some containers "root" may not change its account at all; say that, not a riddle later.
    try:
        account.can_enter(Path("/"))
    except (OSError, subprocess.SubprocessError) as error:
        raise Failure(
            f"PostgreSQL refuses to run as root, and dropping to '{account.name}' is not allowed "
            f"here ({error}). Start the script as an ordinary user, or set DATABASE_URL."
        ) from None


def _own_name() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise Failure(
            f"PostgreSQL needs an account name, and the user number {os.geteuid()} has none in "
            f"/etc/passwd. Give it one, or set DATABASE_URL to a database of yours."
        ) from None
