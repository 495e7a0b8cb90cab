"""Moving, merging and dissolving a Party organisation: a preview first, then one step on a day.

GET asks and shows what would be touched; POST does it, with the token of what was shown. Where
something has changed in between, nothing is done and the page shows it anew.
"""

from abc import ABC, abstractmethod

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views import View

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.meanwhile import ChangedMeanwhile, race_in_words
from ledgers.pages.once import SentOnce
from orgs.access import Verb
from orgs.models import PartyOrganization
from orgs.party.forms import ReorganizeForm
from orgs.party.previews import ReorganizationPlan, plan_dissolution, plan_merge, plan_move
from orgs.party.services import (
    MERGING,
    dissolve_organization,
    merge_organization,
    refuse_dissolution,
    refuse_merge,
)
from orgs.party.tree import PARENT_KINDS, move_organization, refuse_future, refuse_move

FROM_TREE = "tree"  # who comes from Django admin's tree goes back there


class ReorganizeView(SentOnce, ABC, View):
    """One organisation, perhaps another one, a day. Subclasses say what is done."""

    template = "orgs/party/reorganize.html"
    title = ""
    submit = ""
    target_label = ""
    advice = ""
    needs_target = True
    danger = False

    @abstractmethod
    def kinds(self, row) -> set[str]:
        """The kinds of organisation to be offered; empty = any."""

    @abstractmethod
    def plan(self, row, data) -> ReorganizationPlan:
        """What would be touched. Raises ValidationError where it may not be done."""

    @abstractmethod
    def perform(self, row, data, shown: str) -> tuple[PartyOrganization, str]:
        """Do it; returns the organisation to go on with, and what to say."""

    # -- the flow

    def look_up(self):
        """The row, if it lies in the reader's scope (else 404) and may be changed (else 403)."""
        row = get_object_or_404(
            PartyOrganization.objects.visible_to(self.request.user), pk=self.kwargs["pk"]
        )
        if not self.request.user.may(Verb.ORGANISE, row):
            raise PermissionDenied
        return row

    def form(self, row, data=None, **kwargs):
        return ReorganizeForm(
            data,
            row=row,
            user=self.request.user,
            kinds=self.kinds(row),
            needs_target=self.needs_target,
            **kwargs,
        )

    def get(self, request, pk):
        row = self.look_up()
        if "matches" in request.GET:
            asked = {"q": request.GET.get("q", ""), "target": request.GET.get("person", "")}
            form = self.form(row, initial=asked)
            return render(request, "orgs/party/_organization_matches.html", {"form": form})
        if "find" in request.GET:
            return self.page(row, self.form(row, initial=request.GET.dict()))
        if "day" not in request.GET:
            asked = {"target": request.GET.get("target", "")}
            if self.needs_target:
                return self.page(row, self.form(row, initial=asked))
            return self.preview(row, self.form(row, {"day": clock.today()}))
        return self.preview(row, self.form(row, request.GET))

    def preview(self, row, form, refused: ValidationError | None = None, status: int = 200):
        """The page with the plan of a form, or with what is wrong with it.

        `refused`: why it was not done; the plan beside it is the one of now.
        """
        plan, asked = None, None
        if form.is_valid():
            asked = dict(form.cleaned_data)
            try:
                plan = self.plan(row, asked)
            except ValidationError as error:
                refused = refused or error
            if refused:
                form.put_errors(refused)
        if not plan:
            status = 422
        return self.page(row, form, plan, asked, status)

    def post(self, request, pk):
        row = self.look_up()
        form = self.form(row, request.POST)
        if not form.is_valid():
            return self.page(row, form, status=422)
        try:
            with race_in_words():
                after, words = self.perform(row, form.cleaned_data, request.POST.get("shown"))
        except ChangedMeanwhile as changed:
            return self.preview(self.look_up(), form, changed, status=409)
        except ValidationError as error:
            return self.preview(row, form, error, status=422)
        messages.success(request, words)
        return redirect(self.back(after))

    def from_tree(self) -> bool:
        """Whether one came from Django admin's tree, which has a door of its own."""
        asked = self.request.POST.get("from") or self.request.GET.get("from")
        return asked == FROM_TREE

    def back(self, row) -> str:
        if self.from_tree():
            return f"{reverse('admin:orgs_partyorganization_changelist')}?open={row.pk}"
        return reverse("orgs:organization_detail", args=[row.pk])

    def fates(self) -> dict[str, str]:
        """What was decided so far: key of the holding → fate."""
        return {
            name.removeprefix("fate:"): value
            for name, value in self.request.POST.items()
            if name.startswith("fate:")
        }

    def page(self, row, form, plan=None, asked=None, status=200):
        parent = PartyOrganization.objects.get_parent(row)
        facts = [
            ("类别", row.get_kind_display()),
            ("上级党组织", parent.name if parent else "—"),
            ("所在区划", row.division.label),
            ("成立", zh_date(row.established_on)),
        ]
        context = {
            "row": row,
            "view": self,
            "facts": facts,
            "form": form,
            "plan": plan,
            "shown_token": plan.token if plan else "",
            "asked": asked,
            "decided": self.fates(),
            "filed": self.request.method == "POST",
            "back": self.back(row),
            "from_tree": self.from_tree(),
        }
        return render(self.request, self.template, context, status=status)


class OrganizationMoveView(ReorganizeView):
    verb = Verb.ORGANISE
    title = "调整隶属关系"
    submit = "确认调整"
    target_label = "调整到哪个党组织之下"
    advice = "下级党组织随同调整，任职、覆盖、联建等内容不变；之前各日仍按原隶属关系计入。"

    def kinds(self, row):
        allowed = PARENT_KINDS.get(row.kind)
        return allowed or set(PartyOrganization.Kind) - {PartyOrganization.Kind.GROUP}

    def plan(self, row, data):
        refuse_future(data["day"])
        refuse_move(organization=row, parent=data["target"], on=data["day"])
        return plan_move(row, data["target"], data["day"])

    def perform(self, row, data, shown):
        target, day = data["target"], data["day"]
        moved = move_organization(organization=row, target=target, on=day, shown=shown)
        return moved, f"已登记：{moved.name}自{zh_date(day)}起隶属{target.name}。"


class OrganizationMergeView(ReorganizeView):
    verb = Verb.ORGANISE
    title = "并入其他党组织"
    submit = "确认并入"
    danger = True
    target_label = "并入哪个党组织"
    advice = "任职、覆盖、联建、授权和下级党组织自该日起转到并入方，原党组织同日撤销，历史保留。"

    def kinds(self, row):
        return next(kinds for kinds in MERGING if row.kind in kinds)

    def plan(self, row, data):
        refuse_merge(organization=row, into=data["target"], on=data["day"])
        return plan_merge(row, data["target"], data["day"])

    def perform(self, row, data, shown):
        into = merge_organization(
            organization=row, into=data["target"], on=data["day"], shown=shown
        )
        return into, f"已登记：{row.name}自{zh_date(data['day'])}起并入{into.name}。"


class OrganizationDissolveView(ReorganizeView):
    verb = Verb.ORGANISE
    title = "撤销党组织"
    submit = "确认撤销"
    danger = True
    needs_target = False
    target_label = "移交给哪个党组织（选择移交时填写）"
    advice = "撤销后下列各项同日终止，历史保留，撤销前各日的数字不变。下级党组织须先行撤销或调整隶属关系。"

    def kinds(self, row):
        return set()

    def plan(self, row, data):
        refuse_dissolution(organization=row, on=data["day"])
        return plan_dissolution(row, data["day"])

    def perform(self, row, data, shown):
        gone = dissolve_organization(
            organization=row,
            on=data["day"],
            fates=self.fates(),
            successor=data["target"],
            shown=shown,
        )
        return gone, f"已登记：{gone.name}自{zh_date(gone.dissolved_on)}起撤销。"


ROW = "organizations/<int:pk>"
reorganizing_urls = [
    path(f"{ROW}/move/", OrganizationMoveView.as_view(), name="organization_move"),
    path(f"{ROW}/merge/", OrganizationMergeView.as_view(), name="organization_merge"),
    path(f"{ROW}/dissolve/", OrganizationDissolveView.as_view(), name="organization_dissolve"),
]
