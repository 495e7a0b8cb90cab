"""Forms in which a person is chosen: from the register, or newly entered."""

from django import forms
from django.db.models import Q

from ledgers import clock
from ledgers.fields import NameField, PhoneField
from orgs.actions.forms import DayPickerField, MendForm
from orgs.models import Person
from orgs.people.services import register_person

MATCHES = 12
NEARBY = 6  # offered before anything is typed


class ChoosePersonForm(MendForm):
    """Choose a person of one's scope by name or pinyin, or enter a new office-holder."""

    field_of = {"person": "q", "until": "since"}

    q = forms.CharField(label="查找人员", required=False, max_length=40)
    person = forms.ModelChoiceField(
        Person.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "所选人员不在您的管理范围内，请重新查找。"},
    )
    name = NameField(label="姓名", required=False, max_length=40)
    office = forms.CharField(label="职务", required=False, max_length=60)
    phone = PhoneField(label="工作电话", required=False)
    party_status = forms.ChoiceField(
        label="政治面貌", choices=Person.PartyStatus, required=False, initial="none"
    )

    new_person_fields = ("name", "office", "phone", "party_status")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        in_office = Q(left_on__isnull=True) | Q(left_on__gt=clock.today())
        self.fields["person"].queryset = Person.objects.visible_to(self.user).filter(in_office)

    def drawn(self):
        hidden = {"q", "person", *self.new_person_fields}
        return [bound for bound in self if bound.name not in hidden]

    def new_person(self):
        return [self[name] for name in self.new_person_fields]

    def opens_new_person(self) -> bool:
        """Whether the part for a new person is in use, so that it is shown open."""
        return bool(self["name"].value()) or any(self[n].errors for n in self.new_person_fields)

    def nearby(self):
        """Persons to offer before anything is typed; by default those of the row's division."""
        return Person.objects.filter(division_id=self.row.division_id)

    def matches(self) -> list[Person]:
        """The persons to choose from, the chosen one first; at most `MATCHES` of them."""
        typed = (self["q"].value() or "").strip().lower()
        pool = self.fields["person"].queryset
        found = pool.filter(search_text__contains=typed) if typed else self.nearby() & pool
        limit = MATCHES if typed else NEARBY
        found = list(found.select_related("unit", "division").order_by("search_text")[:limit])
        chosen = self.chosen()
        if chosen and chosen not in [person.pk for person in found]:
            found = [*pool.filter(pk=chosen).select_related("unit", "division"), *found]
        return found

    def chosen(self) -> int | None:
        """The key of the person ticked so far."""
        value = str(self["person"].value() or "")
        return int(value) if value.isdecimal() and len(value) < 19 else None

    def clean(self):
        cleaned = super().clean()
        person, name = cleaned.get("person"), cleaned.get("name", "").strip()
        if person and name:
            self.add_error("name", f"已选用{person.name}，又填写了新人员，请只留一项。")
        elif not person and not name and not self.errors:
            self.add_error("q", "请查找并选定一人，或在下方登记新人员。")
        return cleaned

    def person_of(self, division, unit=None) -> Person:
        """The person chosen, or the new one, entered in `division`. Call it in a transaction."""
        data = self.cleaned_data
        if data["person"]:
            return data["person"]
        return register_person(
            name=data["name"],
            division=division,
            unit=unit,
            office=data["office"],
            phone=data["phone"],
            party_status=data["party_status"] or Person.PartyStatus.NONE,
        )


class AppointForm(ChoosePersonForm):
    """Who, from which day, by whose decision."""

    since = DayPickerField(label="任命日期", help_text="自该日起计入。")
    appointed_by = forms.CharField(label="任命单位", required=False, max_length=80)


class SuccessorForm(ChoosePersonForm):
    """Who takes over something that was left vacant, and from which day."""

    since = DayPickerField(label="接任日期", help_text="自该日起计入。")

    def nearby(self):
        """Persons of the community of the predecessor, or else of the row."""
        near = getattr(self.row, "person", None) or self.row
        return Person.objects.filter(division_id=near.division_id)


class SecretaryForm(AppointForm):
    """A post in a Party organisation: its own full members are offered first."""

    def nearby(self):
        return Person.objects.filter(
            Q(home_branch=self.row.pk) | Q(division_id=self.row.division_id),
            party_status=Person.PartyStatus.FULL,
        )
