"""Reading a file that was brought in: its content, what was said of its columns before, its preview."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError

from ledgers import clock
from ledgers.bulk.writing import insert
from ledgers.importing.guard import FileRefused
from ledgers.importing.header_preview import read_header
from ledgers.importing.outcome import Outcome, read_file
from ledgers.importing.registry import KINDS
from ledgers.importing.rows import CHANGED, NEW
from ledgers.meanwhile import token_of
from ledgers.models import ImportRow, ImportShape, ImportUpload
from orgs.imports.permitted import places_for
from orgs.imports.row_words import Speaker

State = ImportUpload.State


def folder() -> Path:
    return settings.MEDIA_ROOT / "imports"


def path_of(upload: ImportUpload) -> Path:
    """Where the file lies: by its digest, whatever it was called."""
    return folder() / upload.digest


def content_of(upload: ImportUpload) -> bytes:
    """The file as it was brought. Raises ValidationError where it was thrown away."""
    try:
        return path_of(upload).read_bytes()
    except FileNotFoundError:
        raise ValidationError("这个文件已过保存期，请重新上传。") from None


def outcome_of(upload: ImportUpload, progress) -> Outcome:
    """What the file says beside the ledger as it stands now. Raises Refused."""
    kind = KINDS[upload.kind]
    return read_file(
        kind,
        content_of(upload),
        upload.file_name,
        today=clock.today(),
        within=places_for(upload.user, kind),
        columns=by_index(upload.columns),
        progress=progress,
    )


def by_index(columns: dict) -> dict[str, dict[int, str]]:
    return {sheet: {int(i): key for i, key in chosen.items()} for sheet, chosen in columns.items()}


def earlier_columns(upload: ImportUpload, content: bytes) -> dict:
    """The columns that were chosen for headers of these shapes before: by oneself, else by another.

    Another's choice is taken where all that this account may bring in lies within that one's reach.
    """
    known = ImportShape.objects.filter(kind=upload.kind)
    if not known.exists():
        return {}
    kind = KINDS[upload.kind]
    mine = places_for(upload.user, kind)
    heads = read_heads(kind, content, upload)
    found: dict[str, dict] = {}
    for row in known.filter(shape__in={head.shape for head in heads}).order_by("pk"):
        if row.user_id == upload.user_id:
            found[row.shape] = row.columns
        elif all(place.startswith(tuple(row.reach) or ("-",)) for place in mine):
            found.setdefault(row.shape, row.columns)
    return {head.sheet: found[head.shape] for head in heads if head.shape in found}


def read_heads(kind, content: bytes, upload: ImportUpload) -> list:
    try:
        return read_header(kind, content, upload.file_name, by_index(upload.columns))
    except FileRefused:
        return []


def as_kept(heads) -> list[dict]:
    """The headers as they are kept for the page 对照各列."""
    return [
        {
            "sheet": head.sheet,
            "missing": list(head.missing),
            "columns": [
                {
                    "index": column.index,
                    "letter": column.letter,
                    "text": column.text,
                    "key": column.key,
                    "samples": list(column.samples),
                }
                for column in head.columns
            ],
        }
        for head in heads
    ]


def keep(upload: ImportUpload, outcome: Outcome) -> ImportUpload:
    """Keep an outcome as the preview of `upload`, row by row."""
    upload.rows.all().delete()
    speaker = Speaker(outcome.kind, outcome.records)
    cells = {(s.name, line.number): line.cells for s in outcome.sheets for line in s.rows}
    insert(
        ImportRow(
            upload=upload,
            position=position,
            sheet=record.sheet[:100],
            row=record.row,
            status=record.status,
            title=speaker.title(record),
            key=record.pk,
            values=speaker.values(record),
            changes=speaker.changes(record),
            problems=speaker.problems(record, cells.get((record.sheet, record.row), {})),
        )
        for position, record in enumerate(outcome.records)
    )
    upload.state, upload.error = State.READ, ""
    upload.counts, upload.heads = outcome.counts, as_kept(outcome.heads)
    upload.told, upload.shown = _told(outcome), token_of_outcome(outcome)
    upload.save()
    return upload


def _told(outcome: Outcome) -> list[str]:
    """What the file says besides its rows: totals that do not fit, sheets that were left out."""
    found = [
        f"{one.sheet}第{one.row}行“{one.label}”的{one.column}写的是{one.written:g}，"
        f"逐行相加是{one.computed:g}。合计不入库，请核对。"
        for one in outcome.differences
    ]
    kind = outcome.kind.title
    return found + [f"工作表“{name}”不是{kind}，没有读取。" for name in outcome.skipped_sheets]


def token_of_outcome(outcome: Outcome) -> str:
    """The token of what storing would do, so that nothing is stored that the preview did not show."""
    return token_of(*map(_said, outcome.records))


def _said(record) -> list:
    about = [record.sheet, record.row, record.status]
    if record.status in (NEW, CHANGED):
        about += [record.values, record.changes]
    return about
