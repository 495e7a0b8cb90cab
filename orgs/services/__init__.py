"""What happens when people, posts and Party organisations change."""

from orgs.services.accounts import refuse_mixed_duties, reveal_phone
from orgs.services.lending import end_secondment, join_temporary, leave_temporary, second
from orgs.services.organizations import (
    dissolve_organization,
    establish_organization,
    merge_organization,
    refuse_dissolution,
    refuse_merge,
)
from orgs.services.people import (
    LEADING_ROLES,
    appoint,
    end_post,
    register_person,
    reinstate,
    replace_post,
)
from orgs.services.plans import Plan, PlanChanged, plan_dissolution, plan_merge, plan_move
from orgs.services.tenures import end_tenure, tenures_ending_with
from orgs.services.tree import (
    lock_tree,
    move_organization,
    refuse_kind,
    refuse_misplaced,
    refuse_move,
)

__all__ = [
    "LEADING_ROLES",
    "Plan",
    "PlanChanged",
    "appoint",
    "dissolve_organization",
    "end_post",
    "end_secondment",
    "end_tenure",
    "establish_organization",
    "join_temporary",
    "leave_temporary",
    "lock_tree",
    "merge_organization",
    "move_organization",
    "plan_dissolution",
    "plan_merge",
    "plan_move",
    "refuse_dissolution",
    "refuse_kind",
    "refuse_merge",
    "refuse_misplaced",
    "refuse_mixed_duties",
    "refuse_move",
    "register_person",
    "reinstate",
    "replace_post",
    "reveal_phone",
    "second",
    "tenures_ending_with",
]
