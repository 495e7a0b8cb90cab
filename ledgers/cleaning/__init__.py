"""From what people type into a cell to a value: pure functions, no database, no clock.

Each reader takes a cell as a workbook holds it (None, number, date, text) and returns a `Clean`.
What cannot be read with certainty comes back with a doubt in Chinese, never silently wrong.
Source of the rules: the six ledgers as they are kept today, domain notes 4.8.
"""

from ledgers.cleaning.buildings import building_names
from ledgers.cleaning.clean import Clean
from ledgers.cleaning.dates import DateReader, find_date
from ledgers.cleaning.names import name_list, person_name, place_name, plain_text, unit_name
from ledgers.cleaning.numbers import count, decimal, figure, measure, money_wan, percent
from ledgers.cleaning.phones import mask, masked_text, phone
from ledgers.cleaning.places import one_place, place_names
from ledgers.cleaning.text import is_blank, is_ditto, is_empty, normal, squash
from ledgers.cleaning.words import choice, yes_no

__all__ = [
    "Clean",
    "DateReader",
    "building_names",
    "choice",
    "count",
    "decimal",
    "figure",
    "find_date",
    "is_blank",
    "is_ditto",
    "is_empty",
    "mask",
    "masked_text",
    "measure",
    "money_wan",
    "name_list",
    "normal",
    "one_place",
    "percent",
    "person_name",
    "phone",
    "place_name",
    "place_names",
    "plain_text",
    "squash",
    "unit_name",
    "yes_no",
]
