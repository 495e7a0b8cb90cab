"""Storing a row from a ledger's form, so that nobody's change is lost unseen."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ledgers.trail import version_of


class RowChanged(Exception):
    """Someone changed the row since the form was opened; `stored` is the row as it stands."""

    def __init__(self, stored):
        super().__init__("row changed")
        self.stored = stored


@transaction.atomic
def save_row(*, form, user, verb: str, version: str = ""):
    """Store the row of a valid `form` and return it.

    `version` is the row's version when the form was opened (`trail.version_of`); for a new row it
    is not looked at. Raises RowChanged where the row stands at another version by now, and
    ValidationError where a rule forbids the row or `user` may not do `verb` to it.
    """
    row = form.instance
    if row.pk and not row._state.adding:
        stored = type(row)._base_manager.select_for_update().get(pk=row.pk)
        if version_of(stored, form.attnames()) != version:
            raise RowChanged(stored)
        _refresh_others(row, stored, form.fields)
    row.full_clean()
    try:
        with transaction.atomic():
            form.save()
    except IntegrityError as error:
        # A rule that only the database could see, because two forms were filed at once.
        raise ValidationError("刚刚有人登记了相冲突的内容，请核对后再提交一次。") from error
    if not user.may(verb, row):
        raise ValidationError("所填区划或战线不在您的维护范围内，请重新选择。")
    return row


def _refresh_others(row, stored, form_fields) -> None:
    """Take the fields that the form does not write from the stored row."""
    for field in row._meta.concrete_fields:
        if field.name not in form_fields:
            setattr(row, field.attname, getattr(stored, field.attname))
