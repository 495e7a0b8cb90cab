"""Work behind the pages, as its user sees it: what is under way, and what it gave."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views import View

from ledgers.all_pages import ALL_SIGNED_IN
from ledgers.exports import Export, download
from ledgers.jobs.files import folder_of
from ledgers.models import Job

SHOWN = 50


class JobListView(View):
    """GET: one's own jobs, the newest first."""

    verb = ALL_SIGNED_IN
    title = "后台办理"

    def get(self, request):
        jobs = list(Job.objects.of(request.user)[:SHOWN])
        return render(request, "ledgers/jobs/job_list.html", {"jobs": jobs, "shown": SHOWN})


class JobDetailView(View):
    """GET: how far a job is; the page asks again by itself until it ends. Another's is a 404.

    A job that leads somewhere sends its reader there when it is done.
    """

    verb = ALL_SIGNED_IN
    title = "后台办理进度"

    def get(self, request, pk):
        job = get_object_or_404(Job.objects.of(request.user), pk=pk)
        onward = job.onward
        part = bool(request.htmx and not request.htmx.history_restore_request)
        if onward and not part:
            return redirect(onward)
        template = "ledgers/jobs/job_fragment.html" if part else "ledgers/jobs/job.html"
        response = render(request, template, {"job": job, "job_days": settings.JOB_DAYS})
        patch_vary_headers(response, ["HX-Request"])
        response["Cache-Control"] = "no-store"
        if onward:
            response["HX-Redirect"] = onward
        return response


class JobFileView(View):
    """GET: the file that a job made. Another's job, and a file that was swept away, is a 404."""

    verb = ALL_SIGNED_IN
    title = "后台办理的文件"

    def get(self, request, pk) -> FileResponse:
        job = get_object_or_404(Job.objects.of(request.user), pk=pk)
        name = job.file
        path = folder_of(job) / name
        if not name or not path.is_file() or name.rpartition(".")[2] not in Export.KINDS:
            raise Http404("no such file")
        return download(path.open("rb"), name)
