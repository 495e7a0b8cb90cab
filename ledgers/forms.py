"""Forms of ledger rows: choices within the reader's scope, errors in Chinese beside the field."""

from dataclasses import dataclass, field

from django import forms


@dataclass
class FormField:
    """A field as the template draws it."""

    name: str
    id: str
    label: str
    kind: str  # text, number, date, select, checkbox, textarea
    value: str
    required: bool
    hint: str
    errors: list[str]
    options: list[tuple[str, str]] = field(default_factory=list)
    attrs: dict = field(default_factory=dict)
    change: object = None  # what someone else changed meanwhile


class LedgerForm(forms.ModelForm):
    """Base of all ledger forms; `user` limits what can be chosen."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for name, form_field in self.fields.items():
            if isinstance(form_field, forms.ModelChoiceField):
                queryset = self.choices_for(name, form_field.queryset)
                form_field.queryset = queryset | self._current(name, form_field.queryset)
                form_field.empty_label = "请选择" if form_field.required else "(无)"

    def choices_for(self, name: str, queryset):
        """The rows that the reader may choose for a foreign key: by default those of the scope."""
        return queryset.visible_to(self.user) if hasattr(queryset, "visible_to") else queryset

    def _current(self, name, queryset):
        """The row chosen now, also where it lies outside the reader's scope."""
        return queryset.filter(pk=getattr(self.instance, f"{name}_id", None))

    def attnames(self) -> list[str]:
        """The columns of the row that this form writes."""
        return [f.attname for f in self._meta.model._meta.fields if f.name in self.fields]

    def drawn(self, changes: dict | None = None) -> list[FormField]:
        """The fields for the template; `changes` by field name are shown beside what was typed."""
        return [_draw(self[name], (changes or {}).get(name)) for name in self.fields]


def _draw(bound, change) -> FormField:
    form_field, value = bound.field, bound.value()
    kind = _kind(form_field)
    options = []
    if kind == "select":
        options = [(str(key), str(label)) for key, label in form_field.choices]
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if hasattr(value, "pk"):
        value = value.pk
    return FormField(
        name=bound.html_name,
        id=bound.auto_id,
        label=str(bound.label),
        kind=kind,
        value="on" * bool(value) if kind == "checkbox" else "" if value is None else str(value),
        required=form_field.required and kind != "checkbox",
        hint=str(form_field.help_text),
        errors=list(bound.errors),
        options=options,
        attrs=_attrs(form_field, kind),
        change=change,
    )


def _kind(form_field) -> str:
    if isinstance(form_field, forms.BooleanField):
        return "checkbox"
    if isinstance(form_field, forms.ChoiceField):
        return "select"
    if isinstance(form_field, forms.DateField):
        return "date"
    if isinstance(form_field, forms.IntegerField):
        return "number"
    return "textarea" if isinstance(form_field.widget, forms.Textarea) else "text"


def _attrs(form_field, kind) -> dict:
    found = {}
    if getattr(form_field, "max_length", None):
        found["maxlength"] = form_field.max_length
    if kind == "number":
        if getattr(form_field, "min_value", None) is not None:
            found["min"] = form_field.min_value
        if isinstance(form_field, forms.DecimalField):
            found["step"] = "any"
    return found
