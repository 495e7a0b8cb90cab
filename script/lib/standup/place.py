"""Where the database server's folders lie.

They belong into PORTAL_HOME. But a server that runs as `nobody` (see account.py) cannot enter a
PORTAL_HOME below a folder that only root may enter, such as a checkout in root's own home, and
opening that folder for everyone is not ours to do. There, and only there, the server's folders go
to a folder outside, and the file `database-folder` in PORTAL_HOME says where.

The two know each other by an identity: when PORTAL_HOME was deleted and made anew, its old
database must not turn up in the new one, just as it would not had it lain inside.
"""

import hashlib
import os
import secrets
import shutil
from pathlib import Path

from . import postmaster
from .account import Account
from .home import Home
from .say import Failure, say

POINTER = "database-folder"
IDENTITY = "identity"
OUTSIDE = (Path("/var/lib"), Path("/var/tmp"))


def server_place(home: Home, account: Account, outside: tuple[Path, ...] = OUTSIDE) -> Path:
    """The folder in which the server's data, sockets and copied programs are kept."""
    pointer = home.path / POINTER
    if not pointer.exists() and account.can_enter(home.path):
        return home.path
    folder, identity = _read_pointer(pointer)
    if folder and _identity_of(folder) == identity and account.can_enter(folder):
        return folder
    return _new_place(home, pointer, outside)


def _read_pointer(pointer: Path) -> tuple[Path | None, str]:
    try:
        folder, identity = pointer.read_text(encoding="utf-8").splitlines()[:2]
    except (FileNotFoundError, ValueError):
        return None, ""
    return Path(folder), identity


def _identity_of(folder: Path) -> str | None:
    # In /var/tmp anybody can make a folder of that name: only one of our own counts.
    try:
        if folder.lstat().st_uid != os.geteuid():
            return None
        return (folder / IDENTITY).read_text(encoding="utf-8").strip()
    except OSError:
        return None


def _new_place(home: Home, pointer: Path, outside: tuple[Path, ...]) -> Path:
    name = "renewal-portal-" + hashlib.sha256(os.fsencode(home.path)).hexdigest()[:12]
    parent = next((p for p in outside if os.access(p, os.W_OK | os.X_OK)), None)
    if parent is None:
        raise Failure(
            f"the database server cannot enter {home.path}, and none of "
            f"{', '.join(map(str, outside))} can be written. Set PORTAL_HOME to a folder that "
            f"every user may pass through."
        )
    folder = parent / name
    _set_aside(folder)
    folder.mkdir(mode=0o711)
    os.chmod(folder, 0o711)
    identity = secrets.token_hex(16)
    (folder / IDENTITY).write_text(identity + "\n", encoding="utf-8")
    pointer.write_text(f"{folder}\n{identity}\n", encoding="utf-8")
    say(f"Only root may enter the folders above {home.path}: the database goes to {folder}")
    return folder


def _set_aside(folder: Path) -> None:
    """Keep what a deleted PORTAL_HOME of the same path has left, but one such at most."""
    if not folder.exists() and not folder.is_symlink():
        return
    for data in folder.glob("*/data"):
        postmaster.stop(data)
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
