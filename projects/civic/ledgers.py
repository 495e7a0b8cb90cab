"""The ledgers of what residents decide: cases and small-stool meetings."""

from ledgers.pages.ledger import Ledger
from ledgers.registry import register
from projects import models, tab_groups
from projects.civic.filters import CivicProcessFilters, StoolMeetingFilters
from projects.civic.tables import CivicProcessTable, StoolMeetingTable


@register
class CivicProcessLedger(Ledger):
    model = models.CivicProcess
    noun = "civic_process"
    tab_position = 30
    room = tab_groups.CIVIC
    path = "civic-processes"
    title = "民主议事台账"
    table = CivicProcessTable
    filters = CivicProcessFilters
    starts = (
        ("启动议事", "projects:civic_open"),
        ("审核群众留言", "projects:voice_list"),
        ("议事规则", "projects:civic_rules"),
    )
    search = ("matter", "project__search_text")
    search_hint = "事项或项目"
    as_of = "opened_on"


@register
class StoolMeetingLedger(Ledger):
    model = models.StoolMeeting
    noun = "stool_meeting"
    tab_position = 31
    room = tab_groups.CIVIC
    title = "小板凳座谈会台账"
    table = StoolMeetingTable
    filters = StoolMeetingFilters
    starts = (("登记座谈会", "projects:stool_enter"),)
    search = ("topic", "courtyard__search_text")
    search_hint = "议题或楼院"
    as_of = "held_on"
