"""File locks: two starts at once must not meet in one folder.

The kernel drops such a lock when its process ends, however it ends, so none is ever stale.
"""

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path


class Held(Exception):
    """Another process holds the lock; the text is what it wrote into the lock file."""


class Lock:
    """A lock on one file (or on a folder), exclusive or shared, held until release()."""

    def __init__(self, path: Path):
        self.path = path
        self._fd: int | None = None

    def acquire(self, *, shared: bool = False, wait: bool = True) -> "Lock":
        """Take the lock; without `wait` raise Held when another process has it."""
        if self._fd is None:
            self._fd = self._open()
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(self._fd, kind if wait else kind | fcntl.LOCK_NB)
        except BlockingIOError:
            text = self.text()
            self.release()
            raise Held(text) from None
        return self

    def write(self, text: str) -> None:
        """Leave a note for those who find the lock held."""
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, text.encode(), 0)

    def text(self) -> str:
        """The note of whoever holds the lock."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _open(self) -> int:
        # Descriptors made by Python are not inherited, so no child keeps the lock by accident.
        if self.path.is_dir():
            return os.open(self.path, os.O_RDONLY)
        return os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)


@contextmanager
def locked(path: Path):
    """Hold the exclusive lock on `path` for the length of a `with` block, waiting for it."""
    lock = Lock(path).acquire()
    try:
        yield lock
    finally:
        lock.release()
