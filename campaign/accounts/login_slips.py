"""The slip of paper that hands an account to its holder: account, one-time link, QR code."""

from dataclasses import dataclass

from django.urls import reverse

from ledgers.media.qr import qr_code
from orgs.models import LoginLink, User


@dataclass(frozen=True)
class Slip:
    """What one holder gets. It is shown once: the link's secret is not stored."""

    user: User
    address: str
    qr: str
    expires_at: object


def slip(request, user: User, token: str) -> Slip:
    """The slip of an account's newest link, whose secret is `token`."""
    return slips(request, [(user, token)])[0]


def slips(request, pairs: list[tuple[User, str]]) -> list[Slip]:
    """Slips of (account, secret) pairs, in their order; one query."""
    newest = LoginLink.objects.filter(
        user__in=[user.pk for user, _ in pairs], used_at=None, withdrawn_at=None
    )
    expires = dict(newest.values_list("user", "expires_at"))
    found = []
    for user, token in pairs:
        address = request.build_absolute_uri(reverse("link_use", args=[token]))
        qr = qr_code(address, scale=3)
        found.append(Slip(user, address, qr, expires[user.pk]))
    return found
