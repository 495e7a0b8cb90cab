"""What residents write on a case's public page, and its review before anybody sees it."""

import re
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers import clock
from ledgers.daily_limits import take
from ledgers.formats import zh_moment
from ledgers.meanwhile import CHANGED, refuse_if_changed, token_of
from ledgers.pages.notes import FULL_WIDTH
from ledgers.text_limits import refuse_longer
from orgs.models import User
from orgs.tenures import lock
from projects.civic.objections import record_objection
from projects.models import CivicProcess, CivicStep, ResidentVoice

# A household shares one address, a village often one for its whole network: not too few.
PER_ADDRESS = 6  # a day, for one case
PER_ADDRESS_IN_ALL = 30  # a day, over all cases
PER_CASE = 200  # a day, from anywhere: more could not be reviewed
HIDDEN = "〔号码已隐去〕"
# Eleven digits and more are phone, card or identity numbers, also in groups; fewer in a row are
# local numbers. Dates and sums of money are shorter.
_GROUPED = re.compile(r"(?<!\d)\d(?:[ \-－—·.　]?\d){10,}[Xx]?")
_IN_A_ROW = re.compile(r"(?<!\d)\d{7,}[Xx]?")


class TooMany(ValidationError):
    """Today's allowance is used up."""


def without_numbers(text: str) -> str:
    """`text` with every number hidden by which somebody could be found: phone, identity, account."""
    plain = text.translate(FULL_WIDTH)
    return _IN_A_ROW.sub(HIDDEN, _GROUPED.sub(HIDDEN, plain))


@transaction.atomic
def leave_voice(
    *,
    process: CivicProcess,
    text: str,
    reasonable: int | None,
    quality: int | None,
    address: str | None,
    at: datetime,
    day: date,
) -> ResidentVoice:
    """Keep what a resident says about a case, for review.

    `address` is only counted, never kept; `day` is the real day that it counts for. Raises TooMany, and ValidationError where nothing is said.
    """
    text = without_numbers(" ".join(text.split()))[:300]
    voice = ResidentVoice(
        process=process, text=text, reasonable=reasonable, quality=quality, written_at=at
    )
    voice.full_clean(exclude=["process"])
    row = lock(process)
    _take_allowance(row, address or "unknown", day)
    voice.save()
    return voice


def _take_allowance(process: CivicProcess, who: str, day: date) -> None:
    case = f"voice:{process.pk}"
    if not take(what=case, who=who, day=day, limit=PER_ADDRESS) or not take(
        what="voice", who=who, day=day, limit=PER_ADDRESS_IN_ALL
    ):
        raise TooMany("今天从您所在的网络提交得比较多，请明天再来；急事请直接联系社区（村）。")
    if not take(what=case, who="all", day=day, limit=PER_CASE):
        raise TooMany("今天收到的留言已满，请明天再来；急事请直接联系社区（村）。")


@transaction.atomic
def review_voice(
    *,
    voice: ResidentVoice,
    by: User,
    at: datetime,
    show: bool,
    reason: str = "",
    reply: str = "",
    as_objection: bool = False,
    shown: str | None = None,
) -> ResidentVoice:
    """Show a resident's words or keep them back with a reason; with a reply where there is one.

    `as_objection`: they are also recorded as an objection to the notice that runs, which then
    waits for an answer. Reviewing again changes what was decided before; an objection is
    recorded once. `shown` is the token (`token_of_review`) of what the page had shown: of two
    people at once the second is told what the first did.
    """
    row = lock(voice)
    meta: Any = row._meta
    refuse_if_changed(shown, token_of_review(row), _reviewed(row), stored=row)
    refuse_longer(reason.strip(), meta.get_field("reason").max_length, "reason")
    refuse_longer(reply.strip(), meta.get_field("reply").max_length, "reply")
    if not show and not reason.strip():
        raise ValidationError({"reason": "不公开的，请写明原因。"})
    states = ResidentVoice.State
    row.state = states.SHOWN if show else states.HIDDEN
    row.reason = "" if show else without_numbers(reason.strip())
    row.reply = without_numbers(reply.strip())
    row.reviewed_by, row.reviewed_at = by, at
    row.full_clean()
    row.save()
    if as_objection:
        _record_as_objection(row, clock.local_day(at))
    return row


def token_of_review(voice: ResidentVoice) -> str:
    """The token of the review of `voice` that stands now; another review is another moment."""
    return token_of(voice.reviewed_at)


def _reviewed(voice: ResidentVoice) -> str:
    """Who was quicker, and what they decided; "" before the first review."""
    if voice.reviewed_at is None:
        return CHANGED
    who = voice.reviewed_by.display_name if voice.reviewed_by else "他人"
    state = voice.get_state_display()
    return f"这条留言已于{zh_moment(voice.reviewed_at)}由{who}审核，结果：{state}。"


def _record_as_objection(voice: ResidentVoice, today: date) -> None:
    written = clock.local_day(voice.written_at)
    notice = running_notice(voice.process, written)
    if notice is None or not voice.text:
        raise ValidationError("提交时没有正在进行的公示，不能作为异议登记。")
    record_objection(
        notice=notice, received_on=written, today=today, content=voice.text, channel="online"
    )


def running_notice(process: CivicProcess, on: date) -> CivicStep | None:
    """The notice of the case that runs on the day `on`."""
    notices = process.steps.filter(
        held_on__lte=on, notice_until__gte=on, outcome=CivicStep.Outcome.PASSED
    )
    return notices.prefetch_related("objections").last()
