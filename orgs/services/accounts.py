"""Accounts: duties that must not meet in one hand, and looks at full phone numbers."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from ledgers import clock
from orgs.choices import Role
from orgs.models import Grant, Person, PhoneReveal, User

# 三员分立 (GB/T 22239-2019): nobody holds two of these at one time.
EXCLUSIVE_ROLES = (Role.ORG_ADMIN, Role.SYSTEM_ADMIN, Role.AUDITOR)


def refuse_mixed_duties(
    *, user: User, role: str, since: date, until: date | None = None, grant: Grant | None = None
) -> None:
    """Raise ValidationError where `user` would hold two of the three administrators' roles.

    `grant` is the row being changed, which does not count against itself.
    """
    if role not in EXCLUSIVE_ROLES:
        return
    others = user.grants.filter(role__in=EXCLUSIVE_ROLES).exclude(role=role)
    others = others.filter(Q(until__isnull=True) | Q(until__gt=since))
    if until is not None:
        others = others.filter(since__lt=until)
    if grant is not None and grant.pk:
        others = others.exclude(pk=grant.pk)
    held = others.first()
    if held:
        raise ValidationError(
            {
                "role": f"该账号同期已是{held.get_role_display()}，"
                f"不能兼任{Role(role).label}（三员分立）。"
            }
        )


@transaction.atomic
def reveal_phone(*, user: User, person: Person) -> str:
    """The full phone number of `person`; leaves a record of who looked and when."""
    if not person.phone:
        raise ValidationError("该人员没有登记工作电话。")
    reveal = PhoneReveal(user=user, person=person, revealed_at=clock.now())
    reveal.full_clean()
    reveal.save()
    return person.phone
