"""What happens to a file that is brought in: received, read, its columns corrected, stored, given up."""

import hashlib
import json
import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models.functions import Now

from campaign.bringing.words import Speaker
from campaign.imports import KINDS, places_for
from ledgers import clock
from ledgers.importing.apply import apply_outcome, hold_imports
from ledgers.importing.bulk import insert
from ledgers.importing.guard import Refused, check
from ledgers.importing.heads import read_header
from ledgers.importing.outcome import Outcome, read_file
from ledgers.importing.rows import CHANGED, NEW, WHOLE_ROW
from ledgers.models import ImportBatch, ImportRow, ImportShape, ImportUpload

MEANWHILE = "预览之后台账又有变更，已按现在的台账重新核对，请再看一遍后确认。"
NOTHING = "没有可以入库的行：新增和变更都是0。"
State = ImportUpload.State


def folder() -> Path:
    return settings.MEDIA_ROOT / "imports"


def path_of(upload: ImportUpload) -> Path:
    """Where the file lies: by its digest, whatever it was called."""
    return folder() / upload.digest


@transaction.atomic
def receive(*, kind: str, name: str, content: bytes, user) -> ImportUpload:
    """Keep a file that `user` brings for the ledger `kind`. Raises Refused where it cannot be taken."""
    check(content, name)
    digest = hashlib.sha256(content).hexdigest()
    folder().mkdir(parents=True, exist_ok=True)
    half = folder() / f"{digest}.{os.getpid()}"
    half.write_bytes(content)
    half.rename(folder() / digest)
    return ImportUpload.objects.create(
        kind=kind, file_name=Path(name).name[:200], digest=digest, user=user
    )


@transaction.atomic
def read(*, upload: ImportUpload, progress=None) -> ImportUpload:
    """Read the file and keep what it says as its preview; a file that cannot be read says why."""
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state in (State.STORED, State.DROPPED):
        return upload
    kind, content = KINDS[upload.kind], _content(upload)
    if not upload.columns:
        upload.columns = _remembered(upload, content)
    try:
        outcome = _outcome(upload, progress)
    except Refused as refusal:
        upload.state, upload.error = State.REFUSED, str(refusal)
        upload.rows.all().delete()
        upload.heads = _heads(_read_heads(kind, content, upload))
        upload.save()
        return upload
    return _keep(upload, outcome)


@transaction.atomic
def choose_columns(*, upload: ImportUpload, columns: dict[str, dict[int, str]]) -> ImportUpload:
    """Take the columns as a person says, remember it for files of the same shape, and wait for reading.

    Raises ValidationError for a choice that cannot be (one column twice, an unknown one).
    """
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state not in (State.READ, State.REFUSED):
        raise ValidationError("这个文件已经办完，不能再改列。")
    try:
        heads = read_header(KINDS[upload.kind], _content(upload), upload.file_name, columns)
    except Refused as refusal:
        raise ValidationError(str(refusal)) from refusal
    lacking = [
        f"工作表“{head.sheet}”缺少：{'、'.join(head.missing)}" for head in heads if head.missing
    ]
    if heads and len(lacking) == len(heads):
        raise ValidationError(f"{'；'.join(lacking)}。请指明是哪一列。")
    for head in heads:
        if chosen := columns.get(head.sheet):
            ImportShape.objects.update_or_create(
                user=upload.user,
                kind=upload.kind,
                shape=head.shape,
                defaults={"columns": {str(index): key for index, key in chosen.items()}},
            )
    upload.columns = {s: {str(i): k for i, k in c.items()} for s, c in columns.items()}
    upload.state, upload.error = State.READING, ""
    upload.save()
    return upload


def store(*, upload: ImportUpload, only_good: bool, progress=None) -> ImportUpload:
    """Store what the preview showed, as one batch: all of it, or only the good rows.

    Twice stores once. Where the ledger has changed since, nothing is stored and the preview is
    renewed; `error` says so. Raises ValidationError where there is nothing to store, or where not
    all rows are good and all were asked for.
    """
    try:
        return _store(upload, only_good, progress)
    except _Changed as changed:
        with transaction.atomic():
            upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
            _keep(upload, changed.outcome)
            upload.error = MEANWHILE
            upload.save()
            return upload


class _Changed(Exception):
    """What the file would do now is not what its preview showed."""

    def __init__(self, outcome: Outcome):
        super().__init__("changed")
        self.outcome = outcome


@transaction.atomic
def _store(upload: ImportUpload, only_good: bool, progress) -> ImportUpload:
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state == State.STORED:
        return upload
    if upload.state != State.READ:
        raise ValidationError("这个文件还没有核对完，或已经放弃，不能入库。")
    hold_imports()
    outcome = _outcome(upload, progress)
    if _fingerprint(outcome) != upload.shown:
        raise _Changed(outcome)
    within = places_for(upload.user, KINDS[upload.kind])
    batch = apply_outcome(outcome=outcome, user=upload.user, only_good=only_good, progress=progress)
    if batch is None:
        raise ValidationError(_why_nothing(outcome))
    place = os.path.commonprefix(list(within))[: ImportBatch._meta.get_field("place").max_length]
    ImportBatch.objects.filter(pk=batch.pk).update(place=place)
    _keep(upload, outcome)
    upload.state, upload.batch, upload.error = State.STORED, batch, ""
    upload.save()
    return upload


@transaction.atomic
def drop(*, upload: ImportUpload) -> ImportUpload:
    """Give a file up: nothing of it is stored. Raises ValidationError where it was stored already."""
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state == State.STORED:
        raise ValidationError("这个文件已经入库；要退回，请在导入批次中撤销。")
    upload.rows.all().delete()
    upload.state = State.DROPPED
    upload.save()
    return upload


def sweep_uploads() -> int:
    """Drop what nobody confirmed within IMPORT_DAYS days, and remove old files; returns how many rows.

    What was stored keeps its rows: they say what the batch changed. Its file goes.
    """
    old = ImportUpload.objects.filter(uploaded_at__lt=Now() - timedelta(days=settings.IMPORT_DAYS))
    stale = list(old.open())
    for upload in stale:
        drop(upload=upload)
    kept = set(
        ImportUpload.objects.exclude(pk__in=old.values("pk")).values_list("digest", flat=True)
    )
    for path in folder().glob("*") if folder().is_dir() else ():
        if path.name not in kept:
            path.unlink(missing_ok=True)
    return len(stale)


def _why_nothing(outcome: Outcome) -> str:
    """Why no row was stored: the rules that refused the rows which looked good, if any did."""
    refused = [
        f"第{record.row}行：{one.text}"
        for record in outcome.records
        for one in record.problems
        if one.column == WHOLE_ROW
    ]
    return "".join(refused[:3]) if refused else NOTHING


# -- reading --------------------------------------------------------------------------------------


def _content(upload: ImportUpload) -> bytes:
    try:
        return path_of(upload).read_bytes()
    except FileNotFoundError:
        raise ValidationError("这个文件已过保存期，请重新上传。") from None


def _outcome(upload: ImportUpload, progress) -> Outcome:
    kind = KINDS[upload.kind]
    return read_file(
        kind,
        _content(upload),
        upload.file_name,
        today=clock.today(),
        within=places_for(upload.user, kind),
        columns=_by_index(upload.columns),
        progress=progress,
    )


def _by_index(columns: dict) -> dict[str, dict[int, str]]:
    return {sheet: {int(i): key for i, key in chosen.items()} for sheet, chosen in columns.items()}


def _remembered(upload: ImportUpload, content: bytes) -> dict:
    """The columns that the same person chose for a header of this shape before."""
    shapes = dict(
        ImportShape.objects.filter(user=upload.user, kind=upload.kind).values_list(
            "shape", "columns"
        )
    )
    if not shapes:
        return {}
    heads = _read_heads(KINDS[upload.kind], content, upload)
    return {head.sheet: shapes[head.shape] for head in heads if head.shape in shapes}


def _read_heads(kind, content: bytes, upload: ImportUpload) -> list:
    try:
        return read_header(kind, content, upload.file_name, _by_index(upload.columns))
    except Refused:
        return []


def _heads(heads) -> list[dict]:
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


def _keep(upload: ImportUpload, outcome: Outcome) -> ImportUpload:
    """Keep an outcome as the preview of `upload`, row by row."""
    upload.rows.all().delete()
    speaker = Speaker(outcome.kind, outcome.records)
    insert(
        ImportRow(
            upload=upload,
            position=position,
            sheet=record.sheet[:100],
            row=record.row,
            status=record.status,
            title=speaker.title(record),
            values=speaker.values(record),
            changes=speaker.changes(record),
            problems=[
                {"column": one.column, "text": one.text, "wrong": one.wrong}
                for one in record.problems
            ],
        )
        for position, record in enumerate(outcome.records)
    )
    upload.state, upload.error = State.READ, ""
    upload.counts, upload.heads = outcome.counts, _heads(outcome.heads)
    upload.told, upload.shown = _told(outcome), _fingerprint(outcome)
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


def _fingerprint(outcome: Outcome) -> str:
    """A digest of what storing would do, so that nothing is stored that the preview did not show."""
    digest = hashlib.sha256()
    for record in outcome.records:
        about = [record.sheet, record.row, record.status]
        if record.status in (NEW, CHANGED):
            about += [record.values, record.changes]
        digest.update(json.dumps(about, cls=DjangoJSONEncoder, sort_keys=True).encode())
    return digest.hexdigest()
