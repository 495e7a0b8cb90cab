"""Which column of the file is which: as it was recognised, corrected by hand, remembered."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views import View

from ledgers.importing.registry import KINDS
from ledgers.models import ImportUpload
from orgs.access import Verb
from orgs.imports import uploads
from orgs.imports.views import note, start_reading, upload_or_404


class ImportColumnsView(View):
    """GET: which column of the file is taken for which. POST: as the reader says; then it is read anew.

    The field of a column is `c-<sheet>-<column>`, both counted from 0.
    """

    verb = Verb.EDIT
    title = "导入：对照各列"

    def get(self, request, pk):
        return self._page(upload_or_404(request, pk), {}, {})

    def post(self, request, pk):
        upload = upload_or_404(request, pk)
        columns = {
            head["sheet"]: {
                column["index"]: request.POST.get(f"c-{place}-{column['index']}", "")[:40]
                for column in head["columns"]
            }
            for place, head in enumerate(upload.heads)
        }
        problems = self._problems(upload, columns)
        if problems:
            return self._page(upload, columns, problems, status=400)
        try:
            upload = uploads.choose_columns(upload=upload, columns=columns)
        except ValidationError as error:
            return self._page(upload, columns, {"": " ".join(error.messages)}, status=400)
        note(request, upload, "核对列")
        return redirect(start_reading(upload, request.user))

    @staticmethod
    def _problems(upload: ImportUpload, columns: dict) -> dict[str, str]:
        """By the field's name what is wrong with its choice."""
        labels = {column.key: column.label for column in KINDS[upload.kind].columns}
        found = {}
        for place, choice in enumerate(columns.values()):
            seen: set[str] = set()
            for index, key in choice.items():
                if key and key not in labels:
                    found[f"c-{place}-{index}"] = "请从列表中选择。"
                elif key in seen:
                    found[f"c-{place}-{index}"] = f"“{labels[key]}”选了两列，请只留一列。"
                seen |= {key} - {""}
        return found

    def _page(self, upload, chosen: dict, problems: dict, status: int = 200):
        context = {
            "upload": upload,
            "kind": KINDS[upload.kind],
            "heads": upload.heads,
            "chosen": chosen,
            "problems": problems,
        }
        return render(self.request, "orgs/imports/columns.html", context, status=status)
