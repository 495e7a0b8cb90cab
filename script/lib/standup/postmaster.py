"""A PostgreSQL server seen from outside: is the one of this data folder running, and stop it.

`postmaster.pid` in the data folder names the process, but it survives a kill and a power cut, and
its number may by then belong to somebody else. So the process is asked who it is.
"""

import os
import signal
import subprocess
import time
from pathlib import Path


def running(data: Path) -> int | None:
    """The process number of the server that serves `data`, or None."""
    pid = recorded(data)
    return pid if pid and serves(pid, data) else None


def recorded(data: Path) -> int | None:
    """The process number in postmaster.pid, true or stale; None without one."""
    lines = pid_lines(data)
    try:
        return abs(int(lines[0])) or None
    except (IndexError, ValueError):
        return None


def pid_lines(data: Path) -> list[str]:
    """The lines of postmaster.pid: number, data, start, port, socket folder, …, status."""
    try:
        return (data / "postmaster.pid").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []


def serves(pid: int, data: Path) -> bool:
    """Whether process `pid` lives and is a server that was started on `data`."""
    arguments = command_line(pid)
    return _is_server(arguments) and (os.fsencode(data) in arguments or _works_in(pid, data))


def stale(data: Path) -> bool:
    """Whether postmaster.pid is certainly left over and may be removed.

    Removing the file of a living server would let a second one loose on the same data. So in
    doubt (some PostgreSQL server, and we may not ask which) the answer is no.
    """
    pid = recorded(data)
    if pid is None:
        return True
    if serves(pid, data):
        return False
    return not _is_server(command_line(pid)) or _works_in(pid, data) is False


def _is_server(arguments: list[bytes]) -> bool:
    return bool(arguments) and b"postgres" in os.path.basename(arguments[0])


def _works_in(pid: int, data: Path) -> bool | None:
    # A server's working folder is its data folder, under whatever name it was reached. Without
    # /proc, or without the right to look, the answer is None.
    try:
        return os.path.samestat(os.stat(f"/proc/{pid}/cwd"), os.stat(data))
    except OSError:
        return None


def command_line(pid: int) -> list[bytes]:
    """The arguments of a living process; empty when it is gone (or only waits to be reaped)."""
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().rstrip(b"\0")
        return line.split(b"\0") if line else []
    except OSError:
        if os.path.isdir("/proc/self"):
            return []
    # Without /proc (macOS): one line that cannot be taken apart for sure, which is good enough
    # for the two questions asked of it: the program's name and a path within.
    line = subprocess.run(
        ["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True
    ).stdout.strip()
    program, _, rest = line.partition(b" -D ")
    return [program, b"-D", *rest.split(b" -c ")] if line else []


def stop(data: Path, patience: float = 30) -> bool:
    """Stop the server of `data` if it runs; False when it would not go."""
    for number, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 10)):
        pid = running(data)
        if pid is None:
            return True
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return True
        if gone(pid, data, seconds):
            return True
    return False


def gone(pid: int, data: Path, seconds: float) -> bool:
    """Wait until the server has ended, reaping it where it is our own child."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            pass
        if not serves(pid, data):
            return True
        time.sleep(0.02)
    return False
