"""The virtual environment `.venv` and the locked packages in it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .home import Home
from .locks import locked
from .say import Failure, say, tail

# dev.txt holds all that base.txt holds, in the same versions: who has the one has the other.
CONTAINED_IN = {"base": ("base", "dev"), "dev": ("dev",), "embedded": ("embedded",)}
OVERWRITES = {"base": ("base", "dev"), "dev": ("base", "dev"), "embedded": ("embedded",)}
ASK_VERSION = """
import importlib.util, sys
print(*sys.version_info[:2], sep='.') if importlib.util.find_spec('pip') else sys.exit(1)
"""
# Settings of a user's that would put the packages elsewhere than into .venv.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "PYTHONPATH")


class Venv:
    """The virtual environment of the checkout."""

    def __init__(self, home: Home):
        self.root = home.root
        self.path = home.root / ".venv"
        self.python = self.path / "bin" / "python"
        self.log = home.logs / "install.log"

    def ensure(self, lock: str) -> Path:
        """Make `.venv` and install requirements/`lock`.txt unless that is done; returns python.

        A stamp in `.venv` says which lock file was installed, so a second start asks pip nothing.
        """
        # Two scripts at once must not install into one folder; locking the folder of the lock
        # files needs no file of its own.
        with locked(self.root / "requirements"):
            version = self._version()
            if version is None:
                self._make()
                version = self._version()
            if not any(self._installed(name, version) for name in CONTAINED_IN[lock]):
                # Gone before the first package changes: killed half way, or with another
                # version's packages put over these, no stamp may claim what is not so.
                for name in OVERWRITES[lock]:
                    self._stamp_file(name).unlink(missing_ok=True)
                self._install(self.root / "requirements" / f"{lock}.txt")
                self._stamp_file(lock).write_text(self._stamp(lock, version))
        return self.python

    def _version(self) -> str | None:
        """Version of the Python in `.venv`; None when it does not run or has no pip.

        Without pip it is what a `python -m venv` leaves that was killed, or that failed.
        """
        if not self.python.exists():
            return None
        command = [self.python, "-c", ASK_VERSION]
        try:
            done = subprocess.run(command, capture_output=True, text=True, env=environment())
        except OSError:
            return None
        version = done.stdout.strip()
        usable = done.returncode == 0 and tuple(map(int, version.split("."))) >= (3, 11)
        return version if usable else None

    def _make(self) -> None:
        say(f"Making the virtual environment {self.path} (Python {sys.version.split()[0]})")
        # A folder that was moved, or whose Python was removed, cannot be mended.
        shutil.rmtree(self.path, ignore_errors=True)
        self._log([sys.executable, "-m", "venv", str(self.path)], self._advice())

    def _advice(self) -> str:
        return (
            "cannot make a virtual environment.\nOn Debian and Ubuntu the part of Python that "
            f"does it is a package of its own: apt-get install {_debian_package()}"
        )

    def _install(self, file: Path) -> None:
        say(f"Installing the packages of {file.relative_to(self.root)} …")
        self._log(
            [
                str(self.python),
                *("-m", "pip", "install", "--disable-pip-version-check", "--no-input"),
                *("--require-hashes", "-r", str(file)),
            ],
            f"cannot install the packages of {file.name}",
        )

    def _log(self, command: list[str], cause: str) -> None:
        with open(self.log, "ab") as log:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment(),
                cwd=self.root,
            )
        if done.returncode:
            raise Failure(f"{cause}\n{tail(self.log)}")

    def _installed(self, lock: str, version: str) -> bool:
        try:
            return self._stamp_file(lock).read_text() == self._stamp(lock, version)
        except FileNotFoundError:
            return False

    def _stamp(self, lock: str, version: str) -> str:
        try:
            text = (self.root / "requirements" / f"{lock}.txt").read_bytes()
        except OSError as error:
            raise Failure(f"cannot read the lock file: {error}") from None
        return hashlib.sha256(text + version.encode()).hexdigest()

    def _stamp_file(self, lock: str) -> Path:
        return self.path / f"installed-{lock}"


def environment() -> dict[str, str]:
    """Our environment without what would mislead pip or Python in `.venv`."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


def _debian_package() -> str:
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
