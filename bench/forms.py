"""A form of 12 columns over all buildings, and the ways to write its 36,000 rows (exports.py)."""

from courtyards.models import Building, Headship
from ledgers.columns import Column, DateColumn, NumberColumn, PhoneColumn
from ledgers.exports import Export
from ledgers.pages.related_values import Lookup
from ledgers.pages.tables import LedgerTable, plan_for
from ledgers.workbooks import Workbook, WorkbookColumn, WorkbookFile
from orgs.models import User

READER = User(username="bench", first_name="示例")
COLUMNS = {
    "街道": Column("街道", "division__parent__short_name"),
    "社区": Column("社区", "division__short_name"),
    "楼院": Column("楼院", "courtyard__name"),
    "位置": Column("位置", "courtyard__location"),
    "楼栋": Column("楼栋", "name"),
    "单元数": NumberColumn("单元数", "entrances"),
    "层数": NumberColumn("层数", "floors"),
    "登记日期": DateColumn("登记日期", "since"),
    "楼栋长": Column("楼栋长", "head_name"),
    "电话": PhoneColumn("电话", "head_phone"),
    "任职日期": DateColumn("任职日期", "head_since"),
    "备注": Column("备注", "courtyard__remark"),
}
HEADS = Lookup(
    Headship.objects.on,
    "building_id",
    {"head_name": "person__name", "head_phone": "person__phone", "head_since": "since"},
)


class BuildingForm(Workbook):
    """Grouped by street and community, with totals, like 楼院台账."""

    kind, label, title, units = "bench", "楼栋台账", "楼栋台账", "个、层"
    groups, subtotals = ("街道", "社区"), True
    order = ("division_id", "courtyard__search_text", "search_text")
    lookups = (HEADS,)
    cells = tuple(
        WorkbookColumn(head, column, total=isinstance(column, NumberColumn), entry=head != "楼栋")
        for head, column in COLUMNS.items()
        if head != "电话"
    ) + (WorkbookColumn("电话", COLUMNS["电话"], 12),)


class BuildingList(LedgerTable):
    """The same twelve columns as a list."""

    row_model = Building
    locals().update({f"c{number}": column for number, column in enumerate(COLUMNS.values())})


def cases(day) -> dict:
    """By name: a function that writes the file to a binary target."""
    form = BuildingForm(Building)
    rows = Building.objects.on(day)
    file = WorkbookFile(form, queryset=rows, user=READER, on=day, asked=[])
    listed = Export(
        title="楼栋台账",
        plan=plan_for(BuildingList),
        queryset=HEADS.in_bulk(rows, day).order_by("division_id", "pk"),
        on=day,
        asked=[],
    )
    return {
        "floor: the rows by COPY": listed.write_csv,
        "list as XLSX": listed.write_xlsx,
        "official form": lambda target: file.write("official", target),
        "working copy": lambda target: file.write("copy", target),
    }
