"""A worker that is killed while it stores a file leaves nothing half; the next one stores it once."""

import signal

import openpyxl
import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from workers import free, wait, worker

from courtyards.models import Courtyard
from ledgers.models import ImportBatch, ImportUpload, Job

# Stops for a minute in the middle of storing, with half of the rows in the database, once.
WORKER = """
import django, sys, time
django.setup()
from django.core.management import call_command
from ledgers.importing import apply

store = apply.store_batch

def slowly(store_many, records, day):
    half = len(records) // 2
    store(store_many, records[:half], day)
    if sys.argv[1] == "slow":
        print("half", flush=True)
        time.sleep(60)
    store(store_many, records[half:], day)

apply.store_batch = slowly
call_command("work", once=True)
"""


def storing(pace: str):
    return worker(WORKER, pace, PORTAL_HOME=str(configured.MEDIA_ROOT.parent))


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_stores_nothing_half_and_the_next_one_all_of_it(
    street_reporter, client, settings, tmp_path, monkeypatch
):
    settings.MEDIA_ROOT, settings.JOBS_ROOT = tmp_path / "uploads", tmp_path / "jobs"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    client.force_login(street_reporter)
    book = openpyxl.Workbook()
    for row in (["社区", "楼院名称", "楼栋数", "户数", "人口数"],):
        book.active.append(row)
    for number in range(20):
        book.active.append(["甲一社区", f"示例{number}院", 3, 90, 250])
    book.save(tmp_path / "台账.xlsx")
    file = SimpleUploadedFile("台账.xlsx", (tmp_path / "台账.xlsx").read_bytes())
    client.post(reverse("import_start", args=["courtyards"]), {"file": file})
    upload = ImportUpload.objects.get()
    assert upload.counts["new"] == 20

    monkeypatch.setattr("orgs.imports.views.AT_ONCE", 0)
    answer = client.post(reverse("import_store", args=[upload.pk]), {"which": "all"})
    job = Job.objects.latest("pk")
    assert (answer["Location"], job.state) == (job.get_absolute_url(), "waiting")
    first = storing("slow")
    try:
        assert first.stdout.readline().strip() == "half"
        # The browser may be closed; whoever opens the file again is led to its progress.
        assert client.get(upload.get_absolute_url())["Location"] == job.get_absolute_url()
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait()
    wait(lambda: free(job.pk))
    assert not Courtyard.objects.exists() and not ImportBatch.objects.exists()

    assert storing("quick").wait(120) == 0
    job.refresh_from_db()
    batch = ImportBatch.objects.get()
    assert (job.state, job.attempts, Courtyard.objects.count()) == ("done", 2, 20)
    assert client.get(job.get_absolute_url())["Location"] == f"/imports/batches/{batch.pk}/"
    assert storing("quick").wait(120) == 0  # nothing is left to do
    assert (ImportBatch.objects.count(), Courtyard.objects.count()) == (1, 20)
