"""What the imports of this floor have in common: words of a sheet, and what a sheet may not end."""

from django.core.exceptions import ValidationError

from ledgers.importing.rows import Record

FORMATION = {"独建": "independent", "联建": "joint"}
SURVEY = ("buildings", "households", "households_qualifier", "residents", "residents_qualifier")
# Counted beside them; a sheet that says nothing of these leaves them out.
EXTRAS = ("entrances", "elderly", "party_members")
FACTS = {
    "location": "location", "built": "built", "original_owner": "original_owner_note",
    "main_problems": "main_problems", "remark": "remark",
}  # fmt: skip

ENDINGS = {
    "has_branch": "台账中已有党支部，撤销或调整覆盖请在党支部页面办理。",
    "has_committee": "台账中已有自管会，撤销请在自管会页面办理。",
    "head": "台账中已有楼院长，免职请在楼院页面办理。",
}
REWRITINGS = {
    "formation": ("has_branch", "组建方式与台账中的党支部不同，变更请在党支部页面办理。"),
    "committee_on": ("has_committee", "成立时间与台账中的自管会不同，变更请在自管会页面办理。"),
}


def refuse_endings(record: Record) -> None:
    """Raise ValidationError where a change would end or rewrite what has a page of its own."""
    for name, text in ENDINGS.items():
        if name in record.changes and not record.values[name]:
            raise ValidationError(text)
    for name, (whole, text) in REWRITINGS.items():
        if name in record.changes and whole not in record.changes:
            raise ValidationError(text)
