"""What happened in the portal besides changes of rows: sign-ins, refusals, exports, reveals."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now


class AuditKind(models.TextChoices):
    """What an audit record tells of."""

    SIGN_IN = "sign_in", "登录"
    SIGN_IN_FAILED = "sign_in_failed", "登录失败"
    SIGN_OUT = "sign_out", "退出"
    LOCKED_OUT = "locked_out", "锁定"
    REFUSED = "refused", "拒绝访问"
    EXPORT = "export", "导出"
    REVEAL = "reveal", "查看电话"
    SEE_AS = "see_as", "以他人视角查看"
    ACCOUNT = "account", "账号管理"
    IMPORT = "import", "导入"
    OTHER = "other", "其他"


class AuditRecord(models.Model):
    """One happening. Written by `ledgers.audit.record` alone; the database refuses to change it.

    The account is kept as number and name, not as a foreign key: a failed sign-in may name none,
    and a record must stay as it was written. The time is the database's, as that of row events.
    """

    at = models.DateTimeField("时间", db_default=Now(), editable=False)
    kind = models.CharField("类别", max_length=20, choices=AuditKind)
    user_id = models.BigIntegerField("账号编号", null=True, blank=True)
    username = models.CharField("账号", max_length=150, blank=True)
    address = models.GenericIPAddressField("网络地址", null=True, blank=True)
    path = models.CharField("页面", max_length=300, blank=True)
    request_id = models.CharField("请求编号", max_length=36, blank=True)
    batch = models.CharField("批次", max_length=80, blank=True)
    model = models.CharField("对象类别", max_length=80, blank=True)
    object_key = models.CharField("对象编号", max_length=64, blank=True)
    object_name = models.CharField("对象", max_length=200, blank=True)
    detail = models.JSONField("详情", default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = verbose_name_plural = "审计记录"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["user_id", "kind", "-id"], name="audit_by_user"),
            models.Index(fields=["kind", "-id"], name="audit_by_kind"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.username}"
