"""Ways in which offices write one and the same value, drawn by chance with a seed.

Each function takes the true value and gives back a cell. Some cells cannot be read with certainty;
then the reader must say so. What it may never do is to read another value without a word.
"""

from datetime import date, datetime
from random import Random

FULL = str.maketrans("0123456789.-()/", "０１２３４５６７８９．－（）／")
HAN = "零一二三四五六七八九"
SOFT = {
    "about": ("约{}", "{}左右", "大约{}", "{}上下", "~{}"),
    "nearly": ("近{}", "将近{}", "接近{}"),
    "at_least": ("{}余", "{}多", "{}以上", "超过{}", "{}余{unit}", "{}多{unit}"),
    "exact": ("{}", "{}{unit}", " {} ", "{} {unit}"),
}
EXTRA_NUMBERS = ("{}（含在建）", "{}-{more}", "{}/{more}", "几十", "同上周", "待核", "不详")


def spelled(value: int) -> str:
    """A number below ten thousand in Chinese numerals."""
    text, zero = "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            text += ("零" if zero and text else "") + HAN[digit] + word
            zero = False
        else:
            zero = bool(text)
    return (text[1:] if text.startswith("一十") else text) or HAN[0]


def number(rng: Random, value: int, qualifier: str, unit: str):
    """A count with its qualifier, now and then one that cannot be read for sure."""
    if qualifier == "exact":
        if rng.random() < 0.06:
            return rng.choice(EXTRA_NUMBERS).format(value, more=value + 7)
        if rng.random() < 0.35:
            return rng.choice([value, float(value)])
    written = str(value)
    style = rng.random()
    if style < 0.2:
        written = written.translate(FULL)
    elif style < 0.3 and 0 < value < 10_000:
        written = spelled(value)
    elif style < 0.35 and value >= 1000:
        written = f"{value:,}"
    return rng.choice(SOFT[qualifier]).format(written, unit=unit)


def day(rng: Random, value: date):
    """A date in one of the styles that ledgers mix."""
    y, m, d = value.year, value.month, value.day
    styles = [
        value, datetime(y, m, d), f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}-{m:02}-{d:02}",
        f"{y}年{m}月{d}日", f"{y}{m:02}{d:02}", f"{y % 100}.{m}.{d}", f"{y}．{m}．{d}".translate(FULL),
        (value - date(1899, 12, 30)).days, f"{y}年{m}月{d}号", f"{y}、{m}、{d}", int(f"{y}{m:02}{d:02}"),
        f"{y}-{m}-{d} 00:00:00", f"{y}年{m}月", f"{m}月{d}日", f"{y}.{m}", f"{y}年{m}月底", f"{m}.{d}",
        f"{y}年", f"{y % 100}/{m}/{d}",
    ]  # fmt: skip
    return rng.choice(styles)


def phone(rng: Random, value: str):
    """A phone with blanks, dashes, as a number, twice, or broken."""
    return rng.choice(
        [
            value, int(value), float(value), f"{value[:3]}-{value[3:7]}-{value[7:]}",
            f"{value[:3]} {value[3:7]} {value[7:]}", f" {value}\u3000", value.translate(FULL),
            f"{value}/0371-64600000", f"{float(value):.5E}", value[:-1], f"{value[:3]}****{value[-4:]}",
            f"+86 {value}", f"{value}\n13900009999",
        ]
    )  # fmt: skip


def person(rng: Random, value: str):
    """A name with blanks inside, a second one beside it, or a remark."""
    return rng.choice(
        [value] * 4
        + [
            f"{value[0]} {value[1:]}", f"{value[0]}\u3000{value[1:]}", f"{value} ", f" {value}",
            f"{value}、李例四", f"{value}（兼2号院）", f"{value}/王例五", f"{value}\n李例四",
        ]
    )  # fmt: skip


def yes(rng: Random) -> str:
    return rng.choice(["是", "√", "有", "已成立", "已建", "✔", "已组建", "1", "是 ", "已建立"])


def no(rng: Random):
    return rng.choice(
        ["否", "×", "无", "/", None, "-", "未成立", "没有", "0", "未建", "", "筹建中"]
    )


def township(rng: Random, name: str) -> str:
    base = name.removesuffix("街道")
    return rng.choice(
        [name, base + "办", base + "街道办事处", base + "街道办", base + "办事处", base, f" {name}"]
    )


def community(rng: Random, name: str) -> str:
    base = name.removesuffix("居委会").removesuffix("社区")
    return rng.choice(
        [
            name,
            base,
            base + "社区",
            base + "社区居委会",
            base + "社区居民委员会",
            base + "居委会",
            f" {base} ",
        ]
    )


def village(rng: Random, name: str) -> str:
    base = name.removesuffix("委会")
    return rng.choice([name, base, base + "民委员会", f" {base}", base.removesuffix("村")])


def courtyard(rng: Random, name: str) -> str:
    return rng.choice(
        [name] * 3
        + [
            f"{name} ",
            f" {name}",
            name.translate(FULL),
            name.replace("号院", "#院"),
            f"{name}\u3000",
        ]
    )
