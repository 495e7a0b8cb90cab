"""Reads the data files that lie beside this module."""

import csv
import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent


@cache
def toml(name: str) -> dict:
    """The content of `name`.toml; shared by all callers, so nobody may change it."""
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def table(name: str) -> list[dict[str, str]]:
    """The rows of `name`.csv, each as a dict by column name."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
