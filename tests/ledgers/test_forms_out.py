"""The six official forms and their working copies, as real .xlsx files read back."""

import io
from datetime import date

import openpyxl
import pytest
import rows
from makers import COMMUNITY, make_courtyard

from courtyards.models import Courtyard, Headship, Survey
from ledgers import registry

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 30)
# Form: the ledger's noun, what its rows are made with, and a second level of its header.
FORMS = {
    "courtyards": ("courtyard", "courtyard", ("人口数", "总数")),
    "pairings": ("paired_cadre", "paired_cadre", ("分包干部", "姓名")),
    "party_organizations": ("organization", "courtyard", ("党小组", "名称")),
    "weekly": ("project", "project", None),
    "fringe": ("project", "village", ("户外厕所", "应拆")),
    "patrols": ("patrol_finding", "patrol_finding", ("路长", "一级")),
}
LEDGERS = {ledger.noun: ledger for ledger in registry.all_ledgers()}


def village():
    row = rows.project()
    row.kind, row.division_id = "village", rows.VILLAGE
    row.save()
    return row


@pytest.fixture(params=FORMS)
def form(request):
    """(kind, ledger, workbook) of each form in turn."""
    ledger = LEDGERS[FORMS[request.param][0]]
    found = next(w for w in ledger.workbooks if w.kind == request.param)
    return request.param, ledger, found


def make(kind: str, number: int) -> None:
    maker = village if FORMS[kind][1] == "village" else getattr(rows, FORMS[kind][1])
    for _ in range(number):
        maker()


@pytest.fixture
def taken(visit):
    """A function that takes a form out and opens it: taken("courtyards", "official", user)."""

    def take(kind, what, user, **query):
        ledger = LEDGERS[FORMS[kind][0]]
        response = visit(ledger.list_address(), user, format=what, form=kind, **query)
        assert response.status_code == 200, response.status_code
        return openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))

    return take


def cells_of(sheet) -> list[list]:
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def column(sheet, *words) -> int:
    """The number of the column under these header words (1 = A)."""
    for cell in sheet[3]:
        if cell.value == words[0]:
            if len(words) == 1:
                return cell.column
            low = [c.column for c in sheet[4] if c.value == words[1] and c.column >= cell.column]
            return low[0]
    raise LookupError(words)


def data_rows(sheet) -> list:
    """The lines that have a serial number."""
    return [line for line in sheet.iter_rows(min_row=4) if isinstance(line[0].value, int)]


class TestEveryForm:
    def test_the_shape_of_the_paper(self, form, taken, orgdept):
        kind, _, workbook = form
        make(kind, 3)
        sheet = taken(kind, "official", orgdept).active
        last = openpyxl.utils.get_column_letter(len(workbook.cells) + 1)
        merged = {str(one) for one in sheet.merged_cells.ranges}
        assert {f"A1:{last}1", f"A2:{last}2"} <= merged
        assert sheet["A1"].value.startswith("示例县") or kind == "pairings"
        assert sheet["A2"].value.startswith("填报单位：示例县（盖章）　　　填报时间：2021年4月30日")
        levels = FORMS[kind][2]
        if levels:
            at = column(sheet, levels[0])
            assert any(
                one.startswith(f"{openpyxl.utils.get_column_letter(at)}3:") for one in merged
            )
            assert sheet.cell(4, column(sheet, *levels)).value == levels[1]
        assert sheet.print_title_rows == ("$3:$4" if levels else "$3:$3")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "第 &P 页，共 &N 页" in sheet.oddFooter.center.text
        assert [line[0].value for line in data_rows(sheet)] == [1, 2, 3]
        foot = [line[0] for line in cells_of(sheet)[-3:]]
        assert foot[0].startswith("注：") and foot[1].startswith("单位负责人：")
        assert foot[1].endswith("联系电话：") and foot[2].startswith(
            "示例数据 · 截至2021年4月30日 · "
        )
        assert "orgdept），2021年4月30日 09:00" in foot[2]

    def test_queries_do_not_grow_with_the_rows(
        self, form, visit, orgdept, django_assert_max_num_queries
    ):
        kind, ledger, _ = form
        counts = []
        for number in (2, 5):
            make(kind, number)
            for what in ("official", "copy"):
                address = ledger.list_address()
                visit(address, orgdept, format=what, form=kind)
                with django_assert_max_num_queries(20) as queries:
                    assert visit(address, orgdept, format=what, form=kind).status_code == 200
                counts.append(len(queries))
        assert counts[:2] == counts[2:]

    def test_nobody_takes_out_what_they_may_not(self, form, visit, leader, auditor):
        kind, ledger, _ = form
        make(kind, 1)
        address = ledger.list_address()
        assert visit(address, auditor, format="official", form=kind).status_code == 403
        assert visit(address, leader, format="official", form=kind).status_code == 200
        # A leader may take out, and has nothing to fill in.
        assert visit(address, leader, format="copy", form=kind).status_code == 403
        assert "format=copy" not in visit(address, leader).content.decode()

    def test_another_street_is_not_in_it(self, form, visit, taken, other_street_reporter):
        kind, *_ = form
        make(kind, 2)
        for what in ("official", "copy"):
            assert data_rows(taken(kind, what, other_street_reporter).worksheets[0]) == []

    def test_a_copy_is_locked_but_for_its_entry_cells(self, form, taken, orgdept):
        kind, _, workbook = form
        make(kind, 2)
        book = taken(kind, "copy", orgdept)
        sheet, *behind = book.worksheets
        assert [one.title for one in behind] == ["选项", "底稿信息"]
        assert {one.sheet_state for one in behind} == {"veryHidden"}
        assert all(one.protection.sheet for one in book.worksheets)
        assert sheet.protection.password is None
        kept = [cell for cell in workbook.cells if cell.is_kept]
        (first, *_) = data_rows(sheet)
        assert [not cell.protection.locked for cell in first] == [False, *(c.entry for c in kept)]
        assert len(data_rows(sheet)) == 2
        if workbook.spare_rows:
            spare = list(sheet.iter_rows(min_row=sheet.max_row, max_row=sheet.max_row))[0]
            opened = [not cell.protection.locked for cell in spare]
            assert opened == [False, *(c.entry or c.key for c in kept)]

    def test_a_copy_knows_its_rows_and_their_versions(self, form, taken, orgdept):
        kind, ledger, workbook = form
        make(kind, 3)
        book = taken(kind, "copy", orgdept)
        keys = [line[:3] for line in cells_of(book["底稿信息"])]
        assert keys[1][:2] == ["台账", kind] and keys[2][1] == "2021-04-30"
        queryset = ledger.queryset(orgdept, DAY)
        assert {int(key): version for _, key, version in keys[8:]} == workbook.versions(
            queryset, DAY
        )
        assert [book.worksheets[0].cell(row, 1).value for row, *_ in keys[8:]] == [1, 2, 3]


class TestCourtyards:
    @pytest.fixture
    def courts(self):
        """Five courtyards in three communities of two streets, two of them with soft figures."""
        for number, (name, code, soft) in enumerate(
            [
                ("1号院", COMMUNITY, "exact"),
                ("2号院", COMMUNITY, "about"),
                ("3号院", "410182001002", "exact"),
                ("4号院", "410182001002", "exact"),
                ("5号院", "410182002001", "at_least"),
            ],
            start=1,
        ):
            court = make_courtyard(name, code)
            Survey.objects.create(
                courtyard=court,
                surveyed_on=date(2021, 4, 1),
                buildings=number,
                households=10 * number,
                households_qualifier=soft,
                residents=30 * number,
            )

    def test_subtotals_and_totals_are_the_sums(self, courts, taken, orgdept):
        sheet = taken("courtyards", "official", orgdept).active
        at = {name: column(sheet, name) - 1 for name in ("楼栋数", "户数", "街道", "社区")}
        lines = cells_of(sheet)[4:-3]
        shown = [
            (line[0] or line[at["街道"]] or line[at["社区"]], line[at["楼栋数"]], line[at["户数"]])
            for line in lines
        ]
        assert shown == [
            (1, 1, 10), (2, 2, "约20"), ("小计", 3, "约30"),
            (3, 3, 30), (4, 4, 40), ("小计", 7, 70), ("小计", 10, "约100"),
            (5, 5, "50余"), ("小计", 5, "50余"), ("小计", 5, "50余"),
            ("合计", 15, "约150"),
        ]  # fmt: skip
        merged = {str(one) for one in sheet.merged_cells.ranges}
        # 甲街道 with both its communities and their 小计; each community by itself.
        assert {"B5:B10", "C5:C6", "C8:C9"} <= merged

    def test_types_of_cells(self, courts, taken, orgdept):
        court = Courtyard.objects.get(name="1号院")
        person = rows.make_person("示例长", phone="13800001234")
        Headship.objects.create(courtyard=court, person=person, division_id=COMMUNITY, since=DAY)
        sheet = taken("courtyards", "official", orgdept).active
        line = sheet[5]
        assert line[column(sheet, "户数") - 1].data_type == "n"
        phone = line[column(sheet, "楼院长", "电话") - 1]
        assert (phone.value, phone.data_type) == ("138****1234", "s")
        whole = b"".join(str(cell.value).encode() for row in sheet.iter_rows() for cell in row)
        assert b"13800001234" not in whole

    def test_a_masked_phone_does_not_go_into_a_copy(self, courts, taken, orgdept):
        book = taken("courtyards", "copy", orgdept)
        assert "电话" not in [cell.value for cell in book.worksheets[0][4]]

    def test_exactly_what_is_filtered(self, courts, taken, street_reporter):
        sheet = taken("courtyards", "official", street_reporter, division=COMMUNITY).active
        names = {line[column(sheet, "楼院（片区）名称") - 1].value for line in data_rows(sheet)}
        assert names == {"1号院", "2号院"}
        assert "筛选：区划：甲一社区" in sheet.cell(sheet.max_row, 1).value

    def test_another_day(self, courts, taken, orgdept):
        sheet = taken("courtyards", "official", orgdept, on="2021-03-01").active
        assert "填报时间：2021年3月1日" in sheet["A2"].value
        assert {line[column(sheet, "户数") - 1].value for line in data_rows(sheet)} == {None}

    def test_drop_downs(self, courts, taken, street_reporter):
        sheet = taken("courtyards", "copy", street_reporter).worksheets[0]
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation
        }
        letter = openpyxl.utils.get_column_letter(column(sheet, "社区"))
        assert rules[f"{letter}5"].formula1 == '"甲一社区,甲二社区"'
        letter = openpyxl.utils.get_column_letter(column(sheet, "自管会", "是否成立"))
        assert rules[f"{letter}5"].formula1 == '"是,否"'
        letter = openpyxl.utils.get_column_letter(column(sheet, "自管会", "成立时间"))
        assert rules[f"{letter}5"].type == "date"

    def test_a_long_list_stands_in_a_sheet_of_its_own(self, taken, orgdept):
        for _ in range(40):
            rows.division()
        make_courtyard("1号院")
        book = taken("courtyards", "copy", orgdept)
        sheet = book.worksheets[0]
        sources = [rule.formula1 for rule in sheet.data_validations.dataValidation]
        assert "'选项'!$A$1:$A$43" in sources
        assert book["选项"]["A1"].value == "甲一社区" and book["选项"].max_row == 43

    @pytest.mark.parametrize(
        "start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\x01=1"]
    )
    @pytest.mark.parametrize("what", ["official", "copy"])
    def test_no_cell_becomes_a_formula(self, taken, orgdept, start, what):
        make_courtyard(start, remark=start)
        sheet = taken("courtyards", what, orgdept).worksheets[0]
        cell = sheet.cell(5, column(sheet, "备注"))
        value = openpyxl.utils.escape.unescape(cell.value)
        assert (value, cell.data_type) == (start, "s") and cell.quotePrefix

    def test_a_version_tells_a_row_that_was_changed_since(self, courts, orgdept):
        workbook = LEDGERS["courtyard"].workbooks[0]
        queryset = Courtyard.objects.all()
        before = workbook.versions(queryset, DAY)
        court = Courtyard.objects.get(name="3号院")
        Courtyard.objects.filter(pk=court.pk).update(remark="改了")
        after = workbook.versions(queryset, DAY)
        assert {pk for pk in before if before[pk] != after[pk]} == {court.pk}

    def test_a_form_that_is_not_there_is_told(self, courts, visit, orgdept):
        for query in ({"form": "weekly"}, {"form": "x"}):
            assert (
                visit("/courtyards/courtyards/", orgdept, format="official", **query).status_code
                == 400
            )
        assert visit("/orgs/people/", orgdept, format="official").status_code == 400
