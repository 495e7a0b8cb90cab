"""Columns of numbers and days."""

from ledgers import formats
from ledgers.columns.base import Column
from ledgers.models import Qualifier


class NumberColumn(Column):
    css = "num"
    free_text = False
    width = 12

    def show(self, value):
        return formats.number(value), ""

    def sheet(self, value):
        return "" if value is None else value

    def csv(self, value):
        return "" if value is None else formats.number(value)


class AmountColumn(NumberColumn):
    """A number that only an annotation knows; its type is found when it is read."""


class SoftColumn(NumberColumn):
    """A soft figure: the number at `accessor`, how hard it is at `qualifier`; printed 约150, 2600余."""

    def __init__(self, verbose_name=None, accessor=None, *, qualifier: str, **kwargs):
        super().__init__(verbose_name, accessor, **kwargs)
        self.qualifier = qualifier

    def needs(self):
        return [self.path, self.qualifier]

    def show(self, value, qualifier):
        return formats.qualified(value, qualifier or Qualifier.EXACT), ""

    def sheet(self, value, qualifier):
        return "" if value is None else value

    def printed(self, value, qualifier):
        """Words where it is soft: a number format would be lost when the form is read back."""
        if value is None or (qualifier or Qualifier.EXACT) == Qualifier.EXACT:
            return self.sheet(value, qualifier)
        return formats.qualified(value, qualifier)

    def sheet_format(self, value, qualifier):
        """The number stays a number; its softness is said by the format: 约150, 2600余."""
        if qualifier == Qualifier.AT_LEAST:
            return '0"余"'
        return f'"{Qualifier(qualifier).label}"0' if qualifier in ("about", "nearly") else ""

    def csv(self, value, qualifier):
        return "" if value is None else self.show(value, qualifier)[0]


class ShareColumn(NumberColumn):
    """A share in per cent. On a form up to one per cent is said in words: 1 could be read as 100 %."""

    def printed(self, value):
        if value is not None and 0 < value <= 1:
            return f"{formats.number(value)}%"
        return self.sheet(value)


class DateColumn(Column):
    css = "nowrap"
    free_text = False
    width = 12

    def show(self, value):
        return (value.isoformat() if value else formats.EMPTY), ""

    def sheet(self, value):
        return value or ""

    def sheet_format(self, value):
        return "yyyy-mm-dd"


class MomentColumn(DateColumn):
    """A moment, shown in the county's time."""

    width = 17

    def show(self, value):
        return formats.zh_moment(value), ""

    def sheet(self, value):
        return formats.zh_moment(value) if value else ""

    def sheet_format(self, value):
        return ""
