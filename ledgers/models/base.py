"""What the rows of every app have in common: abstract models, and the counter of all changes."""

from datetime import date, datetime

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ledgers import clock
from ledgers.pinyin import PinyinField


class Qualifier(models.TextChoices):
    """How hard a figure is. Soft figures stay soft: 约, 近, 余/多/以上 are kept, never rounded off."""

    EXACT = "exact", "准确"
    ABOUT = "about", "约"
    NEARLY = "nearly", "近"
    AT_LEAST = "at_least", "余"


# Weakest last: a sum carries the weakest qualifier of its parts.
QUALIFIER_STRENGTH: list[str] = [
    Qualifier.EXACT,
    Qualifier.AT_LEAST,
    Qualifier.NEARLY,
    Qualifier.ABOUT,
]


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
    """How many writing statements a table has seen, spread over rows; see ledgers/query_cache.py."""

    relation = models.CharField(max_length=63, db_index=True)
    changes = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "数据版本"
