"""A case of the civic procedure: its page with the next step's form, opening it, closing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from ledgers import clock, registry
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.pages.detail_views import LedgerDetailView
from ledgers.pages.once import SentOnce, stored_nothing
from orgs.access import Verb
from projects.civic.case_sheets import sheet_of
from projects.civic.forms import CaseForm, step_form
from projects.civic.rules import COUNTING, NAMES, Rulebook, order_of, step_name
from projects.civic.services import close_case, open_case, record_step, token_of_steps
from projects.models import CivicProcess, EarlyStart, Milestone, ResidentVoice


class CaseView(LedgerDetailView):
    """GET: the case as of the day asked for; with the form of its next step for those who may."""

    verb = Verb.VIEW
    title = "民主议事台账·详情"
    template = "projects/civic/civic_case.html"

    @property
    def ledger(self):
        return registry.ledger_for(CivicProcess)

    def get(self, request, pk):
        return self.case_page()

    def case_page(self, form=None, status: int = 200):
        """The page; `form` is one that was filed and refused."""
        case, request = self.page.obj, self.request
        sheet = sheet_of(case, request.on)
        may_edit = request.user.may(Verb.EDIT, case) and request.on == clock.today()
        if form is None and sheet.due and may_edit:
            initial = {"kind": sheet.due, "held_on": clock.today()}
            form = step_form(case=case, kind=sheet.due, initial=initial)
        states = ResidentVoice.State
        voices = case.voices.aggregate(
            waiting=Count("pk", filter=Q(state=states.WAITING)),
            shown=Count("pk", filter=Q(state=states.SHOWN)),
        )
        told = {
            "case": case,
            "sheet": sheet,
            "form": form if may_edit else None,
            "shown_token": token_of_steps(case, list(case.steps.all())),
            "form_name": step_name(case.kind, form["kind"].value()) if form else "",
            "may_edit": may_edit,
            "may_review": request.user.may(Verb.REVIEW, case),
            "may_export": request.user.may(Verb.EXPORT, case),
            **voices,
            "public_address": public_address(request, case),
            "counting": COUNTING,
            **_start_of(case, request.on),
        }
        return self.answer(told, status)


def _start_of(case: CivicProcess, on) -> dict:
    """When works started, and the decision to start early, if there is one."""
    if case.project_id is None:
        return {"started_on": None, "early": None}
    start = Milestone.objects.filter(
        project=case.project_id, stage=Milestone.Stage.START, actual_on__lte=on
    ).first()
    early = EarlyStart.objects.filter(project=case.project_id, decided_on__lte=on).first()
    return {"started_on": start and start.actual_on, "early": early}


def public_address(request, case: CivicProcess) -> str:
    """The whole address of the case's public page, or "" while nothing was put on notice."""
    if not case.public_key:
        return ""
    return request.build_absolute_uri(reverse("public_case", args=[case.public_key]))


class StepRecordView(SentOnce, CaseView):
    """POST: the case's next step, from the form beside the stepper."""

    verb = Verb.EDIT
    title = "登记议事步骤"

    def get(self, request, pk):
        return redirect("projects:civic_process_detail", self.page.obj.pk)

    def post(self, request, pk):
        case = self.page.obj
        if not request.user.may(Verb.EDIT, case):
            raise PermissionDenied
        kind = request.POST.get("kind", "")
        if kind not in order_of(case):
            messages.warning(request, "没有这一步，请在本页重新填写。")
            return stored_nothing(redirect(self._case_address()))
        form = step_form(request.POST, request.FILES, case=case, kind=kind)
        if not form.is_valid():
            return self.case_page(form, 422)
        try:
            step = record_step(
                case=case, today=clock.today(), shown=request.POST.get("shown"), **form.told()
            )
        except ChangedMeanwhile as taken:
            messages.warning(request, taken.messages[0])
            return stored_nothing(redirect(self._case_address()))
        except ValidationError as refused:
            put_refusal(form, refused)
            return self.case_page(form, 422)
        messages.success(request, f"已登记：{step_name(case.kind, step.kind)}。")
        return redirect(self._case_address())

    def _case_address(self) -> str:
        return reverse("projects:civic_process_detail", args=[self.kwargs["pk"]])


def put_refusal(form, refused: ValidationError) -> None:
    """What a service refused, beside the field where the form has it, else on top."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, problems in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, problems)


class CaseOpenView(SentOnce, View):
    """GET: the form of a new case, `?project=` or `?division=` filled in. POST: open it."""

    verb = Verb.EDIT
    title = "启动议事"
    form_class = CaseForm

    def get(self, request):
        asked = {name: request.GET.get(name, "") for name in ("project", "division", "matter")}
        return self._page(CaseForm(user=request.user, initial=asked | {"opened_on": clock.today()}))

    def post(self, request):
        form = CaseForm(request.POST, user=request.user)
        if form.is_valid():
            try:
                case = open_case(**form.told())
            except ValidationError as refused:
                put_refusal(form, refused)
            else:
                messages.success(request, "已启动议事，请接着登记第一步。")
                return redirect("projects:civic_process_detail", case.pk)
        return self._page(form, 422)

    def _page(self, form, status: int = 200):
        return render(self.request, "projects/civic/civic_open.html", {"form": form}, status=status)


class CaseCloseView(View):
    """POST: note the end of a case whose result's notice has run."""

    verb = Verb.EDIT
    title = "议事办结"

    def post(self, request, pk):
        case = get_object_or_404(CivicProcess.objects.visible_to(request.user), pk=pk)
        if not request.user.may(Verb.EDIT, case):
            raise PermissionDenied
        try:
            close_case(case=case, on=clock.today())
        except ValidationError as refused:
            messages.warning(request, refused.messages[0])
        else:
            messages.success(request, "已办结，档案可随时导出。")
        return redirect("projects:civic_process_detail", pk)


class RuleListView(View):
    """The rules in force on the day asked for, of both procedures, each with its source."""

    verb = Verb.VIEW
    title = "议事规则"

    def get(self, request):
        rules = {kind: [] for kind in CivicProcess.Kind}
        for (kind, step), name in NAMES.items():
            rules[kind].append((step, name))
        books = {kind: Rulebook(kind) for kind in CivicProcess.Kind}
        told = [
            (kind.label, [(name, books[kind].rule(step, request.on)) for step, name in found])
            for kind, found in rules.items()
        ]
        context = {
            "procedures": told,
            "counting": COUNTING,
            "may_set": request.user.may("organise"),
        }
        return render(request, "projects/civic/civic_rules.html", context)
