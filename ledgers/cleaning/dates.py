"""Dates in the styles that ledgers mix: 2021.3.5, 21.3.5, 2021年3月, 3月5日, 20210305, 44260 …"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ledgers.cleaning.clean import EMPTY, Clean
from ledgers.cleaning.lunar import lunar_date, read_lunar
from ledgers.cleaning.numerals import numeral
from ledgers.cleaning.text import is_blank, is_ditto, normal, plain_number, remember, squash

# Days before the founding of the People's Republic, or far ahead, are slips of the keyboard.
EARLIEST, LATEST = date(1949, 10, 1), date(2049, 12, 31)
# Day numbers of spreadsheets, which begin with the last days of 1899.
SERIAL_ZERO = date(1899, 12, 30)
SERIALS = range((date(1980, 1, 1) - SERIAL_ZERO).days, (LATEST - SERIAL_ZERO).days)

_SEPARATED = re.compile(r"(\d{4}|\d{2})[-./、,](\d{1,2})[-./、,](\d{1,2})[.号日]?")
_CHINESE = re.compile(r"(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?")
_MONTH = re.compile(r"(?:(\d{4}|\d{2})[年.\-/])?(\d{1,2})月?(底|末|初|中旬|上旬|下旬|中|份)?")
_COMPACT_MONTH = re.compile(r"(\d{4})(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(\d{4})年?(底|末|初)?")
# A time of day behind the date; taken off while the blank between them still stands.
_CLOCK = re.compile(r"[T\s]+\d{1,2}[:点时](?:\d{1,2}分?|半)?(?::\d{2}(?:\.\d+)?)?$")
_HALF_DAY = re.compile(
    r"(?:上午|下午|早上|晚上|中午|凌晨)(?:\d{1,2}[:点时](?:\d{1,2}分?|半)?(?::\d{2})?)?$"
    r"|(?<=[日号])\d{1,2}[:点时](?:\d{1,2}分?|半)?$"
)
_WEEKDAY = re.compile(r"\s*[(\[]?(?:周|星期|礼拜)[一二三四五六日天][)\]]?$")
_FOREIGN = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")


def _spelled(text: str) -> str:
    """二〇二一年三月五日 with figures; other text as it is."""

    def figures(match: re.Match[str]) -> str:
        value = numeral(match[1])
        return match[0] if value is None else f"{value}{match[2]}"

    return re.sub(r"([〇零一二三四五六七八九十]{1,4})([年月日号])", figures, text)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class DateReader:
    """Reads dates beside a sheet's own date.

    `reported_on`: the day the sheet speaks of, which gives the year where a cell names none.
    `past`: dates of the column lie behind that day (成立时间); plans may lie ahead.
    `assumed`: the sheet names no day and `reported_on` is today, so a year taken from it is doubted.
    `today`: a sheet may name a day to come, but what has happened lies before this day as well.
    """

    reported_on: date | None = None
    past: bool = True
    assumed: bool = False
    today: date | None = None

    @remember
    def __call__(self, cell: object) -> Clean:
        """The day in a cell, as `date`."""
        if isinstance(cell, (date, datetime)):
            return self._checked(cell.date() if isinstance(cell, datetime) else cell, cell)
        if is_blank(cell):
            return EMPTY
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            return self._from_number(plain_number(cell))
        written = _WEEKDAY.sub("", normal(cell).lstrip("'‘’`"))
        text = _HALF_DAY.sub("", _spelled(squash(_CLOCK.sub("", written))))
        if is_ditto(cell):
            return Clean(doubt="“同上”之上没有可以照抄的日期，请填写日期。")
        lunar = read_lunar(squash(cell))
        if lunar:
            return self._from_lunar(squash(cell), *lunar)
        if text.isdigit() and len(text) == 5:
            return self._from_number(text)
        return self._from_text(text)

    def _from_text(self, text: str) -> Clean:
        for pattern in (_SEPARATED, _CHINESE, _COMPACT):
            if match := pattern.fullmatch(text):
                year = _year(match[1])
                found = self._checked(_day(year, int(match[2]), int(match[3])), text)
                last = match[1] if len(match[1]) == 2 else ""
                if last and pattern is _SEPARATED and int(last) <= 12 and int(match[3]) >= 15:
                    # 09/04/20 may as well be 4 September 2020.
                    return found.doubtful(f"“{text}”分不清年和日，请写四位年份。")
                return found
        if match := _NO_YEAR.fullmatch(text):
            return self._without_year(text, int(match[1]), int(match[2]))
        if match := _COMPACT_MONTH.fullmatch(text):
            return self._month_only(text, int(match[1]), int(match[2]), None)
        if (match := _FOREIGN.fullmatch(text)) is not None:
            guess = _day(int(match[3]), int(match[1]), int(match[2]))
            return Clean(guess, doubt=f"“{text}”分不清月和日，请写成年.月.日。")
        if (match := _YEAR.fullmatch(text)) and 1949 <= int(match[1]) <= 2049:
            return Clean(date(int(match[1]), 1, 1), doubt=f"“{text}”只有年，请补上月和日。")
        if (
            (match := _MONTH.fullmatch(text))
            and "月" in text + (match[1] or "")
            or (match and match[1])
        ):
            written = _year(match[1]) if match[1] else None
            return self._month_only(text, written, int(match[2]), match[3])
        return Clean(
            find_date(text), doubt=f"“{text}”读不出确定的日期，请写成年.月.日，如2021.3.5。"
        )

    def _from_number(self, text: str) -> Clean:
        if match := _COMPACT.fullmatch(text):
            return self._checked(_day(*map(int, match.groups())), text)
        if text.isdigit() and int(text) in SERIALS:
            return self._checked(SERIAL_ZERO + timedelta(days=int(text)), text)
        whole = text.partition(".")[0]
        if whole.isdigit() and int(whole) in SERIALS:
            return self._checked(SERIAL_ZERO + timedelta(days=int(whole)), text)
        if match := _NO_YEAR.fullmatch(text):
            # The number 9.1 may have been typed as 9.10: a spreadsheet drops the nought.
            found = self._without_year(text, int(match[1]), int(match[2]))
            return found.doubtful(f"“{text}”是小数，末尾的0可能丢了，请写成年.月.日。")
        if (match := _MONTH.fullmatch(text)) and match[1]:
            return self._month_only(text, _year(match[1]), int(match[2]), None)
        return Clean(doubt=f"“{text}”读不出确定的日期，请写成年.月.日，如2021.3.5。")

    def _from_lunar(self, text: str, year: int | None, month: int, day: int, leap: bool) -> Clean:
        if year is None and self.reported_on is None:
            return Clean(doubt=f"“{text}”没有写年份，请补上。")
        found = lunar_date(year or self.reported_on.year, month, day, leap)  # type: ignore[union-attr]
        if found is None:
            return Clean(doubt=f"“{text}”查不到对应的公历日期，请填公历日期。")
        result = self._checked(found, text)
        if year is None and self.reported_on and self.past and found > self.reported_on:
            earlier = lunar_date(self.reported_on.year - 1, month, day, leap)
            return Clean(earlier, doubt=f"“{text}”没有写年份，请补上。")
        return self._of_this_year(result, text) if year is None else result

    def _without_year(self, text: str, month: int, day: int) -> Clean:
        if self.reported_on is None:
            return Clean(doubt=f"“{text}”没有写年份，请补上。")
        found = _day(self.reported_on.year, month, day)
        if found is None:
            leap_day = (month, day) == (2, 29)
            return Clean(wrong=f"“{text}”{'当年没有这一天' if leap_day else '不是日期'}，请核对。")
        if self.past and found > self.reported_on:
            earlier = _day(self.reported_on.year - 1, month, day)
            return Clean(earlier, doubt=f"“{text}”没有写年份，请补上。")
        return self._of_this_year(self._checked(found, text), text)

    def _of_this_year(self, found: Clean, text: str) -> Clean:
        if not self.assumed:
            return found
        year = self.reported_on.year  # type: ignore[union-attr]
        return found.doubtful(f"“{text}”没有写年份，表上也没有填报时间，暂按{year}年，请补上。")

    def _month_only(self, text: str, year: int | None, month: int, part: str | None) -> Clean:
        if not 1 <= month <= 12:
            return Clean(doubt=f"“{text}”读不出确定的日期，请写成年.月.日，如2021.3.5。")
        if year is None:
            if self.reported_on is None:
                return Clean(doubt=f"“{text}”没有写年份，请补上。")
            ahead = self.past and month > self.reported_on.month
            year = self.reported_on.year - (1 if ahead else 0)
        last = calendar.monthrange(year, month)[1]
        day = {"底": last, "末": last, "中旬": 15, "中": 15, "下旬": 21}.get(part or "", 1)
        what = "只写到月份" if part in (None, "份") else f"写的是“{part}”"
        return Clean(
            date(year, month, day), doubt=f"“{text}”{what}，暂按{month}月{day}日，请核对。"
        )

    def _latest(self) -> date:
        return self.reported_on if self.past and self.reported_on else LATEST

    def _checked(self, found: date | None, cell: object) -> Clean:
        text = squash(cell)
        if found is None:
            return Clean(wrong=f"“{text}”不是日历上的日期，请核对。")
        if not EARLIEST <= found <= LATEST:
            return Clean(found, doubt=f"“{text}”这个年份不大可能，请核对。")
        if self.past and self.today and found > self.today:
            return Clean(found, doubt=f"“{text}”晚于今天，请核对。")
        if found > self._latest():
            return Clean(found, doubt=f"“{text}”晚于填报时间，请核对。")
        return Clean(found)


_ANY = re.compile(
    r"(?P<year>\d{4})(?:年|[-./])(?P<month>\d{1,2})(?:(?:月|[-./])(?P<day>\d{1,2})?[日号]?)?"
)


def find_date(text: str, default: date | None = None) -> date | None:
    """The first full date inside a longer text (a title, a unit line), else `default`.

    A date without its day is the last day of that month: a sheet "2021年4月" speaks of all of it.
    """
    for match in _ANY.finditer(_spelled(squash(text))):
        year, month = int(match["year"]), int(match["month"])
        if not (EARLIEST.year <= year <= LATEST.year and 1 <= month <= 12):
            continue
        day = int(match["day"]) if match["day"] else calendar.monthrange(year, month)[1]
        if found := _day(year, month, day):
            return found
    return default
