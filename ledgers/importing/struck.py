"""What is struck through in a file may no longer hold."""

from collections.abc import Mapping

from ledgers.cleaning import is_blank
from ledgers.importing.grid import Grid
from ledgers.importing.kinds import Column
from ledgers.importing.rows import RowReader


def doubt_struck(grid: Grid, row: int, columns: Mapping[int, Column], reader: RowReader) -> None:
    """Doubt the cells of a row that are struck through; of a whole row it is said once."""
    written = [
        (place, column.key)
        for place, column in columns.items()
        if not is_blank(grid.at(row, place))
    ]
    struck = [key for place, key in written if (row, place) in grid.struck]
    if len(struck) == len(written) > 1:
        reader.doubt(struck[0], "这一行有删除线，请核对是否作废。")
        return
    for key in struck:
        reader.doubt(key, "这一格有删除线，请核对是否作废。")
