"""Forms about units: who is seconded, and who leads."""

from django import forms
from django.db.models import Q

from ledgers import clock
from orgs.actions.forms import DayPickerField, MendForm
from orgs.ledger_forms import upward
from orgs.models import Person, Secondment, Unit
from orgs.people.choosing import AppointForm, ChoosePersonForm


class ReinstateForm(MendForm):
    """Nothing is asked: the page says what follows."""


class LeaderForm(AppointForm):
    """Lead or executive: the unit's own full members are offered first."""

    def nearby(self):
        own = Q(unit=self.row.pk) | Q(division_id=self.row.division_id)
        return Person.objects.filter(own, party_status=Person.PartyStatus.FULL)


class SecondForm(ChoosePersonForm):
    """Who is seconded to this unit, from where, in which group, to which desk."""

    rank = forms.ChoiceField(label="抽调身份", choices=Secondment.SecondedRank)
    home_unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label="原单位",
        required=False,
        empty_label="按人员登记的单位",
        error_messages={"invalid_choice": "请从列表中选择原单位。"},
    )
    desk = forms.CharField(label="岗位", required=False, max_length=60)
    since = DayPickerField(label="到岗日期", help_text="自该日起计入。")
    until = DayPickerField(label="期满日期", required=False, help_text="未定可不填。")
    layout = "pairs"
    field_of = {"person": "q", "to_unit": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        senders = Unit.objects.on(clock.today()).exclude(kind__in=["merchant", "enterprise"])
        self.fields["home_unit"].queryset = upward(senders, self.user).exclude(pk=self.row.pk)

    def nearby(self):
        return Person.objects.none()

    def clean(self):
        cleaned = super().clean()
        person = cleaned.get("person")
        if not cleaned.get("home_unit"):
            cleaned["home_unit"] = person.unit if person else None
            if cleaned["home_unit"] is None and not self.errors:
                self.add_error("home_unit", "该人员没有登记单位，请选择原单位。")
        return cleaned


class MemberForm(ChoosePersonForm):
    """A Party member who serves in a temporary organisation."""

    since = DayPickerField(label="编入日期", help_text="自该日起计入；组织关系不转接。")

    def nearby(self):
        return Person.objects.filter(division_id=self.row.division_id).exclude(party_status="none")
