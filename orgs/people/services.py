"""Persons and the posts they hold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.bulk.services import at_rows, each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update
from ledgers.formats import zh_date
from orgs.models import Division, PartyOrganization, Person, Post, Unit
from orgs.tenures import Ending, end_tenure, end_tenures, lock, lock_all

Role = Post.Role
ORGANIZATION_ROLES = {
    Role.SECRETARY,
    Role.DEPUTY_SECRETARY,
    Role.COMMITTEE_MEMBER,
    Role.GROUP_LEADER,
}
UNIT_ROLES = set(Role) - ORGANIZATION_ROLES
# 书记牵头、副书记主抓: two duties of the secretaries of every headquarters, town and street [article].
LEADING_ROLES = (Role.LEAD, Role.EXECUTIVE)
LED_KINDS = (Unit.Kind.HEADQUARTERS, Unit.Kind.TOWN, Unit.Kind.STREET)


def lock_person(person: Person, day: date, until: date | None = None) -> Person:
    """The person, locked; raises ValidationError where they are not in office from `day` to `until`.

    Locked before any place, as the hand-over does, so that the two cannot wait for each other.
    """
    row = lock(person)
    refuse_left(row, day, until)
    return row


def refuse_left(person: Person, day: date, until: date | None = None) -> None:
    """Raise ValidationError where the person is not in office from `day` to `until`."""
    left_on = person.left_on
    if left_on is None or (until is not None and until <= left_on):
        return
    words = "已于" if left_on <= day else "将于"
    raise ValidationError({"person": f"{person.name}{words}{zh_date(left_on)}离任，请另选一人。"})


@transaction.atomic
def reinstate(*, person: Person) -> Person:
    """A departure that was registered by mistake never was; what was handed over stays where it is."""
    row = lock(person)
    if row.left_on is None:
        raise ValidationError(f"{row.name}没有登记离任，不必撤销。")
    row.left_on = None
    row.save(update_fields=["left_on"])
    return row


def _refuse_unfit_leader(
    one: "Appointment", unit: Unit, person: Person, leading: Iterable[Post]
) -> None:
    """Lead and executive are the secretary's and the deputy secretary's, so two full members.

    `leading`: who has one of the two duties in the unit.
    """
    if unit.kind not in LED_KINDS:
        raise ValidationError({"role": "只有专项工作指挥部和乡镇（街道）设牵头、主抓。"})
    if person.party_status != Person.PartyStatus.FULL:
        raise ValidationError(
            {"person": f"{person.name}不是正式党员；牵头由书记、主抓由副书记担任。"}
        )
    held = [post for post in leading if post.person_id == person.pk and post.holds_on(one.since)]
    if any(post.role != one.role for post in held):
        raise ValidationError({"person": f"{person.name}已是牵头或主抓，两项不能由一人兼任。"})


def _refuse_unfit_role(role: str, organization: PartyOrganization | None, person: Person) -> None:
    """Party posts are for full members; a Party group has a leader, every other body a secretary.

    Source: rules on Party groups and branches, domain notes 2.3.
    """
    if organization is None:
        if role not in UNIT_ROLES:
            raise ValidationError({"role": "单位中没有这一党内职务，请在党组织中任职。"})
        return
    if role not in ORGANIZATION_ROLES:
        raise ValidationError({"role": "党组织中没有这一行政职务，请在单位中任职。"})
    is_group = organization.kind == PartyOrganization.Kind.GROUP
    if is_group != (role == Role.GROUP_LEADER):
        raise ValidationError(
            {"role": "党小组只设组长。" if is_group else "党小组长只能在党小组中任职。"}
        )
    if person.party_status != Person.PartyStatus.FULL:
        raise ValidationError({"person": f"{person.name}不是正式党员，不能担任党内职务。"})


@dataclass(frozen=True, slots=True)
class NewPerson:
    """An office-holder to be entered, never a resident."""

    name: str
    division_id: str
    unit: Unit | None = None
    office: str = ""
    phone: str = ""
    party_status: str = Person.PartyStatus.NONE


@takes_list
def register_people(people: list[NewPerson]) -> list[Person]:
    """Enter office-holders. Refuses the same name, phone, unit and office twice in a division."""
    made = [
        make(
            Person,
            name="".join(one.name.split()),
            division_id=one.division_id,
            unit=one.unit,
            office=one.office,
            phone=one.phone.strip(),
            party_status=one.party_status,
        )
        for one in people
    ]
    known = Person.objects.filter(
        name__in={one.name for one in made}, division_id__in={one.division_id for one in made}
    )
    taken = {_identity(one) for one in known}

    def enter(person: Person) -> Person:
        if _identity(person) in taken:
            raise ValidationError(
                {"name": f"名册中已有{person.name}，请查找后选用，不要重复登记。"}
            )
        check_row(person)
        taken.add(_identity(person))
        return person

    return insert(each(made, enter))


def _identity(person: Person) -> tuple:
    return person.name, person.division_id, person.phone, person.unit_id, person.office


def register_person(
    *,
    name: str,
    division: Division,
    unit: Unit | None = None,
    office: str = "",
    phone: str = "",
    party_status: str = Person.PartyStatus.NONE,
) -> Person:
    """Enter one office-holder, see `register_people`. Raises ValidationError."""
    new = NewPerson(name, division.pk, unit, office, phone, party_status)
    return register_people.one(new)


@takes_list
def change_phones(changes: list[tuple[Person, str]]) -> list[Person]:
    """Give office-holders other work phones: pairs of a person and the number."""
    people = lock_all(person for person, _ in changes)

    def change(one: tuple[Person, str]) -> Person:
        row = people[one[0].pk]
        row.phone = one[1].strip()
        check_row(row)
        return row

    changed = each(changes, change)
    update(changed, ["phone"])
    return changed


@dataclass(frozen=True, slots=True)
class Appointment:
    """`person` gets a post in a Party organisation or in a unit, from `since` (to `until`).

    `succeeding`: the post of the one who leaves on that day.
    """

    person: Person
    role: str
    since: date
    organization: PartyOrganization | None = None
    unit: Unit | None = None
    by_office: str = ""
    until: date | None = None
    succeeding: Post | None = None


@takes_list
def appoint_people(appointments: list[Appointment]) -> list[Post]:
    """Appoint people to posts. Raises RowErrors.

    Refuses where the post is taken, does not fit the body, the body does not stand on that day, or
    the person has left.
    """
    people = lock_all(one.person for one in appointments)
    organizations = lock_all(one.organization for one in appointments)
    units = lock_all(one.unit for one in appointments)
    leading = _leading_in(units)

    def post(one: Appointment) -> Post:
        if (one.organization is None) == (one.unit is None):
            raise ValidationError("任职应属于一个党组织或一个单位，二者选一。")
        person = people[one.person.pk]
        refuse_left(person, one.since, one.until)
        organization = one.organization and organizations[one.organization.pk]
        unit: Any = one.unit and units[one.unit.pk]
        body: Any = organization or unit  # one of them, see above
        if not body.stands_on(one.since):
            raise ValidationError({"since": f"{body}在这一天尚未成立或已经撤销。"})
        _refuse_unfit_role(one.role, organization, person)
        if one.role in LEADING_ROLES:
            _refuse_unfit_leader(one, unit, person, leading[unit.pk])
        row = _post(one, person, organization, unit)
        check_row(row)
        if one.role in LEADING_ROLES:
            leading[unit.pk].append(row)
        return row

    made = each(appointments, post)
    leaving = [
        (n, one.succeeding, one.since) for n, one in enumerate(appointments) if one.succeeding
    ]
    at_rows(end_tenures, [(n, Ending(row, since)) for n, row, since in leaving])
    return insert(made)


def _post(one: Appointment, person: Person, organization: Any, unit: Any) -> Post:
    return make(
        Post,
        person=person,
        role=one.role,
        organization=organization,
        unit=unit,
        since=one.since,
        until=one.until,
        appointed_by=one.by_office,
    )


def _leading_in(units: Iterable[int]) -> dict[int, list[Post]]:
    """By unit: the posts of those who lead or execute in it."""
    found: dict[int, list[Post]] = defaultdict(list)
    if units := list(units):
        for post in Post.objects.filter(unit__in=units, role__in=LEADING_ROLES):
            found[post.unit_id].append(post)
    return found


def appoint(
    *,
    person: Person,
    role: str,
    since: date,
    organization: PartyOrganization | None = None,
    unit: Unit | None = None,
    by_office: str = "",
    until: date | None = None,
) -> Post:
    """Appoint one person, see `appoint_people`. Raises ValidationError."""
    one = Appointment(person, role, since, organization, unit, by_office, until)
    return appoint_people.one(one)


def end_post(*, post: Post, on: date) -> Post:
    """End `post` from the day `on`, and with it the grants that it carries."""
    return end_tenure(tenure=post, on=on)


@transaction.atomic
def replace_post(*, post: Post, person: Person, on: date, by_office: str = "") -> Post:
    """On one day the holder of `post` leaves and `person` takes it over; returns the new post."""
    old = lock(post)
    one = Appointment(person, old.role, on, old.organization, old.unit, by_office, succeeding=old)
    return appoint_people.one(one)
