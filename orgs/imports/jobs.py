"""Work behind the pages that look across the floors: reading a file that is brought in, storing it."""

from django.urls import reverse

from ledgers.jobs import job_file, job_kind
from ledgers.models import ImportBatch, ImportUpload
from orgs.imports import batches, uploads
from orgs.imports.marked_files import marked, marked_name


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


@job_kind("import_mark", title="标注导入文件")
def mark_upload(job, progress) -> dict:
    """Write the file of `upload` with its mistakes in it, for the job's page to offer."""
    upload = ImportUpload.objects.get(pk=job.arguments["upload"])
    name = marked_name(upload)
    job_file(job, name).write_bytes(marked(upload, progress))
    return {"file": name}


@job_kind("import_undo", title="撤销导入批次")
def undo_batch(job, progress) -> dict:
    """Take the batch back, whole; leads to its page. Raises ValidationError with what stands in the way."""
    batch = ImportBatch.objects.get(pk=job.arguments["batch"])
    progress.step(0, 0, "正在核对导入之后有没有变更")
    batches.undo(batch=batch, user=job.user)
    return {"next": reverse("batch_detail", args=[batch.pk])}
