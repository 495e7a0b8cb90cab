"""Whoever comes second loses nothing: what was typed stands in the page that tells the conflict."""

from datetime import date

import pytest
from django.urls import reverse
from makers import make_courtyard, make_unit
from pages import fields, value

from ledgers import clock
from ledgers.meanwhile import token_of
from projects.models import CivicProcess, ResidentVoice
from projects.problems import services as problems
from projects.problems.steps import Actor, token_of_steps
from projects.reporting.services import file_report, withdraw_report
from tests.projects.conftest import moment

TODAY = date(2021, 4, 30)
VOICES = "/projects/voices/"


def test_the_second_closers_note_stands_in_the_page(as_user, county, street_reporter):
    problem = problems.raise_problem(
        title="下水道堵塞", category="drainage", source="resident", courtyard=make_courtyard(),
        responsible_unit=make_unit(), raised_on=date(2021, 4, 1), due_on=date(2021, 4, 20),
    )  # fmt: skip
    shown = token_of_steps(problem)
    by = Actor(words="某街道经办人")
    problems.close_problem(problem=problem, on=TODAY, ending="mended", by=by)
    told = as_user(street_reporter).post(
        reverse("projects:problem_close", args=[problem.pk]),
        {"ending": "cannot", "note": "涉及主管网，须另立项", "on": "2021-04-30", "shown": shown},
    )
    assert told.status_code == 409 and "由某街道经办人销号" in told.text
    assert "您填写的内容没有保存" in told.text and "涉及主管网，须另立项" in told.text
    again = as_user(street_reporter).get(reverse("projects:problem_close", args=[problem.pk]))
    assert "您填写的内容没有保存" not in again.text


def test_a_reviewers_reasons_outlive_the_withdrawal(
    as_user, report, full_values, community_reporter, street_reviewer
):
    filed = file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
    withdraw_report(report=filed, by=community_reporter, at=moment(29, 10))
    told = as_user(street_reviewer).post(
        reverse("projects:report_return", args=[report.pk]),
        {"reason": "请补现场照片", "about-invested_wan": "与台账不符"},
    )
    assert told.status_code == 409
    assert "您填写的内容没有保存" in told.text
    assert "请补现场照片" in told.text and "与台账不符" in told.text


class TestVoices:
    @pytest.fixture
    def voices(self, county):
        """Two voices of one case, one of another."""
        cases = [
            CivicProcess.objects.create(
                kind="community", matter=f"示例事项{n}", division_id="410182001001", opened_on=TODAY
            )
            for n in (1, 2)
        ]
        return [
            ResidentVoice.objects.create(
                process=cases[n], text=f"示例意见{i}", written_at=clock.now()
            )
            for i, n in enumerate((0, 0, 1))
        ]

    def send(self, client, voice, **sent):
        return client.post(reverse("projects:voice_review", args=[voice.pk]), sent)

    def test_a_refused_review_keeps_the_reply_and_the_case(self, as_user, voices, street_reviewer):
        client, case = as_user(street_reviewer), voices[0].process_id
        sent = {"state": "waiting", "case": case, "shown": token_of(None), "reply": "已安排维修"}
        told = self.send(client, voices[0], hide=1, reason="", **sent)
        assert told.status_code == 409 and "不公开的，请写明原因" in told.text
        assert "已安排维修" in [value(field) for field in fields(told, "reply")] and "示例意见2" not in told.text
        assert "您填写的内容还在下面" in told.text and "您填写的内容没有保存" not in told.text
        done = self.send(client, voices[0], show=1, **sent)
        assert done.url == f"{VOICES}?case={case}"
        voices[0].refresh_from_db()
        assert (voices[0].state, voices[0].reply) == ("shown", "已安排维修")

    def test_the_second_of_two_reviewers_is_told_and_loses_nothing(
        self, as_user, voices, street_reviewer, old_hq
    ):
        self.send(as_user(old_hq), voices[0], show=1, shown=token_of(None), reply="马上办")
        told = self.send(
            as_user(street_reviewer), voices[0], show=1, shown=token_of(None), reply="已安排维修"
        )
        assert told.status_code == 409 and "由old-hq审核，结果：已公开" in told.text
        assert "您填写的内容没有保存" in told.text and "已安排维修" in told.text
        voices[0].refresh_from_db()
        assert voices[0].reply == "马上办"

    def test_a_long_reply_is_not_cut(self, as_user, voices, street_reviewer):
        told = self.send(as_user(street_reviewer), voices[0], show=1, reply="长" * 310)
        assert "最多300字，超出10字" in told.text and "长" * 310 in told.text
        voices[0].refresh_from_db()
        assert voices[0].state == "waiting"
