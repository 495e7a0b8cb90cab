"""备注流水: what people remark on a row of a ledger, one after the other; nothing is taken back.

Notes are about work and office-holders. An identity number is refused and what looks like a phone
number is asked about, because residents are counts here and the portal holds no list of them.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers import clock
from ledgers.cleaning.phones import holds_number
from ledgers.models import Note
from ledgers.pages.saved_views import key_of

LONGEST = 500
SHOWN = 50
WRITE = "edit"  # the verb that writing a note asks for
FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
# Second-generation card numbers (18 digits, the last may be X) and those of the first (15): region,
# birthday, order.
MONTH_AND_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
IDENTITY = re.compile(
    rf"(?<!\d)(?:\d{{6}}(?:19|20)\d\d{MONTH_AND_DAY}\d{{3}}[\dXx]|\d{{8}}{MONTH_AND_DAY}\d{{3}})(?!\d)"
)
GAPS = re.compile(r"(?<=[\dXx])[ \-－—·.　]+(?=[\dXx])")


class PhoneInNote(ValidationError):
    """The text seems to hold a phone number; the writer has to say that it is an office's."""


@dataclass(frozen=True)
class Written:
    """A note as the page shows it."""

    at: object
    who: str
    text: str


def notes_of(ledger, row) -> tuple[list[Written], int]:
    """The newest notes on a row, newest first, and how many older ones there are."""
    notes = Note.objects.filter(ledger=key_of(ledger), row=str(row.pk)).select_related("author")
    found = list(notes[: SHOWN + 1])
    older = notes.count() - SHOWN if len(found) > SHOWN else 0
    return [Written(n.written_at, n.author.display_name, n.text) for n in found[:SHOWN]], older


def check_text(text: str, confirmed: bool) -> None:
    """Raises ValidationError for an identity number, PhoneInNote for an unconfirmed phone number."""
    plain = text.translate(FULL_WIDTH)
    readings = (plain, GAPS.sub("", plain))  # numbers are also written in groups
    if any(map(IDENTITY.search, readings)):
        raise ValidationError("备注中疑似含有身份证号。本系统不登记居民个人信息，请删去后再保存。")
    if any(map(holds_number, readings)) and not confirmed:
        raise PhoneInNote(
            "备注中疑似含有电话号码。不得登记居民电话；若是单位办公电话，请勾选确认后再保存。"
        )


@transaction.atomic
def add_note(*, ledger, row, user, text: str, confirmed: bool = False) -> Note:
    """Write a note on `row`; `confirmed`: a number in it is an office's phone.

    Raises ValidationError for an empty or too long text, for what must not be noted, and where
    `user` may not edit the row.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise ValidationError("请填写备注内容。")
    if len(text) > LONGEST:
        raise ValidationError(f"备注最多{LONGEST}字，现为{len(text)}字，请精简或分几条填写。")
    check_text(text, confirmed)
    if not user.may(WRITE, row):
        raise ValidationError("这一条不在您的维护范围内，不能添加备注。")
    note = Note(
        ledger=key_of(ledger), row=str(row.pk), author=user, written_at=clock.now(), text=text
    )
    note.full_clean()
    note.save()
    return note
