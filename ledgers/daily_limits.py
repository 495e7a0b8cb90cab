"""So much a day and no more: for pages without an account. Nobody can be found from what is kept.

What is counted is a keyed digest of the address, the matter and the day. It cannot be turned back
into the address, is another on the next day, and is deleted with the first use of the next day.
"""

import hashlib
import hmac
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F

from ledgers.models import Allowance

DIGITS = 32


def _digest(day: date, what: str, who: str) -> str:
    told = f"{day.isoformat()}|{what}|{who}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()[:DIGITS]


@transaction.atomic
def take(*, what: str, who: str, day: date, limit: int) -> bool:
    """Count one use of `what` by `who` on `day`; False where `limit` uses were counted already."""
    Allowance.objects.filter(day__lt=day).delete()
    row, _ = Allowance.objects.get_or_create(day=day, digest=_digest(day, what, who))
    taken = Allowance.objects.filter(pk=row.pk, used__lt=limit).update(used=F("used") + 1)
    return bool(taken)
