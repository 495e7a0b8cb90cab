"""Form fields that read what is typed as a workbook's cell is read: by the readers of ledgers/cleaning.

Each is a thin wrapper. What a reader takes for certain is the field's value; its doubt, for which an
import asks a person, stands as an error beside the field and says what to write.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models

from ledgers import clock, formats
from ledgers.cleaning import (
    Clean,
    DateReader,
    count,
    decimal,
    figure,
    measure,
    money_wan,
    person_name,
    phone,
    place_name,
    squash,
    unit_name,
)
from ledgers.cleaning.names import is_long_name
from ledgers.models import Qualifier

_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,4})[)）]$")
_COUNTED = re.compile(r"(?P<unit>[人户栋幢处台名组])数$")


def _refuse_doubt(found: Clean) -> None:
    """Raise ValidationError with what speaks against taking what was read as it stands."""
    if not found.certain:
        raise forms.ValidationError(found.wrong or found.doubt, code="invalid")


class _Reading:
    """A form field whose `read(cell)`, which each declares, gives a `Clean`."""

    label: Any
    read: Callable[[Any], Clean]

    def value_of(self, typed: Any) -> Any:
        """What was typed, read; None where it says nothing. ValidationError tells a doubt."""
        found = self.read(typed)
        _refuse_doubt(found)
        return found.value

    @property
    def words(self) -> tuple[str, str]:
        """What the field counts and in which unit, as its label says: 户数（户）."""
        label = str(self.label or "数")
        name, unit = _UNIT.sub("", label), _UNIT.search(label) or _COUNTED.search(label)
        return name, unit["unit"] if unit else ""


class DayField(_Reading, forms.DateField):
    """A day: 2021-04-30, 2021.4.30, 4月30日 (of this year) or as a date input sends it."""

    def read(self, cell: Any) -> Clean:
        return DateReader(reported_on=clock.today(), past=False)(cell)

    def to_python(self, value: Any) -> Any:
        return self.value_of(value)


class _NumberField(_Reading):
    """A number that is typed as text, so that a browser lets 1,200 and 一百二十 pass."""

    keys = "numeric"

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput)
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {} if widget.is_hidden else {"inputmode": self.keys, "autocomplete": "off"}


class CountField(_NumberField, forms.IntegerField):
    """A whole number of things. `soft`: 约120 is taken too; see `soften`."""

    def __init__(self, *, soft: bool = False, **kwargs: Any) -> None:
        self.soft = soft
        super().__init__(**kwargs)

    def read(self, cell: Any) -> Clean:
        name, unit = self.words
        found = count(cell, (unit,) if unit else (), name)
        return found if self.soft else found.exactly(f"“{squash(cell)}”是约数，{name}请填准数。")

    def to_python(self, value: Any) -> Any:
        return self.value_of(value)


def soften(form: Any, name: str, qualifier: str) -> None:
    """In `clean`: 约120 in the field `name` says how hard it is, where nothing softer was chosen."""
    if name in form.cleaned_data and form.cleaned_data.get(qualifier) == Qualifier.EXACT:
        form.cleaned_data[qualifier] = form.fields[name].read(form[name].data).qualifier


class AmountField(_NumberField, forms.DecimalField):
    """A sum in 万元, an area in ㎡ or another number, by what its name or label says it is."""

    keys = "decimal"

    def __init__(self, *, unit: str = "", **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(**kwargs)

    def read(self, cell: Any) -> Clean:
        unit = self.unit or self.words[1]
        reader = {"万元": money_wan, "㎡": measure, "平方米": measure}.get(unit, decimal)
        return reader(cell).exactly(f"“{squash(cell)}”是约数，请填准数。")

    def to_python(self, value: Any) -> Any:
        found = self.value_of(value)
        return None if found is None else super().to_python(_exactly(found))


class SoftFigureField(forms.CharField):
    """A soft figure in `unit`: (Decimal, qualifier), or None; keeps what was typed on an error."""

    def __init__(self, *, unit: str, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(required=False, max_length=40, **kwargs)

    def clean(self, value: Any) -> Any:
        return read_figure(super().clean(value), self.unit)


def read_figure(typed: Any, unit: str) -> tuple[Decimal, str] | None:
    """A typed soft figure in `unit` as (Decimal, qualifier); None for nothing. Tells a doubt."""
    found = figure(typed, unit)
    _refuse_doubt(found)
    return None if found.value is None else (_exactly(found.value), found.qualifier)


def _exactly(value: Any) -> Decimal:
    """A number that was read, without the noughts that a unit left behind its point."""
    return Decimal(formats.number(Decimal(str(value))))


def written(value: Any, qualifier: str, unit: str) -> str:
    """A stored figure as it stands in a field: 约150; with its unit where the bare number is doubted."""
    text = formats.qualified(value, qualifier)
    return text if figure(text, unit).certain else f"{text}{unit}"


class PhoneField(_Reading, forms.CharField):
    """A work phone as it is stored: 13800001111, 0371-64600000转8001."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["max_length"] = None  # blanks and brackets of what is typed do not count
        super().__init__(**kwargs)

    def read(self, cell: Any) -> Clean:
        return phone(cell)

    def to_python(self, value: Any) -> Any:
        return self.value_of(value) or ""


class _NameField(_Reading, forms.CharField):
    """A name, as `reader` of the field's kind reads it."""

    reader: Callable[[Any], Clean]

    def read(self, cell: Any) -> Clean:
        return self.reader(cell)

    def to_python(self, value: Any) -> Any:
        return self.value_of(value) or ""


class NameField(_NameField):
    """The name of a person; whether a long one is a name, typing it into a field of its own says."""

    reader = staticmethod(person_name)

    def read(self, cell: Any) -> Clean:
        found = super().read(cell)
        return Clean(found.value) if is_long_name(found.value or "") else found


class PlaceNameField(_NameField):
    """The name of a courtyard, a project or a road."""

    reader = staticmethod(place_name)


class UnitNameField(_NameField):
    """The name of one unit."""

    reader = staticmethod(unit_name)


def reading_field(db_field: Any, **kwargs: Any) -> Any:
    """The form field of a model's field, one that reads where there is a reader for its kind.

    For `formfield_callback`; choices and what has no reader stay Django's.
    """
    return db_field.formfield(**reading_options(db_field) | kwargs)


def reading_options(db_field: Any) -> dict[str, Any]:
    """The options of `formfield` with which a model's field reads what is typed."""
    if db_field.choices:
        return {}
    if isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
        return {"form_class": DayField}
    if isinstance(db_field, models.IntegerField):
        return {"form_class": CountField}
    if isinstance(db_field, models.DecimalField):
        ends = {"_wan": "万元", "_m2": "㎡"}
        unit = next((unit for end, unit in ends.items() if db_field.name.endswith(end)), "")
        return {"form_class": AmountField, "unit": unit}
    return {"form_class": PhoneField} if db_field.name == "phone" else {}
