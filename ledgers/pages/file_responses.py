"""What a list gives out: files, official forms, and the page for paper. Each is noted in the audit."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect, render

from ledgers.as_of import BadRequestPage
from ledgers.exports import Export, signature
from ledgers.jobs import start_job
from ledgers.models import AuditKind
from ledgers.trail import audit
from ledgers.workbooks import FORMS, WorkbookFile

PRINTED = 2000  # rows; who needs more on paper prints the workbook
# Workbooks with more rows than this are made behind the page (about a second's work). A CSV is
# written by the database and is quick at any size.
AT_ONCE = 10_000


class LedgerFiles:
    """Mixed into a list page: `?format=csv|xlsx` gives the rows as a file, `?format=official|copy`
    in the shape of the ledger's workbook `?form=` (default: its first), `?format=print` for paper.
    A long workbook is offered to be made in the background, which a POST to the address asks for.
    """

    def printed(self):
        """The rows on A4, without the portal's frame. Raises PermissionDenied."""
        user = self.request.user
        if not user.may("export"):
            raise PermissionDenied
        count = self.filterset.qs.order_by().count()
        records = list(self.plan.records(self.sorted_queryset())[:PRINTED])
        context = {
            "title": self.heading or self.title,
            "asked": self.filterset.in_words(),
            "on": self.request.on,
            "headers": self.plan.cells,
            "rows": self.plan.html(records, user),
            "count": count,
            "limit": PRINTED,
            "back": self.link(),
            "printed_by": user.display_name,
        }
        self._record("print", context["title"], len(records))
        return render(self.request, "ledgers/pages/print.html", context)

    def export(self, kind: str):
        """The rows as a file, or the offer to make it in the background. Raises as `file` does."""
        file, title = self.file(kind)
        rows = 0 if kind == "csv" else self.filterset.qs.order_by().count()
        if rows > AT_ONCE:
            context = {"title": title, "rows": rows, "name": file.name(kind), "back": self.link()}
            return render(self.request, "ledgers/jobs/long_file.html", context)
        response = file.response(kind)
        self._record(kind, title, file.rows)
        return response

    def post(self, request, *args, **kwargs):
        """Make the file that the address asks for in the background."""
        kind = request.GET.get("format", "")
        if not kind or kind == "print" or not self.filterset.is_valid():
            return HttpResponseNotAllowed(["GET"])
        file, title = self.file(kind)
        self._record(kind, title, self.filterset.qs.order_by().count())
        arguments = {"path": request.path, "query": request.GET.urlencode(), "on": request.on}
        job = start_job(
            code="export", user=request.user, arguments=arguments, title=file.name(kind)
        )
        return redirect(job)

    def file(self, kind: str) -> tuple[Export | WorkbookFile, str]:
        """What can write the rows as `kind`, and the title under which the audit knows it.

        Raises PermissionDenied or, for an unknown `kind`, BadRequestPage.
        """
        if not self.request.user.may("export"):
            raise PermissionDenied
        if kind in FORMS:
            return self._in_form(kind)
        if kind not in Export.KINDS:
            raise BadRequestPage(f"没有“{kind[:20]}”这种导出格式，可选 csv 或 xlsx。")
        export = Export(
            title=self.heading or self.title,
            plan=self.plan,
            queryset=self.sorted_queryset(),
            on=self.request.on,
            asked=self.filterset.in_words(),
            by=signature(self.request.user),
        )
        return export, export.title

    def _in_form(self, kind: str) -> tuple[WorkbookFile, str]:
        """The same rows in the shape of a workbook of the ledger.

        Raises BadRequestPage where it has none such, PermissionDenied for a copy nobody may fill in.
        """
        found = {workbook.kind: workbook for workbook in self.ledger.workbooks}
        asked = self.request.GET.get("form") or next(iter(found), "")
        if asked not in found:
            raise BadRequestPage("这个台账没有这种官方格式，请回到台账重新选择导出。")
        if kind == "copy" and not self.request.user.may("edit"):
            raise PermissionDenied  # it is there to be filled in
        file = WorkbookFile(
            found[asked],
            queryset=self.filterset.qs,
            user=self.request.user,
            on=self.request.on,
            asked=self.filterset.in_words(),
        )
        return file, found[asked].label

    def _record(self, kind: str, title: str, rows: int) -> None:
        """Note in the audit what is taken out."""
        about = {"ledger": title, "format": kind, "rows": rows}
        about |= {"on": self.request.on.isoformat(), "asked": self.filterset.in_words()}
        audit.record(AuditKind.EXPORT, request=self.request, detail=about)
