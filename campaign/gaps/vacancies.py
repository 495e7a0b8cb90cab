"""Gaps of persons: leading posts that stand empty, and duties that were given up and not filled.

A duty is vacant from the day on which its last holder left it until somebody takes it over; a duty
that nobody ever held is no gap here, for nobody knows whether there should be one.
"""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from courtyards.models import Courtyard
from orgs.models import PartyOrganization, Post, Unit
from orgs.people.services import LED_KINDS
from projects.models import Handling, Problem, Project, SupervisionOrder, Supervisor
from volunteers.models import ContactDuty, RoadChief, Team
from volunteers.models.contacts import TIER_TARGET

# Posts that have gaps of their own, or of which a body may have several or none.
OTHER_ROLES = ("secretary", "group_leader", "lead", "executive", "staff")


def vacated(model, day, *same: str):
    """The last tenure of each duty of `model` that nobody holds on `day`.

    `same` names the fields that make two tenures one and the same duty; none of them is empty.
    """
    equal = {name: OuterRef(name) for name in same}
    running = model.objects.on(day).filter(**equal)
    later = model.objects.filter(**equal, until__lte=day, until__gt=F("since")).filter(
        Q(until__gt=OuterRef("until")) | Q(until=OuterRef("until"), pk__gt=OuterRef("pk"))
    )
    ended = model.objects.filter(until__lte=day, until__gt=F("since"))
    return ended.filter(~Exists(running), ~Exists(later))


def without(role: str):
    """Headquarters, towns and streets in which nobody holds the post `role`."""

    def rows(day):
        held = Post.objects.on(day).filter(unit=OuterRef("pk"), role=role)
        return Unit.objects.on(day).filter(~Exists(held), kind__in=LED_KINDS)

    return rows


def vacated_posts(day):
    """Other posts of standing bodies that were given up and not filled."""
    bodies = {
        "organization": PartyOrganization.objects.on(day),
        "unit": Unit.objects.on(day),
    }
    found = Q(pk__in=[])
    for name, standing in bodies.items():
        rows = vacated(Post, day, name, "role").filter(**{f"{name}__in": standing.values("pk")})
        found |= Q(pk__in=rows.order_by().values("pk"))
    return Post.objects.filter(found).exclude(role__in=OTHER_ROLES)


def vacated_duties(day):
    """Contact duties that were given up and not filled; a courtyard must still be in its ledger."""
    found = Q(pk__in=[])
    for target in sorted(set(TIER_TARGET.values())):
        rows = vacated(ContactDuty, day, "tier", target).filter(**{f"{target}__isnull": False})
        found |= Q(pk__in=rows.order_by().values("pk"))
    gone = Q(courtyard__isnull=False) & ~Q(courtyard__in=Courtyard.objects.on(day).values("pk"))
    return ContactDuty.objects.filter(found).exclude(gone)


def left_without_handler(model, name: str):
    """Open problems or orders whose handler left them and that nobody handles since."""

    def rows(day):
        mine = {name: OuterRef("pk")}
        ended = Handling.objects.filter(**mine, until__lte=day, until__gt=F("since"))
        running = Handling.objects.on(day).filter(**mine)
        return model.objects.open_on(day).filter(Exists(ended), ~Exists(running))

    return rows


def left_without_supervisor(day):
    """Projects whose resident supervisors have all left."""
    ended = Supervisor.objects.filter(project=OuterRef("pk"), until__lte=day, until__gt=F("since"))
    running = Supervisor.objects.on(day).filter(project=OuterRef("pk"))
    return Project.objects.on(day).filter(Exists(ended), ~Exists(running))


@dataclass(frozen=True)
class Vacancy:
    """How a vacancy is said and mended; campaign/gaps/kinds.py makes it a gap."""

    code: str
    name: str
    rows: object
    mend: str
    action: str
    advice: str
    red: bool = False


VACANCIES = (
    Vacancy(
        "unit_no_lead",
        "指挥部、乡镇（街道）没有牵头",
        without("lead"),
        "orgs:unit_lead_appoint",
        "任命牵头",
        "坚持书记牵头，请明确一名书记。",
        red=True,
    ),
    Vacancy(
        "unit_no_executive",
        "指挥部、乡镇（街道）没有主抓",
        without("executive"),
        "orgs:unit_executive_appoint",
        "任命主抓",
        "坚持副书记主抓，请明确一名副书记。",
        red=True,
    ),
    Vacancy(
        "post_vacated",
        "其他任职离任后空缺",
        vacated_posts,
        "orgs:post_succeed",
        "补缺",
        "前任离任后还没有人接任，请补缺。",
    ),
    Vacancy(
        "contact_duty_vacated",
        "包联离任后空缺",
        vacated_duties,
        "volunteers:contact_duty_succeed",
        "补缺",
        "前任离任后还没有人接任，请补缺。",
    ),
    Vacancy(
        "road_chief_vacated",
        "路长离任后空缺",
        lambda day: vacated(RoadChief, day, "road", "level"),
        "volunteers:road_chief_succeed",
        "补缺",
        "每条路段每级路长一名，请补缺。",
    ),
    Vacancy(
        "team_no_leader",
        "党员队伍没有队长",
        lambda day: Team.objects.on(day).filter(leader__isnull=True),
        "volunteers:team_leader",
        "确定队长",
        "请组建单位确定队长。",
    ),
    Vacancy(
        "problem_no_handler",
        "问题经办人离任后空缺",
        left_without_handler(Problem, "problem"),
        "projects:problem_handler",
        "指定经办人",
        "原经办人已离任，请责任单位另行指定。",
    ),
    Vacancy(
        "order_no_handler",
        "督办单经办人离任后空缺",
        left_without_handler(SupervisionOrder, "order"),
        "projects:order_handler",
        "指定经办人",
        "原经办人已离任，请承办单位另行指定。",
    ),
    Vacancy(
        "project_no_supervisor",
        "项目监督员离任后空缺",
        left_without_supervisor,
        "projects:supervisor_appoint",
        "聘请监督员",
        "原监督员已全部离任，请社区另行聘请。",
    ),
)
