"""Party organisations come in with courtyards, posts, members and groups, and go out again whole."""

from collections import Counter
from copy import deepcopy

import pytest
from django.core.exceptions import ValidationError
from makers import make_building, make_courtyard, make_organization, make_person, make_post
from test_other_kinds import ORGANIZATIONS
from workbooks import BROAD

from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage
from ledgers.importing.apply import apply_outcome
from ledgers.importing.undo import undo_import
from orgs.models import MemberCount, PartyOrganization, Person, Post

TABLES = (
    PartyOrganization, Post, Person, MemberCount, BranchCoverage, GroupCoverage, Building, Courtyard,
)  # fmt: skip
ROWS = [
    [1, "广场社区党总支", "示例院党支部", "独建", "示例院", "20.7.1", "索河街道党工委 索办〔2020〕5号", "示 例", "示例甲、示例乙", "12", 1, "第一党小组", "示例丙", "1-2号楼", 7],
    [None] * 11 + ["第二党小组", "示例丁", "4号楼", 6],
    [2, "广场社区党总支", "示例联合党支部", "联建", "一院、二院", "2020年8月3日", None, "示例戊", None, "8人", "/", None, None, None, None],
]  # fmt: skip


@pytest.fixture
def load(read):
    """load(rows) stores a workbook of 党组织台账 and returns its outcome."""

    def run(rows, **options):
        outcome = read("party_organizations", ORGANIZATIONS + rows)
        outcome.batch = apply_outcome(outcome=outcome, **options)
        return outcome

    return run


@pytest.fixture
def community(divisions):
    """The general branch and three courtyards, one with a building that is known."""
    general = make_organization("广场社区党总支", code=BROAD)
    places = [make_courtyard(name, code=BROAD) for name in ("示例院", "一院", "二院")]
    make_building(places[0], "1号楼")
    return general


def statuses(outcome):
    return [record.status for record in outcome.records]


def texts(outcome):
    return [problem.text for record in outcome.records for problem in record.problems]


def state():
    return {model: Counter(model.objects.values_list()) for model in TABLES}


def test_branches_with_all_that_the_rows_say(community, load):
    before = state()
    first = load(ROWS)
    assert statuses(first) == ["new", "new"], texts(first)
    branch = PartyOrganization.objects.get(name="示例院党支部")
    assert PartyOrganization.objects.get_parent(branch) == community
    assert (branch.formation, branch.approval_number) == ("independent", "索办〔2020〕5号")
    posts = Counter(branch.posts.values_list("role", flat=True))
    assert posts == {"secretary": 1, "committee_member": 2}
    assert branch.posts.get(role="secretary").person.party_status == "full"
    groups = PartyOrganization.objects.get_children(branch)
    assert [(g.name, g.building_coverages.count()) for g in groups] == [
        ("第一党小组", 2), ("第二党小组", 1),
    ]  # fmt: skip
    assert Building.objects.count() == 3  # 1号楼 was known
    assert statuses(load(ROWS)) == ["unchanged", "unchanged"]
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])
    undo_import(batch=first.batch)
    assert state() == before


def test_a_corrected_file_changes_what_it_says(community, load):
    load(ROWS)
    before = state()
    rows = deepcopy(ROWS)
    rows[0][7], rows[0][8], rows[0][9] = "示例新", "示例甲、示例乙、示例己", 13
    rows[1][12] = "示例庚"
    changed = load(rows)
    assert statuses(changed) == ["changed", "unchanged"], texts(changed)
    branch = PartyOrganization.objects.get(name="示例院党支部")
    assert branch.posts.get(role="secretary", until=None).person.name == "示例新"
    assert branch.member_counts.latest("counted_on").full_members == 13
    assert statuses(load(rows)) == ["unchanged", "unchanged"]
    undo_import(batch=changed.batch)
    assert state() == before


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [
        (2, "示例院党支部", "还覆盖示例院"),
        (5, "20.7.2", "成立时间与台账不同"),
        (7, None, "已有书记"),
        (8, "示例甲", "示例乙不在表中"),
        (11, "另一党小组", "第一党小组不在表中"),
    ],
)
def test_what_a_row_leaves_out_ends_nothing(community, load, cell, value, words):
    load(ROWS)
    before = state()
    rows = deepcopy(ROWS)
    rows[0][cell] = value
    if cell == 2:
        rows[0][4] = "一院"
    outcome = load(rows)
    assert statuses(outcome)[0] == "wrong"
    assert any(words in text for text in texts(outcome)), texts(outcome)
    assert (outcome.batch, state()) == (None, before)


def test_refusals_leave_nothing_behind(community, load):
    before = state()
    rows = deepcopy(ROWS)
    rows[0][4], rows[2][0:3] = "没有的院", [2, "兴华社区党总支", "示例联合党支部"]
    outcome = load(rows)
    assert statuses(outcome) == ["wrong", "wrong"]
    assert ["先导入楼院台账" in texts(outcome)[0], "还没有社区党总支" in texts(outcome)[1]] == [
        True
    ] * 2
    assert state() == before
    with pytest.raises(ValidationError, match="没有入库：错误1行"):
        load(deepcopy(ROWS[:2]) + [rows[2]], only_good=False)
    assert state() == before


def branch_row(name, courtyard, secretary, members=8, committee=None, group=None):
    head = [1, "广场社区党总支", name, "独建", courtyard, "20.7.1", None, secretary, committee]
    return [*head, members, 0, *(group or [None] * 4)]


def test_rows_build_on_the_rows_above_but_not_on_refused_ones(community, load):
    """Who a row registers is known below it; what a refused row would have brought is not there."""
    before = state()
    outcome = load(
        [
            branch_row(
                "甲院党支部", "示例院", "示例甲", group=["第一党小组", "示例乙", "1号楼", 3]
            ),
            branch_row("乙院党支部", "示例院", "示例丙"),
            branch_row("丁院党支部", "一院", "示例乙", committee="示例甲"),
        ]
    )
    assert statuses(outcome) == ["new", "wrong", "new"], texts(outcome)
    assert "示例院已由甲院党支部覆盖" in texts(outcome)[0]
    assert sorted(Person.objects.values_list("name", flat=True)) == ["示例乙", "示例甲"]
    [one, other] = BranchCoverage.objects.order_by("pk")
    assert (one.organization.name, other.organization.name) == ("甲院党支部", "丁院党支部")
    community.refresh_from_db()
    assert community.numchild == 2
    undo_import(batch=outcome.batch)
    assert state() == before


@pytest.mark.parametrize("known", [{"party_status": "none"}, {"left_on": "2021-01-01"}])
def test_who_is_no_member_or_has_left_gets_no_post(community, load, known):
    make_person("示例甲", code=BROAD, **known)
    before = state()
    outcome = load([branch_row("甲院党支部", "示例院", "示例甲")])
    assert statuses(outcome) == ["wrong"] and "名册中已有示例甲" in texts(outcome)[0]
    assert state() == before


def test_what_the_database_refuses_is_told_and_the_others_are_kept(community, load):
    """A secretary who comes later shuts out one for the whole time; only the database knows that."""
    load([branch_row("甲院党支部", "示例院", None), branch_row("乙院党支部", "一院", None)])
    branch = PartyOrganization.objects.get(name="甲院党支部")
    make_post(make_person("示例丙", code=BROAD), since="2021-05-05", organization=branch)
    outcome = load(
        [branch_row("甲院党支部", "示例院", "示例甲"), branch_row("乙院党支部", "一院", "示例乙")]
    )
    assert statuses(outcome) == ["wrong", "changed"]
    assert "只能有一名书记" in texts(outcome)[0]
    assert Post.objects.on("2021-04-30").get().person.name == "示例乙"


def test_a_courtyard_and_its_buildings_stood_when_they_were_covered(community, load):
    place = Courtyard.objects.get(name="示例院")
    Courtyard.objects.filter(pk=place.pk).update(since="2021-02-01")
    place.buildings.update(since="2021-03-01")
    before = state()
    outcome = load(
        [branch_row("甲院党支部", "示例院", None, group=["第一党小组", None, "1-2号楼", 3])]
    )
    place.refresh_from_db()
    days = {place.since, *place.buildings.values_list("since", flat=True)}
    assert {str(day) for day in days} == {"2020-07-01"}
    undo_import(batch=outcome.batch)
    assert state() == before
