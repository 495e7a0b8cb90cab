"""The file that was brought in: as it came, and with its mistakes marked in it; for its user alone."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.http import FileResponse
from django.shortcuts import redirect
from django.views import View

from ledgers.importing.guard import FileRefused
from ledgers.jobs import start_job
from orgs.access import Verb
from orgs.imports.marked_files import marked, marked_name
from orgs.imports.previews import content_of
from orgs.imports.views import note, preview, upload_or_404

AT_ONCE = 500  # rows that are marked while their reader waits


def _attached(content: bytes, name: str) -> FileResponse:
    """A download that no browser opens as anything else."""
    kind = "application/octet-stream"
    response = FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


class ImportOriginalView(View):
    """GET: the file as it came."""

    verb = Verb.EDIT
    title = "导入：原文件"

    def get(self, request, pk):
        upload = upload_or_404(request, pk)
        try:
            content = content_of(upload)
        except ValidationError as error:
            return preview(request, upload, " ".join(error.messages), status=410)
        note(request, upload, "下载原文件")
        return _attached(content, upload.file_name)


class ImportMarkedView(View):
    """POST: the file with red cells that say what to do, and a sheet of links; a long one as a job."""

    verb = Verb.EDIT
    title = "导入：标注的原文件"
    http_method_names = ["post"]

    def post(self, request, pk):
        upload = upload_or_404(request, pk)
        name = marked_name(upload)
        if sum(upload.counts.values()) > AT_ONCE:
            about = {"upload": upload.pk}
            job = start_job(code="import_mark", user=request.user, arguments=about, title=name)
            note(request, upload, "下载标注的原文件")
            return redirect(job)
        try:
            content = marked(upload)
        except (ValidationError, FileRefused) as error:
            return preview(request, upload, "".join(getattr(error, "messages", [str(error)])), 409)
        note(request, upload, "下载标注的原文件")
        return _attached(content, name)
