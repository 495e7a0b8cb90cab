"""Storing a courtyard that a working copy renames or moves; what ends is left to its own page.

A sheet that no longer names a head, a branch or a committee does not end it: the row is refused
with the page on which that is done, so that a cell left empty takes nothing away.
"""

from datetime import date

from django.core.exceptions import ValidationError

from courtyards.models import Courtyard, Headship
from courtyards.services import (
    appoint_head,
    cover_courtyard,
    form_branch,
    form_committee,
    move_courtyard,
    record_survey,
    rename_courtyard,
    replace_head,
)
from ledgers.importing.rows import Record
from orgs.models import Division, PartyOrganization, Person
from orgs.services import change_phone, register_person

FORMATION = {"独建": "independent", "联建": "joint"}
SURVEY = ("buildings", "households", "households_qualifier", "residents", "residents_qualifier")
# Counted beside them; a sheet that says nothing of these leaves them out.
EXTRAS = ("entrances", "elderly", "party_members")
FACTS = {
    "location": "location", "built": "built", "original_owner": "original_owner_note",
    "main_problems": "main_problems", "remark": "remark",
}  # fmt: skip


def store_courtyard(record: Record, day: date) -> None:
    """Enter what changed, as of `day`, of a courtyard that is named by its key. Raises ValidationError."""
    values, changed = record.values, set(record.changes)
    place = Courtyard.objects.on(day).get(pk=record.pk)
    refuse_endings(record)
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


ENDINGS = {
    "has_branch": "台账中已有党支部，撤销或调整覆盖请在党支部页面办理。",
    "has_committee": "台账中已有自管会，撤销请在自管会页面办理。",
    "head": "台账中已有楼院长，免职请在楼院页面办理。",
}
REWRITINGS = {
    "formation": ("has_branch", "组建方式与台账中的党支部不同，变更请在党支部页面办理。"),
    "committee_on": ("has_committee", "成立时间与台账中的自管会不同，变更请在自管会页面办理。"),
}


def refuse_endings(record: Record) -> None:
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


def _person(*, name: str, phone: str, division: Division) -> Person:
    """The person of that name and number in the community; registered where there is none."""
    known = Person.objects.filter(name=name, phone=phone, division=division, unit=None).first()
    return known or register_person(name=name, division=division, phone=phone)
