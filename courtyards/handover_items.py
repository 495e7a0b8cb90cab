"""What the courtyards hang on a person: headships and paired courtyards."""

from courtyards.heads.services import appoint_head, assign_cadre, end_assignment
from orgs.access import Verb
from orgs.people.handover_items import HandoverKind, register_handover_kind


def _say_head(row) -> str:
    return f"{row.courtyard}楼院长" if row.courtyard_id else f"{row.building.full_name}楼栋长"


def _fill_head(*, row, person, on, until, note=""):
    return appoint_head(
        person=person,
        courtyard=row.courtyard,
        building=row.building,
        since=on,
        until=until,
        appointed_by=row.appointed_by,
    )


def _fill_cadre(*, row, person, on, until, note=""):
    return assign_cadre(
        person=person,
        courtyard=row.courtyard,
        unit=person.unit or row.unit,
        capacity=row.capacity,
        since=on,
        until=until,
    )


def _end_cadre(*, row, on, note=""):
    end_assignment(paired_cadre=row, on=on, handover_note=note)


register_handover_kind(
    HandoverKind(
        "headship",
        "楼院长、楼栋长",
        "courtyards.Headship",
        _say_head,
        fill=_fill_head,
        joins=("courtyard", "building__courtyard"),
    ),
    HandoverKind(
        "paired_cadre",
        "包联楼院",
        "courtyards.PairedCadre",
        lambda row: f"{row.courtyard}（{row.get_capacity_display()}）",
        fill=_fill_cadre,
        end=_end_cadre,
        verb=Verb.ORGANISE,
        joins=("courtyard", "unit"),
        needs_note=True,
    ),
)
