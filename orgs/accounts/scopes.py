"""Which accounts somebody answers for, and what grants say in words: access with the models."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q

from ledgers import clock
from orgs.access import present_grants, scope_of
from orgs.models import Grant, User


def accounts_under(user: Any, verb: str) -> models.QuerySet[User]:
    """The accounts that `user` answers for by `verb`: none of their grants lies out of its reach.

    An account without any grant is under everybody who administers at all.
    """
    if not scope_of(user).can(verb):
        return User.objects.none()
    reach = scope_of(user).condition_for(Grant, verb)
    running = Grant.objects.filter(Q(until__isnull=True) | Q(until__gt=clock.today()))
    return User.objects.exclude(pk__in=running.exclude(reach).values("user"))


def grant_words(grant: Grant) -> str:
    """A grant in words: 填报员：示例街道（410182001），城市道路综合改造."""
    place = f"{grant.division.label}（{grant.division_id}）"
    line = grant.get_line_display() if grant.line else "全部战线"
    return f"{grant.get_role_display()}：{place}，{line}"


def scopes_of(accounts: Sequence[User] | models.QuerySet[User]) -> list[tuple[User, list[str]]]:
    """(account, its present grants in words) of each of `accounts`, in two queries at most."""
    found: dict = {}
    grants = present_grants(Grant.objects.filter(user__in=[a.pk for a in accounts]))
    for grant in grants.select_related("division").order_by("role", "division_id", "line"):
        found.setdefault(grant.user_id, []).append(grant_words(grant))
    return [(account, found.get(account.pk, [])) for account in accounts]
