"""Bringing a workbook in by the browser: preview, columns, storing, batch, undo, and who may."""

import io
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pages import changes, errors, words_of

from courtyards.models import Courtyard
from ledgers.jobs import start_job
from ledgers.models import AuditRecord, ImportBatch, ImportRow, ImportShape, ImportUpload
from orgs.choices import Role, WorkLine
from orgs.imports import previews, uploads

HEADS = ["社区", "楼院名称", "楼栋数", "户数", "人口数"]
ROWS = [
    ["甲一社区", "甲家属院", 3, 90, "约250"],
    ["甲一社区", "乙家属院", 2, "60户", 170],
    ["甲二社区", "丙家属院", 4, "八十或九十", 300],
    ["没有的社区", "丁家属院", 1, 30, 80],
]
NEW = [(status, n) for status, n in (("new", 2),)]


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.MEDIA_ROOT, settings.JOBS_ROOT = tmp_path / "uploads", tmp_path / "jobs"


@pytest.fixture
def reporter(street_reporter, client):
    client.force_login(street_reporter)
    return street_reporter


def workbook(rows, heads=HEADS) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "楼院"
    for row in (["甲街道无主管楼院台账"], heads, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def send(client, content, name="楼院台账.xlsx", kind="courtyards"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("import_start", args=[kind]), {"file": file})


def bring(client, rows=ROWS, heads=HEADS) -> ImportUpload:
    answer = send(client, workbook(rows, heads))
    assert answer.status_code == 302, answer.content.decode()
    return ImportUpload.objects.latest("pk")


def store(client, upload, which="good"):
    return client.post(reverse("import_store", args=[upload.pk]), {"which": which})


def test_nothing_is_stored_before_the_preview_is_confirmed(reporter, client):
    upload = bring(client)
    assert upload.counts | {} == {
        "new": 2, "changed": 0, "unchanged": 0, "doubtful": 1, "wrong": 1, "conflict": 0
    }  # fmt: skip
    assert Courtyard.objects.count() == 0
    page = client.get(upload.get_absolute_url()).content.decode()
    assert "约250" in page and "只入库无误的 2 行" in page and "丙家属院" in page
    only = client.get(upload.get_absolute_url() + "?status=wrong").content.decode()
    assert "没有的社区" in only and "甲家属院" not in only


def test_good_rows_alone_or_nothing(reporter, client):
    upload = bring(client)
    answer = store(client, upload, "all")
    assert answer.status_code == 409 and "没有入库" in answer.content.decode()
    assert Courtyard.objects.count() == 0
    answer = store(client, upload)
    batch = ImportBatch.objects.get()
    assert answer["Location"] == reverse("batch_detail", args=[batch.pk])
    assert set(Courtyard.objects.values_list("name", flat=True)) == {"甲家属院", "乙家属院"}
    assert (batch.place, batch.imported_by) == ("410182001", reporter)
    assert store(client, upload)["Location"] == answer["Location"]  # pressed twice, stored once
    assert ImportBatch.objects.count() == 1
    again = bring(client)
    assert (again.counts["unchanged"], again.counts["new"]) == (2, 0)


def test_a_batch_tells_what_changed_and_can_be_taken_back(reporter, client):
    store(client, bring(client))
    upload = bring(client, [["甲一社区", "甲家属院", 3, 95, "约250"]])
    store(client, upload)
    first, second = ImportBatch.objects.order_by("pk")
    page = client.get(reverse("batch_detail", args=[second.pk])).content.decode()
    assert ("90", "95") in changes(page) and "甲家属院" in page
    told = AuditRecord.objects.filter(kind="import").order_by("pk")
    assert [one.detail["what"] for one in told] == ["上传", "入库"] * 2
    undo = reverse("batch_undo", args=[first.pk])
    assert "现在不能撤销" in client.get(undo).content.decode()
    assert client.post(undo).status_code == 409 and Courtyard.objects.count() == 2
    for batch in (second, first):
        assert client.post(reverse("batch_undo", args=[batch.pk])).status_code == 302
    assert Courtyard.objects.count() == 0
    assert told.last().detail["what"] == "撤销"
    assert "撤销" in client.get(reverse("batch_detail", args=[first.pk])).content.decode()


def test_columns_can_be_corrected_and_are_remembered(reporter, client):
    heads = ["社区", "楼院名称", "楼栋数", "住家", "人口数"]
    upload = bring(client, ROWS[:1], heads)
    assert upload.state == "refused" and "户数" in upload.error
    page = client.get(reverse("import_columns", args=[upload.pk])).content.decode()
    assert "住家" in page and "还缺：户数" in page
    chosen = {"c-0-0": "community", "c-0-1": "name", "c-0-2": "buildings", "c-0-3": "households"}
    twice = client.post(reverse("import_columns", args=[upload.pk]), chosen | {"c-0-4": "name"})
    assert twice.status_code == 400 and "选了两列" in twice.content.decode()
    client.post(reverse("import_columns", args=[upload.pk]), chosen | {"c-0-4": ""})
    upload.refresh_from_db()
    assert upload.state == "read" and upload.counts["new"] == 1
    assert ImportShape.objects.count() == 1
    assert bring(client, ROWS[:2], heads).counts["new"] == 2


def test_what_changed_meanwhile_is_shown_before_it_is_stored(reporter, client):
    upload, other = bring(client), bring(client, ROWS[:1])
    store(client, other)
    answer = store(client, upload)
    assert answer["Location"] == upload.get_absolute_url()
    assert "预览之后台账又有变更" in client.get(upload.get_absolute_url()).content.decode()
    upload.refresh_from_db()
    assert (upload.counts["new"], upload.counts["unchanged"]) == (1, 1)
    assert ImportBatch.objects.count() == 1
    store(client, upload)
    assert ImportBatch.objects.count() == 2


def test_a_file_that_cannot_be_taken_says_why_at_its_field(reporter, client):
    for name, content in (
        ("a.xlsx", b"not a workbook"),
        ("b.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
    ):
        answer = send(client, content, name)
        assert answer.status_code == 400 and errors(answer)
    assert client.post(reverse("import_start", args=["courtyards"])).status_code == 400
    assert not ImportUpload.objects.exists()
    text = "社区,楼院名称,楼栋数,户数,人口数\n甲一社区,戊家属院,1,20,50\n".encode("gb18030")
    assert send(client, text, "楼院.csv").status_code == 302
    assert ImportUpload.objects.get().counts["new"] == 1


def test_given_up_leaves_nothing(reporter, client):
    upload = bring(client)
    client.post(reverse("import_drop", args=[upload.pk]))
    assert not ImportRow.objects.exists() and store(client, upload).status_code == 409
    assert "已放弃" in client.get(upload.get_absolute_url()).content.decode()


def test_who_may(reporter, client, make_account, other_street_reporter, orgdept):
    upload = bring(client, [*ROWS, ["乙一社区", "己家属院", 1, 20, 50]])
    assert upload.counts["wrong"] == 2  # another street's row cannot be brought in
    store(client, upload)
    batch = ImportBatch.objects.get()
    assert client.get(reverse("import_start", args=["pairings"])).status_code == 403
    client.force_login(other_street_reporter)
    for name, pk in (
        ("import_detail", upload.pk),
        ("batch_detail", batch.pk),
        ("batch_undo", batch.pk),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 404
        assert client.post(reverse(name, args=[pk])).status_code in (404, 405)
    client.force_login(orgdept)  # answers for the county: sees the batch, not the unconfirmed file
    assert client.get(reverse("batch_detail", args=[batch.pk])).status_code == 200
    assert client.get(upload.get_absolute_url()).status_code == 404
    client.force_login(make_account("roads", Role.REPORTER, line=WorkLine.ROADS))
    assert client.get(reverse("import_start", args=["courtyards"])).status_code == 403


def test_a_long_file_goes_by_the_worker(reporter, client, monkeypatch):
    monkeypatch.setattr("orgs.imports.views.AT_ONCE", 0)
    answer = send(client, workbook(ROWS))
    upload = ImportUpload.objects.get()
    assert upload.job.code == "import_read" and upload.job.result["rows"] == 4
    assert answer.status_code == 302
    assert store(client, upload).status_code == 302 and ImportBatch.objects.exists()


def test_old_files_and_previews_go(reporter, client):
    from django.db import connection

    upload = bring(client)
    assert uploads.sweep_uploads() == 0 and previews.path_of(upload).exists()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_importupload SET uploaded_at = now() - interval '31 days'")
    assert uploads.sweep_uploads() == 1 and not previews.path_of(upload).exists()
    assert not ImportRow.objects.exists()
    job = start_job(
        code="import_store", user=reporter, arguments={"upload": upload.pk, "only_good": True}
    )
    assert job.state == "failed"


def test_the_page_costs_the_same_for_any_file(reporter, client, django_assert_max_num_queries):
    many = [["甲一社区", f"院{n}", 1, 20, 50] for n in range(300)]
    for rows in (ROWS, many):
        upload = bring(client, rows)
        with django_assert_max_num_queries(12):
            assert client.get(upload.get_absolute_url()).status_code == 200


def test_samples_come_in_by_the_browser(reporter, client):
    sample = Path(__file__).parents[1] / "ledgers/importing/samples/courtyards.xlsx"
    send(client, sample.read_bytes())
    upload = ImportUpload.objects.get()
    assert upload.state == "read" and sum(upload.counts.values()) == 60


def test_a_doubt_stands_beside_what_was_written(reporter, client):
    page = client.get(bring(client).get_absolute_url()).content.decode()
    assert "八十或九十" in words_of(page, "q") and "下载标注的原文件" in page


def test_mistakes_come_back_in_the_own_file(reporter, client, monkeypatch):
    upload = bring(client)
    answer = client.post(reverse("import_marked", args=[upload.pk]))
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = [book["楼院"][place] for place in ("D3", "D5", "A6")]
    assert [cell.comment is not None for cell in cells] == [False, True, True]
    assert "待改" in book.sheetnames
    original = client.get(reverse("import_original", args=[upload.pk]))
    assert b"".join(original.streaming_content) == previews.content_of(upload)
    assert original["Content-Type"] == "application/octet-stream"
    monkeypatch.setattr("orgs.imports.file_views.AT_ONCE", 0)
    answer = client.post(reverse("import_marked", args=[upload.pk]))
    assert upload.job.__class__.objects.latest("pk").result == {"file": "楼院台账（待改）.xlsx"}
    assert answer.status_code == 302


def test_what_a_rule_forbids_is_named_and_marked(reporter, client, monkeypatch):
    from ledgers.importing.record_storing import refuse

    def forbid(self, records, *, day):
        for record in records:
            refuse(record, "这个楼院不能登记")

    rows = [ROWS[0]]
    upload = bring(client, rows)
    monkeypatch.setattr("courtyards.imports.courtyards.CourtyardKind.store_many", forbid)
    assert store(client, upload, "all").status_code == 409
    upload.refresh_from_db()
    assert upload.state == "read" and upload.rows.get().problems[0]["column"] == "整行"
    answer = client.post(reverse("import_marked", args=[upload.pk]))
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert "不能登记" in book["楼院"]["A3"].comment.text
    monkeypatch.undo()


def test_columns_are_remembered_for_those_within_reach_only(reporter, client, make_account):
    heads = ["社区", "楼院名称", "楼栋数", "住家", "人口数"]
    upload = bring(client, ROWS[:1], heads)
    names = ["community", "name", "buildings", "households", "residents"]
    chosen = {f"c-0-{place}": name for place, name in enumerate(names)}
    client.post(reverse("import_columns", args=[upload.pk]), chosen)
    for code, state in (("410182001001", "read"), ("410182002", "refused"), ("410182", "refused")):
        client.force_login(make_account(f"at-{code}", Role.REPORTER, code=code))
        assert bring(client, ROWS[:1], heads).state == state, code


def test_a_job_that_failed_says_so_and_can_be_asked_for_again(reporter, client, monkeypatch):
    upload = bring(client, ROWS[:1])
    with monkeypatch.context() as patch:
        patch.setattr("orgs.imports.uploads.apply_outcome", lambda **_: 1 / 0)
        assert store(client, upload, "all").status_code == 409
    page = client.get(upload.get_absolute_url()).content.decode()
    assert "没有保存任何内容" in page and "全部入库（1 行）" in page
    store(client, upload, "all")
    assert Courtyard.objects.count() == 1
