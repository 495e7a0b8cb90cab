"""The grid of a ledger: its rows, each cell a field of the ledger's form."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_moment
from ledgers.grid.cells import Cell, Grid, GridColumn, Row, Saved
from ledgers.grid.words import form_value, options_of, shown
from ledgers.meanwhile import ChangedMeanwhile, token_of_row
from ledgers.pages.services import one_field, save_row
from ledgers.trail.row_history import last_changed_by

FRESH = 5  # empty rows at the end
FRESH_KEY = "new"
WIDEST = 26  # half-width characters
WIDE = "\u2e7f"  # what stands behind it, Chinese above all, is twice as wide as a Latin letter


class LedgerGrid:
    """Draws and saves rows of `ledger` for `user`. Rules are the form's; each cell is `save_row`."""

    def __init__(self, ledger, user):
        self.ledger, self.user = ledger, user
        self.form = ledger.form(user=user)
        self.names = list(self.form.fields)
        self.fields = {name: ledger.model._meta.get_field(name) for name in self.names}

    # -- drawing ------------------------------------------------------------------------------

    def grid(self, rows, fresh: int = FRESH) -> Grid:
        """The grid of `rows`, objects of the ledger's model, with `fresh` empty rows below."""
        found = Grid([self._column(name) for name in self.names])
        found.rows = [self._row(row) for row in rows]
        found.rows += [self.fresh_row(number) for number in range(fresh)]
        found.columns = [self._wide_enough(column, found.rows) for column in found.columns]
        return found

    @staticmethod
    def _wide_enough(column: GridColumn, rows: list[Row]) -> GridColumn:
        """The column as wide as the longest of its cells, but no wider than can be read at once."""
        texts = [row.cells[column.key].text for row in rows]
        longest = max(sum(1 + (sign > WIDE) for sign in text) for text in texts) if texts else 0
        return replace(column, width=min(max(column.width, longest + 2), WIDEST))

    def related(self) -> list[str]:
        """The relations that drawing follows, for select_related."""
        return [name for name, one in self.fields.items() if one.is_relation]

    def _column(self, name: str) -> GridColumn:
        form_field = self.form.fields[name]
        numeric = isinstance(form_field, forms.IntegerField)
        options = options_of(self.form, name)
        # Chinese characters are as wide as two others; a list has its arrow besides.
        width = 2 * max((len(option) for option in options), default=7) + (4 if options else 0)
        if numeric or isinstance(form_field, forms.DateField):
            width = 6 if numeric else 12
        return GridColumn(
            name,
            str(form_field.label),
            options=options,
            numeric=numeric,
            required=form_field.required and not isinstance(form_field, forms.BooleanField),
            width=min(width, WIDEST),
        )

    def _row(self, row) -> Row:
        cells = {
            name: Cell(shown(row, one), token_of_row(row, [one.attname]))
            for name, one in self.fields.items()
        }
        return Row(str(row.pk), self.ledger.heading(row), cells)

    def fresh_row(self, number: int) -> Row:
        """An empty row, with what the form would begin with."""
        cells = {}
        for name, one in self.fields.items():
            initial = self.form.get_initial_for_field(self.form.fields[name], name)
            row = self.ledger.model(**{one.attname: initial}) if initial not in (None, "") else None
            cells[name] = Cell(shown(row, one) if row else "")
        return Row(f"{FRESH_KEY}{number}", "", cells, fresh=True)

    # -- saving -------------------------------------------------------------------------------

    def save(self, row, name: str, text: str, version: str) -> Saved:
        """Store `text` as the field `name` of `row`, if it stands as it did at `version`."""
        saved = Saved(str(row.pk), name, text=text, version=version)
        one = self.fields[name]
        try:
            data = {name: form_value(self.form, name, text)}
            form = one_field(self.ledger.form(data, instance=row, user=self.user), name)
            if not form.is_valid():
                raise ValidationError([m for found in form.errors.values() for m in found])
            with transaction.atomic():
                stored = save_row(
                    form=form, user=self.user, verb=self.ledger.change_verb, shown=version
                )
        except ChangedMeanwhile as changed:
            return self._conflict(saved, changed.stored, one, form.instance)
        except ValidationError as error:
            saved.state, saved.error = "wrong", " ".join(error.messages)
            return saved
        saved.text, saved.version = shown(stored, one), token_of_row(stored, [one.attname])
        return saved

    def _conflict(self, saved: Saved, stored, one, typed) -> Saved:
        """Somebody else changed the cell; where they wrote the same, there is nothing to decide."""
        saved.version = token_of_row(stored, [one.attname])
        if getattr(stored, one.attname) == getattr(typed, one.attname):
            saved.text = shown(stored, one)
            return saved
        saved.state, saved.theirs = "conflict", shown(stored, one)
        who, at = last_changed_by(stored)
        saved.who = f"{who} {zh_moment(at)}" if at else who
        return saved

    def register(self, key: str, texts: dict[str, str]) -> tuple[Row | None, Saved]:
        """Store a new row of these cells; gives it as it is drawn, or what is wrong with it."""
        saved = Saved(key, "")
        data = {}
        for name in self.names:
            try:
                data[name] = form_value(self.form, name, texts.get(name, ""))
            except ValidationError as error:
                saved.others[name] = {"error": " ".join(error.messages)}
        form = self.ledger.form(data, user=self.user)
        if saved.others or not form.is_valid():
            for name, messages in form.errors.items():
                saved.others.setdefault(name, {"error": " ".join(messages)})
            general = saved.others.pop("__all__", {"error": ""})["error"]
            saved.state, saved.error = "wrong", general or "这一行还没有登记，请按提示补正。"
            return None, saved
        try:
            row = save_row(form=form, user=self.user, verb=self.ledger.change_verb)
        except ValidationError as error:
            saved.state, saved.error = "wrong", " ".join(error.messages)
            return None, saved
        return self._row(row), saved
