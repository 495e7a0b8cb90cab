"""Streets, towns, communities and villages by what people call them, from the division rows."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q

from ledgers.cleaning import Clean, is_blank, normal, squash
from ledgers.cleaning.aliases import community_names, township_names, village_names
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division

Level = Division.Level
NAMES = {
    Level.TOWNSHIP: township_names,
    Level.COMMUNITY: community_names,
    Level.VILLAGE: village_names,
}
LEVELS = (Level.COMMUNITY, Level.VILLAGE, Level.TOWNSHIP)  # the lowest first
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]$")
_NOTED = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]")
# Between a town and what lies in it, in a column for both (街道/社区); 、 only stands between equals.
_JOINTS = re.compile(r"[/\\·•,;>→|:\s-]+")
_SEVERAL = re.compile(r"[、,;/\s]+|以?及|和|与")
WORDS = {Level.TOWNSHIP: "街道（乡镇）", Level.COMMUNITY: "社区", Level.VILLAGE: "村"}


class Place(NamedTuple):
    code: str
    name: str
    level: str


class Gazetteer:
    """Finds the code of a division by its name, its short forms, and the town it lies in.

    Spellings are taken in order of how sure they are; a shorter form counts only where no fuller
    one fits, and only where it means one place.
    """

    def __init__(self, places: Iterable[Place]):
        self.places = {place.code: place for place in places}
        self.index: dict[str, list[dict[str, set[str]]]] = {
            level: [defaultdict(set), defaultdict(set)] for level in NAMES
        }
        for place in self.places.values():
            if place.level in NAMES:
                for rank, spellings in enumerate(NAMES[place.level](place.name)):
                    for spelling in spellings:
                        self.index[place.level][rank][spelling].add(place.code)
        self._known: dict[tuple, Clean] = {}

    @classmethod
    def of_county(cls, day) -> "Gazetteer":
        """All divisions of the campaign's county that stand on `day`; one query."""
        standing = Q(abolished_on__isnull=True) | Q(abolished_on__gt=day)
        rows = Division.objects.filter(standing, code__startswith=settings.COUNTY_CODE)
        return cls(Place(*row) for row in rows.values_list("code", "name", "level"))

    def named(self, level: str, cell) -> set[str]:
        """The codes of `level` that a cell may mean."""
        typed = NAMES[level](normal(cell))
        for ours in self.index[level]:
            for theirs in typed:
                found = set().union(*(ours.get(spelling, ()) for spelling in theirs))
                if found:
                    return found
        return set()

    def lowest(self, level: str, cell, township=None) -> Clean:
        """The code of a community or village named by `cell`, in the town named by `township`.

        Two places of one name need their town; without it, or where town and place do not fit
        together, the result is doubtful.
        """
        key = (level, str(cell), str(township))
        if key not in self._known:
            self._known[key] = self._lowest(level, cell, township)
        return self._known[key]

    def residential(self, cell, township=None) -> Clean:
        """The code of a community, or else of a village, named by `cell`."""
        found = self.lowest(Level.COMMUNITY, cell, township)
        other = self.lowest(Level.VILLAGE, cell, township) if found.wrong else found
        return found if other.wrong else other

    def any_level(self, cell) -> Clean:
        """The code of a community, a village or a street named by `cell`, whichever it is."""
        found = [self.lowest(level, cell) for level in LEVELS]
        certain = {one.value for one in found if one.certain}
        if len(certain) == 1:
            return Clean(certain.pop())
        if certain:
            names = "、".join(sorted(self.places[code].name for code in certain))
            return Clean(doubt=f"“{normal(cell)}”可能指{names}，请写全称。")
        return next((one for one in found if one.doubt), found[0])

    def _lowest(self, level: str, cell, township) -> Clean:
        word = WORDS[level]
        if is_blank(cell):
            return Clean(wrong=f"没有写{word}，请填写。")
        codes, name = self.named(level, cell), normal(cell)
        towns = set() if is_blank(township) else self.named(Level.TOWNSHIP, township)
        if not codes:
            return (
                self._joined(level, name, township)
                or self._several(level, name)
                or self._less_plain(level, squash(cell), township)
            )
        if is_blank(township):
            if len(codes) == 1:
                return Clean(next(iter(codes)))
            where = "、".join(sorted(self.town_of(code) for code in codes))
            return Clean(doubt=f"“{name}”在{where}都有，请写明街道（乡镇）。")
        if not towns:
            guess = next(iter(codes)) if len(codes) == 1 else None
            return Clean(guess, doubt=f"“{normal(township)}”不在街道（乡镇）名录里，请核对写法。")
        inside = [code for code in codes if code[:TOWNSHIP_DIGITS] in towns]
        if len(inside) == 1:
            return Clean(inside[0])
        if inside:
            return Clean(doubt=f"“{name}”可能指不止一个{word}，请写全称。")
        where = "、".join(sorted(self.town_of(code) for code in codes))
        guess = next(iter(codes)) if len(codes) == 1 else None
        return Clean(guess, doubt=f"“{name}”在{where}，不在{normal(township)}，请核对。")

    def _joined(self, level: str, text: str, township) -> Clean | None:
        """A town and a place in it with a sign between (某街道/某社区, 某·某), or the town behind it
        (某社区(某街道)); None for other texts.

        It is in doubt where the first part is no town, or is as well a place of the same level.
        """
        parts = [part for part in _JOINTS.split(text.removeprefix(self.county)) if part]
        if len(parts) == 1 and (noted := _NOTED.fullmatch(parts[0])):
            parts = [noted[1], noted[2]]
        if len(parts) == 2 and not self.named(Level.TOWNSHIP, parts[0]):
            parts.reverse()
        if len(parts) != 2 or not self.named(Level.TOWNSHIP, parts[0]):
            return None
        town, place = parts
        found = self._lowest(level, place, town)
        if found.wrong or not found.certain:
            return found
        if self.named(level, town) and squash(town) != self.town_of(found.value):
            found = found.doubtful(
                f"“{text}”中的“{town}”是街道（乡镇）还是{WORDS[level]}？请核对。"
            )
        return self._beside(found, text, township)

    def _beside(self, found: Clean, text: str, township) -> Clean:
        """`found`, doubtful where the column of towns names another one than the text."""
        if is_blank(township):
            return found
        if found.value[:TOWNSHIP_DIGITS] in self.named(Level.TOWNSHIP, township):
            return found
        return found.doubtful(f"“{text}”与街道（乡镇）一列不符，请核对。")

    def _several(self, level: str, text: str) -> Clean | None:
        """Wrong where a cell names several places of one level; a row speaks of one."""
        parts = [part for part in _SEVERAL.split(text) if part]
        if len(parts) > 1 and all(self.named(level, part) for part in parts):
            word = WORDS[level]
            return Clean(wrong=f"“{text}”写了{len(parts)}个{word}，请每个{word}一行，数字分开填。")
        return None

    def _less_plain(self, level: str, text: str, township) -> Clean:
        """A name with its town before it (某街道某社区), or with a remark in brackets behind it."""
        bare = text.removeprefix(self.county)
        cuts: dict[str, str] = {}
        for cut in range(len(bare) - 1, 1, -1):
            towns = self.named(Level.TOWNSHIP, bare[:cut])
            inside = {
                code for code in self.named(level, bare[cut:]) if code[:TOWNSHIP_DIGITS] in towns
            }
            cuts |= {code: bare[:cut] for code in inside if code not in cuts}
        if len(cuts) > 1:
            names = "、".join(sorted(self.places[code].name for code in cuts))
            return Clean(doubt=f"“{text}”可能指{names}，请写全称，街道与{WORDS[level]}分开写。")
        if cuts:
            return self._beside(Clean(next(iter(cuts))), text, township)
        noted = _REMARK.sub("", bare)
        if noted not in (bare, ""):
            found = self._lowest(level, noted, township)
            return found.doubtful(f"“{text}”括号里的说明请移到备注。")
        return Clean(wrong=f"“{text}”不在本县（市）的{WORDS[level]}名录里，请核对写法。")

    @property
    def county(self) -> str:
        """The county's own name, which some write before all others."""
        place = self.places.get(settings.COUNTY_CODE)
        return place.name if place else ""

    def town_of(self, code: str) -> str:
        """The name of the street or town in which a division lies."""
        town = self.places.get(code[:TOWNSHIP_DIGITS])
        return town.name if town else code
