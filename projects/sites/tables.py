"""Columns of the ledgers of the sites."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    FlagColumn,
    NumberColumn,
    SelfColumn,
    SoftColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from projects import models
from projects.tables import place_column, project_column


class DemolitionRecordTable(LedgerTable):
    row_model = models.DemolitionRecord
    demolished_on = DateColumn(to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    kind = ChoiceColumn(width=24)
    places = NumberColumn()
    area_m2 = SoftColumn(qualifier="area_qualifier")
    legal_basis = Column()
    is_disputed = FlagColumn(tones={True: "amber"})


class DemolitionRoundTable(LedgerTable):
    row_model = models.DemolitionRound
    policy = SelfColumn(order_by="policy")
    project = project_column()
    division = place_column("project__division")
    members_first = NumberColumn()
    since = DateColumn("开始日期")
    until = DateColumn("结束日期")
    rechecked_on = DateColumn()
    left_over = NumberColumn()


class RedStationTable(LedgerTable):
    row_model = models.RedStation
    name = SelfColumn("红色驿站", order_by=PINYIN)
    project = project_column()
    division = place_column("project__division")
    host = Column("依托单位", "host__name", order_by="host__search_text")
    location = Column()
    services = Column()
    since = DateColumn("设立日期")


DISPUTE = {True: "red"}


class DemolitionCaseTable(LedgerTable):
    row_model = models.DemolitionCase
    place = Column(to="self", key="pk", width=26)
    project = project_column()
    division = place_column("project__division")
    kind = ChoiceColumn(width=24)
    places = NumberColumn()
    area_m2 = SoftColumn(qualifier="area_qualifier")
    disputed = FlagColumn("争议", "disputed", words=("有争议", "无"), tones=DISPUTE)
    legal_basis = Column()
    registered_on = DateColumn("登记")
    notified_on = DateColumn("告知")
    decided_on = DateColumn("决定（同意）")
    enforced_on = DateColumn("拆除")


class DemolitionDisputeTable(LedgerTable):
    """For the page of a demolition case."""

    row_model = models.DemolitionDispute
    raised_on = DateColumn()
    matter = Column()
    resolved_on = DateColumn()
    resolution = Column()


class StationEntryTable(LedgerTable):
    row_model = models.StationEntry
    held_on = DateColumn(to="self", key="pk")
    station = Column(
        "红色驿站",
        "station__name",
        order_by="station__search_text",
        to=models.RedStation,
        key="station_id",
    )
    division = place_column("station__project__division")
    kind = ChoiceColumn()
    text = Column(width=36)
    attendees = NumberColumn()
    party_members = NumberColumn()


class ToiletCountTable(LedgerTable):
    row_model = models.ToiletCount
    counted_on = DateColumn(to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    due_places = SoftColumn(qualifier="due_qualifier")
    removed = NumberColumn("已拆（处，周报核定）", "removed")
    rebuilt_households = NumberColumn()
    public_toilets = NumberColumn()
    note = Column()


class WorkShiftTable(LedgerTable):
    row_model = models.WorkShift
    worked_on = DateColumn(to="self", key="pk")
    project = project_column()
    kind = ChoiceColumn(width=20)
    traffic = ChoiceColumn(tones={"open": "green", "partly": "amber", "closed": "red"})
    workers = NumberColumn()
    party_members = NumberColumn()
    planned_m = NumberColumn()
    done_m = NumberColumn()
    work_done = Column()
