"""Makes a PostgreSQL data folder, whole or not at all."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

from .account import Account
from .binaries import Binaries
from .say import Failure, say

SUPERUSER = "postgres"


def make(folder: Path, binaries: Binaries, account: Account, *, sync: bool = True) -> None:
    """Make `folder`/data, owned by `account`, and `folder`/password.

    It is made beside its place and renamed at the end, so that a start that was killed half way
    leaves nothing that looks like a data folder.
    """
    say(f"Making a PostgreSQL {binaries.major} data folder in {folder}")
    draft = folder / "data.new"
    for left in (draft, folder / "data"):
        shutil.rmtree(left, ignore_errors=True)
    # As the server's account must be able to read it, initdb gets a file of its own.
    handed = folder / "password.new"
    _write_private(folder / "password", secrets.token_urlsafe(24))
    _write_private(handed, password(folder))
    account.give(handed, 0o600)
    try:
        _initdb(draft, handed, binaries, account, sync)
    finally:
        handed.unlink()
    draft.rename(folder / "data")


def password(folder: Path) -> str:
    """The password of the server's roles; it lives and dies with the data."""
    try:
        return (folder / "password").read_text().strip()
    except OSError as error:
        raise Failure(f"cannot read the database's password: {error}") from None


def server_environment() -> dict[str, str]:
    """A small, known environment, so that no locale or time zone of a user's gets fixed in."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _initdb(draft: Path, handed: Path, binaries: Binaries, account: Account, sync: bool) -> None:
    # C.UTF-8 makes pg_trgm split Chinese; where a machine lacks that locale plain C has to do.
    for locale in ("C.UTF-8", "C"):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        account.give(draft, 0o700)
        done = subprocess.run(
            [
                binaries.program("initdb"),
                f"--pgdata={draft}",
                "--encoding=UTF8",
                f"--locale={locale}",
                f"--username={SUPERUSER}",
                f"--pwfile={handed}",
                "--auth=scram-sha-256",
                "--data-checksums",
                *([] if sync else ["--no-sync"]),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            cwd="/",
            env=server_environment(),
            **account.popen_arguments(),
        )
        if done.returncode == 0:
            return
    shutil.rmtree(draft, ignore_errors=True)
    raise Failure(f"initdb could not make a data folder:\n{done.stdout.strip()}")


def _write_private(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(text + "\n")
