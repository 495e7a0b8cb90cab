"""The ways in which an official name is shortened: 某街道办事处, 某办; 某社区居委会, 某社区, 某."""

import re

from ledgers.cleaning.text import squash

_TOWNSHIP = re.compile(
    r"(街道办事处|街道办公室|街道办|街道党工委|街道|办事处|街办|镇人民政府|乡人民政府|镇政府|乡政府|镇|乡|办)$"
)
_PEOPLE = re.compile(
    r"(回族|蒙古族|满族|壮族|藏族|苗族|彝族|土家族|各族|朝鲜族|瑶族|侗族|白族|傣族)+$"
)
_COMMUNITY = re.compile(
    r"(社区居民委员会|社区居委会|社区居委|社区党总支|社区党支部|社区党委|居民委员会|居委会|社区)$"
)
_STREET_WORD = re.compile(r"(路|街|大街|大道)$")


def township_names(name: str) -> list[set[str]]:
    """Spellings of a street or town, the surest first; `name` is official or as typed."""
    text = squash(name)
    base = _TOWNSHIP.sub("", text) or text
    sure = {text, base}
    plain = _PEOPLE.sub("", base)
    short = _STREET_WORD.sub("", plain) if len(plain) > 2 else plain
    return [sure, {plain, short} - {""}]


def community_names(name: str) -> list[set[str]]:
    """Spellings of a community, the surest first; the last drops the 街 or 路 of its name."""
    text = squash(name)
    base = _COMMUNITY.sub("", text) or text
    short = _STREET_WORD.sub("", base) if len(base) > 2 else base
    return [{text, base}, {short}]


def village_names(name: str) -> list[set[str]]:
    """Spellings of a village, the surest first: 某村民委员会, 某村, 某."""
    text = squash(name)
    base = re.sub(r"(村民委员会|村委会|行政村|村两委|村委)$", "村", text)
    bare = base.removesuffix("村") or base
    return [{text, base}, {bare, bare + "村"} - {base}]
