"""What happens when people, posts and Party organisations change."""

from orgs.services.accounts import refuse_mixed_duties, reveal_phone
from orgs.services.organizations import (
    dissolve_organization,
    establish_organization,
    move_organization,
    refuse_misplaced,
)
from orgs.services.people import appoint, change_phone, end_post, register_person, replace_post
from orgs.services.tenures import end_tenure, tenures_ending_with
from orgs.services.units import register_unit

__all__ = [
    "appoint",
    "change_phone",
    "dissolve_organization",
    "end_post",
    "end_tenure",
    "establish_organization",
    "move_organization",
    "refuse_misplaced",
    "refuse_mixed_duties",
    "register_person",
    "register_unit",
    "replace_post",
    "reveal_phone",
    "tenures_ending_with",
]
