"""Bringing workbooks in: upload, columns, preview, and the word to store them or not."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from ledgers.importing.column_matching import SERIAL
from ledgers.importing.guard import FileRefused, check_size
from ledgers.importing.registry import KINDS
from ledgers.importing.rows import CHANGED, CONFLICT, DOUBTFUL, NEW, UNCHANGED, WRONG
from ledgers.jobs import start_job
from ledgers.models import AuditKind, ImportRow, ImportUpload
from ledgers.registry import workbook_of
from ledgers.trail import audit
from orgs.access import Verb
from orgs.imports import uploads
from orgs.imports.batches import batches_for
from orgs.imports.permitted import kinds_for, places_for
from orgs.imports.previews import path_of
from orgs.imports.row_words import title_of

# Files up to this size are read while their reader waits (about a second); longer ones by the worker.
AT_ONCE = 60_000
ROWS = 50
OPEN, BATCHES = 20, 20
STATUSES = {
    NEW: ("新增", "green"),
    CHANGED: ("变更", "amber"),
    UNCHANGED: ("未变", ""),
    DOUBTFUL: ("存疑", "amber"),
    WRONG: ("有误", "red"),
    CONFLICT: ("冲突", "red"),
}
# What each kind of row is for, under its number.
MEANINGS = {
    NEW: "台账里没有，将登记",
    CHANGED: "与台账不同，将改",
    UNCHANGED: "与台账一致",
    DOUBTFUL: "拿不准，须先核对",
    WRONG: "不能入库，须改正",
    CONFLICT: "取底稿后他人已改",
}
State = ImportUpload.State


def kind_or_404(code: str):
    """The kind of ledger `code`. Raises Http404 where there is none."""
    if code not in KINDS:
        raise Http404("no such ledger")
    return KINDS[code]


def upload_or_404(request, pk: int) -> ImportUpload:
    """One's own upload. Another's is not there; PermissionDenied where the right has gone since."""
    upload = get_object_or_404(ImportUpload.objects.of(request.user), pk=pk)
    places_for(request.user, KINDS[upload.kind])
    return upload


def copy_address(code: str) -> str:
    """Where the working copy of a kind of ledger is to be had, "" where there is none."""
    try:
        ledger, _ = workbook_of(code)
    except LookupError:
        return ""
    return f"{ledger.list_address()}?format=copy&form={code}"


class FileForm(forms.Form):
    """The file itself; why it cannot be taken stands at the field."""

    file = forms.FileField(
        label="文件",
        error_messages={"required": "请选择要导入的文件。", "empty": "文件是空的。"},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            check_size(file.size)
        except FileRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return file


class ImportListView(View):
    """GET: what one may import, one's files that still wait, and the batches of one's scope."""

    verb = Verb.EDIT
    title = "导入"

    def get(self, request):
        kinds = kinds_for(request.user)
        page = Paginator(batches_for(request.user), BATCHES).get_page(request.GET.get("page"))
        for batch in page:
            batch.ledger = title_of(batch.kind)
        waiting = list(ImportUpload.objects.of(request.user).open()[:OPEN])
        for upload in waiting:
            upload.ledger = title_of(upload.kind)
        context = {
            "kinds": [(kind, copy_address(kind.code)) for kind in kinds],
            "waiting": waiting,
            "page": page,
        }
        return render(request, "orgs/imports/list.html", context)


class ImportStartView(View):
    """GET: where a file is chosen. POST: it is kept and read; nothing is stored yet."""

    verb = Verb.EDIT
    title = "导入：上传文件"

    def dispatch(self, request, *args, **kwargs):
        self.kind = kind_or_404(kwargs["kind"])
        places_for(request.user, self.kind)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, kind):
        return self._page(FileForm())

    def post(self, request, kind):
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form, status=400)
        file = form.cleaned_data["file"]
        try:
            upload = uploads.receive(
                kind=kind, name=file.name, content=file.read(), user=request.user
            )
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
            return self._page(form, status=400)
        about = {"what": "上传", "ledger": self.kind.title, "file": upload.file_name}
        audit.record(AuditKind.IMPORT, request=request, detail=about)
        return redirect(start_reading(upload, request.user))

    def _page(self, form, status=200):
        needed = [column.label for column in self.kind.columns if column.needed]
        context = {
            "kind": self.kind,
            "form": form,
            "needed": needed,
            "copy": copy_address(self.kind.code),
        }
        return render(self.request, "orgs/imports/start.html", context, status=status)


def start_reading(upload: ImportUpload, user):
    """Have `upload` read; returns where to look meanwhile: the preview of a small file, else its job."""
    small = path_of(upload).stat().st_size <= AT_ONCE
    job = start_job(
        code="import_read",
        user=user,
        arguments={"upload": upload.pk},
        title=f"核对：{upload.file_name}",
        at_once=small,
    )
    ImportUpload.objects.filter(pk=upload.pk).update(job=job)
    return job if job.state != job.State.DONE else upload


class ImportDetailView(View):
    """GET: the preview, `?status=` shows only such rows; a file that is not read yet leads to its job."""

    verb = Verb.EDIT
    title = "导入：预览"

    def get(self, request, pk):
        upload = upload_or_404(request, pk)
        if upload.job and not upload.job.ended:
            return redirect(upload.job)
        return preview(request, upload)


def preview(request, upload: ImportUpload, problem: str = "", status: int = 200):
    """The page of a file that waits for its reader's word."""
    asked = request.GET.get("status", "")
    asked = asked if asked in STATUSES else ""
    rows = upload.rows.filter(status=asked) if asked else upload.rows.all()
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    counts = upload.counts
    failed = upload.job.error if upload.job else ""
    columns = [column for head in upload.heads for column in head["columns"]]
    context = {
        "upload": upload,
        "kind": KINDS[upload.kind],
        "statuses": STATUSES,
        "meanings": MEANINGS,
        "counts": counts,
        "total": sum(counts.values()),
        "asked": asked,
        "page": page,
        "rows": [(row, _ledger_page(upload.kind, row)) for row in page],
        "good": counts.get(NEW, 0) + counts.get(CHANGED, 0),
        "bad": counts.get(DOUBTFUL, 0) + counts.get(WRONG, 0) + counts.get(CONFLICT, 0),
        "problem": problem or upload.error or failed,
        "known": [column for column in columns if column["key"]],
        "left": [
            c for c in columns if not c["key"] and c["text"] and not SERIAL.fullmatch(c["text"])
        ],
        "several": len({head["sheet"] for head in upload.heads}) > 1,
    }
    return render(request, "orgs/imports/preview.html", context, status=status)


def _ledger_page(kind: str, row: ImportRow) -> str:
    """The page of the row that a working copy names, where its history stands."""
    if row.key is None or row.status == WRONG:
        return ""
    return reverse(workbook_of(kind)[0].url_name("detail"), args=[row.key])


class ImportStoreView(View):
    """POST: store what the preview shows, `which=all` or `which=good`; a short file at once."""

    verb = Verb.EDIT
    title = "导入：入库"

    def post(self, request, pk):
        upload = upload_or_404(request, pk)
        if upload.state == State.STORED:
            return redirect("batch_detail", upload.batch_id)
        if upload.job and not upload.job.ended:
            return redirect(upload.job)
        job = start_job(
            code="import_store",
            user=request.user,
            arguments={"upload": upload.pk, "only_good": request.POST.get("which") != "all"},
            title=f"入库：{upload.file_name}",
            at_once=sum(upload.counts.values()) <= AT_ONCE // 200,
        )
        ImportUpload.objects.filter(pk=upload.pk).update(job=job)
        if job.state == job.State.FAILED:
            upload.refresh_from_db()
            return preview(request, upload, problem=job.error, status=409)
        return redirect(job.onward or job)


class ImportDropView(View):
    """POST: give the file up."""

    verb = Verb.EDIT
    title = "导入：放弃"

    def post(self, request, pk):
        upload = upload_or_404(request, pk)
        try:
            uploads.drop(upload=upload)
        except ValidationError:
            return redirect("batch_detail", upload.batch_id)
        note(request, upload, "放弃")
        messages.success(request, f"已放弃“{upload.file_name}”，台账没有变化。")
        return redirect(reverse("import_list"))


def note(request, upload: ImportUpload, what: str) -> None:
    """Keep in the audit what was done with a file."""
    about = {"what": what, "ledger": title_of(upload.kind), "file": upload.file_name}
    audit.record(AuditKind.IMPORT, request=request, obj=upload, detail=about)
