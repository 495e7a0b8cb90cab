"""Pinyin beside Chinese: one column that serves both search and order."""

from django.db import models

# The county's own characters whose common reading differs from the local one.
LOCAL_READINGS = {"荥阳": "xingyang", "汜水": "sishui", "汜河": "sihe"}


def pinyin_key(text: str) -> str:
    """`text` as a lower-case key: full pinyin, initials and the text itself, in that order.

    Full pinyin comes first so that sorting by the key is sorting by pinyin; PostgreSQL builds
    without ICU cannot do that by themselves.
    """
    # Its dictionaries take most of a second to load, and most processes never need them.
    from pypinyin import Style, lazy_pinyin

    text = (text or "").strip().lower()
    full = "".join(lazy_pinyin(text))
    initials = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))
    for name, reading in LOCAL_READINGS.items():
        if name in text:
            full = full.replace("".join(lazy_pinyin(name)), reading)
    return f"{full} {initials} {text}"


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
