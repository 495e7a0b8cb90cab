"""The job that makes a long workbook: the list page is asked again, without its page."""

from datetime import date

from django.http import HttpRequest, QueryDict
from django.urls import resolve

from ledgers.jobs.files import job_file
from ledgers.jobs.kinds import job_kind


@job_kind("export", title="导出")
def write_export(job, progress) -> dict:
    """Write the file that the list at `path` gives for `query`, with the rows that the account sees now."""
    request = HttpRequest()
    request.method, request.path = "GET", job.arguments["path"]
    request.GET = QueryDict(job.arguments["query"])
    request.user = job.user
    request.on = date.fromisoformat(job.arguments["on"])
    request.asked_on = request.on if request.GET.get("on") else None
    match = resolve(request.path)
    view = match.func.view_class(**match.func.view_initkwargs)
    view.setup(request, *match.args, **match.kwargs)
    kind = request.GET["format"]
    total = view.filterset.qs.order_by().count()
    file, _ = view.file(kind)
    file.on_row = lambda row: row % 200 or progress.step(row, total, "正在写入")
    name = file.name(kind)
    with open(job_file(job, name), "wb") as target:
        file.write(kind, target)
    return {"file": name, "rows": file.rows}
