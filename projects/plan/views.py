"""Planning the stages of a project, moving a plan, recording what was reached, the result."""

from django import forms

from ledgers import clock
from ledgers.fields import CountField, soften
from ledgers.formats import zh_date
from ledgers.models import Qualifier
from orgs.access import Verb
from orgs.actions.forms import DayPickerField, MendForm
from orgs.actions.views import MendView
from projects import stages
from projects.models import Milestone, Project
from projects.plan.results import count_spaces, record_satisfaction
from projects.plan.services import missed_before, move_plan, plan_stages, reach_stage


class PlanForm(MendForm):
    """A day for each stage of the kind that has no plan yet."""

    layout = "pairs"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        planned = {m.stage for m in self.row.milestones.all() if m.planned_on}
        for stage in stages.stages_of(self.row.kind):
            if stage.code not in planned:
                self.fields[stage.code] = DayPickerField(label=stage.word, required=False)

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.values()) and not self.errors:
            raise forms.ValidationError("请至少填写一个阶段的计划日期。")
        return cleaned


class ProjectPlanView(MendView):
    """The first plan of a project: one day for each stage."""

    model = Project
    verb = Verb.EDIT
    form_class = PlanForm
    detail_name = "projects:project_detail"
    title = "排定节点计划"
    submit = "保存计划"

    def facts(self, row):
        found = sorted(row.milestones.all(), key=lambda m: stages.position_of(m.stage))
        planned = [(stages.word_of(row.kind, m.stage), m) for m in found]
        return [("类别", row.get_kind_display())] + [
            (word, f"计划{zh_date(m.planned_on)}") for word, m in planned if m.planned_on
        ]

    def missing(self, row):
        planned = {m.stage for m in row.milestones.all() if m.planned_on}
        if any(stage.code not in planned for stage in stages.stages_of(row.kind)):
            return None
        return "各阶段都已排定；要改日期，请到节点页面调整并写明原因。", self.back(row), "返回项目"

    def advice(self, row):
        return "按顺序填写；还定不下来的可以空着，以后再排。首次计划会保留备查。"

    def initial(self, row):
        return {}

    def perform(self, row, form):
        days = {stage: day for stage, day in form.cleaned_data.items() if day}
        plan_stages(project=row, days=days)
        return f"已排定{len(days)}个阶段的计划。"


class _MilestoneView(MendView):
    model = Milestone
    detail_name = "projects:milestone_detail"

    def row_title(self, row):
        return f"{row.project.name} · {stages.word_of(row.project.kind, row.stage)}"

    def facts(self, row):
        first = row.changes.order_by("changed_on", "pk").first()
        found = [("项目", row.project.name), ("计划日期", zh_date(row.planned_on))]
        if first:
            found.append(("最初计划", zh_date(first.was_on)))
        return found

    def missing(self, row):
        if row.actual_on is None:
            return None
        return f"该阶段已于{zh_date(row.actual_on)}完成。", self.back(row), "查看"


class MoveForm(MendForm):
    planned_on = DayPickerField(label="新的计划日期")
    reason = forms.CharField(
        label="调整原因",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="首次排定可不填；调整已有计划必须写明。",
    )


class MilestoneMoveView(_MilestoneView):
    """Another planned day for a stage, with its reason; the old one is kept."""

    verb = Verb.EDIT
    form_class = MoveForm
    title = "调整节点计划"
    submit = "保存"

    def initial(self, row):
        return {"planned_on": row.planned_on}

    def perform(self, row, form):
        move_plan(milestone=row, on=clock.today(), **form.cleaned_data)
        return f"计划已调整为{zh_date(form.cleaned_data['planned_on'])}，原计划保留备查。"


class ReachForm(MendForm):
    actual_on = DayPickerField(label="完成日期")
    skip_reason = forms.CharField(
        label="跳序原因",
        required=False,
        max_length=200,
        help_text="前面的阶段还没有完成时填写，例如“随同设计一并招标”。",
    )


class MilestoneReachView(_MilestoneView):
    """The day on which a stage was reached."""

    verb = Verb.EDIT
    form_class = ReachForm
    title = "登记节点完成"
    submit = "登记完成"

    def initial(self, row):
        return {"actual_on": clock.today()}

    def advice(self, row):
        skipped = missed_before(row, row.project.milestones.exclude(pk=row.pk))
        return f"前面还没有完成：{'、'.join(skipped)}。确要跳过，请写明原因。" if skipped else ""

    def perform(self, row, form):
        reach_stage(milestone=row, today=clock.today(), **form.cleaned_data)
        return f"已登记{zh_date(form.cleaned_data['actual_on'])}完成。"


class SatisfactionForm(MendForm):
    on = DayPickerField(label="调查日期")
    asked = CountField(label="参与人数（人）", min_value=1)
    satisfied = CountField(label="满意人数（人）", min_value=0)
    is_clear = forms.BooleanField(
        label="评为“成效明显”",
        required=False,
        help_text="至少 20 人参与，满意率不低于 80%。只记人数，不记姓名。",
    )


class SatisfactionView(MendView):
    """A survey among residents, and whether the renovation shows."""

    model = Project
    verb = Verb.EDIT
    form_class = SatisfactionForm
    detail_name = "projects:project_detail"
    title = "登记群众满意度"
    submit = "登记结果"

    def facts(self, row):
        last = row.evaluations.filter(axis="effect").first()
        if last is None:
            return [("上次结果", "没有")]
        return [
            ("上次调查", zh_date(last.evaluated_on)),
            ("满意 / 参与", f"{last.satisfied} / {last.asked} 人"),
            ("成效", "明显" if last.verdict == "good" else "一般"),
        ]

    def initial(self, row):
        return {"on": clock.today()}

    def perform(self, row, form):
        record_satisfaction(project=row, today=clock.today(), **form.cleaned_data)
        return f"已登记{row.name}的群众满意度。"


class SpacesForm(MendForm):
    on = DayPickerField(label="清点日期")
    spaces = CountField(label="车位（个）", soft=True, min_value=0)
    qualifier = forms.ChoiceField(label="口径", choices=Qualifier, initial="exact")

    def clean(self):
        cleaned = super().clean()
        soften(self, "spaces", "qualifier")
        return cleaned


class ParkingCountView(MendView):
    """The spaces of a smart parking road, counted on site."""

    model = Project
    verb = Verb.REVIEW
    form_class = SpacesForm
    detail_name = "projects:project_detail"
    title = "清点车位"
    submit = "登记车位"

    def facts(self, row):
        last = row.readings.filter(indicator__code="parking_spaces").latest_first().first()
        words = f"{last.value.normalize():f}个（{zh_date(last.day)}）" if last else "没有"
        return [("道路", str(row.road or "—")), ("上次清点", words)]

    def advice(self, row):
        return "只登记车位总数，不涉及车辆和车主。"

    def missing(self, row):
        if row.kind == Project.Kind.PARKING_ROAD:
            return None
        return "只有智慧停车道路登记车位数。", self.back(row), "返回项目"

    def initial(self, row):
        return {"on": clock.today(), "qualifier": "exact"}

    def perform(self, row, form):
        count_spaces(project=row, today=clock.today(), **form.cleaned_data)
        return f"已登记{row.name}车位{form.cleaned_data['spaces']}个。"
