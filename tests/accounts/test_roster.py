"""Accounts from a roster: read, previewed, carried out once, carried by posts, in one's divisions."""

import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from makers import make_courtyard, make_organization, make_person, make_post, make_unit
from openpyxl import load_workbook
from pages import errors, plain, read, value_of
from rosters import roster

from ledgers import clock
from orgs.access import scope_of
from orgs.accounts.login_links import link_of
from orgs.accounts.roster_workbook import LABELS, MAX_ROWS
from orgs.models import Grant, LoginLink, User
from orgs.people.services import end_post

UPLOAD, APPLY = "/accounts/roster/", "/accounts/roster/apply/"
ROW = {"name": "示例张三", "unit": "示例局", "role": "填报员", "division": "甲街道"}


@pytest.fixture
def keeper(as_user, admin_user):
    return as_user(admin_user)


@pytest.fixture
def upload(keeper, county):
    make_unit()

    def send(*rows, **options):
        return keeper.post(UPLOAD, {"roster": roster(*rows, **options)})

    return send


@pytest.fixture
def confirm(keeper):
    def send(answer):
        return keeper.post(APPLY, {name: value_of(answer, name) for name in ("packed", "shown")})

    return send


def plan_of(answer):
    return answer.context["plan"] if answer.context else None


class TestReading:
    def test_the_template_has_lists_and_goes_in_again(self, keeper, county):
        make_unit()
        answer = keeper.get("/accounts/roster/template/")
        book = load_workbook(io.BytesIO(answer.content))
        sheet = book["名册"]
        assert [cell.value.rstrip("*") for cell in sheet[1]] == list(LABELS.values())
        ranges = {str(each.sqref) for each in sheet.data_validations.dataValidation}
        assert ranges == {"B2:B501", "F2:F501", "G2:G501", "H2:H501"}
        offered = [row[1].value for row in book["选项"].iter_rows(min_row=2)]
        assert "410182001 甲街道" in offered
        sheet.append(["示例张三", "示例局", None, None, None, "填报员", "410182001 甲街道"])
        target = io.BytesIO()
        book.save(target)
        sent = SimpleUploadedFile("名册.xlsx", target.getvalue())
        assert "开户并授权" in plain(keeper.post(UPLOAD, {"roster": sent}))

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "文件是空的"),
            (b"name,role\nx,y\n", "这不是工作簿"),
            (b"PK\x03\x04 and then nothing", "文件已损坏"),
            (b"PK\x03\x04" + b"0" * (2 * 1024 * 1024), "超过2MB"),
        ],
    )
    def test_what_is_no_workbook_is_refused_by_its_content(self, keeper, content, words):
        sent = SimpleUploadedFile("roster.xlsx", content)
        answer = keeper.post(UPLOAD, {"roster": sent})
        assert answer.status_code == 400 and words in plain(answer)

    def test_macros_and_bombs_are_refused(self, keeper):
        for part, content, words in (
            ("xl/vbaProject.bin", b"x", "有宏"),
            ("xl/media/big.bin", b"0" * (41 * 1024 * 1024), "解压后超过40MB"),
        ):
            target = io.BytesIO(roster(ROW).read())
            with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(part, content)
            sent = SimpleUploadedFile("roster.xlsx", target.getvalue())
            assert words in plain(keeper.post(UPLOAD, {"roster": sent}))

    def test_headers_and_rows_are_asked_for(self, upload):
        assert "没有找到表头" in plain(upload(headers=["甲", "乙"]))
        assert "缺少“区划”列" in plain(upload(headers=["姓名", "角色", "单位"]))
        assert "没有人员" in plain(upload())
        assert f"最多{MAX_ROWS}行" in plain(upload(*[ROW] * (MAX_ROWS + 1)))


class TestMistakes:
    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ({"name": ""}, "请填写姓名"),
            ({"role": "局长"}, "没有“局长”这一角色"),
            ({"division": "戊街道"}, "没有这个区划"),
            ({"division": "999999"}, "没有这个区划代码"),
            ({"division": "4101"}, "不在您的管理范围内"),
            ({"unit": "没有的局"}, "没有这个单位"),
            ({"line": "航天"}, "没有“航天”这一战线"),
            ({"since": "明天"}, "“明天”读不出确定的日期"),
            ({"since": "2021-05-01", "until": "2021-04-01"}, "终止日期应晚于起始日期"),
            ({"phone": "一三八"}, "“一三八”不是一个完整的电话号码"),
            ({"post": "书记"}, "不能依据任职授权"),
            ({"username": "张三"}, "账号用3至30个字母"),
            ({"username": "leader"}, "账号leader已由他人使用"),
        ],
    )
    def test_stand_beside_their_cell_and_nothing_is_stored(self, upload, leader, cells, words):
        accounts = User.objects.count()
        page = upload(ROW | cells)
        beside = [error for cell in read(page).select("td") for error in errors(cell)]
        assert any(words in error for error in beside)
        assert "确认办理" not in plain(page)
        assert User.objects.count() == accounts

    def test_two_divisions_of_one_name_ask_for_the_code(self, upload, county):
        from orgs.models import Division

        for code in ("410182001009", "410182002009"):
            Division.objects.create(
                code=code, name="同名社区", level="community", parent_id=code[:9]
            )
        page = plain(upload(ROW | {"division": "同名社区"}))
        assert "410182001009（甲街道）" in page
        assert "开户并授权" in plain(upload(ROW | {"division": "410182001009"}))
        assert "开户并授权" in plain(upload(ROW | {"division": "410182001000"}))

    def test_two_of_one_name_are_told_apart_by_phone(self, upload):
        for phone in ("13800001111", "13800002222"):
            make_person("示例张三", phone=phone)
        row = ROW | {"unit": ""}
        assert "有2名示例张三" in plain(upload(row))
        page = plain(upload(row | {"phone": "13800002222"}))
        assert "开户并授权" in page and "13800002222" not in page

    def test_the_same_twice_and_roles_that_exclude_each_other(self, upload):
        assert "与第2行重复" in plain(upload(ROW, ROW))
        page = plain(upload(ROW, ROW | {"role": "安全审计员"}))
        assert "三员分立" in page

    def test_ones_own_account_is_no_account_of_the_roster(self, upload, admin_user):
        User.objects.filter(pk=admin_user.pk).update(first_name="示例张三")
        assert "不能给自己的账号授权" in plain(upload(ROW | {"username": "admin"}))

    def test_who_opens_a_streets_accounts_opens_no_other_streets(self, as_user, make_account):
        make_unit()
        client = as_user(make_account("street-admin", "system_admin", code="410182001"))
        page = plain(client.post(UPLOAD, {"roster": roster(ROW | {"division": "乙街道"})}))
        assert "不在您的管理范围内" in page


class TestPreview:
    def test_says_what_each_row_will_get_and_see(self, upload):
        make_courtyard("甲院")
        make_courtyard("乙院", code="410182002001")
        page = plain(upload(ROW, ROW | {"name": "示例李四", "division": "410182", "role": "领导"}))
        assert "shilizhangsan" in page and "填报员：甲街道（410182001）及以下，全部战线" in page
        assert "楼院1" in page and "楼院2" in page
        assert "新开账号2个" in page
        assert not User.objects.filter(username="shilizhangsan").exists()

    def test_a_line_of_work_narrows_what_is_counted(self, upload):
        make_courtyard("甲院")
        page = plain(upload(ROW | {"line": "城市道路综合改造"}))
        assert "楼院1" not in page

    def test_usernames_are_unique_against_the_database_and_the_roster(self, upload, make_account):
        make_account("shilizhangsan")
        make_unit("另一局")
        page = plain(upload(ROW, ROW | {"unit": "另一局"}))
        assert "shilizhangsan2" in page and "shilizhangsan3" in page

    def test_asks_no_more_for_more_rows(self, upload, django_assert_max_num_queries):
        rows = [ROW | {"name": f"示例{sign}"} for sign in "甲乙丙丁戊己庚辛壬癸"]
        upload(rows[0])
        with django_assert_max_num_queries(30):
            upload(*rows)


class TestCarryingOut:
    def test_opens_accounts_with_links_and_never_a_password(self, upload, confirm):
        answer = confirm(upload(ROW, ROW | {"role": "审核员"}, ROW | {"name": "示例李四"}))
        page = plain(answer)
        assert "新开账号2个，授权3项" in page
        assert answer["Cache-Control"] == "no-store"
        tokens = re.findall(r"/accounts/link/([^/ ]+)/", page)
        assert {link_of(token).user.username for token in tokens} == {
            "shilizhangsan",
            "shililisi",
        }
        user = User.objects.get(username="shilizhangsan")
        assert not user.has_usable_password()
        assert (user.first_name, user.unit.name) == ("示例张三", "示例局")
        assert {grant.role for grant in user.grants.all()} == {"reporter", "reviewer"}

    def test_the_same_file_twice_changes_nothing(self, upload, confirm):
        make_person("示例王五", unit=make_unit("示例二局"))
        rows = (ROW, {"name": "示例王五", "role": "领导", "division": "410182"})
        confirm(upload(*rows))
        before = list(Grant.objects.order_by("pk").values()), LoginLink.objects.count()
        page = plain(upload(*rows))
        assert "没有需要办理的" in page and "已有，不变" in page
        assert (list(Grant.objects.order_by("pk").values()), LoginLink.objects.count()) == before

    def test_the_same_preview_confirmed_twice_opens_one_account(self, upload, confirm):
        shown = upload(ROW)
        confirm(shown)
        again = confirm(shown)
        assert again.status_code == 409 and "请核对后再确认" in plain(again)
        assert User.objects.filter(first_name="示例张三").count() == 1

    def test_all_or_nothing(self, upload, confirm, monkeypatch):
        from orgs.accounts import roster_services as service

        real, calls = service.grant_role, []

        def fails_at_the_second(**values):
            calls.append(values)
            if len(calls) == 2:
                raise service.ValidationError("中途失败")
            return real(**values)

        monkeypatch.setattr(service, "grant_role", fails_at_the_second)
        before = User.objects.count()
        answer = confirm(upload(ROW, ROW | {"name": "示例李四"}))
        assert answer.status_code == 400 and "中途失败" in plain(answer)
        assert (User.objects.count(), LoginLink.objects.count()) == (before, 0)

    def test_a_preview_cannot_be_made_up(self, keeper):
        answer = keeper.post(APPLY, {"packed": "x:y:z", "shown": ""})
        assert answer.status_code == 400 and "预览已失效" in plain(answer)

    def test_access_ends_when_the_post_ends(self, upload, confirm):
        person = make_person("示例张三", unit=make_unit("示例办"))
        post = make_post(person, organization=make_organization())
        confirm(upload(ROW | {"unit": "", "post": "书记"}))
        user = User.objects.get(person=person)
        grant = user.grants.get()
        assert grant.post == post
        assert scope_of(user).can("report")
        end_post(post=post, on=clock.today())
        assert not scope_of(User.objects.get(pk=user.pk)).can("report")
        grant.refresh_from_db()
        assert grant.until == clock.today()

    def test_a_post_that_ends_by_other_means_ends_it_too(self, upload, confirm):
        person = make_person("示例张三")
        post = make_post(person, organization=make_organization())
        confirm(upload(ROW | {"unit": "", "post": "示例总支书记"}))
        type(post).objects.filter(pk=post.pk).update(until=clock.today())
        user = User.objects.get(person=person)
        assert scope_of(user).grants == ()

    def test_days_of_the_roster_hold(self, upload, confirm):
        soon = clock.today() + timedelta(days=3)
        confirm(upload(ROW | {"since": date(2021, 5, 3), "until": "2021年6月1日"}))
        grant = Grant.objects.get(user__username="shilizhangsan")
        assert (grant.since, grant.until) == (soon, date(2021, 6, 1))


def test_two_hundred_accounts_at_once(upload, confirm):
    rows = [
        ROW | {"name": f"示例{a}{b}"}
        for a in "赵钱孙李周吴郑王冯陈"
        for b in "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"
    ]
    page = confirm(upload(*rows))
    assert "新开账号200个，授权200项" in plain(page)
    assert len(read(page).select('img[src^="data:image/svg+xml"]')) == 200
