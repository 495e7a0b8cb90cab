"""Days of the lunar calendar (农历), as far as ledgers need them: 正月初四, 腊月廿三."""

import re
from datetime import date, timedelta

from ledgers.cleaning.numerals import numeral

# Year: first day (month and day), long months (30 days) as 1 and short ones (29) as 0 in their
# order, number of the month that is followed by its leap month (0 = none). Computed with the
# package lunardate 0.3 and compared with the official New Year's days.
YEARS = {
    2000: ("0205", "110010010110", 0),
    2001: ("0124", "1101010010101", 4),
    2002: ("0212", "110101001010", 0),
    2003: ("0201", "110110100101", 0),
    2004: ("0122", "0101101010101", 2),
    2005: ("0209", "010101101010", 0),
    2006: ("0129", "1010101011011", 7),
    2007: ("0218", "001001011101", 0),
    2008: ("0207", "100100101101", 0),
    2009: ("0126", "1100100101011", 5),
    2010: ("0214", "101010010101", 0),
    2011: ("0203", "101101001010", 0),
    2012: ("0123", "1011010101010", 4),
    2013: ("0210", "101011010101", 0),
    2014: ("0131", "0101010110101", 9),
    2015: ("0219", "010010111010", 0),
    2016: ("0208", "101001011011", 0),
    2017: ("0128", "0101001010111", 6),
    2018: ("0216", "010100101011", 0),
    2019: ("0205", "101010010011", 0),
    2020: ("0125", "0111010010101", 4),
    2021: ("0212", "011010101010", 0),
    2022: ("0201", "101011010101", 0),
    2023: ("0122", "0100110110101", 2),
    2024: ("0210", "010010110110", 0),
    2025: ("0129", "1010010101110", 6),
    2026: ("0217", "101001001110", 0),
    2027: ("0206", "110100100110", 0),
    2028: ("0126", "1110100100110", 5),
    2029: ("0213", "110101010011", 0),
    2030: ("0203", "010110101010", 0),
    2031: ("0123", "0110101101010", 3),
    2032: ("0211", "100101101101", 0),
    2033: ("0131", "0100101011101", 11),
    2034: ("0219", "010010101101", 0),
    2035: ("0208", "101001001101", 0),
    2036: ("0128", "1101001001011", 6),
    2037: ("0215", "110100100101", 0),
    2038: ("0204", "110101010010", 0),
    2039: ("0124", "1101101010100", 5),
    2040: ("0212", "101101011010", 0),
}
_MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12}
LUNAR = re.compile(
    r"(?:农历|阴历|旧历)?(?:(?P<year>\d{4}|[〇零一二三四五六七八九]{4})年)?(?:农历|阴历|旧历)?"
    r"(?P<leap>闰)?(?P<month>正|冬|腊|[一二三四五六七八九十]{1,3})月"
    r"(?P<day>初[一二三四五六七八九十]|[一二三四五六七八九十廿卅]{1,3})日?"
)


def lunar_date(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The Gregorian day of a lunar one, or None where there is no such day (or no table for it)."""
    if year not in YEARS:
        return None
    first, long_months, leap_month = YEARS[year]
    if leap and month != leap_month:
        return None
    position = month - 1 + (1 if leap or (leap_month and month > leap_month) else 0)
    if not 1 <= month <= 12 or not 1 <= day <= 29 + int(long_months[position]):
        return None
    before = sum(29 + int(mark) for mark in long_months[:position])
    return date(year, int(first[:2]), int(first[2:])) + timedelta(days=before + day - 1)


def read_lunar(text: str) -> tuple[int | None, int, int, bool] | None:
    """Year (None = not written), month, day, leap month of a lunar day; None where it is none.

    A day that carries 农历, 正月, 冬月, 腊月 or 初 is lunar; 三月五日 alone is not.
    """
    match = LUNAR.fullmatch(text)
    if match is None:
        return None
    if not re.search(r"农历|阴历|旧历|正月|冬月|腊月|初|闰|廿|卅", text):
        return None
    year = match["year"]
    month = _MONTHS.get(match["month"]) or numeral(match["month"])
    day = numeral(match["day"].removeprefix("初"))
    if month is None or day is None:
        return None
    number = None if year is None else int(year) if year.isdigit() else numeral(year)
    return number, month, day, bool(match["leap"])
