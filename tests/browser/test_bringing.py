"""A messy workbook in real Chromium: a column corrected, good rows stored, mistakes mended, taken back."""

from io import BytesIO

import openpyxl
import pytest
from django.core.management import call_command
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import Courtyard

pytestmark = pytest.mark.browser
HEADS = ["序号", "社区", "院子叫什么", "楼栋数", "户数", "人口数"]


@pytest.fixture
def browse(transactional_db, request, settings, tmp_path):
    """`visit` in a small county, with folders of its own for what is brought in."""
    call_command("flush", verbosity=0, interactive=False)
    settings.MEDIA_ROOT, settings.JOBS_ROOT = tmp_path / "uploads", tmp_path / "jobs"
    for name in ("county", "street_reporter"):
        request.getfixturevalue(name)
    return request.getfixturevalue("visit")


def write(path, soft):
    """The ledger as people write it: a title, the unit line, a sum that does not fit, a signature."""
    book = openpyxl.Workbook()
    book.active.title = "楼院"
    for row in (
        ["甲街道无主管楼院基本情况台账"],
        ["填报单位:(盖章)    填报时间:2021.3.5    单位:栋、户、人"],
        HEADS,
        [1, "甲一社区", "甲家属院", "６栋", "约150", "400余人"],
        [2, "同上", "乙家属院", "三", soft, 170],
        ["合计", None, None, 10, None, None],
        ["填表人:示例"],
    ):
        book.active.append(row)
    book.active.merge_cells("A1:F1")
    book.save(path)
    return path


def sound(page) -> None:
    """Nothing lies sideways and axe finds nothing serious, on a desk and on a phone."""
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert not moves_sideways(page), page.url
        assert serious(page) == [], page.url
    page.set_viewport_size(DESK)


def test_from_a_messy_file_to_the_ledger_and_back(browse, tmp_path):
    page = browse("suohe", DESK, java_script_enabled=False, accept_downloads=True)
    page.goto("/courtyards/courtyards/")
    page.get_by_role("link", name="导入", exact=True).click()
    page.set_input_files("[name=file]", write(tmp_path / "台账.xlsx", "60-70"))
    page.get_by_role("button", name="上传并核对").click()
    expect(page.locator("main")).to_contain_text("没有找到楼院台账的表头")
    page.get_by_role("link", name="指明各列").click()
    page.get_by_label("院子叫什么").select_option(label="楼院名称（必需）")
    page.get_by_role("button", name="按此重新核对").click()
    expect(page.locator("main")).to_contain_text("另请留意 1 处")
    expect(page.locator("main q")).to_have_text("60-70")
    page.get_by_role("link", name="存疑").click()
    expect(page.locator(".preview tbody tr")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载标注的原文件").click()
    book = openpyxl.load_workbook(BytesIO(download.value.path().read_bytes()))
    assert "待改" in book.sheetnames and book["楼院"]["E5"].comment
    page.get_by_role("button", name="只入库无误的 1 行").click()
    expect(page.locator("main")).to_contain_text("甲家属院")
    assert Courtyard.objects.count() == 1

    page.goto("/imports/new/courtyards/")
    page.set_input_files("[name=file]", write(tmp_path / "改好.xlsx", 65))
    page.get_by_role("button", name="上传并核对").click()  # its columns are remembered
    page.get_by_role("button", name="全部入库（1 行）").click()
    assert Courtyard.objects.count() == 2
    page.get_by_role("link", name="撤销这一批").click()
    page.get_by_role("button", name="确认撤销整批").click()
    expect(page.locator("main")).to_contain_text("台账回到导入之前")
    assert Courtyard.objects.get().name == "甲家属院"


def test_each_page_is_sound_on_a_desk_and_on_a_phone(browse, tmp_path):
    page = browse("suohe", DESK)
    page.goto("/imports/new/courtyards/")
    sound(page)
    page.set_input_files("[name=file]", write(tmp_path / "台账.xlsx", "60-70"))
    page.get_by_role("button", name="上传并核对").click()
    sound(page)
    page.get_by_role("link", name="指明各列").click()
    page.get_by_label("院子叫什么").select_option(label="楼院名称（必需）")
    sound(page)
    page.get_by_role("button", name="按此重新核对").click()
    sound(page)
    page.get_by_role("button", name="只入库").click()
    sound(page)
    page.get_by_role("link", name="撤销这一批").click()
    sound(page)
    page.goto("/imports/")
    sound(page)
