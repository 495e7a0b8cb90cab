"""What happens when people, posts and Party organisations change."""

from orgs.services.accounts import refuse_mixed_duties, reveal_phone
from orgs.services.lending import end_secondment, join_temporary, leave_temporary, second
from orgs.services.organizations import (
    dissolve_organization,
    establish_organization,
    move_organization,
    refuse_misplaced,
)
from orgs.services.people import (
    LEADING_ROLES,
    appoint,
    end_post,
    register_person,
    reinstate,
    replace_post,
)
from orgs.services.tenures import end_tenure, tenures_ending_with

__all__ = [
    "LEADING_ROLES",
    "appoint",
    "dissolve_organization",
    "end_post",
    "end_secondment",
    "end_tenure",
    "establish_organization",
    "join_temporary",
    "leave_temporary",
    "move_organization",
    "refuse_misplaced",
    "refuse_mixed_duties",
    "register_person",
    "reinstate",
    "replace_post",
    "reveal_phone",
    "second",
    "tenures_ending_with",
]
