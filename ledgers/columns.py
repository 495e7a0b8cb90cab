"""Kinds of ledger columns: each says once how a value is read, shown, sorted and exported.

django-tables2 gives declaration, ordering and extra columns. Its row rendering is not used (it
took 100 ms for 50 rows): a column is bound once to its model (`bind`) and then turns the plain
values of a row into text (list, workbook) or into an SQL expression (CSV through COPY).
"""

import copy

import django_tables2 as tables
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Case, CharField, DecimalField, F, Func, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Left, NullIf, Right

from ledgers import formats
from ledgers.models import Qualifier

VACANT = "空缺"


def field_at(model, path: str):
    """The model field that the ORM path `path` ends at, or None (an annotation)."""
    field = None
    for part in path.split("__"):
        if model is None:
            return None
        try:
            field = model._meta.pk if part == "pk" else model._meta.get_field(part)
        except FieldDoesNotExist:
            return None
        model = field.related_model
    return field


class Column(tables.Column):
    """Text. `accessor` is the ORM path or annotation of the value (default: the column's name).

    `to` names the model whose page the cell leads to ("self" for the row's own page) and `key`
    the path of that row's primary key; the link appears only where the reader may see the row.
    """

    css = ""  # class of the cell
    free_text = True  # someone typed it: exports keep spreadsheets from reading it as a formula
    width = 18  # of the workbook's column, in characters

    def __init__(
        self, verbose_name=None, accessor=None, *, to=None, key=None, width=0, css="", **kwargs
    ):
        super().__init__(verbose_name=verbose_name, accessor=accessor, **kwargs)
        self.to, self.key = to, key
        self.width, self.css = width or self.width, css or self.css

    def bind(self, model, name: str):
        """A copy of this column that knows its model, its paths and its header."""
        cell = copy.copy(self)
        cell.name, cell.path = name, str(self.accessor or name)
        cell.field = field_at(model, cell.path)
        cell.label = str(self.verbose_name or getattr(cell.field, "verbose_name", name))
        cell.paths = cell.needs()
        return cell

    def needs(self) -> list[str]:
        """The ORM paths whose values `show` and `sheet` are given, in their order."""
        return [self.path]

    def show(self, value) -> tuple[str, str]:
        """The text of the cell and its tone ("", "g", "a", "r")."""
        return (formats.EMPTY if value is None or value == "" else str(value)), ""

    def sheet(self, value):
        """What a workbook's cell holds: a number, a date or text."""
        return "" if value is None else str(value)

    def sheet_format(self, *values) -> str:
        """The number format of the workbook's cell."""
        return ""

    def expression(self):
        """The SQL expression whose text is the CSV cell."""
        return F(self.path)


class SelfColumn(Column):
    """The row's own name, leading to its page."""

    width = 26

    def __init__(self, verbose_name=None, accessor=None, **kwargs):
        super().__init__(verbose_name, accessor, to="self", key="pk", **kwargs)


class CodeColumn(Column):
    """A code or number that is never calculated with."""

    css = "nowrap"


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


class ChoiceColumn(Column):
    """A choice, shown by its Chinese label. `tones` colours some of its values."""

    css = "nowrap"
    free_text = False
    width = 14

    def __init__(self, verbose_name=None, accessor=None, *, choices=None, tones=None, **kwargs):
        super().__init__(verbose_name, accessor, **kwargs)
        self.choices, self.tones = choices, tones or {}

    def bind(self, model, name):
        cell = super().bind(model, name)
        pairs = self.choices or cell.field.flatchoices
        cell.labels = {key: str(label) for key, label in pairs if key not in (None, "")}
        return cell

    def show(self, value):
        return self.labels.get(value) or formats.EMPTY, self.tones.get(value, "")

    def sheet(self, value):
        return self.labels.get(value, "")

    def expression(self):
        return Case(
            *(When(**{self.path: key}, then=Value(label)) for key, label in self.labels.items()),
            default=Value(""),
            output_field=CharField(),
        )


class FlagColumn(ChoiceColumn):
    """Yes or no, in words: `words` is (word if true, word if false)."""

    width = 9

    def __init__(self, verbose_name=None, accessor=None, *, words=("是", "否"), **kwargs):
        pairs = [(True, words[0]), (False, words[1])]
        super().__init__(verbose_name, accessor, choices=pairs, **kwargs)


class StateColumn(Column):
    """Whether something that should be there is there (a value that is not None): 有, or 缺 in red."""

    css = "nowrap"
    free_text = False
    width = 8
    words = ("有", "缺")

    def show(self, value):
        return (self.words[0], "g") if value is not None else (self.words[1], "r")

    def sheet(self, value):
        return self.words[value is None]

    def expression(self):
        return Case(
            When(**{f"{self.path}__isnull": False}, then=Value(self.words[0])),
            default=Value(self.words[1]),
            output_field=CharField(),
        )


class HolderColumn(Column):
    """Who or what stands in a place that must not be empty: a name, or 空缺 in red."""

    def show(self, value):
        return (str(value), "") if value else (VACANT, "r")

    def sheet(self, value):
        return str(value) if value else VACANT

    def expression(self):
        return Coalesce(NullIf(F(self.path), Value("")), Value(VACANT), output_field=CharField())


class PhoneColumn(CodeColumn):
    """A work phone as everyone may see it: 138****1234. Sorting by it would give it away."""

    width = 14

    def __init__(self, verbose_name=None, accessor=None, **kwargs):
        super().__init__(verbose_name, accessor, orderable=False, **kwargs)

    @staticmethod
    def mask(phone: str) -> str:
        if len(phone or "") < 7:
            return "****" if phone else ""
        return f"{phone[:3]}****{phone[-4:]}"

    def show(self, value):
        return self.mask(value) or formats.EMPTY, ""

    def sheet(self, value):
        return self.mask(value)

    def expression(self):
        phone = F(self.path)
        return Case(
            When(**{self.path: ""}, then=Value("")),
            When(**{f"{self.path}__isnull": True}, then=Value("")),
            When(
                **{f"{self.path}__regex": r"^.{7,}$"},
                then=Concat(Left(phone, 3), Value("****"), Right(phone, 4)),
            ),
            default=Value("****"),
            output_field=CharField(),
        )
