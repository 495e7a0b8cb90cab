"""What happens when it changes who answers for a courtyard or a building.

Every service takes keyword arguments, works in one transaction, locks the place it is about, and
raises ValidationError with a Chinese message. Days: `since` and `on` are the first day of the new
state; the old one no longer holds on that day.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
    SurveyRound,
)
from ledgers import clock
from ledgers.formats import zh_date
from ledgers.models import Qualifier
from orgs.models import Division, PartyOrganization, Person, Unit
from orgs.services.tenures import end_tenure, lock

Kind = PartyOrganization.Kind
BRANCH_KINDS = (Kind.BRANCH, Kind.JOINT_BRANCH)


def _lock_place(place, day: date):
    """The courtyard or building, locked; refuses a day on which it is not in the ledger."""
    row = lock(place)
    if not row.holds_on(day):
        raise ValidationError({"since": f"{row.name}在{zh_date(day)}不在册,请核对日期。"})
    return row


def _refuse_unless_standing(body, day: date) -> None:
    if not type(body).objects.on(day).filter(pk=body.pk).exists():
        raise ValidationError({"since": f"{body}在{zh_date(day)}尚未成立或已经撤销。"})


def _store(row):
    row.full_clean()
    row.save()
    return row


# -- heads and committees ------------------------------------------------------------------------


@transaction.atomic
def appoint_head(
    *,
    person: Person,
    since: date,
    courtyard: Courtyard | None = None,
    building: Building | None = None,
    appointed_by: str = "",
) -> Headship:
    """Appoint the head (楼院长, 楼栋长) of one courtyard or one building from `since` on."""
    if (courtyard is None) == (building is None):
        raise ValidationError("任职应对应一个楼院或一栋楼,二者选一。")
    place = _lock_place(courtyard or building, since)
    return _store(
        Headship(
            person=person,
            courtyard=place if courtyard else None,
            building=place if building else None,
            division_id=place.division_id,
            since=since,
            appointed_by=appointed_by,
        )
    )


def end_headship(*, headship: Headship, on: date) -> Headship:
    """The head leaves: vacant from `on`, held on every day before."""
    return end_tenure(tenure=headship, on=on)


@transaction.atomic
def replace_head(
    *, headship: Headship, person: Person, on: date, appointed_by: str = ""
) -> Headship:
    """On one day the head leaves and `person` follows; returns the new headship."""
    old = end_headship(headship=headship, on=on)
    return appoint_head(
        person=person,
        courtyard=old.courtyard,
        building=old.building,
        since=on,
        appointed_by=appointed_by,
    )


@transaction.atomic
def form_committee(
    *, courtyard: Courtyard, name: str, since: date, members: int | None = None, rules: str = ""
) -> SelfManagementCommittee:
    """Register the residents' self-management committee (自管会) of a courtyard."""
    place = _lock_place(courtyard, since)
    return _store(
        SelfManagementCommittee(
            courtyard=place, name=name, since=since, members=members, rules=rules
        )
    )


# -- paired cadres -------------------------------------------------------------------------------


@transaction.atomic
def assign_cadre(
    *, person: Person, courtyard: Courtyard, unit: Unit, capacity: str, since: date
) -> PairedCadre:
    """Send a cadre of `unit` to look after a courtyard. More than one is a warning, not an error."""
    place = _lock_place(courtyard, since)
    _refuse_unless_standing(unit, since)
    return _store(
        PairedCadre(person=person, courtyard=place, unit=unit, capacity=capacity, since=since)
    )


def end_assignment(*, paired_cadre: PairedCadre, on: date, handover_note: str) -> PairedCadre:
    """A paired cadre leaves; a hand-over note is required, so that nothing is lost with them."""
    if not handover_note.strip():
        raise ValidationError({"handover_note": "请写明交接说明,例如未办结的事项和接手人。"})
    return end_tenure(tenure=paired_cadre, on=on, handover_note=handover_note.strip())


@transaction.atomic
def replace_cadre(
    *,
    paired_cadre: PairedCadre,
    person: Person,
    unit: Unit,
    capacity: str,
    on: date,
    handover_note: str,
) -> PairedCadre:
    """On one day a paired cadre hands the courtyard over to another; returns the new row."""
    old = end_assignment(paired_cadre=paired_cadre, on=on, handover_note=handover_note)
    return assign_cadre(
        person=person, courtyard=old.courtyard, unit=unit, capacity=capacity, since=on
    )


# -- Party branches and groups -------------------------------------------------------------------


@transaction.atomic
def cover_courtyard(
    *, organization: PartyOrganization, courtyard: Courtyard, since: date
) -> BranchCoverage:
    """A branch covers a courtyard from `since`; a branch that covered it before no longer does.

    A branch formed alone (独建) covers one courtyard; one formed jointly (联建) may cover several.
    """
    place = _lock_place(courtyard, since)
    branch = lock(organization)
    if branch.kind not in BRANCH_KINDS:
        raise ValidationError({"organization": "覆盖楼院的应是党支部或联合党支部。"})
    _refuse_unless_standing(branch, since)
    running = BranchCoverage.objects.on(since)
    others = (
        running.filter(organization=branch).exclude(courtyard=place).select_related("courtyard")
    )
    elsewhere = others.first()
    if branch.formation == PartyOrganization.Formation.INDEPENDENT and elsewhere:
        raise ValidationError(
            {
                "organization": f"{branch}是独建党支部,已覆盖{elsewhere.courtyard};"
                "一个支部覆盖多个楼院须为联建。"
            }
        )
    for coverage in running.filter(courtyard=place).exclude(organization=branch):
        end_tenure(tenure=coverage, on=since)
    return _store(BranchCoverage(organization=branch, courtyard=place, since=since))


@transaction.atomic
def cover_building(
    *, organization: PartyOrganization, building: Building, since: date
) -> GroupCoverage:
    """A Party group covers a building from `since`; a group that covered it before no longer does.

    The group must belong to a branch that covers the building's courtyard on that day.
    """
    place = _lock_place(building, since)
    group = lock(organization)
    if group.kind != Kind.GROUP:
        raise ValidationError({"organization": "覆盖楼栋的应是党小组。"})
    _refuse_unless_standing(group, since)
    branch = PartyOrganization.objects.get_parent(group)
    covers = BranchCoverage.objects.on(since).filter(
        organization=branch, courtyard_id=place.courtyard_id
    )
    if branch is None or not covers.exists():
        raise ValidationError({"organization": f"{group}所属党支部没有覆盖这个楼院。"})
    for coverage in (
        GroupCoverage.objects.on(since).filter(building=place).exclude(organization=group)
    ):
        end_tenure(tenure=coverage, on=since)
    return _store(GroupCoverage(organization=group, building=place, since=since))


@transaction.atomic
def pair_branch(
    *, unit: Unit, organization: PartyOrganization, since: date, agreement: str = ""
) -> BranchPairing:
    """支部联建: pair a municipal unit with a courtyard branch."""
    body, branch = lock(unit), lock(organization)
    if branch.kind not in BRANCH_KINDS:
        raise ValidationError({"organization": "联建的应是党支部或联合党支部。"})
    _refuse_unless_standing(body, since)
    _refuse_unless_standing(branch, since)
    return _store(BranchPairing(unit=body, organization=branch, since=since, agreement=agreement))


# -- surveys, names and places -------------------------------------------------------------------


@transaction.atomic
def record_survey(
    *,
    courtyard: Courtyard,
    surveyed_on: date,
    buildings: int,
    households: int,
    residents: int,
    households_qualifier: str = Qualifier.EXACT,
    residents_qualifier: str = Qualifier.EXACT,
    entrances: int | None = None,
    elderly: int | None = None,
    party_members: int | None = None,
    round: SurveyRound | None = None,
) -> Survey:
    """Record what was counted on a day (栋, 户, 人). It counts from that day on, not before."""
    place = lock(courtyard)
    if surveyed_on > clock.today():
        raise ValidationError({"surveyed_on": "摸排日期不能晚于今天。"})
    if not place.holds_on(surveyed_on):
        raise ValidationError({"surveyed_on": f"{place.name}在这一天不在册,请核对日期。"})
    return _store(
        Survey(
            courtyard=place,
            round=round,
            surveyed_on=surveyed_on,
            buildings=buildings,
            entrances=entrances,
            households=households,
            households_qualifier=households_qualifier,
            residents=residents,
            residents_qualifier=residents_qualifier,
            elderly=elderly,
            party_members=party_members,
        )
    )


@transaction.atomic
def rename_courtyard(*, courtyard: Courtyard, name: str) -> Courtyard:
    """Rename a courtyard; its buildings are found by the new name from then on."""
    place = lock(courtyard)
    place.name = name.strip()
    _store(place)
    buildings = list(place.buildings.select_related("courtyard"))
    for building in buildings:
        building.courtyard = place
    # bulk_update fills the pinyin key anew from the full name, without one query a building.
    Building.objects.bulk_update(buildings, ["search_text"])
    return place


def _lie_in(model, name: str, keys: list, division: Division) -> None:
    """Set the division of all rows that lie in the rows `keys` of `model`, and of theirs."""
    for relation in model._meta.get_fields(include_hidden=True):
        related = relation.related_model if relation.one_to_many else None
        if related is None or getattr(related, "scope_division", "") != f"{name}__code":
            continue
        rows = related._base_manager.filter(**{f"{relation.field.name}__in": keys})
        found = list(rows.values_list("pk", flat=True))
        rows.update(**{name: division})
        if found:
            _lie_in(related, name, found, division)


@transaction.atomic
def move_courtyard(*, courtyard: Courtyard, division: Division) -> Courtyard:
    """Move a courtyard to another community, with all that lies in it.

    Buildings, heads and whatever the floors above keep with their own community on the row
    (problems, meetings) move along, so that they stay in the scope of those who answer for them.
    """
    if division.level not in (Division.Level.COMMUNITY, Division.Level.VILLAGE):
        raise ValidationError({"division": "楼院应放在社区(村)之下。"})
    place = lock(courtyard)
    place.division = division
    _store(place)
    try:
        with transaction.atomic():
            _lie_in(Courtyard, "division", [place.pk], division)
    except IntegrityError as error:
        raise ValidationError(
            {"division": "目标社区已有相同的门牌,请先在台账中核对后再调整。"}
        ) from error
    return place
