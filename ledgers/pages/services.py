"""Storing a row from a ledger's form, so that nobody's change is lost unseen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from ledgers.meanwhile import ChangedMeanwhile, race_in_words, refuse_if_changed, token_of_row
from ledgers.pages.facts import text_of
from ledgers.query_cache import one_state


@transaction.atomic
def save_row(*, form: Any, user: Any, verb: str, shown: str = "") -> Any:
    """Store the row of a valid `form` and return it.

    `shown` is the token of the row's fields when the form was opened; for a new row it is not
    looked at. Raises ChangedMeanwhile with the `stored` row where they are others by now, and
    ValidationError where a rule forbids the row or `user` may not do `verb` to it.
    """
    row = form.instance
    if row.pk and not row._state.adding:
        stored = type(row)._base_manager.select_for_update().get(pk=row.pk)
        refuse_if_changed(shown, token_of_row(stored, form.attnames()), stored=stored)
        _refresh_others(row, stored, form.fields)
    row.full_clean()
    with race_in_words():
        form.save()
    if not user.may(verb, row):
        raise ValidationError("所填区划或战线不在您的维护范围内，请重新选择。")
    return row


def _refresh_others(row: models.Model, stored: models.Model, form_fields: Collection[str]) -> None:
    """Take the fields that the form does not write from the stored row."""
    for field in row._meta.concrete_fields:
        if field.name not in form_fields:
            setattr(row, field.attname, getattr(stored, field.attname))


# -- many rows at once ----------------------------------------------------------------------------

BULK_LIMIT = 200  # rows that one change may concern: at about 15 ms each, some seconds


@dataclass(frozen=True)
class FieldChangePreview:
    """What a change of one field does to a row, in words; `problems` says why it does nothing."""

    row: object
    old: str
    new: str
    token: str  # of the field as it stood
    problems: tuple[str, ...] = ()
    meanwhile: bool = False  # someone else changed the field since the preview

    @property
    def changes(self) -> bool:
        return not self.problems and self.old != self.new


@transaction.atomic
def change_rows(
    *,
    ledger: Any,
    rows: Iterable[Any],
    user: Any,
    field: str,
    data: dict,
    shown: dict | None = None,
    keep: bool = True,
) -> list[FieldChangePreview]:
    """Set one field of many rows, each through the ledger's form and `save_row`, and tell of each.

    `data` is what the form is given under the prefix `to`. `shown` (key → token) is what
    the preview had; a row that stands otherwise by now is left as it is. Not `keep`: everything is
    taken back at the end, so that a preview is the change itself and no second set of rules.
    Rows that may not be changed are told of and left alone; the others are stored all together.
    """
    rows = sorted(rows, key=lambda row: row.pk)  # always in this order: no deadlocks
    model = ledger.model
    may = user.scope.condition_for(model, ledger.change_verb)
    asked = model._base_manager.filter(pk__in=[row.pk for row in rows])
    allowed = set(asked.filter(may).values_list("pk", flat=True))
    with one_state():  # the choices of the forms are looked up once, not for every row
        found = [
            _change_one(ledger, row, user, field, data, (shown or {}).get(str(row.pk)))
            if row.pk in allowed
            else _left_alone(row, field, "不在您的维护范围内，不能修改。")
            for row in rows
        ]
    if not keep:
        transaction.set_rollback(True)
    return found


def one_field(form: Any, name: str) -> Any:
    """`form`, reduced to the field `name`: the others stay as they are stored."""
    for other in set(form.fields) - {name}:
        del form.fields[other]
    return form


def _left_alone(
    row: Any, field: str, *problems: str, token: str = "", meanwhile: bool = False
) -> FieldChangePreview:
    text = text_of(row, row._meta.get_field(field))
    return FieldChangePreview(row, text, text, token, problems, meanwhile)


def _change_one(
    ledger: Any, row: Any, user: Any, field: str, data: dict, shown: str | None
) -> FieldChangePreview:
    model_field = row._meta.get_field(field)
    stands_at = token_of_row(row, [model_field.attname])
    old = text_of(row, model_field)
    form = one_field(ledger.form(data, instance=row, user=user, prefix="to"), field)
    if not form.is_valid():
        stored = type(row)._base_manager.get(pk=row.pk)
        return _left_alone(
            stored, field, *[m for found in form.errors.values() for m in found], token=stands_at
        )
    try:
        with transaction.atomic():
            save_row(form=form, user=user, verb=ledger.change_verb, shown=shown or stands_at)
    except ChangedMeanwhile as changed:
        stands_at = token_of_row(changed.stored, [model_field.attname])
        return _left_alone(
            changed.stored,
            field,
            "预览后已被他人修改，本次未动。",
            token=stands_at,
            meanwhile=True,
        )
    except ValidationError as error:
        return FieldChangePreview(
            row, old, text_of(row, model_field), stands_at, tuple(_words(error, row))
        )
    return FieldChangePreview(row, old, text_of(row, model_field), stands_at)


def _words(error: ValidationError, row: models.Model) -> list[str]:
    """The messages of a refusal, with the names of the fields."""
    if not hasattr(error, "error_dict"):
        return error.messages
    labels = {field.name: f"{field.verbose_name}：" for field in row._meta.fields}
    return [
        labels.get(name, "") + message
        for name, messages in error.message_dict.items()
        for message in messages
    ]
