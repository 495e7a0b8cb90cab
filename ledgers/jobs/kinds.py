"""What kinds of jobs there are. Each floor declares its own; they are known once its apps started."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class JobKind:
    code: str
    title: str
    run: Callable  # (job, progress) → what to keep as the job's result, or None


_kinds: dict[str, JobKind] = {}


def job_kind(code: str, *, title: str):
    """Decorator of the function that does a kind of job.

    It is called with the Job and a Progress, in the worker's process, outside any transaction, and
    may be called again from its beginning if the worker was killed: it has to be one transaction
    or safe to repeat. A ValidationError ends the job with its sentence.
    """

    def declare(function):
        if code in _kinds:
            raise ValueError(f"there are two kinds of jobs named {code}")
        _kinds[code] = JobKind(code, title, function)
        return function

    return declare


def kind_of(code: str) -> JobKind:
    """The kind named `code`. Raises LookupError."""
    return _kinds[code]
