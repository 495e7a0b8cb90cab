"""The user's own file with its mistakes in it, also those that a rule found when rows were stored."""

from ledgers.importing.mark import mark_workbook
from ledgers.importing.outcome import Outcome
from ledgers.importing.rows import WRONG, CellProblem
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
    found: dict[tuple, list[dict]] = {}
    for row in upload.rows.filter(status=WRONG):
        told = [one for one in row.problems if one.get("rule")]
        found.setdefault((row.sheet, row.row), []).extend(told)
    for record in outcome.records:
        for one in found.get((record.sheet, record.row), ()):
            problem = CellProblem(one["column"], one["text"], True, one["key"], rule=True)
            if problem not in record.problems:
                record.problems.append(problem)
                record.settle()
