"""Django's own sentences, put as an official would say them; set once, when the app is loaded.

One home for what every form says of a number or a text that does not fit, whichever form asks.
A form's own `error_messages` still go before these.
"""

from django.core import validators

LARGEST = 2**31 - 1  # what a column of the database takes; nobody is told that number


class _Bound(str):
    """A sentence with its limit; `special` says it without the number for some limits."""

    special: dict = {}

    def __mod__(self, params):
        return self.special.get(params["limit_value"]) or str(self) % params


class _Least(_Bound):
    special = {0: "不能为负数。"}


class _Most(_Bound):
    special = {LARGEST: "数字过大，请核对。", 2**15 - 1: "数字过大，请核对。"}


def speak_plainly() -> None:
    """Give Django's validators our sentences."""
    validators.MinValueValidator.message = _Least("不能小于%(limit_value)s。")
    validators.MaxValueValidator.message = _Most("不能大于%(limit_value)s。")
    validators.MaxLengthValidator.message = (
        "最多%(limit_value)d字，现有%(show_value)d字，请写短一些。"
    )
    validators.DecimalValidator.messages |= {
        "max_digits": "数字过大，请核对。",
        "max_decimal_places": "最多%(max)s位小数。",
        "max_whole_digits": "数字过大，请核对。",
    }
