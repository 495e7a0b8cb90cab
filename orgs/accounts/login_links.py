"""Passwords: setting one's own, and the one-time links that let an account set its first."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import models, transaction

from ledgers import clock
from ledgers.tokens import hash_of, new_token
from orgs.accounts.services import end_sessions
from orgs.models import LoginLink, User
from orgs.tenures import lock

KEPT_PASSWORDS = 5


@transaction.atomic
def set_password(*, user: User, password: str, by_others: bool = False) -> User:
    """Set the password of `user`; ends the account's other sessions.

    `by_others`: somebody else chose it, so it must be changed at the next sign-in. Raises
    ValidationError (field `new_password1`) where it breaks the rules of orgs/accounts/password_rules.py.
    """
    row = lock(user)
    try:
        validate_password(password, row)
    except ValidationError as error:
        raise ValidationError({"new_password1": error.messages}) from None
    if row.has_usable_password():
        row.old_passwords = [row.password, *row.old_passwords][:KEPT_PASSWORDS]
    row.set_password(password)
    row.must_change_password = by_others
    row.save(update_fields=["password", "old_passwords", "must_change_password"])
    return row


@transaction.atomic
def make_link(*, user: User, by: User | None) -> str:
    """A new one-time link's secret for `user`; shown once, only its hash is stored.

    Earlier links that nobody used are withdrawn. Raises ValidationError for a closed account.
    """
    user = lock(user)
    if not user.is_active:
        raise ValidationError("该账号已停用，请先启用再签发链接。")
    now = clock.actual()
    _open_links(user).update(withdrawn_at=now)
    token = new_token()
    link = LoginLink(
        user=user,
        token_hash=hash_of(token),
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(hours=settings.LOGIN_LINK_HOURS),
    )
    link.full_clean()
    link.save()
    return token


def _open_links(user: User) -> models.QuerySet[LoginLink]:
    return user.links.filter(used_at__isnull=True, withdrawn_at__isnull=True)


def link_of(token: str) -> LoginLink | None:
    """The link that still opens with `token`, or None: unknown, used, withdrawn or expired."""
    found = LoginLink.objects.select_related("user").filter(
        token_hash=hash_of(token),
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        expires_at__gt=clock.actual(),
        user__is_active=True,
    )
    return found.first()


@transaction.atomic
def use_link(*, token: str, password: str) -> User:
    """Set the password by a one-time link, which is used up by it; ends all sessions.

    Raises ValidationError where the link does not open any more or the password breaks a rule.
    """
    link = link_of(token)
    if link is not None:
        link = lock(link)  # two at once: the second finds it used
    if link is None or link.used_at or link.withdrawn_at:
        raise ValidationError("这个链接已经用过、作废或者过期，请联系系统管理员重新签发。")
    user = set_password(user=link.user, password=password)
    link.used_at = clock.actual()
    link.full_clean()
    link.save()
    return end_sessions(user=user)
