"""Columns of agreements at the door."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    SelfColumn,
)
from ledgers.pages.tables import LedgerTable
from volunteers import models
from volunteers.tables import place_column


class FrontageAgreementTable(LedgerTable):
    row_model = models.FrontageAgreement
    number = SelfColumn(order_by="number", width=16)
    version = ChoiceColumn("文本", "template__version")
    party_kind = ChoiceColumn()
    party = Column("单位（商户）", "party__name", order_by="party__search_text")
    premises = Column(width=28)
    division = place_column()
    since = DateColumn("签订日期")
    until = DateColumn("失效日期")
