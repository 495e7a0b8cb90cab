"""Columns of cases and meetings."""

from courtyards.models import Courtyard
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    SelfColumn,
)
from ledgers.pages.tables import LedgerTable
from projects import models
from projects.tables import place_column, project_column


class CivicProcessTable(LedgerTable):
    row_model = models.CivicProcess
    matter = SelfColumn(order_by="matter")
    kind = ChoiceColumn(width=18)
    proposed_by = ChoiceColumn()
    owners_matter = ChoiceColumn(width=18)
    division = place_column()
    project = project_column()
    status = ChoiceColumn(
        tones={"running": "amber", "closed": "green", "rejected": "red", "returned": "red"}
    )
    opened_on = DateColumn()
    closed_on = DateColumn()


class StoolMeetingTable(LedgerTable):
    row_model = models.StoolMeeting
    topic = SelfColumn(order_by="topic", width=30)
    held_on = DateColumn()
    division = place_column()
    courtyard = Column(
        "楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        key="courtyard_id",
    )
    project = project_column()
    host = Column()
    attendees = NumberColumn()
