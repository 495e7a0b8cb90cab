"""How many statements reading and storing take does not depend on the rows, be they new or changed."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from makers import make_building, make_courtyard
from taken_copies import column, saved, taken
from test_other_kinds import ORGANIZATIONS
from test_storing_more import FRINGE, PATROLS, TODAY, WEEKLY
from workbooks import BROAD, workbook

from courtyards.models import BranchCoverage, Building, Courtyard, Headship, PairedCadre
from courtyards.models import SelfManagementCommittee as Committee
from ledgers.importing.apply import apply_outcome
from ledgers.importing.outcome import read_file
from ledgers.pinyin import pinyin_key
from orgs.imports.permitted import KINDS
from orgs.models import PartyOrganization, Post, User
from projects.models import DemolitionRecord, Project, Reading, Report
from volunteers.models import PatrolFinding, RoadChief

COURTYARDS = [
    "序号", "街道", "社区", "楼院名称", "楼栋数", "户数", "人口数", "是否成立支部", "组建方式", "楼院长", "电话", "是否成立自管会",
]  # fmt: skip
PAIRINGS = ["序号", "派出单位", "姓名", "级别", "电话", "街道", "社区", "楼院", "到岗时间"]
FEW, MANY, MORE = 3, 9, 30
GIVEN = "甲乙丙丁戊己庚辛壬"
NUMBERS = "一二三四五六七八九十"


def sheet(head, rows, day="2021年4月30日"):
    return workbook([[f"填报时间：{day}"], head, *rows])


def courtyards(number):
    """New ones without branch and committee; then all of them get one, and another head."""
    for head, tick in (("示例", "否"), ("范例", "是")):
        yield sheet(
            COURTYARDS,
            [
                [n, "索河办", "广场", f"语句{n}院", 6, 150, 400, tick, "独建" if tick == "是" else None, head + GIVEN[n], f"1380000222{n}", tick]
                for n in range(number)
            ],
        )  # fmt: skip
    assert Headship.objects.filter(courtyard__name__startswith="语句").count() == 2 * number
    for model in (BranchCoverage, Committee):
        assert model.objects.filter(courtyard__name__startswith="语句").count() == number


def heads(number):
    """Another number of the same head, and other counts."""
    for last, households in (("1", 150), ("2", 160)):
        yield sheet(
            COURTYARDS,
            [
                [n, "索河办", "广场", f"语句{n}院", 6, households, 400, "否", None, "示例" + GIVEN[n], f"138000033{n}{last}", "否"]
                for n in range(number)
            ],
        )  # fmt: skip
    found = Headship.objects.filter(courtyard__name__startswith="语句").select_related("person")
    assert sorted(one.person.phone[-1] for one in found) == ["2"] * number


def pairings(number):
    for n in range(number):
        make_courtyard(f"语句{n}院", BROAD)
    for last in "12":
        rows = [
            [n, f"市第{GIVEN[n]}示例局", "示例" + GIVEN[n], "正科", f"138000044{n}{last}", "索河办", "广场", f"语句{n}院", "2020.9.4"]
            for n in range(number)
        ]  # fmt: skip
        yield sheet(PAIRINGS, rows)
    found = PairedCadre.objects.filter(courtyard__name__startswith="语句").select_related("person")
    assert sorted(one.person.phone[-1] for one in found) == ["2"] * number


def organizations(number):
    """New ones with none to three groups each, established on days of their own; then all change."""
    general = PartyOrganization.objects.of_kind("general_branch").get(division=BROAD)
    for n in range(number):
        make_courtyard(f"语句{n}院", BROAD, since=TODAY)
    for later, members in enumerate((8, 9)):
        rows = []
        for n in range(number):
            who = NUMBERS[n // 10] + NUMBERS[n % 10]
            row = [
                n, general.name, f"语句{n}院党支部", "独建", f"语句{n}院", f"2020年8月{n + 1}日", f"示例党工委 示例〔{2020 + later}〕{n}号",
                f"{'范例'[later]}{who}", f"示{who}、例{who}" + f"、范{who}" * later, members, 0,
            ]  # fmt: skip
            groups = [
                [f"第{NUMBERS[g]}党小组", f"组{who}", "1号楼、2号楼" if later else "1号楼", members]
                for g in range(n % 3 + later)
            ]
            rows += [head + tail for head, tail in lines_of(row, groups)]
        yield workbook(ORGANIZATIONS + rows)
    branches = PartyOrganization.objects.filter(name__startswith="语句", kind="branch")
    groups = PartyOrganization.objects.of_kind("group")
    assert sum(len(groups.filter(path__startswith=one.path)) for one in branches) == 2 * number
    posts = Post.objects.on(TODAY).filter(organization__in=branches)
    assert posts.filter(role="committee_member").count() == 3 * number
    assert posts.filter(role="secretary", person__name__startswith="例").count() == number


def lines_of(row, groups):
    """A branch and its first group in one line, each further group in one of its own."""
    for n, group in enumerate(groups or [[None] * 4]):
        yield (row if n == 0 else [None] * len(row)), group


def carried(number):
    """Courtyards that a working copy gives another name and community; then the name they had."""
    for n in range(number):
        make_building(make_courtyard(f"语句{n}院", BROAD), "1号楼")
    user = User.objects.get(username="orgdept")
    for old, new, place in (("语句", "词句", "兴华"), ("词句", "语句", "广场")):

        def edit(sheet, old=old, new=new, place=place):
            name, community = column(sheet, "楼院（片区）名称"), column(sheet, "社区")
            for line in sheet.iter_rows(min_row=5):
                if str(line[name - 1].value).startswith(old):
                    line[name - 1].value = line[name - 1].value.replace(old, new)
                    line[community - 1].value = place

        yield saved(taken("courtyards", user), edit)
        code = "410182001004" if place == "兴华" else BROAD
        places = Courtyard.objects.filter(name__startswith=new, division=code)
        assert places.count() == number
        buildings = Building.objects.filter(courtyard__in=places, division=code)
        keys = {pinyin_key(f"{one.name}1号楼") for one in places}
        assert set(buildings.values_list("search_text", flat=True)) == keys


def weekly(number):
    owed = Report.objects.filter(period__start="2021-04-26", project__kind="old_community")
    reports = list(owed.select_related("project__division").order_by("pk")[:number])
    Reading.objects.filter(report__in=reports).delete()
    owed.update(status="due")
    for share in (98, 99):
        rows = []
        for n, report in enumerate(reports, 1):
            project = report.project
            rows.append([n, project.name, project.division.name, 10**5, 99_000, share, 60_000])
        yield sheet(WEEKLY, rows)
    typed = Reading.objects.filter(report__in=reports, indicator__code="progress_percent")
    assert [one.value for one in typed] == [99] * number


def fringe(number):
    villages = Project.objects.filter(kind="village").select_related("division__parent")
    villages = list(villages.order_by("pk")[:number])
    DemolitionRecord.objects.filter(project__in=villages).delete()
    for toilets in (5, 6):
        rows = [
            [n, one.division.parent.name, one.division.name, None, 3000, 2000, toilets, 150, 900, 3]
            for n, one in enumerate(villages, 1)
        ]
        yield sheet(FRINGE, rows, day="2021年4月29日")
    found = DemolitionRecord.objects.filter(project__in=villages, kind="outdoor_toilet")
    assert [one.places for one in found] == [6] * number


def patrols(number):
    chiefs = RoadChief.objects.on(TODAY).filter(level="third").select_related("road", "person")
    for done in (None, "2021.4.9"):
        rows = [
            [n, one.road.name, None, one.person.name, "2021.4.6", f"语句{n}", "洁", None, "2021.4.9", done, "√" if done else "否"]
            for n, one in enumerate(chiefs.order_by("pk")[:number], 1)
        ]  # fmt: skip
        yield sheet(PATROLS, rows)
    assert PatrolFinding.objects.filter(finding__startswith="语句", closed_on=None).count() == 0


@pytest.mark.parametrize(
    ("kind", "rounds", "many"),
    [
        ("courtyards", courtyards, MANY),
        ("courtyards", heads, MANY),
        ("courtyards", carried, MORE),
        ("party_organizations", organizations, MORE),
        ("pairings", pairings, MANY),
        ("weekly", weekly, MANY),
        ("fringe", fringe, MANY),
        ("patrols", patrols, MANY),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_statements_do_not_grow_with_the_rows(demo, kind, rounds, many):
    pinyin_key("示例")  # how places are read is asked for once in a while, whatever is stored
    used = {}
    for number in (FEW, many):
        with transaction.atomic():
            used[number] = [statements(kind, content, number) for content in rounds(number)]
            transaction.set_rollback(True)
    assert used[FEW] == used[many]


def statements(kind, content, number) -> int:
    """How many it takes to read and store a file of `number` rows, none of which is refused."""
    with CaptureQueriesContext(connection) as asked:
        outcome = read_file(KINDS[kind], content, "台账.xlsx", today=TODAY)
        apply_outcome(outcome=outcome)
    assert outcome.counts["new"] + outcome.counts["changed"] == number, [
        problem.text for record in outcome.records for problem in record.problems
    ]
    return len(asked)
