"""Forms of branches and groups, of pairings and paired cadres."""

from django import forms
from django.db.models import Count, Q

from courtyards.models import BranchCoverage, BranchPairing, PairedCadre
from ledgers import clock
from orgs.access import Verb
from orgs.actions.forms import DayPickerField, EndForm, MendForm
from orgs.models import PartyOrganization, Person, Unit
from orgs.people.choosing import ChoosePersonForm

Formation = PartyOrganization.Formation


class CadreForm(ChoosePersonForm):
    """A cadre, the unit that sends them, in which capacity; a hand-over note if one leaves."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label="派出单位",
        required=False,
        empty_label="(按干部所在单位)",
        help_text="新登记的干部须选派出单位。",
    )
    capacity = forms.ChoiceField(label="身份", choices=PairedCadre.Capacity)
    since = DayPickerField(label="到岗日期", help_text="自该日起计入。")
    handover_note = forms.CharField(
        label="交接说明",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="例如未办结的事项、由谁接手。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(self.user).on(clock.today())
        self.fields["unit"].queryset = units.filter(kind__in=[Unit.Kind.ORGAN, Unit.Kind.COMMITTEE])
        if not self.row.paired_cadres.on(clock.today()).exists():
            del self.fields["handover_note"]

    def nearby(self):
        """Cadres of the units that are paired with the courtyard's branch."""
        today = clock.today()
        branches = BranchCoverage.objects.on(today).filter(courtyard=self.row)
        pairings = BranchPairing.objects.on(today).filter(
            organization__in=branches.values("organization")
        )
        return Person.objects.filter(unit__in=pairings.values("unit"))

    def clean(self):
        cleaned = super().clean()
        person = cleaned.get("person")
        if not cleaned.get("unit") and not (person and person.unit_id) and "unit" in cleaned:
            self.add_error("unit", "请选择派出单位。")
        return cleaned

    def unit_of(self) -> Unit:
        """The unit chosen, or the cadre's own."""
        return self.cleaned_data["unit"] or self.cleaned_data["person"].unit


class _OrganizationForm(MendForm):
    """Choose one of a few Party organisations, or name a new one."""

    field_of = {"organization": "organization", "established_on": "since"}
    organization = forms.ModelChoiceField(
        PartyOrganization.objects.none(), required=False, widget=forms.RadioSelect, empty_label=None
    )
    name = forms.CharField(label="新建名称", required=False, max_length=120)

    def clean(self):
        cleaned = super().clean()
        chosen, name = cleaned.get("organization"), cleaned.get("name", "").strip()
        if chosen and name:
            self.add_error("name", f"已选用{chosen}，又填写了新建名称，请只留一项。")
        elif not chosen and not name and not self.errors:
            self.add_error("organization", "请选用一个，或填写新建的名称。")
        return cleaned


class BranchForm(_OrganizationForm):
    """A branch of the courtyard's community, or a new one (for those who may organise)."""

    organization = forms.ModelChoiceField(
        PartyOrganization.objects.none(),
        label="选用本社区已有党支部",
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    name = forms.CharField(label="或新建党支部，名称", required=False, max_length=120)
    formation = forms.ChoiceField(label="新建的组建方式", choices=Formation, required=False)
    since = DayPickerField(label="起始日期", help_text="自该日起计入。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        running = Q(courtyard_coverages__since__lte=today) & (
            Q(courtyard_coverages__until__isnull=True) | Q(courtyard_coverages__until__gt=today)
        )
        field = self.fields["organization"]
        field.queryset = (
            PartyOrganization.objects.on(today)
            .of_kind("branch", "joint_branch")
            .filter(division_id=self.row.division_id)
            .annotate(covered=Count("courtyard_coverages", filter=running))
        )
        field.label_from_instance = lambda branch: (
            f"{branch.name}({branch.get_formation_display() or '党支部'}，已覆盖{branch.covered}个楼院)"
        )
        if not self.user.may(Verb.ORGANISE, self.row):
            del self.fields["name"], self.fields["formation"]


class GroupForm(_OrganizationForm):
    """A Party group under the branches that cover the building's courtyard, or a new one."""

    organization = forms.ModelChoiceField(
        PartyOrganization.objects.none(),
        label="选用已有党小组",
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    name = forms.CharField(
        label="或新建党小组，名称", required=False, max_length=120,
        help_text="可单栋建组，也可邻近几栋合建。",
    )  # fmt: skip
    branch = forms.ModelChoiceField(
        PartyOrganization.objects.none(), label="新建于哪个党支部之下", required=False
    )
    since = DayPickerField(label="起始日期", help_text="自该日起计入。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        coverages = BranchCoverage.objects.on(today).filter(courtyard=self.row.courtyard_id)
        branches = PartyOrganization.objects.on(today).filter(
            pk__in=coverages.values("organization")
        )
        self.branches = list(branches)
        below = Q(pk__in=[])
        for branch in self.branches:
            below |= Q(path__startswith=branch.path)
        self.fields["organization"].queryset = (
            PartyOrganization.objects.on(today).of_kind("group").filter(below)
        )
        self.fields["branch"].queryset = branches
        self.fields["branch"].initial = self.branches[0].pk if self.branches else None
        if len(self.branches) == 1:
            self.fields["branch"].empty_label = None

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("name") and not cleaned.get("branch"):
            self.add_error("branch", "请选择新建党小组所属的党支部。")
        return cleaned


class PairingForm(MendForm):
    """The courtyard branch with which a unit is paired."""

    organization = forms.ModelChoiceField(
        PartyOrganization.objects.none(), label="楼院党支部", empty_label="请选择"
    )
    agreement = forms.CharField(label="联建协议", required=False, max_length=120)
    since = DayPickerField(label="联建日期", help_text="自该日起计入。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        running = Q(pairings__since__lte=today) & (
            Q(pairings__until__isnull=True) | Q(pairings__until__gt=today)
        )
        field = self.fields["organization"]
        field.queryset = (
            PartyOrganization.objects.courtyard_branches(today)
            .visible_to(self.user)
            .within(self.row.division_id[:6])
            .select_related("division")
            .annotate(units=Count("pairings", filter=running))
            .order_by("division_id", "path")
        )
        field.label_from_instance = lambda branch: (
            f"{branch.division.label} · {branch.name}"
            + (f"(已联建{branch.units}家)" if branch.units else "(未联建)")
        )


class CadreEndForm(EndForm):
    handover_note = forms.CharField(
        label="交接说明",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="例如未办结的事项、由谁接手。",
    )
