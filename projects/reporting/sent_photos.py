"""Pictures that came with a request, kept with their report."""

from django.core.exceptions import ValidationError

from ledgers import clock
from projects.reporting.photos import add_photo


def keep_photos(request, report) -> list[str]:
    """Store the pictures that came with the request; returns what was wrong with the others."""
    refused = []
    for upload in request.FILES.getlist("photos"):
        try:
            add_photo(report=report, upload=upload, by=request.user, at=clock.now())
        except ValidationError as problem:
            refused += [message for message in problem.messages if message not in refused]
    return refused
