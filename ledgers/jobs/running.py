"""Starting jobs, doing them, and taking up those whose worker died."""

import logging
from contextlib import contextmanager

import pghistory
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.db.models.functions import Now
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from ledgers.importing.guard import FileRefused
from ledgers.jobs.kinds import kind_of
from ledgers.jobs.progress import Progress
from ledgers.models.jobs import Job

logger = logging.getLogger(__name__)

# The first half of the advisory locks that say "this job is being done".
LOCK = 20_210_431
ATTEMPTS = 3  # a job that kills its worker each time must not go round for ever
GAVE_UP = "多次办理都在中途中断，已停止。请缩小范围后重试，或与管理员联系。"
FAILED = "办理中出现意外，没有保存任何内容。请重试；仍不行时请与管理员联系。"


def start_job(*, code: str, user, arguments: dict, title: str = "", at_once: bool = False) -> Job:
    """Ask for a job of the kind `code` on behalf of `user`; returns it as it then stands.

    It is kept together with what the caller writes: a transaction that fails leaves no job.
    `at_once` does it here and now, for what is quick enough to wait for.
    """
    kind = kind_of(code)
    job = Job.objects.create(
        code=code, user=user, arguments=arguments, title=(title or kind.title)[:200]
    )
    if at_once:
        _run(job.pk)
    else:
        run_job.enqueue(job.pk)
    job.refresh_from_db()
    return job


@task
def run_job(pk: int) -> None:
    """Do the job `pk`, unless it has ended or somebody else is doing it."""
    _run(pk)


def _run(pk: int) -> None:
    with holding(pk) as ours:
        job = Job.objects.unfinished().filter(pk=pk).first() if ours else None
        if job is None:
            return
        if job.attempts >= ATTEMPTS:
            _end(job, Job.State.FAILED, error=GAVE_UP)
            return
        Job.objects.filter(pk=pk).update(
            state=Job.State.RUNNING, attempts=F("attempts") + 1, started_at=Now(), done=0, total=0
        )
        _do(job)


def _do(job: Job) -> None:
    progress = Progress(job)
    try:
        with pghistory.context(user=job.user_id, job=job.pk):
            result = kind_of(job.code).run(job, progress)
    except ValidationError as refusal:
        _end(job, Job.State.FAILED, error=" ".join(refusal.messages))
    except FileRefused as refusal:
        _end(job, Job.State.FAILED, error=str(refusal))
    except Exception:
        logger.exception("job %s (%s) failed", job.pk, job.code)
        _end(job, Job.State.FAILED, error=FAILED)
    else:
        _end(job, Job.State.DONE, result=result or {})
    finally:
        progress.close()


def _end(job: Job, state: str, *, result=None, error: str = "") -> None:
    Job.objects.filter(pk=job.pk).update(
        state=state, ended_at=Now(), text="", error=error[:500], result=result or {}
    )


def take_up_lost_jobs() -> int:
    """Put jobs back into the queue whose worker died; returns how many.

    Whoever does a job holds its lock, and the database lets go of it when the worker's connection
    ends. A job that nobody holds and that is not in the queue is therefore lost.
    """
    found = 0
    for pk in Job.objects.unfinished().values_list("pk", flat=True):
        with holding(pk) as ours:
            if ours and not _queued(pk) and Job.objects.unfinished().filter(pk=pk).exists():
                Job.objects.filter(pk=pk).update(state=Job.State.WAITING)
                run_job.enqueue(pk)
                found += 1
    return found


def _queued(pk: int) -> bool:
    ready = DBTaskResult.objects.ready().filter(task_path=run_job.module_path)
    return ready.filter(args_kwargs__args=[pk]).exists()


@contextmanager
def holding(pk: int):
    """Hold the lock of job `pk` for the block; yields whether it could be had."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, pk])
        ours = cursor.fetchone()[0]
    try:
        yield ours
    finally:
        if ours and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, pk])
