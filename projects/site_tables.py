"""Columns of money, demolition cases, stations' logs, toilets, shifts and smart projects."""

from ledgers.columns import ChoiceColumn, Column, DateColumn, FlagColumn, NumberColumn, SoftColumn
from ledgers.tables import LedgerTable
from projects import models
from projects.tables import place_column, project_column

DISPUTE = {True: "red"}


class MoneySheetTable(LedgerTable):
    row_model = models.MoneySheet
    as_of = DateColumn(to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    total_wan = NumberColumn()
    central_wan = NumberColumn()
    provincial_wan = NumberColumn()
    city_wan = NumberColumn()
    county_wan = NumberColumn()
    residents_wan = NumberColumn()
    social_wan = NumberColumn()
    gap = NumberColumn("资金缺口（万元）", "gap")
    contracted_wan = NumberColumn()
    paid_wan = NumberColumn()
    reason = Column()


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


class StatusNoteTable(LedgerTable):
    row_model = models.StatusNote
    noted_on = DateColumn(to="self", key="pk")
    project = project_column()
    status = ChoiceColumn(
        tones={"in_use": "green", "trial": "green", "building": "amber", "paused": "red"}
    )
    note = Column(width=36)
    next_step = Column(width=30)


class PlanChangeTable(LedgerTable):
    """For the page of a milestone."""

    row_model = models.PlanChange
    changed_on = DateColumn()
    was_on = DateColumn()
    becomes_on = DateColumn()
    reason = Column()
