import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.db import models

from ledgers.history import tracked, versioned
from ledgers.models import Tenure, until_after_since
from orgs.choices import Line, Role
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


# Signing in changes an account too, but nothing that a page shows.
@versioned(pgtrigger.UpdateOf("username", "first_name"))
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
    is_demo = models.BooleanField("演示账号", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "账号"

    @property
    def display_name(self) -> str:
        return self.first_name or self.username

    @property
    def scope(self):
        """All that this account may do today, hashable (see orgs/access.py)."""
        from orgs.access import scope_of

        return scope_of(self)

    def may(self, verb: str, obj=None) -> bool:
        """Whether this account may do `verb`, at all or to the row `obj` (see orgs/access.py)."""
        from orgs.access import may

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
        "战线", max_length=24, choices=Line, blank=True, help_text="空=全部战线"
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
    ends_with = ("post",)  # see orgs/services/tenures.py

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
