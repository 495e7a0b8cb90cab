"""Columns of numbers and days."""

from django.db.models import Case, CharField, DecimalField, F, Func, TextField, Value, When
from django.db.models.functions import Cast, Concat

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

    def expression(self):
        if isinstance(self.field, DecimalField):
            return Func(F(self.path), function="trim_scale", output_field=self.field)
        return F(self.path)


class AmountColumn(NumberColumn):
    """A number that only an annotation knows; its type is found when it is read."""

    def expression(self):
        # Without trailing zeros, as on the page, whatever numeric type it is.
        return Func(
            F(self.path),
            template="regexp_replace((%(expressions)s)::text, '(\\.[0-9]*[1-9])0+$|\\.0+$', '\\1')",
            output_field=TextField(),
        )


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

    def expression(self):
        number = super().expression()
        text = Cast(number, TextField())
        return Case(
            When(**{self.qualifier: Qualifier.AT_LEAST}, then=Concat(text, Value("余"))),
            *(
                When(**{self.qualifier: soft}, then=Concat(Value(soft.label), text))
                for soft in (Qualifier.ABOUT, Qualifier.NEARLY)
            ),
            default=text,
            output_field=TextField(),
        )


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

    def expression(self):
        # The `FM` prefixes keep months and days without leading zeros, as on the page.
        return Func(
            F(self.path),
            template="to_char(%(expressions)s AT TIME ZONE 'Asia/Shanghai', "
            '\'YYYY"年"FMMM"月"FMDD"日" HH24:MI\')',
            output_field=CharField(),
        )
