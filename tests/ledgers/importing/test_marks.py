"""The user's own file, given back with its mistakes marked in it."""

import io
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from PIL import Image as PillowImage
from test_guard import packed
from workbooks import COURTYARD_HEAD, COURTYARD_ROW, workbook

from ledgers import clock
from ledgers.importing import mark
from ledgers.importing.mark import PLAIN_NOTE, RED, SHAPES_NOTE, mark_workbook
from ledgers.importing.outcome import read_file
from ledgers.importing.raw_sheets import read_grids
from orgs.imports.permitted import KINDS

KIND = KINDS["courtyards"]


def marked(content, name="台账.xlsx"):
    outcome = read_file(KIND, content, name, today=clock.today())
    made = mark_workbook(content, name, outcome)
    return openpyxl.load_workbook(io.BytesIO(made)), made, outcome


def links_of(sheet):
    """By the place of each link, where it leads to."""
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.hyperlink]
    return {cell.coordinate: cell.hyperlink.location for cell in cells}


def row(**cells):
    keys = ["no", "street", "community", "name", "buildings", "households", "residents", "head"]
    values = dict(zip(keys, COURTYARD_ROW, strict=False)) | cells
    return [*values.values(), *COURTYARD_ROW[len(keys) :]]


@pytest.fixture
def messy(divisions):
    """A file with a formula, widths, a merged title, two mistakes, one with a comment already."""
    rows = [
        ["楼院台账"],
        COURTYARD_HEAD,
        row(),
        row(no=2, name="=示例院", households="80-90"),
        row(no=3, name="三院", buildings=None),
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook(rows, merges=["A1:K1"])))
    sheet = book.active
    sheet["D4"].data_type = "s"
    sheet["N3"] = "=SUM(E3:F3)"
    sheet["F4"].comment = Comment("原来的批注", "示例")
    sheet["F4"].font = Font(bold=True)
    sheet.column_dimensions["D"].width = 33
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_cells_are_red_and_say_what_to_do(messy):
    book, _, outcome = marked(messy)
    sheet = book.worksheets[0]
    assert outcome.counts["doubtful"] == 2
    cell = sheet["F4"]
    assert (cell.value, cell.fill.fgColor.rgb, cell.font.bold) == ("80-90", RED, True)
    assert (
        cell.comment.text.startswith("原来的批注") and "是一个范围，请填一个数" in cell.comment.text
    )
    assert sheet["E5"].value is None and sheet["E5"].fill.fgColor.rgb == RED
    assert "没有填数" in sheet["E5"].comment.text
    others = [c for line in sheet.iter_rows() for c in line if c.fill.fgColor.rgb == RED]
    assert len(others) == 2


def test_all_else_stays(messy):
    book, made, _ = marked(messy)
    sheet = book.worksheets[0]
    assert sheet["N3"].value == "=SUM(E3:F3)" and sheet.column_dimensions["D"].width == 33
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:K1"]
    # What was text is text, here and in the list of mistakes.
    assert (sheet["D4"].value, sheet["D4"].data_type) == ("=示例院", "s")
    assert all(cell.data_type != "f" for line in book["待改"].iter_rows() for cell in line)
    before, after = read_grids(messy, "a.xlsx")[0], read_grids(made, "a.xlsx")[0]
    assert [line[:13] for line in before.rows] == [line[:13] for line in after.rows]


def test_each_mistake_has_a_link(messy):
    book, _, _ = marked(messy)
    todo = book["待改"]
    assert todo["A2"].value == "共2处待改，在2个单元格：存疑2处。"
    found = links_of(todo)
    assert found == {"D5": "'台账'!F4", "D6": "'台账'!E5"}
    assert [cell.value for cell in todo[5]][:5] == [1, "存疑", "台账", "F4", "户数"]


def test_the_file_comes_back_in_once_it_is_mended(messy):
    book, made, _ = marked(messy)
    again = read_file(KIND, made, "台账.xlsx", today=clock.today())
    assert again.counts["doubtful"] == 2 and again.skipped_sheets == ["待改"]
    book.worksheets[0]["F4"], book.worksheets[0]["E5"] = 85, 3
    stream = io.BytesIO()
    book.save(stream)
    assert read_file(KIND, stream.getvalue(), "台账.xlsx", today=clock.today()).counts["new"] == 3
    twice = mark_workbook(made, "台账.xlsx", again)
    assert openpyxl.load_workbook(io.BytesIO(twice)).sheetnames == ["台账", "待改", "待改1"]


def test_a_csv_becomes_a_workbook(divisions):
    lines = [COURTYARD_HEAD, row(households="80-90", name="=cmd|甲院")]
    text = "\n".join(",".join("" if c is None else str(c) for c in line) for line in lines)
    book, made, _ = marked(text.encode(), "台账.csv")
    sheet = book["CSV"]
    assert sheet["F2"].fill.fgColor.rgb == RED and sheet["D2"].data_type == "s"
    assert len(read_grids(made, "a.xlsx")[0].rows) == 2


def test_totals_and_twins_and_merged_cells(divisions):
    rows = [COURTYARD_HEAD, row(), row(), row(no=3, name="丙院"), ["合计", None, None, None, 99]]
    book, _, outcome = marked(workbook(rows, merges=["F3:F4"]))
    sheet = book.worksheets[0]
    assert outcome.differences and "逐行相加" in sheet["E5"].comment.text
    assert "与第2行重复" in sheet["A3"].comment.text
    assert "与相邻行合并" in sheet["F3"].comment.text and sheet["F4"].comment is None


def test_formulas_are_computed_anew_by_who_opens_the_file(messy):
    book, _, _ = marked(messy)
    assert book.calculation.fullCalcOnLoad


def test_a_file_with_habits_of_its_own(messy):
    """Every tag with a prefix, as some libraries write it."""
    old = zipfile.ZipFile(io.BytesIO(messy)).read("xl/styles.xml")
    text = old.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?")
    text = text.replace(b"xmlns=", b"xmlns:x=")
    book, _, _ = marked(packed(messy, {"xl/styles.xml": text}))
    assert book.worksheets[0]["F4"].fill.fgColor.rgb == RED
    assert book["待改"]["A4"].value == "序号"


def test_pictures_and_charts_stay(messy):
    book = openpyxl.load_workbook(io.BytesIO(messy))
    stream = io.BytesIO()
    PillowImage.new("RGB", (3, 3)).save(stream, "PNG")
    book.active.add_image(Image(stream), "P1")
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=5, min_row=3, max_row=5))
    book.active.add_chart(chart, "P9")
    stream = io.BytesIO()
    book.save(stream)
    book, made, _ = marked(stream.getvalue())
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert {"xl/media/image1.png", "xl/charts/chart1.xml"} <= set(names)
    assert book["待改"]["A4"].value == SHAPES_NOTE


@pytest.mark.parametrize("why", ["cells", "styles"])
def test_what_cannot_be_copied_comes_back_as_its_cells(messy, monkeypatch, why):
    """Too many cells, or styles that openpyxl does not understand."""
    if why == "cells":
        monkeypatch.setattr(mark, "MOST_CELLS", 10)
    else:
        styles = zipfile.ZipFile(io.BytesIO(messy)).read("xl/styles.xml")
        messy = packed(messy, {"xl/styles.xml": styles.replace(b'fontId="', b'fontId="many')})
    book, _, _ = marked(messy)
    sheet = book["台账"]
    assert (sheet["F4"].value, sheet["F4"].fill.fgColor.rgb) == ("80-90", RED)
    assert (sheet["D4"].value, sheet["D4"].data_type) == ("=示例院", "s")
    assert sheet["E3"].value == 6 and book["待改"]["A4"].value == PLAIN_NOTE


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(messy, tmp_path):
    _, made, _ = marked(messy)
    (tmp_path / "a.xlsx").write_bytes(made)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/home", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    subprocess.run(
        [*command, str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=120
    )
    book = openpyxl.load_workbook(tmp_path / "out" / "a.xlsx")
    sheet = book.worksheets[0]
    assert sheet["F4"].fill.fgColor.rgb == RED and "请填一个数" in sheet["F4"].comment.text
    found = {place.replace("'", "") for place in links_of(book["待改"]).values()}
    assert found == {"台账!F4", "台账!E5"}
