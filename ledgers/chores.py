"""What the worker does by the hour for the ground itself."""

from ledgers.history import batch
from ledgers.jobs.chores import chore
from ledgers.pinyin_readings import refresh_all_keys


@chore
def refresh_search_keys() -> None:
    """Find rows anew that a process stored before it knew of a place's reading."""
    with batch("更新检索拼音"):
        refresh_all_keys()
