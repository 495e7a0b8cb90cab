"""Reading a row's community or village, with the town beside it and the importing account's scope."""

from ledgers.cleaning import is_blank, squash
from ledgers.importing.kinds import Setting
from ledgers.importing.rows import RowReader
from orgs.gazetteer import Gazetteer
from orgs.models import Division

Level = Division.Level
# How a column is headed that names the town and the community in one cell.
TOWN_AND_COMMUNITY = (
    "街道社区", "所属街道社区", "所在街道社区", "街道及社区", "所在街道及社区", "所属街道及社区", "街道办社区", "办事处社区",
    "乡镇社区", "街道村社区", "属地", "所属地", "辖区", "所属辖区",
)  # fmt: skip


def community_code(row: RowReader, setting: Setting, *, town: str = "street") -> str | None:
    """The code of the row's community (a village that lies in a street is taken as well)."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("community"), _town(row, town)
    if is_blank(cell) and gazetteer.with_town(Level.COMMUNITY, squash(township)):
        cell, township = township, None  # both stand in the town's cell
    found = gazetteer.lowest(Level.COMMUNITY, cell, township)
    if found.wrong and gazetteer.named(Level.VILLAGE, cell):
        found = gazetteer.lowest(Level.VILLAGE, cell, township)
    return _within(row, setting, "community", row.take("community", found))


def village_code(row: RowReader, setting: Setting) -> str | None:
    """The code of the row's village; where two bear one name, its town decides."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("village"), _town(row, "town")
    found = gazetteer.lowest(Level.VILLAGE, cell, township)
    if found.wrong and gazetteer.named(Level.COMMUNITY, cell):
        found = gazetteer.lowest(Level.COMMUNITY, cell, township)
    return _within(row, setting, "village", row.take("village", found))


def _town(row: RowReader, key: str):
    """The town's cell; none where it is empty after a line of totals and "as above" may not hold."""
    return None if key in row.weak else row.cell(key)


def _within(row: RowReader, setting: Setting, key: str, code: str | None) -> str | None:
    if code and not setting.allows(code):
        row.wrong(key, "不在您维护台账的范围内，请交由所在街道（乡镇）导入。")
    return code
