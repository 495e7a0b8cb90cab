"""`manage.py appoint_administrator`: the first of each kind of administrator, by a one-time link.

From the shell of the server, because before the first system administrator nobody opens accounts.
"""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from ledgers import clock
from ledgers.history import batch
from orgs.accounts.login_links import make_link
from orgs.accounts.roster_services import open_account
from orgs.accounts.services import SOLE_ROLES, refuse_mixed_duties
from orgs.accounts.sign_in_records import record_account_event
from orgs.choices import Role
from orgs.models import Division, Grant, User

ROLES = sorted({Role.ORG_ADMIN, *SOLE_ROLES})


class Command(BaseCommand):
    help = "Open an administrator's account and print the one-time link that sets its password"

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("name", help="the name that pages show")
        parser.add_argument("--role", choices=ROLES, default=str(Role.SYSTEM_ADMIN))
        parser.add_argument("--division", required=True, help="code of the division answered for")

    @transaction.atomic
    def handle(self, *args, username, name, role, division, **options):
        """Open the account, or give the role to an account that is there; print the link's path."""
        place = Division.objects.filter(code=division).first()
        if place is None:
            raise CommandError(f"没有代码为{division}的区划，请先导入区划。")
        with batch("指定系统管理员"):
            try:
                token = self._appoint(username, name, role, place)
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(
            f"{Role(role).label}{username}（{place}）：{reverse('link_use', args=[token])}"
        )

    @staticmethod
    def _appoint(username, name, role, place) -> str:
        user = User.objects.filter(username=username).first()
        user = user or open_account(username=username, name=name)
        today = clock.today()
        refuse_mixed_duties(user=user, role=role, since=today)
        running = user.grants.on(today).filter(role=role, division=place, line="")
        if not running.exists():
            grant = Grant(user=user, role=role, division=place, since=today)
            grant.full_clean()
            grant.save()
        record_account_event(
            "account", user=user, obj=user, detail={"what": f"命令行任命{Role(role).label}"}
        )
        return make_link(user=user, by=None)
