"""What can be done to a row, on its own page: the links to the pages that mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ledgers.sections import Drawn, Page
from orgs.access import Verb
from orgs.models import PartyOrganization
from orgs.services.lending import HOST_KINDS


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
    template: str = "orgs/actions_fragment.html"

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


@dataclass(frozen=True)
class PersonActions(Actions):
    """The same, with the button that shows the full phone number and records who looked."""

    template: str = "orgs/person_actions_fragment.html"
    live = True  # it holds a form, so it is not remembered with the page

    def draw(self, page: Page) -> Drawn | None:
        drawn = super().draw(page)
        may_reveal = page.obj.phone and page.user.may(Verb.EDIT, page.obj)
        if not (drawn or may_reveal):
            return None
        data = {"links": drawn.data if drawn else [], "phone": may_reveal}
        return Drawn("办理", self.template, first=True, data=data)


def _open(row) -> bool:
    return row.until is None


def _is_group(row) -> bool:
    return row.kind == PartyOrganization.Kind.GROUP


def _person_posts(page: Page):
    """An end for each post that the person holds on the day asked for."""
    posts = page.obj.posts.on(page.on).select_related("organization", "unit")
    return [
        (
            Action(
                f"结束{post.organization or post.unit}{post.get_role_display()}任职",
                "orgs:post_end",
                Verb.ORGANISE,
                danger=True,
            ),
            post,
        )
        for post in posts
    ]


def _post_hand_over(page: Page):
    """The hand-over page of the holder, for this post alone."""
    post = page.obj
    if not post.holds_on(page.on):
        return []
    asked = (("row", f"post-{post.pk}"),)
    return [
        (Action("交接此职务", "orgs:person_hand_over", Verb.ORGANISE, query=asked), post.person)
    ]


ORGANIZATION_ACTIONS = Actions(
    (
        Action(
            "任命书记", "orgs:secretary_appoint", Verb.ORGANISE, applies=lambda o: not _is_group(o)
        ),
        Action("任命组长", "orgs:secretary_appoint", Verb.ORGANISE, applies=_is_group),
        Action(
            "调整隶属关系",
            "orgs:organization_move",
            Verb.ORGANISE,
            applies=lambda o: o.dissolved_on is None,
        ),
        Action(
            "并入其他党组织",
            "orgs:organization_merge",
            Verb.ORGANISE,
            danger=True,
            applies=lambda o: o.dissolved_on is None,
        ),
        Action(
            "撤销党组织",
            "orgs:organization_dissolve",
            Verb.ORGANISE,
            danger=True,
            applies=lambda o: o.dissolved_on is None,
        ),
        Action(
            "编入成员",
            "orgs:temporary_member_add",
            Verb.ORGANISE,
            applies=lambda o: o.is_temporary and o.dissolved_on is None,
        ),
    )
)
PERSON_ACTIONS = PersonActions(
    (
        Action(
            "办理交接",
            "orgs:person_hand_over",
            Verb.ORGANISE,
            applies=lambda person: person.left_on is None,
        ),
        Action(
            "撤销离任",
            "orgs:person_reinstate",
            Verb.ORGANISE,
            danger=True,
            applies=lambda person: person.left_on is not None,
        ),
    ),
    more=_person_posts,
)
POST_ACTIONS = Actions(
    (Action("结束任职", "orgs:post_end", Verb.ORGANISE, True, _open),),
    more=_post_hand_over,
)
UNIT_ACTIONS = Actions(
    (
        Action(
            "抽调人员",
            "orgs:unit_second",
            Verb.ORGANISE,
            applies=lambda unit: unit.kind in HOST_KINDS,
        ),
    )
)
SECONDMENT_ACTIONS = Actions(
    (Action("结束抽调", "orgs:secondment_end", Verb.ORGANISE, True, _open),)
)
