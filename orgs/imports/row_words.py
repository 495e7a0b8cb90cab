"""A row that a file brings, said as people read it: labels, soft numbers, places by name."""

from collections.abc import Mapping
from datetime import date

from ledgers import formats
from ledgers.cleaning import normal
from ledgers.cleaning.phones import mask
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.registry import KINDS
from ledgers.importing.rows import Record
from ledgers.models import Qualifier
from ledgers.trail.audit import masked
from orgs.models import Division

# Codes of places; each kind says the labels of its other values that bear no column's name.
LABELS = {"community_code": "所属社区", "village_code": "村"}
YES_NO = {"has_branch", "has_committee", "section_level", "closed"}
CODES = {"community_code", "village_code"}
LONGEST = 60  # characters of a cell that are shown beside what is wrong with it


class Speaker:
    """Says the rows of one file; place names are read once."""

    def __init__(self, kind: LedgerKind, records: list[Record]):
        self.kind = kind
        self.labels = {column.key: column.label for column in kind.columns}
        self.labels |= LABELS | kind.labels
        codes = {record.values.get(name) for record in records for name in CODES}
        codes |= {r.changes[name][0] for r in records for name in CODES & r.changes.keys()}
        found = Division.objects.filter(code__in=codes - {None, ""})
        self.places = {place.code: place.label for place in found}

    def title(self, record: Record) -> str:
        """What tells the row apart: its name, before the place it lies in."""
        parts = [self.text(record.values, name) for name in self.kind.key]
        codes = [name in CODES for name in self.kind.key]
        ordered = sorted(zip(codes, parts, strict=True), key=lambda pair: pair[0])
        return " · ".join(part for _, part in ordered if part)[:200]

    def values(self, record: Record) -> list[tuple[str, str]]:
        """(label, text) of all that the row says, without what is empty and what its title says."""
        told = [
            (self.label(name), self.text(record.values, name))
            for name in record.values
            if not name.endswith("qualifier") and name not in self.kind.key
        ]
        return [(label, text) for label, text in told if text]

    def changes(self, record: Record) -> list[tuple[str, str, str]]:
        """(label, old, new) of each value that would change; a number and its softness are one."""
        before = record.values | {name: old for name, (old, _) in record.changes.items()}
        names = dict.fromkeys(self._carrier(record, name) for name in record.changes)
        return [
            (
                self.label(name),
                self.text(before, name) or formats.EMPTY,
                self.text(record.values, name) or formats.EMPTY,
            )
            for name in names
        ]

    def problems(self, record: Record, cells: Mapping) -> list[dict]:
        """What speaks against the row, with what is written in the cell; `cells` by their columns."""
        return [
            {
                "column": one.column,
                "written": masked(normal(cells.get(one.key)))[:LONGEST] if one.key else "",
                "text": masked(one.text),
                "wrong": one.wrong,
                "key": one.key,
                "rule": one.rule,
            }
            for one in record.problems
        ]

    def label(self, name: str) -> str:
        return self.labels.get(name, name)

    def text(self, values: dict, name: str) -> str:
        """The value `name` in words; "" where there is none."""
        value = values.get(name)
        if value is None or value == "" or value == []:
            return ""
        if name in YES_NO:
            return "是" if value else "否"
        if name in CODES:
            return self.places.get(value, str(value))
        if name in self.kind.choices:
            return self.kind.choices[name].get(value, str(value))
        if name.endswith("phone"):
            return mask(str(value))
        if isinstance(value, date):
            return formats.zh_date(value)
        if isinstance(value, (list, tuple)):
            return "、".join(_item(one) for one in value)
        if isinstance(value, str):
            return value
        return formats.qualified(value, self._softness(values, name))

    @staticmethod
    def _softness(values: dict, name: str) -> str:
        """How hard the number `name` is: by the qualifier that is named after it."""
        own = next((other for other in values if _qualifies(other, name)), None)
        return values.get(own) or Qualifier.EXACT

    @staticmethod
    def _carrier(record: Record, name: str) -> str:
        """The value that a qualifier belongs to; any other value is its own."""
        return next((other for other in record.values if _qualifies(name, other)), name)


def _qualifies(qualifier: str, name: str) -> bool:
    """Whether `qualifier` says how hard `name` is: households_qualifier, m2_qualifier of structures_m2."""
    stem = qualifier.removesuffix("_qualifier")
    return (
        stem not in (qualifier, "")
        and (name == stem or name.startswith(f"{stem}_") or name.endswith(f"_{stem}"))
        and name != qualifier
    )


def _item(one) -> str:
    """One of several: a name, or a Party group with its leader."""
    if not isinstance(one, dict):
        return str(one)
    leader = one.get("leader")
    return f"{one.get('name', '')}（组长{leader}）" if leader else str(one.get("name", ""))


def title_of(code: str) -> str:
    """The name of a kind of ledger, 楼院台账."""
    return KINDS[code].title if code in KINDS else code
