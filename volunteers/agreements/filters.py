"""What can be asked of agreements at the door."""

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet
from orgs.filters import DivisionFilter
from volunteers import models


class FrontageAgreementFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    version = ChoiceFilter(
        "template__version", label="文本", choices=models.FrontageTemplate.Version.choices
    )
    party_kind = ChoiceFilter(
        "party_kind", label="签订方", choices=models.FrontageAgreement.Party.choices
    )
