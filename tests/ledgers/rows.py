"""One row of every ledger's model, each with its own related rows, for tests that count queries."""

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from makers import (
    COMMUNITY,
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)

from courtyards import models as courtyards
from orgs import models as orgs
from projects import models as projects
from volunteers import models as volunteers

DAY = date(2021, 4, 1)
VILLAGE = "410182103216"
_serial = count(1)


def serial() -> int:
    return next(_serial)


def names(word: str) -> str:
    return f"{word}{serial()}"


def courtyard():
    court = make_courtyard(names("示例院"))
    number = serial()
    courtyards.Survey.objects.create(
        courtyard=court, surveyed_on=DAY, buildings=2, households=number, residents=2 * number
    )
    courtyards.Headship.objects.create(
        courtyard=court, person=person(), division_id=COMMUNITY, since=START
    )
    courtyards.BranchCoverage.objects.create(
        courtyard=court, organization=organization(), since=START
    )
    make_building(court)
    return court


def building():
    row = make_building(make_courtyard(names("示例院")))
    group = make_organization(names("示例党小组"), "group")
    courtyards.GroupCoverage.objects.create(building=row, organization=group, since=START)
    courtyards.Headship.objects.create(
        building=row, person=person(), division_id=COMMUNITY, since=START
    )
    return row


def headship():
    place = make_building(make_courtyard(names("示例院")))
    return courtyards.Headship.objects.create(
        building=place, person=person(), division_id=COMMUNITY, since=START
    )


def committee():
    return courtyards.SelfManagementCommittee.objects.create(
        courtyard=make_courtyard(names("示例院")), name=names("示例自管会"), members=5, since=START
    )


def branch_pairing():
    return courtyards.BranchPairing.objects.create(
        unit=make_unit(names("示例局")), organization=make_branch(names("支部")), since=START
    )


def paired_cadre():
    return courtyards.PairedCadre.objects.create(
        person=person(),
        courtyard=make_courtyard(names("示例院")),
        unit=make_unit(names("示例局")),
        capacity="section",
        since=START,
    )


def survey():
    return courtyards.Survey.objects.create(
        courtyard=make_courtyard(names("示例院")),
        surveyed_on=DAY,
        buildings=1,
        households=150,
        households_qualifier="about",
        residents=400,
        residents_qualifier="at_least",
    )


def division():
    code = f"410182001{500 + serial() % 500:03d}"
    return orgs.Division.objects.create(
        code=code, name=names("示例社区"), level="community", parent_id="410182001"
    )


def organization():
    branch = make_branch(names("示例党支部"))
    make_post(person(), organization=branch)
    orgs.MemberCount.objects.create(organization=branch, counted_on=DAY, full_members=4)
    return branch


def unit():
    head = make_unit(names("示例局"))
    row = make_unit(names("示例所"), parent=head)
    make_person(names("示例"), unit=row)
    return row


def person():
    return make_person(
        names("示例"), unit=make_unit(names("示例局")), phone="13800001234", office="主任"
    )


def post():
    return make_post(person(), organization=make_branch(names("示例党支部")))


def secondment():
    return orgs.Secondment.objects.create(
        person=person(),
        home_unit=make_unit(names("示例局")),
        to_unit=make_unit(names("示例指挥部")),
        rank="member",
        since=START,
    )


def programme():
    found = projects.Programme.objects.filter(line="old_neighbourhoods").first()
    return found or projects.Programme.objects.create(
        name="示例战线",
        line="old_neighbourhoods",
        division_id="410182",
        headquarters=make_unit(names("示例指挥部")),
        since=START,
    )


def project():
    row = projects.Project.objects.create(
        name=names("示例项目"),
        programme=programme(),
        kind="old_community",
        division_id=COMMUNITY,
        lead_unit=make_unit(names("示例局")),
        since=START,
    )
    projects.Milestone.objects.create(project=row, stage="start", actual_on=DAY)
    return row


def problem():
    return projects.Problem.objects.create(
        title=names("示例问题"),
        category="leak",
        source="resident",
        division_id=COMMUNITY,
        courtyard=make_courtyard(names("示例院")),
        project=project(),
        responsible_unit=make_unit(names("示例局")),
        raised_on=DAY,
        due_on=DAY + timedelta(days=10),
    )


def order():
    made = projects.SupervisionOrder.objects.create(
        number=names("示"),
        title="示例事项",
        division_id=COMMUNITY,
        to_unit=make_unit(names("示例局")),
        issued_on=DAY,
        due_on=DAY + timedelta(days=50),
    )
    projects.OrderProblem.objects.create(order=made, problem=problem())
    return made


def follow_up():
    return projects.FollowUpVisit.objects.create(
        project=project(),
        organization=make_organization(names("示例临时党支部")),
        kind="supervision",
        visited_on=DAY,
        finding="示例发现",
    )


def milestone():
    return projects.Milestone.objects.create(project=project(), stage="works", planned_on=DAY)


def demolition_round():
    return projects.DemolitionRound.objects.create(project=project(), policy="示例做法", since=DAY)


def demolition_record():
    return projects.DemolitionRecord.objects.create(
        project=project(),
        round=demolition_round(),
        kind="illegal",
        demolished_on=DAY,
        places=3,
        area_m2="120.50",
        area_qualifier="nearly",
    )


def red_station():
    return projects.RedStation.objects.create(
        name=names("示例驿站"), project=project(), host=make_unit(names("示例公司")), since=START
    )


def reading():
    indicator, _ = projects.Indicator.objects.get_or_create(
        code="invested_wan", defaults={"name": "投资", "unit": "万元", "since": START}
    )
    return projects.Reading.objects.create(
        project=project(), indicator=indicator, day=DAY, value="12.50", verified_on=DAY
    )


def civic_process():
    return projects.CivicProcess.objects.create(
        kind="community",
        matter=names("示例事项"),
        division_id=COMMUNITY,
        project=project(),
        opened_on=DAY,
    )


def stool_meeting():
    return projects.StoolMeeting.objects.create(
        division_id=COMMUNITY,
        courtyard=make_courtyard(names("示例院")),
        project=project(),
        held_on=DAY,
        topic=names("示例议题"),
    )


def report():
    period, _ = projects.Period.objects.get_or_create(
        start=date(2021, 3, 29),
        defaults={
            "year": 2021,
            "number": 13,
            "end": date(2021, 4, 4),
            "due_at": datetime(2021, 4, 4, 17, tzinfo=ZoneInfo("Asia/Shanghai")),
        },
    )
    return projects.Report.objects.create(project=project(), period=period, division_id=COMMUNITY)


def villagers_group():
    return volunteers.VillagersGroup.objects.create(name=names("示例组"), division_id=VILLAGE)


def household():
    return volunteers.Household.objects.create(
        division_id=VILLAGE, group=villagers_group(), door=names("示例门牌")
    )


def contact_duty():
    return volunteers.ContactDuty.objects.create(
        tier="cadre_group",
        person=person(),
        division_id=VILLAGE,
        group=villagers_group(),
        since=START,
    )


def team():
    return volunteers.Team.objects.create(
        name=names("示例队"),
        kind="service",
        division_id=COMMUNITY,
        leader=person(),
        project=project(),
        since=START,
    )


def activity():
    return volunteers.Activity.objects.create(
        kind="joint", title=names("示例活动"), held_on=DAY, division_id=COMMUNITY, team=team()
    )


def frontage_agreement():
    template, _ = volunteers.FrontageTemplate.objects.get_or_create(
        version="four", defaults={"name": "示例责任书", "since": START}
    )
    return volunteers.FrontageAgreement.objects.create(
        number=names("示"),
        template=template,
        party_kind="unit",
        party=make_unit(names("示例商户"), kind="merchant"),
        division_id=COMMUNITY,
        premises="示例路1号",
        since=START,
    )


def honour():
    return volunteers.Honour.objects.create(
        kind="vanguard", division_id=COMMUNITY, person=person(), since=START
    )


def road_chief():
    road = projects.Road.objects.create(name=names("示例路"), division_id=COMMUNITY)
    return volunteers.RoadChief.objects.create(
        road=road, person=person(), level="first", since=START
    )


def patrol_finding():
    patrol = volunteers.RoadPatrol.objects.create(
        chief=road_chief(),
        patrolled_at=datetime(2021, 4, 1, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")),
    )
    return volunteers.PatrolFinding.objects.create(
        patrol=patrol,
        aspect="clean",
        finding=names("示例问题"),
        responsible_unit=make_unit(names("示例所")),
        due_on=DAY + timedelta(days=5),
    )


def money_sheet():
    return projects.MoneySheet.objects.create(
        project=project(),
        as_of=DAY,
        total_wan=100 + serial(),
        county_wan="60.5",
        contracted_wan="50.25",
        paid_wan=10,
        reason="示例原因",
    )


def demolition_case():
    case = projects.DemolitionCase.objects.create(
        project=project(),
        place=names("示例路口"),
        kind="illegal",
        area_m2="12.50",
        area_qualifier="about",
        legal_basis="示例文号",
        registered_on=DAY,
        notified_on=DAY,
    )
    projects.DemolitionDispute.objects.create(case=case, raised_on=DAY, matter="示例争议")
    return case


def station_entry():
    return projects.StationEntry.objects.create(
        station=red_station(), held_on=DAY, kind="study", text="示例活动", attendees=9
    )


def work_shift():
    return projects.WorkShift.objects.create(
        project=project(),
        worked_on=DAY,
        kind="night",
        traffic="closed",
        workers=9,
        planned_m=10_000,
        done_m=90 + serial(),
    )


def toilet_count():
    return projects.ToiletCount.objects.create(
        project=project(), counted_on=DAY, due_places=serial(), due_qualifier="about"
    )


def status_note():
    return projects.StatusNote.objects.create(
        project=project(), noted_on=DAY, status="building", note=names("示例进展")
    )
