"""What the ledger forms of the projects' folders share."""

from orgs.ledger_forms import ScopedForm


class OfKindForm(ScopedForm):
    """A form whose project must be of one of `kinds`."""

    kinds: tuple[str, ...] = ()

    def choices_for(self, name, queryset):
        found = super().choices_for(name, queryset)
        return found.of_kind(*self.kinds) if name == "project" and self.kinds else found
