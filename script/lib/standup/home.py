"""PORTAL_HOME: the one folder that holds all that the portal writes.

portal-home          marks the folder as ours
secret-key           Django's SECRET_KEY          (readable by the owner only)
demo-password        of the demo accounts         (readable by the owner only)
pg15/, pg18/ …       PostgreSQL data, one folder per major version
test-pg15/ …         the same for the tests; test-home/ is their PORTAL_HOME
database-folder      only where those had to go elsewhere: says where (see place.py)
uploads/ static/ logs/ run/
"""

import os
import secrets
from pathlib import Path

from .say import Failure

MARKER = "portal-home"
ROOT = Path(__file__).resolve().parents[3]


class Home:
    """The folder PORTAL_HOME and the paths in it."""

    def __init__(self, path: Path, root: Path = ROOT):
        self.root = root
        self.path = path
        self.logs = path / "logs"
        self.run = path / "run"
        self.uploads = path / "uploads"

    @classmethod
    def from_environment(cls) -> "Home":
        """PORTAL_HOME if given, else `.portal` in the checkout; made ready for use."""
        given = os.environ.get("PORTAL_HOME", "").strip()
        path = Path(given).expanduser().absolute() if given else ROOT / ".portal"
        home = cls(path)
        home.prepare()
        return home

    def prepare(self) -> None:
        """Make the folder and its parts; the folder itself may be passed through, not listed.

        The database server may run under another account (see account.py) and then has to pass
        through this folder to its own. We open only a folder that is ours: one that we made,
        that was empty, or that carries our marker. Folders above it are never touched.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not os.access(self.path, os.R_OK | os.W_OK | os.X_OK):
                raise PermissionError("it belongs to another user")
            if (self.path / MARKER).exists() or not any(self.path.iterdir()):
                (self.path / MARKER).touch()
                if os.geteuid() == 0:
                    os.chmod(self.path, 0o711)
            for folder in (self.logs, self.run, self.uploads, self.path / "static"):
                folder.mkdir(mode=0o700, exist_ok=True)
                if not os.access(folder, os.W_OK | os.X_OK):
                    raise PermissionError(f"{folder.name}/ in it belongs to another user")
        except OSError as error:
            raise Failure(
                f"cannot use the folder {self.path}: {error.strerror or error}. "
                f"Choose another with PORTAL_HOME."
            ) from None

    def secret(self, name: str, length: int = 50) -> str:
        """The secret kept in the file `name`, made at random the first time."""
        file = self.path / name
        try:
            kept = file.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            kept = ""
        return kept or self.keep_secret(name, secrets.token_urlsafe(length))

    def keep_secret(self, name: str, value: str) -> str:
        """Write a secret whole or not at all, readable by the owner only, and return it."""
        draft = self.path / f"{name}.{os.getpid()}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
            stream.write(value + "\n")
        os.replace(draft, self.path / name)
        return value
