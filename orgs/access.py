"""WHO MAY: the one home of access rules.

A grant gives a role over a division subtree and a line of work. A role is a set of verbs.
Rows outside one's scope do not exist for the reader: views look rows up through `visible_to`,
so another branch's row is a 404.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from ledgers import clock
from orgs.choices import Role, WorkLine

Rows = TypeVar("Rows", bound=models.QuerySet)


class Verb(models.TextChoices):
    """What can be done to rows of one's scope."""

    VIEW = "view", "查看"
    EXPORT = "export", "导出"
    REPORT = "report", "填报"
    REVIEW = "review", "审核"
    EDIT = "edit", "维护台账"
    ORGANISE = "organise", "管理组织"
    ADMINISTER = "administer", "系统管理"
    AUDIT = "audit", "审计"


V = Verb
# The permission matrix, first half: role × verb. The second half, page × verb, stands in
# the view classes. The three administrators are kept apart: none can do another's work.
ROLE_VERBS: dict[str, frozenset[str]] = {
    Role.LEADER: frozenset({V.VIEW, V.EXPORT}),
    Role.REPORTER: frozenset({V.VIEW, V.EXPORT, V.REPORT, V.EDIT}),
    Role.REVIEWER: frozenset({V.VIEW, V.EXPORT, V.REVIEW, V.EDIT}),
    Role.ORG_ADMIN: frozenset({V.VIEW, V.EXPORT, V.EDIT, V.ORGANISE}),
    Role.SYSTEM_ADMIN: frozenset({V.ADMINISTER}),
    Role.AUDITOR: frozenset({V.AUDIT}),
}


@dataclass(frozen=True)
class GrantedScope:
    """One grant, reduced to what a query needs."""

    role: str
    prefix: str
    line: str

    def allows(self, verb: str) -> bool:
        return verb in ROLE_VERBS[self.role]


@dataclass(frozen=True)
class Scope:
    """All that an account may do, read once per request."""

    grants: tuple[GrantedScope, ...]

    @property
    def roles(self) -> set[str]:
        return {grant.role for grant in self.grants}

    def can(self, verb: str) -> bool:
        """Whether any grant allows `verb` anywhere."""
        return any(grant.allows(verb) for grant in self.grants)

    def prefixes(self, verb: str = Verb.VIEW, *, line: str = "") -> list[str]:
        """The division prefixes in which `verb` is allowed, outermost only.

        `line` leaves out grants that are for another line of work alone.
        """
        grants = [grant for grant in self.grants if grant.allows(verb)]
        found = {grant.prefix for grant in grants if not line or grant.line in ("", line)}
        outer = sorted(found, key=len)
        return [p for i, p in enumerate(outer) if not any(p.startswith(q) for q in outer[:i])]

    def reach(self, verb: str) -> list[str]:
        """Where `verb` is allowed, as texts that can be stored: "410182001/" or "410182/roads"."""
        return sorted({f"{g.prefix}/{g.line}" for g in self.grants if g.allows(verb)})

    def lies_within(self, reach: list[str]) -> bool:
        """Whether all that may be viewed lies within a stored `reach`; nothing lies nowhere."""
        covers = [tuple(place.split("/")) for place in reach]
        mine = [grant for grant in self.grants if grant.allows(Verb.VIEW)]
        return bool(mine) and all(
            any(grant.prefix.startswith(p) and line in ("", grant.line) for p, line in covers)
            for grant in mine
        )

    @property
    def home_prefix(self) -> str:
        """The division prefix that the reader's own pages count over ("" = nothing)."""
        prefixes = self.prefixes()
        return prefixes[0] if prefixes else "-"

    def condition_for(self, model: Any, verb: str = Verb.VIEW, *, place: str = "") -> Q:
        """The condition that rows of `model` must meet for `verb`; matches nothing by default.

        `place` names another path to the division code than the model's own `scope_division`.
        """
        condition = Q(pk__in=[])
        for grant in self.grants:
            if grant.allows(verb):
                part = self._grant_condition(model, grant, place or model.scope_division)
                condition = part if condition == Q(pk__in=[]) else condition | part
        return condition

    @staticmethod
    def _grant_condition(model: Any, grant: GrantedScope, place: str) -> Q:
        line = getattr(model, "scope_line", None)
        where = Q(**{f"{place}__startswith": grant.prefix})
        if not grant.line or line is None:
            return where
        if line in WorkLine.values:
            return where if line == grant.line else Q(pk__in=[])
        return where & Q(**{line: grant.line})


def scope_of(user: Any) -> Scope:
    """The scope of `user` today; grants end on their day and with the post that carries them."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return Scope(())
    if not hasattr(user, "_scope"):
        rows = present_grants(user.grants).values_list("role", "division_id", "line")
        user._scope = Scope(tuple(GrantedScope(*row) for row in sorted(rows)))
    return user._scope


def present_grants(grants: Any) -> Any:
    """Those of `grants` that hold today, and whose post, where one carries them, is still held."""
    today = clock.today()
    held = Q(post__isnull=True) | Q(post__until__isnull=True) | Q(post__until__gt=today)
    return grants.on(today).filter(held)


def may(user: Any, verb: str, obj: Any = None) -> bool:
    """Whether `user` may do `verb`: anywhere, or to the row `obj` of a scoped model."""
    scope = scope_of(user)
    if obj is None:
        return scope.can(verb)
    return (
        scope.can(verb)
        and type(obj)
        ._base_manager.filter(pk=obj.pk)
        .filter(scope.condition_for(type(obj), verb))
        .exists()
    )


# What opens Django admin, each to its own pages (ledgers/admin.py).
ADMIN_VERBS = (Verb.ORGANISE, Verb.ADMINISTER, Verb.AUDIT)


def enters_admin(user: Any) -> bool:
    """Whether `user` has a duty for which there are admin pages."""
    scope = scope_of(user)
    return any(scope.can(verb) for verb in ADMIN_VERBS)


def visible_to(queryset: Rows, user: Any, verb: str = Verb.VIEW) -> Rows:
    """The rows of `queryset` to which `user` may do `verb`."""
    return queryset.filter(scope_of(user).condition_for(queryset.model, verb))
