"""What can be done to units, people, posts and secondments, on their own pages."""

from dataclasses import dataclass

from ledgers.pages.sections import Drawn, Page
from orgs.access import Verb
from orgs.actions.links import Action, Actions
from orgs.people.secondments import HOST_KINDS


@dataclass(frozen=True)
class PersonActions(Actions):
    """The same, with the button that shows the full phone number and records who looked."""

    template: str = "orgs/people/person_actions_fragment.html"
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
