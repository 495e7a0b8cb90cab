"""What the worker does by the hour for the projects."""

from ledgers import clock
from ledgers.history import batch
from ledgers.jobs.chores import chore
from projects.reporting.periods import open_due_weeks


@chore
def open_weeks() -> None:
    """Open the present week as soon as it has begun, and those that were missed."""
    with batch("开启填报周"):
        open_due_weeks(on=clock.today())
