"""Reading a row's community or village, with the town beside it and the importing account's scope."""

from ledgers.cleaning import Clean, is_blank
from ledgers.importing.kinds import Setting
from ledgers.importing.rows import RowReader
from orgs.divisions.gazetteer import Gazetteer
from orgs.models import Division

Level = Division.Level

# Heads of a column that names the town and the place in it, whatever stands between the two.
_TOWNS = (
    "街道",
    "街道办",
    "办事处",
    "街道办事处",
    "乡镇街道",
    "街道乡镇",
    "乡镇办",
    "镇办",
    "乡镇",
    "镇",
)


def _heads(*places: str) -> tuple[str, ...]:
    """Every way to head a column of towns and `places`: 街道社区, 所属街道/社区, 街道及社区."""
    return tuple(
        f"{own}{town}{sign}{place}"
        for own in ("", "所属", "所在")
        for town in _TOWNS
        for sign in ("", "/", "及", "和")
        for place in places
    )


TOWN_AND_COMMUNITY = _heads("社区", "村社区", "村居", "社区村")
TOWN_AND_VILLAGE = _heads("村", "行政村", "村名", "村社区", "社区村", "村庄")
# 属地 may be any such column; it counts where no other one is headed more plainly.
PLACE_ITSELF = r"(^|/)(所属|所在)?(属地|辖区|区域)$"


def community_code(row: RowReader, setting: Setting, *, town: str = "street") -> str | None:
    """The code of the row's community (a village that lies in a street is taken as well)."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("community"), _town(row, town)
    if is_blank(cell) and not gazetteer.named(Level.TOWNSHIP, township):
        cell, township = township, None  # both may stand in the town's cell
    found = gazetteer.residential(cell, township)
    return _within(row, setting, "community", row.take("community", found))


def village_code(row: RowReader, setting: Setting) -> str | None:
    """The code of the row's village; where two bear one name, its town decides."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("village"), _town(row, "town")
    found = gazetteer.lowest(Level.VILLAGE, cell, township)
    if found.wrong:
        found = _unless_wrong(gazetteer.lowest(Level.COMMUNITY, cell, township), found)
    return _within(row, setting, "village", row.take("village", found))


def _unless_wrong(other: Clean, found: Clean) -> Clean:
    """The reading at the other level, where that finds anything."""
    return found if other.wrong else other


def _town(row: RowReader, key: str):
    """The town's cell; none where it is empty after a line of totals and "as above" may not hold."""
    return None if key in row.weak else row.cell(key)


def _within(row: RowReader, setting: Setting, key: str, code: str | None) -> str | None:
    if code and not setting.allows(code):
        row.wrong(key, "不在您维护台账的范围内，请交由所在街道（乡镇）导入。")
    return code
