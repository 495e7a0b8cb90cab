"""Official lists of divisions: what a file adds, renames, abolishes, revives; what is refused."""

import gzip
import io
import json
import lzma
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from makers import make_courtyard, make_person
from openpyxl import Workbook

from ledgers.importing.guard import OLE
from ledgers.pinyin import pinyin_key
from orgs.models import Division

pytestmark = pytest.mark.django_db

HEAD = "code,name,level,parent_code"
# The county of the tests as an official list writes it, with padded codes.
LIST = """
410000000000,示例省,province,
410100000000,示例市,prefecture,410000000000
410182000000,示例县,county,410100000000
410182001000,甲街道,township,410182000000
410182001001,甲一社区,community,410182001000
410182001002,甲二社区,community,410182001000
410182002000,乙街道,township,410182000000
410182002001,乙一社区,community,410182002000
410182103000,丙镇,township,410182000000
410182103216,丙一村,village,410182103000
""".strip().splitlines()


@pytest.fixture
def run(tmp_path):
    """run(lines, ...) imports a list of these lines below the heading; returns what it printed."""

    def run(lines, *options, name="list.csv", pack=bytes, encoding="utf-8", head=HEAD):
        path = tmp_path / name
        path.write_bytes(pack("\n".join([head, *lines, ""]).encode(encoding)))
        out = io.StringIO()
        call_command("import_divisions", str(path), *options, stdout=out)
        return out.getvalue()

    return run


def events(code: str) -> list[str]:
    return list(
        Division.objects.get(code=code)
        .events.order_by("pgh_id")
        .values_list("pgh_label", flat=True)
    )


def rows() -> list[tuple]:
    return list(Division.objects.order_by("code").values_list())


def changed(line: int, **values) -> list[str]:
    """The list with one line's cells replaced; `line` as the file counts, the heading being 1."""
    cells = dict(zip(HEAD.split(","), LIST[line - 2].split(","), strict=True)) | values
    return [*LIST[: line - 2], ",".join(cells.values()), *LIST[line - 1 :]]


# -- what a list says -----------------------------------------------------------------------------


def test_a_list_fills_an_empty_database(run):
    told = run(LIST)
    assert "新增10个：" in told and "410182103216 丙一村" in told
    village = Division.objects.get(code="410182103216")
    assert (village.name, village.level, village.parent_id) == ("丙一村", "village", "410182103")
    assert Division.objects.get(code="41").parent is None
    for division in Division.objects.all():
        assert division.search_text == pinyin_key(division.name)
        division.full_clean()


def test_the_same_list_again_writes_nothing(run):
    run(LIST)
    before, number = rows(), Division.objects.first().events.model.objects.count()
    assert "没有变化（no change）" in run(LIST)
    assert rows() == before
    assert Division.objects.first().events.model.objects.count() == number


def test_short_codes_and_extra_columns_are_understood(run, county):
    lines = [f"x,{line.split(',')[1]},{line.split(',')[2]},{code}" for line, code in zip(
        LIST, Division.objects.order_by("code").values_list("code", flat=True), strict=True
    )]  # fmt: skip
    assert "没有变化" in run(lines, head="备注,name,level,code")


def test_a_new_name_is_taken_over_with_its_key_and_short_name(run, county):
    Division.objects.filter(code="410182001002").update(short_name="二社区")
    told = run([line.replace("甲一社区", "甲一新社区").replace("甲二", "甲二新") for line in LIST])
    assert "更名2个：" in told and "410182001001 甲一社区 → 甲一新社区" in told
    first, second = Division.objects.filter(code__in=["410182001001", "410182001002"])
    assert (first.short_name, first.search_text) == ("甲一新", pinyin_key("甲一新社区"))
    assert second.short_name == "二社区"  # somebody chose it
    assert events(first.code) == ["insert", "update"]


def test_a_short_name_may_stand_in_the_list(run, county):
    lines = [f"{line},{'甲一' if '甲一' in line else ''}" for line in LIST]
    told = run(lines, head=HEAD + ",short_name")
    assert "简称变更1个：" in told and "410182001001 甲一社区 → 甲一" in told
    assert Division.objects.get(code="410182001001").short_name == "甲一"


def test_a_new_level_is_taken_over(run, county):
    told = run(changed(11, level="community"))
    assert "410182103216 丙一村：村 → 社区" in told
    assert Division.objects.get(code="410182103216").level == "community"


def test_a_list_without_communities_tells_them_by_their_code(run):
    run([line.replace("community", "village") for line in LIST])
    assert Division.objects.get(code="410182001001").level == "community"
    assert Division.objects.get(code="410182103216").level == "village"


def test_a_code_no_longer_listed_is_abolished_and_what_refers_to_it_stays(run, county):
    courtyard, person = make_courtyard(code="410182001002"), make_person(code="410182001002")
    gone = [line for line in LIST if not line.startswith("410182001002")]
    told = run(gone, "--on", "2021-03-01")
    assert "撤销1个：" in told and "410182001002 甲二社区" in told
    assert "楼院1条" in told and "人员1条" in told
    courtyard.refresh_from_db()
    person.refresh_from_db()
    assert courtyard.division.abolished_on == person.division.abolished_on == date(2021, 3, 1)
    assert "没有变化" in run(gone, "--on", "2021-04-01")
    assert Division.objects.get(code="410182001002").abolished_on == date(2021, 3, 1)


def test_by_default_a_code_is_abolished_today(run, county):
    run(LIST[:-1])
    assert Division.objects.get(code="410182103216").abolished_on == date(2021, 4, 30)


def test_with_a_place_all_below_it_is_abolished(run, county):
    run(LIST[:8])  # without the town and its village
    assert set(Division.objects.exclude(abolished_on=None).values_list("pk", flat=True)) == {
        "410182103",
        "410182103216",
    }


def test_a_list_speaks_only_of_the_levels_it_lists(run, county):
    assert "没有变化" in run(LIST[:3])  # down to the county
    run([*LIST[:4], LIST[6]])  # down to the towns, one town missing
    assert set(Division.objects.exclude(abolished_on=None).values_list("pk", flat=True)) == {
        "410182103",
        "410182103216",
    }


def test_a_list_speaks_only_of_the_places_it_begins_with(run, county):
    run([LIST[3], LIST[4]])  # one street with one of its two communities
    assert list(Division.objects.exclude(abolished_on=None).values_list("pk", flat=True)) == [
        "410182001002"
    ]


def test_what_comes_back_is_revived(run, county):
    run(LIST[:-1])
    told = run(changed(11, name="丙一新村"))
    assert "恢复1个：" in told and "更名1个：" in told
    village = Division.objects.get(code="410182103216")
    assert (village.abolished_on, village.name) == (None, "丙一新村")
    assert events(village.code) == ["insert", "update", "update"]


def test_under_limits_the_import_to_a_subtree(run, county):
    lines = [line.replace("社区", "小区") for line in LIST if "丙一村" not in line]
    told = run(lines, "--under", "410182002000")
    assert "更名1个：" in told and "撤销" not in told
    assert Division.objects.get(code="410182002001").name == "乙一小区"
    assert Division.objects.get(code="410182001001").name == "甲一社区"


def test_under_brings_what_is_missing_above(run):
    run(LIST, "--under", "410182103")
    assert list(Division.objects.values_list("pk", flat=True)) == [
        "41",
        "4101",
        "410182",
        "410182103",
        "410182103216",
    ]


def test_a_dry_run_tells_and_stores_nothing(run, county):
    before = rows()
    assert "更名1个：" in run(changed(11, name="丙一新村"), "--dry-run")
    assert rows() == before


def test_a_missing_level_is_repeated_with_zeros_and_the_same_name(run):
    run(
        [
            "440000000000,示例省,province,",
            "441900000000,无县市,prefecture,440000000000",
            "441900000000,无县市,county,441900000000",
            "441900003000,丁街道,township,441900000000",
        ]
    )
    assert Division.objects.get(code="441900003").parent_id == "441900"
    assert Division.objects.get(code="441900").parent_id == "4419"


# -- how a list is written ------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_lists_are_read_in_either_encoding_plain_or_packed(run, county, pack, encoding):
    assert "没有变化" in run(LIST, pack=pack, encoding=encoding)


CHINESE = "统计用区划代码,名称,层级,上级代码"


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (LIST, CHINESE),
        ([CHINESE, *LIST], "示例县行政区划名录,,,"),
        ([line.replace(",", "\t") for line in LIST], CHINESE.replace(",", "\t")),
    ],
    ids=["other words", "a title above", "tabs"],
)
def test_a_list_is_known_by_its_heading_wherever_and_however_it_stands(run, county, lines, head):
    assert "没有变化" in run(lines, head=head)


def test_a_line_below_a_title_is_told_by_its_place_in_the_file(run):
    with pytest.raises(CommandError, match="第12行：代码“410182103216”没有名称"):
        run([HEAD, *changed(11, name="")], head="示例县行政区划名录,,,")


def test_a_workbook_is_a_list_too(county, tmp_path):
    book = Workbook()
    book.active.append(["示例县行政区划名录"])
    book.active.append(CHINESE.split(","))
    for line in LIST:
        code, *rest = line.split(",")
        book.active.append([int(code), *rest])
    book.save(tmp_path / "list.xlsx")
    out = io.StringIO()
    call_command("import_divisions", str(tmp_path / "list.xlsx"), stdout=out)
    assert "没有变化" in out.getvalue()


def test_an_old_binary_file_is_told(run):
    with pytest.raises(CommandError, match="旧版.xls"):
        run(LIST, name="list.xls", pack=lambda content: OLE + content)


def test_the_county_of_the_demo_is_the_official_one(run, demo):
    out = io.StringIO()
    call_command("import_divisions", "demo/data/xingyang_divisions.csv", stdout=out)
    assert "没有变化" in out.getvalue()


# -- what is refused ------------------------------------------------------------------------------

BAD = {
    "a code with a letter": (changed(11, code="41018210321X"), 11, "应为12位数字"),
    "a code too short": (changed(11, code="41018210321"), 11, "应为12位数字"),
    "a code as a spreadsheet writes it": (changed(11, code="4.10182E+11"), 11, "应为12位数字"),
    "a level nobody knows": (changed(11, level="hamlet"), 11, "层级“hamlet”无法识别"),
    "a level too high": (changed(11, level="county"), 11, "与层级“县（市、区）”不符"),
    "a level too low": (changed(10, level="village", parent_code=""), 10, "末段全为0"),
    "no name": (changed(11, name=""), 11, "没有名称"),
    "a name too long": (changed(11, name="长" * 121), 11, "超过120字"),
    "another parent": (changed(11, parent_code="410182001000"), 11, "应为410182103000"),
    "a province with a parent": (changed(2, parent_code="410000000000"), 2, "省级"),
    "a cell too many": (changed(11, name="丙一村,又一列"), 11, "应有4列，实有5列"),
    "the same code twice": ([*LIST, LIST[-1].replace("丙一", "丙二")], 12, "与第11行重复"),
    "the same code at two levels": (
        [*LIST, LIST[-1].replace("village", "community")],
        12,
        "与第11行重复",
    ),
    "no parent anywhere": (
        [*LIST, "410183001000,丁街道,township,410183000000"],
        12,
        "代码“410183001”没有上级",
    ),
    "a parent that would be abolished": (
        [line for line in LIST if "丙镇" not in line],
        10,
        "代码“410182103216”没有上级",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_mistake_is_told_with_its_line_and_nothing_is_stored(run, case):
    lines, number, words = BAD[case]
    with pytest.raises(CommandError) as refused:
        run(lines)
    assert f"第{number}行：" in str(refused.value)
    assert words in str(refused.value)
    assert "没有导入任何内容" in str(refused.value)
    assert refused.value.returncode == 1
    assert not Division.objects.exists()


def test_a_parent_left_out_of_the_list_is_a_mistake(run, county):
    before = rows()
    with pytest.raises(CommandError, match="第10行：上级“410182103”不在文件中，将被撤销"):
        run([line for line in LIST if "丙镇" not in line])
    assert rows() == before


def test_a_parent_abolished_long_ago_is_no_parent(run, county):
    Division.objects.filter(code="410182103").update(abolished_on=date(2020, 1, 1))
    with pytest.raises(CommandError, match="第2行：代码“410182103216”没有上级"):
        run([LIST[-1]])


def test_all_mistakes_are_listed(run):
    lines = changed(11, code="4101821032")
    lines[8] = lines[8].replace("township", "town")
    with pytest.raises(CommandError) as refused:
        run(lines)
    assert str(refused.value).splitlines() == [
        "第10行：层级“town”无法识别，应为province、prefecture、county、township、community、village之一。",
        "第11行：代码“4101821032”应为12位数字。",
        "共2处问题，没有导入任何内容。",
    ]


def test_the_same_line_twice_is_no_mistake(run, county):
    assert "没有变化" in run([*LIST, LIST[-1]])


@pytest.mark.parametrize(
    "head, words",
    [("code,name", "首行缺少列：level"), (HEAD + ",code", "首行的列重复：code")],
)
def test_a_wrong_heading_is_told(run, head, words):
    with pytest.raises(CommandError, match=words):
        run(LIST, head=head)


def test_a_packed_file_cut_off_is_told(run):
    with pytest.raises(CommandError, match="不完整或已损坏"):
        run(LIST, pack=lambda content: lzma.compress(content)[:-20])


def test_bytes_that_are_no_text_are_told(run):
    with pytest.raises(CommandError, match="文字编码认不出来"):
        run(LIST, pack=lambda content: b"\xff\xff\xff" + content)


@pytest.mark.parametrize(
    "lines, options, words",
    [
        (LIST, ["--under", "410199"], "没有代码“410199”"),
        (LIST, ["--on", "30.4.2021"], "日期“30.4.2021”无法识别"),
        (LIST, ["--user", "nobody"], "没有账号“nobody”"),
        ([], [], "没有任何区划"),
    ],
)
def test_what_cannot_be_done_is_told(run, lines, options, words):
    with pytest.raises(CommandError, match=words):
        run(lines, *options)
    assert not Division.objects.exists()


def test_a_file_that_is_not_there_is_told(db):
    with pytest.raises(CommandError, match="无法读取文件"):
        call_command("import_divisions", "nowhere.csv")


# -- history and size -----------------------------------------------------------------------------


def test_each_change_is_in_the_history_with_user_file_and_batch(run, make_account):
    user = make_account("keeper")
    run(
        [*changed(5, name="甲新街道")[:-1], LIST[-1].replace("216,丙一", "217,丙二")],
        "--user",
        "keeper",
    )
    model = Division.objects.first().events.model
    found = model.objects.filter(pgh_context__metadata__user=user.pk).select_related("pgh_context")
    assert {(e.pgh_label, e.code, e.name, e.abolished_on) for e in found} == {
        ("insert", "410182103217", "丙二村", None),
        ("update", "410182001", "甲新街道", None),
        ("update", "410182103216", "丙一村", date(2021, 4, 30)),
    }
    (about,) = {tuple(sorted(e.pgh_context.metadata.items())) for e in found}
    assert dict(about).keys() == {"user", "file", "batch", "command"}
    assert dict(about)["file"] == "list.csv"


def test_json_tells_the_same(run, county):
    told = json.loads(run(changed(11, name="丙一新村"), "--json"))
    assert told["listed"] == 10
    assert told["counts"]["更名"] == 1
    assert told["examples"]["更名"] == ["410182103216 丙一村 → 丙一新村"]


def big_list(towns: int, villages: int) -> list[str]:
    """An invented county of towns with villages each; names differ."""
    lines = list(LIST[:3])
    for town in range(100, 100 + towns):
        lines.append(f"410182{town}000,示{town}镇,township,410182000000")
        lines += [
            f"410182{town}{200 + n},示例{town}之{n}村,village,410182{town}000"
            for n in range(villages)
        ]
    return lines


def test_a_big_list_costs_as_many_queries_as_a_small_one(run):
    def queries(lines):
        before = len(connection.queries_log)
        connection.force_debug_cursor = True
        try:
            run(lines)
        finally:
            connection.force_debug_cursor = False
        return len(connection.queries_log) - before

    small = queries(LIST)
    Division.objects.all()._raw_delete(connection.alias)
    big = queries(big_list(90, 300))
    assert Division.objects.count() == 3 + 90 * 301
    assert big <= small + 4  # statistics for many changes, the rows told for each kind
