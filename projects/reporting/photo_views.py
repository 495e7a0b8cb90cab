"""Photos of a weekly report: sent one by one as they are taken, or with the form."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.template.loader import render_to_string
from django.views import View

from ledgers.media.pictures import picture_response
from orgs.access import Verb, may
from projects.models import ReportPhoto
from projects.reporting.draft_answers import wants_json
from projects.reporting.errors import WrongState
from projects.reporting.page_helpers import report_or_404
from projects.reporting.photos import keep_photos, remove_photo
from projects.reporting.views import answer_draft


class PhotoAddView(View):
    """Takes the pictures of the form. The button sends the figures with them: they are kept too."""

    verb = Verb.REPORT
    title = "上传周报照片"

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        refused = keep_photos(request, report)
        if wants_json(request):
            return _list(request, report, refused)
        return answer_draft(request, report, refused)


class PhotoRemoveView(View):
    """Takes a picture away again, before the report is filed."""

    verb = Verb.REPORT
    title = "删去周报照片"

    def post(self, request, pk):
        photo = _photo_or_404(request, pk)
        if not may(request.user, Verb.REPORT, photo.report):
            raise PermissionDenied
        refused = []
        try:
            remove_photo(photo=photo, by=request.user)
        except WrongState as problem:
            refused = problem.messages
        if wants_json(request):
            return _list(request, photo.report, refused)
        return answer_draft(request, photo.report, refused)


class PhotoView(View):
    """The picture itself, for whoever may see its report."""

    verb = Verb.VIEW
    title = "查看周报照片"

    def get(self, request, pk):
        photo = _photo_or_404(request, pk)
        try:
            return picture_response(photo.picture)
        except FileNotFoundError as error:
            raise Http404("照片文件不在服务器上。") from error


def _photo_or_404(request, pk) -> ReportPhoto:
    photos = ReportPhoto.objects.visible_to(request.user).select_related("report")
    photo = photos.filter(pk=pk).first()
    if photo is None:
        raise Http404("没有这张照片。")
    return photo


def _list(request, report, refused):
    context = {"photos": list(report.photos.all()), "removable": True}
    html = render_to_string("projects/reporting/photos_fragment.html", context, request)
    return JsonResponse(
        {"html": html, "message": " ".join(refused)}, status=422 if refused else 200
    )
