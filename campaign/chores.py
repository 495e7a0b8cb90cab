"""What the worker does by the hour across the floors."""

from campaign.bringing.uploads import sweep_uploads
from ledgers.jobs.chores import chore

chore(sweep_uploads)
