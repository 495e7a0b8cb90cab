"""What the worker does by the hour across the floors."""

from ledgers.jobs.chores import chore
from orgs.imports.uploads import sweep_uploads

chore(sweep_uploads)
