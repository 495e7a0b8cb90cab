"""路长巡查问题台账: one record for each problem that a patrol found on a road."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ledgers.cleaning import (
    Clean,
    DateReader,
    choice,
    is_blank,
    is_ditto,
    person_name,
    plain_text,
    squash,
    yes_no,
)
from ledgers.cleaning.numerals import numeral
from ledgers.importing.kinds import ImportColumn, LedgerKind, Setting
from ledgers.importing.registry import import_kind
from ledgers.importing.rows import Record, RowReader
from orgs.access import Verb
from volunteers.models import PatrolFinding
from volunteers.roads.patrol_rows import PatrolRows, known_findings
from volunteers.roads.road_book import RoadBook

ASPECTS = {
    "序化": ("序", "秩序", "有序"),
    "洁化": ("洁", "清洁", "整洁", "卫生"),
    "绿化": ("绿",),
    "亮化": ("亮", "照明"),
}
AT_ONCE = re.compile(r"(立行立改|即知即改|立即整改|立即|当天|当日|即时|现场整改)")
WITHIN = re.compile(r"(\d+|[一二两三四五六七八九十]+)(个)?(工作日|天|日|小时|周)(内|之内|以内)?")
SETTLED = re.compile(r"(?<![未没不])(销号|办结|已整改|已完成|已解决|整改完成|整改到位)")
BY_THEN = re.compile(r"^[于在]?(.*[\d日号])(?:之|以)?前(?:完成|整改|整改完成|完成整改)?$")
CLOSED = (
    "已销号",
    "已销",
    "已整改",
    "已整改√",
    "√",
    "销号",
    "已完成",
    "已办结",
    "办结",
    "完成",
    "已解决",
)
OPEN = ("未销号", "未整改", "整改中", "正在整改", "未完成", "未办结", "办理中", "进行中")
NOTES = ("photos", "remark")


@import_kind
class PatrolKind(LedgerKind):
    """路长巡查、门前四包问题台账 (notes 4.8, L6)."""

    code = "patrols"
    title = "路长巡查问题台账"
    labels = {"chief_first": "一级路长", "chief_second": "二级路长", "chief_third": "三级路长"}
    choices = {"aspect": dict(PatrolFinding.Aspect.choices)}
    key = ("road", "patrolled_on", "finding")
    fields = (
        "road", "section", "chief_first", "chief_second", "chief_third", "patrolled_on", "finding",
        "aspect", "responsible_unit", "assigned_on", "due_on", "result", "completed_on", "closed",
    )  # fmt: skip
    columns = (
        ImportColumn("road", "路段", ("路段", "道路", "路段名称", "道路名称", "路名"), group=True, needed=True),
        ImportColumn("section", "起止点", ("起止点", "起止", "起讫点", "起止位置", "起止路段"), spread=True, follows=("road",)),
        ImportColumn("chief_first", "一级路长", ("路长/一级", "一级路长", "路长/一级路长"), spread=True, follows=("road", "section")),
        ImportColumn("chief_second", "二级路长", ("路长/二级", "二级路长", "路长/二级路长"), spread=True, follows=("road", "section")),
        ImportColumn("chief_third", "三级路长", ("路长/三级", "三级路长", "路长/三级路长"), spread=True, follows=("road", "section")),
        ImportColumn("patrolled_on", "巡查时间", ("巡查时间", "巡查日期", "发现时间", "检查时间"), spread=True),
        ImportColumn("finding", "问题描述", ("问题描述", "存在问题", "问题", "问题内容", "发现问题"), needed=True),
        ImportColumn("aspect", "类别", ("类别", "问题类别", "类型"), r"^类别"),
        ImportColumn("photos", "点位照片", ("点位照片", "照片"), spread=True),
        ImportColumn("responsible_unit", "责任单位", ("责任单位", "整改单位", "整改责任单位"), spread=True),
        ImportColumn("assigned_on", "交办时间", ("交办时间", "交办日期", "转办时间"), spread=True),
        ImportColumn("due_on", "整改时限", ("整改时限", "整改期限", "时限", "完成时限"), spread=True),
        ImportColumn("result", "整改情况", ("整改情况", "整改结果", "办理情况", "整改进展")),
        ImportColumn("completed_on", "完成时间", ("完成时间", "整改完成时间", "完成日期", "办结时间")),
        ImportColumn("closed", "是否销号", ("是否销号", "销号", "销号情况", "是否办结")),
        ImportColumn("remark", "备注", ("备注", "说明"), spread=True),
    )  # fmt: skip

    beside = ("photos", "remark")

    def places(self, day: date) -> RoadBook:
        return RoadBook()

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """One problem on a road."""
        values = {
            "road": row.take_one("road", "路段"),
            "section": row.take("section", section_name(row.cell("section"))),
        }
        for key in ("chief_first", "chief_second", "chief_third"):
            values[key] = row.take(key, person_name(row.cell(key))) or ""
        day = setting.dates()
        patrolled = day(row.cell("patrolled_on"))
        values["patrolled_on"] = row.take("patrolled_on", patrolled)
        values["finding"] = squash(plain_text(row.cell("finding")).value)
        aspect = choice(row.cell("aspect"), ASPECTS, "类别")
        values["aspect"] = row.take("aspect", aspect) or ""
        values["responsible_unit"] = squash(plain_text(row.cell("responsible_unit")).value)
        _refuse_elsewhere(row, setting, values)
        for key, what in (("road", "路段"), ("finding", "问题描述")):
            if not values[key]:
                row.wrong(key, f"没有写{what}，请填写。")
        if values["patrolled_on"] is None and patrolled.certain and row.has("patrolled_on"):
            row.doubt("patrolled_on", "没有写巡查时间，请填写。")
        values |= _handling(row, setting, values["patrolled_on"])
        more = {key: plain_text(row.cell(key)).value for key in NOTES if row.has(key)}
        absent = {name for name in values if not row.has(name)}
        return [row.record(values, absent=absent, **more)]

    def stored(self, records: list[Record], day: date) -> dict[tuple, dict]:
        """The findings of the same road, day and words. One query."""
        said = {self.key_of(record): record.values for record in records}
        found = {}
        for key, row in known_findings(records).items():
            unit = row.responsible_unit
            names = {unit.name, unit.short_name} if unit else {""}
            written = said[key]["responsible_unit"] if key in said else ""
            found[key] = {
                "road": key[0],
                "patrolled_on": key[1],
                "finding": key[2],
                "aspect": row.get_aspect_display(),
                "responsible_unit": written if written in names else unit.name if unit else "",
                "due_on": row.due_on,
                "completed_on": row.closed_on,
                "closed": int(row.closed_on is not None),
            }
        return found

    can_store = True
    verb = Verb.EDIT
    tables = ("volunteers_roadpatrol", "volunteers_patrolfinding")

    cells = {
        **{name: name for name in ("road", "finding", "aspect", "responsible_unit", "due_on")},
        "day": "patrolled_on",
        "closed_on": "completed_on",
    }

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        PatrolRows(self, records, day).store()


def _refuse_elsewhere(row: RowReader, setting: Setting, values: dict) -> None:
    """A road that is known lies where the importing account may write."""
    roads = setting.places.find(values["road"] or "", values["section"])
    if roads and not any(setting.allows(road.division_id) for road in roads):
        row.wrong("road", "不在您维护台账的范围内，请交由所在街道（乡镇）导入。")


def _handling(row: RowReader, setting: Setting, patrolled: date | None) -> dict:
    """Who was told when, until when, what came of it, and whether it is struck off."""
    day = setting.dates()
    assigned = row.take("assigned_on", day(row.cell("assigned_on")))
    limit = time_limit(row.cell("due_on"), assigned or patrolled, setting.dates(past=False))
    completed = row.take("completed_on", day(row.cell("completed_on")))
    closed = row.take("closed", struck_off(row.cell("closed")))
    result = plain_text(row.cell("result")).value
    if closed is None:
        closed = False
        if completed and row.has("closed"):
            row.doubt("closed", "写了完成时间，却没有写是否销号，请填写。")
        elif row.has("closed") and SETTLED.search(squash(result)):
            row.doubt("closed", f"整改情况写“{squash(result)}”，却没有写是否销号，请填写。")
    elif closed and completed is None and row.has("completed_on"):
        row.doubt("completed_on", "已销号，没有写完成时间，请填写。")
    if limit.value and patrolled and limit.value < patrolled:
        row.doubt("due_on", "整改时限早于巡查时间，请核对。")
    if completed and patrolled and completed < patrolled:
        row.doubt("completed_on", "完成时间早于巡查时间，请核对。")
    return {
        "assigned_on": assigned,
        "due_on": row.take("due_on", limit),
        "result": result,
        "completed_on": completed,
        "closed": int(closed),
    }


def section_name(cell) -> Clean:
    """From where to where the road is looked after; 同上 with nothing above it says neither."""
    if is_ditto(cell):
        return Clean("", doubt="“同上”之上没有可以照抄的起止点，请填写起止点。")
    return plain_text(cell)


def struck_off(cell) -> Clean:
    """是否销号, in the words of the ledger."""
    text = squash(cell)
    if text in CLOSED:
        return Clean(True)
    return Clean(False) if text in OPEN else yes_no(cell)


def time_limit(cell, start: date | None, day: DateReader) -> Clean:
    """The last day for mending: a date, 立行立改 (the same day) or 3天内 counted from `start`."""
    text = squash(cell)
    if is_blank(cell):
        return Clean()
    span = WITHIN.fullmatch(text)
    if AT_ONCE.fullmatch(text) or span:
        if start is None:
            return Clean(doubt=f"“{text}”从哪天算起？请填交办时间，或写明日期。")
        if not span:
            return Clean(start)
        number = int(span[1]) if span[1].isdigit() else numeral(span[1])
        if span[3] == "工作日" or number is None:
            return Clean(doubt=f"“{text}”请写成截止日期。")
        days = {"天": number, "日": number, "周": number * 7, "小时": -(-number // 24)}[span[3]]
        due = start + timedelta(days=days)
        if text.endswith("日"):
            return Clean(due, doubt=f"“{text}”是{text}内，还是当月{text}？请写明截止日期。")
        return Clean(due)
    # 4月10日前 and 于4月10日之前 name the last day.
    return day(BY_THEN.sub(r"\1", text) if isinstance(cell, str) else cell)
