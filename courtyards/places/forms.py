"""The form of a survey."""

from django import forms

from courtyards.models import Survey
from ledgers.fields import CountField, soften
from ledgers.models import Qualifier
from orgs.actions.forms import DayPickerField, MendForm


class SurveyForm(MendForm):
    """What was counted on a day; soft figures keep their word."""

    layout = "pairs"

    surveyed_on = DayPickerField(label="摸排日期", help_text="自该日起按新数计，之前的各日不变。")
    buildings = CountField(label="楼栋数（栋）", min_value=0, max_value=9999)
    entrances = CountField(label="单元数（个）", required=False, min_value=0, max_value=99999)
    households = CountField(label="户数（户）", soft=True, min_value=0, max_value=99999)
    households_qualifier = forms.ChoiceField(label="户数口径", choices=Qualifier)
    residents = CountField(label="人口数（人）", soft=True, min_value=0, max_value=999999)
    residents_qualifier = forms.ChoiceField(label="人口数口径", choices=Qualifier)
    elderly = CountField(label="60岁以上（人）", required=False, min_value=0, max_value=999999)
    party_members = CountField(label="党员数（人）", required=False, min_value=0, max_value=999999)

    def clean(self):
        cleaned = super().clean()
        for name in ("households", "residents"):
            soften(self, name, f"{name}_qualifier")
        return cleaned

    def latest(self) -> Survey | None:
        return self.row.surveys.first()
