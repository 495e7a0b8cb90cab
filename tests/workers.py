"""Real workers of background jobs, in processes of their own that a test may kill."""

import os
import subprocess
import sys
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from ledgers.jobs.running import holding


def worker(code: str, *arguments: str, **environment: str) -> subprocess.Popen:
    """A Python process that runs `code` on the test's database, with its output at hand."""
    address = urlsplit(os.environ["DATABASE_URL"])
    address = address._replace(path="/" + connection.settings_dict["NAME"]).geturl()
    own = {
        "DATABASE_URL": address,
        "JOBS_AT_ONCE": "",
        "DJANGO_SETTINGS_MODULE": "campaign.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | own | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def free(pk: int) -> bool:
    """Whether nobody does the job `pk`."""
    with holding(pk) as ours:
        return ours


def wait(condition, process: subprocess.Popen | None = None) -> None:
    """Wait until `condition()`; fails after 40 seconds, or when `process` has ended before."""
    limit = time.monotonic() + 40
    while not condition():
        assert time.monotonic() < limit, "waited in vain"
        assert process is None or process.poll() is None, "the worker has ended"
        time.sleep(0.1)
