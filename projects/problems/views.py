"""What is done to a problem: assigned, reported mended, found not mended, closed, reopened."""

from datetime import timedelta

from django.urls import reverse

from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import MendView
from projects.models import Problem
from projects.models.problems import DAYS_TO_MEND
from projects.problems import forms
from projects.problems import services as problems
from projects.problems.services import latest_of
from projects.problems.steps import Actor, last_step, token_of_steps, told


class StepView(MendView):
    """A change that leaves a step. Of two people at once the second is told what the first did."""

    def shown_now(self, row) -> str:
        return token_of_steps(row)

    def who_changed(self, row) -> str:
        return told(last_step(row))

    def how(self, row) -> dict:
        """What every service of this kind is told besides."""
        return {"by": Actor(self.request.user), "shown": self.request.POST.get("shown")}


class ProblemStepView(StepView):
    """The facts of the problem beside the form; a problem already closed leads back to its page."""

    model = Problem
    detail_name = "projects:problem_detail"

    def facts(self, row):
        days = row.late_days(clock.today())
        again = [("重新提出", f"第{row.reopened_times}次")] if row.reopened_times else []
        return [
            ("类别", row.get_category_display()),
            ("地点", f"{row.division.name} {row.courtyard or row.project or row.road or ''}"),
            ("责任单位", row.responsible_unit.name if row.responsible_unit else "—"),
            ("提出", f"{zh_date(row.raised_on)}（{row.get_source_display()}）"),
            ("时限", zh_date(row.due_on) + (f"，已超期{days}天" if days else "")),
            *again,
        ]

    def missing(self, row):
        if row.closed_on is None:
            return None
        step = last_step(row)
        who = f"由{step.acted_as}" if step and step.acted_as else ""
        words = f"该问题已于{zh_date(row.closed_on)}{who}销号，结果：{row.get_ending_display()}。"
        return words, self.back(row), "查看"


class ProblemCloseView(ProblemStepView):
    """The result, what was done, and since when the problem no longer counts as open."""

    verb = Verb.EDIT
    form_class = forms.CloseForm
    title = "问题销号"
    submit = "确认销号"

    def initial(self, row):
        return {"on": clock.today()}

    def perform(self, row, form):
        problems.close_problem(problem=row, **form.cleaned_data, **self.how(row))
        return f"已销号：{row.title}。"


class ProblemAssignView(ProblemStepView):
    """Who answers for it and until when."""

    verb = Verb.EDIT
    title = "问题交办、调整时限"
    form_class = forms.AssignForm
    heading = "交办、调整时限"
    submit = "确认"

    def initial(self, row):
        return {"responsible_unit": row.responsible_unit, "due_on": row.due_on}

    def perform(self, row, form):
        problems.assign_problem(problem=row, on=clock.today(), **form.cleaned_data, **self.how(row))
        data = form.cleaned_data
        return f"已交{data['responsible_unit'].name}办理，时限{zh_date(data['due_on'])}。"


class ProblemReportView(ProblemStepView):
    """The responsible unit says that it is mended."""

    verb = Verb.EDIT
    form_class = forms.ReportMendedForm
    title = "反馈已整改"
    submit = "提交反馈"

    def advice(self, row):
        return "反馈后状态为“待核实”，由监督员、楼院长或工作人员核实后销号。"

    def perform(self, row, form):
        problems.report_mended(problem=row, on=clock.today(), **form.cleaned_data, **self.how(row))
        return "已反馈，等待核实。可以发一次性链接，请监督员或楼院长核实。"


class ProblemRefuseView(ProblemStepView):
    """Whoever looked says that it is not mended; it stays open."""

    verb = Verb.EDIT
    form_class = forms.RefuseForm
    title = "核实未整改"
    submit = "退回责任单位"

    def perform(self, row, form):
        problems.refuse_mended(problem=row, on=clock.today(), **form.cleaned_data, **self.how(row))
        return "已退回责任单位继续整改。"


class ProblemReopenView(ProblemStepView):
    """The same problem is back."""

    verb = Verb.EDIT
    title = "重新提出问题"
    form_class = forms.ReopenForm
    heading = "重新提出"
    submit = "重新提出"

    def facts(self, row):
        ended = f"{row.get_ending_display()}（{zh_date(row.closed_on)}）" if row.closed_on else "—"
        return [*super().facts(row), ("上次结果", ended), ("办理情况", row.ending_note or "—")]

    def initial(self, row):
        return {"due_on": clock.today() + timedelta(days=DAYS_TO_MEND)}

    def missing(self, row):
        later = latest_of(row)
        if later.pk != row.pk:
            words = f"该问题已于{zh_date(later.raised_on)}重新提出。"
            return words, reverse(self.detail_name, args=[later.pk]), "查看"
        return None if row.closed_on else ("该问题尚未销号。", self.back(row), "返回")

    def detail_row(self, row):
        return latest_of(row)

    def perform(self, row, form):
        again = problems.reopen_problem(
            problem=row, on=clock.today(), **form.cleaned_data, **self.how(row)
        )
        return f"已重新提出，这是第{again.reopened_times}次。"
