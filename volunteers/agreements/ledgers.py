"""The ledgers of agreements at the door."""

from ledgers.pages.ledger import Ledger
from ledgers.registry import register
from volunteers import models
from volunteers.agreements.filters import FrontageAgreementFilters
from volunteers.agreements.forms import FrontageAgreementForm
from volunteers.agreements.tables import FrontageAgreementTable


@register
class FrontageAgreementLedger(Ledger):
    model = models.FrontageAgreement
    noun = "frontage_agreement"
    tab_position = 4
    title = "门前责任书台账"
    intro = "门前三包、门前四包"
    table = FrontageAgreementTable
    filters = FrontageAgreementFilters
    form = FrontageAgreementForm
    search = ("number", "premises", "party__search_text")
    search_hint = "编号、地址或商户"
