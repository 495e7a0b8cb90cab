"""Admin of programmes, projects, plans, readings, the residents' say, and problems.

Reports, their steps and readings are written by the report services alone: here they can be read.
"""

from ledgers.admin import administer
from projects.models import (
    BeforeAfterPhoto,
    CivicObjection,
    CivicProcess,
    CivicRule,
    CivicStep,
    DemolitionCase,
    DemolitionDispute,
    DemolitionRecord,
    DemolitionRound,
    EarlyStart,
    Evaluation,
    FollowUpVisit,
    Handling,
    Holiday,
    Indicator,
    Milestone,
    MoneySheet,
    Opinion,
    OrderProblem,
    OrderStep,
    Period,
    PlanChange,
    Problem,
    ProblemLink,
    ProblemStep,
    Programme,
    Project,
    ProjectOrganization,
    Reading,
    RedStation,
    Report,
    ReportPhoto,
    ReportStep,
    ResidentVoice,
    Road,
    StationEntry,
    StatusNote,
    StoolMeeting,
    SupervisionOrder,
    Supervisor,
    SupervisorNote,
    Target,
    ToiletCount,
    WorkShift,
)
from projects.plan.admin_forms import MilestoneAdminForm

# -- what is built, by whom, until when

administer(
    Programme, show="name line division headquarters temp_branch since until", filters="line"
)
administer(Road, show="name division starts_at ends_at axis", filters="axis")
administer(
    Project,
    show="name kind programme division lead_unit budget_wan is_demonstration since until",
    filters="kind is_demonstration state",
)
administer(
    Milestone,
    show="project stage planned_on actual_on note",
    search="project",
    filters="stage",
    form=MilestoneAdminForm,
)
administer(
    ProjectOrganization,
    show="project organization level since until",
    search="project organization",
    filters="level state",
)

# -- weekly figures

administer(
    Indicator,
    show="name code unit decimals in_weekly_report position since until",
    search="name code",
    filters="in_weekly_report",
)
administer(Period, show="year number start end due_at", search="start", filters="year")
administer(Holiday, show="day kind name source", search="name source", filters="kind")
administer(Target, show="project indicator due_on value", search="project", filters="indicator")
administer(
    Report,
    show="project period division status no_change filed_on",
    search="project",
    filters="status no_change",
    read_only=True,
)
administer(
    ReportStep,
    show="report action taken_at by indicator reason",
    search="report__project__search_text reason",
    filters="action",
    named_by="report__project report__period",
    read_only=True,
)
administer(
    ReportPhoto,
    show="report added_by added_at",
    search="report__project__search_text",
    named_by="report__project report__period",
    read_only=True,
)
administer(
    Reading,
    show="project indicator day value qualifier verified_on corrects reason",
    search="project",
    filters="qualifier",
    named_by="corrects__project corrects__indicator",
    read_only=True,
)

# -- what residents decide and see

administer(
    CivicProcess,
    show="matter kind division project status opened_on closed_on",
    search="matter project",
    filters="kind status",
    # The steps that were taken follow from it.
    readonly_fields=("owners_matter",),
)
administer(
    CivicStep, show="process kind held_on due present agree against abstain", filters="kind outcome",
    search="process__matter", exclude=("sheet",),
)  # fmt: skip
administer(
    CivicRule,
    show="process_kind step_kind quorum majority majority_of notice_days source since until",
    filters="process_kind step_kind state",
)
administer(
    CivicObjection,
    show="content step received_on channel answered_on",
    search="content step__process__matter",
    named_by="step__process",
)
administer(
    EarlyStart,
    show="project decided_on decided_by document reason",
    search="project decided_by reason",
)
# Residents' words are reviewed on their own page; here they can be read.
administer(
    ResidentVoice,
    show="text process reasonable quality written_at state",
    search="text process__matter",
    filters="state",
    read_only=True,
)
administer(
    BeforeAfterPhoto,
    show="spot project courtyard before_on after_on is_public",
    search="spot project courtyard",
    filters="is_public",
    read_only=True,  # pictures are cleaned on their way in, which the portal's own page does
)
administer(
    StoolMeeting,
    show="held_on topic division courtyard project attendees",
    search="topic courtyard project",
)
administer(
    Opinion,
    show="text category meeting voices answer",
    search="text",
    filters="category",
)
administer(Supervisor, show="person project since until", search="person project", filters="state")
administer(
    SupervisorNote,
    show="noted_on supervisor finding mended_on",
    search="finding",
    named_by="supervisor__project supervisor__person",
)
administer(
    Evaluation,
    show="project axis verdict evaluated_on asked satisfied",
    search="project",
    filters="axis verdict",
)

# -- on site

administer(
    DemolitionRound, show="project policy members_first since until", search="project policy"
)
administer(
    DemolitionRecord,
    show="project kind demolished_on places area_m2 is_disputed",
    search="project legal_basis",
    filters="kind is_disputed",
    named_by="round__project",
)
administer(RedStation, show="name project host location since until", filters="state")
administer(
    WorkShift,
    show="project worked_on kind traffic workers party_members",
    search="project work_done",
    filters="kind traffic",
)

administer(
    DemolitionCase,
    show="project place kind places registered_on decided_on enforced_on",
    search="project place legal_basis",
    filters="kind",
)
administer(DemolitionDispute, show="case raised_on matter resolved_on", search="matter case__place")
administer(
    StationEntry,
    show="station held_on kind text attendees",
    search="station text",
    filters="kind",
)
administer(ToiletCount, show="project counted_on due_places rebuilt_households", search="project")
administer(StatusNote, show="project noted_on status note", search="project note", filters="status")

# -- plan and money

administer(
    PlanChange,
    show="milestone changed_on was_on becomes_on reason",
    search="milestone__project__search_text reason",
    named_by="milestone__project",
)
administer(
    MoneySheet, show="project as_of total_wan contracted_wan paid_wan reason", search="project"
)

# -- problems

administer(
    Problem,
    show="title category source division courtyard responsible_unit due_on closed_on ending",
    search="title courtyard project",
    filters="category source ending is_disputed",
)
administer(
    SupervisionOrder,
    show="number title to_unit issued_on due_on replied_on closed_on",
    search="number title to_unit",
)
administer(
    Handling,
    show="person problem order since until",
    search="person problem__title order__title",
    filters="state",
)
administer(
    ProblemStep,
    show="problem action taken_at acted_as ending due_on note",
    search="problem__title note",
    filters="action ending",
    read_only=True,
)
administer(
    ProblemLink,
    show="problem holder made_by made_at expires_at used_at withdrawn_at",
    search="problem__title",
    filters="holder",
    read_only=True,
)
administer(
    OrderProblem,
    show="order problem",
    search="order__number order__title problem__title",
    read_only=True,
)
administer(
    OrderStep,
    show="order action taken_at acted_as note",
    search="order__number order__title note",
    filters="action",
    read_only=True,
)
administer(
    FollowUpVisit,
    show="project organization kind visited_on due_on next_visit_on",
    search="project organization",
    filters="kind",
)
