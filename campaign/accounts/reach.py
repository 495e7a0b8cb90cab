"""What an account sees, in words and numbers and without a single row: for previews of accounts.

The system administrator opens accounts and sees no campaign rows. What is told here is the menu,
the verbs, and how many rows of the main ledgers lie in the scope.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from campaign.navigation import menu_of
from ledgers import registry
from ledgers.all_pages import all_pages
from orgs.access import Scope, Verb
from orgs.choices import WorkLine

COUNTED = (
    "courtyards.Courtyard",
    "courtyards.Building",
    "projects.Project",
    "projects.Problem",
    "orgs.PartyOrganization",
    "orgs.Person",
)


@dataclass(frozen=True)
class Reach:
    """What a scope opens: verbs and menu in words, pages as a number, rows by ledger."""

    verbs: list[str]
    menu: list[str]
    pages: int
    rows: list[tuple[str, int]]


class Reaches:
    """The reach of any number of scopes on a day, for one query per ledger."""

    def __init__(self, day: date):
        self.groups = [(registry.ledger_for(name).label, *_groups(name, day)) for name in COUNTED]
        self.known: dict[Scope, Reach] = {}

    def of(self, scope: Scope) -> Reach:
        """What `scope` opens."""
        if scope not in self.known:
            self.known[scope] = Reach(
                verbs=[verb.label for verb in Verb if scope.can(verb)],
                menu=[item.label for item in menu_of(scope)],
                pages=sum(scope.can(page.verb) for page in all_pages().values()),
                rows=[(label, _within(scope, line, groups)) for label, line, groups in self.groups],
            )
        return self.known[scope]


def _groups(name: str, day: date) -> tuple[str, list[tuple]]:
    """The line of a model where all its rows share one, and (place, line, number) of its rows."""
    ledger = registry.ledger_for(name)
    model, line = ledger.model, getattr(ledger.model, "scope_line", None)
    constant = line if line in WorkLine.values else ""
    columns = [model.scope_division] + ([line] if line and not constant else [])
    rows = ledger.holding(model._default_manager.all(), day).order_by()
    counted = rows.values_list(*columns).annotate(Count("pk"))
    return constant, [(row[0], row[1] if len(row) == 3 else constant, row[-1]) for row in counted]


def _within(scope: Scope, constant: str, groups: list[tuple]) -> int:
    grants = [grant for grant in scope.grants if grant.allows(Verb.VIEW)]
    return sum(
        number
        for place, line, number in groups
        if any(
            place.startswith(grant.prefix) and (not grant.line or not line or grant.line == line)
            for grant in grants
        )
    )
