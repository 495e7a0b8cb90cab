"""Columns of divisions."""

from ledgers.columns import (
    ChoiceColumn,
    CodeColumn,
    Column,
    DateColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from orgs.models import (
    Division,
)


class DivisionTable(LedgerTable):
    row_model = Division
    name = SelfColumn(order_by=PINYIN)
    short_name = Column(order_by=PINYIN)
    level = ChoiceColumn()
    parent = Column("上级", "parent__name", order_by="parent_id")
    code = CodeColumn()
    abolished_on = DateColumn()
