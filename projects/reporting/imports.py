"""老旧小区改造进度周报: one row for each project, cumulative figures of the week."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ledgers.cleaning import (
    Clean,
    is_empty,
    measure,
    money_wan,
    normal,
    percent,
    plain_text,
    squash,
)
from ledgers.cleaning.numbers import MONEY, SQUARE_METRES, number
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import CellProblem, Record, RowReader
from ledgers.models import Qualifier
from orgs.access import Verb
from orgs.choices import WorkLine
from orgs.divisions.gazetteer import Gazetteer
from orgs.divisions.row_places import PLACE_ITSELF, TOWN_AND_COMMUNITY, community_code
from projects.models import Project
from projects.reporting.weekly_rows import (
    INDICATORS,
    WeeklyRows,
    either,
    figures_of_week,
    plain,
    stored_readings,
)

NOTES = ("size", "works", "contractor", "supervisor", "problems", "next_steps", "answerable")
DATES = {"planned_start": False, "actual_start": True, "planned_end": False}


@import_kind
class WeeklyKind(LedgerKind):
    """老旧小区周报 (notes 4.8, L4)."""

    code = "weekly"
    title = "老旧小区周报"
    key = ("community_code", "project")
    fields = (
        "project", "community_code", "total_wan", "cumulative_wan", "percent", "demolished_m2",
        "demolished_qualifier",
    )  # fmt: skip
    columns = (
        ImportColumn("project", "项目名称", ("项目名称", "小区名称", "项目", "名称", "老旧小区名称", "工程名称", "改造小区", "改造项目", "改造项目名称", "改造小区名称"), needed=True),
        ImportColumn("street", "街道", ("街道", "所属街道", "街道办", "办事处", "乡镇街道"), group=True, checked=True),
        ImportColumn("community", "所属社区", ("所属社区", "社区", "社区名称", "所在社区", "村社区", *TOWN_AND_COMMUNITY), PLACE_ITSELF, spread=True, needed=True),
        ImportColumn("size", "楼栋/户数", ("楼栋/户数", "楼栋户数", "栋数/户数", "规模")),
        ImportColumn("area", "面积", ("面积", "建筑面积", "改造面积")),
        ImportColumn("works", "改造内容", ("改造内容", "建设内容"), spread=True),
        ImportColumn("total_wan", "总投资", ("总投资", "计划总投资", "投资总额", "概算总投资", "计划投资", "投资/总投资", "项目总投资", "投资额", "预算投资"), r"^(计划|项目)?总投资", summed=True),
        ImportColumn("cumulative_wan", "累计完成投资", ("累计完成投资", "累计投资", "完成投资/累计", "累计完成", "投资/累计完成投资", "投资/累计完成", "完成投资/累计完成"), r"^(?!.*(本年|年度|当年|今年)).*(累计.*投资|投资.*累计)|^(已)?完成投资$", needed=True, summed=True),
        ImportColumn("week_wan", "本周完成投资", ("本周完成投资", "本周投资", "完成投资/本周", "本周完成", "投资/本周完成投资", "投资/本周完成"), r"本周.*投资|投资.*本周", summed=True),
        ImportColumn("percent", "形象进度", ("形象进度", "工程进度", "进度", "完成比例", "形象进度%", "完成进度", "完成率", "总体进度", "总进度"), r"形象进度"),
        ImportColumn("planned_start", "计划开工", ("计划开工", "计划开工时间", "计划开工日期", "开工时间/计划", "开工/计划")),
        ImportColumn("actual_start", "实际开工", ("实际开工", "实际开工时间", "实际开工日期", "开工时间/实际", "开工时间", "开工/实际")),
        ImportColumn("planned_end", "计划竣工", ("计划竣工", "计划竣工时间", "计划完工", "计划竣工日期", "竣工时间", "计划完工时间")),
        ImportColumn("contractor", "施工单位", ("施工单位", "施工方"), spread=True),
        ImportColumn("supervisor", "监理", ("监理", "监理单位"), spread=True),
        ImportColumn("demolished_m2", "拆违面积", ("拆违面积", "拆除违建面积", "拆违", "拆除违法建设", "拆违数", "拆除违建", "累计拆违面积", "累计拆违"), r"^(?!.*(本周|当日|今日|本年|年度)).*拆(除)?违", summed=True),
        ImportColumn("problems", "存在问题", ("存在问题", "问题"), spread=True),
        ImportColumn("next_steps", "下步计划", ("下步计划", "下一步计划", "下周计划", "下一步工作"), spread=True),
        ImportColumn("answerable", "责任领导/责任人", ("责任领导/责任人", "责任人", "责任领导"), spread=True),
    )  # fmt: skip

    beside = (
        "size", "area", "works", "week_wan", "planned_start", "actual_start", "planned_end",
        "contractor", "supervisor", "problems", "next_steps", "answerable",
    )  # fmt: skip

    def places(self, day: date) -> Gazetteer:
        return Gazetteer.of_county(day)

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """One project's figures as of the sheet's day."""
        values = {"project": row.take_one("project", "项目")}
        if not values["project"]:
            row.wrong("project", "没有写项目名称，请填写。")
        values["community_code"] = community_code(row, setting)
        money, soft = _money(row, setting)
        share = _share(row.cell("percent"), setting.units.get("percent", ""))
        values |= {name: money[name] for name in ("total_wan", "cumulative_wan")}
        values["percent"] = row.take("percent", _filled(row, "percent", share))
        area = measure(row.cell("demolished_m2"), setting.unit("demolished_m2", SQUARE_METRES))
        area = _filled(row, "demolished_m2", _none_is_zero(row.cell("demolished_m2"), area))
        values["demolished_m2"] = row.take("demolished_m2", area)
        values["demolished_qualifier"] = area.qualifier
        more = {key: plain_text(row.cell(key)).value for key in NOTES if row.has(key)}
        more |= _days(row, setting) | soft
        more |= {"week_wan": money["week_wan"], "percent_qualifier": share.qualifier}
        more["day"] = setting.reported_on
        return [row.record(values, absent=_absent(row), **more)]

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The projects of these names: what their report of the week holds, else the verified."""
        keys = [self.key_of(record) for record in records]
        codes = list(INDICATORS.values())
        rows = stored_readings(
            Project.Kind.OLD_COMMUNITY,
            codes,
            {code for code, _ in keys},
            day,
            names={name for _, name in keys},
        )
        known = {(one["community_code"], one["name"]): one for one in rows}
        typed = figures_of_week([one["id"] for one in rows], codes, day)
        return {
            self.key_of(record): _held(record, known[self.key_of(record)], typed)
            for record in records
            if self.key_of(record) in known
        }

    can_store = True
    verb = Verb.REPORT
    line = WorkLine.OLD_NEIGHBOURHOODS
    tables = ("projects_reading", "projects_report", "projects_project")

    cells = {
        "project": "project",
        "budget_wan": "total_wan",
        **{code: name for name, code in INDICATORS.items()},
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        WeeklyRows(self, records, day).store()

    def question(self, record: Record, held: dict) -> CellProblem | None:
        """A cumulative figure does not fall; where it does, last week's or this one is wrong."""
        for key, label in (("cumulative_wan", "累计完成投资"), ("demolished_m2", "拆违面积")):
            before, now = held.get("verified", held).get(key), record.values[key]
            if before is not None and now is not None and now < before:
                text = f"累计{now}比已核定的{before}少，请核对；确需更正请在周报中办理更正。"
                return CellProblem(label, text, key=key)
        return None


def _held(record: Record, project: dict, typed: dict) -> dict:
    """What is held of a project, in the field names of the ledger; beside it what is verified."""
    held = {
        "project": project["name"],
        "community_code": project["community_code"],
        "total_wan": project["budget_wan"],
        "verified": {name: project[code] for name, code in INDICATORS.items()},
    }
    for name, code in INDICATORS.items():
        soft = name == "demolished_m2"
        said = (record.values[name], record.values["demolished_qualifier"] if soft else "")
        verified = (project[code], project[f"{code}_qualifier"] if soft else "")
        week = typed.get((project["id"], code))
        drafted = (plain(week[0]), week[1] if soft else "") if week else None
        found = either(said, drafted, verified if project[code] is not None else None)
        held[name] = found[0]
        if soft:
            held["demolished_qualifier"] = found[1]
    return held


def _absent(row: RowReader) -> set[str]:
    names = {"total_wan", "percent", "demolished_m2"}
    absent = {name for name in names if not row.has(name)}
    return absent | ({"demolished_qualifier"} if "demolished_m2" in absent else set())


def _none_is_zero(cell, result: Clean) -> Clean:
    """A sign for nothing (无, /) says that there is none; an empty cell says nothing."""
    if result.value is None and result.certain and not is_empty(cell):
        return Clean(0)
    return result


def _filled(row: RowReader, key: str, result: Clean) -> Clean:
    if result.value is None and result.certain and row.has(key):
        return Clean(doubt="没有填数，请填写；确实没有请填0。")
    return result


def _share(cell, head_unit: str) -> Clean:
    """The progress in per cent; 0.5 under 形象进度(%) may be half of one per cent, or of the whole."""
    found = percent(cell)
    if head_unit == "%" and re.fullmatch(r"0?\.\d+", squash(cell)) and found.certain:
        return found.doubtful(
            f"“{squash(cell)}”是{squash(cell)}%还是{found.value}%？请写上百分号。"
        )
    return found


def _money(row: RowReader, setting: Setting) -> tuple[dict, dict]:
    """Total, cumulative and weekly money in 万元, and how hard each is."""
    values, soft, read = {}, {}, {}
    for key in ("total_wan", "cumulative_wan", "week_wan"):
        found = money_wan(row.cell(key), setting.unit(key, MONEY))
        if key != "week_wan":
            found = _filled(row, key, found)
        elif found.value is None:
            found = Clean(doubt=found.doubt, wrong=found.wrong)
        read[key] = found
        value = row.take(key, found)
        values[key] = None if value is None else Decimal(value)
        if found.qualifier != Qualifier.EXACT:
            soft[f"{key}_qualifier"] = found.qualifier
    total, done, week = (read[key] for key in ("total_wan", "cumulative_wan", "week_wan"))
    if total.certain and done.certain and None not in (total.value, done.value):
        if done.value > total.value:
            row.doubt("cumulative_wan", "累计完成投资超过了总投资，请核对数字和单位。")
        elif week.certain and week.value is not None and week.value > done.value:
            row.doubt("week_wan", "本周完成投资超过了累计完成投资，请核对。")
    as_number = {
        "total_wan": _whole_if_whole(values["total_wan"]),
        "cumulative_wan": None
        if values["cumulative_wan"] is None
        else float(values["cumulative_wan"]),
        "week_wan": None if values["week_wan"] is None else float(values["week_wan"]),
    }
    return as_number, soft


def _whole_if_whole(value: Decimal | None):
    return None if value is None else number(value)


def _days(row: RowReader, setting: Setting) -> dict:
    """Planned and actual days beside the figures; one that is not certain stays as it is written.

    The weekly report keeps no days, so 2021.10底 does not hold up the row.
    """
    found = {}
    for key, past in DATES.items():
        if row.has(key):
            read = setting.dates(past)(row.cell(key))
            found[key] = read.value if read.certain else normal(row.cell(key))
    return found
