"""Columns that the volunteers' folders share."""

from ledgers.columns import (
    Column,
)


def place_column(path="division"):
    """The division of a row, by its short name."""
    return Column("所在区划", f"{path}__short_name", css="nowrap", order_by=f"{path}_id")
