"""批准单位、文号 of a party branch: who approved it, and the number of the document."""

import re

from ledgers.cleaning import is_blank, is_ditto, normal, squash

# 〔2020〕3号; before it stands the code of the office that wrote it (某党).
_CORE = re.compile(r"[〔\[(【]\s*(?:19|20)\d{2}\s*年?\s*[〕\])】]\s*第?\s*\d+\s*号")
# An office ends so, its code does not.
_OFFICE = re.compile(
    r"(.*(?:委员会|党工委|工委|党委|市委|县委|区委|组织部|政府|办事处|街道办|总支部|党总支|总支|支部|机关|局|中心))(.*)"
)
_CODE = re.compile(r"[一-鿿]{1,6}")
_LEFT_OVER = re.compile(r"[《》〔〕【】\[\]()\d]|关于|批复|文件|通知|批准")
_EDGES = " \n、,;/:。"


def approval(cell) -> tuple[str, str, str]:
    """The approving body, the number of its document, and what is doubtful ("" = nothing).

    某街道党工委(某党〔2020〕3号), 某街道党工委 某党〔2020〕3号 and either of them alone. What
    cannot be told apart with certainty stays whole, as the body, in doubt.
    """
    if is_blank(cell):
        return "", "", ""
    text = normal(cell)
    whole = squash(text).strip(_EDGES)
    doubt = f"“{whole}”里的批准单位和文号分不清，请写成“批准单位 文号”。"
    cores = list(_CORE.finditer(text))
    if not cores:
        unclear = is_ditto(cell) or re.search(r"[\d《》]|号$|文$", whole)
        return whole, "", doubt if unclear else ""
    if len(cores) > 1:
        return whole, "", doubt
    core = cores[0]
    before, code = _code(text[: core.start()])
    if code is None:
        return whole, "", doubt
    after = text[core.end() :].lstrip().removeprefix("文")
    body = _body(before, after)
    if body is None:
        return whole, "", doubt
    return body, squash(code + core.group()), ""


def _code(before: str) -> tuple[str, str | None]:
    """What stands before the code of the office, and that code; None where it is not plain."""
    # 某党 〔2020〕3号: a blank before the year.
    found = re.search(r"[^\s、,;/:。()《》〔〕【】\[\]]+$", before.rstrip())
    run = found[0] if found else ""
    left = before.rstrip()[: len(before.rstrip()) - len(run)]
    office = _OFFICE.fullmatch(run)
    if not run:
        return left, None
    if office is None or (not office[2] and len(run) <= 5):
        return left, run if _CODE.fullmatch(run) else None
    # No blank between the office and the code: 某街道党工委京办发〔2020〕8号.
    if not office[2] or not _CODE.fullmatch(office[2]) or len(office[1]) < 5 or left.strip(_EDGES):
        return left, None
    return office[1], office[2]


def _body(before: str, after: str) -> str | None:
    """The body's name from what is left around the number; None where more than a name is left."""
    before, after = before.strip(_EDGES), after.strip(_EDGES)
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1].strip(_EDGES), after[1:].strip(_EDGES)
    if before and after:
        return None
    body = squash(before or after)
    return None if _LEFT_OVER.search(body) else body
