"""Columns of words: choices, yes and no, holders of places, masked phones."""

from django.db.models import Case, CharField, F, Func, Value, When
from django.db.models.functions import Coalesce, Concat, Left, NullIf, Right

from ledgers import formats
from ledgers.cleaning.phones import mask
from ledgers.columns.base import CodeColumn, Column

VACANT = "空缺"


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
        return (self.words[0], "green") if value is not None else (self.words[1], "red")

    def sheet(self, value):
        return self.words[value is None]

    def expression(self):
        return Case(
            When(**{f"{self.path}__isnull": False}, then=Value(self.words[0])),
            default=Value(self.words[1]),
            output_field=CharField(),
        )


class PresenceColumn(StateColumn):
    """The same as a form says it: 是, or 否."""

    words = ("是", "否")


class HolderColumn(Column):
    """Who or what stands in a place that must not be empty: a name, or 空缺 in red."""

    def show(self, value):
        return (str(value), "") if value else (VACANT, "red")

    def sheet(self, value):
        return str(value) if value else VACANT

    def expression(self):
        return Coalesce(NullIf(F(self.path), Value("")), Value(VACANT), output_field=CharField())


class PhoneColumn(CodeColumn):
    """A work phone as everyone may see it: 138****1234. Sorting by it would give it away."""

    width = 14

    def __init__(self, verbose_name=None, accessor=None, **kwargs):
        super().__init__(verbose_name, accessor, orderable=False, **kwargs)

    def show(self, value):
        return mask(value) or formats.EMPTY, ""

    def sheet(self, value):
        return mask(value)

    def expression(self):
        phone = Func(F(self.path), Value("转"), Value(1), function="split_part")
        return Case(
            When(**{self.path: ""}, then=Value("")),
            When(**{f"{self.path}__isnull": True}, then=Value("")),
            When(
                **{f"{self.path}__regex": r"^[^转]{11,}"},
                then=Concat(Left(phone, 3), Value("****"), Right(phone, 4)),
            ),
            default=Value("****"),
            output_field=CharField(),
        )
