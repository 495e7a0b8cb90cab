"""What the forms of every floor above share: whose they are, and which places can be entered."""

from django.conf import settings

from ledgers.workbooks import Workbook
from orgs.access import Verb, scope_of
from orgs.models import Division

YES_NO = ("是", "否")


class PlaceWorkbook(Workbook):
    """A form with the county in its title and the reader's own place as 填报单位."""

    def heading(self, user, on) -> str:
        return self.title.format(place=_name(settings.COUNTY_CODE))

    def office(self, user) -> str:
        return _name(scope_of(user).home_prefix)


def _name(code: str) -> str:
    return Division.objects.filter(pk=code).values_list("name", flat=True).first() or ""


def townships(user, on) -> tuple[str, ...]:
    """The short names of the streets and towns of the reader's scope."""
    return _short_names(user, level=Division.Level.TOWNSHIP)


def communities(user, on) -> tuple[str, ...]:
    """The short names of the communities in which the reader may change rows."""
    return _short_names(user, level=Division.Level.COMMUNITY)


def _short_names(user, **which) -> tuple[str, ...]:
    """A reporter of a community also sees the name of its street, which lies above the scope."""
    scope = scope_of(user)
    prefixes = scope.prefixes(Verb.EDIT) or scope.prefixes()
    rows = Division.objects.filter(abolished_on__isnull=True, **which).order_by("code")
    found = [
        short or name
        for code, short, name in rows.values_list("code", "short_name", "name")
        if any(code.startswith(prefix) or prefix.startswith(code) for prefix in prefixes)
    ]
    return tuple(dict.fromkeys(found))
