"""What can be done to a Party organisation, on its own page."""

from orgs.access import Verb
from orgs.actions.links import Action, Actions
from orgs.models import PartyOrganization


def _is_group(row) -> bool:
    return row.kind == PartyOrganization.Kind.GROUP


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
