"""Photos of a weekly report: added and taken away until it is filed."""

from datetime import datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from ledgers import clock
from ledgers.media.pictures import picture_file
from orgs.models import User
from projects.models import Report, ReportPhoto
from projects.reporting.readings import WrongState
from projects.reporting.writing import OPEN, already, locked

MOST_PHOTOS = 6


def add_photo(*, report: Report, upload: Any, by: User, at: datetime) -> ReportPhoto:
    """Keep the picture `upload` with an open report, made small and nameless.

    The same picture sent again is the one that is there. Raises ValidationError: no picture, or
    more than six; WrongState once the report is filed.
    """
    picture = picture_file(upload)  # takes a moment, so before the row is locked
    with transaction.atomic():
        report = _open(report)
        there = report.photos.filter(
            picture__contains=str(picture.name).removesuffix(".jpg")
        ).first()
        if there:
            return there
        if report.photos.count() >= MOST_PHOTOS:
            raise ValidationError(f"一份周报最多 {MOST_PHOTOS} 张照片，请先删去一张。")
        photo = ReportPhoto(report=report, picture=picture, added_by=by, added_at=at)
        photo.full_clean()
        photo.save()
        return photo


@transaction.atomic
def remove_photo(*, photo: ReportPhoto, by: User) -> None:
    """Take a photo away, with its file, while the report is open. Raises WrongState once filed."""
    _open(photo.report)
    stored = photo.picture
    photo.delete()
    transaction.on_commit(lambda: stored.storage.delete(stored.name))


def _open(report: Report) -> Report:
    report = locked(report)
    if report.status not in OPEN:
        raise WrongState(already(report))
    return report


def keep_photos(request: HttpRequest, report: Report) -> list[str]:
    """Store the pictures that came with the request; returns what was wrong with the others."""
    refused = []
    for upload in request.FILES.getlist("photos"):
        try:
            add_photo(report=report, upload=upload, by=cast(User, request.user), at=clock.now())
        except ValidationError as problem:
            refused += [message for message in problem.messages if message not in refused]
    return refused
