"""Rows for tests, made with as few words as possible. All names are evidently invented."""

from datetime import date

from courtyards.models import Building, Courtyard
from orgs.models import PartyOrganization, Person, Post, Unit

START = date(2020, 6, 1)
COMMUNITY = "410182001001"


def make_person(name="示例甲", code=COMMUNITY, party_status="full", **values):
    return Person.objects.create(name=name, division_id=code, party_status=party_status, **values)


def make_unit(name="示例局", code="410182", kind="organ", **values):
    return Unit.objects.create(name=name, division_id=code, kind=kind, **values)


def make_organization(
    name="示例总支", kind="general_branch", parent=None, code=COMMUNITY, **values
):
    values.setdefault("established_on", START)
    row = PartyOrganization(name=name, kind=kind, division_id=code, **values)
    if parent is None:
        return PartyOrganization.objects.add_root(instance=row)
    return PartyOrganization.objects.add_child(parent, instance=row)


def make_branch(name="示例院党支部", parent=None, **values):
    return make_organization(name, "branch", parent, formation="joint", **values)


def make_courtyard(name="示例院", code=COMMUNITY, since=START, **values):
    return Courtyard.objects.create(name=name, division_id=code, since=since, **values)


def make_building(courtyard, name="1号楼", since=START, **values):
    return Building.objects.create(
        courtyard=courtyard, division_id=courtyard.division_id, name=name, since=since, **values
    )


def make_post(person, role="secretary", since=START, **body):
    return Post.objects.create(person=person, role=role, since=since, **body)
