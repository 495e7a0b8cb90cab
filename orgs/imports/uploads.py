"""What happens to a file that is brought in: received, read, its columns corrected, stored, given up."""

import hashlib
import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Now

from ledgers.importing.apply import apply_outcome, hold_imports
from ledgers.importing.guard import FileRefused, check
from ledgers.importing.header_preview import read_header
from ledgers.importing.outcome import Outcome
from ledgers.importing.registry import KINDS
from ledgers.meanwhile import ChangedMeanwhile, refuse_if_changed
from ledgers.models import AuditKind, ImportBatch, ImportShape, ImportUpload
from ledgers.trail import audit
from orgs.imports.permitted import places_for
from orgs.imports.previews import (
    as_kept,
    content_of,
    earlier_columns,
    folder,
    keep,
    outcome_of,
    read_heads,
    token_of_outcome,
)

MEANWHILE = "预览之后台账又有变更，已按现在的台账重新核对，请再看一遍后确认。"
NOTHING = "没有可以入库的行：新增和变更都是0。"
State = ImportUpload.State


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
    kind, content = KINDS[upload.kind], content_of(upload)
    if not upload.columns:
        upload.columns = earlier_columns(upload, content)
    try:
        outcome = outcome_of(upload, progress)
    except FileRefused as refusal:
        upload.state, upload.error = State.REFUSED, str(refusal)
        upload.rows.all().delete()
        upload.heads = as_kept(read_heads(kind, content, upload))
        upload.save()
        return upload
    return keep(upload, outcome)


@transaction.atomic
def choose_columns(*, upload: ImportUpload, columns: dict[str, dict[int, str]]) -> ImportUpload:
    """Take the columns as a person says, remember it for files of the same shape, and wait for reading.

    Raises ValidationError for a choice that cannot be (one column twice, an unknown one).
    """
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state not in (State.READ, State.REFUSED):
        raise ValidationError("这个文件已经办完，不能再改列。")
    try:
        heads = read_header(KINDS[upload.kind], content_of(upload), upload.file_name, columns)
    except FileRefused as refusal:
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
                defaults={
                    "columns": {str(index): key for index, key in chosen.items()},
                    "reach": list(places_for(upload.user, KINDS[upload.kind])),
                },
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
    except ChangedMeanwhile as changed:
        return _shown_again(upload, changed.stored, changed.now, MEANWHILE)
    except _NotStored as refused:
        # The preview then names the rows that a rule refused; what it showed stays what counts.
        _shown_again(upload, refused.outcome, refused.shown, refused.reason)
        raise ValidationError(refused.reason) from refused


@transaction.atomic
def _shown_again(upload: ImportUpload, outcome: Outcome, shown: str, why: str) -> ImportUpload:
    """Keep the preview as `outcome` has it now, and say why it came back."""
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    keep(upload, outcome)
    upload.shown, upload.error = shown, why[:500]
    upload.save()
    return upload


class _NotStored(Exception):
    """Nothing was stored, for a reason; `shown` is the token before the rules had their say."""

    def __init__(self, outcome: Outcome, shown: str, reason: str):
        super().__init__(reason)
        self.outcome, self.shown, self.reason = outcome, shown, reason


@transaction.atomic
def _store(upload: ImportUpload, only_good: bool, progress) -> ImportUpload:
    upload = ImportUpload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
    if upload.state == State.STORED:
        return upload
    if upload.state != State.READ:
        raise ValidationError("这个文件还没有核对完，或已经放弃，不能入库。")
    hold_imports()
    outcome = outcome_of(upload, progress)
    shown = token_of_outcome(outcome)
    refuse_if_changed(upload.shown, shown, MEANWHILE, stored=outcome)
    within = places_for(upload.user, KINDS[upload.kind])
    try:
        batch = apply_outcome(
            outcome=outcome, user=upload.user, only_good=only_good, progress=progress
        )
    except ValidationError as refusal:
        raise _NotStored(outcome, shown, " ".join(refusal.messages)) from refusal
    if batch is None:
        raise _NotStored(outcome, shown, _why_nothing(outcome))
    place = os.path.commonprefix(list(within))[: ImportBatch._meta.get_field("place").max_length]
    ImportBatch.objects.filter(pk=batch.pk).update(place=place)
    keep(upload, outcome)
    upload.state, upload.batch, upload.error = State.STORED, batch, ""
    upload.save()
    about = {"what": "入库", "ledger": outcome.kind.title, "file": upload.file_name}
    about["rows"] = batch.counts.get("new", 0) + batch.counts.get("changed", 0)
    audit.record(AuditKind.IMPORT, user=upload.user, obj=batch, detail=about)
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
        if one.rule
    ]
    return "".join(refused[:3]) if refused else NOTHING
