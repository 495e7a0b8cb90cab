"""Accounts: roles and the duties that must not meet in one hand; looks at full phone numbers."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from ledgers import clock
from orgs.choices import Role
from orgs.models import Division, Grant, Person, PhoneReveal, Post, User
from orgs.tenures import lock

# 三员分立 (GB/T 22239-2019): the system administrator and the auditor hold no other role at all. So
# nobody who opens accounts sees the campaign's rows, and nobody who audits has rows to change.
SOLE_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.AUDITOR})


def exclude_each_other(first: str, second: str) -> bool:
    """Whether one account may not hold both roles at one time."""
    return first != second and not SOLE_ROLES.isdisjoint({first, second})


def refuse_mixed_duties(
    *, user: User, role: str, since: date, until: date | None = None, grant: Grant | None = None
) -> None:
    """Raise ValidationError where `user` would hold two roles that exclude each other.

    `grant` is the row being changed, which does not count against itself.
    """
    others = user.grants.filter(Q(until__isnull=True) | Q(until__gt=since))
    if until is not None:
        others = others.filter(since__lt=until)
    if grant is not None and grant.pk:
        others = others.exclude(pk=grant.pk)
    held = next((other for other in others if exclude_each_other(role, other.role)), None)
    if held:
        raise ValidationError(
            {
                "role": f"该账号同期已是{held.get_role_display()}，"
                f"不能兼任{Role(role).label}（三员分立）。"
            }
        )


def refuse_own_account(*, by: User, user: User) -> None:
    """Raise ValidationError where somebody would give a role to themselves."""
    if by.pk == user.pk:
        raise ValidationError("不能给自己的账号授权，请由另一名系统管理员办理。")


def refuse_foreign_post(*, user: User, post: Post | None) -> None:
    """Raise ValidationError where the post that carries a grant is another person's."""
    if post is not None and post.person_id != user.person_id:
        raise ValidationError({"post": "依据的任职应是该账号本人的任职，请先在账号上选定人员。"})


@transaction.atomic
def grant_role(
    *,
    by: User,
    user: User,
    role: str,
    division: Division,
    since: date,
    line: str = "",
    until: date | None = None,
    post: Post | None = None,
) -> Grant:
    """Give `user` a role over a division, for one line or all, carried by `post` where one is named.

    Raises ValidationError for roles that exclude each other, for one's own account, and for
    another person's post.
    """
    user = lock(user)
    refuse_own_account(by=by, user=user)
    refuse_foreign_post(user=user, post=post)
    refuse_mixed_duties(user=user, role=role, since=since, until=until)
    grant = Grant(
        user=user, role=role, division=division, line=line, since=since, until=until, post=post
    )
    grant.full_clean()
    grant.save()
    return grant


@transaction.atomic
def end_sessions(*, user: User) -> User:
    """End every session of `user`, wherever it is open."""
    row = lock(user)
    row.session_round += 1
    row.save(update_fields=["session_round"])
    return row


@transaction.atomic
def reveal_phone(*, user: User, person: Person) -> str:
    """The full phone number of `person`; leaves a record of who looked and when."""
    if not person.phone:
        raise ValidationError("该人员没有登记工作电话。")
    reveal = PhoneReveal(user=user, person=person, revealed_at=clock.now())
    reveal.full_clean()
    reveal.save()
    return person.phone
