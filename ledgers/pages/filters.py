"""What a visitor may ask of a list. A wrong value is told in Chinese; it never empties the list."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import django_filters
from django import forms
from django.shortcuts import get_object_or_404

from ledgers import formats
from ledgers.fields import DayField

ANY = "全部"


@dataclass
class FilterField:
    """A field of the filter form as the template draws it."""

    name: str
    label: str
    kind: str  # search, select, date, hidden
    value: str
    errors: list[str]
    options: list[tuple[str, str]] = field(default_factory=list)
    words: str = ""


class LedgerFilterSet(django_filters.FilterSet):
    """Base of all ledger filters: the search box. The view sets `ledger`."""

    q = django_filters.CharFilter(label="检索", method="search", max_length=60)
    ledger = None
    # Conditions of a saved view that the reader may not ask for: their names, and what they are called.
    left_out: Sequence[str] = ()
    left_out_labels: Sequence[str] = ()

    def outside(self) -> list[str]:
        """The names of those filters whose value lies outside what the reader may see."""
        self.form.is_valid()  # reads the values; those that make no sense are not among them
        return [
            name
            for name, value in self.form.cleaned_data.items()
            if value
            and hasattr(self.filters[name], "outside")
            and self.filters[name].outside(value)
        ]

    def search(self, queryset, name, value):
        return self.ledger.find(queryset, value)

    def is_valid(self):
        """Whether every value makes sense; a filter's own `check` may refuse one, with a message."""
        if not super().is_valid():
            return False
        for name, value in self.form.cleaned_data.copy().items():
            check = getattr(self.filters[name], "check", None)
            message = check(value) if check and value else ""
            if message:
                self.form.add_error(name, message)
        return self.form.is_valid()

    @property
    def on(self):
        """The day asked for."""
        return self.request.on

    def fields(self) -> list[FilterField]:
        """The fields in the order of declaration, the search box first."""
        names = ["q", *(name for name in self.filters if name != "q")]
        if not self.ledger.search_paths():
            names.remove("q")
        return [self._field(name) for name in names]

    def _field(self, name: str) -> FilterField:
        bound = self.form[name]
        drawn = FilterField(
            name=name,
            label=str(bound.label),
            kind=_kind(name, bound.field),
            value=str(bound.value() or ""),
            errors=list(bound.errors),
        )
        options = getattr(self.filters[name], "options", None)
        if options:
            drawn.kind, drawn.options = "select", options()
        elif drawn.kind == "select":
            drawn.options = [(str(key), str(label)) for key, label in bound.field.choices]
        if drawn.kind == "hidden" and drawn.value and not drawn.errors:
            drawn.words = self.words_of(name, self.form.cleaned_data.get(name))
        return drawn

    def words_of(self, name: str, value) -> str:
        """The value of a filter as people say it."""
        words = getattr(self.filters[name], "words", None)
        if words:
            return words(value)
        choices = dict(getattr(self.form.fields[name], "choices", ()) or ())
        return str(choices.get(value) or formats.display(value))

    def in_words(self) -> list[str]:
        """What was asked for, as exports and the page say it: ["类别：片区", "检索:sh"]."""
        asked = self.form.cleaned_data if self.form.is_valid() else {}
        return [
            f"{self.form[name].label}：{self.words_of(name, value)}"
            for name, value in asked.items()
            if value not in (None, "", [])
        ]


def _kind(name: str, form_field) -> str:
    if name == "q":
        return "search"
    if isinstance(form_field.widget, forms.HiddenInput):
        return "hidden"
    if isinstance(form_field, forms.DateField):
        return "date"
    return "select"


class ChoiceFilter(django_filters.ChoiceFilter):
    """One of some choices; the empty one means all."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("empty_label", ANY)
        kwargs.setdefault(
            "error_messages", {"invalid_choice": "没有“%(value)s”这个选项，请从列表中选择。"}
        )
        super().__init__(*args, **kwargs)


class YesNoFilter(ChoiceFilter):
    """A yes-or-no condition; `words` are (word for yes, word for no)."""

    def __init__(self, *args, words=("是", "否"), **kwargs):
        kwargs["choices"] = [("yes", words[0]), ("no", words[1])]
        super().__init__(*args, **kwargs)

    def filter(self, queryset, value):
        if self._method:
            return super().filter(queryset, value)
        return queryset.filter(**{self.field_name: value == "yes"}) if value else queryset


class DayFilter(django_filters.DateFilter):
    """A day; with lookup_expr "gte" the first, with "lte" the last of a span."""

    field_class = DayField


class RowFilter(django_filters.Filter):
    """Rows that belong to one other row, by its key; drawn as a note that can be taken off.

    `to` is the other model. A row outside the reader's scope is a 404, as everywhere.
    """

    field_class = forms.IntegerField

    def __init__(self, *args, to, **kwargs):
        kwargs.setdefault("widget", forms.HiddenInput)
        kwargs.setdefault("max_value", 2**63 - 1)
        kwargs.setdefault("error_messages", {"invalid": "编号应为数字。"})
        super().__init__(*args, **kwargs)
        self.to = to

    def filter(self, queryset, value):
        if value is None:
            return queryset
        self.row(value)
        return queryset.filter(**{self.field_name: value})

    def outside(self, value) -> bool:
        """Whether there is no such row that the reader may see."""
        visible = self.to._default_manager.visible_to(self.parent.request.user)
        return not visible.filter(pk=value).exists()

    def row(self, value):
        """The other row. Raises Http404 where the reader may not see it."""
        visible = self.to._default_manager.visible_to(self.parent.request.user)
        return get_object_or_404(visible, pk=value)

    def words(self, value) -> str:
        return str(self.row(value))
