"""The projects' ledgers, and what else stands on whose page."""

from courtyards.models import Courtyard
from ledgers.registry import add_page, extend
from orgs.models import PartyOrganization, Person, Unit
from projects import models, sections, tab_groups
from projects.civic import actions as civic
from projects.civic import ledgers as _civic  # noqa: F401 (each flow registers its own)
from projects.overviews import ledgers as _overviews  # noqa: F401
from projects.plan import actions as plan
from projects.plan import ledgers as _plan  # noqa: F401
from projects.plan.actions import MILESTONE_ACTIONS
from projects.plan.panels import FIGURES_APART
from projects.plan.sections import OF_MILESTONE, SUPERVISORS
from projects.problems import actions as problems
from projects.problems import ledgers as _problems  # noqa: F401
from projects.problems import sections as problem_sections
from projects.problems.sections import HANDLERS_OF_ORDER, HANDLERS_OF_PROBLEM
from projects.reporting import ledgers as _reporting  # noqa: F401
from projects.sites.ledgers import CASE_ACTIONS, OF_PROJECT, OF_STATION

extend(Courtyard, *sections.OF_COURTYARD, civic.COURTYARD_LINKS)
extend(PartyOrganization, *sections.OF_ORGANIZATION)
extend(Unit, *sections.OF_UNIT)
extend(Person, *sections.OF_PERSON)

extend(models.Project, FIGURES_APART, SUPERVISORS, plan.PROJECT_ACTIONS)
extend(models.Problem, HANDLERS_OF_PROBLEM, problems.PROBLEM_ACTIONS)
extend(models.SupervisionOrder, HANDLERS_OF_ORDER, problems.ORDER_ACTIONS)

add_page("projects", "问题总体情况", "projects:problem_board", tab_groups.TROUBLE)
extend(models.Problem, problem_sections.TIMELINE)
extend(models.SupervisionOrder, problem_sections.ORDER_TIMELINE)
extend(models.FollowUpVisit, problem_sections.FOLLOW_UP_PROBLEM, problems.FOLLOW_UP_ACTIONS)
extend(models.Project, problems.PROJECT_LINKS)
extend(Courtyard, problems.COURTYARD_LINKS)

extend(models.Project, *OF_PROJECT)
extend(models.RedStation, OF_STATION)
extend(models.Milestone, OF_MILESTONE, MILESTONE_ACTIONS)
extend(models.DemolitionCase, CASE_ACTIONS)
add_page("projects", "进度时间轴", "projects:timeline", tab_groups.PLAN)
add_page("projects", "阶段看板", "projects:stage_board", tab_groups.PLAN)
add_page("projects", "资金汇总", "projects:money", tab_groups.PLAN)
add_page("projects", "昼夜施工", "projects:shifts", tab_groups.SITE)
add_page("projects", "拆除与厕所改造", "projects:clearance", tab_groups.SITE)
add_page("projects", "智慧停车与城市大脑", "projects:smart", tab_groups.PLAN)
