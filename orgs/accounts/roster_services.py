"""Carrying out a roster: all of it or nothing, and twice the same as once."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers.history import batch
from ledgers.meanwhile import refuse_if_changed
from orgs.accounts.login_links import make_link
from orgs.accounts.roster_plan import OPEN, RosterPlan, plan_roster
from orgs.accounts.roster_workbook import RosterRow
from orgs.accounts.services import grant_role
from orgs.models import Person, Unit, User

# Any number of our own: two rosters are carried out one after the other.
LOCK = 410183


@dataclass(frozen=True)
class Opened:
    """A new account, and the secret of the link with which its holder sets the password."""

    user: User
    token: str


@transaction.atomic
def apply_roster(*, rows: list[RosterRow], by: User, shown: str) -> tuple[RosterPlan, list[Opened]]:
    """Open the accounts and give the roles of `rows`; `shown` is the token of the plan previewed.

    Returns the plan and the opened accounts. Rows whose grant is there already change nothing, so
    the same roster twice opens nothing the second time. Raises ChangedMeanwhile where the plan
    is not the one that was shown (`stored` is how it stands now), ValidationError where a row is wrong; then nothing is stored.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    plan = plan_roster(rows, by=by)
    refuse_if_changed(
        shown, plan.token(), "预览之后账号或名册有变化，请核对后再确认。", stored=plan
    )
    if plan.wrong:
        raise ValidationError("名册中还有错误，请先改正。")
    with batch("名册开户", user=by):
        return plan, _carry_out(plan, by)


def _carry_out(plan: RosterPlan, by: User) -> list[Opened]:
    opened: dict[str, User] = {}
    for row in plan.to_do:
        account, division, since = row.account, row.division, row.since
        assert account and division and since  # rows that are wrong are not to do
        if row.status == OPEN and account.username not in opened:
            opened[account.username] = open_account(
                username=account.username,
                name=account.name,
                unit=account.unit,
                person=account.person,
            )
        grant_role(
            by=by,
            user=account.user or opened[account.username],
            role=row.role,
            division=division,
            line=row.line,
            post=row.post,
            since=since,
            until=row.until,
        )
    return [Opened(user, make_link(user=user, by=by)) for user in opened.values()]


@transaction.atomic
def open_account(
    *, username: str, name: str, unit: Unit | None = None, person: Person | None = None
) -> User:
    """A new account without a password: only a one-time link opens it."""
    user = User(username=username, first_name=name, unit=unit, person=person)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    return user
