"""Persons and the posts they hold."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.models import Division, PartyOrganization, Person, Post, Unit
from orgs.tenures import end_tenure, lock

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


def _refuse_unfit_leader(role: str, unit: Unit, person: Person, since: date) -> None:
    """Lead and executive are the secretary's and the deputy secretary's, so two full members."""
    if unit.kind not in LED_KINDS:
        raise ValidationError({"role": "只有专项工作指挥部和乡镇（街道）设牵头、主抓。"})
    if person.party_status != Person.PartyStatus.FULL:
        raise ValidationError(
            {"person": f"{person.name}不是正式党员；牵头由书记、主抓由副书记担任。"}
        )
    other = unit.posts.on(since).filter(role__in=LEADING_ROLES, person=person).exclude(role=role)
    if other.exists():
        raise ValidationError({"person": f"{person.name}已是牵头或主抓，两项不能由一人兼任。"})


def refuse_unfit_role(role: str, organization: PartyOrganization | None, person: Person) -> None:
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


def refuse_registered(person: Person, namesakes: Iterable[Person]) -> None:
    """Raise ValidationError where one of `namesakes`, of the same name and place, is `person` already."""
    for one in namesakes:
        known = (one.phone, one.unit_id, one.office)
        if known == (person.phone, person.unit_id, person.office):
            raise ValidationError(
                {"name": f"名册中已有{person.name}，请查找后选用，不要重复登记。"}
            )


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
    person = Person(
        name="".join(name.split()),
        division=division,
        unit=unit,
        office=office,
        phone=phone.strip(),
        party_status=party_status,
    )
    refuse_registered(person, Person.objects.filter(name=person.name, division=division))
    person.full_clean()
    person.save()
    return person


@transaction.atomic
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
    """Appoint `person` to a post in a Party organisation or in a unit, from `since` (to `until`).

    Raises ValidationError where the post is taken, does not fit the body, the body does not stand
    on that day, or the person has left.
    """
    if (organization is None) == (unit is None):
        raise ValidationError("任职应属于一个党组织或一个单位，二者选一。")
    person = lock_person(person, since, until)
    body = lock(organization or unit)
    if not body.stands_on(since):
        raise ValidationError({"since": f"{body}在这一天尚未成立或已经撤销。"})
    refuse_unfit_role(role, organization, person)
    if role in LEADING_ROLES:
        _refuse_unfit_leader(role, unit, person, since)
    post = Post(
        person=person,
        role=role,
        organization=organization,
        unit=unit,
        since=since,
        until=until,
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
