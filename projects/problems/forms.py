"""Forms of problems, orders and follow-up visits: short, for a phone."""

from datetime import timedelta

from django import forms

from ledgers import clock
from ledgers.media.pictures import picture_file
from ledgers.text_limits import drop_maxlength
from orgs.actions.forms import DayPickerField, MendForm
from orgs.choices import TOWNSHIP_DIGITS
from orgs.ledger_forms import upward
from orgs.models import PartyOrganization, Unit
from projects.models import FollowUpVisit, Problem, ProblemCategory, ProblemLink, Project, Road
from projects.models.problems import DAYS_TO_MEND
from projects.problems.orders import disputed_demolitions

NO_UNIT = "请选择责任单位。"
MOST_BESIDE = 12  # what an order on one page can press besides


def note_field(label: str, hint: str = "", *, required: bool = False, length: int = 300, rows=3):
    """A few lines of text."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
    )


class PhotoField(forms.FileField):
    """One picture, never compulsory; gives it drawn anew, small and without where it was taken."""

    widget = forms.FileInput

    def __init__(self, **kwargs):
        hint = "可不传。照片会自动缩小，拍摄地点等信息会去掉；请勿拍到人脸和门牌。"
        super().__init__(label="照片", required=False, help_text=hint, **kwargs)
        self.widget.attrs["accept"] = "image/*"

    def clean(self, data, initial=None):
        found = super().clean(data, initial)
        return picture_file(found) if found else None


def units_for(user, present: Unit | None = None):
    """The units that may answer for a problem: those of the reader's scope and above it."""
    found = upward(Unit.objects.all(), user)
    found = found.exclude(kind=Unit.Kind.MERCHANT).filter(dissolved_on=None)
    return found | Unit.objects.filter(pk=present.pk) if present else found


class UnitField(forms.ModelChoiceField):
    """One unit; the form says which may be chosen."""

    def __init__(self, label="责任单位", **kwargs):
        errors = {"required": NO_UNIT, "invalid_choice": NO_UNIT}
        super().__init__(
            Unit.objects.none(), label=label, empty_label="请选择", error_messages=errors, **kwargs
        )


class RaiseForm(forms.Form):
    """A problem in a few taps: what, which kind, who told it, who mends it until when."""

    title = forms.CharField(
        label="什么问题", max_length=120, help_text="写清在哪、什么情况。不写姓名、电话。"
    )
    category = forms.ChoiceField(
        label="类别", choices=ProblemCategory, widget=forms.RadioSelect,
        error_messages={"required": "请选择类别。"},
    )  # fmt: skip
    source = forms.ChoiceField(
        label="来源", choices=Problem.Source, widget=forms.RadioSelect,
        error_messages={"required": "请选择来源。"},
    )  # fmt: skip
    photo = PhotoField()
    responsible_unit = UnitField()
    due_on = DayPickerField(label="整改时限")

    def __init__(self, *args, user, place=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsible_unit"].queryset = units_for(user, unit_of(place))
        for field in self.fields.values():
            field.error_messages.setdefault("required", "请填写此项。")
        self.fields["title"].error_messages["required"] = "请写明是什么问题。"
        drop_maxlength(self)

    @staticmethod
    def first_values(place) -> dict:
        """What stands in a new form about `place`."""
        sources = {Project: "follow_up", Road: "patrol"}
        return {
            "source": sources.get(type(place), "resident"),
            "responsible_unit": unit_of(place),
            "due_on": clock.today() + timedelta(days=DAYS_TO_MEND),
        }


def unit_of(place) -> Unit | None:
    """Who most likely mends what is wrong at a place: its project's unit, else its street or town."""
    if isinstance(place, Project) and (place.lead_unit or place.contractor):
        return place.lead_unit or place.contractor
    if place is None:
        return None
    code = place.code if hasattr(place, "code") else place.division_id
    codes = [code, code[:TOWNSHIP_DIGITS]]
    kinds = ["street", "town", "residents_committee", "villagers_committee"]
    near = Unit.objects.filter(division_id__in=codes, kind__in=kinds, dissolved_on=None)
    return near.order_by("division_id", "pk").first()


class AssignForm(MendForm):
    """Who answers for it, until when, and why the deadline moves."""

    field_of = {"reason": "reason"}
    responsible_unit = UnitField()
    due_on = DayPickerField(label="整改时限")
    reason = note_field("原因", "调整时限须写明原因；只换责任单位的可不写。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsible_unit"].queryset = units_for(self.user, self.row.responsible_unit)


class ReportMendedForm(MendForm):
    note = note_field("怎样整改的", "例如：疏通管道30米，更换井盖2个。", required=True)
    photo = PhotoField()


class RefuseForm(MendForm):
    reason = note_field("哪里没有整改到位", required=True)
    photo = PhotoField()


class CloseForm(MendForm):
    """The three endings, kept apart."""

    field_of = {"closed_on": "on"}
    ending = forms.ChoiceField(
        label="结果", choices=Problem.Ending, widget=forms.RadioSelect,
        error_messages={"required": "请选择结果：已整改、未整改或无法整改。"},
    )  # fmt: skip
    note = note_field("办理情况或原因", "未整改、无法整改的须写明原因。", rows=4)
    on = DayPickerField(label="销号日期", help_text="自该日起不再计入未销号问题。")
    photo = PhotoField()


class ReopenForm(MendForm):
    reason = note_field("为什么重新提出", required=True)
    due_on = DayPickerField(label="新的整改时限")
    photo = PhotoField()


class LinkForm(MendForm):
    holder = forms.ChoiceField(
        label="交给谁",
        choices=ProblemLink.Holder,
        widget=forms.RadioSelect,
        initial="supervisor",
        help_text="只选岗位，不登记姓名和电话。",
    )


class OrderForm(MendForm):
    """A supervision order as it is drawn up."""

    title = forms.CharField(label="事项", max_length=120)
    body = note_field("督办内容", "写明存在的问题、办理要求。", required=True, length=1000, rows=6)
    from_unit = UnitField("签发单位")
    to_unit = UnitField("承办单位")
    due_on = DayPickerField(label="办结时限")
    leaves_out_disputed = forms.BooleanField(
        label="本单不涉及有争议的拆除事项",
        required=False,
        help_text="拆除有争议的，争议化解前不得以督办方式催拆。",
    )
    more = forms.ModelMultipleChoiceField(
        Problem.objects.none(),
        label="一并督办的其他问题",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="同一责任单位未销号的问题，超期的在前。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_unit"].queryset = Unit.objects.signed_for_by(self.user)
        self.fields["to_unit"].queryset = units_for(self.user)
        beside = []
        if isinstance(self.row, Problem):
            near = Problem.objects.visible_to(self.user).beside(self.row)
            beside = list(near.values_list("pk", flat=True)[:MOST_BESIDE])
        self.fields["more"].queryset = Problem.objects.filter(pk__in=beside).order_by("due_on")
        if not beside:
            del self.fields["more"]
        if not disputed_demolitions(self.row, *Problem.objects.filter(pk__in=beside)):
            del self.fields["leaves_out_disputed"]


class ReplyForm(MendForm):
    reply = note_field("办理情况", "写明怎样办的、结果如何。", required=True, rows=5)


class JudgeForm(MendForm):
    accept = forms.TypedChoiceField(
        label="对回复的意见",
        choices=[("yes", "认可，予以办结"), ("no", "退回，重新办理")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "请选择认可或退回。"},
    )
    note = note_field("意见", "退回的须写明原因。")


class VisitResultForm(MendForm):
    result = note_field("结果", "写明整改、解决的情况。", required=True)


class VisitForm(MendForm):
    """A follow-up visit to a project."""

    kind = forms.ChoiceField(
        label="类别", choices=FollowUpVisit.Kind, widget=forms.RadioSelect, initial="supervision"
    )
    organization = forms.ModelChoiceField(
        PartyOrganization.objects.none(), label="党组织", empty_label="请选择"
    )
    visited_on = DayPickerField(label="日期")
    finding = note_field("发现的问题", "一次写一个问题，多个问题逐个登记；没有发现问题的可不填。")
    due_on = DayPickerField(label="整改时限", required=False)
    next_visit_on = DayPickerField(label="下次回访", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        programme = self.row.programme
        known = PartyOrganization.objects.filter(dissolved_on=None)
        near = known.filter(pk=programme.temp_branch_id) | known.filter(
            project_links__project=self.row
        )
        self.fields["organization"].queryset = near.distinct()
        self.fields["organization"].initial = programme.temp_branch_id
