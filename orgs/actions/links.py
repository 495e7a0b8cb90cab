"""What can be done to a row, on its own page: the links to the pages that mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ledgers.pages.sections import Drawn, Page
from orgs.access import Verb


@dataclass(frozen=True)
class Action:
    """A link to a mending page: `name` is a URL name that takes the row's key."""

    label: str
    name: str
    verb: str = Verb.EDIT
    danger: bool = False
    applies: Callable = lambda row: True
    query: tuple[tuple[str, str], ...] = ()  # what the page is asked besides


@dataclass(frozen=True)
class Link:
    label: str
    href: str
    danger: bool = False


@dataclass(frozen=True)
class Actions:
    """A section with the actions that the reader may take; nothing where there is none.

    `more(page)` yields further actions with their rows, for example an end for each holder.
    """

    actions: tuple[Action, ...] = ()
    more: Callable[[Page], Iterable[tuple[Action, object]]] = lambda page: ()
    template: str = "orgs/actions/actions_fragment.html"

    def draw(self, page: Page) -> Drawn | None:
        """One query for each verb that the actions ask for, and those of `more`."""
        allowed: dict = {}

        def may(verb) -> bool:
            if verb not in allowed:
                allowed[verb] = page.user.may(verb, page.obj)
            return allowed[verb]

        chosen = [(a, page.obj) for a in self.actions if a.applies(page.obj)]
        chosen += self.more(page)
        links = [
            Link(
                action.label,
                page.address(action.name, row.pk, **dict(action.query)),
                action.danger,
            )
            for action, row in chosen
            if may(action.verb)
        ]
        return Drawn("办理", self.template, first=True, data=links) if links else None
