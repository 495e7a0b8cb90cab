"""Forms of ledger rows: choices within the reader's scope, errors in Chinese beside the field."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms

from ledgers import clock
from ledgers.fields import reading_field
from ledgers.models import not_to_come
from ledgers.pages.choices_left import has_choice
from ledgers.query_cache import cached
from ledgers.text_limits import drop_maxlength

MANY = 400  # more rows than this are searched for instead of listed
MATCHES = 30


@dataclass
class FormField:
    """A field as the template draws it."""

    name: str
    id: str
    label: str
    kind: str  # text, numeric, decimal, date, select, checkbox, textarea
    value: str
    required: bool
    hint: str
    errors: list[str]
    options: list[tuple[str, str]] = field(default_factory=list)
    attrs: dict = field(default_factory=dict)
    change: object = None  # what someone else changed meanwhile


class SearchedRow(forms.ModelChoiceField):
    """One of too many rows to list: typed by name, pinyin or initials.

    What is typed must lead to one row; where it leads to several, the error offers them and
    `matches` holds them, so that the field can be drawn as a select.
    """

    matches: tuple = ()
    reader = None  # see LedgerForm.reader_of
    default_error_messages = {
        "nothing": "没有找到“%(value)s”，请换个写法（汉字、拼音或首字母）。",
        "several": "“%(value)s”有多个，请从列表中选定。",
    }

    def to_python(self, value):
        text = str(value or "").strip()
        if not text or text.isdecimal():
            return super().to_python(text)
        if self.reader and (read := self.reader(text)).certain:
            return super().to_python(read.value)
        found = self.queryset
        for word in text.lower().split():
            found = found.filter(search_text__contains=word)
        exact = list(found.filter(name=text)[:2])
        found = exact if len(exact) == 1 else list(found[:MATCHES])
        if len(found) == 1:
            return found[0]
        self.matches = tuple(found)
        problem = "several" if found else "nothing"
        raise forms.ValidationError(self.error_messages[problem], params={"value": text})


class LedgerForm(forms.ModelForm):
    """Base of all ledger forms; `user` limits what can be chosen.

    `bare`: without the choices, for who only asks whether there are any.
    """

    def __init_subclass__(cls, **kwargs):
        """The fields of every ledger form read what is typed as a workbook's cell is read."""
        super().__init_subclass__(**kwargs)
        if "Meta" in vars(cls):
            cls.Meta.formfield_callback = reading_field

    def __init__(self, *args, user, bare: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.choices = {}
        drop_maxlength(self)
        if bare:
            return
        about = (type(self).__module__, type(self).__qualname__, user.scope, MANY)
        self.choices = cached(about, self._all_choices)
        for name, pairs in self.choices.items():
            if self.is_bound or len(pairs) > MANY:  # drawing a short list needs no queryset
                self._limit(name, len(pairs) > MANY)

    @classmethod
    def can_be_filled(cls, user) -> bool:
        """Whether `user` has something to choose in every field that must name another row."""
        form = cls(user=user, bare=True)
        about = (cls.__module__, cls.__qualname__, user.scope)
        return all(
            has_choice((*about, name), form.choices_for(name, form_field.queryset))
            for name, form_field in form.fields.items()
            if isinstance(form_field, forms.ModelChoiceField) and form_field.required
        )

    def choices_for(self, name: str, queryset):
        """The rows that the reader may choose for a foreign key: by default those of the scope."""
        return queryset.visible_to(self.user) if hasattr(queryset, "visible_to") else queryset

    def reader_of(self, name: str) -> Callable | None:
        """What makes a `Clean` of a name typed for the foreign key `name`: the key of its row."""
        return None

    def _all_choices(self) -> dict[str, list[tuple[str, str]]]:
        """(key, name) pairs of each foreign key; one more than MANY says that there are more."""
        return {
            name: _pairs(self.choices_for(name, form_field.queryset)[: MANY + 1])
            for name, form_field in self.fields.items()
            if isinstance(form_field, forms.ModelChoiceField)
        }

    def _limit(self, name: str, many: bool) -> None:
        """Accept for the field `name` the rows of the scope and the one chosen now."""
        form_field = self.fields[name]
        now = form_field.queryset.filter(pk=getattr(self.instance, f"{name}_id", None))
        queryset = self.choices_for(name, form_field.queryset) | now
        names = {each.name for each in queryset.model._meta.fields}
        if many and {"name", "search_text"} <= names:
            searched = SearchedRow(queryset, required=form_field.required, label=form_field.label)
            searched.reader = self.reader_of(name)
            self.fields[name] = searched
        else:
            form_field.queryset = queryset

    def attnames(self) -> list[str]:
        """The columns of the row that this form writes."""
        return [f.attname for f in self._meta.model._meta.fields if f.name in self.fields]

    def drawn(self, changes: dict | None = None) -> list[FormField]:
        """The fields for the template; `changes` by field name are shown beside what was typed."""
        return [self._draw(self[name], (changes or {}).get(name)) for name in self.fields]

    def _draw(self, bound, change) -> FormField:
        form_field, value = bound.field, bound.value()
        kind = _kind(form_field)
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        value = "" if value is None else str(getattr(value, "pk", value))
        drawn = FormField(
            name=bound.html_name,
            id=bound.auto_id,
            label=str(bound.label),
            kind=kind,
            value="on" * (value == "True" or value == "on") if kind == "checkbox" else value,
            required=form_field.required and kind != "checkbox",
            hint=str(form_field.help_text),
            errors=list(bound.errors),
            attrs=_attrs(form_field, kind),
            change=change,
        )
        if isinstance(form_field, SearchedRow):
            _draw_searched(drawn, form_field)
        elif kind == "select":
            drawn.options = self._options(form_field, bound.name, value)
        return drawn

    def _options(self, form_field, name, value) -> list[tuple[str, str]]:
        if name not in self.choices:
            none = "请选择" if form_field.required else "（无）"
            return [(str(key), str(label) if key else none) for key, label in form_field.choices]
        found = self.choices[name]
        if value.isdecimal() and value not in {key for key, _ in found}:
            found = [
                *found,
                *((str(row.pk), str(row)) for row in form_field.queryset.filter(pk=value)),
            ]
        return [("", "请选择" if form_field.required else "（无）"), *found]


def first_days(form_class: type[LedgerForm]) -> dict:
    """Today, for the days of a new row that most likely are today's: since when, what happened."""
    fields = [f for f in form_class._meta.model._meta.fields if f.name in form_class.base_fields]
    return {
        f.name: clock.today()
        for f in fields
        if not f.blank and (f.name == "since" or not_to_come in f.validators)
    }


def _pairs(rows) -> list[tuple[str, str]]:
    """(key, name) of rows; where two bear one name, the division is said as well."""
    rows = list(rows)
    seen = Counter(map(str, rows))
    return [
        (
            str(row.pk),
            f"{row}（{row.division}）"
            if seen[str(row)] > 1 and hasattr(row, "division")
            else str(row),
        )
        for row in rows
    ]


def _draw_searched(drawn: FormField, form_field: SearchedRow) -> None:
    """A text field that shows a name, or a select of what the typed text led to."""
    if form_field.matches:
        drawn.kind = "select"
        drawn.options = [("", "请选择"), *_pairs(form_field.matches)]
        return
    drawn.kind, drawn.hint = "text", "输入名称、拼音或首字母"
    if drawn.value.isdecimal():
        drawn.value = next((row.name for row in form_field.queryset.filter(pk=drawn.value)), "")


def _kind(form_field) -> str:
    if isinstance(form_field, forms.BooleanField):
        return "checkbox"
    if isinstance(form_field, forms.ChoiceField):
        return "select"
    if isinstance(form_field, forms.DateField):
        return "date"
    if isinstance(form_field, forms.IntegerField):
        return "decimal" if isinstance(form_field, forms.DecimalField) else "numeric"
    return "textarea" if isinstance(form_field.widget, forms.Textarea) else "text"


def _attrs(form_field, kind) -> dict:
    found = {}
    if getattr(form_field, "max_length", None):
        found["data-most"] = form_field.max_length
    return found
