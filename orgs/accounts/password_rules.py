"""The rules for passwords that Django does not bring along; AUTH_PASSWORD_VALIDATORS names them."""

import re

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from ledgers.pinyin import pinyin_key

MIN_CLASSES = 3
CLASSES = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")


class LongEnough:
    """At least `min_length` characters; Django's own rule says so in English here."""

    def __init__(self, min_length: int):
        self.min_length = min_length

    def validate(self, password, user=None):
        """Raise ValidationError where the password is shorter."""
        if len(password) < self.min_length:
            raise ValidationError(self.get_help_text())

    def get_help_text(self):
        """The rule in words."""
        return f"密码至少{self.min_length}位。"


class CharacterClasses:
    """At least three of: small letters, capitals, digits, signs (GB/T 22239-2019, 8.1.4.1)."""

    def validate(self, password, user=None):
        """Raise ValidationError where too few kinds of characters are mixed."""
        if sum(bool(re.search(each, password)) for each in CLASSES) < MIN_CLASSES:
            raise ValidationError(self.get_help_text())

    def get_help_text(self):
        """The rule in words."""
        return "密码应包含大写字母、小写字母、数字、符号中的至少三类。"


class NotTheName:
    """Neither the account nor the pinyin of its holder's name may stand in the password."""

    def validate(self, password, user=None):
        """Raise ValidationError where the password holds the account or the name in pinyin."""
        typed = password.lower()
        for part in _names(user):
            if len(part) >= 4 and part in typed:
                raise ValidationError("密码不能包含账号或者姓名的拼音。")

    def get_help_text(self):
        """The rule in words."""
        return "密码不能包含账号或者姓名的拼音。"


class NotAgain:
    """Not the present password, nor one of those before it."""

    def validate(self, password, user=None):
        """Raise ValidationError where the account has had this password before."""
        if user is None:
            return
        used = [user.password] if user.has_usable_password() else []
        if any(check_password(password, each) for each in [*used, *user.old_passwords]):
            raise ValidationError("不能使用现在的或最近用过的密码。")

    def get_help_text(self):
        """The rule in words."""
        return "不能使用现在的或最近用过的密码。"


def _names(user) -> list[str]:
    if user is None:
        return []
    return [user.username.lower(), *pinyin_key(user.first_name).split()[:1]]
