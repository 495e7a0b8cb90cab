"""小板凳座谈会: entered on one page of a phone; what was said becomes a problem with one tap."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from courtyards.models import Courtyard
from ledgers import clock, registry
from ledgers.fields import CountField
from ledgers.pages.detail_views import LedgerDetailView
from ledgers.pages.once import SentOnce
from ledgers.text_limits import drop_maxlength
from orgs.access import Verb
from orgs.actions.forms import DayPickerField
from orgs.models import Division
from projects.civic.forms import choose_in_words
from projects.civic.meetings import (
    Said,
    add_opinions,
    problem_from_opinion,
    record_meeting,
    unit_for,
)
from projects.civic.views import put_refusal
from projects.models import Opinion, Project, StoolMeeting
from projects.models.civic import IssueCategory

LINES = 3  # opinions of one category on the form; more can be added afterwards


class OpinionsForm(forms.Form):
    """Opinions by category, each with how many said so; at most as many as attended, where known."""

    def __init__(self, *args, attended: int | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.attended = attended
        for category, label in IssueCategory.choices:
            for number in range(1, LINES + 1):
                self.fields[f"text-{category}-{number}"] = forms.CharField(
                    label=f"{label}意见{number}", required=False, max_length=300
                )
                self.fields[f"voices-{category}-{number}"] = CountField(
                    label=f"{label}意见{number}的人数",
                    required=False,
                    min_value=1,
                    max_value=100_000,
                    error_messages={"min_value": "至少1人。"},
                )
        drop_maxlength(self)

    def clean(self):
        cleaned = super().clean()
        attended = cleaned.get("attendees") or self.attended
        for name in [name for name in cleaned if name.startswith("voices-")]:
            if attended and (cleaned[name] or 0) > attended:
                self.add_error(name, f"到会{attended}人，同类意见不能更多。")
        return cleaned

    def groups(self) -> list:
        """(category in words, its lines as (text, voices) fields, how many lines are in use)."""
        found = []
        for category, label in IssueCategory.choices:
            lines = [
                (self[f"text-{category}-{number}"], self[f"voices-{category}-{number}"])
                for number in range(1, LINES + 1)
            ]
            more = any(text.value() or voices.errors for text, voices in lines[1:])
            found.append((label, lines, more))
        return found

    def said(self) -> list[Said]:
        """What was entered, line by line."""
        data = self.cleaned_data
        return [
            Said(category, text, data.get(f"voices-{category}-{number}") or 1)
            for category in IssueCategory.values
            for number in range(1, LINES + 1)
            if (text := (data.get(f"text-{category}-{number}") or "").strip())
        ]


class MeetingForm(OpinionsForm):
    courtyard = forms.ModelChoiceField(Courtyard.objects.none(), label="楼院", required=False)
    project = forms.ModelChoiceField(Project.objects.none(), label="项目", required=False)
    division = forms.ModelChoiceField(Division.objects.none(), label="社区（村）", required=False)
    held_on = DayPickerField(label="日期")
    topic = forms.CharField(label="议题", max_length=120)
    host = forms.CharField(
        label="主持人（职务）", max_length=60, required=False, help_text="写职务，不写姓名。"
    )
    attendees = CountField(
        label="到会人数", min_value=1, max_value=100_000, help_text="只记人数，不记名单。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        for name, model in (("courtyard", Courtyard), ("project", Project)):
            self.fields[name].queryset = model.objects.visible_to(user, "edit").on(today)
        places = Division.objects.visible_to(user, "edit").on(today).residential()
        self.fields["division"].queryset = places
        choose_in_words(self)

    @property
    def places(self) -> list:
        return [self[name] for name in ("courtyard", "project", "division")]

    @property
    def heads(self) -> list:
        return [self[name] for name in ("held_on", "topic", "host", "attendees")]

    def clean(self):
        cleaned = super().clean()
        names = ("courtyard", "project", "division")
        if not any(cleaned.get(name) for name in names) and not self.errors:
            self.add_error("courtyard", "请选择楼院、项目或社区（村）中的一项。")
        return cleaned

    def told(self) -> dict:
        """What the service `record_meeting` is told."""
        names = ("courtyard", "project", "division", "held_on", "topic", "host", "attendees")
        return {name: self.cleaned_data[name] for name in names} | {"said": self.said()}


class MeetingEnterView(SentOnce, View):
    """GET: the form, `?courtyard=` or `?project=` chosen. POST: the meeting with its opinions."""

    verb = Verb.EDIT
    title = "登记小板凳座谈会"
    form_class = MeetingForm

    def get(self, request):
        asked = {name: request.GET.get(name, "") for name in ("courtyard", "project", "division")}
        return self._page(
            MeetingForm(user=request.user, initial=asked | {"held_on": clock.today()})
        )

    def post(self, request):
        form = MeetingForm(request.POST, user=request.user)
        if not form.is_valid():
            return self._page(form, 422)
        try:
            meeting, is_new = record_meeting(**form.told())
        except ValidationError as refused:
            put_refusal(form, refused)
            return self._page(form, 422)
        if is_new:
            messages.success(request, "已登记座谈会。需要办理的意见，点“转为问题”。")
        else:
            messages.warning(
                request, "这次座谈会已经登记过，没有重复登记；要补充意见请在下面添加。"
            )
        return redirect("projects:stool_meeting_detail", meeting.pk)

    def _page(self, form, status: int = 200):
        return render(self.request, "projects/civic/stool_form.html", {"form": form}, status=status)


class MeetingView(LedgerDetailView):
    """GET: the meeting with its opinions, and the form of further ones."""

    verb = Verb.VIEW
    title = "小板凳座谈会台账·详情"
    template = "projects/civic/stool_meeting.html"

    @property
    def ledger(self):
        return registry.ledger_for(StoolMeeting)

    def get(self, request, pk):
        return self.meeting_page(OpinionsForm())

    def meeting_page(self, form, status: int = 200):
        """The page; `form` may be one that was filed and refused."""
        meeting = self.page.obj
        opinions = list(meeting.opinions.select_related("problem").order_by("category", "pk"))
        labels = dict(IssueCategory.choices)
        grouped = [
            (labels[value], [o for o in opinions if o.category == value])
            for value in IssueCategory.values
        ]
        told = {
            "meeting": meeting,
            "groups": [
                (label, found, sum(o.voices for o in found)) for label, found in grouped if found
            ],
            "form": form,
            "may_edit": self.request.user.may(Verb.EDIT, meeting),
            "unit": unit_for(meeting),
        }
        return self.answer(told, status)


class OpinionsAddView(SentOnce, MeetingView):
    """POST: further opinions of a meeting."""

    verb = Verb.EDIT
    title = "补充座谈会意见"

    def get(self, request, pk):
        return redirect("projects:stool_meeting_detail", self.page.obj.pk)

    def post(self, request, pk):
        meeting = self.page.obj
        if not request.user.may(Verb.EDIT, meeting):
            raise PermissionDenied
        form = OpinionsForm(request.POST, attended=meeting.attendees)
        if not form.is_valid() or not form.said():
            wrong = "还没有添加，请按提示更正。"
            nothing = "没有可添加的意见，请填写后再提交。"
            messages.warning(request, wrong if form.errors else nothing)
            return self.meeting_page(form, 422)
        add_opinions(meeting=meeting, said=form.said())
        messages.success(request, f"已添加{len(form.said())}条意见。")
        return redirect("projects:stool_meeting_detail", pk)


class OpinionProblemView(SentOnce, View):
    """POST: the opinion becomes a problem, once however often the button is tapped."""

    verb = Verb.EDIT
    title = "意见转为问题"

    def post(self, request, pk):
        opinions = Opinion.objects.visible_to(request.user).select_related("meeting")
        opinion = get_object_or_404(opinions, pk=pk)
        if not request.user.may(Verb.EDIT, opinion):
            raise PermissionDenied
        try:
            problem, is_new = problem_from_opinion(opinion=opinion, on=clock.today())
        except ValidationError as refused:
            messages.warning(request, refused.messages[0])
        else:
            told = "已转为问题" if is_new else "这条意见已转为问题，没有重复登记"
            messages.success(request, f"{told}：{problem.title}")
        address = reverse("projects:stool_meeting_detail", args=[opinion.meeting_id])
        return redirect(f"{address}#o{opinion.pk}")
