"""The ledger of divisions."""

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from orgs.divisions.filters import DivisionFilters
from orgs.divisions.tables import DivisionTable
from orgs.models import (
    Division,
    PartyOrganization,
    Unit,
)


@register
class DivisionLedger(Ledger):
    model = Division
    noun = "division"
    tab_position = 1
    title = "区划台账"
    table = DivisionTable
    filters = DivisionFilters
    search = ("search_text", "code")
    facts = ("code", "name", "short_name", "level", "parent", "abolished_on")
    sections = (
        Rows(
            "下级区划",
            Division,
            "parent",
            columns=("name", "level", "code"),
            list_filter="division",
            empty="没有下级区划。",
        ),
        Rows(
            "党组织",
            PartyOrganization,
            "division",
            columns=("name", "kind", "leader_name", "established_on"),
            list_filter="division",
            empty="还没有登记党组织。",
        ),
        Rows("单位", Unit, "division", columns=("name", "kind"), list_filter="division"),
    )

    def queryset(self, user, on):
        """Abolished ones too, marked by their day: rows of the past still refer to them."""
        return self.visible(user)
