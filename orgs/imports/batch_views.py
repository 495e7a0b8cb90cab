"""One batch, one page: who, when, which file, each change; and taking it back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from ledgers.jobs import start_job
from ledgers.models import ImportUpload
from orgs.access import Verb
from orgs.imports import batches
from orgs.imports.row_words import title_of
from orgs.imports.views import ROWS, STATUSES

UNDO_AT_ONCE = 2000  # changes that are taken back while their page waits


class BatchDetailView(View):
    """GET: the batch and each change that it made, cell by cell; `?page=` pages. Elsewhere's is a 404."""

    verb = Verb.EDIT
    title = "导入批次"

    def get(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        page = Paginator(batches.changes_of(batch), ROWS).get_page(request.GET.get("page"))
        counts = [(word, tone, batch.counts.get(s, 0)) for s, (word, tone) in STATUSES.items()]
        context = {
            "batch": batch,
            "ledger": title_of(batch.kind),
            "upload": ImportUpload.objects.of(request.user).filter(batch=batch).first(),
            "counts": [one for one in counts if one[2]],
            "page": page,
            "changes": batches.described_changes(list(page)),
            "may_undo": batches.may_undo(request.user, batch),
        }
        return render(request, "orgs/imports/batch.html", context)


class BatchUndoView(View):
    """GET: what taking the batch back would do, or what stands in the way. POST: take it back."""

    verb = Verb.EDIT
    title = "撤销导入批次"

    def get(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        if not batches.may_undo(request.user, batch):
            return redirect("batch_detail", pk)
        return self._page(batch)

    def post(self, request, pk):
        batch = get_object_or_404(batches.batches_for(request.user), pk=pk)
        if batch.undone_at is not None:
            return redirect("batch_detail", pk)
        batches.refuse_undo(request.user, batch)
        job = start_job(
            code="import_undo",
            user=request.user,
            arguments={"batch": batch.pk},
            title=f"撤销：{batch.file_name}",
            at_once=batches.changes_of(batch).count() <= UNDO_AT_ONCE,
        )
        if job.state == job.State.FAILED:
            return self._page(batch, job.error, status=409)
        if job.ended:
            messages.success(request, "已撤销，这一批的变更全部退回。")
        return redirect(job.onward or job)

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
        return render(self.request, "orgs/imports/undo.html", context, status=status)
