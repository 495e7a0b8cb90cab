"""Forms of what is entered on site: demolition, stations, toilets, shifts."""

from orgs.ledger_forms import ScopedForm
from projects import models
from projects.ledger_forms import OfKindForm

Kind = models.Project.Kind


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
