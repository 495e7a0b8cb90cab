"""Striking a problem off, one tap from the list of what is overdue."""

from django import forms

from ledgers import clock
from ledgers.formats import zh_date
from orgs.mending import MendView
from orgs.mending_forms import DayField, MendForm
from projects.models import Problem
from projects.services.problems import close_problem


class ProblemCloseForm(MendForm):
    field_of = {"closed_on": "on"}
    ending = forms.ChoiceField(
        label="结果", choices=Problem.Ending, widget=forms.RadioSelect, initial="mended"
    )
    note = forms.CharField(
        label="办理情况",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="未整改、无法整改的须写明原因。",
    )
    on = DayField(label="销号日期", help_text="自该日起不再计入未销号问题。")


class ProblemCloseView(MendView):
    """The result, what was done, and since when the problem no longer counts as open."""

    model = Problem
    form_class = ProblemCloseForm
    detail_name = "projects:problem_detail"
    title = "问题销号"
    submit = "确认销号"

    def facts(self, row):
        days = (clock.today() - row.due_on).days
        return [
            ("类别", row.get_category_display()),
            ("地点", f"{row.division.name} {row.courtyard or row.project or ''}"),
            ("责任单位", row.responsible_unit.name if row.responsible_unit else "—"),
            ("提出", f"{zh_date(row.raised_on)}({row.get_source_display()})"),
            ("时限", zh_date(row.due_on) + (f",已超期{days}天" if days > 0 else "")),
        ]

    def missing(self, row):
        if row.closed_on is None:
            return None
        words = f"该问题已于{zh_date(row.closed_on)}销号，结果：{row.get_ending_display()}。"
        return words, self.back(row), "查看"

    def initial(self, row):
        return {"on": clock.today()}

    def perform(self, row, form):
        close_problem(problem=row, **form.cleaned_data)
        return f"已销号：{row.title}。"
