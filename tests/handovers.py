"""A person with one of everything, for the tests of the hand-over."""

from datetime import date

from makers import (
    COMMUNITY,
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)

from courtyards.models import Headship, PairedCadre
from orgs.models import Grant, Secondment, TemporaryMembership, User
from orgs.people.handover import Decision, Fate, hand_over
from orgs.people.handover_items import held_on, keys_and_tokens
from projects.models import (
    Handling,
    Problem,
    Programme,
    Project,
    Road,
    SupervisionOrder,
    Supervisor,
)
from volunteers.models import (
    ContactDuty,
    Household,
    PostSign,
    ResponsibilityArea,
    RoadChief,
    SignDuty,
    Team,
)

VILLAGE = "410182103216"
DAY = date(2021, 4, 20)


def make_problem(title="路灯不亮", **values):
    values = {"raised_on": START, "due_on": date(2021, 5, 30)} | values
    return Problem.objects.create(
        title=title, category="other", source="resident", division_id=COMMUNITY, **values
    )


def make_order(number="〔2021〕1号", unit=None, **values):
    values = {"issued_on": START, "due_on": date(2021, 5, 30)} | values
    return SupervisionOrder.objects.create(
        number=number,
        title="限期整改",
        division_id=COMMUNITY,
        to_unit=unit or make_unit("示例承办局"),
        **values,
    )


def make_handling(person, since=START, **matter):
    return Handling.objects.create(person=person, division_id=COMMUNITY, since=since, **matter)


def make_project(unit):
    programme = Programme.objects.create(
        name="老旧小区",
        line="old_neighbourhoods",
        division_id="410182",
        headquarters=unit,
        since=START,
    )
    return Project.objects.create(
        name="示例小区",
        programme=programme,
        kind="old_community",
        division_id=COMMUNITY,
        since=START,
    )


def make_holder(name="示例甲"):
    """A person with every kind of duty, and the rows by the code of their kind."""
    unit = make_unit("示例局")
    person = make_person(name, unit=unit, rank="section", home_branch=make_branch("原支部"))
    court, headquarters = make_courtyard(), make_unit("示例指挥部", kind="headquarters")
    sign = PostSign.objects.create(person=person, title="卫生监督岗", since=START)
    sign.duties.add(SignDuty.objects.create(name="庭院卫生"))
    user = User.objects.create_user("holder", person=person)
    rows = {
        "post": make_post(person, organization=make_branch()),
        "secondment": Secondment.objects.create(
            person=person, home_unit=unit, to_unit=headquarters, rank="section", since=START
        ),
        "temporary_membership": TemporaryMembership.objects.create(
            person=person, organization=make_organization("临时支部", "temp_branch"), since=START
        ),
        "grant": Grant.objects.create(
            user=user, role="reporter", division_id=COMMUNITY, since=START
        ),
        "headship": Headship.objects.create(
            person=person, courtyard=court, division_id=COMMUNITY, since=START
        ),
        "paired_cadre": PairedCadre.objects.create(
            person=person, courtyard=court, unit=unit, capacity="section", since=START
        ),
        "handling": make_handling(person, problem=make_problem()),
        "supervisor": Supervisor.objects.create(
            person=person, project=make_project(headquarters), since=START
        ),
        "contact_duty": ContactDuty.objects.create(
            person=person,
            tier="link_head",
            division_id=VILLAGE,
            household=Household.objects.create(division_id=VILLAGE, door="1组8号"),
            since=START,
        ),
        "road_chief": RoadChief.objects.create(
            person=person,
            road=Road.objects.create(name="示例路", division_id=COMMUNITY),
            level="third",
            since=START,
        ),
        "team": Team.objects.create(
            name="示例队", kind="commando", division_id=COMMUNITY, leader=person, since=START
        ),
        "responsibility_area": ResponsibilityArea.objects.create(
            name="村东片", division_id=VILLAGE, holder=person, since=START
        ),
        "post_sign": sign,
    }
    return person, rows


def give(person):
    return Decision(Fate.GIVE, person)


VACATE, KEEP = Decision(Fate.VACATE), Decision(Fate.KEEP)


def seen_by(user, person, day=DAY):
    return keys_and_tokens(held_on(person, day, user=user))


def act(
    person, user, decide, *, on=DAY, leaves=True, shown=None, note="已当面交接", service=hand_over
):
    """Carry out a hand-over; `decide(item)` says what becomes of each duty."""
    items = held_on(person, on, user=user)
    return service(
        person=person,
        on=on,
        by=user,
        decisions={item.key: decide(item) for item in items},
        shown=keys_and_tokens(items) if shown is None else shown,
        leaves=leaves,
        note=note,
    )
