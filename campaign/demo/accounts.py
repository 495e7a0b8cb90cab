"""The demo accounts, one for each kind of user. They are made without a password."""

from datetime import datetime, time

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.management.base import CommandError
from django.utils import timezone

from campaign.demo.context import Demo
from campaign.demo.data import toml
from orgs.models import Grant, User


def declared() -> list[dict]:
    """The accounts as the data file declares them: username, name, grants, superuser."""
    return toml("accounts")["accounts"]


def flags(account: dict) -> dict:
    """The fields of an account's user row that the data file decides."""
    above = account.get("superuser", False)
    return {"first_name": account["name"], "is_staff": above, "is_superuser": above, "is_demo": True}


def build(demo: Demo):
    """Users and grants; logging in is possible only after `manage.py demo_accounts`."""
    since = toml("accounts")["since"]
    joined = timezone.make_aware(datetime.combine(since, time(9)))
    for account in declared():
        if User.objects.filter(username=account["username"]).exists():
            raise CommandError(f"账号 {account['username']} 已存在,请先删除或改名后再装载示例数据。")
        user = demo.add(
            User,
            username=account["username"],
            password=UNUSABLE_PASSWORD_PREFIX,
            date_joined=joined,
            **flags(account),
        )
        demo.users[user.username] = user
        for grant in account["grants"]:
            demo.add(
                Grant,
                user=user,
                role=grant["role"],
                division=demo.divisions[grant["scope"]],
                line=grant.get("line", ""),
                since=since,
            )


def hands(demo: Demo, project) -> tuple[User, User]:
    """Who files and who reviews the reports of `project`."""
    named = toml("accounts")["hands"]
    line = project.programme.line
    code = project.division_id
    keys = [line, *(code[:length] for length in (12, 9, 6))]
    pair = next(named[key] for key in keys if key in named)
    return demo.users[pair["files"]], demo.users[pair["reviews"]]
