"""What the scripts say: short progress lines, and failures that name their cause."""

import signal
import sys
from collections.abc import Iterable
from pathlib import Path


class Failure(Exception):
    """Something that the user has to know; the text is the whole message."""


class Stopped(Exception):
    """A signal asked us to stop; raised where we are so that `finally` clauses clean up."""


def configure_output() -> None:
    """Let no odd locale break a message, and show each line at once also in a pipe."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", line_buffering=True)


_progress = ["stdout"]


def progress_to_stderr() -> None:
    """Keep standard output for the result alone, so that `$(script/db url)` works."""
    _progress[0] = "stderr"


def say(text: str) -> None:
    """Print one progress line."""
    print(text, file=getattr(sys, _progress[0]), flush=True)


def fail(text: str) -> int:
    """Print a failure and return the exit code for it."""
    print(f"error: {text}", file=sys.stderr, flush=True)
    return 1


def tail(log: Path, lines: int = 15) -> str:
    """The end of a log file, headed by its path, ready to be put after a failure's cause."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return f"(there is no log file {log})"
    last = "\n".join(f"  | {line}" for line in text.splitlines()[-lines:])
    return f"The end of {log}:\n{last}" if last else f"(the log file {log} is empty)"


def stop_on_signals(signals: Iterable[int] = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)):
    """Raise Stopped at the given signals.

    SIGINT is named too: a script started with `&` by another script inherits it ignored, and
    Python then leaves it so.
    """

    def stop(number, _frame):
        raise Stopped(signal.Signals(number).name)

    for number in signals:
        signal.signal(number, stop)


def leave_ctrl_c_to_child() -> None:
    """Survive a Ctrl-C in the terminal, which is for the program that we run (psql, a shell)."""
    # Not SIG_IGN, which the child would inherit.
    signal.signal(signal.SIGINT, lambda _number, _frame: None)


def ignore_signals(signals: Iterable[int] = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)):
    """From now on let nothing interrupt the clean-up (an impatient second Ctrl-C)."""
    for number in signals:
        signal.signal(number, signal.SIG_IGN)
