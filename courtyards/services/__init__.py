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
    CourtyardChange,
    carry_along,
    change_courtyards,
    record_survey,
)

__all__ = [
    "CourtyardChange",
    "appoint_head",
    "assign_cadre",
    "carry_along",
    "change_courtyards",
    "cover_building",
    "cover_courtyard",
    "end_assignment",
    "end_headship",
    "end_pairing",
    "form_branch",
    "form_committee",
    "form_group",
    "pair_branch",
    "record_survey",
    "replace_cadre",
    "replace_head",
]
