"""On paper: the notice with its QR code, the whole dossier as one PDF, and the photo of a sheet."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from ledgers import clock
from ledgers.media.pdf import as_file, pdf
from ledgers.media.qr import qr_code
from orgs.access import Verb
from projects.civic.case_sheets import sheet_of
from projects.civic.notice_clock import clock_of
from projects.civic.public_views import shown_picture
from projects.civic.rules import COUNTING, step_name
from projects.civic.views import public_address
from projects.models import BeforeAfterPhoto, CivicProcess, CivicStep, ResidentVoice

# A dossier is made while one waits, so it is bounded: the rest is on the pages.
PAIRS, VOICES = 12, 100


class NoticeView(View):
    """GET: the notice on one A4 page, with the QR code of its public page; `?format=pdf` as a file."""

    verb = Verb.VIEW
    title = "打印公示"

    def get(self, request, pk):
        steps = CivicStep.objects.visible_to(request.user).select_related(
            "process__division__parent", "process__project"
        )
        step = get_object_or_404(steps, pk=pk)
        case = step.process
        if not step.is_notice:  # a meeting puts nothing on notice
            return redirect("projects:civic_process_detail", case.pk)
        address = public_address(request, case)
        sheet = sheet_of(case, step.held_on)
        context = {
            "step": step,
            "sheet": sheet,
            "case": case,
            "title": step_name(case.kind, step.kind),
            "clock": clock_of(step),
            "steps": [line for line in sheet.lines if line.step],
            "address": address,
            "qr": qr_code(address),
        }
        if request.GET.get("format") == "pdf":
            name = f"{case.matter}_{context['title']}"
            content = pdf("projects/civic/notice_paper.html", context, request, sizes=("", "close"))
            return as_file(request, content, case, name, "公示", "civic.pdf")
        return render(request, "projects/civic/notice_page.html", context)


class DossierView(View):
    """GET: everything about a case as one PDF: steps, votes, notices, objections, photos, result."""

    verb = Verb.EXPORT
    title = "议事档案（PDF）"

    def get(self, request, pk):
        cases = CivicProcess.objects.visible_to(request.user).select_related(
            "division__parent", "project"
        )
        case = get_object_or_404(cases, pk=pk)
        if not request.user.may(Verb.EXPORT, case):
            raise PermissionDenied
        address = public_address(request, case)
        voices = case.voices.filter(state=ResidentVoice.State.SHOWN)
        pairs = BeforeAfterPhoto.objects.none()
        early = []
        if case.project:
            pairs = case.project.photo_pairs.all()[:PAIRS]
            early = list(case.project.early_starts.filter(decided_on__lte=request.on))
        context = {
            "case": case,
            "sheet": sheet_of(case, request.on),
            "pairs": pairs,
            "voices": voices[:VOICES],
            "early": early,
            "counting": COUNTING,
            "address": address,
            "qr": qr_code(address) if address else "",
            "made_by": request.user.display_name,
            "made_at": clock.now(),
        }
        content = pdf("projects/civic/dossier_paper.html", context, request)
        name = f"{case.matter}_议事档案"
        return as_file(request, content, case, name, "议事档案", "civic.pdf")


class SheetView(View):
    """GET: the photo of a step's sheet, for those who see the case."""

    verb = Verb.VIEW
    title = "签到表照片"

    def get(self, request, pk):
        step = get_object_or_404(CivicStep.objects.visible_to(request.user), pk=pk)
        if not step.sheet:
            return redirect("projects:civic_process_detail", step.process_id)
        return shown_picture(step.sheet)
