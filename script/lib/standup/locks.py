"""File locks: two starts at once must not meet in one folder.

The kernel drops such a lock when its process ends, however it ends, so none is ever stale.
"""

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path


class Held(Exception):
    """Another process holds the lock; the text is what it wrote into the lock file."""


class Lock:
    """A lock on one file (or on a folder), exclusive or shared, held until release()."""

    def __init__(self, path: Path):
        self.path = path
        self._fd: int | None = None
        self._noted = False

    def acquire(self, *, shared: bool = False, wait: bool = True) -> "Lock":
        """Take the lock; without `wait` raise Held when another process has it."""
        if self._fd is None:
            self._fd = self._open()
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(self._fd, kind if wait else kind | fcntl.LOCK_NB)
        except BlockingIOError:
            note = self._note_of_holder()
            os.close(self._fd)
            self._fd = None
            raise Held(note) from None
        return self

    def write(self, text: str) -> None:
        """Leave a note for those who find the lock held."""
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, text.encode(), 0)
        self._noted = bool(text)

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._fd is not None:
            if self._noted:
                self.write("")
            os.close(self._fd)
            self._fd = None

    def _note_of_holder(self) -> str:
        # Who took the lock this very moment has not written the note yet.
        for _ in range(10):
            note = os.pread(self._fd, 1000, 0).decode(errors="replace")
            if note:
                return note
            time.sleep(0.05)
        return "another process has it"

    def _open(self) -> int:
        # Descriptors made by Python are not inherited, so no child keeps the lock by accident.
        if self.path.is_dir():  # only ever waited for, so nobody looks for a note in it
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
