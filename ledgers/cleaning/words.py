"""Cells that choose: yes or no, one of a few words."""

import re

from ledgers.cleaning.clean import EMPTY, Clean
from ledgers.cleaning.text import is_blank, remember, squash

YES = set("√✓✔☑是有已对Yy") | {
    "1", "已建", "已建立", "已成立", "已组建", "成立", "建立", "有的", "是的", "YES", "Yes", "yes",
    "已有", "已设", "已设立", "已选举", "建成", "已建成",
}  # fmt: skip
NO = set("×✗✘✕☐□否无未没xXNn不") | {
    "0", "未建", "未建立", "未成立", "未组建", "没有", "不是", "NO", "No", "no", "尚未", "尚未成立",
    "暂无", "暂未成立", "没建", "没成立", "未设", "无组织", "尚未建立", "暂未建立", "未", "O",
}  # fmt: skip


@remember
def yes_no(cell: object) -> Clean:
    """True, False, or nothing where the cell is empty; 筹建中 and the like are doubtful."""
    text = squash(cell)
    if text in NO:
        return Clean(False)
    if text in YES:
        return Clean(True)
    if is_blank(cell):
        return EMPTY
    # 已成立√, √有: the tick says it once more.
    bare = text.strip("√✓✔☑")
    if bare != text and bare in YES:
        return Clean(True)
    guess = bool(re.match(r"[√✓✔☑是有已]", text)) and "筹" not in text
    return Clean(guess, doubt=f"“{text}”看不出是还是否，请填“是”或“否”。")


def choice(cell: object, words: dict[str, tuple[str, ...]], name: str) -> Clean:
    """One of the keys of `words`, each with the ways in which it is written."""
    if is_blank(cell):
        return EMPTY
    text = squash(cell)
    for value, spellings in words.items():
        if text == value or text in spellings:
            return Clean(value)
    found = [
        value for value, spellings in words.items() if any(w in text for w in (value, *spellings))
    ]
    guess = found[0] if len(found) == 1 else None
    return Clean(guess, doubt=f"“{text}”不是{name}的规定写法，请填{'、'.join(words)}之一。")
