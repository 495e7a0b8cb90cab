"""Forms of the civic procedure: opening a case, its next step, what happens while it is on notice."""

from django import forms
from django.db.models import Q

from ledgers import clock
from ledgers.fields import AmountField, CountField
from ledgers.media.picture_field import PictureField
from ledgers.text_limits import drop_maxlength
from orgs.actions.forms import DayPickerField, MendForm
from orgs.models import Division
from projects.civic.rules import counted, order_of, step_name, whom
from projects.models import CivicObjection, CivicProcess, CivicStep, OwnersMatter, Project

COUNTS = ("due", "present", "agree", "against", "abstain")
AREAS = tuple(f"{name}_m2" for name in COUNTS)
# 最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释（2020年修正）
OWNERS_COUNTED = (
    "业主人数：一套专有部分按一人计算，同一人有多套的按一人计算（区分所有权司法解释第九条）。"
    "面积：按不动产登记簿的专有部分面积计算，没有登记的按实测面积（同上第八条）。"
)
TOO_FAR = {
    "max_value": "数字过大，请核对。",
    "min_value": "不能为负数。",
}


def _count(label: str, **options) -> CountField:
    return CountField(
        label=label,
        min_value=0,
        max_value=1_000_000,
        error_messages=TOO_FAR,
        **options,
    )


def _area(label: str, **options) -> AmountField:
    told = TOO_FAR | {"max_decimal_places": "最多两位小数。"}
    return AmountField(
        label=label,
        unit="㎡",
        min_value=0,
        max_value=100_000_000,
        decimal_places=2,
        error_messages=told,
        **options,
    )


def _words(label: str, rows: int = 3, limit: int = 300, **options) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=limit, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


def choose_in_words(form: forms.Form) -> None:
    """Say in Chinese what is missing, what cannot be chosen, and that nothing is chosen yet."""
    for field in form.fields.values():
        field.error_messages |= {"required": "请填写此项。", "invalid_choice": "请从列表中选择。"}
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = "（不选）"
    drop_maxlength(form)


class StepForm(forms.Form):
    """A meeting of the case's next step: day, place, counts, what was decided."""

    kind = forms.ChoiceField(choices=CivicStep.Kind, widget=forms.HiddenInput)
    held_on = DayPickerField(label="日期")
    place = forms.CharField(label="地点", max_length=80, required=False)
    due = _count("应到")
    present = _count("实到")
    agree = _count("同意", required=False)
    against = _count("不同意", required=False)
    abstain = _count("弃权", required=False)
    content = _words("议定内容", rows=4, limit=2000, required=False)
    sheet = PictureField(label="签到表、表决单照片", required=False, help_text="选填，不要求拍照。")
    outcome = forms.ChoiceField(
        label="结果", choices=CivicStep.Outcome, widget=forms.RadioSelect, initial="passed"
    )
    returns_to = forms.ChoiceField(label="退回到", required=False)

    def __init__(self, *args, case: CivicProcess, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        drop_maxlength(self)
        order = order_of(case)
        back = order[: order.index(kind) + 1] if kind in order else ()
        names = [(each, step_name(case.kind, each)) for each in reversed(back)]
        self.fields["returns_to"].choices = [("", "（退回重议时选择）"), *names]
        self.unit = whom(kind)
        self.fields["due"].label, self.fields["present"].label = counted(kind)
        if kind == CivicStep.Kind.SOLICIT:
            self.fields["content"].label = "征求到的主要意见"
        for field in self.fields.values():
            field.error_messages["required"] = "请填写此项。"

    @property
    def counts(self) -> dict[str, int]:
        """The counts typed; those left empty are none."""
        names = [name for name in (*COUNTS, *AREAS) if name in self.fields]
        return {name: self.cleaned_data.get(name) or 0 for name in names}

    def told(self) -> dict:
        """What the service `record_step` is told."""
        data = self.cleaned_data
        plain = ("kind", "held_on", "place", "content", "outcome", "returns_to", "sheet")
        found = {name: data[name] for name in plain if name in data}
        return found | ({"counts": self.counts} if "due" in self.fields else {})


class NoticeForm(StepForm):
    """A decision or a result that is put on notice from a day on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in (*COUNTS, "outcome", "returns_to"):
            del self.fields[name]
        self.fields["held_on"].label = "公示开始日期"
        self.fields["place"].label = "张贴地点"
        self.fields["sheet"].label = "公示张贴照片"
        self.fields["content"].label = "公示内容"
        self.fields["content"].required = True
        self.fields["content"].help_text = "写给群众看：定了什么、怎么做、花多少钱、什么时候做。"


class OwnersForm(StepForm):
    """A vote of the owners: counted by number and by exclusive area."""

    due_m2 = _area("专有部分总面积")
    present_m2 = _area("参与表决面积")
    agree_m2 = _area("同意面积", required=False)
    against_m2 = _area("不同意面积", required=False)
    abstain_m2 = _area("弃权面积", required=False)
    counted = OWNERS_COUNTED


def step_form(*args, case: CivicProcess, kind: str, **kwargs) -> StepForm:
    """The form of a step of this kind."""
    if kind in (CivicStep.Kind.DECISION_NOTICE, CivicStep.Kind.RESULT_NOTICE):
        form_class = NoticeForm
    else:
        form_class = OwnersForm if kind.startswith(CivicStep.Kind.OWNERS) else StepForm
    return form_class(*args, case=case, kind=kind, **kwargs)


class CaseForm(forms.Form):
    """A new case: of a project, or of a community or village without one."""

    matter = forms.CharField(label="议什么事", max_length=120, help_text="例如：综合改造方案。")
    project = forms.ModelChoiceField(Project.objects.none(), label="项目", required=False)
    division = forms.ModelChoiceField(
        Division.objects.none(),
        label="社区（村）",
        required=False,
        help_text="没有项目时选择；有项目的自动带出。",
    )
    proposed_by = forms.ChoiceField(
        label="议题来源",
        required=False,
        choices=[("", "（不选）"), *CivicProcess.Proposer.choices],
    )
    owners_matter = forms.ChoiceField(
        label="是不是业主共同决定事项",
        required=False,
        choices=[("", "不是（居民会议决议）"), *OwnersMatter.choices],
        help_text="属于《民法典》第二百七十八条所列事项的，决议一步改为业主共同表决，"
        "人数、面积分别计算。启动后不能改。",
    )
    opened_on = DayPickerField(label="启动日期")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        kinds = Q(kind__in=[Project.Kind.OLD_COMMUNITY, Project.Kind.VILLAGE])
        projects = Project.objects.visible_to(user, "edit").on(today).filter(kinds)
        self.fields["project"].queryset = projects
        self.fields["division"].queryset = (
            Division.objects.visible_to(user, "edit").on(today).residential()
        )
        choose_in_words(self)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("project") and not cleaned.get("division"):
            self.add_error("project", "请选择项目，或选择社区（村）。")
        return cleaned

    def told(self) -> dict:
        """What the service `open_case` is told; a village follows 四议两公开."""
        place = self.cleaned_data["project"] and self.cleaned_data["project"].division
        level = (place or self.cleaned_data["division"]).level
        kind = CivicProcess.Kind.VILLAGE if level == "village" else CivicProcess.Kind.COMMUNITY
        return {**self.cleaned_data, "kind": kind}


class OpeningForm(MendForm):
    """What may be corrected of a case that has no step yet."""

    matter = forms.CharField(label="事项", max_length=120)
    opened_on = DayPickerField(label="启动日期")


class ObjectionForm(MendForm):
    received_on = DayPickerField(label="收到日期")
    channel = forms.ChoiceField(label="渠道", choices=CivicObjection.Channel)
    content = _words("异议内容", help_text="只写意见本身，不要写姓名、电话、门牌号。")


class AnswerForm(MendForm):
    field_of = {"answered_on": "on"}
    answer = _words("答复")
    on = DayPickerField(label="答复日期")


class ReturnForm(MendForm):
    returns_to = forms.ChoiceField(label="退回到")
    reason = _words("退回原因")
    on = DayPickerField(label="退回日期")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        case = self.row.process
        order = order_of(case)
        back = order[: order.index(CivicStep.Kind.DECISION_NOTICE) + 1]
        self.fields["returns_to"].choices = [(each, step_name(case.kind, each)) for each in back]


class EarlyStartForm(MendForm):
    decided_by = forms.CharField(
        label="决定人（职务）", max_length=60, help_text="写职务，例如：指挥部指挥长。"
    )
    decided_on = DayPickerField(label="决定日期")
    document = forms.CharField(label="文号、会议纪要", max_length=60, required=False)
    reason = _words("为什么不等公示期满")
