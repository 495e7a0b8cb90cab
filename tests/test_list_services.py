"""Services on lists: as many questions for a thousand rows as for ten, refusals at their rows."""

import sys
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from makers import COMMUNITY, START, make_organization, make_unit

from courtyards.heads import services as heads
from courtyards.models import Building, Courtyard
from courtyards.pairing import services as coverage
from courtyards.places import services as places
from ledgers import clock
from ledgers.bulk.services import ListService, RowErrors
from ledgers.bulk.writing import insert, make
from ledgers.pinyin import pinyin_key
from orgs import tenures
from orgs.models import PartyOrganization, Person, Unit
from orgs.party import services as organizations
from orgs.people import services as people
from orgs.people import units
from projects.models import Indicator, Programme, Project, Road
from projects.reporting import figures
from projects.reporting import services as reports
from projects.sites import services as demolition
from volunteers.models import RoadChief
from volunteers.roads import patrols

DAY = date(2021, 4, 10)
FEW, MANY = 10, 1_000
SERVICES = {}


def of(service):
    """Marks what gives the rows for `service`, so many as are asked for."""

    def note(rows):
        SERVICES[service.__name__] = service, rows
        return rows

    return note


def some_people(number, status="full"):
    return insert(
        make(Person, name=f"示例{n}", division_id=COMMUNITY, party_status=status)
        for n in range(number)
    )


def some_courtyards(number):
    return insert(
        make(Courtyard, name=f"示例{n}院", division_id=COMMUNITY, since=START)
        for n in range(number)
    )


def some_buildings(courts):
    return insert(
        make(Building, name="1号楼", courtyard=court, division_id=COMMUNITY, since=START)
        for court in courts
    )


def some_units(number):
    return insert(
        make(Unit, name=f"示例{n}局", division_id="410182", kind="organ") for n in range(number)
    )


def some_branches(number):
    make_organization()
    return coverage.plant_branches(some_new_branches(number))


def some_new_branches(number):
    return [coverage.NewBranch(COMMUNITY, f"示例{n}支部", START, "joint") for n in range(number)]


def some_groups(branches):
    new = organizations.NewOrganization
    return organizations.establish_organizations(
        [new(branch, "第一党小组", "group", COMMUNITY, START) for branch in branches]
    )


def some_projects(number, kind="village", code="toilets_removed"):
    office = make_unit("示例指挥部", kind="headquarters")
    about = {"division_id": "410182", "headquarters": office, "since": START}
    programme = Programme.objects.create(name="示例工程", line="urban_fringe", **about)
    Indicator.objects.create(
        code=code, name="示例", unit="处", kinds=[kind], decimals=0, position=1, since=START
    )
    rows = (
        make(
            Project,
            name=f"示例{n}",
            kind=kind,
            division_id=COMMUNITY,
            programme=programme,
            since=START,
        )
        for n in range(number)
    )
    return insert(rows)


@of(people.register_people)
def new_people(number):
    return [people.NewPerson(f"示例{n}", COMMUNITY) for n in range(number)]


@of(people.change_phones)
def new_phones(number):
    return [(one, f"138{n:08d}") for n, one in enumerate(some_people(number))]


@of(people.appoint_people)
def appointments(number):
    """Every one follows another one."""
    bodies = some_branches(number)
    first, second = some_people(number), some_people(number)
    pairs = zip(first, bodies, strict=True)
    one = people.Appointment
    held = people.appoint_people([one(who, "secretary", START, body) for who, body in pairs])
    trios = zip(second, bodies, held, strict=True)
    return [one(who, "secretary", DAY, body, succeeding=post) for who, body, post in trios]


@of(tenures.end_tenures)
def endings(number):
    """Each on a day of its own, with what hangs on it."""
    held = people.appoint_people(
        [
            people.Appointment(who, "secretary", START, body)
            for who, body in zip(some_people(number), some_branches(number), strict=True)
        ]
    )
    return [tenures.Ending(post, START + timedelta(days=n % 300)) for n, post in enumerate(held)]


@of(units.register_units)
def new_units(number):
    return [units.NewUnit(f"示例{n}局", "organ", "410182") for n in range(number)]


@of(organizations.establish_organizations)
def new_groups(number):
    new = organizations.NewOrganization
    return [new(one, "第一党小组", "group", COMMUNITY, START) for one in some_branches(number)]


@of(organizations.correct_approvals)
def approvals(number):
    return [
        organizations.Approval(one, "示例党工委", "示〔2020〕1号") for one in some_branches(number)
    ]


@of(organizations.count_members)
def countings(number):
    """Half of them correct a number of the day."""
    found = [organizations.Counting(one, DAY, 8, 1) for one in some_branches(number)]
    organizations.count_members(found[: number // 2])
    return found


@of(heads.appoint_heads)
def new_heads(number):
    courts = some_courtyards(number)
    one, who = heads.Appointment, some_people(number)
    held = heads.appoint_heads([one(a, START, b) for a, b in zip(who, courts, strict=True)])
    trios = zip(reversed(who), courts, held, strict=True)
    return [one(a, DAY, b, succeeding=post) for a, b, post in trios]


@of(heads.form_committees)
def committees(number):
    return [heads.NewCommittee(one, f"{one.name}自管会", DAY) for one in some_courtyards(number)]


@of(heads.assign_cadres)
def assignments(number):
    trios = zip(some_people(number), some_courtyards(number), some_units(number), strict=True)
    return [heads.Assignment(*trio, "young", START) for trio in trios]


@of(heads.end_assignments)
def leaving(number):
    held = heads.assign_cadres(assignments(number))
    return [heads.Leaving(one, DAY, "已交接") for one in held]


@of(places.register_courtyards)
def new_courtyards(number):
    return [places.NewCourtyard(f"示例{n}院", COMMUNITY, START) for n in range(number)]


@of(places.register_buildings)
def new_buildings(number):
    return [places.NewBuilding(one, "1号楼", START) for one in some_courtyards(number)]


@of(places.change_courtyards)
def moved_courtyards(number):
    courts = some_courtyards(number)
    some_buildings(courts)
    values = {"division_id": "410182002001"}
    return [places.CourtyardChange(one, values | {"name": f"新{one.name}"}) for one in courts]


@of(places.record_surveys)
def counts(number):
    """Half of them correct what was counted."""
    found = [
        places.Counts(one, DAY, 6, 150, 400, correcting=True) for one in some_courtyards(number)
    ]
    places.record_surveys(found[: number // 2])
    return found


@of(places.backdate_places)
def earlier_days(number):
    return [(one, date(2019, 1, 1)) for one in some_courtyards(number)]


@of(coverage.plant_branches)
def new_branches(number):
    make_organization()
    return some_new_branches(number)


@of(coverage.cover_courtyards)
def coverages(number):
    """Every one follows another one."""
    branches, courts = some_branches(number), some_courtyards(number)
    one = coverage.Coverage
    coverage.cover_courtyards([one(a, b, START) for a, b in zip(branches, courts, strict=True)])
    return [one(a, b, DAY) for a, b in zip(reversed(branches), courts, strict=True)]


@of(coverage.cover_buildings)
def building_coverages(number):
    branches, courts = some_branches(number), some_courtyards(number)
    pairs = list(zip(branches, courts, strict=True))
    coverage.cover_courtyards([coverage.Coverage(a, b, START) for a, b in pairs])
    groups = zip(some_groups(branches), some_buildings(courts), strict=True)
    return [coverage.BuildingCoverage(a, b, DAY) for a, b in groups]


@of(coverage.pair_units)
def unit_pairings(number):
    pairs = zip(some_units(number), some_branches(number), strict=True)
    return [coverage.Pairing(a, b, DAY) for a, b in pairs]


@of(reports.open_reports)
def owing(number):
    return some_projects(number), {"day": DAY}


@of(reports.save_drafts)
def drafts(number):
    """Half of them are written a second time."""
    opened = reports.open_reports(some_projects(number), day=DAY)
    at = {"at": clock.now()}
    found = [reports.Draft(one, {"toilets_removed": (Decimal(5), "exact")}) for one in opened]
    reports.save_drafts(found[: number // 2], **at)
    again = [reports.Draft(one, {"toilets_removed": (Decimal(6), "about")}) for one in opened]
    return again, at


@of(figures.set_budgets)
def budgets(number):
    return [(one, Decimal(300)) for one in some_projects(number)]


@of(figures.set_goals)
def goals(number):
    due = date(2021, 12, 31)
    found = [figures.Goal(one, "toilets_removed", Decimal(9), due) for one in some_projects(number)]
    figures.set_goals(found[: number // 2])
    return found


@of(figures.record_day_totals)
def day_totals(number):
    total = figures.DayTotal
    found = [total(one, "toilets_removed", DAY, Decimal(9)) for one in some_projects(number)]
    figures.record_day_totals(found[: number // 2])
    return found


@of(demolition.record_demolitions)
def demolitions(number):
    """Half of them amend a record."""
    new = demolition.Demolition
    found = [new(one, "outdoor_toilet", DAY, {"places": 3}) for one in some_projects(number)]
    known = demolition.record_demolitions(found[: number // 2])
    amended = [new(one.project, one.kind, DAY, {"places": 4}, one) for one in known]
    return amended + found[number // 2 :]


def some_patrols(number):
    roads = insert(make(Road, name=f"示例{n}路", division_id=COMMUNITY) for n in range(number))
    pairs = zip(some_people(number), roads, strict=True)
    chiefs = insert(
        make(RoadChief, person=who, road=road, level="third", since=START) for who, road in pairs
    )
    found = [patrols.Found("clean", "示例垃圾")]
    return [patrols.Patrol(chief, DAY, found, joining=True) for chief in chiefs]


@of(patrols.record_patrols)
def new_patrols(number):
    """Half of them join a patrol of the day."""
    found = some_patrols(number)
    patrols.record_patrols(found[: number // 2])
    return found


@of(patrols.change_findings)
def changed_findings(number):
    patrols.record_patrols(some_patrols(number))
    found = patrols.PatrolFinding.objects.order_by("pk")
    return [patrols.FindingChange(one, {"closed_on": DAY}) for one in found]


@pytest.mark.parametrize("name", SERVICES)
def test_a_thousand_rows_ask_as_often_as_ten(county, name):
    service, rows = SERVICES[name]
    pinyin_key("示例")  # how places are read is asked for once in a while, whatever is stored
    asked = {}
    for number in (FEW, MANY):
        with transaction.atomic():
            found = rows(number)
            found, options = found if isinstance(found, tuple) else (found, {})
            assert len(found) == number
            with CaptureQueriesContext(connection) as queries:
                assert len(service(found, **options)) == number
            asked[number] = [query["sql"][:80] for query in queries]
            transaction.set_rollback(True)
    assert len(asked[FEW]) == len(asked[MANY]), asked[FEW]


def test_every_service_on_lists_is_counted():
    known = {
        one.__name__
        for name, module in list(sys.modules.items())
        if name.split(".")[0] in ("orgs", "courtyards", "projects", "volunteers")
        for one in vars(module).values()
        if isinstance(one, ListService)
    }
    assert known - SERVICES.keys() == {"write_all"}  # what save_drafts writes with


def test_an_empty_list_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        for service, _ in SERVICES.values():
            options = {"day": DAY} if service is reports.open_reports else {}
            options = {"at": clock.now()} if service is reports.save_drafts else options
            assert service([], **options) == []


def test_what_the_database_refuses_is_told_at_its_row(county):
    """Two heads of one courtyard in a list: the second is refused, and nothing is stored."""
    courts, who = some_courtyards(5), some_people(6)
    rows = [heads.Appointment(who[n], DAY, court) for n, court in enumerate(courts)]
    rows.insert(3, heads.Appointment(who[5], DAY, courts[1]))
    with pytest.raises(RowErrors) as refused:
        heads.appoint_heads(rows)
    [(index, error)] = refused.value.errors.items()
    assert (index, error.code) == (3, "headship_one_courtyard_head")
    assert "请先结束前任任职" in error.message
    assert not Courtyard.objects.filter(headships__isnull=False).exists()
    del rows[index]
    assert len(heads.appoint_heads(rows)) == 5


def test_all_that_rules_refuse_is_told_at_once(county):
    courts = some_courtyards(4)
    rows = [heads.NewCommittee(court, "示例自管会", DAY) for court in courts]
    rows[1] = heads.NewCommittee(courts[1], "示例自管会", date(2019, 1, 1))
    rows[3] = heads.NewCommittee(courts[3], "", DAY)
    with pytest.raises(RowErrors) as refused:
        heads.form_committees(rows)
    assert refused.value.errors.keys() == {1, 3}
    assert list(refused.value.errors[1].message_dict) == ["since"]
    assert list(refused.value.errors[3].message_dict) == ["name"]
    with pytest.raises(ValidationError, match="不在册"):
        heads.form_committee(courtyard=courts[1], name="示例自管会", since=date(2019, 1, 1))


def test_a_list_of_branches_plants_a_sound_tree(county):
    some_groups(some_branches(20))
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])
    assert PartyOrganization.objects.get(name="示例总支").numchild == 20
