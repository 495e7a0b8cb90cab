"""From what is typed into a cell of a grid to what the ledger's form takes, and back.

Rules and readings stay with the form's fields (ledgers/fields.py); here only the name of a choice is
taken instead of its key, and 是 or 否 instead of a tick.
"""

from django import forms
from django.core.exceptions import ValidationError

from ledgers import formats
from ledgers.cleaning import normal, squash, yes_no
from ledgers.pages.facts import text_of
from ledgers.pages.forms import SearchedRow

YES, NO = "是", "否"


def shown(row, model_field) -> str:
    """The value of a field as a cell of a grid holds it; "" where there is none."""
    value = getattr(row, model_field.attname)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if model_field.name == "phone":
        return value
    text = text_of(row, model_field)
    return "" if text == formats.EMPTY else text


def options_of(form, name: str) -> tuple[str, ...]:
    """The words that a choice may hold, () where it is typed freely."""
    form_field = form.fields[name]
    if isinstance(form_field, forms.BooleanField):
        return (YES, NO)
    if name in form.choices:
        return tuple(label for _, label in form.choices[name])
    if isinstance(form_field, forms.ChoiceField):
        return tuple(str(label) for key, label in form_field.choices if key)
    return ()


def form_value(form, name: str, text: str) -> str:
    """What the form is given for `text` typed into the cell `name`. Raises ValidationError."""
    form_field, typed, text = form.fields[name], text, normal(text).strip()
    if isinstance(form_field, forms.BooleanField):
        return _yes_or_no(text)
    if not text or isinstance(form_field, SearchedRow):
        return text
    if name in form.choices:
        return _key(form.choices[name], text, form.reader_of(name))
    if isinstance(form_field, forms.ChoiceField):
        return _key([(str(key), str(label)) for key, label in form_field.choices], text)
    return typed if hasattr(form_field, "read") else text


def _yes_or_no(text: str) -> str:
    read = yes_no(text)
    if not read.certain:
        raise ValidationError(read.wrong or read.doubt)
    return "on" if read.value else ""


def _key(choices, text: str, reader=None) -> str:
    """The key of the choice that `text` names: in full, or as the only one that begins with it.

    `reader`: reads other names of it, where there are such; then these decide.
    """
    wanted = squash(text)
    exact = [key for key, label in choices if squash(label) == wanted and key]
    if reader and len(exact) != 1:
        read = reader(text)
        if not read.certain:
            raise ValidationError(read.wrong or read.doubt)
        exact = [key for key, _ in choices if key == str(read.value)]
    begun = (
        []
        if reader
        else [key for key, label in choices if squash(label).startswith(wanted) and key]
    )
    if len(exact) == 1 or (not exact and len(begun) == 1):
        return str((exact or begun)[0])
    if exact or begun:
        raise ValidationError(f"“{text[:20]}”不止一个，请从列表中选择。")
    raise ValidationError(f"没有“{text[:20]}”这个选项，请从列表中选择。")
