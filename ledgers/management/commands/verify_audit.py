"""Walk the chain over the trail: `manage.py verify_audit`; exit code 1 and the first break if it is broken."""

from django.core.management.base import BaseCommand, CommandError

from ledgers.trail import chain


class Command(BaseCommand):
    help = "Check that nothing in the trail was changed, added past the triggers, or taken out"

    def add_arguments(self, parser):
        parser.add_argument(
            "--head",
            default="",
            metavar="NUMBER:DIGEST",
            help="a head of the chain noted earlier, which must still be part of it",
        )

    def handle(self, *args, head="", **options):
        number, _, digest = head.partition(":")
        if head and not (number.isdecimal() and digest):
            raise CommandError("--head is NUMBER:DIGEST, as an earlier run printed it.")
        found = chain.verify_chain(expected=head)
        if found.fault:
            raise CommandError(f"留痕链在此断开：{found.fault}")
        if found.unreadable:
            self.stdout.write(
                f"{found.unreadable} rows stand in columns or tables that a migration took out; "
                "only their links could be checked."
            )
        self.stdout.write(
            f"The chain holds: {found.seals} links, {found.entries} entries. Head: {found.head or '-'}"
        )
