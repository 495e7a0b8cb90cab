"""What holds for every ledger: pages open, queries do not grow, exports equal the list."""

import csv
import io
from datetime import date

import openpyxl
import pytest
import rows
from django.urls import reverse
from pages import shown_cells

from ledgers import registry
from ledgers.query_cache import forget

pytestmark = pytest.mark.usefixtures("county")


def make(ledger, number: int) -> list:
    return [getattr(rows, ledger.noun)() for _ in range(number)]


def list_address(ledger) -> str:
    return reverse(ledger.url_name("list"))


def text(response) -> str:
    return response.content.decode()


def csv_lines(response) -> list[list[str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def sheet_lines(response) -> list[list]:
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return [list(line) for line in book.active.iter_rows(values_only=True)]


def as_shown(value) -> str:
    """A workbook's value as the list shows it."""
    if value is None or value == "":
        return "—"
    if hasattr(value, "date"):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def test_points_are_in_no_ledger():
    assert not [x for x in registry.all_ledgers() if "Points" in x.model.__name__]


def counted(visit, address: str, limit: int, assert_max) -> int:
    """How many queries the page takes when it is not remembered, at most `limit`."""
    visit(address)  # once for what a process reads only once
    forget()
    with assert_max(limit) as queries:
        assert visit(address).status_code == 200
    return len(queries)


def test_queries_do_not_grow_with_the_rows(ledger, visit, django_assert_max_num_queries):
    row = make(ledger, 2)[-1]
    pages = [(list_address(ledger), 12), (reverse(ledger.url_name("detail"), args=[row.pk]), 60)]
    few = [counted(visit, *page, django_assert_max_num_queries) for page in pages]
    make(ledger, 4)
    many = [counted(visit, *page, django_assert_max_num_queries) for page in pages]
    assert many == few


def test_exports_equal_the_list_cell_by_cell(ledger, visit):
    make(ledger, 3)
    address = list_address(ledger)
    shown = shown_cells(text(visit(address)))
    assert len(shown) >= 3
    head, labels, *lines = csv_lines(visit(address, format="csv"))
    assert head[0].startswith("示例数据 · ") and "截至2021年4月30日" in head[0]
    assert labels == ledger.plan().labels()
    assert [[cell or "—" for cell in line] for line in lines] == shown
    head, sheet_labels, *lines = sheet_lines(visit(address, format="xlsx"))
    assert head[0].startswith("示例数据 · ")
    assert sheet_labels == labels
    soft = {i for i, cell in enumerate(ledger.plan().cells) if hasattr(cell, "qualifier")}
    for line, cells in zip(lines, shown, strict=True):
        for index, (value, cell) in enumerate(zip(line, cells, strict=True)):
            if index in soft and value is not None:
                cell = cell.strip("约近余")
            assert as_shown(value) == cell


def test_every_column_sorts_without_losing_rows(ledger, visit, leader):
    row = make(ledger, 3)[-1]
    assert ledger.queryset(leader, date(2021, 4, 30)).filter(pk=row.pk).exists()
    address = list_address(ledger)
    rows_shown = sorted(shown_cells(text(visit(address))))
    for number, cell in enumerate(ledger.plan().cells):
        if cell.orderable is not False:
            sort = cell.name if number % 2 else f"-{cell.name}"
            assert sorted(shown_cells(text(visit(address, sort=sort)))) == rows_shown


def test_days_and_empty_lists(ledger, visit):
    """Rows that begin on a day are not there before it; people and places always were."""
    make(ledger, 1)
    address = list_address(ledger)
    timeless = {"person", "division", "unit", "household", "villagers_group", "milestone"}
    early = text(visit(address, on="2001-01-01"))
    assert bool(shown_cells(early)) == (ledger.noun in timeless)
    assert "截至 2001年1月1日" in early
    wrong = visit(address, on="2021-13-01")
    assert wrong.status_code == 400 and "无法识别" in text(wrong)
    if ledger.search_paths():
        nothing = text(visit(address, q="zzz"))
        assert f"没有符合条件的{ledger.label}" in nothing and ledger.empty_hint in nothing
