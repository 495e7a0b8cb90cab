"""The one-time link to one problem: made by staff, opened once by a supervisor or a courtyard head."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View

from ledgers import clock
from ledgers.all_pages import PUBLIC
from ledgers.daily_limits import take
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.media.qr import qr_code
from ledgers.models import AuditKind
from ledgers.pages.once import ALREADY, SentOnce, stored_at
from ledgers.request_origin import client_address
from ledgers.trail import audit
from orgs.access import Verb
from orgs.actions.views import put_errors
from projects.models import Problem
from projects.problems.answer_links import (
    LinkSpent,
    make_problem_link,
    problem_link_of,
    use_problem_link,
)
from projects.problems.forms import LinkForm, PhotoField, note_field
from projects.problems.services import latest_of
from projects.problems.steps import Actor, token_of_steps
from projects.problems.views import ProblemStepView

# A village often shares one address for its whole network: not too few.
SENT_A_DAY = 60
TOO_MANY = "今天从您所在的网络提交得比较多，请明天再试；急事请直接联系社区（村）。"


class ProblemLinkView(ProblemStepView):
    """GET: for whom. POST: makes the link and shows it this once, as text and as QR code."""

    verb = Verb.EDIT
    title = "发问题一次性链接"
    form_class = LinkForm
    heading = "发一次性链接"
    submit = "生成链接"

    def missing(self, row):
        return None

    def advice(self, row):
        state = "已销号" if row.closed_on else "在办"
        return (
            f"问题{state}。对方不用账号，打开后只看到问题和地点，选“已整改”或“未整改”。"
            "链接只能用一次；再发一个，前一个作废。"
        )

    def post(self, request, pk):
        row = self.look_up()
        form = self.form(row, request.POST)
        if not form.is_valid():
            return self.page(row, form, status=422)
        link, token = make_problem_link(
            problem=row, holder=form.cleaned_data["holder"], by=Actor(request.user)
        )
        detail = {"what": "签发问题一次性链接", "holder": link.get_holder_display()}
        audit.record(AuditKind.OTHER, request=request, obj=row, detail=detail)
        address = request.build_absolute_uri(reverse("problem_link_use", args=[token]))
        context = {
            "problem": row,
            "link": link,
            "address": address,
            "qr": qr_code(address, scale=5),
            "back": self.back(row),
        }
        response = render(request, "projects/problems/problem_link.html", context)
        response["Cache-Control"] = "no-store"
        return response

    def perform(self, row, form) -> str:
        return ""  # `post` shows the link instead of going back


class AnswerForm(forms.Form):
    """Mended or not, a few words, a photo: the last two as one likes."""

    field_of: dict[str, str] = {}
    mended = forms.TypedChoiceField(
        label="现场看，这个问题整改了吗？",
        choices=[("yes", "已整改"), ("no", "未整改")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "请选择“已整改”或“未整改”。"},
    )
    note = note_field("补充说明（可不填）", "不写姓名和电话。")
    photo = PhotoField()


@method_decorator(login_not_required, name="dispatch")
class ProblemLinkUseView(SentOnce, View):
    """GET: the problem and the question; uses up nothing. POST: the answer, once."""

    verb = PUBLIC
    title = "问题一次性链接"

    def get(self, request, token):
        link = problem_link_of(token, clock.actual())
        if link is None:
            return self._spent()
        row = latest_of(link.problem)
        return self._page(link, row, AnswerForm())

    def post(self, request, token):
        if not self._allowed():
            return self._told(TOO_MANY, 429)
        link = problem_link_of(token, clock.actual())
        if link is None:
            return self._spent()
        form = AnswerForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                row = use_problem_link(
                    token=token, shown=request.POST.get("shown"), **form.cleaned_data
                )
            except LinkSpent:
                return self._spent()
            except ChangedMeanwhile as changed:
                return self._again(link, form, changed)
            except ValidationError as refused:
                put_errors(form, refused)
            else:
                return self._done(link, row, form.cleaned_data["mended"])
        return self._page(link, latest_of(link.problem), form, 422)

    def _again(self, link, form, changed):
        """Nothing was stored: what was typed stands there still, beside how the problem stands now."""
        form.add_error(None, changed)
        return self._page(link, latest_of(link.problem), form, 409)

    def _done(self, link, row: Problem, mended: bool):
        detail = {"what": link.acts_as, "said": "已整改" if mended else "未整改"}
        audit.record(AuditKind.OTHER, request=self.request, obj=row, detail=detail)
        words = "已记为“已整改”。" if mended else "已记为“未整改”，责任单位会继续整改。"
        return stored_at(self._told(f"谢谢，{words}", 200, "已收到"), "")

    def sent_before(self, row):
        return self._told(f"谢谢，{ALREADY}", 200, "已收到")

    def _allowed(self) -> bool:
        """Whether this address has not sent too much today; a link itself cannot be guessed."""
        who, day = client_address(self.request) or "unknown", clock.local_day(clock.actual())
        return take(what="problem-link", who=who, day=day, limit=SENT_A_DAY)

    def _spent(self):
        words = "链接只能用一次，而且有时限；可能已经用过、作废或者过期。需要再核实的，请社区（村）重新发一个。"
        return self._told(words, 410, "这个链接不能用了")

    def _told(self, words: str, status: int, title: str = "请稍后再试"):
        context = {"title": title, "words": words, "well": status == 200}
        return self._answer("projects/problems/problem_link_answered.html", context, status)

    def _page(self, link, row: Problem, form, status: int = 200):
        context = {
            "link": link, "problem": row, "form": form, "today": clock.today(),
            "shown_token": token_of_steps(row),
        }  # fmt: skip
        return self._answer("projects/problems/problem_link_use.html", context, status)

    def _answer(self, template, context, status):
        response = render(self.request, template, context, status=status)
        response["Cache-Control"] = "no-store"
        return response
