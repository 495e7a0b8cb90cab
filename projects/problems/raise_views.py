"""A problem is raised in a few taps: the place first, then what is wrong."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from courtyards.models import Courtyard
from ledgers import clock
from ledgers.media.pictures import picture_response
from ledgers.pages.once import SentOnce
from orgs.access import Verb
from orgs.actions.views import put_errors
from orgs.models import Division
from projects.models import ProblemStep, Project, Road
from projects.problems.forms import RaiseForm
from projects.problems.services import raise_problem
from projects.problems.steps import Actor

PLACES = {"courtyard": Courtyard, "project": Project, "road": Road, "division": Division}
WORDS = {"courtyard": "楼院", "project": "项目", "road": "路段", "division": "社区（村）"}
FOUND, OFFERED = 8, 4  # of each kind: of what was typed, and before


class ProblemRaiseView(SentOnce, View):
    """GET: choose the place by typing, or, where the address names it, the form. POST: raise it."""

    verb = Verb.EDIT
    title = "报问题"
    form_class = RaiseForm

    def get(self, request):
        kind, place = self._place()
        if place is None:
            return self._choose()
        return self._page(kind, place, RaiseForm(
            user=request.user, place=place, initial=RaiseForm.first_values(place)
        ))  # fmt: skip

    def post(self, request):
        kind, place = self._place()
        if place is None:
            return self._choose()
        form = RaiseForm(request.POST, request.FILES, user=request.user, place=place)
        if form.is_valid():
            try:
                problem = raise_problem(
                    **form.cleaned_data,
                    **{kind: place},
                    raised_on=clock.today(),
                    by=Actor(request.user),
                )
            except ValidationError as refused:
                form.field_of = {"title": "title"}
                put_errors(form, refused)
            else:
                messages.success(request, f"已登记：{problem.title}。")
                return redirect("projects:problem_detail", problem.pk)
        return self._page(kind, place, form, 422)

    def _place(self):
        """(kind, row) of the place that the address names, within what the reader may maintain."""
        for kind, model in PLACES.items():
            key = self.request.GET.get(kind, "")
            if key.isdecimal() and len(key) < 19:
                row = get_object_or_404(model.objects.visible_to(self.request.user), pk=key)
                if not self.request.user.may(Verb.EDIT, row):
                    raise PermissionDenied
                return kind, row
        return "", None

    def _choose(self):
        typed = self.request.GET.get("q", "").strip().lower()[:40]
        found = [group for kind in PLACES if (group := self._group(kind, typed))["places"]]
        context = {"typed": typed, "groups": found}
        return render(self.request, "projects/problems/problem_place.html", context)

    def _group(self, kind: str, typed: str) -> dict:
        rows = PLACES[kind].objects.visible_to(self.request.user, Verb.EDIT)
        if kind == "division":
            rows = rows.residential()
        if hasattr(rows, "on"):
            rows = rows.on(clock.today())
        if typed:
            rows = rows.filter(search_text__contains=typed)
        rows = rows.order_by("search_text", "pk")[: FOUND if typed else OFFERED]
        page = reverse("projects:problem_raise")
        places = [(str(row), f"{page}?{kind}={row.pk}") for row in rows]
        return {"word": WORDS[kind], "places": places}

    def _page(self, kind, place, form, status: int = 200):
        division = place if kind == "division" else place.division
        context = {
            "form": form, "place": place, "word": WORDS[kind], "division": division,
        }  # fmt: skip
        return render(self.request, "projects/problems/problem_raise.html", context, status=status)


class StepPhotoView(View):
    """GET: the photo of a step, for those who see its problem; without one, the problem's page."""

    verb = Verb.VIEW
    title = "问题照片"

    def get(self, request, pk):
        step = get_object_or_404(ProblemStep.objects.visible_to(request.user), pk=pk)
        if not step.photo:
            return redirect("projects:problem_detail", step.problem_id)
        return picture_response(step.photo)
