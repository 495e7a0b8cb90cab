"""The form of a self-management committee."""

from django import forms

from ledgers.fields import CountField
from orgs.actions.forms import DayPickerField, MendForm


class CommitteeForm(MendForm):
    name = forms.CharField(label="自管会名称", max_length=120)
    since = DayPickerField(label="成立日期", help_text="自该日起计入。")
    members = CountField(
        label="人数（人）",
        required=False,
        min_value=1,
        max_value=999,
        help_text="只填人数，不登记名单。",
    )
    rules = forms.CharField(
        label="议事规则", required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 3})
    )
