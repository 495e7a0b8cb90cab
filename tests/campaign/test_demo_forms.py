"""The forms of the demo county: their totals are the article's (domain notes 1g)."""

import io

import openpyxl
import pytest

ADDRESSES = {
    "courtyards": ("/courtyards/courtyards/", {"楼栋数": 1330, "户数": 36149, "人口数": 98036, "楼栋长数": 264}),
    "weekly": ("/projects/projects/", {"累计完成投资（万元）": 2497, "拆违面积（㎡）": "3000余"}),
}  # fmt: skip
ROWS = {
    "courtyards": 224,
    "weekly": 20,
    "fringe": 46,
    "pairings": 224,
    "party_organizations": 97,
}
LISTS = {
    "fringe": "/projects/projects/",
    "pairings": "/courtyards/paired-cadres/",
    "party_organizations": "/orgs/organizations/",
}


def form(client, address, kind):
    answer = client.get(address, {"format": "official", "form": kind})
    return openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active


@pytest.mark.parametrize("kind", ROWS)
def test_rows_and_totals(demo, as_user, kind):
    address, totals = ADDRESSES.get(kind, (LISTS.get(kind), {}))
    sheet = form(as_user(demo["leader"]), address, kind)
    serials = [line[0] for line in sheet.iter_rows(min_row=4, values_only=True)]
    assert max(cell for cell in serials if isinstance(cell, int)) == ROWS[kind]
    heads = [cell.value for cell in sheet[3]]
    last = (
        next(line for line in sheet.iter_rows(values_only=True) if line[0] == "合计")
        if totals
        else ()
    )
    assert {head: last[heads.index(head)] for head in totals} == totals
