"""What the ledger forms of every floor share: what can be chosen."""

from functools import cached_property

from django.db.models import Q

from ledgers import clock
from ledgers.pages.forms import LedgerForm
from orgs.access import Verb, scope_of, visible_to
from orgs.divisions.gazetteer import Gazetteer
from orgs.models import Division

CODE_LENGTHS = (2, 4, 6, 9)


def upward(queryset, user, verb: str = Verb.VIEW):
    """The rows of the reader's scope and those of the divisions above it, up to the province.

    A street chooses a municipal unit or a county programme, never another street's.
    """
    scope = scope_of(user)
    above = {p[:length] for p in scope.prefixes(verb) for length in CODE_LENGTHS if length < len(p)}
    reach = Q(**{f"{queryset.model.scope_division}__in": above})
    return queryset.filter(scope.condition_for(queryset.model, verb) | reach)


class ScopedForm(LedgerForm):
    """A form whose foreign keys offer what the reader may maintain.

    `upward` names the fields that may also point above the scope, `residential` those that must
    name a community or a village.
    """

    upward: tuple[str, ...] = ()
    residential: tuple[str, ...] = ()

    def choices_for(self, name, queryset):
        if not hasattr(queryset, "visible_to"):
            return queryset
        if name in self.upward:
            return upward(queryset, self.user)
        queryset = visible_to(queryset, self.user, Verb.EDIT)
        if queryset.model is Division:  # nothing new in a division that is no more
            queryset = queryset.on(clock.today())
        return queryset.residential() if name in self.residential else queryset

    def reader_of(self, name):
        """Divisions are known by what people call them, as in the ledgers that are imported."""
        form_field = self.fields[name]
        if (
            getattr(form_field, "queryset", None) is None
            or form_field.queryset.model is not Division
        ):
            return None
        known = self.gazetteer
        return known.residential if name in self.residential else known.any_level

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer.of_county(clock.today())
