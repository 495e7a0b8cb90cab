"""The pages of the civic procedure, those without an account among them, and what comes out on paper."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pages import inline, plain, read, value_of
from PIL import Image

from ledgers.daily_limits import take
from ledgers.models import Allowance
from projects.models import BeforeAfterPhoto, CivicProcess, CivicStep, ResidentVoice

TODAY = date(2021, 4, 30)


@pytest.fixture
def case(demo):
    """The case that is on notice for three more days, with an objection that waits."""
    return CivicProcess.objects.get(matter="停车位划线与收费方案")


@pytest.fixture
def public(case):
    return reverse("public_case", args=[case.public_key])


def words(response) -> str:
    return response.content.decode()


def pdf_text(response) -> str:
    assert response["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def photo() -> SimpleUploadedFile:
    """A picture as a phone sends it, with the place where it was taken."""
    image, out = Image.new("RGB", (2400, 1200), "navy"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "示例手机"
    image.save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_1.jpg", out.getvalue(), "image/jpeg")


def test_the_case_page_says_what_is_missing_and_keeps_what_was_typed(demo, case, client):
    client.force_login(demo["laocheng"])
    page = words(client.get(reverse("projects:civic_process_detail", args=[case.pk])))
    assert "还有3天；有1件异议未答复" in page and "收费标准偏高" in page
    fresh = CivicProcess.objects.create(
        kind="community",
        matter="示例事项",
        division=case.division,
        project=case.project,
        opened_on=TODAY,
    )
    step = reverse("projects:civic_step", args=[fresh.pk])
    typed = {"kind": "solicit", "held_on": "2021-04-30", "outcome": "passed"}
    refused = client.post(step, typed | {"due": 90, "present": 59})
    assert refused.status_code == 422
    assert "三分之二以上为60，还差1" in words(refused) and value_of(refused, "present") == "59"
    done = typed | {"due": 90, "present": 60, "sheet": photo()}
    assert client.post(step, done).status_code == 302
    again = client.post(step, typed | {"due": 90, "present": 60}, follow=True)
    assert "没有重复登记" in words(again) and fresh.steps.count() == 1
    stored = fresh.steps.get()
    with Image.open(stored.sheet) as kept:
        assert kept.size == (1600, 800) and not kept.getexif()
    shown = client.get(reverse("projects:civic_sheet", args=[stored.pk]))
    assert shown["Content-Type"] == "image/jpeg"
    stored.sheet.delete(save=False)


def test_owners_are_counted_twice_on_every_page_and_on_paper(demo, case, public, client):
    client.force_login(demo["laocheng"])
    vote = case.steps.get(kind="owners_special")
    page = words(client.get(reverse("projects:civic_process_detail", args=[case.pk])))
    for about in ("参与人数达到", "参与面积达到", "同意人数达到", "同意面积达到"):
        assert about in page, about
    area = f"{vote.present_m2.normalize():f}"
    assert f"参与表决{area}㎡" in page and "（八）改变共有部分用途" in page
    assert f"参与表决{area}㎡" in words(Client().get(public))
    notice = case.steps.get(kind="decision_notice")
    address = reverse("projects:civic_notice", args=[notice.pk])
    paper = client.get(address, {"format": "pdf"})
    assert area in pdf_text(paper)
    assert len(pypdf.PdfReader(io.BytesIO(paper.content)).pages) == 1
    rules = words(client.get(reverse("projects:civic_rules")))
    assert "参与表决的人数、面积均四分之三以上" in rules and "第二百七十八条" in rules


def test_an_owners_matter_is_opened_and_voted_on(demo, case, client):
    client.force_login(demo["laocheng"])
    typed = {"matter": "示例选聘物业", "project": case.project_id, "opened_on": "2021-04-30"}
    typed |= {"owners_matter": "manager", "proposed_by": "members"}
    opened = client.post(reverse("projects:civic_open"), typed, follow=True)
    assert "党员、群众提出" in words(opened) and "业主共同表决（一般事项）" in words(opened)
    fresh = CivicProcess.objects.get(matter="示例选聘物业")
    for kind in ("solicit", "propose", "deliberate"):
        CivicStep.objects.create(process=fresh, kind=kind, held_on=TODAY, due=9, present=9, agree=9)
    step = reverse("projects:civic_step", args=[fresh.pk])
    heads = {"kind": "owners", "held_on": "2021-04-30", "outcome": "passed"}
    heads |= {"due": 90, "present": 60, "agree": 31}
    refused = client.post(step, heads | {"due_m2": "6000", "present_m2": "abc"})
    assert refused.status_code == 422 and "读不出确定的数" in words(refused)
    areas = {"due_m2": "6000", "present_m2": "4000.5", "agree_m2": "2000"}
    short = client.post(step, heads | areas)
    assert "过半数为2000.26㎡，还差0.26㎡" in words(short)
    assert value_of(short, "present_m2") == "4000.5"
    assert client.post(step, heads | areas | {"agree_m2": "2000.26"}).status_code == 302
    assert fresh.steps.get(kind="owners").agree == 31


def test_anybody_reads_the_public_page_and_nothing_follows_them(case, public):
    visitor = Client()
    answer = visitor.get(public)
    page = words(answer)
    assert answer.status_code == 200 and "还有3天" in plain(answer)
    assert "主菜单" not in page and "备注流水" not in page
    assert set(visitor.cookies) == {"csrftoken"}
    assert "noindex" in answer["X-Robots-Tag"]
    assert visitor.get(reverse("public_case", args=[case.public_key[:-1]])).status_code == 404
    hidden = ResidentVoice.objects.filter(state__in=["waiting", "hidden"], process=case)
    assert hidden.exists() and not any(voice.text in page for voice in hidden)


def test_a_resident_writes_once_a_machine_not_at_all_and_many_not_too_much(
    case, public, monkeypatch
):
    monkeypatch.setattr("projects.civic.voices.PER_ADDRESS", 1)
    visitor, before = Client(), case.voices.count()
    typed = {"form": "mark", "text": "示例意见13812345678", "reasonable": "4"}
    trapped = visitor.post(public, typed | {"website": "http://example.com"})
    assert trapped.status_code == 302 and case.voices.count() == before
    assert visitor.post(public, {"form": "mark"}).status_code == 422
    thanks = visitor.post(public, typed, follow=True)
    assert "已收到，谢谢" in words(thanks) and set(visitor.cookies) == {"csrftoken"}
    visitor.post(public, typed)
    voice = case.voices.get(text="示例意见〔号码已隐去〕")
    assert voice.state == "waiting" and voice.text not in words(visitor.get(public))
    many = visitor.post(public, typed | {"form": "other"})
    assert many.status_code == 429 and "明天再来" in words(many)
    # Where it came from stands neither in the history nor in what is counted.
    event = voice.events.get(pgh_label__startswith="insert")
    assert "address" not in event.pgh_context.metadata or not event.pgh_context.metadata["address"]
    assert not Allowance.objects.filter(digest__contains="127.0.0.1").exists()
    assert take(what="voice", who="x", day=TODAY + timedelta(days=4000), limit=1)
    assert Allowance.objects.count() == 1


def test_a_form_from_elsewhere_is_refused(public):
    assert Client(enforce_csrf_checks=True).post(public, {"text": "示例"}).status_code == 403


def test_only_public_pairs_of_the_case_are_shown(case):
    pair = BeforeAfterPhoto.objects.filter(project=case.project).first()
    at = [case.public_key, pair.pk, "after"]
    assert Client().get(reverse("public_photo", args=at)).status_code == 200
    BeforeAfterPhoto.objects.filter(pk=pair.pk).update(is_public=False)
    assert Client().get(reverse("public_photo", args=at)).status_code == 404
    foreign = BeforeAfterPhoto.objects.filter(courtyard__isnull=False).first()
    assert (
        Client().get(reverse("public_photo", args=[at[0], foreign.pk, "after"])).status_code == 404
    )


def test_staff_keep_the_pairs_of_a_project(demo, case, client):
    client.force_login(demo["suohe"])
    address = reverse("projects:project_photo_add", args=[case.project_id])
    typed = {"spot": "示例路口", "before": photo(), "before_on": "2021-03-01"}
    assert client.post(address, typed).status_code == 302
    pair = BeforeAfterPhoto.objects.get(spot="示例路口")
    assert not pair.is_public and not pair.after
    twice = client.post(address, typed | {"before": photo()})
    assert "这个位置已有照片" in words(twice)
    no_picture = SimpleUploadedFile("x.jpg", b"<svg/>", "image/jpeg")
    wrong = client.post(address, typed | {"spot": "另一处", "before": no_picture})
    assert wrong.status_code == 422 and "不是能读取的照片" in words(wrong)
    change = reverse("projects:photo_pair", args=[pair.pk])
    done = {"after": photo(), "after_on": "2021-04-20", "is_public": "on"}
    assert client.post(change, done).status_code == 302
    pair.refresh_from_db()
    assert pair.is_public and pair.after
    pair.before.delete(save=False), pair.after.delete(save=False)


def test_the_notice_and_the_dossier_on_paper(demo, client):
    case = CivicProcess.objects.filter(status="closed", steps__objections__isnull=False).first()
    street = "suohe" if case.division_id.startswith("410182001") else "jingcheng"
    client.force_login(demo[street])
    notice = CivicStep.objects.get(process=case, kind="decision_notice")
    address = reverse("projects:civic_notice", args=[notice.pk])
    page = client.get(address)
    assert read(page).select('img[src^="data:image/svg+xml"]') and inline(page) == []
    text = pdf_text(client.get(address, {"format": "pdf"}))
    assert f"{notice.notice_until.month}月{notice.notice_until.day}日" in text
    assert "居民委员会（盖章）" in text and case.public_key in text
    objection = notice.objections.get()
    dossier = pdf_text(client.get(reverse("projects:civic_dossier", args=[case.pk])))
    for expected in (
        case.matter,
        objection.content,
        objection.answer,
        "公示期满",
        "第十条",
        "东门入口",
    ):
        assert expected in dossier, expected
    meeting = reverse("projects:civic_notice", args=[case.steps.first().pk])
    assert client.get(meeting).status_code == 302  # nothing is on notice there


def test_a_meeting_is_entered_on_one_page_and_an_opinion_becomes_a_problem(demo, case, client):
    client.force_login(demo["laocheng"])
    typed = {
        "project": case.project_id,
        "held_on": "2021-04-29",
        "topic": "示例议题",
        "attendees": 14,
        "text-leak-1": "示例漏水",
        "voices-leak-1": 5,
        "text-parking-1": "示例停车",
    }
    address = reverse("projects:stool_enter")
    assert "只记人数" in words(client.post(address, typed | {"attendees": ""}))
    page = client.post(address, typed, follow=True)
    assert "示例漏水" in words(page) and "转为问题" in words(page)
    assert "没有重复登记" in words(client.post(address, typed, follow=True))
    meeting = case.project.stool_meetings.get(topic="示例议题")
    opinion = meeting.opinions.get(category="leak")
    tap = reverse("projects:opinion_problem", args=[opinion.pk])
    assert "已转为问题" in words(client.post(tap, follow=True))
    assert "没有重复登记" in words(client.post(tap, follow=True))
    assert case.project.problems.filter(title="示例漏水").count() == 1


def test_works_are_not_entered_as_started_in_admin_before_the_clock_has_run(demo, case, client):
    client.force_login(demo["orgdept"])
    start = case.project.milestones.get(stage="start")
    # The renovation itself was decided long ago; a start before that day is refused.
    decided = CivicStep.objects.filter(process__project=case.project, kind="decision_notice")
    first = decided.earliest("held_on")
    address = reverse("admin:projects_milestone_change", args=[start.pk])
    typed = {"project": case.project_id, "stage": "start", "planned_on": start.planned_on}
    refused = client.post(address, typed | {"actual_on": first.notice_until})
    assert refused.status_code == 200 and "还不能登记开工" in words(refused)
    moved = client.post(address, typed | {"actual_on": first.notice_until + timedelta(days=1)})
    assert moved.status_code == 302
