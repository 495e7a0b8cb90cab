"""Pages without an account: what was decided, what came of it, and what residents say to it.

They are found by an address that nobody can guess, set no session, and ask nothing personal.
"""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db.models import Avg, Count
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View

from ledgers import clock
from ledgers.all_pages import PUBLIC
from ledgers.media.pictures import picture_response
from ledgers.pages.once import SentOnce, stored_nothing
from ledgers.request_origin import client_address
from ledgers.text_limits import drop_maxlength
from projects.civic.case_sheets import sheet_of
from projects.civic.views import put_refusal
from projects.civic.voices import TooMany, leave_voice
from projects.models import BeforeAfterPhoto, CivicProcess, ResidentVoice

SHOWN = 30  # voices on the page, the newest first
STARS = [(5, "很好"), (4, "较好"), (3, "一般"), (2, "较差"), (1, "很差")]


class VoiceForm(forms.Form):
    """What a resident writes. `website` is a trap: people do not see it, machines fill it in."""

    reasonable = forms.TypedChoiceField(
        label="改得合理不合理", choices=STARS, coerce=int, required=False, empty_value=None,
        widget=forms.RadioSelect,
    )  # fmt: skip
    quality = forms.TypedChoiceField(
        label="质量怎么样", choices=STARS, coerce=int, required=False, empty_value=None,
        widget=forms.RadioSelect,
    )  # fmt: skip
    text = forms.CharField(
        label="您的意见",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    website = forms.CharField(label="网址（请不要填写）", required=False, max_length=200)

    def __init__(self, *args, rates: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not rates:  # nothing was built yet whose quality could be judged
            del self.fields["quality"]
        drop_maxlength(self)

    def clean(self):
        cleaned = super().clean()
        said = any(cleaned.get(name) for name in ("text", "reasonable", "quality"))
        if not said and not self.errors:
            self.add_error("text", "请写下意见，或至少打一个分。")
        return cleaned


@method_decorator(login_not_required, name="dispatch")
class PublicCaseView(SentOnce, View):
    """GET: a case as its residents see it. POST: their opinion or rating, for review."""

    verb = PUBLIC
    title = "公开页（议事事项）"

    def get(self, request, key):
        return self._page(_case(key))

    def post(self, request, key):
        case = _case(key)
        form = VoiceForm(request.POST, rates=_rates(case))
        if not form.is_valid():
            return self._page(case, form, 422)
        typed = form.cleaned_data
        if typed["website"]:  # a machine; it is told what everybody is told
            return stored_nothing(self._thanks(case))
        try:
            leave_voice(
                process=case,
                text=typed["text"],
                reasonable=typed["reasonable"],
                quality=typed.get("quality"),
                address=client_address(request),
                at=clock.now(),
                day=clock.local_day(clock.actual()),
            )
        except TooMany as many:
            form.add_error(None, many)
            return self._page(case, form, 429)
        except ValidationError as refused:
            put_refusal(form, refused)
            return self._page(case, form, 422)
        return self._thanks(case)

    @staticmethod
    def _thanks(case):
        return HttpResponseRedirect(reverse("public_case", args=[case.public_key]) + "?said=1#say")

    def _page(self, case, form=None, status: int = 200):
        today = clock.today()
        sheet = sheet_of(case, today)
        voices = case.voices.filter(state=ResidentVoice.State.SHOWN)
        pairs = BeforeAfterPhoto.objects.filter(is_public=True, project__isnull=False)
        context = {
            "case": case,
            "sheet": sheet,
            "on": today,  # whatever day the address asks for
            "decision": sheet.notice("decision_notice"),
            "result": sheet.notice("result_notice"),
            "pairs": pairs.filter(project=case.project_id),
            "voices": voices[:SHOWN],
            "scores": _scores(voices),
            "form": form or VoiceForm(rates=_rates(case)),
            "said": "said" in self.request.GET,
        }
        answer = render(self.request, "projects/civic/public_case.html", context, status=status)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer


def _case(key: str) -> CivicProcess:
    """The case with this public address. Raises Http404."""
    cases = CivicProcess.objects.select_related("division__parent", "project")
    return get_object_or_404(cases, public_key=key)


def _rates(case: CivicProcess) -> bool:
    """Whether there is something built whose quality can be judged."""
    return case.steps.filter(kind="result_notice").exists()


def _scores(voices) -> list[tuple[str, float, int]]:
    """(question, mean of the ratings shown, how many) where there are any; one query."""
    found = voices.aggregate(
        reasonable_mean=Avg("reasonable"),
        quality_mean=Avg("quality"),
        reasonable_count=Count("reasonable"),
        quality_count=Count("quality"),
    )
    told = [
        ("改得合理不合理", found["reasonable_mean"], found["reasonable_count"]),
        ("质量怎么样", found["quality_mean"], found["quality_count"]),
    ]
    return [(label, round(mean, 1), count) for label, mean, count in told if count]


@method_decorator(login_not_required, name="dispatch")
class PublicPhotoView(View):
    """GET: one picture of a pair that everybody may see, of the case's project."""

    verb = PUBLIC
    title = "公开页照片"

    def get(self, request, key, pk, which):
        case = _case(key)
        pairs = BeforeAfterPhoto.objects.filter(is_public=True, project__isnull=False)
        pair = get_object_or_404(pairs, pk=pk, project=case.project_id)
        return shown_picture(pair.before if which == "before" else pair.after)


def shown_picture(picture) -> FileResponse:
    """A stored picture. Raises Http404 where there is none, or its file is gone."""
    if not picture or not picture.storage.exists(picture.name):
        raise Http404("no picture")
    return picture_response(picture)
