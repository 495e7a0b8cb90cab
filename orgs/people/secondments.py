"""Persons lent for a time: secondments (抽调), and members of temporary Party organisations."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.choices import Rank
from orgs.models import PartyOrganization, Person, Secondment, TemporaryMembership, Unit
from orgs.people.services import lock_person
from orgs.tenures import end_tenure, lock

SecondedRank = Secondment.SecondedRank
HOST_KINDS = (Unit.Kind.CAMPAIGN_OFFICE, Unit.Kind.HEADQUARTERS)
# Who may be counted in which group: the article counts leaders, section cadres and members apart.
RANK_OF: dict[str, set[Rank]] = {
    SecondedRank.DEPUTY_COUNTY: {Rank.DEPUTY_COUNTY},
    SecondedRank.SECTION: {Rank.SECTION},
}


def _refuse_unfit_rank(rank: str, person: Person) -> None:
    """The three groups are counted apart, so nobody is in one whose rank they do not have."""
    wanted = RANK_OF.get(rank)
    if wanted is not None and person.rank not in wanted:
        raise ValidationError(
            {
                "rank": f"{person.name}登记的级别是{person.get_rank_display()}，"
                f"不能按{SecondedRank(rank).label}抽调。"
            }
        )
    if rank == SecondedRank.MEMBER and person.party_status == Person.PartyStatus.NONE:
        raise ValidationError({"rank": f"{person.name}不是党员，不能按党员抽调。"})


@transaction.atomic
def begin_secondment(
    *,
    person: Person,
    home_unit: Unit,
    to_unit: Unit,
    rank: str,
    since: date,
    desk: str = "",
    until: date | None = None,
) -> Secondment:
    """Second a person from their unit to the campaign office or a headquarters.

    Raises ValidationError where they are seconded already, do not have the rank, have left, or a
    unit does not stand on that day.
    """
    person = lock_person(person, since, until)
    host = lock(to_unit)
    if host.kind not in HOST_KINDS:
        raise ValidationError({"to_unit": "抽调人员应到双改办或专项工作指挥部。"})
    if home_unit.pk == host.pk:
        raise ValidationError({"home_unit": "原单位与抽调单位不能相同。"})
    for unit in (host, home_unit):
        if not Unit.objects.on(since).filter(pk=unit.pk).exists():
            raise ValidationError({"since": f"{unit}在{zh_date(since)}尚未成立或已经撤销。"})
    _refuse_unfit_rank(rank, person)
    row = Secondment(
        person=person,
        home_unit=home_unit,
        to_unit=host,
        rank=rank,
        desk=desk.strip(),
        since=since,
        until=until,
    )
    row.full_clean()
    row.save()
    return row


def end_secondment(*, secondment: Secondment, on: date) -> Secondment:
    """The person goes back to their unit: seconded on every day before `on`."""
    return end_tenure(tenure=secondment, on=on)


@transaction.atomic
def join_temporary(
    *, person: Person, organization: PartyOrganization, since: date
) -> TemporaryMembership:
    """A Party member serves in a temporary organisation; the home branch keeps the 组织关系.

    Source: rules on temporary branches, domain notes 2.3.
    """
    person = lock_person(person, since)
    body = lock(organization)
    if not body.is_temporary:
        raise ValidationError({"organization": f"{body}不是临时党组织，请办理组织关系转接。"})
    if not PartyOrganization.objects.on(since).filter(pk=body.pk).exists():
        raise ValidationError({"since": f"{body}在这一天尚未成立或已经撤销。"})
    if person.party_status == Person.PartyStatus.NONE:
        raise ValidationError({"person": f"{person.name}不是党员，不能编入临时党组织。"})
    row = TemporaryMembership(person=person, organization=body, since=since)
    row.full_clean()
    row.save()
    return row


def leave_temporary(*, membership: TemporaryMembership, on: date) -> TemporaryMembership:
    """The member no longer serves in the temporary organisation from `on`."""
    return end_tenure(tenure=membership, on=on)
