from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class Pledge(models.Model):
    """军令状: an office-holder pledges a target by a day."""

    class Result(models.TextChoices):
        PENDING = "pending", "进行中"
        KEPT = "kept", "已兑现"
        MISSED = "missed", "未兑现"

    pledger_office = models.CharField("立状人（职务）", max_length=60)
    to_organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pledges",
        verbose_name="向谁立状（党组织）",
    )
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    target = models.CharField("目标", max_length=200)
    pledged_on = PastDateField("立状日期")
    due_on = models.DateField("期限")
    result = models.CharField("结果", max_length=10, choices=Result, default=Result.PENDING)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"
    handed_over = {"to_organization": {"result": "pending"}}  # see orgs/party/rows_to_settle.py

    class Meta:
        verbose_name = verbose_name_plural = "军令状"
        ordering = ["-pledged_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("pledged_on")),
                name="pledge_due_after_pledged",
                violation_error_message="期限不能早于立状日期。",
            ),
        ]

    def __str__(self):
        return f"{self.pledger_office}:{self.target}"


@tracked
class FrontageTemplate(Named, Tenure):
    """A version of the agreement at one's door: 门前三包 in villages, 门前四包 in the town."""

    class Version(models.TextChoices):
        THREE = "three", "门前三包"
        FOUR = "four", "门前四包"

    version = models.CharField("版本", max_length=6, choices=Version)
    items = models.JSONField("各包事项", default=list)

    objects = models.Manager()

    class Meta:
        verbose_name = verbose_name_plural = "责任书文本"
        constraints = [until_after_since()]


@tracked
class FrontageAgreement(Tenure):
    """A signed agreement for a frontage; `until` is when it lapses."""

    class Party(models.TextChoices):
        UNIT = "unit", "单位"
        MERCHANT = "merchant", "商户"
        RESIDENT = "resident", "居民（户）"

    number = models.CharField("编号", max_length=30, unique=True)
    template = models.ForeignKey(
        FrontageTemplate, models.PROTECT, related_name="agreements", verbose_name="文本"
    )
    party_kind = models.CharField("签订方", max_length=10, choices=Party)
    party = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="frontage_agreements",
        verbose_name="单位（商户）",
    )
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="社区（村）")
    premises = models.CharField("地址（门牌）", max_length=120)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "门前责任书"
        constraints = [until_after_since()]

    def __str__(self):
        return self.number


@tracked
class OpenLetter(models.Model):
    """致广大市民的一封信, in a version."""

    title = models.CharField("标题", max_length=80)
    version = models.CharField("版本", max_length=20)
    issued_on = PastDateField("印发日期")
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划")
    body = models.TextField("正文", blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "公开信"
        constraints = [
            models.UniqueConstraint(fields=["title", "version"], name="open_letter_version_once"),
        ]

    def __str__(self):
        return f"{self.title}({self.version})"


@tracked
class LetterDistribution(models.Model):
    """How many copies of an open letter went to a division on a day."""

    letter = models.ForeignKey(
        OpenLetter, models.CASCADE, related_name="distributions", verbose_name="公开信"
    )
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划")
    distributed_on = PastDateField("发放日期")
    copies = models.PositiveIntegerField("份数（份）")

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "公开信发放"

    def __str__(self):
        return f"{self.letter} {self.division} {self.copies}份"


@tracked
class Honour(Tenure):
    """An honour, from its award until it is revoked: 示范户, 先锋, 模范, 五星支部."""

    class Kind(models.TextChoices):
        MODEL_HOUSEHOLD = "model_household", "党员示范户"
        VANGUARD = "vanguard", "党员先锋"
        MODEL_CADRE = "model_cadre", "模范干部"
        FIVE_STAR_BRANCH = "five_star_branch", "五星支部"

    kind = models.CharField("荣誉", max_length=20, choices=Kind)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    person = models.ForeignKey(
        "orgs.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name="人员",
    )
    household = models.ForeignKey(
        "volunteers.Household",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name="户",
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name="党组织",
    )
    nominated_by = models.CharField("推荐单位", max_length=80, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    ends_with = ("organization",)  # see orgs/tenures.py

    class Meta:
        verbose_name = verbose_name_plural = "荣誉"
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(kind="model_household", household__isnull=False)
                | Q(kind__in=["vanguard", "model_cadre"], person__isnull=False)
                | Q(kind="five_star_branch", organization__isnull=False),
                name="honour_names_its_bearer",
                violation_error_message="示范户填户，先锋、模范填人员，五星支部填党组织。",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}:{self.household or self.person or self.organization}"
