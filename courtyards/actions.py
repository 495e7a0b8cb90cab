"""What can be done to courtyards, buildings, heads, cadres and units, on their own pages."""

from ledgers.pages.sections import Page
from orgs.access import Verb
from orgs.actions.links import Action, Actions
from orgs.models import Unit


def _open(row) -> bool:
    return row.until is None


def _end_of_head(page: Page):
    """An end for the head who holds the place on the day asked for."""
    return [
        (Action(f"结束{head.person.name}任职", "courtyards:headship_end", danger=True), head)
        for head in page.obj.headships.on(page.on).select_related("person")
    ]


COURTYARD_ACTIONS = Actions(
    (
        Action("任命楼院长", "courtyards:courtyard_head_appoint"),
        Action("落实党支部", "courtyards:branch_cover"),
        Action("登记自管会", "courtyards:committee_form"),
        Action("安排包联干部", "courtyards:cadre_assign", Verb.ORGANISE),
        Action("登记摸排数据", "courtyards:survey_create"),
    ),
    more=_end_of_head,
)
BUILDING_ACTIONS = Actions(
    (
        Action("任命楼栋长", "courtyards:building_head_appoint"),
        Action("落实党小组", "courtyards:building_group_cover"),
    ),
    more=_end_of_head,
)
HEADSHIP_ACTIONS = Actions((Action("结束任职", "courtyards:headship_end", Verb.EDIT, True, _open),))
CADRE_ACTIONS = Actions((Action("结束包联", "courtyards:cadre_end", Verb.ORGANISE, True, _open),))


def _end_of_pairing(page: Page):
    """An end for each courtyard branch that the unit is paired with on the day asked for."""
    pairings = page.obj.pairings.visible_to(page.user).on(page.on).select_related("organization")
    return [
        (Action(f"结束与{p.organization.name}联建", PAIRING_END, Verb.ORGANISE, danger=True), p)
        for p in pairings
    ]


PAIRING_END = "courtyards:pairing_end"
PAIRING_ACTIONS = Actions((Action("结束联建", PAIRING_END, Verb.ORGANISE, True, _open),))
UNIT_ACTIONS = Actions(
    (
        Action(
            "安排支部联建",
            "courtyards:unit_pair",
            Verb.ORGANISE,
            applies=lambda unit: unit.kind in (Unit.Kind.ORGAN, Unit.Kind.COMMITTEE),
        ),
    ),
    more=_end_of_pairing,
)
