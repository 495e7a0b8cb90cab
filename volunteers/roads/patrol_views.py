"""Road chiefs' patrols from a phone: choose the road, tap what is not in order, done."""

from django import forms
from django.db import transaction
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from ledgers import clock
from orgs.access import Verb
from orgs.actions.forms import DayPickerField, MendForm
from orgs.actions.views import MendView
from projects.problems.follow_up_views import IntoProblemView
from projects.problems.steps import Actor
from volunteers.models import PatrolFinding, RoadChief
from volunteers.roads.patrols import problem_from_finding, record_patrol

FOUND = 40
HINTS = {
    "order": "车辆停放、占道经营、围挡",
    "clean": "垃圾、积水、乱贴乱画",
    "green": "缺株、枯死、占绿毁绿",
    "light": "路灯不亮、线路外露",
}


class PatrolListView(View):
    """GET: the roads that the reader may patrol for, by the chief's level; typing narrows them."""

    verb = Verb.EDIT
    title = "我要巡查"

    def get(self, request):
        typed = request.GET.get("q", "").strip().lower()[:40]
        chiefs = RoadChief.objects.visible_to(request.user, Verb.EDIT).on(clock.today())
        if typed:
            chiefs = chiefs.filter(road__search_text__contains=typed)
        chiefs = chiefs.select_related("road").order_by("road__search_text", "level", "pk")
        context = {"typed": typed, "chiefs": chiefs[:FOUND], "most": FOUND}
        return render(request, "volunteers/roads/patrol_list.html", context)


class PatrolForm(MendForm):
    """The day, and each of the four aspects: in order, or not and what."""

    day = DayPickerField(label="巡查日期")
    remark = forms.CharField(label="总体情况", required=False, max_length=200)
    as_problems = forms.BooleanField(
        label="发现的问题同时转入问题台账", required=False, initial=True
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for aspect, word in PatrolFinding.Aspect.choices:
            self.fields[f"{aspect}_bad"] = forms.BooleanField(label="有问题", required=False)
            self.fields[f"{aspect}_note"] = forms.CharField(
                label=f"{word}的问题",
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"placeholder": HINTS[aspect]}),
            )

    def aspects(self) -> list:
        """(word, box, note) of each aspect, for the template."""
        return [
            (word, self[f"{aspect}_bad"], self[f"{aspect}_note"])
            for aspect, word in PatrolFinding.Aspect.choices
        ]

    def found(self) -> dict[str, str]:
        """What is not in order, by aspect."""
        data = self.cleaned_data
        return {a: data[f"{a}_note"] for a in PatrolFinding.Aspect.values if data[f"{a}_bad"]}

    def clean(self):
        cleaned = super().clean()
        for aspect, word in PatrolFinding.Aspect.choices:
            bad, note = cleaned.get(f"{aspect}_bad"), cleaned.get(f"{aspect}_note", "").strip()
            if bad and not note:
                self.add_error(f"{aspect}_note", f"{word}有问题的，请写明是什么问题。")
            if note and not bad:
                cleaned[f"{aspect}_bad"] = True  # who writes what is wrong has seen it
        return cleaned


class RoadPatrolView(MendView):
    """One patrol of a road."""

    model = RoadChief
    verb = Verb.EDIT
    title = "登记路长巡查"
    form_class = PatrolForm
    template = "volunteers/roads/patrol_form.html"
    detail_name = "volunteers:road_chief_detail"
    heading = "登记巡查"
    submit = "登记巡查"

    def row_title(self, row):
        return row.road.name

    def initial(self, row):
        return {"day": clock.today(), "as_problems": True}

    def missing(self, row):
        if row.holds_on(clock.today()):
            return None
        return "该路长已不在任，请由现任路长登记。", self.back(row), "返回"

    @transaction.atomic
    def perform(self, row, form):
        day, today = form.cleaned_data["day"], clock.today()
        patrol = record_patrol(
            chief=row,
            day=day,
            found=form.found(),
            remark=form.cleaned_data["remark"],
            at=clock.now() if day == today else None,
        )
        findings = list(patrol.findings.filter(problem=None))
        if form.cleaned_data["as_problems"]:
            for finding in findings:
                problem_from_finding(finding=finding, on=today, by=Actor(self.request.user))
        found = len(form.found())
        return f"已登记巡查，{f'发现{found}个问题' if found else '四项都好'}。"


class FindingProblemView(IntoProblemView):
    """POST: a patrol's finding becomes a problem, once."""

    model = PatrolFinding
    verb = Verb.EDIT
    title = "巡查发现转为问题"

    def turn(self, row):
        return problem_from_finding(finding=row, on=clock.today(), by=Actor(self.request.user))

    def back(self, row) -> str:
        return reverse("volunteers:patrol_finding_detail", args=[row.pk])
