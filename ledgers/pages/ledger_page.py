"""What the pages of a ledger say of themselves; it follows from the ledger."""

from django.views import View


class LedgerPage(View):
    """Base of a ledger's pages: called after the ledger, with `word` for what is done there."""

    ledger = None
    word = ""

    @property
    def title(self) -> str:
        return self.ledger.get_title() + (f"·{self.word}" if self.word else "")


class ChangesLedger:
    """Mixin of the pages that change a ledger's rows: they ask for the verb that it names."""

    @property
    def verb(self) -> str:
        return self.ledger.change_verb
