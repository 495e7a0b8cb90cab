"""Pictures of one spot before and after, and which of them everybody may see."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import Courtyard
from ledgers.formats import zh_moment
from ledgers.meanwhile import refuse_if_changed, stored_values, token_of
from ledgers.trail.row_history import last_changed_by
from orgs.tenures import lock
from projects.models import BeforeAfterPhoto, Project

MOST = 40  # pairs of one project or courtyard


@transaction.atomic
def add_pair(
    *,
    place: Project | Courtyard,
    spot: str,
    before: Any,
    before_on: date,
    today: date,
    after: Any = None,
    after_on: date | None = None,
    is_public: bool = False,
) -> BeforeAfterPhoto:
    """Keep the picture before (and after, if there is one yet) of a spot; pictures come cleaned.

    A spot has one pair: it is named once for each place.
    """
    row = lock(place)
    of = {"project": row} if isinstance(row, Project) else {"courtyard": row}
    known = BeforeAfterPhoto.objects.filter(**of)
    if known.filter(spot=spot.strip()).exists():
        raise ValidationError({"spot": "这个位置已有照片，请在原处补充改造后的照片。"})
    if known.count() >= MOST:
        raise ValidationError(f"一个项目（楼院）最多{MOST}组对比照片。")
    pair = BeforeAfterPhoto(
        **of,
        division=row.division,
        spot=spot.strip(),
        before=before,
        before_on=before_on,
        after=after or "",
        after_on=after_on if after else None,
        is_public=is_public,
    )
    return _kept(pair, today)


@transaction.atomic
def change_pair(
    *,
    pair: BeforeAfterPhoto,
    today: date,
    is_public: bool,
    after: Any = None,
    after_on: date | None = None,
    shown: str | None = None,
) -> BeforeAfterPhoto:
    """Add or replace the picture after, and say whether everybody may see the pair."""
    row = lock(pair)
    now = token_of_pair(row)
    if shown is not None and shown != now:
        who, at = last_changed_by(row)
        when = f"于{zh_moment(at)}" if at else ""
        refuse_if_changed(shown, now, f"打开本页以后，{who}{when}改了这组照片，请核对后再提交。")
    if after:
        row.after, row.after_on = after, after_on
    elif row.after and after_on:
        row.after_on = after_on
    row.is_public = is_public
    return _kept(row, today)


def token_of_pair(pair: BeforeAfterPhoto) -> str:
    """The token of all that a pair says."""
    return token_of(stored_values(pair))


def _kept(pair: BeforeAfterPhoto, today: date) -> BeforeAfterPhoto:
    if pair.after and not pair.after_on:
        raise ValidationError({"after_on": "请填写改造后照片的拍摄日期。"})
    if max(pair.before_on, pair.after_on or pair.before_on) > today:
        raise ValidationError("拍摄日期还没有到，请核对。")
    pair.full_clean()
    pair.save()
    return pair
