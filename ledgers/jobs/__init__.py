"""Work behind the pages: see docs/decisions/0020-work-behind-the-pages.md."""

from ledgers.jobs import exports  # noqa: F401 (declares its kind)
from ledgers.jobs.files import job_file
from ledgers.jobs.kinds import job_kind
from ledgers.jobs.progress import Progress
from ledgers.jobs.running import run_job, start_job, take_up_lost_jobs

__all__ = ["Progress", "job_file", "job_kind", "run_job", "start_job", "take_up_lost_jobs"]
