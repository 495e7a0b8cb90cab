"""Persons and the posts they hold."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from orgs.models import Division, PartyOrganization, Person, Post, Unit
from orgs.services.tenures import end_tenure, lock

Role = Post.Role
ORGANIZATION_ROLES = {
    Role.SECRETARY,
    Role.DEPUTY_SECRETARY,
    Role.COMMITTEE_MEMBER,
    Role.GROUP_LEADER,
}
UNIT_ROLES = set(Role) - ORGANIZATION_ROLES


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


@transaction.atomic
def register_person(
    *,
    name: str,
    division: Division,
    unit: Unit | None = None,
    office: str = "",
    phone: str = "",
    party_status: str = Person.PartyStatus.NONE,
) -> Person:
    """Enter an office-holder (never a resident). Refuses the same name and phone a second time."""
    name, phone = "".join(name.split()), phone.strip()
    twins = Person.objects.filter(name=name, division=division, phone=phone, unit=unit)
    if twins.filter(office=office).exists():
        raise ValidationError({"name": f"名册中已有{name}，请查找后选用，不要重复登记。"})
    person = Person(
        name=name,
        division=division,
        unit=unit,
        office=office,
        phone=phone,
        party_status=party_status,
    )
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def change_phone(*, person: Person, phone: str) -> Person:
    """Give an office-holder another work phone."""
    row = lock(person)
    row.phone = phone.strip()
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def appoint(
    *,
    person: Person,
    role: str,
    since: date,
    organization: PartyOrganization | None = None,
    unit: Unit | None = None,
    by_office: str = "",
) -> Post:
    """Appoint `person` to a post in a Party organisation or in a unit, from `since` on.

    Raises ValidationError where the post is taken, does not fit the body, or the body does not
    stand on that day.
    """
    if (organization is None) == (unit is None):
        raise ValidationError("任职应属于一个党组织或一个单位，二者选一。")
    body = lock(organization or unit)
    if not type(body).objects.on(since).filter(pk=body.pk).exists():
        raise ValidationError({"since": f"{body}在这一天尚未成立或已经撤销。"})
    _refuse_unfit_role(role, organization, person)
    post = Post(
        person=person,
        role=role,
        organization=organization,
        unit=unit,
        since=since,
        appointed_by=by_office,
    )
    post.full_clean()
    post.save()
    return post


def end_post(*, post: Post, on: date) -> Post:
    """End `post` from the day `on`, and with it the grants that it carries."""
    return end_tenure(tenure=post, on=on)


@transaction.atomic
def replace_post(*, post: Post, person: Person, on: date, by_office: str = "") -> Post:
    """On one day the holder of `post` leaves and `person` takes it over; returns the new post."""
    old = end_post(post=post, on=on)
    return appoint(
        person=person,
        role=old.role,
        organization=old.organization,
        unit=old.unit,
        since=on,
        by_office=by_office,
    )
