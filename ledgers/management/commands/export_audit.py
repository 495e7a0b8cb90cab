"""Write older parts of the trail to a file: `manage.py export_audit --before DATE FILE [--remove]`."""

from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from ledgers.history import batch
from ledgers.trail import retention


class Command(BaseCommand):
    help = "Write the trail before a day to a file that proves itself; with --remove take it out"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a new file; *.gz is compressed")
        parser.add_argument("--before", required=True, metavar="YYYY-MM-DD")
        parser.add_argument(
            "--remove",
            action="store_true",
            help="then take it out of the database: by the owner's role, nothing under six months",
        )

    def handle(self, *args, file, before, remove=False, **options):
        try:
            day = date.fromisoformat(before)
        except ValueError as error:
            raise CommandError(f"{before} is not a date; write YYYY-MM-DD.") from error
        try:
            part = retention.write_part(before=day, path=file)
            self.stdout.write(
                f"{file}: {part.entries} entries up to link {part.seq}, sha256 {part.file_digest}"
            )
            if remove:
                with batch("导出审计记录"):
                    retention.remove_part(path=file)
                self.stdout.write(f"Taken out; the chain now begins after link {part.seq}.")
        except FileExistsError as error:
            raise CommandError(f"{file} is there already; name a new file.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
