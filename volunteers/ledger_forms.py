"""Ledger forms of teams, activities, honours, agreements, contact duties, road chiefs and doors.

People are chosen one at a time where somebody answers for something; who takes part is a number.
"""

from orgs.ledger_forms import ScopedForm
from orgs.services.people import lock_person
from volunteers import models


class TeamForm(ScopedForm):
    """A team with how many it has; its leader is named on a page of its own (确定队长)."""

    upward = ("organization", "project", "host")

    class Meta:
        model = models.Team
        fields = [
            "name",
            "kind",
            "division",
            "project",
            "organization",
            "host",
            "members",
            "tasks",
            "since",
            "until",
        ]

    def clean(self):
        cleaned = super().clean()
        is_new = self.instance._state.adding and "project" in self.fields
        is_commando = cleaned.get("kind") == models.Team.Kind.COMMANDO
        nothing_chosen = not cleaned.get("project") and "project" not in self.errors
        if is_new and is_commando and nothing_chosen:
            self.add_error("project", "突击队按项目组建，请选择攻坚项目。")
        return cleaned


class ActivityForm(ScopedForm):
    """What was done and how many took part."""

    upward = ("organization",)

    class Meta:
        model = models.Activity
        fields = [
            "title",
            "kind",
            "held_on",
            "division",
            "team",
            "organization",
            "station",
            "participants",
            "result",
        ]


class FrontageAgreementForm(ScopedForm):
    upward = ("party",)
    residential = ("division",)

    class Meta:
        model = models.FrontageAgreement
        fields = [
            "number",
            "template",
            "party_kind",
            "party",
            "division",
            "premises",
            "since",
            "until",
        ]


# Which bearer each honour is given to; the model's constraint asks for it, the form for no other.
BEARER = {
    "model_household": "household",
    "vanguard": "person",
    "model_cadre": "person",
    "five_star_branch": "organization",
}


class HonourForm(ScopedForm):
    class Meta:
        model = models.Honour
        fields = [
            "kind",
            "division",
            "organization",
            "household",
            "person",
            "nominated_by",
            "since",
            "until",
        ]

    def clean(self):
        cleaned = super().clean()
        if not set(BEARER.values()) <= set(self.fields):  # one cell of the grid
            return cleaned
        bearer = BEARER.get(cleaned.get("kind", ""))
        for name in sorted(set(BEARER.values()) - {bearer}):
            if bearer and cleaned.get(name):
                word = models.Honour._meta.get_field(bearer).verbose_name
                self.add_error(name, f"这项荣誉授予{word}，请只填{word}。")
        return cleaned


class _AnsweringForm(ScopedForm):
    """Somebody answers for a place from one day to another, and is in office all the while.

    Another person takes over by the hand-over or 补缺, so that the days before stay as they were.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["person"]

    def save(self, commit=True):
        if self.instance.pk is None:
            lock_person(self.instance.person, self.instance.since, self.instance.until)
        return super().save(commit)


class ContactDutyForm(_AnsweringForm):
    class Meta:
        model = models.ContactDuty
        fields = [
            "tier",
            "person",
            "division",
            "village",
            "group",
            "household",
            "courtyard",
            "since",
            "until",
        ]


class RoadChiefForm(_AnsweringForm):
    class Meta:
        model = models.RoadChief
        fields = ["road", "level", "person", "since", "until"]


class VillagersGroupForm(ScopedForm):
    residential = ("division",)

    class Meta:
        model = models.VillagersGroup
        fields = ["name", "division"]


class HouseholdForm(ScopedForm):
    """A door, never a name."""

    residential = ("division",)

    class Meta:
        model = models.Household
        fields = ["division", "group", "building", "door"]

    def clean(self):
        cleaned = super().clean()
        division = cleaned.get("division")
        for name in ("group", "building"):
            row = cleaned.get(name)
            if division and row and row.division_id != division.pk:
                self.add_error(name, f"“{row}”不在{division.name}，请核对。")
        return cleaned
