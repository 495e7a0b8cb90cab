"""`manage.py undo_import BATCH [--user NAME]`: take a whole import back."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from ledgers.importing.undo import undo_import
from ledgers.models import ImportBatch
from orgs.imports.permitted import refuse_undo
from orgs.models import User


class Command(BaseCommand):
    help = "Take back what an import stored, as long as nothing was built on it"

    def add_arguments(self, parser):
        parser.add_argument("batch", type=int, help="number of the batch")
        parser.add_argument("--user", default="", help="account in whose name it is done")

    def handle(self, *args, batch, **options):
        """Undo the batch; what stands in the way becomes an error of the command."""
        row = ImportBatch.objects.filter(pk=batch).first()
        if row is None:
            raise CommandError(f"没有编号为{batch}的导入批次。")
        user = None
        if options["user"]:
            user = User.objects.filter(username=options["user"], is_active=True).first()
            if user is None:
                raise CommandError(f"没有名为“{options['user']}”的在用账号。")
        try:
            refuse_undo(user, row)
            undo_import(batch=row, user=user)
        except PermissionDenied as refusal:
            raise CommandError(str(refusal)) from refusal
        except ValidationError as error:
            raise CommandError("".join(error.messages)) from error
        self.stdout.write(f"已撤销：{row}")
