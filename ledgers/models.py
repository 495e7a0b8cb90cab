"""What the rows of every app have in common: abstract models, and the counter of all changes."""

from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ledgers import clock
from ledgers.audit_models import AuditKind, AuditRecord  # noqa: F401 (where Django looks for them)
from ledgers.chain_models import (  # noqa: F401
    TrailAnchor,
    TrailCheck,
    TrailEntry,
    TrailPending,
    TrailSeal,
    TrailShape,
)
from ledgers.job_models import Job  # noqa: F401
from ledgers.pinyin import PinyinField


class Qualifier(models.TextChoices):
    """How hard a figure is. Soft figures stay soft: 约, 近, 余/多/以上 are kept, never rounded off."""

    EXACT = "exact", "准确"
    ABOUT = "about", "约"
    NEARLY = "nearly", "近"
    AT_LEAST = "at_least", "余"


# Weakest last: a sum carries the weakest qualifier of its parts.
QUALIFIER_STRENGTH = [Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.NEARLY, Qualifier.ABOUT]


def QualifierField(name: str) -> models.CharField:  # noqa: N802 (stands where a field class would)
    """A field that says how hard the number beside it is."""
    return models.CharField(name, max_length=8, choices=Qualifier, default=Qualifier.EXACT)


def day_of(value: date | datetime) -> date:
    """The county's calendar day of a day or a moment."""
    return clock.local_day(value) if isinstance(value, datetime) else value


def not_to_come(value: date | datetime) -> None:
    """Raise ValidationError for a day later than today: what is recorded has happened."""
    if day_of(value) > clock.today():
        raise ValidationError("日期不能晚于今天。", code="to_come")


def PastDateField(name: str, **values) -> models.DateField:  # noqa: N802 (as above)
    """The day of something that has happened: today at the latest, in every form and service."""
    return models.DateField(name, validators=[not_to_come], **values)


class TenureQuerySet(models.QuerySet):
    """Rows that hold from a day (`since`) until another (`until`, exclusive; empty = still)."""

    def on(self, day):
        """The rows that hold on `day` (a date, or an expression that yields one)."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


class Tenure(models.Model):
    """Something that holds between two days."""

    since = models.DateField("起始日期")
    until = models.DateField(
        "终止日期", null=True, blank=True, help_text="自该日起不再有效；空=仍有效"
    )

    class Meta:
        abstract = True

    def holds_on(self, day) -> bool:
        """Whether this row holds on `day`; the same rule as `TenureQuerySet.on`."""
        return self.since <= day and (self.until is None or self.until > day)


def until_after_since() -> models.CheckConstraint:
    """The constraint that every `Tenure` carries: it may not end before it began."""
    return models.CheckConstraint(
        condition=Q(until__isnull=True) | Q(until__gte=F("since")),
        name="%(app_label)s_%(class)s_until_after_since",
        violation_error_message="终止日期不能早于起始日期。",
    )


def pinyin_indexes(model: str) -> list[models.Index]:
    """The indexes of a big named ledger: one to sort by pinyin, one to find any part of the key."""
    return [
        models.Index(fields=["search_text", "id"], name=f"{model}_pinyin_order"),
        GinIndex(OpClass("search_text", name="gin_trgm_ops"), name=f"{model}_pinyin_search"),
    ]


class Named(models.Model):
    """Something with a Chinese name that can be found by name, pinyin and initials."""

    name = models.CharField("名称", max_length=120)
    search_text = PinyinField("检索拼音", source="name")

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class TableVersion(models.Model):
    """How many writing statements a table has seen, spread over rows; see ledgers/version.py."""

    relation = models.CharField(max_length=63, db_index=True)
    changes = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "数据版本"


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


# The models of the ledger pages stand apart, because they know the accounts and the triggers.
from ledgers.allowance_models import Allowance  # noqa: E402, F401
from ledgers.import_models import ImportRow, ImportShape, ImportUpload  # noqa: E402, F401
from ledgers.page_models import Note, SavedView  # noqa: E402, F401
from ledgers.reading_models import LocalReading  # noqa: E402, F401
