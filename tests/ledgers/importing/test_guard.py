"""Files that are refused, each with its reason, and tricks that do nothing."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from workbooks import SAMPLES, workbook

from ledgers.importing import guard
from ledgers.importing.guard import FileRefused
from ledgers.importing.raw_sheets import read_grids

HEAD = ["序号", "社区", "楼院名称", "户数"]


def packed(content: bytes, changes: dict[str, bytes]) -> bytes:
    """The workbook with parts added or replaced."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


def sheet_of(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read("xl/worksheets/sheet1.xml")


def refused(content: bytes, name="台账.xlsx") -> str:
    with pytest.raises(FileRefused) as caught:
        read_grids(content, name)
    return str(caught.value)


def test_what_is_no_workbook():
    assert "不是工作簿" in refused(b"<html>", "a.html")
    assert "不是工作簿" in refused(b"%PDF-1.4", "台账.xlsx")
    assert "空的" in refused(b" \n")
    assert "损坏" in refused(workbook([HEAD])[:-400])
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert "不是工作簿" in refused(out.getvalue())


def test_old_and_encrypted_workbooks():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert ".xls" in refused(ole, "台账.xls")
    assert "密码" in refused(ole + "EncryptedPackage".encode("utf-16-le"))


def test_macros_and_links_to_other_files():
    plain = workbook([HEAD])
    assert "宏" in refused(packed(plain, {"xl/vbaProject.bin": b"x"}))
    assert "别的文件" in refused(packed(plain, {"xl/externalLinks/externalLink1.xml": b"<x/>"}))


def test_too_large(monkeypatch):
    assert "20MB" in refused(b"x" * (guard.LARGEST_FILE + 1))
    monkeypatch.setattr(guard, "LARGEST_UNPACKED", 500_000)
    bomb = packed(workbook([HEAD]), {"xl/media/image1.bin": b"\0" * 600_000})
    assert len(bomb) < 20_000
    assert "200MB" in refused(bomb)


def test_a_size_that_lies_is_not_believed(monkeypatch):
    """The directory says that a part is small; what it unpacks to is what counts."""
    content = bytearray(packed(workbook([HEAD]), {"xl/media/image1.bin": b"\0" * 300_000}))
    true = (300_000).to_bytes(4, "little")
    assert content.count(true) == 2
    lie = bytes(content).replace(true, (3).to_bytes(4, "little"))
    assert "损坏" in refused(lie)


def test_too_many_rows():
    lines = "\n".join(["序号,社区,楼院名称,户数", *(["1,甲,乙,2"] * 100_001)])
    assert "10万行" in refused(lines.encode(), "台账.csv")
    plain = workbook([HEAD])
    far = b'<row r="100001"><c r="A100001"><v>1</v></c></row></sheetData>'
    assert "10万行" in refused(
        packed(plain, {"xl/worksheets/sheet1.xml": sheet_of(plain).replace(b"</sheetData>", far)})
    )


def test_one_far_off_cell_fills_no_memory():
    plain = workbook([HEAD])
    far = b'<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'
    assert "列" in refused(
        packed(plain, {"xl/worksheets/sheet1.xml": sheet_of(plain).replace(b"</sheetData>", far)})
    )
    empty = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    (grid,) = read_grids(
        packed(
            plain, {"xl/worksheets/sheet1.xml": sheet_of(plain).replace(b"</sheetData>", empty)}
        ),
        "a.xlsx",
    )
    assert grid.rows == [HEAD]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ('<x:row r="100001"><x:c><x:v>1</x:v></x:c></x:row>', "10万行"),
        ('<x:row r="100000"/><x:row><x:c><x:f>1</x:f></x:c></x:row>', "10万行"),
        ('<x:row r="9"><x:c r="CZ9"/><x:c t="inlineStr"><x:is/></x:c></x:row>', "列"),
        (f'<x:row>{"<x:c/>" * 104}<x:c s="1"><x:v>1</x:v></x:c></x:row>', "列"),
    ],
)
def test_no_prefix_and_no_missing_place_hides_a_far_off_cell(rows, why):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    assert why in refused(packed(workbook([HEAD]), {"xl/worksheets/sheet1.xml": sheet.encode()}))


def test_a_sheet_without_an_end_is_broken():
    plain = workbook([HEAD])
    cut = sheet_of(plain)[:-30]
    assert "损坏" in refused(packed(plain, {"xl/worksheets/sheet1.xml": cut}))


def test_cells_are_counted_with_those_that_merged_fields_cover():
    plain = workbook([HEAD, HEAD], merges=["A2:D11"])
    assert guard.check(plain, "a.xlsx").cells == 4 + 1 + 40


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_entities_do_nothing(part, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    plain = (SAMPLES / "fringe.xlsx").read_bytes()
    with zipfile.ZipFile(BytesIO(plain)) as package:
        body = package.read(part)
    head, _, tail = (
        body.partition(b"?>") if body.startswith(b"<?xml") else (b'<?xml version="1.0"', b"", body)
    )
    trick = f'{head.decode()}?><!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'.encode() + tail
    assert "实体" in refused(packed(plain, {part: trick}))
    assert "实体" in refused(packed(plain, {part: trick.decode().encode("utf-16")}))


def test_formulas_are_their_last_values():
    """A formula that was never computed is an empty cell, and nothing is computed here."""
    (grid,) = read_grids((SAMPLES / "weekly.xlsx").read_bytes(), "周报.xlsx")
    assert grid.rows[24][0] == "合计"
    assert grid.rows[24][5] in ("", None)


def test_hidden_sheets_are_not_read():
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.create_sheet("行键").sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    assert [grid.name for grid in read_grids(stream.getvalue(), "a.xlsx")] == ["Sheet"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_the_usual_encodings(encoding, delimiter):
    text = "\r\n".join(
        delimiter.join(row) for row in [HEAD, ["1", "甲社区", '"示例,院"', "２０余"]]
    )
    (grid,) = read_grids(text.encode(encoding), "台账.csv")
    assert grid.rows[1] == ["1", "甲社区", "示例,院", "２０余"]


def test_bytes_that_are_no_text():
    assert "编码" in refused(b"\xff\xff\xff\x80", "a.csv")
    assert "文本" in refused(b"a,b\0,c", "a.csv")
