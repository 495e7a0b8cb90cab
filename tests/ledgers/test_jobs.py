"""Work behind the pages: seen by its user alone, told when it fails, taken up when its worker dies."""

import io
import signal
import time

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from workers import free, wait, worker

from ledgers.jobs import kinds, start_job, take_up_lost_jobs
from ledgers.jobs.running import ATTEMPTS
from ledgers.models.jobs import Job
from ledgers.pages import file_responses
from orgs.choices import Role
from orgs.models import Division


@pytest.fixture
def declared():
    """A function that declares a kind of job for one test."""
    codes = []

    def declare(code, function):
        codes.append(code)
        kinds.job_kind(code, title="试办")(function)

    yield declare
    for code in codes:
        kinds._kinds.pop(code)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.JOBS_ROOT = tmp_path


def test_a_job_tells_what_it_gave_or_why_not(declared, leader):
    declared("fine", lambda job, progress: {"rows": job.arguments["rows"]})
    job = start_job(code="fine", user=leader, arguments={"rows": 7})
    assert (job.state, job.result, job.percent) == ("done", {"rows": 7}, 100)
    assert job.started_at and job.ended_at

    def refuse(job, progress):
        raise ValidationError("没有可以导出的行，请放宽筛选。")

    declared("refused", refuse)
    job = start_job(code="refused", user=leader, arguments={})
    assert (job.state, job.error) == ("failed", "没有可以导出的行，请放宽筛选。")

    declared("broken", lambda job, progress: 1 / 0)
    job = start_job(code="broken", user=leader, arguments={})
    assert job.state == "failed" and "没有保存任何内容" in job.error and "division" not in job.error


def test_a_job_is_seen_by_its_user_alone(declared, leader, orgdept, client):
    declared("mine", lambda job, progress: {})
    job = start_job(code="mine", user=leader, arguments={}, title="楼院台账.xlsx")
    for user, status in ((leader, 200), (orgdept, 404)):
        client.force_login(user)
        assert client.get(job.get_absolute_url()).status_code == status
        shown = "楼院台账.xlsx" in client.get(reverse("job_list")).content.decode()
        assert shown is (status == 200)
    assert client.get(reverse("job_file", args=[job.pk])).status_code == 404


def test_a_job_that_leads_on_sends_its_reader_there(declared, leader, client):
    declared("onward", lambda job, progress: {"next": "/gaps/"})
    job = start_job(code="onward", user=leader, arguments={})
    client.force_login(leader)
    assert client.get(job.get_absolute_url())["Location"] == "/gaps/"
    answer = client.get(job.get_absolute_url(), headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/gaps/"


def test_a_long_workbook_is_made_behind_the_page(county, orgdept, client, monkeypatch):
    monkeypatch.setattr(file_responses, "AT_ONCE", 3)
    client.force_login(orgdept)
    address = reverse("orgs:division_list") + "?format=xlsx"
    offer = client.get(address)
    assert "将在后台生成" in offer.content.decode() and Job.objects.count() == 0
    job = Job.objects.get(pk=client.post(address)["Location"].rstrip("/").split("/")[-1])
    assert (job.state, job.error) == ("done", "")
    answer = client.get(reverse("job_file", args=[job.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert sheet.max_row - 2 == job.result["rows"] == 8  # of the county
    assert client.post(reverse("orgs:division_list")).status_code == 405


def test_only_who_may_export_gets_a_long_workbook(county, make_account, client):
    client.force_login(make_account("grid", Role.REPORTER, code="410182001001"))
    address = reverse("orgs:division_list") + "?format=nonsense"
    assert client.post(address).status_code == 400
    assert Job.objects.count() == 0


def test_a_job_that_somebody_does_is_not_lost(declared, leader, settings):
    declared("slow", lambda job, progress: {})
    job = start_job(code="slow", user=leader, arguments={})
    Job.objects.filter(pk=job.pk).update(state="running")
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [20_210_431, job.pk])
        assert take_up_lost_jobs() == 0
    finally:
        other.close()
    time.sleep(0.05)
    assert take_up_lost_jobs() == 1
    job.refresh_from_db()
    assert job.state == "done"  # at once, as everything in tests


def test_a_job_that_kills_its_workers_is_given_up(declared, leader):
    declared("deadly", lambda job, progress: {})
    job = start_job(code="deadly", user=leader, arguments={})
    Job.objects.filter(pk=job.pk).update(state="running", attempts=ATTEMPTS)
    assert take_up_lost_jobs() == 1
    job.refresh_from_db()
    assert job.state == "failed" and "中途中断" in job.error


def test_old_jobs_go_with_their_files(declared, leader, tmp_path):
    from ledgers.jobs import job_file
    from ledgers.jobs.sweeping import sweep_old_jobs

    def write(job, progress):
        job_file(job, "a.xlsx").write_bytes(b"x")
        return {"file": "a.xlsx"}

    declared("filed", write)
    job = start_job(code="filed", user=leader, arguments={})
    assert sweep_old_jobs() == 0 and (tmp_path / str(job.pk) / "a.xlsx").exists()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_job SET ended_at = now() - interval '8 days'")
    assert sweep_old_jobs() == 1 and not list(tmp_path.iterdir())


WORKER = """
import django, time
django.setup()
from django.db import connection, transaction
from django.core.management import call_command
from ledgers.jobs import job_kind
from orgs.models import Division

@job_kind("half", title="试办")
def half(job, progress):
    with transaction.atomic():
        Division.objects.filter(code="410182001").update(short_name="第%d次" % job.arguments["n"])
        progress.step(1, 2, "写了一半")
        if job.attempts == 0:
            time.sleep(0.5)
            progress.step(1, 2, "写了一半")
            time.sleep(60)
    return {"rows": 1}

call_command("work", once=True)
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_loses_nothing_and_leaves_nothing_half(declared, leader, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    declared("half", lambda job, progress: {})
    job = start_job(code="half", user=leader, arguments={"n": 1})
    assert job.state == "waiting"
    first = worker(WORKER)
    try:
        wait(lambda: Job.objects.get(pk=job.pk).done == 1, first)
        assert Job.objects.get(pk=job.pk).text == "写了一半"  # seen while the transaction is open
        assert Division.objects.get(code="410182001").short_name == "甲街道"
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert Division.objects.get(code="410182001").short_name == "甲街道"
    wait(lambda: free(job.pk))
    second = worker(WORKER)
    assert second.wait(60) == 0
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 2)
    assert Division.objects.get(code="410182001").short_name == "第1次"
