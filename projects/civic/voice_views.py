"""Reviewing what residents wrote on public pages."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from ledgers import clock
from ledgers.pages.once import SentOnce
from orgs.access import Verb
from projects.civic.voices import review_voice, token_of_review
from projects.models import CivicStep, ResidentVoice

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

    verb = Verb.REVIEW
    title = "群众留言审核"

    def get(self, request):
        return _listed(request, request.GET)


@dataclass(frozen=True)
class Refused:
    """A review that was not stored: why, and what was typed for which voice."""

    pk: int
    why: str
    reply: str
    reason: str

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was typed, as (label, text)."""
        pairs = [("答复", self.reply), ("不公开的原因", self.reason)]
        return [(label, text) for label, text in pairs if text.strip()]


def _listed(request, asked, refused: Refused | None = None):
    """The list that `asked` (state, case, page) asks for; a refused review stands in its own form.

    Where its voice is no longer in that list, what was typed stands above it.
    """
    mine = ResidentVoice.objects.visible_to(request.user, Verb.REVIEW)
    state = asked.get("state", STATES.WAITING)
    state = state if state in STATES.values else STATES.WAITING
    case = asked.get("case", "")
    case = case if case.isdecimal() and len(case) < 19 else ""
    mine = mine.filter(process=int(case)) if case else mine
    found = mine.filter(state=state).select_related("process__division", "reviewed_by")
    found = found.annotate(day=TruncDate("written_at"), on_notice=Exists(ON_NOTICE))
    page = Paginator(found, PAGE_SIZE).get_page(asked.get("page"))
    for voice in page:
        voice.token = token_of_review(voice)
    context = {
        "page": page,
        "state": state,
        "tabs": [(value, label) for value, label in STATES.choices],
        "case": case,
        "waiting": mine.filter(state=STATES.WAITING).count(),
        "refused": refused,
        "in_list": refused is not None and any(voice.pk == refused.pk for voice in page),
    }
    status = 409 if refused else 200
    return render(request, "projects/civic/voice_list.html", context, status=status)


class VoiceReviewView(SentOnce, View):
    """POST: show it, or keep it back with a reason; perhaps with a reply, perhaps as an objection.

    Then back to the list that one came from: its state, its case, its page.
    """

    verb = Verb.REVIEW
    title = "审核一条留言"

    def get(self, request, pk):
        return redirect(self._back({"state": self._voice(pk).state}))

    def post(self, request, pk):
        voice, sent = self._voice(pk), request.POST
        typed = {name: sent.get(name, "") for name in ("reason", "reply")}
        try:
            review_voice(
                voice=voice,
                by=request.user,
                at=clock.now(),
                show="show" in sent,
                as_objection="as_objection" in sent,
                shown=sent.get("shown"),
                **typed,
            )
        except ValidationError as error:
            return _listed(request, sent, Refused(voice.pk, error.messages[0], **typed))
        told = "已公开" if "show" in sent else "已设为不公开"
        also = "，并登记为异议，请到事项页答复" if "as_objection" in sent else ""
        messages.success(request, f"{told}{also}。")
        return redirect(self._back(sent))

    def _voice(self, pk) -> ResidentVoice:
        voice = get_object_or_404(ResidentVoice.objects.visible_to(self.request.user), pk=pk)
        if not self.request.user.may(Verb.REVIEW, voice):
            raise PermissionDenied
        return voice

    @staticmethod
    def _back(asked) -> str:
        kept = {name: asked.get(name, "") for name in ("state", "case", "page")}
        if kept["state"] == STATES.WAITING:
            kept["state"] = ""
        return reverse("projects:voice_list", query={k: v for k, v in kept.items() if v} or None)
