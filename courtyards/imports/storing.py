"""Storing a row of 楼院台账 or 包联台账: what is new is added, what ends is left to its own page.

A sheet that no longer names a head, a branch or a committee does not end it: the row is refused
with the page on which that is done, so that a cell left empty takes nothing away.
"""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError

from courtyards.models import Courtyard, Headship, PairedCadre
from courtyards.services import (
    appoint_head,
    assign_cadre,
    backdate_courtyard,
    cover_courtyard,
    form_branch,
    form_committee,
    move_courtyard,
    record_survey,
    register_courtyard,
    rename_courtyard,
    replace_head,
)
from ledgers.importing.rows import Record
from orgs.models import Division, PartyOrganization, Person, Unit
from orgs.services import change_phone, register_person, register_unit

FORMATION = {"独建": "independent", "联建": "joint"}
SURVEY = ("buildings", "households", "households_qualifier", "residents", "residents_qualifier")
# Counted beside them; a sheet that says nothing of these leaves them out.
EXTRAS = ("entrances", "elderly", "party_members")
FACTS = {
    "location": "location", "built": "built", "original_owner": "original_owner_note",
    "main_problems": "main_problems", "remark": "remark",
}  # fmt: skip


def store_courtyard(record: Record, day: date) -> None:
    """Enter a courtyard, or what changed of it, as of `day`. Raises ValidationError."""
    values, changed = record.values, set(record.changes)
    place = _known(record, day)
    if place is None:
        place = _new_courtyard(record, day)
        changed = set(values) - record.absent
    _refuse_endings(record)
    if record.pk:
        _rewrite(place, record)
    if changed & {*SURVEY, *EXTRAS}:
        missing = [name for name in SURVEY if values[name] is None]
        if missing:
            raise ValidationError("楼栋数、户数、人口数要一起填写。")
        counted = {name: values[name] for name in SURVEY}
        counted |= {name: record.more.get(name) for name in EXTRAS}
        record_survey(courtyard=place, surveyed_on=day, correcting=True, **counted)
    if changed & {"has_branch"} and values["has_branch"]:
        _cover(place, record, day)
    if changed & {"head", "head_phone"} and values["head"]:
        _head(place, values["head"], values["head_phone"], day)
    if changed & {"has_committee"} and values["has_committee"]:
        since = values["committee_on"] or day
        form_committee(courtyard=place, name=f"{place.name}自管会", since=since)


def _known(record: Record, day: date) -> Courtyard | None:
    """The courtyard that a working copy names by its key, else that of the name."""
    rows, values = Courtyard.objects.on(day), record.values
    if record.pk:
        return rows.get(pk=record.pk)
    return rows.filter(division_id=values["community_code"], name=values["name"]).first()


def _rewrite(place: Courtyard, record: Record) -> None:
    """Give a courtyard the name, place and facts that a working copy has for it now."""
    changed, values = record.changes.keys(), record.values
    if "community_code" in changed:
        move_courtyard(courtyard=place, division=Division.objects.get(pk=values["community_code"]))
    if "name" in changed:
        rename_courtyard(courtyard=place, name=values["name"])
    if facts := FACTS.keys() & changed:
        place.refresh_from_db()
        for key in facts:
            setattr(place, FACTS[key], record.more[key])
        place.full_clean()
        place.save()


def _new_courtyard(record: Record, day: date) -> Courtyard:
    """It stood at the latest when its committee was formed."""
    values = record.values
    facts = {field: record.more.get(key) or "" for key, field in FACTS.items()}
    return register_courtyard(
        name=values["name"],
        division=Division.objects.get(pk=values["community_code"]),
        since=min(day, values["committee_on"] or day),
        **facts,
    )


ENDINGS = {
    "has_branch": "台账中已有党支部，撤销或调整覆盖请在党支部页面办理。",
    "has_committee": "台账中已有自管会，撤销请在自管会页面办理。",
    "head": "台账中已有楼院长，免职请在楼院页面办理。",
}
REWRITINGS = {
    "formation": ("has_branch", "组建方式与台账中的党支部不同，变更请在党支部页面办理。"),
    "committee_on": ("has_committee", "成立时间与台账中的自管会不同，变更请在自管会页面办理。"),
}


def _refuse_endings(record: Record) -> None:
    """Raise ValidationError where a change would end or rewrite what has a page of its own."""
    for name, text in ENDINGS.items():
        if name in record.changes and not record.values[name]:
            raise ValidationError(text)
    for name, (whole, text) in REWRITINGS.items():
        if name in record.changes and whole not in record.changes:
            raise ValidationError(text)


def _cover(place: Courtyard, record: Record, day: date) -> None:
    """The branch of that name in the community covers the courtyard; one is formed where none is."""
    name = record.more.get("branch_name") or f"{place.name}党支部"
    branch = (
        PartyOrganization.objects.on(day)
        .of_kind("branch", "joint_branch")
        .filter(division_id=place.division_id, name=name)
        .first()
    )
    formation = FORMATION.get(record.values["formation"], "")
    if branch and formation not in ("", branch.formation):
        raise ValidationError(REWRITINGS["formation"][1])
    if branch:
        cover_courtyard(organization=branch, courtyard=place, since=day)
    else:
        form_branch(courtyard=place, name=name, formation=formation, since=day)


def _head(place: Courtyard, name: str, phone: str, day: date) -> None:
    """`name` is head from `day`; the same head with another number gets that number."""
    held = Headship.objects.on(day).filter(courtyard=place).select_related("person").first()
    if held and held.person.name == name:
        if phone and held.person.phone != phone:
            change_phone(person=held.person, phone=phone)
        return
    person = _person(name=name, phone=phone, division=place.division)
    if held:
        replace_head(headship=held, person=person, on=day)
    else:
        appoint_head(person=person, courtyard=place, since=day)


def _person(
    *, name: str, phone: str, division: Division, unit: Unit | None = None, office=""
) -> Person:
    """The person of that name and number in the place or unit; registered where there is none."""
    known = Person.objects.filter(name=name, phone=phone, division=division, unit=unit).first()
    return known or register_person(
        name=name, division=division, unit=unit, office=office, phone=phone
    )


def store_pairing(record: Record) -> None:
    """Send a cadre to a courtyard, or note a new number. Raises ValidationError."""
    values = record.values
    place = Courtyard.objects.filter(
        division_id=values["community_code"], name=values["courtyard"], until=None
    ).first()
    if place is None:
        raise ValidationError(f"楼院台账中没有“{values['courtyard']}”，请先导入楼院台账。")
    if record.changes:
        if set(record.changes) != {"phone"}:
            raise ValidationError("包联的变更请在楼院页面办理交接，写明交接说明。")
        held = PairedCadre.objects.filter(
            courtyard=place, person__name=values["cadre"], until=None
        ).get()
        change_phone(person=held.person, phone=values["phone"])
        return
    backdate_courtyard(courtyard=place, since=values["since"])
    county = Division.objects.get(pk=settings.COUNTY_CODE)
    unit = _unit(values["unit"], county)
    person = _person(
        name=values["cadre"],
        phone=values["phone"],
        division=county,
        unit=unit,
        office=record.more.get("post") or "",
    )
    capacity = PairedCadre.Capacity
    assign_cadre(
        person=person,
        courtyard=place,
        unit=unit,
        capacity=capacity.SECTION if values["section_level"] else capacity.YOUNG,
        since=values["since"],
    )


def _unit(name: str, county: Division) -> Unit:
    """The unit of that name or short name in the county; registered where nobody knows it.

    包联台账 is the list of the sending units, so that a unit may come in by it.
    """
    rows = Unit.objects.within(county.pk)
    found = list(rows.filter(name=name)[:2]) or list(rows.filter(short_name=name)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(f"单位名录中不止一个“{name}”，请写全称。")
    return register_unit(name=name, kind=Unit.Kind.ORGAN, division=county)
