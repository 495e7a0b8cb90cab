"""What this floor hangs on a person: contact duties, roads, teams, areas, post signs."""

from django.db.models import Q

from ledgers import clock
from orgs.people.handover_items import HandoverKind, register_handover_kind
from volunteers.contacts.services import pass_area, pass_duty, pass_sign
from volunteers.roads.services import pass_road
from volunteers.teams.services import set_team_leader


def _fill_duty(*, row, person, on, until, note=""):
    return pass_duty(duty=row, person=person, since=on, until=until)


def _fill_road(*, row, person, on, until, note=""):
    return pass_road(chief=row, person=person, since=on, until=until)


def _fill_area(*, row, person, on, until, note=""):
    return pass_area(area=row, person=person, since=on, until=until)


def _fill_sign(*, row, person, on, until, note=""):
    return pass_sign(sign=row, person=person, since=on, until=until)


def _fill_team(*, row, person, on, until, note=""):
    return set_team_leader(team=row, leader=person, since=max(on, clock.today()))


def _end_team(*, row, on, note=""):
    set_team_leader(team=row, leader=None, since=max(on, clock.today()))


def _standing(rows, day):
    return rows.filter(Q(until__isnull=True) | Q(until__gt=max(day, clock.today())))


register_handover_kind(
    HandoverKind(
        "contact_duty",
        "包联",
        "volunteers.ContactDuty",
        lambda row: f"{row.get_tier_display()} {row.target}",
        fill=_fill_duty,
        joins=("village", "group", "household", "courtyard", "division"),
        remark=lambda row: row.division.label if row.group_id or row.household_id else "",
    ),
    HandoverKind(
        "road_chief",
        "路长",
        "volunteers.RoadChief",
        lambda row: f"{row.road} {row.get_level_display()}",
        fill=_fill_road,
        joins=("road",),
    ),
    HandoverKind(
        "team",
        "队长",
        "volunteers.Team",
        lambda row: row.name,
        fill=_fill_team,
        end=_end_team,
        holder="leader",
        narrow=_standing,
        dated=False,
    ),
    HandoverKind(
        "responsibility_area",
        "责任区",
        "volunteers.ResponsibilityArea",
        lambda row: f"{row.division.label} {row.name}",
        fill=_fill_area,
        holder="holder",
        joins=("division",),
        ended_words="撤销此责任区",
    ),
    HandoverKind(
        "post_sign",
        "岗位标示牌",
        "volunteers.PostSign",
        lambda row: row.title,
        fill=_fill_sign,
        ended_words="摘牌",
    ),
)
