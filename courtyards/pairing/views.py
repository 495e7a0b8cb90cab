"""Which branch covers a courtyard, which group a building, which unit is paired with a branch."""

from django.db import transaction
from django.urls import reverse

from courtyards.models import BranchCoverage, BranchPairing, GroupCoverage
from courtyards.pairing.forms import BranchForm, GroupForm, PairingForm
from courtyards.pairing.services import (
    cover_building,
    cover_courtyard,
    end_pairing,
    form_branch,
    form_group,
    pair_branch,
)
from courtyards.place_views import BuildingView, CourtyardView
from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.forms import EndForm
from orgs.actions.views import MendView, PastHolder, holders
from orgs.models import Unit


class BranchCoverView(CourtyardView):
    verb = Verb.EDIT
    title = "登记党支部覆盖"
    form_class = BranchForm
    heading = "落实党支部"
    present_label = "现由"

    def present(self, row):
        coverages = BranchCoverage.objects.on(clock.today()).filter(courtyard=row)
        return coverages.select_related("organization").first()

    def present_name(self, row):
        present = self.present(row)
        return f"{present.organization.name}覆盖" if present else "没有党支部覆盖"

    def history(self, row):
        rows = row.coverages.select_related("organization").order_by("-since")
        return holders(rows, "organization")

    def advice(self, row):
        return (
            "独建党支部只覆盖一个楼院；覆盖几个楼院的须为联建。改由另一支部覆盖时，原覆盖同日结束。"
        )

    @transaction.atomic
    def perform(self, row, form):
        data = form.cleaned_data
        if data["organization"]:
            made = cover_courtyard(
                organization=data["organization"], courtyard=row, since=data["since"]
            )
        else:
            made = form_branch(
                courtyard=row,
                name=data["name"].strip(),
                formation=data["formation"],
                since=data["since"],
            )
        return f"已登记{made.organization.name}覆盖{row.name}。"


class BuildingGroupCoverView(BuildingView):
    verb = Verb.EDIT
    title = "登记党小组覆盖"
    form_class = GroupForm
    heading = "落实党小组"
    present_label = "现由"

    def present(self, row):
        coverages = GroupCoverage.objects.on(clock.today()).filter(building=row)
        return coverages.select_related("organization").first()

    def present_name(self, row):
        present = self.present(row)
        return f"{present.organization.name}覆盖" if present else "没有党小组覆盖"

    def history(self, row):
        rows = row.coverages.select_related("organization").order_by("-since")
        return holders(rows, "organization")

    def missing(self, row):
        covered = BranchCoverage.objects.on(clock.today()).filter(courtyard=row.courtyard_id)
        if covered.exists():
            return None
        address = reverse("courtyards:branch_cover", args=[row.courtyard_id])
        return "这个楼院还没有党支部覆盖，党小组须设在党支部之下。", address, "先落实党支部"

    @transaction.atomic
    def perform(self, row, form):
        data = form.cleaned_data
        if data["organization"]:
            made = cover_building(
                organization=data["organization"], building=row, since=data["since"]
            )
        else:
            made = form_group(
                building=row, branch=data["branch"], name=data["name"].strip(), since=data["since"]
            )
        return f"已登记{made.organization.name}覆盖{row.full_name}。"


class UnitPairView(MendView):
    model = Unit
    verb = Verb.ORGANISE
    title = "登记支部联建"
    form_class = PairingForm
    detail_name = "orgs:unit_detail"
    heading = "安排支部联建"

    def facts(self, row):
        names = BranchPairing.objects.on(clock.today()).filter(unit=row)
        found = "、".join(names.values_list("organization__name", flat=True))
        return [("类别", row.get_kind_display()), ("现联建", found or "没有")]

    def history(self, row) -> list[PastHolder]:
        rows = row.pairings.select_related("organization").order_by("-since")
        return holders(rows, "organization", "agreement")

    def perform(self, row, form):
        made = pair_branch(unit=row, **form.cleaned_data)
        return f"已登记{row.name}与{made.organization.name}联建。"


class PairingEndView(MendView):
    """A unit is no longer paired with a courtyard branch."""

    model = BranchPairing
    verb = Verb.ORGANISE
    form_class = EndForm
    detail_name = "orgs:unit_detail"
    title = "结束支部联建"
    submit = "确认结束"
    danger = True

    def detail_row(self, row):
        return row.unit

    def facts(self, row):
        return [
            ("单位", row.unit.name),
            ("楼院党支部", row.organization.name),
            ("联建协议", row.agreement or "—"),
            ("联建", zh_date(row.since)),
        ]

    def advice(self, row):
        return "结束后如需改与其他党支部联建，请在单位页面“安排支部联建”。"

    def perform(self, row, form):
        ended = end_pairing(pairing=row, on=form.cleaned_data["on"])
        return (
            f"已登记：{row.unit.name}自{zh_date(ended.until)}起不再与{row.organization.name}联建。"
        )
