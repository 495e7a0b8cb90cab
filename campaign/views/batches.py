"""One batch, one page: who, when, which file, what changed; and taking it back."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from campaign.bringing import batches
from campaign.bringing.words import title_of
from campaign.views.imports import ROWS, STATUSES
from ledgers import audit
from ledgers.importing.rows import CHANGED, NEW
from ledgers.models import AuditKind, ImportRow, ImportUpload


class BatchDetailView(View):
    """GET: the batch and its rows, `?status=` as in the preview. A batch of elsewhere is a 404."""

    def get(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        upload = ImportUpload.objects.filter(batch=batch).first()
        asked = request.GET.get("status", "")
        wanted = [asked] if asked in STATUSES else [NEW, CHANGED]
        rows = (
            ImportRow.objects.filter(upload=upload, status__in=wanted)
            if upload
            else ImportRow.objects.none()
        )
        context = {
            "batch": batch,
            "ledger": title_of(batch.kind),
            "upload": upload,
            "statuses": STATUSES,
            "counts": batch.counts,
            "asked": asked if asked in STATUSES else "",
            "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
            "may_undo": batches.may_undo(request.user, batch),
        }
        return render(request, "campaign/imports/batch.html", context)


class BatchUndoView(View):
    """GET: what taking the batch back would do, or what stands in the way. POST: take it back."""

    def get(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        if not batches.may_undo(request.user, batch):
            return redirect("batch_detail", pk)
        return self._page(batch)

    def post(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        try:
            batches.undo(batch=batch, user=request.user)
        except ValidationError as error:
            return self._page(batch, " ".join(error.messages), status=409)
        about = {"ledger": title_of(batch.kind), "file": batch.file_name, "undone": batch.pk}
        audit.record(AuditKind.IMPORT, request=request, obj=batch, detail=about)
        return redirect("batch_detail", pk)

    def _page(self, batch, problem: str = "", status: int = 200):
        rows, obstacles, more = batches.consequences(batch)
        context = {
            "batch": batch,
            "ledger": title_of(batch.kind),
            "rows": rows,
            "obstacles": obstacles,
            "more": more,
            "problem": "" if obstacles else problem,
        }
        return render(self.request, "campaign/imports/undo.html", context, status=status)
