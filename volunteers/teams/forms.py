"""Ledger forms of teams, activities and honours."""

from orgs.ledger_forms import ScopedForm
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
