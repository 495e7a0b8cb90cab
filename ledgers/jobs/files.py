"""Files that jobs make: each in its job's folder, until the job is swept away."""

import shutil
from pathlib import Path

from django.conf import settings

from ledgers.models.jobs import Job


def folder_of(job: Job) -> Path:
    """The folder of a job's files, which need not exist."""
    return settings.JOBS_ROOT / str(job.pk)


def job_file(job: Job, name: str) -> Path:
    """Where the job may write its file `name`; the folder is made."""
    folder = folder_of(job)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / Path(name).name


def remove_files(job: Job) -> None:
    """Remove the files of a job."""
    shutil.rmtree(folder_of(job), ignore_errors=True)
