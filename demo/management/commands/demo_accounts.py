"""`manage.py demo_accounts`: accounts that can be logged in to, in demo mode only."""

import os
import secrets

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from demo.orgs.accounts import account_table, ensure_accounts
from ledgers.history import batch


class Command(BaseCommand):
    help = "Create or update the demo accounts (demo mode only) and print them with their password"
    requires_system_checks = []

    def handle(self, *args, **options):
        """Set one password for all; DEMO_PASSWORD if given, else a random one."""
        if not settings.DEMO:
            raise CommandError("演示账号只在演示模式(DEMO=1)下存在。")
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
        with transaction.atomic(), batch("设立示例账号"):
            users = ensure_accounts(password)
        for line in account_table(users):
            self.stdout.write(line)
        self.stdout.write(f"Password of all: {password}")
