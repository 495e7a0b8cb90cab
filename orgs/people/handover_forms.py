"""The form of the hand-over page: the day, who leaves what, and one decision for each duty."""

from django import forms
from django.db.models import Q

from ledgers import clock
from ledgers.text_limits import drop_maxlength
from orgs.actions.forms import DayPickerField
from orgs.models import Person
from orgs.people.choosing import MATCHES
from orgs.people.handover import Decision, Fate
from orgs.people.handover_items import HandoverItem

COMMON, OTHER = "common", "other"
ALL, PART = "all", "part"


def possible_successors(person: Person, user):
    """Who may be chosen: persons of the reader's scope who are in office."""
    others = Person.objects.visible_to(user).exclude(pk=person.pk)
    return others.filter(Q(left_on__isnull=True) | Q(left_on__gt=clock.today()))


class PickForm(forms.Form):
    """Find one person by name, pinyin or initials; works without script."""

    q = forms.CharField(label="查找接任人", required=False, max_length=40)
    person = forms.ModelChoiceField(
        Person.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "所选人员不在您的管理范围内或已离任，请重新查找。"},
    )

    def __init__(self, *args, pool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = pool

    def chosen(self) -> int | None:
        """The key of the person ticked so far."""
        value = str(self["person"].value() or "")
        return int(value) if value.isdecimal() and len(value) < 19 else None

    def matches(self) -> list[Person]:
        """The persons to choose from, the chosen one first; nothing before something is typed."""
        typed = (self["q"].value() or "").strip().lower()
        pool = self.fields["person"].queryset.select_related("unit", "division")
        found = []
        if typed:
            by_pinyin = pool.filter(search_text__contains=typed).order_by("search_text", "pk")
            found = list(by_pinyin[:MATCHES])
        chosen = self.chosen()
        if chosen and chosen not in [person.pk for person in found]:
            found = [*pool.filter(pk=chosen), *found]
        return found


class RowForm(PickForm):
    """What becomes of one duty."""

    fate = forms.CharField(required=False, max_length=10)

    def __init__(self, *args, item: HandoverItem, **kwargs):
        super().__init__(*args, prefix=item.key, **kwargs)
        self.item = item
        self.refusals: list[str] = []  # what the service said about this row

    def options(self) -> list[tuple[str, str]]:
        """The decisions to choose from, as (value, words)."""
        kind = self.item.kind
        ends = (Fate.VACATE, kind.ended_words)
        keep = (Fate.KEEP, "继续担任" if kind.fill else "继续保留")
        if kind.fill is None:
            return [ends, keep]
        return [(COMMON, "统一接任人"), (OTHER, "另选接任人"), ends, keep]

    def problems(self) -> list[str]:
        """All that is said beside the row."""
        return [*self["fate"].errors, *self["person"].errors, *self.refusals]

    def decision(self, common: Person | None) -> Decision:
        """The decision as the service takes it."""
        fate = self.cleaned_data.get("fate", "")
        if fate == COMMON:
            return Decision(Fate.GIVE, common)
        if fate == OTHER:
            return Decision(Fate.GIVE, self.cleaned_data.get("person"))
        return Decision(fate)


class HandOverForm(PickForm):
    """The whole page. `rows` holds a form for each duty; `q` and `person` are the common successor."""

    on = DayPickerField(label="离任日期", help_text="自该日起不再担任；可填以前或以后的日期。")
    extent = forms.ChoiceField(
        label="离任范围",
        choices=[(ALL, "全部离任"), (PART, "离开部分职务")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择是全部离任，还是离开部分职务。"},
    )
    note = forms.CharField(
        label="交接说明",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="有包联楼院的必填，例如未办结的事项。",
    )

    def __init__(self, data=None, *, person: Person, user, items: list[HandoverItem], initial=None):
        pool = possible_successors(person, user)
        super().__init__(data, pool=pool, initial=initial)
        drop_maxlength(self)
        self.fields["on"].error_messages["required"] = "请填写离任日期。"
        fates = (initial or {}).get("fates", {})
        self.rows = [
            RowForm(data, item=item, pool=pool, initial={"fate": fates.get(item.key, "")})
            for item in items
        ]

    def is_valid(self) -> bool:
        # Every row is looked at, so that all that is wrong is said at once.
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    def clean(self):
        cleaned = super().clean()
        needs_common = any(row["fate"].value() == COMMON for row in self.rows)
        if needs_common and not cleaned.get("person") and "person" not in self.errors:
            self.add_error("q", "有事项交给统一接任人，请查找并选定一人。")
        return cleaned

    def leaves(self) -> bool:
        return self.cleaned_data["extent"] == ALL

    def decisions(self) -> dict[str, Decision]:
        """By row key."""
        common = self.cleaned_data.get("person")
        return {row.item.key: row.decision(common) for row in self.rows}
