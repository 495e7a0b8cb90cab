"""Reviewing what residents wrote on public pages."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from ledgers import clock
from orgs.access import Verb
from projects.models import CivicStep, ResidentVoice
from projects.services.voices import review_voice

PAGE_SIZE = 30
STATES = ResidentVoice.State
# Something was on notice when the words were written, so that they may be an objection to it.
ON_NOTICE = CivicStep.objects.filter(
    process=OuterRef("process"),
    outcome=CivicStep.Outcome.PASSED,
    held_on__lte=OuterRef("day"),
    notice_until__gte=OuterRef("day"),
)


class VoiceListView(View):
    """GET: what waits for review (`?state=` shown or hidden: what was reviewed), `?case=` of one case."""

    def get(self, request):
        mine = ResidentVoice.objects.visible_to(request.user, Verb.REVIEW)
        state = request.GET.get("state", STATES.WAITING)
        state = state if state in STATES.values else STATES.WAITING
        case = request.GET.get("case", "")
        mine = mine.filter(process=int(case)) if case.isdecimal() and len(case) < 19 else mine
        found = mine.filter(state=state).select_related("process__division", "reviewed_by")
        found = found.annotate(day=TruncDate("written_at"), on_notice=Exists(ON_NOTICE))
        page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
        context = {
            "page": page,
            "state": state,
            "tabs": [(value, label) for value, label in STATES.choices],
            "case": case if case.isdecimal() else "",
            "waiting": mine.filter(state=STATES.WAITING).count(),
        }
        return render(request, "projects/voice_list.html", context)


class VoiceReviewView(View):
    """POST: show it, or keep it back with a reason; perhaps with a reply, perhaps as an objection."""

    def get(self, request, pk):
        voice = self._voice(pk)
        return redirect(self._back(voice.state))

    def post(self, request, pk):
        voice = self._voice(pk)
        before = voice.state
        try:
            review_voice(
                voice=voice,
                by=request.user,
                at=clock.now(),
                show="show" in request.POST,
                reason=request.POST.get("reason", "")[:120],
                reply=request.POST.get("reply", "")[:300],
                as_objection="as_objection" in request.POST,
            )
        except ValidationError as refused:
            messages.error(request, f"没有保存：{refused.messages[0]}")
        else:
            told = "已公开" if "show" in request.POST else "已设为不公开"
            also = "，并登记为异议，请到事项页答复" if "as_objection" in request.POST else ""
            messages.success(request, f"{told}{also}。")
        return redirect(self._back(before))

    def _voice(self, pk) -> ResidentVoice:
        voice = get_object_or_404(ResidentVoice.objects.visible_to(self.request.user), pk=pk)
        if not self.request.user.may(Verb.REVIEW, voice):
            raise PermissionDenied
        return voice

    @staticmethod
    def _back(state: str) -> str:
        return reverse("projects:voice_list") + (f"?state={state}" if state != "waiting" else "")
