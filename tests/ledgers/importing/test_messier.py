"""The samples' truth written anew in many other ways: nothing may come back silently wrong."""

import csv
from datetime import date
from random import Random

import mess
import pytest
from workbooks import SAMPLES

from orgs.models import Division

SEEDS = range(12)


def truth_of(kind: str) -> list[dict]:
    with (SAMPLES / f"{kind}.truth.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def grouped(rng: Random, cells: list[str]) -> list:
    """A group column as offices leave it: each name, the first only, or 同上."""
    style, above, written = rng.choice(["each", "first", "ditto"]), None, []
    for cell, true in cells:
        same = true == above
        written.append(
            cell if not same or style == "each" else None if style == "first" else "同上"
        )
        above = true
    return written


@pytest.fixture
def names(divisions):
    return dict(Division.objects.values_list("code", "name"))


def courtyard_rows(rng: Random, truth: list[dict], names: dict) -> list[list]:
    heads = [
        rng.choice(["序号", "编号"]), rng.choice(["街道", "所属街道", "办事处"]), rng.choice(["社区", "所属社区", "社区名称"]),
        rng.choice(["楼院(片区)名称", "楼院名称", "名称"]), "位置", rng.choice(["楼栋数", "楼栋数(栋)", "栋数"]),
        rng.choice(["户数", "户数(户)", "居民户数"]), rng.choice(["人口数", "人口数(人)", "人口", "总人口"]),
        "是否成立支部", rng.choice(["组建方式", "独建/联建"]), "党小组数", rng.choice(["楼院长", "楼院长姓名"]),
        rng.choice(["楼院长电话", "联系电话"]), rng.choice(["是否成立自管会", "自管会"]), "自管会成立时间", "备注",
    ]  # fmt: skip
    streets = grouped(
        rng,
        [
            (mess.township(rng, names[t["community_code"][:9]]), t["community_code"][:9])
            for t in truth
        ],
    )
    communities = grouped(
        rng, [(mess.community(rng, names[t["community_code"]]), t["community_code"]) for t in truth]
    )
    rows = [
        ["无主管楼院(片区)基本情况台账"],
        ["填报单位:(盖章)  填报时间:2021.3.5  单位:栋、户、人"],
        heads,
    ]
    if rng.random() < 0.3:
        rows.append([str(place) for place in range(1, len(heads) + 1)])
    total = 0
    for place, true in enumerate(truth):
        branch, committee = true["has_branch"] == "1", true["has_committee"] == "1"
        total += int(true["buildings"])
        rows.append([
            place + 1, streets[place], communities[place], mess.courtyard(rng, true["name"]), "示例路东侧",
            mess.number(rng, int(true["buildings"]), "exact", "栋"),
            mess.number(rng, int(true["households"]), true["households_qualifier"], "户"),
            mess.number(rng, int(true["residents"]), true["residents_qualifier"], "人"),
            mess.yes(rng) if branch else mess.no(rng), true["formation"] if branch else rng.choice([None, "/"]),
            mess.number(rng, int(true["groups"]), "exact", "个") if branch else rng.choice([None, "/", 0]),
            mess.person(rng, true["head"]), mess.phone(rng, true["head_phone"]),
            mess.yes(rng) if committee else mess.no(rng),
            mess.day(rng, date.fromisoformat(true["committee_on"])) if committee else rng.choice([None, "/", "-"]),
            rng.choice([None, "同3号院", "下水道堵"]),
        ])  # fmt: skip
        last = (
            place + 1 == len(truth)
            or truth[place + 1]["community_code"][:9] != true["community_code"][:9]
        )
        if last:
            rows.append([None, "小计", None, None, None, 10**6])
    rows += [["合计", None, None, None, None, total], ["注:1.户数以摸排为准。"], ["2.片区指集中连片的楼院。"],
             ["单位负责人:", None, "填表人:", None, "联系电话:"]]  # fmt: skip
    return rows


SOURCES = {
    "households_qualifier": "households", "residents_qualifier": "residents",
    "community_code": "community", "section_level": "rank", "village_code": "village",
    "m2_qualifier": "structures_m2", "demolished_qualifier": "demolished_m2",
}  # fmt: skip


def silently_wrong(records, truth: list[dict], key: str) -> list[tuple]:
    """Values that differ from the truth without any problem on the row's own column."""
    assert len(records) == len(truth)
    found = []
    for record, true in zip(records, truth, strict=True):
        doubted = {problem.key for problem in record.problems}
        for name, value in true.items():
            got = record.values[name]
            text = "" if got is None else str(got)
            if text != value and SOURCES.get(name, name) not in doubted:
                found.append((record.row, name, value, text))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_courtyards(seed, names, read):
    rng, truth = Random(seed), truth_of("courtyards")
    outcome = read("courtyards", courtyard_rows(rng, truth, names))
    assert silently_wrong(outcome.records, truth, "name") == []
    certain = sum(record.status == "new" for record in outcome.records)
    assert certain >= len(truth) // 20
    assert {difference.label for difference in outcome.differences} <= {"小计", "合计"}


def pairing_rows(rng: Random, truth: list[dict], names: dict) -> list[list]:
    top = [
        "序号",
        "派出单位",
        "分包干部",
        None,
        None,
        None,
        "分包楼院",
        None,
        None,
        rng.choice(["到岗时间", "下派时间"]),
        "本月到院次数",
    ]
    sub = [
        None,
        None,
        "姓名",
        "职务",
        "级别",
        rng.choice(["电话", "联系电话"]),
        "街道",
        "社区",
        rng.choice(["楼院", "楼院名称"]),
    ]
    rows = [["支部联建暨干部分包台账"], ["填报单位：市委组织部   2021年4月"], top, sub]
    units = grouped(rng, [(true["unit"], true["unit"]) for true in truth])
    for place, true in enumerate(truth):
        section = true["section_level"] == "1"
        rank, post = rng.choice(
            [("正科", "副局长"), ("副科级", "科长"), ("科级", None), (None, "副局长/副科")]
            if section
            else [(None, "科员"), ("一般", None), ("科员", "干部"), ("/", "干部"), (None, None)]
        )
        rows.append([
            place + 1, units[place], mess.person(rng, true["cadre"]), post, rank, mess.phone(rng, true["phone"]),
            mess.township(rng, names[true["community_code"][:9]]), mess.community(rng, names[true["community_code"]]),
            mess.courtyard(rng, true["courtyard"]), mess.day(rng, date.fromisoformat(true["since"])),
            rng.choice([2, None, "3次"]),
        ])  # fmt: skip
        if rng.random() < 0.03:
            rows.append([None] * len(top))
        if place == 30:
            # The second printed page.
            rows += [["支部联建暨干部分包台账"], top, sub]
    return [*rows, ["备注：一名干部可分包两个楼院。"], ["单位负责人：    填表人：    联系电话："]]


@pytest.mark.parametrize("seed", SEEDS)
def test_pairings(seed, names, read):
    rng, truth = Random(seed), truth_of("pairings")
    outcome = read("pairings", pairing_rows(rng, truth, names))
    assert silently_wrong(outcome.records, truth, "courtyard") == []
    assert sum(record.status == "new" for record in outcome.records) >= len(truth) // 20


def money(rng: Random, value: str):
    """A sum in 万元, in other units and scripts."""
    wan = float(value)
    return rng.choice([
        wan, value, f"{value}万元", f"{value}万", f"{wan / 10000:.5f}亿".rstrip("0"), f"{round(wan * 10000):,}元",
        value.translate(mess.FULL), f"约{value}万元", f"{round(wan * 10000)}元", "同上周", f"{value}（含配套）",
    ])  # fmt: skip


def weekly_rows(rng: Random, truth: list[dict], names: dict) -> list[list]:
    heads = ["序号", rng.choice(["项目名称", "小区名称"]), rng.choice(["所属社区", "社区"]), "楼栋/户数", "面积(万㎡)", "改造内容",
             "总投资(万元)", "累计完成投资(万元)", "本周完成投资", "形象进度(%)", "计划开工", "计划竣工", rng.choice(["拆违面积(㎡)", "拆除违建面积"]),
             "存在问题", "责任领导/责任人"]  # fmt: skip
    rows = [
        ["老旧小区综合改造进度周报(第17周)"],
        ["填报单位:指挥部   2021年4月30日   单位:万元、㎡"],
        heads,
    ]
    for place, true in enumerate(truth):
        share = int(true["percent"])
        rows.append([
            place + 1, mess.courtyard(rng, true["project"]), mess.community(rng, names[true["community_code"]]),
            "58栋/2150户", 3.2, "一拆五改三增加", money(rng, true["total_wan"]), money(rng, true["cumulative_wan"]), rng.choice([1, "1.2万", None]),
            rng.choice([share, share / 100, f"{share}%", f"{share}％左右", f"约{share}%", "已完工", f"百分之{mess.spelled(share)}"]),
            mess.day(rng, date(2020, 7, 1)), "2021.10底",
            mess.number(rng, int(true["demolished_m2"]), true["demolished_qualifier"], "㎡"), rng.choice(["无", "管线迁改慢"]), "示例主任",
        ])  # fmt: skip
    return [*rows, ["合计", None, None, None, None, None, None, "=SUM(H4:H23)"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_weekly(seed, names, read):
    rng, truth = Random(seed), truth_of("weekly")
    outcome = read("weekly", weekly_rows(rng, truth, names))
    assert silently_wrong(outcome.records, truth, "project") == []


def fringe_rows(rng: Random, truth: list[dict], names: dict) -> list[list]:
    top = [
        "序号",
        "乡镇",
        rng.choice(["村", "行政村"]),
        "户外厕所",
        None,
        None,
        "私搭乱建",
        None,
        "出动",
        None,
        "备注",
    ]
    sub = [
        None,
        None,
        None,
        "应拆",
        "已拆",
        rng.choice(["当日拆", "当日"]),
        rng.choice(["处", "处数"]),
        rng.choice(["㎡", "面积(㎡)"]),
        "人",
        "机械",
    ]
    rows = [["城乡结合部综合改造工作日报台账"], ["2021年3月5日   单位：处、㎡、人、台"], top, sub]
    towns = grouped(rng, [(names[t["village_code"][:9]], t["village_code"][:9]) for t in truth])
    for place, true in enumerate(truth):
        today = int(true["toilets_today"])
        rows.append([
            place + 1, towns[place], mess.village(rng, names[true["village_code"]]),
            mess.number(rng, int(true["toilets_due"]), "exact", "处"), mess.number(rng, int(true["toilets_removed"]), "exact", "处"),
            mess.number(rng, today, "exact", "处") if today else rng.choice(["-", "/", None, 0, "无"]),
            mess.number(rng, int(true["structures"]), "exact", "处"),
            mess.number(rng, int(true["structures_m2"]), true["m2_qualifier"], "㎡"), rng.choice([3, "17人", "约20人"]), rng.choice(["/", "3台", 2]),
        ])  # fmt: skip
    return rows


@pytest.mark.parametrize("seed", SEEDS)
def test_fringe(seed, names, read):
    rng, truth = Random(seed), truth_of("fringe")
    outcome = read("fringe", fringe_rows(rng, truth, names), title="3.5")
    assert silently_wrong(outcome.records, truth, "village") == []
    assert sum(record.status == "new" for record in outcome.records) >= len(truth) // 10
