"""Seeing the portal as another account does (以其视角查看): who may, and whose eyes.

docs/decisions says why it is the organisation administrator, and why nothing new can be seen by it.
"""

from orgs.access import Verb, scope_of
from orgs.accounts.scopes import accounts_under
from orgs.accounts.services import SOLE_ROLES

SEE_AS = "see_as"  # in the session: the key of the account seen as


def accounts_to_see_as(user):
    """The accounts that `user` may see as: working, not one's own, wholly within one's own view."""
    mine = scope_of(user)
    if not mine.can(Verb.ORGANISE):
        return accounts_under(user, Verb.ORGANISE)
    found = accounts_under(user, Verb.ORGANISE).filter(is_active=True, grants__isnull=False)
    return found.exclude(pk=user.pk).exclude(grants__role__in=SOLE_ROLES).distinct()


def may_see_as(user, account) -> bool:
    """Whether `user` may look through the eyes of `account` now."""
    return user.is_active and accounts_to_see_as(user).filter(pk=account.pk).exists()
