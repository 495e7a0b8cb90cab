"""The filter by division, which serves every floor above."""

import django_filters
from django import forms
from django.db.models import Q

from ledgers.pages.filters import ANY
from orgs.access import scope_of
from orgs.choices import COUNTY_DIGITS, TOWNSHIP_DIGITS
from orgs.models import Division


class DivisionField(forms.CharField):
    """A division code of the reader's scope."""

    default_error_messages = {"invalid": "区划代码应为2至12位数字，请从列表中选择。"}

    def clean(self, value):
        code = super().clean(value)
        if code and not (code.isdecimal() and code.isascii() and len(code) in (2, 4, 6, 9, 12)):
            raise forms.ValidationError(self.error_messages["invalid"])
        return code


class DivisionFilter(django_filters.Filter):
    """Rows under a division: by the prefix of its code, so that no join is needed.

    The select offers the townships of the reader's scope and the communities of the one chosen,
    never a whole county's villages at once; to a reader of a whole prefecture or province the
    counties, and the townships of the one chosen.
    """

    field_class = DivisionField

    def __init__(self, *args, label="区划", **kwargs):
        super().__init__(*args, label=label, **kwargs)

    def filter(self, queryset, value):
        return queryset.filter(**{f"{self.field_name}__startswith": value}) if value else queryset

    def check(self, value) -> str:
        """Why `value` cannot be asked for, or ""; a division above the scope means all of it."""
        scope = scope_of(self.parent.request.user)
        above = any(prefix.startswith(value) for prefix in scope.prefixes())
        if above or value in dict(self._rows(scope, value[:TOWNSHIP_DIGITS])):
            return ""
        return "没有这个区划，或不在您的范围内，请从列表中选择。"

    def outside(self, value) -> bool:
        """Whether the division is none of the reader's scope."""
        return bool(self.check(value))

    def options(self) -> list[tuple[str, str]]:
        """(code, name) pairs, communities indented under their township."""
        chosen = self.parent.data.get("division", "")
        rows = self._rows(scope_of(self.parent.request.user), chosen[:TOWNSHIP_DIGITS])
        found = [("", ANY)] + [
            (code, "　" * sum(len(code) > digits for digits in self._steps()) + name)
            for code, name in rows
        ]
        if chosen and chosen not in dict(found):
            found.append((chosen, chosen))
        return found

    def _rows(self, scope, township: str) -> list[tuple[str, str]]:
        """Code and short name of what can be chosen, read once a page."""
        if not hasattr(self, "_read"):
            wanted = Q(parent_id=township)
            if COUNTY_DIGITS in self._steps():
                wanted |= Q(level__in=["prefecture", "county"])
                wanted |= Q(parent_id=township[:COUNTY_DIGITS])
            else:
                wanted |= Q(level__in=["county", "township"])
            if any(len(prefix) >= TOWNSHIP_DIGITS for prefix in scope.prefixes()):
                wanted |= Q(level__in=["community", "village"])
            rows = Division.objects.visible_to(self.parent.request.user).filter(wanted)
            rows = rows.order_by("code").values_list("code", "short_name", "name", "abolished_on")
            self._read = [
                (code, (short or name) + self._mark(gone)) for code, short, name, gone in rows
            ]
        return self._read

    def _steps(self) -> tuple[int, ...]:
        """The lengths of code from which on only the part chosen is offered, indented."""
        prefixes = scope_of(self.parent.request.user).prefixes()
        wide = any(len(prefix) < COUNTY_DIGITS for prefix in prefixes)
        return (COUNTY_DIGITS, TOWNSHIP_DIGITS) if wide else (TOWNSHIP_DIGITS,)

    def _mark(self, abolished_on) -> str:
        gone = abolished_on and abolished_on <= self.parent.request.on
        return "（已撤销）" if gone else ""

    def words(self, value) -> str:
        names = dict(self._rows(scope_of(self.parent.request.user), value[:TOWNSHIP_DIGITS]))
        return names.get(value, value)
