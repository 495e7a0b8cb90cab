"""The index over the whole trail, and the chain that shows whether anything in it was changed.

All of it is written by the database (ledgers/migrations/0001_initial.sql): a trigger on every event
table and on the audit records makes an entry of each new row, and the commit closes the entries of
a transaction with a seal that names the seal before it. Python only reads, see ledgers/trail/chain.py.
"""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q


class TrailEntry(models.Model):
    """One row of the trail: an event of a row or an audit record, with who, when, from where.

    `digest` is taken over these fields and all values of the row. `subject` is the event table of
    the model that it is about, also for an audit record. There are no foreign keys: the trail
    outlives what it speaks of.
    """

    xid = models.BigIntegerField("事务")
    at = models.DateTimeField("时间")
    source = models.CharField("来源表", max_length=63)
    source_id = models.BigIntegerField("来源编号")
    subject = models.CharField("对象类别", max_length=63)
    object_key = models.CharField("对象编号", max_length=64)
    action = models.CharField("动作", max_length=20)
    user_id = models.BigIntegerField("账号编号", null=True)
    address = models.GenericIPAddressField("网络地址", null=True)
    path = models.CharField("页面", max_length=300)
    request_id = models.CharField("请求编号", max_length=36)
    batch = models.CharField("批次", max_length=80)
    digest = models.BinaryField("摘要")

    class Meta:
        verbose_name = verbose_name_plural = "留痕索引"
        # The trail is shown in the order in which it was written, newest first, so the key serves
        # as that order and each narrow question has an index that ends with it: a page costs the
        # same whatever the history's length. Every change pays for every index; hence no more.
        indexes = [
            BrinIndex(fields=["at"], name="trail_by_time"),
            models.Index(fields=["subject", "object_key", "id"], name="trail_by_object"),
            models.Index(
                fields=["user_id", "id"], name="trail_by_user", condition=Q(user_id__isnull=False)
            ),
            models.Index(
                fields=["action", "id"],
                name="trail_by_action",
                condition=~Q(action__in=["insert", "update"]),
            ),
            models.Index(fields=["batch", "id"], name="trail_by_batch", condition=~Q(batch="")),
            models.Index(
                fields=["address", "id"],
                name="trail_by_address",
                condition=Q(address__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.source} {self.source_id}"


class TrailSeal(models.Model):
    """A link of the chain: the entries that one transaction made, and the seal before it."""

    seq = models.BigIntegerField("序号", primary_key=True)
    sealed_at = models.DateTimeField("封存时间")
    xid = models.BigIntegerField("事务")
    first_entry = models.BigIntegerField("首条")
    last_entry = models.BigIntegerField("末条")
    entries = models.IntegerField("条数")
    previous = models.BinaryField("前一摘要")
    digest = models.BinaryField("摘要")

    class Meta:
        verbose_name = verbose_name_plural = "留痕封存"
        indexes = [models.Index(fields=["xid", "first_entry"], name="seal_by_transaction")]

    def __str__(self):
        return f"{self.seq}"


class TrailPending(models.Model):
    """A transaction whose entries are not sealed yet; empty as soon as it commits."""

    xid = models.BigIntegerField("事务", primary_key=True)
    first_entry = models.BigIntegerField("首条")

    class Meta:
        verbose_name = verbose_name_plural = "待封存"

    def __str__(self):
        return f"{self.xid}"


class TrailShape(models.Model):
    """The columns that a source table had from some entry on: what a row's digest was taken over."""

    source = models.CharField("来源表", max_length=63)
    columns = models.JSONField("列")
    after_entry = models.BigIntegerField("起于")

    class Meta:
        verbose_name = verbose_name_plural = "留痕列"

    def __str__(self):
        return f"{self.source} {self.after_entry}"


class TrailAnchor(models.Model):
    """Where the chain begins after older parts were written to a file and taken out."""

    seq = models.BigIntegerField("末封序号", primary_key=True)
    digest = models.BinaryField("末封摘要")
    entries = models.BigIntegerField("移出条数")
    xid = models.BigIntegerField("事务")
    made_at = models.DateTimeField("移出时间")
    file_name = models.CharField("文件", max_length=200)
    file_digest = models.CharField("文件摘要", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "留痕移出记录"

    def __str__(self):
        return f"{self.seq}"


class TrailCheck(models.Model):
    """The result of one walk along the chain."""

    began_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    seals = models.BigIntegerField("封存数")
    entries = models.BigIntegerField("条数")
    unreadable = models.BigIntegerField("无法复核条数", default=0)
    head = models.CharField("链首", max_length=100, blank=True)
    fault = models.TextField("首个断点", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "留痕核验"
        ordering = ["-pk"]

    def __str__(self):
        return self.fault or self.head
