"""Ledger forms of what happens on site, and of money."""

from orgs.ledger_forms import ScopedForm
from projects import models

Kind = models.Project.Kind


class OfKindForm(ScopedForm):
    """A form whose project must be of one of `kinds`."""

    kinds: tuple[str, ...] = ()

    def choices_for(self, name, queryset):
        found = super().choices_for(name, queryset)
        return found.of_kind(*self.kinds) if name == "project" and self.kinds else found


class MoneySheetForm(ScopedForm):
    class Meta:
        model = models.MoneySheet
        fields = [
            "project",
            "as_of",
            "total_wan",
            *models.MoneySheet.SOURCES,
            "contracted_wan",
            "paid_wan",
            "reason",
        ]


class DemolitionCaseForm(ScopedForm):
    """A demolition as it is registered; its steps have their own pages."""

    class Meta:
        model = models.DemolitionCase
        fields = [
            "project",
            "place",
            "kind",
            "places",
            "area_m2",
            "area_qualifier",
            "legal_basis",
            "registered_on",
        ]


class DemolitionRoundForm(ScopedForm):
    class Meta:
        model = models.DemolitionRound
        fields = [
            "project",
            "policy",
            "members_first",
            "since",
            "until",
            "rechecked_on",
            "left_over",
        ]


class RedStationForm(ScopedForm):
    upward = ("host",)

    class Meta:
        model = models.RedStation
        fields = ["name", "project", "host", "location", "services", "since", "until"]


class StationEntryForm(ScopedForm):
    class Meta:
        model = models.StationEntry
        fields = ["station", "held_on", "kind", "text", "attendees", "party_members"]


class ToiletCountForm(OfKindForm):
    kinds = (Kind.VILLAGE,)

    class Meta:
        model = models.ToiletCount
        fields = [
            "project",
            "counted_on",
            "due_places",
            "due_qualifier",
            "rebuilt_households",
            "public_toilets",
            "note",
        ]


class WorkShiftForm(OfKindForm):
    kinds = (Kind.ROAD_SECTION, Kind.CORRIDOR)

    class Meta:
        model = models.WorkShift
        fields = [
            "project",
            "worked_on",
            "kind",
            "traffic",
            "workers",
            "party_members",
            "planned_m",
            "done_m",
            "work_done",
        ]


class StatusNoteForm(OfKindForm):
    kinds = (Kind.SMART_CITY,)

    class Meta:
        model = models.StatusNote
        fields = ["project", "noted_on", "status", "note", "next_step"]
