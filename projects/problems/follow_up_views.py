"""Follow-up visits: entered at the project, and what they found turned into a problem."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.pages.once import SentOnce, stored_nothing
from orgs.access import Verb
from orgs.actions.views import MendView
from projects.models import FollowUpVisit, Project
from projects.problems.follow_ups import problem_from_visit, record_result, record_visit
from projects.problems.forms import VisitForm, VisitResultForm
from projects.problems.steps import Actor


class FollowUpRecordView(MendView):
    """One visit to a project."""

    model = Project
    verb = Verb.EDIT
    form_class = VisitForm
    detail_name = "projects:project_detail"
    title = "登记跟踪问效"
    submit = "登记"

    def initial(self, row):
        today = clock.today()
        return {"visited_on": today, "next_visit_on": today + timedelta(days=45)}

    def facts(self, row):
        last = row.follow_ups.order_by("-visited_on", "-pk").first()
        told = (
            [("上次走访", zh_date(last.visited_on)), ("当时发现", last.finding or "—")]
            if last
            else []
        )
        return [("类别", row.get_kind_display()), *told]

    def perform(self, row, form):
        self.visit = record_visit(project=row, today=clock.today(), **form.cleaned_data)
        more = "发现的问题可以一键转入问题台账。" if self.visit.finding else ""
        return f"已登记{zh_date(self.visit.visited_on)}的走访。{more}"

    def back(self, row):
        visit = getattr(self, "visit", None)
        if visit:
            return reverse("projects:follow_up_detail", args=[visit.pk])
        return super().back(row)


class FollowUpResultView(MendView):
    """How what a visit found came out."""

    model = FollowUpVisit
    verb = Verb.EDIT
    form_class = VisitResultForm
    detail_name = "projects:follow_up_detail"
    title = "填写走访结果"
    submit = "登记结果"

    def facts(self, row):
        return [
            ("走访", f"{zh_date(row.visited_on)} {row.get_kind_display()}"),
            ("党组织", row.organization.name),
            ("发现", row.finding or "—"),
            ("整改时限", zh_date(row.due_on) if row.due_on else "—"),
            ("转为的问题", row.problem.title if row.problem else "—"),
        ]

    def missing(self, row):
        if not row.result:
            return None
        return f"这次走访的结果已填写：{row.result}", self.back(row), "返回走访"

    def perform(self, row, form):
        record_result(visit=row, **form.cleaned_data)
        return "已登记走访结果。"


class IntoProblemView(SentOnce, View):
    """POST: what was found becomes a problem, once however often it is asked for."""

    verb = Verb.EDIT
    title = "跟踪问效转为问题"
    http_method_names = ["post", "options"]
    model = FollowUpVisit

    def post(self, request, pk):
        row = get_object_or_404(self.model.objects.visible_to(request.user), pk=pk)
        if not request.user.may(Verb.EDIT, row):
            raise PermissionDenied
        try:
            problem, new = self.turn(row)
        except ValidationError as refused:
            messages.error(request, "".join(refused.messages))
            return stored_nothing(redirect(self.back(row)))
        messages.success(
            request, "已转入问题台账。" if new else "之前已经转入问题台账，没有重复登记。"
        )
        return redirect("projects:problem_detail", problem.pk)

    def turn(self, row):
        """(problem, whether it is new)."""
        return problem_from_visit(visit=row, on=clock.today(), by=Actor(self.request.user))

    def back(self, row) -> str:
        return reverse("projects:follow_up_detail", args=[row.pk])
