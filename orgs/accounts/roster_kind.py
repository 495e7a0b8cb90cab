"""名册: the accounts that are wished for, read as any other ledger's workbook is."""

from ledgers.cleaning import normal, plain_text
from ledgers.cleaning.text import plain_number
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.rows import Record, RowReader

LONGEST = 120  # characters of a cell; nothing that a roster asks for is longer


class RosterKind(LedgerKind):
    """One wished-for grant in each row. Texts only: what they mean, orgs/roster/plan.py finds.

    It is never compared and stored like the ledgers: its rows have a preview of their own.
    """

    code = "roster"
    title = "账号名册"
    key = ("name", "unit", "username", "role", "division", "line", "post")
    columns = (
        ImportColumn("name", "姓名", ("姓名", "人员姓名", "干部姓名", "使用人", "使用人姓名", "持有人"), r"姓名$", spread=True, needed=True),
        ImportColumn("unit", "单位", ("单位", "所在单位", "工作单位", "单位名称", "所属单位"), r"^(所在|工作|所属).*(单位|部门)$", spread=True),
        ImportColumn("office", "职务", ("职务", "现任职务", "职务名称", "行政职务"), spread=True),
        ImportColumn("phone", "电话", ("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "工作电话", "办公电话", "电话号码"), spread=True),
        ImportColumn("username", "账号", ("账号", "帐号", "用户名", "登录名", "登录账号", "账户", "账号名称"), r"(登录|系统|平台)(账|帐)(号|户)|用户名", spread=True),
        ImportColumn("role", "角色", ("角色", "账号角色", "系统角色", "授权角色", "角色名称"), r"角色$", spread=True, needed=True),
        ImportColumn("division", "区划", ("区划", "行政区划", "所属区划", "所在区划", "授权区划", "管辖区划", "负责区划", "区划名称", "区划代码", "授权范围", "管辖范围", "授权/范围", "权限/范围"), r"区划(名称|代码)?$", spread=True, needed=True),
        ImportColumn("line", "战线", ("战线", "所属战线", "工作战线", "负责战线", "授权战线"), r"战线$", spread=True),
        ImportColumn("post", "任职", ("任职", "依据任职", "党内任职", "所任职务"), spread=True),
        ImportColumn("since", "起始日期", ("起始日期", "开始日期", "起始时间", "开始时间", "生效日期", "授权起始日期"), r"^授权(起始|开始|生效)(日期|时间)$", spread=True),
        ImportColumn("until", "终止日期", ("终止日期", "截止日期", "结束日期", "终止时间", "截止时间", "结束时间", "失效日期", "授权终止日期"), r"^授权(终止|截止|结束|失效)(日期|时间)$", spread=True),
    )  # fmt: skip
    fields = tuple(column.key for column in columns)
    beside = ("office",)

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """The texts of a row; none where it holds nothing in any column of the roster."""
        values = {key: text(row.cell(key)) for key in self.fields}
        return [row.record(values)] if any(values.values()) else []


def text(cell) -> str:
    """A cell as one types it: days as 2021-04-30, numbers without a point, signs for nothing empty."""
    if hasattr(cell, "isoformat"):
        return cell.isoformat()[:10]
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return plain_number(cell)
    return normal(plain_text(cell).value)[:LONGEST]
