"""A file that somebody brings in, from its upload until its rows are stored or it is given up."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse


class ImportBatch(models.Model):
    """A workbook that was stored: who, when, which file, how many rows came to what.

    Its changes are the history events whose context names it as `import_batch`.
    """

    kind = models.CharField("台账", max_length=30)
    file_name = models.CharField("文件名", max_length=200)
    digest = models.CharField("文件校验值（SHA-256）", max_length=64)
    imported_at = models.DateTimeField("导入时间")
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="导入人",
        help_text="空=由命令行导入",
    )
    counts = models.JSONField("行数", default=dict, blank=True)
    # The division prefix that all its rows share: who may write everywhere below may see it.
    place = models.CharField("范围", max_length=12, blank=True, db_index=True)
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="撤销人",
    )

    class Meta:
        verbose_name = verbose_name_plural = "导入批次"
        ordering = ["-imported_at", "-pk"]

    def __str__(self):
        return f"{self.file_name} {self.imported_at:%Y-%m-%d %H:%M}"


class ImportUploadQuerySet(models.QuerySet):
    def of(self, user):
        """The files that `user` brought; nobody else sees them before they are stored."""
        return self.filter(user_id=user.pk)

    def open(self):
        """Files that still wait for their user's word."""
        return self.exclude(state__in=[ImportUpload.State.STORED, ImportUpload.State.DROPPED])


class ImportUpload(models.Model):
    """One file: what was read in it stands in `rows`, what its columns were taken for in `heads`.

    Not campaign data, so it has no history of its own; what it stores has, under its batch.
    """

    class State(models.TextChoices):
        READING = "reading", "正在读取"
        REFUSED = "refused", "读不了"
        READ = "read", "待确认"
        STORED = "stored", "已入库"
        DROPPED = "dropped", "已放弃"

    kind = models.CharField("台账", max_length=30)
    file_name = models.CharField("文件名", max_length=200)
    digest = models.CharField("文件校验值（SHA-256）", max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    uploaded_at = models.DateTimeField("上传时间", db_default=Now(), editable=False)
    state = models.CharField("状态", max_length=10, choices=State, default=State.READING)
    # By sheet, then by the column's index as text: the key chosen by hand, or "".
    columns = models.JSONField("指定的列", default=dict, blank=True)
    heads = models.JSONField("表头", default=list, blank=True)
    told = models.JSONField("另行说明", default=list, blank=True)
    counts = models.JSONField("行数", default=dict, blank=True)
    # Over all rows with their statuses and changes: what is stored must be what was shown.
    shown = models.CharField("预览校验值", max_length=64, blank=True)
    error = models.CharField("原因", max_length=500, blank=True)
    job = models.ForeignKey(
        "ledgers.Job", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="办理"
    )
    batch = models.ForeignKey(
        "ledgers.ImportBatch",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="批次",
    )

    objects = ImportUploadQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "上传的文件"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["user", "-id"], name="import_upload_of_user")]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import_detail", args=[self.pk])


class ImportRow(models.Model):
    """One row of the preview, as it is shown: what the file says, what would change, what is wrong."""

    upload = models.ForeignKey(
        ImportUpload, models.CASCADE, related_name="rows", verbose_name="文件"
    )
    position = models.PositiveIntegerField("次序")
    sheet = models.CharField("工作表", max_length=100)
    row = models.PositiveIntegerField("行号")
    status = models.CharField("状态", max_length=10)
    title = models.CharField("哪一条", max_length=200, blank=True)
    # Of the row of the ledger that a working copy names.
    key = models.BigIntegerField("台账中的编号", null=True, blank=True)
    values = models.JSONField("内容", default=list)
    changes = models.JSONField("变更", default=list)
    problems = models.JSONField("问题", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "上传文件的行"
        ordering = ["position"]
        indexes = [
            models.Index(fields=["upload", "status", "position"], name="import_row_by_status"),
            models.Index(fields=["upload", "position"], name="import_row_in_order"),
        ]


class ImportShape(models.Model):
    """Which column is which, as a person said for a header of this shape; good for the next file.

    Not only theirs: whoever brings such ledgers in within `reach`, where that person may, is helped.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="账号"
    )
    kind = models.CharField("台账", max_length=30)
    shape = models.CharField("表头校验值", max_length=64)
    columns = models.JSONField("指定的列", default=dict)
    reach = models.JSONField("范围", default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "记住的列"
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "shape"], name="import_shape_once"),
        ]
