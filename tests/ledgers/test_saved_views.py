"""常用视图, 选列 and 打印: what a list is asked for, kept, shared, laid out."""

import pytest
from django.test import Client
from makers import make_building, make_courtyard
from pages import heads, links, read, shown_cells, value_of
from test_every_ledger import csv_lines, sheet_lines, text

from courtyards.models import Courtyard
from ledgers import registry
from ledgers.models import SavedView
from orgs.access import GrantedScope, Scope

pytestmark = pytest.mark.usefixtures("county")
LIST = "/courtyards/courtyards/"
VIEWS = f"{LIST}views/"
FIRST, OTHER_STREET = "410182001001", "410182002001"


@pytest.fixture
def courts():
    return [
        make_courtyard("轴承厂西院", FIRST, kind="cluster"),
        make_courtyard("百货楼院", FIRST),
        make_courtyard("油脂厂院", OTHER_STREET),
    ]


@pytest.fixture
def send():
    """A function that posts to a page as a user: send(user, address, action="save", name="…")."""

    def post(user, address=VIEWS, **data):
        client = Client()
        client.force_login(user)
        return client.post(address, data)

    return post


class TestColumns:
    def test_the_address_says_which_and_in_which_order(self, visit, courts):
        html = text(visit(LIST, cols="kind,name", sort="-name"))
        assert heads(html) == ["类别", "楼院（片区）"]
        assert shown_cells(html)[0] == ["片区", "轴承厂西院"]
        assert "cols=kind%2Cname" in html  # links of the page carry it
        assert read(html).select('[name=cols][value="kind,name"][form=filters]')

    def test_exports_follow(self, visit, courts):
        asked = {"cols": "division,name", "sort": "name"}
        lines = csv_lines(visit(LIST, format="csv", **asked))
        assert lines[1] == ["社区", "楼院（片区）"] and lines[2] == ["甲一社区", "百货楼院"]
        sheet = sheet_lines(visit(LIST, format="xlsx", **asked))
        assert sheet[1] == ["社区", "楼院（片区）"] and len(sheet) == 5

    def test_a_list_may_be_sorted_by_a_column_that_is_not_shown(self, visit, courts):
        html = text(visit(LIST, cols="name", sort="-division"))
        assert [row[0] for row in shown_cells(html)][0] == "油脂厂院"

    def test_an_unknown_column_is_told(self, visit, courts):
        response = visit(LIST, cols="name,secret")
        assert response.status_code == 400 and "没有“secret”这一列" in text(response)

    def test_boxes_and_numbers_become_one_address(self, visit, courts):
        asked = {"col": ["name", "division", "kind"], "at-name": "2", "at-division": "3"}
        response = visit(LIST, q="院", **asked, **{"at-kind": "1"})
        assert response.status_code == 302
        assert response.url == f"{LIST}?q=%E9%99%A2&cols=kind%2Cname%2Cdivision"
        every = list(registry.find(Courtyard).table.base_columns)
        places = {f"at-{name}": number for number, name in enumerate(every)}
        assert visit(LIST, col=every, **places).url == f"{LIST}?"

    def test_a_wrong_column_number_does_no_harm(self, visit, courts):
        response = visit(LIST, col=["name", "kind"], **{"at-name": "x", "at-kind": "-1"})
        assert response.status_code == 302 and "cols=name%2Ckind" in response.url


class TestSaving:
    def test_saved_opened_renamed_deleted(self, visit, send, courts, street_reporter):
        user = street_reporter
        address = f"{VIEWS}?kind=cluster&sort=-name&cols=name,kind&on=2021-04-01&page=3"
        response = send(user, address, action="save", name=" 片区 ")
        row = SavedView.objects.get()
        assert (row.name, row.owner) == ("片区", user)
        assert row.query == "kind=cluster&sort=-name&cols=name%2Ckind"  # no day, no page
        assert response.url == f"{LIST}?{row.query}&view={row.pk}"
        html = text(visit(response.url, user))
        assert [r[0] for r in shown_cells(html)] == ["轴承厂西院"] and "片区" in links(html)
        assert "按楼院（片区）从大到小；列：楼院（片区）、类别" in text(visit(VIEWS, user))
        send(user, action="rename", view=row.pk, name="大片区")
        assert "大片区" in links(visit(LIST, user))
        send(user, action="delete", view=row.pk)
        assert "大片区" not in text(visit(LIST, user)) and not SavedView.objects.exists()

    def test_a_taken_name_is_told_and_can_be_overwritten(self, send, street_reporter):
        send(street_reporter, f"{VIEWS}?q=a", action="save", name="我的")
        response = send(street_reporter, f"{VIEWS}?q=b", action="save", name="我的")
        assert response.status_code == 400 and "您已有名为“我的”" in text(response)
        assert value_of(response, "name") == "我的" and "覆盖同名视图" in text(response)
        send(street_reporter, f"{VIEWS}?q=b", action="save", name="我的", replace="1")
        assert SavedView.objects.get().query == "q=b"
        for name in ("", "长" * 31):
            assert send(street_reporter, action="save", name=name).status_code == 400

    def test_the_default_opens_the_bare_address_only(self, visit, send, courts, street_reporter):
        send(street_reporter, f"{VIEWS}?kind=cluster", action="save", name="片区", default="1")
        send(street_reporter, f"{VIEWS}?kind=single", action="save", name="院", default="1")
        row = SavedView.objects.get(is_default=True)
        assert row.name == "院"
        assert visit(LIST, street_reporter).url == f"{LIST}?kind=single&view={row.pk}"
        on = visit(LIST, street_reporter, on="2021-04-01").url
        assert on == f"{LIST}?kind=single&view={row.pk}&on=2021-04-01"
        assert len(shown_cells(text(visit(LIST, street_reporter, view="0")))) == 2
        assert visit(LIST, street_reporter, headers={"HX-Request": "true"}).status_code == 200
        send(street_reporter, action="undefault", view=row.pk)
        assert visit(LIST, street_reporter).status_code == 200

    def test_another_accounts_view_is_not_found(self, send, street_reporter, street_reviewer):
        send(street_reporter, action="save", name="我的", shared="1")
        row = SavedView.objects.get()
        for action in ("rename", "delete", "default", "share", "unshare"):
            assert send(street_reviewer, action=action, view=row.pk, name="x").status_code == 404
        assert send(street_reviewer, action="burn", view=row.pk).status_code == 400
        assert SavedView.objects.get().name == "我的"


class TestSharing:
    def test_only_readers_within_the_owners_scope_are_offered_it(
        self, visit, send, courts, make_account, street_reporter, leader, other_street_reporter
    ):
        reader = make_account("reader", "leader", code=FIRST)
        visit(LIST, reader)  # remembered without it
        send(street_reporter, f"{VIEWS}?kind=cluster", action="save", name="大院子")
        assert "大院子" not in text(visit(LIST, reader))
        send(street_reporter, action="share", view=SavedView.objects.get().pk)
        assert "大院子" in text(visit(LIST, reader))
        for other in (leader, other_street_reporter):
            assert "大院子" not in text(visit(LIST, other))
        assert "大院子" not in text(visit("/courtyards/buildings/", reader))
        send(street_reporter, action="unshare", view=SavedView.objects.get().pk)
        assert "大院子" not in text(visit(LIST, reader))

    @pytest.mark.parametrize("gone", [False, True], ids=["elsewhere", "deleted"])
    def test_a_condition_outside_the_readers_scope_is_left_out_and_said(
        self, visit, send, courts, make_account, street_reporter, gone
    ):
        """A street's view by one of its courtyards, opened by one community's reader."""
        neighbour = make_courtyard("邻社区院", "410182001002", kind="cluster")
        for place in (courts[1], neighbour):
            make_building(place, f"{place.name}楼")
        reader = make_account("reader", "leader", code=FIRST)
        at = "/courtyards/buildings/"
        key = 10**9 if gone else neighbour.pk
        send(
            street_reporter,
            f"{at}views/?courtyard={key}&q=楼",
            action="save",
            name="邻",
            shared="1",
        )
        view = SavedView.objects.get()
        page = text(visit(f"{at}?{view.query}&view={view.pk}", reader))
        assert "条件“楼院”不在您可查看的范围内" in page and "邻社区院" not in page
        assert shown_cells(page) and "百货楼院楼" in page
        # Neither the condition nor the view goes on with the links, nor stands in the search.
        assert f"courtyard={key}" not in page.replace(view.query.replace("&", "&amp;"), "")
        # Without a view, and for a file, what lies outside does not exist, as everywhere.
        assert visit(at, reader, courtyard=key).status_code == 404
        asked = {"courtyard": key, "view": view.pk, "format": "csv"}
        assert visit(at, reader, **asked).status_code == 404
        own = text(visit(f"{at}?courtyard={neighbour.pk}&view={view.pk}", street_reporter))
        assert "不在您可查看的范围内" not in own and len(shown_cells(own)) == 1

    def test_a_division_outside_the_readers_scope_is_left_out_too(
        self, visit, send, courts, make_account, street_reporter
    ):
        reader = make_account("reader", "leader", code=FIRST)
        address = f"{VIEWS}?division=410182001002&kind=cluster"
        send(street_reporter, address, action="save", name="二社区", shared="1")
        view = SavedView.objects.get()
        answer = visit(f"{LIST}?{view.query}&view={view.pk}", reader)
        assert answer.status_code == 200 and "条件“区划”不在您可查看的范围内" in text(answer)
        assert [row[0] for row in shown_cells(text(answer))] == ["轴承厂西院"]
        assert visit(LIST, reader, division="410182001002").status_code == 400

    def test_a_shared_default_is_nobody_elses_default(
        self, visit, send, courts, street_reporter, street_reviewer
    ):
        address = f"{VIEWS}?kind=cluster"
        send(street_reporter, address, action="save", name="片区", default="1", shared="1")
        assert visit(LIST, street_reviewer).status_code == 200

    def test_who_cannot_edit_cannot_share(self, visit, send, leader):
        assert send(leader, action="save", name="x", shared="1").status_code == 400
        assert not SavedView.objects.exists()
        assert "共享给" not in text(visit(VIEWS, leader))

    def test_two_readers_of_one_scope_see_their_own_views(
        self, visit, send, courts, street_reporter, street_reviewer
    ):
        """The rows are remembered for both together, the views are not."""
        send(street_reporter, action="save", name="甲的")
        send(street_reviewer, action="save", name="乙的")
        for user, own, other in (
            (street_reporter, "甲的", "乙的"),
            (street_reviewer, "乙的", "甲的"),
        ):
            html = text(visit(LIST, user))
            assert own in html and other not in html

    @pytest.mark.parametrize(
        ("mine", "reach", "within"),
        [
            ([("leader", "410182001", "")], ["410182001/"], True),
            ([("leader", "410182001001", "")], ["410182001/"], True),
            ([("leader", "410182", "")], ["410182001/"], False),
            ([("leader", "410182001", "roads")], ["410182/roads"], True),
            ([("leader", "410182001", "")], ["410182/roads"], False),
            ([("leader", "410182001", ""), ("leader", "410182002", "")], ["410182001/"], False),
            ([("auditor", "410182001", "")], ["410182001/"], False),
            ([], ["410182001/"], False),
        ],
    )
    def test_lies_within(self, mine, reach, within):
        scope = Scope(tuple(GrantedScope(*grant) for grant in mine))
        assert scope.lies_within(reach) is within


class TestPrint:
    def test_title_day_filter_and_rows(self, visit, courts, street_reporter):
        html = text(visit(LIST, street_reporter, format="print", kind="cluster", cols="name,kind"))
        assert heads(html) == ["楼院（片区）", "类别"] and len(shown_cells(html)) == 1
        assert "截至2021年4月30日" in html and "筛选：类别：片区" in html and "示例数据" in html
        assert "油脂厂院" not in text(visit(LIST, street_reporter, format="print"))

    def test_a_wrong_filter_is_told(self, visit, courts):
        assert visit(LIST, format="print", kind="villa").status_code == 400


def test_an_empty_list_says_what_to_do_next(visit, street_reporter):
    html = text(visit(LIST, street_reporter))
    assert "您的范围内还没有楼院" in html and "新增楼院" in links(html)
    assert "任命楼院长" in text(visit("/courtyards/headships/", street_reporter))
    assert "清除筛选条件" in text(visit(LIST, street_reporter, q="zzz"))
