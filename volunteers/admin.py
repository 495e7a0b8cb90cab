"""Admin of teams, contact duties, points, agreements, honours and road chiefs."""

from ledgers.admin import LedgerInline, administer
from volunteers.models import (
    Activity,
    BranchLink,
    ContactDuty,
    FrontageAgreement,
    FrontageTemplate,
    Honour,
    Household,
    LetterDistribution,
    OpenLetter,
    PatrolFinding,
    Pledge,
    PointsEntry,
    PointsRule,
    PostSign,
    PostSignDuty,
    PostSignHousehold,
    ResponsibilityArea,
    RoadChief,
    RoadPatrol,
    SignDuty,
    Team,
    TownPractice,
    VillagersGroup,
    Visit,
)

# -- teams

administer(
    Team,
    show="name kind division organization leader members since until",
    filters="kind state",
)
administer(
    Activity,
    show="title kind held_on division team organization participants",
    search="title team organization",
    filters="kind",
)
administer(TownPractice, show="title division described_on", search="title division")

# -- contact duties

administer(VillagersGroup, show="name division")
administer(
    Household, show="door division group building", search="door division", named_by="building"
)
administer(
    ContactDuty,
    show="person tier division village group household courtyard since until",
    search="person division",
    filters="tier state",
)
administer(
    Visit,
    show="visited_on duty matter agreed hesitant opposed",
    search="matter",
    named_by="duty__person",
)
administer(BranchLink, show="first second since until", search="first second", filters="state")
administer(ResponsibilityArea, show="name division holder since until", filters="state")

# -- members

administer(PointsRule, show="name kind division points yearly_cap since until", filters="kind")
administer(
    PointsEntry,
    show="person rule earned_on points status approved_by",
    search="person rule",
    filters="status",
)
administer(SignDuty, show="name")


class SignDutyInline(LedgerInline):
    model = PostSignDuty


class SignHouseholdInline(LedgerInline):
    model = PostSignHousehold


administer(
    PostSign,
    show="title person since until",
    search="title person",
    filters="state",
    inlines=(SignDutyInline, SignHouseholdInline),
)
administer(
    PostSignDuty,
    show="postsign signduty",
    search="postsign__title",
    named_by="postsign__person signduty",
)
administer(
    PostSignHousehold,
    show="postsign household",
    search="postsign__title",
    named_by="postsign__person household",
)

# -- agreements, letters, honours

administer(
    Pledge,
    show="pledger_office target to_organization division pledged_on due_on result",
    search="pledger_office target",
    filters="result",
)
administer(FrontageTemplate, show="name version since until", filters="version")
administer(
    FrontageAgreement,
    show="number template party_kind party division premises since until",
    search="number premises party",
    filters="party_kind state",
)
administer(OpenLetter, show="title version issued_on division", search="title")
administer(LetterDistribution, show="letter division distributed_on copies", search="letter__title")
administer(
    Honour,
    show="kind division person household organization since until",
    search="person organization",
    filters="kind state",
)

# -- roads

administer(
    RoadChief, show="road level person since until", search="road person", filters="level state"
)
administer(
    RoadPatrol,
    show="patrolled_at chief remark",
    search="remark",
    named_by="chief__road chief__person",
)
administer(
    PatrolFinding,
    show="finding aspect patrol responsible_unit due_on closed_on",
    search="finding",
    filters="aspect",
    named_by="patrol__chief__road",
)
