"""Reading a row's community or village, with the town beside it and the importing account's scope."""

from ledgers.importing.kinds import Setting
from ledgers.importing.rows import RowReader
from orgs.gazetteer import Gazetteer
from orgs.models import Division

Level = Division.Level


def community_code(row: RowReader, setting: Setting, *, town: str = "street") -> str | None:
    """The code of the row's community (a village that lies in a street is taken as well)."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("community"), row.cell(town)
    found = gazetteer.lowest(Level.COMMUNITY, cell, township)
    if found.wrong and gazetteer.named(Level.VILLAGE, cell):
        found = gazetteer.lowest(Level.VILLAGE, cell, township)
    return _within(row, setting, "community", row.take("community", found))


def village_code(row: RowReader, setting: Setting) -> str | None:
    """The code of the row's village; where two bear one name, its town decides."""
    gazetteer: Gazetteer = setting.places
    cell, township = row.cell("village"), row.cell("town")
    found = gazetteer.lowest(Level.VILLAGE, cell, township)
    if found.wrong and gazetteer.named(Level.COMMUNITY, cell):
        found = gazetteer.lowest(Level.COMMUNITY, cell, township)
    code = row.take("village", found)
    if found.certain and "town" in row.weak and len(gazetteer.named(Level.VILLAGE, cell)) > 1:
        row.doubt("town", "小计行之后没有写明乡镇，而县内有同名的村，请填写。")
    return _within(row, setting, "village", code)


def _within(row: RowReader, setting: Setting, key: str, code: str | None) -> str | None:
    if code and not setting.allows(code):
        row.wrong(key, "不在您维护台账的范围内，请交由所在街道（乡镇）导入。")
    return code
