"""Text of a limited length: never cut without a word, neither by the browser nor by the server."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.deconstruct import deconstructible


@deconstructible
class NotLonger(MaxLengthValidator):
    """Refuses a longer text and says by how much."""

    def __call__(self, value):
        over = len(value) - self.limit_value
        if over > 0:
            raise ValidationError(too_long(self.limit_value, over), code="too_long")


def too_long(limit: int, over: int) -> str:
    """What is said of a text that is `over` characters longer than its `limit`."""
    return f"最多{limit}字，超出{over}字，请删减后再提交。"


def refuse_longer(text: str, limit: int, name: str) -> None:
    """Raise ValidationError beside the field `name` where `text` is longer than `limit` characters."""
    if len(text) > limit:
        raise ValidationError({name: too_long(limit, len(text) - limit)})


def drop_maxlength(form) -> None:
    """Let the fields of `form` take what is too long, so that the server can say so.

    The browser's own `maxlength` would cut a paste silently; `data-most` lets static/js/base.js count.
    """
    for field in form.fields.values():
        if not isinstance(field, forms.CharField) or not field.max_length:
            continue
        field.validators = [
            one for one in field.validators if not isinstance(one, MaxLengthValidator)
        ]
        field.validators.append(NotLonger(int(field.max_length)))
        field.widget.attrs.pop("maxlength", None)
        field.widget.attrs["data-most"] = field.max_length
