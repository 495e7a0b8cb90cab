"""Columns of heads and committees."""

from courtyards.models import (
    Courtyard,
    Headship,
    SelfManagementCommittee,
)
from ledgers.columns import (
    Column,
    DateColumn,
    NumberColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable


class HeadshipTable(LedgerTable):
    row_model = Headship
    person = SelfColumn("人员", "person__name", css="nowrap", order_by="person__search_text")
    kind = Column("任职")
    courtyard = Column("楼院", "courtyard__name", order_by="courtyard__search_text")
    building = Column("楼栋", "building__name", order_by="building__search_text")
    division = Column("社区", "division__short_name", css="nowrap", order_by="division_id")
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("任职日期")
    until = DateColumn("离任日期")
    appointed_by = Column()


class CommitteeTable(LedgerTable):
    row_model = SelfManagementCommittee
    name = SelfColumn(order_by=PINYIN)
    courtyard = Column(
        "楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        key="courtyard_id",
    )
    division = Column(
        "社区", "courtyard__division__short_name", css="nowrap", order_by="courtyard__division_id"
    )
    members = NumberColumn()
    rules = Column()
    since = DateColumn("成立日期")
    until = DateColumn("终止日期")
