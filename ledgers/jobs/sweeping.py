"""Old jobs with their files, and old marks of forms, are thrown away: what changed has a history."""

from datetime import timedelta

from django.conf import settings
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from ledgers.jobs.chores import chore
from ledgers.jobs.files import remove_files
from ledgers.models.jobs import Job
from ledgers.models.once import SentForm


@chore
def sweep_old_jobs() -> int:
    """Remove jobs that ended more than JOB_DAYS days ago, with their files; returns how many."""
    limit = timedelta(days=settings.JOB_DAYS)
    found = 0
    for job in Job.objects.filter(ended_at__lt=Now() - limit).iterator():
        remove_files(job)
        job.delete()
        found += 1
    DBTaskResult.objects.finished().filter(finished_at__lt=Now() - limit).delete()
    return found


@chore
def sweep_sent_forms() -> int:
    """Forget forms that were sent more than JOB_DAYS days ago; returns how many."""
    limit = timedelta(days=settings.JOB_DAYS)
    return SentForm.objects.filter(at__lt=Now() - limit).delete()[0]
