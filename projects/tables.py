"""Columns that the projects' folders share."""

from ledgers.columns import (
    Column,
)
from projects import models


def project_column(**kwargs):
    """The project that a row belongs to, leading to its page."""
    return Column(
        "项目",
        "project__name",
        order_by="project__search_text",
        to=models.Project,
        key="project_id",
        **kwargs,
    )


def place_column(path="division"):
    """The division of a row, by its short name."""
    return Column("所在区划", f"{path}__short_name", css="nowrap", order_by=f"{path}_id")
