"""Ledger forms of road chiefs and what their patrols find."""

from volunteers import models
from volunteers.ledger_forms import _AnsweringForm


class RoadChiefForm(_AnsweringForm):
    class Meta:
        model = models.RoadChief
        fields = ["road", "level", "person", "since", "until"]
