"""What takes longer than a page should: work done behind the pages, and how far it is."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse


class JobQuerySet(models.QuerySet):
    def of(self, user):
        """The jobs that `user` asked for; nobody else sees them."""
        return self.filter(user_id=user.pk)

    def unfinished(self):
        """Jobs that wait or run, as far as anybody has written down."""
        return self.filter(state__in=[Job.State.WAITING, Job.State.RUNNING])


class Job(models.Model):
    """One piece of such work. `code` names its kind (ledgers/jobs/), `arguments` what it is about.

    `done` of `total` steps are behind it; what it gave is in `result`: "next" the address to go on
    to, "file" the name of a file in the job's folder. Not tracked: what it changes has its history.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "等待办理"
        RUNNING = "running", "正在办理"
        DONE = "done", "已完成"
        FAILED = "failed", "未能完成"

    code = models.CharField("类别", max_length=40)
    title = models.CharField("事项", max_length=200)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="账号"
    )
    arguments = models.JSONField("参数", default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("办理次数", default=0)
    done = models.PositiveIntegerField("已办", default=0)
    total = models.PositiveIntegerField("共计", default=0)
    text = models.CharField("进展", max_length=100, blank=True)
    result = models.JSONField("结果", default=dict, encoder=DjangoJSONEncoder)
    error = models.CharField("原因", max_length=500, blank=True)
    # The database's time, not the portal's: the demo's clock stands still, a job does not.
    created_at = models.DateTimeField("提交时间", db_default=Now(), editable=False)
    started_at = models.DateTimeField("开始时间", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "后台办理"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["user", "-id"], name="job_of_user")]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("job_detail", args=[self.pk])

    @property
    def ended(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED)

    @property
    def file(self) -> str:
        """The name of the file that it made, or ""."""
        return self.result.get("file", "")

    @property
    def onward(self) -> str:
        """The address to go on to, or ""."""
        return self.result.get("next", "")

    @property
    def rows(self) -> int | None:
        return self.result.get("rows")

    @property
    def percent(self) -> int | None:
        """How much is done, from 0 to 100; None where that is not known."""
        if self.state == self.State.DONE:
            return 100
        return min(100, 100 * self.done // self.total) if self.total else None
