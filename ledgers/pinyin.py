"""Pinyin beside Chinese: one column that serves both search and order."""

import re
from functools import lru_cache

from django.db import models

_PIECES = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def pinyin_key(text: str) -> str:
    """`text` as a lower-case key: full pinyin, initials and the text itself, in that order.

    Full pinyin comes first so that sorting by the key is sorting by pinyin; PostgreSQL builds
    without ICU cannot do that by themselves.
    """
    text = (text or "").strip().lower()
    full = initials = ""
    for piece in _PIECES.findall(text):
        # Words end where figures and Latin letters begin, and those are read as they stand.
        reading, letters = (piece, piece) if piece.isascii() else _readings(piece)
        full += reading
        initials += letters
    return f"{full} {initials} {text}"


@lru_cache(maxsize=1)
def _segmenter():
    # Its dictionaries take most of a second to load, and most processes never need them.
    from pypinyin.core import Pinyin

    return Pinyin()


@lru_cache(maxsize=1 << 14)
def _readings(text: str) -> tuple[str, str]:
    """Full pinyin and initials of a text without figures and Latin letters.

    The courtyards of a ledger share them: 号院, 家属院, 号院自管会.
    """
    readings = [_reading(word) for word in _segmenter().seg(text)]
    return "".join(full for full, _ in readings), "".join(letters for _, letters in readings)


@lru_cache(maxsize=1 << 16)
def _reading(word: str) -> tuple[str, str]:
    """Full pinyin and initials of one word, as the segmenter cuts words.

    A word is read by itself, whatever stands beside it, so remembering it changes no key. All
    names of the country's divisions are made of 9,117 words; without this they take eight times
    as long.
    """
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(word)), "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))


class PinyinField(models.TextField):
    """The pinyin key of another field of the row, filled whenever the row is stored, singly or in bulk."""

    def __init__(self, *args, source: str = "name", **kwargs):
        self.source = source
        kwargs.setdefault("editable", False)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source}

    def pre_save(self, model_instance, add):
        key = pinyin_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key
