"""The demo accounts, one for each kind of user. They are made without a password."""

from datetime import datetime, time, timedelta
from hashlib import sha256

from django.contrib.auth.hashers import (
    UNUSABLE_PASSWORD_PREFIX,
    check_password,
    make_password,
)
from django.core.management.base import CommandError
from django.utils import timezone

from demo.context import Demo
from demo.data import toml
from orgs.models import Division, Grant, LoginLink, User


def declared() -> list[dict]:
    """The accounts as the data file declares them: username, name, grants."""
    return toml("accounts")["accounts"]


def flags(account: dict) -> dict:
    """The fields of an account's user row that the data file decides."""
    return {
        "first_name": account["name"],
        "is_staff": False,
        "is_superuser": False,
        "is_demo": True,
    }


def build(demo: Demo):
    """Users and grants; logging in is possible only after `manage.py demo_accounts`."""
    since = toml("accounts")["since"]
    joined = timezone.make_aware(datetime.combine(since, time(9)))
    for account in declared():
        if User.objects.filter(username=account["username"]).exists():
            raise CommandError(
                f"账号 {account['username']} 已存在，请先删除或改名后再装载示例数据。"
            )
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
    _spent_links(demo, joined)


def _spent_links(demo: Demo, opened: datetime):
    """The one-time links with which the accounts were opened, all used: none of them opens again."""
    for username, user in demo.users.items():
        demo.add(
            LoginLink,
            user=user,
            token_hash=sha256(f"spent {username}".encode()).hexdigest(),
            made_by=demo.users["admin"],
            made_at=opened,
            expires_at=opened + timedelta(hours=72),
            used_at=opened + timedelta(hours=2),
        )


def hands(demo: Demo, project) -> tuple[User, User]:
    """Who files and who reviews the reports of `project`."""
    named = toml("accounts")["hands"]
    line = project.programme.line
    code = project.division_id
    keys = [line, *(code[:length] for length in (12, 9, 6))]
    pair = next(named[key] for key in keys if key in named)
    return demo.users[pair["files"]], demo.users[pair["reviews"]]


def ensure_accounts(password: str) -> list[User]:
    """Create or update the accounts so that all of them open with `password`.

    All share one hash: they share the password anyway, and a start of the portal then pays for a
    single check instead of one per account. CommandError without the county that they belong to.
    """
    codes = {grant["scope"] for account in declared() for grant in account["grants"]}
    if Division.objects.filter(code__in=codes).count() < len(codes):
        raise CommandError("示例县（市）尚未装载，请先运行 manage.py load_demo。")
    known = {
        u.username: u for u in User.objects.filter(username__in=[a["username"] for a in declared()])
    }
    if any(not user.is_demo for user in known.values()):
        raise CommandError("已有同名的非演示账号，请先改名。")
    first = known.get(declared()[0]["username"])
    fits = first is not None and check_password(password, first.password)
    hashed = first.password if fits else make_password(password)
    return [_ensure(account, known.get(account["username"]), hashed) for account in declared()]


def _ensure(account: dict, user: User | None, hashed: str) -> User:
    """One account with its grants; writes nothing where all is as declared."""
    wanted = flags(account) | {"password": hashed, "is_active": True}
    user = user or User(username=account["username"])
    if user.pk is None or any(getattr(user, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(user, name, value)
        user.save()
    for grant in account["grants"]:
        Grant.objects.get_or_create(
            user=user,
            role=grant["role"],
            division_id=grant["scope"],
            line=grant.get("line", ""),
            since=toml("accounts")["since"],
        )
    return user


def account_table(users: list[User]) -> list[str]:
    """Lines for the terminal: user name, display name, and each grant's role and scope."""
    lines = []
    for user in users:
        grants = user.grants.select_related("division").order_by("pk")
        text = "、".join(
            f"{g.get_role_display()}@{g.division.name}{'·' + g.get_line_display() if g.line else ''}"
            for g in grants
        )
        lines.append(f"{user.username:<18}{user.first_name}  {text}")
    return lines
