"""Pinyin beside Chinese: one column that serves both search and order."""

import re
from functools import lru_cache
from time import monotonic

from django.apps import apps
from django.db import models

KEPT_FOR = 300  # seconds after which a process looks again for readings that another has stored
_PIECES = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def pinyin_key(text: str) -> str:
    """`text` as a lower-case key: full pinyin, initials and the text itself, in that order.

    Full pinyin comes first so that sorting by the key is sorting by pinyin; PostgreSQL builds
    without ICU cannot do that by themselves.
    """
    text = (text or "").strip().lower()
    full = initials = ""
    local = _local_readings()
    for piece in _PIECES.findall(text):
        # Words end where figures and Latin letters begin, and those are read as they stand.
        reading, letters = (piece, piece) if piece.isascii() else _with_local(piece, local)
        full += reading
        initials += letters
    return f"{full} {initials} {text}"


_local: list[tuple[float, dict[str, str]]] = []


def forget_readings() -> None:
    """Ask for the readings of places anew at the next key."""
    _local.clear()


def _local_readings() -> dict[str, str]:
    """Names of places that are read otherwise than the dictionary says, the longest first."""
    if not _local or monotonic() - _local[0][0] > KEPT_FOR:
        rows = apps.get_model("ledgers", "LocalReading").objects.values_list("term", "reading")
        found = sorted(rows, key=lambda pair: -len(pair[0]))
        _local[:] = [(monotonic(), dict(found))]
    return _local[0][1]


def _with_local(text: str, local: dict[str, str]) -> tuple[str, str]:
    """Full pinyin and initials of a Chinese text, with the names of places in it read as they are."""
    name = next((term for term in local if term in text), "")
    if not name:
        return _readings(text)
    before, _, after = text.partition(name)
    syllables = local[name].split()
    parts = [
        _with_local(before, local) if before else ("", ""),
        ("".join(syllables), "".join(one[0] for one in syllables)),
        _with_local(after, local) if after else ("", ""),
    ]
    return "".join(full for full, _ in parts), "".join(letters for _, letters in parts)


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
