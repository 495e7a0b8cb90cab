"""The volunteers' ledgers. Points entries have none: they are for organisation administrators."""

from django.db.models.functions import Coalesce

from courtyards.models import Courtyard
from ledgers.ledger import Ledger
from ledgers.registry import extend, register
from ledgers.sections import Rows
from orgs.models import Division, PartyOrganization, Person
from projects.models import Project
from projects.problem_sections import IntoProblem
from volunteers import actions, filters, ledger_forms, models, tables


@register
class ContactDutyLedger(Ledger):
    model = models.ContactDuty
    noun = "contact_duty"
    path = "contact-duties"
    title = "包联台账"
    intro = "领导包村、干部包组、党员包户、联户长、支委联片"
    table = tables.ContactDutyTable
    filters = filters.ContactDutyFilters
    form = ledger_forms.ContactDutyForm
    search = (
        "person__search_text",
        "village__search_text",
        "group__search_text",
        "courtyard__search_text",
        "household__door",
    )
    search_hint = "包联人、村、组、户或片区"
    sections = (
        Rows(
            "走访",
            models.Visit,
            "duty",
            table=tables.VisitTable,
            wide=True,
            empty="还没有走访记录。",
        ),
    )

    def annotated(self, queryset, on):
        return queryset.annotate(
            target=Coalesce("village__name", "group__name", "household__door", "courtyard__name")
        )


@register
class TeamLedger(Ledger):
    model = models.Team
    noun = "team"
    title = "党员队伍台账"
    table = tables.TeamTable
    filters = filters.TeamFilters
    form = ledger_forms.TeamForm
    sections = (
        Rows(
            "活动",
            models.Activity,
            "team",
            columns=("title", "kind", "held_on", "participants", "result"),
            list_filter="team",
            add="team",
            wide=True,
            empty="还没有活动记录。",
        ),
    )


@register
class ActivityLedger(Ledger):
    model = models.Activity
    noun = "activity"
    path = "activities"
    title = "活动台账"
    table = tables.ActivityTable
    filters = filters.ActivityFilters
    form = ledger_forms.ActivityForm
    search = ("title", "team__search_text")
    search_hint = "内容或队伍"
    as_of = "held_on"


@register
class FrontageAgreementLedger(Ledger):
    model = models.FrontageAgreement
    noun = "frontage_agreement"
    title = "门前责任书台账"
    intro = "门前三包、门前四包"
    table = tables.FrontageAgreementTable
    filters = filters.FrontageAgreementFilters
    form = ledger_forms.FrontageAgreementForm
    search = ("number", "premises", "party__search_text")
    search_hint = "编号、地址或商户"


@register
class HonourLedger(Ledger):
    model = models.Honour
    noun = "honour"
    title = "荣誉台账"
    table = tables.HonourTable
    filters = filters.HonourFilters
    form = ledger_forms.HonourForm
    search = ("person__search_text", "organization__search_text", "household__door")
    search_hint = "人员、党组织或门牌"

    def annotated(self, queryset, on):
        return queryset.annotate(
            bearer=Coalesce("person__name", "organization__name", "household__door")
        )


@register
class RoadChiefLedger(Ledger):
    model = models.RoadChief
    noun = "road_chief"
    title = "路长台账"
    table = tables.RoadChiefTable
    filters = filters.RoadChiefFilters
    form = ledger_forms.RoadChiefForm
    search = ("person__search_text", "road__search_text")
    search_hint = "路长或路段"
    sections = (
        Rows(
            "巡查",
            models.RoadPatrol,
            "chief",
            table=tables.RoadPatrolTable,
            limit=10,
            empty="还没有巡查记录。",
        ),
    )


@register
class PatrolFindingLedger(Ledger):
    model = models.PatrolFinding
    noun = "patrol_finding"
    title = "路长巡查问题台账"
    table = tables.PatrolFindingTable
    filters = filters.PatrolFindingFilters
    search = ("finding", "patrol__chief__road__search_text", "responsible_unit__search_text")
    search_hint = "问题、路段或责任单位"
    as_of = "patrol__patrolled_at__date"
    ordering = ("-patrol__patrolled_at",)


@register
class HouseholdLedger(Ledger):
    model = models.Household
    noun = "household"
    title = "户（门牌）台账"
    intro = "只登记门牌，不登记居民"
    table = tables.HouseholdTable
    filters = filters.HouseholdFilters
    form = ledger_forms.HouseholdForm
    search = ("door", "group__search_text")
    search_hint = "门牌或村民小组"
    sections = (
        Rows(
            "包联人",
            models.ContactDuty,
            "household",
            columns=("person", "tier", "phone", "since", "until"),
            holding=False,
            empty="还没有包户党员或联户长。",
        ),
    )


@register
class VillagersGroupLedger(Ledger):
    model = models.VillagersGroup
    noun = "villagers_group"
    title = "村民小组台账"
    table = tables.VillagersGroupTable
    filters = filters.VillagersGroupFilters
    form = ledger_forms.VillagersGroupForm
    sections = (
        Rows(
            "包组干部",
            models.ContactDuty,
            "group",
            columns=("person", "tier", "phone", "since", "until"),
            holding=False,
            empty="还没有包组干部。",
        ),
        Rows(
            "户",
            models.Household,
            "group",
            columns=("door",),
            list_filter="group",
            add="group",
            empty="还没有登记户。",
        ),
    )


extend(models.PatrolFinding, IntoProblem("volunteers:patrol_problem"))
extend(models.ContactDuty, actions.DUTY_ACTIONS)
extend(models.RoadChief, actions.ROAD_ACTIONS)
extend(models.Team, actions.TEAM_ACTIONS)
extend(
    Person,
    Rows(
        "包联",
        models.ContactDuty,
        "person",
        columns=("tier", "target", "division", "since", "until"),
        holding=False,
        list_filter="person",
        empty="没有包联任务。",
    ),
    Rows(
        "路长",
        models.RoadChief,
        "person",
        columns=("road", "level", "since", "until"),
        holding=False,
        quiet=True,
    ),
    Rows("担任队长", models.Team, "leader", columns=("name", "kind", "members"), quiet=True),
    Rows(
        "荣誉",
        models.Honour,
        "person",
        columns=("kind", "since", "until"),
        holding=False,
        quiet=True,
    ),
)
extend(
    Courtyard,
    Rows(
        "支委联片",
        models.ContactDuty,
        "courtyard",
        columns=("person", "tier", "phone", "since"),
        quiet=True,
    ),
)
extend(
    Division,
    Rows(
        "包村领导",
        models.ContactDuty,
        "village",
        columns=("person", "office", "since", "until"),
        quiet=True,
    ),
)
extend(
    PartyOrganization,
    Rows(
        "队伍",
        models.Team,
        "organization",
        columns=("name", "kind", "leader", "members"),
        quiet=True,
    ),
)
extend(
    Project,
    Rows(
        "队伍",
        models.Team,
        "project",
        columns=("name", "kind", "leader", "members"),
        list_filter="project",
        add="project",
    ),
)
