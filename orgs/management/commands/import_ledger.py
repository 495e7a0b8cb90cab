"""`manage.py import_ledger KIND FILE [--dry-run] [--json] [--user NAME]`: a workbook, back in."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ledgers import clock
from ledgers.importing.apply import apply_outcome, hold_imports
from ledgers.importing.guard import FileRefused, check_size
from ledgers.importing.outcome import Outcome, read_file
from ledgers.importing.registry import KINDS
from ledgers.importing.rows import Record
from orgs.imports.permitted import places_for
from orgs.models import User


def plain(value):
    """What JSON does not know: days and decimals."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} in a record")


def as_json(outcome: Outcome) -> dict:
    """The outcome as it is printed: counts, rows, and what was recognised of the file."""
    return {
        "kind": outcome.kind.code,
        "batch": outcome.batch.pk if outcome.batch else None,
        "file": outcome.name,
        "counts": outcome.counts,
        "rows": [row_as_json(record) for record in outcome.records],
        "sheets": [
            {
                "name": sheet.name,
                "reported_on": sheet.reported_on,
                "columns": {
                    sheet.header.paths[place]: column.key
                    for place, column in sorted(sheet.header.columns.items())
                },
                "unknown_columns": [path for _, path in sheet.header.unknown],
                "ignored": [{"row": row, "text": text} for row, text in sheet.ignored],
            }
            for sheet in outcome.sheets
        ],
        "skipped_sheets": outcome.skipped_sheets,
        "totals": [vars(difference) for difference in outcome.differences],
    }


def row_as_json(record: Record) -> dict:
    """One record: where it stands, its status, values, problems, and what would change."""
    return {
        "row": record.row,
        "sheet": record.sheet,
        "status": record.status,
        # A column that the sheet does not have says nothing, not 0.
        "values": record.values | dict.fromkeys(record.absent & record.values.keys()),
        "problems": [
            {"column": problem.column, "key": problem.key, "text": problem.text}
            for problem in record.problems
        ],
        "changes": {name: list(pair) for name, pair in record.changes.items()},
        "more": {name: value for name, value in record.more.items() if value not in (None, "")},
    }


class Command(BaseCommand):
    help = "Read a ledger's workbook, compare it row by row with what is stored, and store it"

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=sorted(KINDS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
        parser.add_argument("--user", default="", help="account in whose scope and name it is done")

    def handle(self, *args, kind, file, **options):
        """Print what the file says and store it, unless it is a dry run."""
        user = self._user(options["user"])
        try:
            within = places_for(user, KINDS[kind])
        except PermissionDenied as refusal:
            raise CommandError(str(refusal)) from refusal
        try:
            check_size(file.stat().st_size)
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"文件打不开：{error.strerror}。") from error
        try:
            outcome = self._read(KINDS[kind], content, file.name, within, user, options["dry_run"])
        except FileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(as_json(outcome), ensure_ascii=False, default=plain))
        else:
            self._write(outcome)

    @staticmethod
    @transaction.atomic
    def _read(kind, content: bytes, name: str, within, user, dry_run: bool) -> Outcome:
        """Read and compare; unless it is a dry run, store within the same transaction."""
        if not dry_run:
            hold_imports()
        outcome = read_file(kind, content, name, today=clock.today(), within=within)
        if not dry_run:
            outcome.batch = apply_outcome(outcome=outcome, user=user)
        return outcome

    def _user(self, name: str) -> User | None:
        if not name:
            return None
        user = User.objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(f"没有名为“{name}”的在用账号。")
        return user

    def _write(self, outcome: Outcome) -> None:
        """The outcome for a reader at the terminal: counts, then each row with a problem."""
        words = "新增 {new}，变更 {changed}，未变 {unchanged}，存疑 {doubtful}，错误 {wrong}，冲突 {conflict}"
        self.stdout.write(words.format(**outcome.counts))
        if outcome.batch:
            self.stdout.write(f"已入库，导入批次{outcome.batch.pk}。")
        for record in outcome.records:
            for problem in record.problems:
                self.stdout.write(f"第{record.row}行 {problem.column}：{problem.text}")
        for total in outcome.differences:
            self.stdout.write(
                f"第{total.row}行 {total.label} {total.column}：写的是{total.written:g}，"
                f"逐行相加是{total.computed:g}。"
            )
        for name in outcome.skipped_sheets:
            self.stdout.write(f"工作表“{name}”不是{outcome.kind.title}，没有读取。")
