"""批准单位、文号 as offices write them: told apart where certain, else whole and doubtful."""

import pytest

from courtyards.imports.approvals import approval


@pytest.mark.parametrize(
    ("cell", "body", "number"),
    [
        ("索河街道党工委 索办〔2020〕5号", "索河街道党工委", "索办〔2020〕5号"),
        ("索河街道党工委（索党〔2020〕3号）", "索河街道党工委", "索党〔2020〕3号"),
        ("索河街道党工委/索党（2020）12号", "索河街道党工委", "索党(2020)12号"),
        ("索河街道党工委\n索党[2020]12号文", "索河街道党工委", "索党[2020]12号"),
        ("索河街道党工委，索党 〔2020〕 12号", "索河街道党工委", "索党〔2020〕12号"),
        ("京城路街道党工委京办发〔2020〕8号", "京城路街道党工委", "京办发〔2020〕8号"),
        ("索党〔2020〕3号", "", "索党〔2020〕3号"), ("索党〔2020〕3号 索河街道党工委", "索河街道党工委", "索党〔2020〕3号"),
        ("索河街道党工委", "索河街道党工委", ""), ("/", "", ""), (None, "", ""),
    ],
)  # fmt: skip
def test_body_and_number(cell, body, number):
    assert approval(cell) == (body, number, "")


@pytest.mark.parametrize(
    "cell",
    [
        "索党〔2020〕12号、13号", "索党2020-12号", "索河街道党工委2020年第12号文", "同上",
        "索河街道《关于成立支部的批复》（索党〔2020〕12号）", "索党〔2020〕3号 索党〔2021〕4号",
        "索河街道党工委〔2020〕3号", "索河街道党工委 索党〔2020〕3号 2020年7月批准", "5号",
    ],
)  # fmt: skip
def test_what_cannot_be_told_apart_stays_whole(cell):
    body, number, doubt = approval(cell)
    assert (number, bool(doubt)) == ("", True)
    assert body
