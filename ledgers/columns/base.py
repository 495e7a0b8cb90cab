"""What every ledger column is: a value's path, how it is shown, sorted and exported.

django-tables2 gives declaration, ordering and extra columns. Its row rendering is not used (it
took 100 ms for 50 rows): a column is bound once to its model (`bind`) and then turns the plain
values of a row into text (list, workbook) or into an SQL expression (CSV through COPY).
"""

import copy

import django_tables2 as tables
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F

from ledgers import formats


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
    `within`: who sees this row always sees that one. `css` and `width` (of the workbook's column,
    in characters) are for the cell.
    """

    css = ""  # class of the cell
    free_text = True  # someone typed it: exports keep spreadsheets from reading it as a formula
    width = 18

    def __init__(self, verbose_name=None, accessor=None, *, to=None, key=None, **kwargs):
        self.to, self.key, self.within = to, key, kwargs.pop("within", False)
        self.width = kwargs.pop("width", self.width)
        self.css = kwargs.pop("css", self.css)
        super().__init__(verbose_name=verbose_name, accessor=accessor, **kwargs)

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
        """The text of the cell and its tone ("", "green", "amber", "red")."""
        return (formats.EMPTY if value is None or value == "" else str(value)), ""

    def sheet(self, value):
        """What a workbook's cell holds: a number, a date or text."""
        return "" if value is None else str(value)

    def printed(self, *values):
        """What the cell of an official form holds: like `sheet`, but a soft figure is said in words."""
        return self.sheet(*values)

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
