"""What this floor hangs on a person: posts, secondments, temporary memberships, grants."""

from orgs.access import Verb
from orgs.accounts.services import SOLE_ROLES
from orgs.choices import Role
from orgs.people.handover_items import HandoverKind, register_handover_kind
from orgs.people.secondments import begin_secondment
from orgs.people.services import appoint

# Their grants are given and taken back by the system administrator alone.
ADMINISTRATORS = SOLE_ROLES | {Role.ORG_ADMIN}


def _say_post(row) -> str:
    return f"{row.organization or row.unit} {row.get_role_display()}"


def _fill_post(*, row, person, on, until, note=""):
    return appoint(
        person=person,
        role=row.role,
        organization=row.organization,
        unit=row.unit,
        since=on,
        until=until,
        by_office=row.appointed_by,
    )


def _carried_grants(row) -> str:
    """The grants that a post carries end with it; a new holder's are given by the administrator."""
    carried = row.grants.filter(until__isnull=True).count()
    return f"依据此任职的{carried}项账号授权同日终止" if carried else ""


def _say_secondment(row) -> str:
    desk = f"（{row.desk}）" if row.desk else ""
    return f"{row.to_unit}{desk}，{row.get_rank_display()}"


def _fill_secondment(*, row, person, on, until, note=""):
    return begin_secondment(
        person=person,
        home_unit=person.unit or row.home_unit,
        to_unit=row.to_unit,
        rank=row.rank,
        desk=row.desk,
        since=on,
        until=until,
    )


def _say_grant(row) -> str:
    line = f"，{row.get_line_display()}" if row.line else ""
    return f"{row.user.username} {Role(row.role).label}（{row.division.label}{line}）"


register_handover_kind(
    HandoverKind(
        "post",
        "任职",
        "orgs.Post",
        _say_post,
        fill=_fill_post,
        verb=Verb.ORGANISE,
        joins=("organization", "unit"),
        remark=_carried_grants,
    ),
    HandoverKind(
        "secondment",
        "抽调",
        "orgs.Secondment",
        _say_secondment,
        fill=_fill_secondment,
        verb=Verb.ORGANISE,
        joins=("to_unit", "home_unit"),
        ended_words="结束抽调，不再派人",
    ),
    HandoverKind(
        "temporary_membership",
        "临时党组织成员",
        "orgs.TemporaryMembership",
        lambda row: str(row.organization),
        verb=Verb.ORGANISE,
        joins=("organization",),
        remark=lambda row: "组织关系仍在原党支部",
        ended_words="随本人终止",
    ),
    # Those of the three administrators are not this hand's to take back (三员分立).
    HandoverKind(
        "grant",
        "账号授权",
        "orgs.Grant",
        _say_grant,
        holder="user__person",
        verb=Verb.ORGANISE,
        joins=("user", "division"),
        narrow=lambda rows, day: rows.filter(post__isnull=True).exclude(role__in=ADMINISTRATORS),
        leaving_only=True,
        ended_words="随本人终止",
    ),
)
