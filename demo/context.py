"""What the builders share: the rows so far, one source of chance, the calendar, and look-ups."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from demo.data import toml
from demo.rows import Rows

TOTALS = toml("totals")
AS_OF: date = TOTALS["as_of"]
WEEKS: int = TOTALS["weeks"]
LAST_MONDAY = AS_OF - timedelta(days=AS_OF.weekday())
FIRST_MONDAY = LAST_MONDAY - timedelta(weeks=WEEKS - 1)
# The same weekday of the week before: what "against last week" compares with.
WEEK_BEFORE = AS_OF - timedelta(weeks=1)
# Most bodies stood before the weekly reports began.
SUMMER = date(2020, 6, 15)


class Demo:
    """The county while it is built. Builders run in order; each reads what earlier ones left."""

    def __init__(self, seed: int):
        self.rng = Random(seed)
        self.rows = Rows()
        self.county = None
        self.divisions: dict[str, object] = {}
        self.users: dict[str, object] = {}
        # Bodies by role: "committee", "campaign_office", a line for its headquarters …
        self.units: dict[str, object] = {}
        self.organs: list = []
        self.contractors: list = []
        self.merchants: list = []
        # Party organisations by what they belong to.
        self.temp_branches: dict[str, object] = {}
        self.general_branches: dict[str, object] = {}
        self.village_branches: dict[str, object] = {}
        self.unit_branches: dict[int, object] = {}
        self.secretaries: dict[int, object] = {}
        self.courtyards: list = []
        self.buildings: dict[int, list] = defaultdict(list)
        self.courtyard_branches: list = []
        self.programmes: dict[str, object] = {}
        self.projects: dict[str, list] = defaultdict(list)
        self.roads: dict[str, object] = {}
        self.town_officials: dict[str, list] = defaultdict(list)

    def add(self, model, **values):
        """Shorthand for `rows.add`."""
        return self.rows.add(model, **values)

    def chance(self, share: float) -> bool:
        """True in `share` of the cases."""
        return self.rng.random() < share
