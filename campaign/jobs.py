"""Work behind the pages that look across the floors: reading a file that is brought in, storing it."""

from django.urls import reverse

from campaign.bringing import uploads
from ledgers.jobs import job_kind
from ledgers.jobs.sweeping import sweeper
from ledgers.models import ImportUpload

sweeper(uploads.sweep_uploads)


@job_kind("import_read", title="核对导入文件")
def read_upload(job, progress) -> dict:
    """Read the file `upload` and keep its preview."""
    upload = uploads.read(
        upload=ImportUpload.objects.get(pk=job.arguments["upload"]), progress=progress
    )
    return {"next": upload.get_absolute_url(), "rows": sum(upload.counts.values())}


@job_kind("import_store", title="导入入库")
def store_upload(job, progress) -> dict:
    """Store the rows of `upload` that were asked for; leads to the batch, or back to the preview."""
    upload = uploads.store(
        upload=ImportUpload.objects.get(pk=job.arguments["upload"]),
        only_good=job.arguments["only_good"],
        progress=progress,
    )
    if upload.batch_id is None:
        return {"next": upload.get_absolute_url()}
    return {"next": reverse("batch_detail", args=[upload.batch_id])}
