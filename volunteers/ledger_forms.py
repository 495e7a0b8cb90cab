"""What the ledger forms of the volunteers' folders share."""

from orgs.ledger_forms import ScopedForm
from orgs.people.services import lock_person


class _AnsweringForm(ScopedForm):
    """Somebody answers for a place from one day to another, and is in office all the while.

    Another person takes over by the hand-over or 补缺, so that the days before stay as they were.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["person"]

    def save(self, commit=True):
        if self.instance.pk is None:
            lock_person(self.instance.person, self.instance.since, self.instance.until)
        return super().save(commit)
