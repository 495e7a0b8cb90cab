"""Somebody changed it meanwhile: one token of what a page showed, one refusal, one sentence.

A page that changes something carries the token of what it showed (`shown` in its form, written by
`ledgers/pages/_form_marks.html`). Before anything is stored it is compared with the token of what
stands now. The other half, a form that is sent twice, is `ledgers/pages/once.py`.
"""

import hmac
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction

DIGITS = 20
RACE = "刚刚有人登记了相冲突的内容，请核对后再提交一次。"
CHANGED = "打开本页以后情况有了变化，请核对后再提交。"
# Columns that others' rows move, or that only follow from other columns: nobody has seen them.
DERIVED = frozenset({"search_text", "path", "depth", "numchild"})


class _Encoder(DjangoJSONEncoder):
    """A number counts by its value (18.5 is 18.50), a file by its name."""

    def default(self, o: Any) -> Any:
        if isinstance(o, Decimal):
            return f"{o.normalize():f}"
        try:
            return super().default(o)
        except TypeError:
            return str(o)


def token_of(*values: Any) -> str:
    """The token of stored values: a short hash, the same as long as all of them are the same.

    It is keyed: from a plain hash what the page masks, such as a phone, could be found by trying.
    """
    text = json.dumps(values, cls=_Encoder, sort_keys=True)
    key = settings.SECRET_KEY.encode()
    return hmac.digest(key, b"shown|" + text.encode(), "sha256").hex()[:DIGITS]


def token_of_row(row: Any, attnames: Iterable[str]) -> str:
    """The token of some fields of a row, or of an event of it."""
    return token_of(*(getattr(row, name) for name in attnames))


def stored_values(row: models.Model | None) -> list[Any]:
    """All that a row says, for its token; nothing for None."""
    if row is None:
        return []
    fields = [field.attname for field in row._meta.concrete_fields if field.name not in DERIVED]
    return [getattr(row, name) for name in fields]


class ChangedMeanwhile(ValidationError):
    """What the page had shown is not what stands now; nothing was stored.

    Carries what stands now as far as it is known: `now` its token, `stored` the row (the rows, the
    plan), `who` changed it and when (`at`), and `differences` between what is stored and what was
    typed.
    """

    def __init__(
        self,
        message: str = CHANGED,
        *,
        now: str = "",
        stored: Any = None,
        who: str = "",
        at: datetime | None = None,
        differences: Iterable[Any] = (),
    ):
        super().__init__(message)
        self.now, self.stored, self.who, self.at = now, stored, who, at
        self.differences = differences


def refuse_if_changed(shown: str | None, now: str, message: str = CHANGED, **what: Any) -> None:
    """Raise ChangedMeanwhile where the page had `shown` something else; None does not ask.

    `what` is told to the exception.
    """
    if shown is not None and shown != now:
        raise ChangedMeanwhile(message, now=now, **what)


@contextmanager
def race_in_words() -> Iterator[None]:
    """A block that is stored whole or not at all; what only the database could refuse is said in words.

    Two forms that were filed at once pass every check, and the second breaks a rule of the database.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise ValidationError(RACE) from error
