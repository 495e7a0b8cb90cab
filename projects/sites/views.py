"""A demolition step by step, a dispute that stops it, and how that was resolved."""

from django import forms

from ledgers import clock
from ledgers.formats import qualified, zh_date
from orgs.access import Verb
from orgs.actions.forms import DayPickerField, MendForm
from orgs.actions.views import MendView
from projects.models import DemolitionCase
from projects.sites.services import advance_case, raise_dispute, resolve_dispute


class _CaseView(MendView):
    model = DemolitionCase
    detail_name = "projects:demolition_case_detail"

    def initial(self, row):
        return {"on": clock.today(), "legal_basis": row.legal_basis}

    def facts(self, row):
        area = qualified(row.area_m2, row.area_qualifier)
        return [
            ("项目（村）", row.project.name),
            ("种类", row.get_kind_display()),
            ("处数、面积", f"{row.places}处，{area}平方米" if row.area_m2 else f"{row.places}处"),
            ("依据", row.legal_basis or "还没有"),
            *((word, zh_date(getattr(row, name))) for name, word in row.STEPS),
            ("复议、诉讼期满", zh_date(row.appeal_until)),
        ]

    def dispute(self, row):
        return row.disputes.filter(resolved_on=None).first()

    def present(self, row):
        return self.dispute(row)


class AdvanceForm(MendForm):
    on = DayPickerField(label="办理日期")
    legal_basis = forms.CharField(
        label="依据（决定文号、同意书编号）",
        required=False,
        max_length=120,
        help_text="作出决定、实施拆除之前必填。",
    )
    appeal_until = DayPickerField(
        label="复议、诉讼期满", required=False, help_text="签了同意书、不涉及的可不填。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        step = self.row.next_step
        self.step = step and step[0]
        if self.step != "decided_on":
            del self.fields["appeal_until"]
        if self.step == "notified_on":
            del self.fields["legal_basis"]


class DemolitionAdvanceView(_CaseView):
    """The next step of a demolition. An open dispute stops it."""

    verb = Verb.EDIT
    title = "办理拆除下一步"
    form_class = AdvanceForm
    heading = "办理下一步"
    submit = "登记这一步"

    def missing(self, row):
        dispute = self.dispute(row)
        if dispute:
            words = f"{zh_date(dispute.raised_on)}起有争议：{dispute.matter}。化解之前停止推进。"
            return words, self.back(row), "返回"
        if row.next_step is None:
            return f"该事项已于{zh_date(row.enforced_on)}拆除。", self.back(row), "查看"
        return None

    def advice(self, row):
        return f"下一步：{row.next_step[1]}。" if row.next_step else ""

    def perform(self, row, form):
        word = row.next_step[1] if row.next_step else ""
        advance_case(case=row, today=clock.today(), **form.cleaned_data)
        return f"已登记：{word}（{zh_date(form.cleaned_data['on'])}）。"


class DisputeForm(MendForm):
    field_of = {"raised_on": "on"}
    on = DayPickerField(label="提出日期")
    matter = forms.CharField(
        label="争议事项",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写事由，例如“权属未清”，不写户主和个人信息。",
    )


class DemolitionDisputeView(_CaseView):
    verb = Verb.EDIT
    title = "登记拆除争议"
    form_class = DisputeForm
    heading = "登记争议"
    submit = "登记争议，停止推进"
    danger = True

    def advice(self, row):
        return "登记后该事项停止推进，也不再催办，直到登记化解。"

    def missing(self, row):
        dispute = self.dispute(row)
        words = dispute and f"{zh_date(dispute.raised_on)}已登记争议：{dispute.matter}。"
        return (words, self.back(row), "返回") if dispute else None

    def perform(self, row, form):
        raise_dispute(case=row, **form.cleaned_data)
        return "已登记争议，该事项停止推进。"


class ResolveForm(MendForm):
    field_of = {"resolved_on": "on"}
    on = DayPickerField(label="化解日期")
    resolution = forms.CharField(
        label="化解情况", max_length=200, widget=forms.Textarea(attrs={"rows": 3})
    )


class DemolitionResolveView(_CaseView):
    verb = Verb.EDIT
    title = "登记争议化解"
    form_class = ResolveForm
    heading = "登记化解"
    submit = "登记化解"

    def facts(self, row):
        dispute = self.dispute(row)
        said = [("争议", f"{zh_date(dispute.raised_on)}：{dispute.matter}")] if dispute else []
        return said + super().facts(row)

    def missing(self, row):
        none = "该事项没有未化解的争议。"
        return None if self.dispute(row) else (none, self.back(row), "返回")

    def perform(self, row, form):
        resolve_dispute(case=row, **form.cleaned_data)
        return "已登记化解，可以继续办理。"
