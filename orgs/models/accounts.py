import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.crypto import salted_hmac

from ledgers.history import tracked
from ledgers.models import Tenure, until_after_since
from orgs.access import may, scope_of
from orgs.choices import Role, WorkLine
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


# Signing in changes an account too, but nothing that a page shows.
@tracked(counts=pgtrigger.UpdateOf("username", "first_name"))
class User(AbstractUser):
    """An account. What it may do stands in its grants, never on the account itself."""

    person = models.OneToOneField(
        "orgs.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="user",
        verbose_name="人员",
    )
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
        verbose_name="单位",
    )
    must_change_password = models.BooleanField("登录后须修改密码", default=False)
    # Hashes of the passwords before this one, so that none of them comes back at once.
    old_passwords = ArrayField(
        models.CharField(max_length=128), verbose_name="曾用密码", default=list, editable=False
    )
    # Part of every session's signature: a higher number ends all sessions of the account.
    session_round = models.PositiveIntegerField("登录批次", default=0, editable=False)
    is_demo = models.BooleanField("演示账号", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "账号"

    @property
    def display_name(self) -> str:
        return self.first_name or self.username

    @property
    def scope(self):
        """All that this account may do today, hashable (see orgs/access.py)."""
        return scope_of(self)

    def _get_session_auth_hash(self, secret=None):
        """Django's signature of a session, over the password and the account's round of sessions."""
        salt = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
        value = f"{self.password}{self.session_round or ''}"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()

    def may(self, verb: str, obj=None) -> bool:
        """Whether this account may do `verb`, at all or to the row `obj` (see orgs/access.py)."""
        return may(self, verb, obj)


@tracked
class Grant(Tenure):
    """A role over a division's subtree and a line of work (empty = all lines), between two days.

    A grant that names the post which carries it ends with that post.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name="账号")
    role = models.CharField("角色", max_length=15, choices=Role)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划范围")
    line = models.CharField(
        "战线", max_length=24, choices=WorkLine, blank=True, help_text="空=全部战线"
    )
    post = models.ForeignKey(
        "orgs.Post",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="依据任职",
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = "line"
    ends_with = ("post",)  # see orgs/tenures.py

    class Meta:
        verbose_name = verbose_name_plural = "授权"
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["user", "role", "division", "line", "since"],
                name="grant_once",
                violation_error_message="该账号已有同样的授权。",
            ),
        ]

    def __str__(self):
        return f"{self.user} {self.get_role_display()} {self.division_id} {self.get_line_display()}"


@tracked
class LoginLink(models.Model):
    """A link with which the holder of an account sets the password, once, before it expires.

    Only a hash of the link's secret is kept, so that nobody who reads the table can use it.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="links", verbose_name="账号")
    token_hash = models.CharField("链接摘要", max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="links_made",
        verbose_name="签发人",
    )
    made_at = models.DateTimeField("签发时间")
    expires_at = models.DateTimeField("有效期至")
    used_at = models.DateTimeField("使用时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("作废时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "一次性链接"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.user} {self.state_words(None)}".strip()

    def state_words(self, now) -> str:
        """What has become of the link by `now`: 已使用, 已作废, 已过期, 有效."""
        if self.used_at:
            return "已使用"
        if self.withdrawn_at:
            return "已作废"
        if now is None:
            return ""
        return "已过期" if self.expires_at <= now else "有效"


@tracked
class PhoneReveal(models.Model):
    """The record that an account looked at a person's full phone number."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="phone_reveals", verbose_name="查看人"
    )
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="reveals", verbose_name="被查看人"
    )
    revealed_at = models.DateTimeField("查看时间")

    objects = ScopedQuerySet.as_manager()
    scope_division = "person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "电话查看记录"
        ordering = ["-revealed_at"]

    def __str__(self):
        return f"{self.user} → {self.person}"
