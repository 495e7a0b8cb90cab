"""Problems and orders: their steps on their pages, the board beside the tabs, follow-up visits."""

from courtyards.models import Courtyard
from ledgers.ledger import Ledger
from ledgers.registry import add_page, extend, register
from projects import actions, models, problem_actions, problem_sections, rooms
from projects.problem_tables import FollowUpFilters, FollowUpLedgerTable


@register
class FollowUpLedger(Ledger):
    model = models.FollowUpVisit
    noun = "follow_up"
    room = rooms.TROUBLE
    title = "跟踪问效台账"
    table = FollowUpLedgerTable
    filters = FollowUpFilters
    search = ("project__search_text", "finding")
    search_hint = "项目或发现的问题"
    as_of = "visited_on"
    origin = "在项目页面点“登记跟踪问效”。"


add_page("projects", "问题总体情况", "projects:problem_board", rooms.TROUBLE)
extend(models.Problem, problem_sections.TIMELINE)
extend(models.SupervisionOrder, problem_sections.ORDER_TIMELINE)
extend(models.FollowUpVisit, problem_sections.FOLLOW_UP_PROBLEM, actions.FOLLOW_UP_ACTIONS)
extend(models.Project, problem_actions.PROJECT_LINKS)
extend(Courtyard, problem_actions.COURTYARD_LINKS)
