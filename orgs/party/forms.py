"""The question before an organisation is moved, merged or dissolved: with whom, from which day."""

from django import forms
from django.db.models import Q

from ledgers import clock
from orgs.access import Verb, visible_to
from orgs.actions.forms import DayPickerField
from orgs.models import PartyOrganization
from orgs.people.choosing import MATCHES, NEARBY


class ReorganizeForm(forms.Form):
    """The other organisation, found by typing in one's scope, and the day."""

    # A service's field names, and the fields here beside which their errors are shown.
    field_of = {"on": "day", "dissolved_on": "day", "until": "day", "kind": "target"}

    q = forms.CharField(label="查找党组织", required=False, max_length=40)
    target = forms.ModelChoiceField(
        PartyOrganization.objects.none(),
        required=False,
        error_messages={"invalid_choice": "所选党组织不在您的管理范围内，请重新查找。"},
    )
    day = DayPickerField(label="自哪一天起", help_text="该日起按调整后计入，之前的各日不变。")

    def __init__(self, *args, row, user, kinds=(), needs_target=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.row, self.kinds, self.needs_target = row, kinds, needs_target
        found = visible_to(PartyOrganization.objects.all(), user, Verb.ORGANISE)
        self.fields["target"].queryset = found.exclude(pk=row.pk)
        self.fields["day"].initial = clock.today()
        self.fields["day"].error_messages["required"] = "请填写此项。"

    def matches(self) -> list[PartyOrganization]:
        """The organisations to choose from, the chosen one first."""
        typed = (self["q"].value() or "").strip().lower()
        pool = self.fields["target"].queryset.on(clock.today())
        if self.kinds:
            pool = pool.filter(kind__in=self.kinds)
        near = Q(division_id=self.row.division_id)
        found = pool.filter(search_text__contains=typed) if typed else pool.filter(near)
        found = found.select_related("division").order_by("search_text", "pk")
        found = list(found[: MATCHES if typed else NEARBY])
        chosen = self.chosen()
        if chosen and chosen not in [row.pk for row in found]:
            found = [*pool.filter(pk=chosen).select_related("division"), *found]
        return found

    def chosen(self) -> int | None:
        """The key of the organisation ticked so far."""
        value = str(self["target"].value() or "")
        return int(value) if value.isdecimal() and len(value) < 19 else None

    def clean_target(self):
        target = self.cleaned_data["target"]
        if self.needs_target and target is None:
            raise forms.ValidationError("请查找并选定一个党组织。")
        return target

    def put_errors(self, error: forms.ValidationError) -> None:
        """Show what a service refused: beside the field where there is one, else on top."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, problems in error.error_dict.items():
            name = self.field_of.get(name, name)
            self.add_error(name if name in self.fields else None, problems)
