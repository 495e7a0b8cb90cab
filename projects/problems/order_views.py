"""Supervision orders: drawn up, printed, replied to, the reply accepted or returned."""

from datetime import timedelta

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views import View

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.media.pdf import as_file, pdf
from orgs.access import Verb
from orgs.actions.views import MendView
from orgs.models import Unit
from projects.models import Problem, Project, SupervisionOrder
from projects.problems import forms, orders
from projects.problems.forms import unit_of
from projects.problems.steps import Actor
from projects.problems.views import StepView

DAYS_TO_REPLY = 7
SIZES = (
    "",
    "close",
    "closer",
    "closest",
)  # 三号字 (16 pt) as the rule asks, smaller for long texts only


class _IssueView(MendView):
    """Draw up an order about the row."""

    form_class = forms.OrderForm
    heading = "开具督办单"
    submit = "签发"
    about = ""

    def initial(self, row):
        return {
            "title": row.title if isinstance(row, Problem) else f"{row.name}推进情况",
            "body": self.words(row),
            "from_unit": Unit.objects.signed_for_by(self.request.user).first(),
            "to_unit": self.receiver(row),
            "due_on": clock.today() + timedelta(days=DAYS_TO_REPLY),
        }

    def words(self, row) -> str:
        return ""

    def advice(self, row):
        disputed = orders.disputed_demolitions(row)
        return orders.pressing_refused(disputed) if disputed else ""

    def missing(self, row):
        if Unit.objects.signed_for_by(self.request.user).exists():
            return None
        words = "您的账号没有登记所在单位，不能签发督办单。请联系系统管理员在账号中登记单位。"
        return words, self.back(row), "返回"

    def perform(self, row, form):
        told = dict(form.cleaned_data)
        more = told.pop("more", ())
        self.issued = orders.issue_order(
            **told,
            **{self.about: [row, *more] if self.about == "problems" else row},
            issued_on=clock.today(),
            by=Actor(self.request.user),
        )
        return f"已签发督办单{self.issued.number}，可以打印。"

    def back(self, row):
        issued = getattr(self, "issued", None)
        return issued_address(issued) if issued else super().back(row)


def issued_address(order: SupervisionOrder) -> str:
    """The page of an order."""
    return reverse("projects:order_detail", args=[order.pk])


class ProblemOrderView(_IssueView):
    model = Problem
    verb = Verb.REVIEW
    title = "就问题开具督办单"
    detail_name = "projects:problem_detail"
    about = "problems"

    def receiver(self, row):
        return row.responsible_unit or unit_of(row.place)

    def words(self, row):
        late = row.late_days(clock.today())
        told = f"，已超期{late}天" if late else ""
        return (
            f"“{row.title}”由{row.get_source_display()}于{zh_date(row.raised_on)}提出，"
            f"整改时限{zh_date(row.due_on)}{told}，至今未销号。\n"
            "请你单位查明原因，明确责任人和完成时间，按期整改到位，并书面回复办理情况。"
        )

    def facts(self, row):
        return [("地点", str(row.place)), ("整改时限", zh_date(row.due_on))]

    def missing(self, row):
        if row.is_disputed:
            return "该问题有争议，已暂停催办；争议解决后再督办。", self.back(row), "返回"
        if row.closed_on:
            return f"该问题已于{zh_date(row.closed_on)}销号，不必督办。", self.back(row), "返回"
        return super().missing(row)


class ProjectOrderView(_IssueView):
    model = Project
    verb = Verb.REVIEW
    title = "就项目开具督办单"
    detail_name = "projects:project_detail"
    about = "project"

    def receiver(self, row):
        return row.lead_unit or unit_of(row)

    def facts(self, row):
        return [("类别", row.get_kind_display()), ("所在区划", row.division.name)]


class _OrderStepView(StepView):
    model = SupervisionOrder
    detail_name = "projects:order_detail"

    def facts(self, row):
        days = row.late_days(clock.today())
        return [
            ("事项", row.title),
            ("签发", f"{zh_date(row.issued_on)} {row.from_unit or ''}"),
            ("承办单位", row.to_unit.name),
            ("办结时限", zh_date(row.due_on) + (f"，已超期{days}天" if days else "")),
            ("回复", row.reply or "—"),
        ]

    def missing(self, row):
        if row.closed_on is None:
            return None
        return f"该督办单已于{zh_date(row.closed_on)}办结。", self.back(row), "查看"


class OrderReplyView(_OrderStepView):
    verb = Verb.EDIT
    form_class = forms.ReplyForm
    title = "回复督办单"
    submit = "提交回复"

    def initial(self, row):
        return {"reply": row.reply}

    def perform(self, row, form):
        orders.reply_to_order(order=row, on=clock.today(), **form.cleaned_data, **self.how(row))
        return "已回复，等待签发单位认可。"


class OrderJudgeView(_OrderStepView):
    verb = Verb.REVIEW
    title = "认可或退回督办回复"
    row_verb = Verb.EDIT  # whose reply it is to judge is asked of the order (orders.may_judge)
    form_class = forms.JudgeForm
    heading = "认可或退回回复"
    submit = "确认"

    def missing(self, row):
        if row.closed_on is None and row.replied_on is None:
            return "承办单位还没有回复。", self.back(row), "返回"
        if not orders.may_judge(row, self.request.user):
            return orders.judged_by(row), self.back(row), "返回"
        return super().missing(row)

    def perform(self, row, form):
        orders.judge_reply(order=row, on=clock.today(), **form.cleaned_data, **self.how(row))
        return "已认可并办结。" if form.cleaned_data["accept"] else "已退回，请承办单位重新办理。"


class OrderPrintView(View):
    """GET: the order in official form on one A4 page, with a slip for the reply.

    `?format=pdf` gives it as a file, in smaller type where a long text would not fit the page.
    """

    verb = Verb.VIEW
    title = "打印督办单"

    def get(self, request, pk):
        rows = SupervisionOrder.objects.visible_to(request.user).select_related(
            "project", "from_unit", "to_unit", "division"
        )
        order = get_object_or_404(rows, pk=pk)
        context = {
            "order": order,
            "problems": list(order.problems.select_related("division")),
            "office": order.from_unit or Unit.objects.filter(kind="campaign_office").first(),
            "late": order.late_days(request.on),
        }
        if request.GET.get("format") == "pdf":
            paper = "projects/problems/order_paper.html"
            content = pdf(paper, context, request, style="order", sizes=SIZES)
            return as_file(request, content, order, f"督办单{order.number}", "督办单", "order.pdf")
        return render(request, "projects/problems/order_print.html", context)
