"""What happens when it changes who answers for a courtyard or a building.

Every service takes keyword arguments, works in one transaction, locks the place it is about, and
raises ValidationError with a Chinese message. Days: `since` and `on` are the first day of the new
state; the old one no longer holds on that day.
"""

from courtyards.services.coverage import (
    cover_building,
    cover_courtyard,
    end_pairing,
    form_branch,
    form_group,
    pair_branch,
)
from courtyards.services.heads import (
    appoint_head,
    assign_cadre,
    end_assignment,
    end_headship,
    form_committee,
    replace_cadre,
    replace_head,
)
from courtyards.services.places import (
    carry_along,
    move_courtyard,
    record_survey,
    rename_courtyard,
)

__all__ = [
    "appoint_head",
    "assign_cadre",
    "carry_along",
    "cover_building",
    "cover_courtyard",
    "end_assignment",
    "end_headship",
    "end_pairing",
    "form_branch",
    "form_committee",
    "form_group",
    "move_courtyard",
    "pair_branch",
    "record_survey",
    "rename_courtyard",
    "replace_cadre",
    "replace_head",
]
