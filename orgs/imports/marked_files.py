"""The user's own file with its mistakes in it, also those that a rule found when rows were stored."""

from ledgers.importing.mark import mark_workbook
from ledgers.importing.outcome import Outcome
from ledgers.importing.rows import WHOLE_ROW, WRONG, Problem
from ledgers.models import ImportUpload
from orgs.imports.previews import content_of, outcome_of


def marked(upload: ImportUpload, progress=None) -> bytes:
    """The file of `upload` as an .xlsx with every mistake marked. Raises Refused."""
    outcome = outcome_of(upload, progress)
    _add_rules(upload, outcome)
    return mark_workbook(content_of(upload), upload.file_name, outcome)


def marked_name(upload: ImportUpload) -> str:
    """What the marked file is called: 台账（待改）.xlsx."""
    return f"{upload.file_name.rpartition('.')[0] or upload.file_name}（待改）.xlsx"


def _add_rules(upload: ImportUpload, outcome: Outcome) -> None:
    """Reading alone does not know what the rules had against a row; its preview does."""
    found: dict[tuple, list[str]] = {}
    for row in upload.rows.filter(status=WRONG):
        found.setdefault((row.sheet, row.row), []).extend(
            one["text"] for one in row.problems if one["column"] == WHOLE_ROW and one["wrong"]
        )
    for record in outcome.records:
        known = {one.text for one in record.problems}
        for text in found.get((record.sheet, record.row), ()):
            if text not in known:
                record.problems.append(Problem(WHOLE_ROW, text, wrong=True))
                record.settle()
