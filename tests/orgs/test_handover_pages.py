"""The hand-over page: look-up, preview, one step; what is typed stays, errors stand at their rows."""

from datetime import date

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from handovers import make_holder, make_order, make_problem, seen_by
from makers import COMMUNITY, START, make_branch, make_courtyard, make_person, make_post, make_unit
from pages import changes, fields, is_whole, names, plain, read, value_of, words_of
from psycopg2.errors import DeadlockDetected

from courtyards.models import Headship
from orgs.models import Person, Post
from orgs.people.handover_items import held_on
from orgs.people.services import end_post
from projects.models import Road
from volunteers.models import RoadChief

pytestmark = pytest.mark.usefixtures("county")
TODAY = date(2021, 4, 30)
DAY = "2021-04-20"


@pytest.fixture
def office(as_user, orgdept):
    return as_user(orgdept)


@pytest.fixture
def secretary(county):
    """A secretary who is also the head of a courtyard; returns person, post, headship."""
    person = make_person("示例张三")
    post = make_post(person, organization=make_branch())
    head = Headship.objects.create(
        person=person, courtyard=make_courtyard(), division_id=person.division_id, since=START
    )
    return person, post, head


def address(person) -> str:
    return reverse("orgs:person_hand_over", args=[person.pk])


def words(answer) -> str:
    return answer.content.decode()


def block(answer, key: str) -> str:
    """What the page says about one row."""
    return plain(read(answer).find(id=f"duty-{key}"))


def filled(user, leaver, /, *, day=DAY, step="preview", fates=None, **values):
    """What the browser sends; `fates` by row key, by default everything is left vacant."""
    items = held_on(leaver, date.fromisoformat(day), user=user)
    data = {"on": day, "shown_on": day, "extent": "all", "note": "已交接", "step": step}
    data["shown"] = [f"{item.key}={item.token}" for item in items if item.in_scope]
    data |= {f"{item.key}-fate": "vacate" for item in items}
    data |= {f"{key}-fate": fate for key, fate in (fates or {}).items()}
    return data | values


class TestThePage:
    def test_it_lists_everything_and_asks_for_each(self, office):
        person, rows = make_holder()
        page = office.get(address(person))
        assert page.status_code == 200
        for code, row in rows.items():
            assert "继续" in block(page, f"{code}-{row.pk}")
        assert "共 13 项" in words(page)
        assert "统一接任人" not in block(page, f"grant-{rows['grant'].pk}")

    def test_a_link_from_the_person_and_from_the_post(self, office, secretary):
        person, post, _ = secretary
        assert address(person) in words(office.get(reverse("orgs:person_detail", args=[person.pk])))
        page = words(office.get(reverse("orgs:post_detail", args=[post.pk])))
        assert f"{address(person)}?row=post-{post.pk}" in page

    def test_from_a_post_the_others_stay(self, office, secretary):
        person, post, head = secretary
        page = office.get(address(person), {"row": f"post-{post.pk}"})
        assert value_of(page, f"headship-{head.pk}-fate") == "keep"
        assert value_of(page, f"post-{post.pk}-fate") == ""
        assert value_of(page, "extent") == "part"

    def test_what_stays_open_in_the_place_is_said_beside_it(self, office, secretary):
        person, _, head = secretary
        unit = make_unit("示例中心")
        lead = make_post(person, "head", unit=unit)
        make_problem(courtyard=head.courtyard)
        make_problem("已销号", courtyard=head.courtyard, closed_on=START, ending="mended")
        make_problem("单位的", responsible_unit=unit)
        make_order(unit=unit)
        page = office.get(address(person))
        assert "该楼院有1个未销号问题" in block(page, f"headship-{head.pk}")
        assert "该单位有1个未销号问题、1份未办结督办单" in block(page, f"post-{lead.pk}")

    def test_nothing_held_is_said(self, office):
        assert "没有需要交接的事项" in words(office.get(address(make_person())))

    def test_getting_the_page_writes_nothing(self, office, secretary):
        before = Post.objects.get().events.count()
        office.get(address(secretary[0]))
        assert Post.objects.get().events.count() == before

    def test_twice_the_duties_cost_no_more_look_ups(self, office):
        """Each kind of duty is read at once, however many rows it has."""

        def queries(roads):
            person = make_person(f"示例{roads}路长")
            for number in range(roads):
                road = Road.objects.create(name=f"{roads}示例{number}路", division_id=COMMUNITY)
                RoadChief.objects.create(road=road, person=person, level="first", since=START)
            with CaptureQueriesContext(connection) as asked:
                assert f"共 {roads} 项" in words(office.get(address(person)))
            return len(asked)

        queries(1)  # the session notes its first activity
        assert queries(12) == queries(6) < 40

    def test_scope_and_verb(self, as_user, make_account, street_reporter, secretary):
        person = secretary[0]
        assert as_user(street_reporter).get(address(person)).status_code == 403
        other = as_user(make_account("other", "org_admin", code="410182002"))
        assert other.get(address(person)).status_code == 404
        assert other.post(address(person), {}).status_code == 404


class TestLookingUp:
    def test_without_script_the_row_shows_its_matches_and_keeps_the_rest(
        self, office, orgdept, secretary
    ):
        person, post, head = secretary
        make_person("示例李四", phone="13800001234")
        data = filled(orgdept, person, note="写了一半")
        key = f"headship-{head.pk}"
        data |= {"find": key, f"{key}-q": "slls", f"{key}-fate": ""}
        page = office.post(address(person), data)
        assert page.status_code == 200
        assert "示例李四" in block(page, key)
        assert "138****1234" in block(page, key)
        assert value_of(page, f"{key}-fate") == "other"
        assert "示例李四" not in block(page, f"post-{post.pk}")
        assert "写了一半" in words(page)
        assert not Headship.objects.filter(until__isnull=False).exists()

    def test_the_script_gets_only_the_matches(self, office, secretary):
        person = secretary[0]
        make_person("示例李四")
        part = office.get(address(person), {"matches": "1", "row": "post-1", "q": "LiSi"})
        assert "post-1-person" in names(part)
        assert not is_whole(part)
        common = office.get(address(person), {"matches": "1", "row": "", "q": "lisi"})
        assert "person" in names(common)

    def test_neither_the_leaver_nor_outsiders_nor_those_gone_are_offered(
        self, as_user, make_account, secretary
    ):
        person, _, head = secretary
        clerk_account = make_account("clerk", "org_admin", code="410182001")
        clerk = as_user(clerk_account)
        far = make_person("示例外人", code="410182002001")
        make_person("示例旧人", left_on=START)
        asked = {"matches": "1", "row": "post-1", "q": "shili"}
        assert "没有找到" in words(clerk.get(address(person), asked))
        key = f"headship-{head.pk}"
        data = filled(clerk_account, person, fates={key: "other"}, **{f"{key}-person": far.pk})
        answer = clerk.post(address(person), data)
        assert answer.status_code == 422
        assert "不在您的管理范围内" in block(answer, key)


class TestPreviewAndAct:
    def test_the_preview_says_what_will_be_and_stores_nothing(self, office, orgdept, secretary):
        person, post, head = secretary
        heir = make_person("示例李四")
        data = filled(orgdept, person, fates={f"post-{post.pk}": "common"}, person=heir.pk)
        page = office.post(address(person), data)
        assert page.status_code == 200
        assert "尚未登记" in words(page)
        assert "示例张三 → 示例李四，自2021年4月20日起" in plain(page)
        assert "示例李四" in words_of(page, "ins")
        assert "暂时空缺" in words(page)
        assert "10 天以前" in words(page)
        assert not Post.objects.filter(person=heir).exists()
        back = office.post(address(person), data | {"step": "edit"})
        assert value_of(back, f"post-{post.pk}-fate") == "common"
        assert "示例李四" in words(back)

    def test_confirming_does_it_once(self, office, orgdept, secretary):
        person, post, head = secretary
        heir = make_person("示例李四")
        data = filled(
            orgdept, person, step="confirm", fates={f"post-{post.pk}": "common"}, person=heir.pk
        )
        answer = office.post(address(person), data, follow=True)
        assert "已登记示例张三自2021年4月20日起离任：交接1项，空缺或终止1项。" in words(answer)
        assert Post.objects.on(TODAY).get().person == heir
        assert not Headship.objects.on(TODAY).exists()
        assert Person.objects.get(pk=person.pk).left_on == date(2021, 4, 20)
        again = office.post(address(person), data)
        assert again.status_code == 422
        assert "不必重复办理" in words(again)
        assert Post.objects.count() == 2

    def test_a_gap_shows_what_was_left_from_that_day_on(self, office, orgdept, secretary):
        person, post, head = secretary
        office.post(address(person), filled(orgdept, person, step="confirm"))
        for code, name in (
            ("branch_no_secretary", post.organization.name),
            ("courtyard_no_head", head.courtyard.name),
        ):
            gap = reverse("gap_detail", args=[code])
            assert name in words(office.get(gap, {"on": DAY}))
            assert name not in words(office.get(gap, {"on": "2021-04-19"}))

    def test_taking_it_back_and_the_list_of_those_in_office(self, office, orgdept, secretary):
        person = secretary[0]
        office.post(address(person), filled(orgdept, person, step="confirm"), follow=True)
        listed = reverse("orgs:person_list")
        assert person.name not in words(office.get(listed, {"office": "yes"}))
        assert person.name in words(office.get(listed, {"office": "no"}))
        assert person.name in words(office.get(listed, {"office": "yes", "on": "2021-04-19"}))
        back = reverse("orgs:person_reinstate", args=[person.pk])
        page = words(office.get(reverse("orgs:person_detail", args=[person.pk])))
        assert back in page and address(person) not in page
        assert "不会自动恢复" in words(office.get(back))
        assert office.post(back, {}).status_code == 302
        assert Person.objects.get(pk=person.pk).left_on is None
        assert "不必撤销" in words(office.get(back))

    def test_a_later_day_is_said(self, office, orgdept, secretary):
        person = secretary[0]
        page = office.post(address(person), filled(orgdept, person, day="2021-06-01"))
        assert "到该日之前仍由示例张三担任" in words(page)


class TestErrors:
    def test_beside_their_rows_with_everything_kept(self, office, orgdept, secretary):
        person, post, head = secretary
        unfit = make_person("示例群众", party_status="none")
        fates = {f"post-{post.pk}": "common", f"headship-{head.pk}": ""}
        data = filled(orgdept, person, fates=fates, person=unfit.pk, note="交接说明在此")
        answer = office.post(address(person), data)
        assert answer.status_code == 422
        assert "不是正式党员" in block(answer, f"post-{post.pk}")
        assert "请选择由谁接任" in block(answer, f"headship-{head.pk}")
        assert "2项下有提示" in words(answer)
        assert "交接说明在此" in words(answer)
        assert "示例群众" in words(answer)
        assert value_of(answer, f"post-{post.pk}-fate") == "common"
        assert not Post.objects.filter(until__isnull=False).exists()

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"on": ""}, "请填写离任日期"),
            ({"on": "20210"}, "读不出确定的日期"),
            ({"on": "1921-04-20"}, "这个年份不大可能"),
            ({"extent": ""}, "请选择是全部离任"),
            ({"extent": "x"}, "选择一个有效的选项"),
            ({"person": "x"}, "不在您的管理范围内"),
            ({"shown": ["nonsense", "post-x=1", "=", "post-99999999999999999999=1"]}, "新增"),
        ],
    )
    def test_what_cannot_be_understood(self, office, orgdept, secretary, values, sentence):
        person = secretary[0]
        answer = office.post(address(person), filled(orgdept, person) | values)
        assert answer.status_code in (409, 422)
        assert sentence in words(answer)

    def test_a_common_successor_is_missing(self, office, orgdept, secretary):
        person, post, _ = secretary
        data = filled(orgdept, person, fates={f"post-{post.pk}": "common"})
        assert "请查找并选定一人" in words(office.post(address(person), data))


class TestChangedMeanwhile:
    def test_what_changed_is_shown_and_the_user_decides(self, office, orgdept, secretary):
        person, post, head = secretary
        data = filled(orgdept, person, step="confirm")
        end_post(post=post, on=date(2021, 4, 10))
        Headship.objects.filter(pk=head.pk).update(appointed_by="示例街道")
        new = make_post(person, "head", unit=make_unit("示例中心"))
        answer = office.post(address(person), data)
        assert answer.status_code == 409
        page = plain(answer)
        assert "还没有登记" in page
        assert "新增 任职：示例中心 主要负责人" in page
        assert "已不在其名下 任职：示例院党支部 书记（2021年4月10日终止）" in page
        assert "任命单位：— → 示例街道" in page and ("—", "示例街道") in changes(answer)
        assert Headship.objects.get().until is None
        # The page now knows the new rows: deciding on them and confirming goes through.
        shown = [field["value"] for field in fields(answer, "shown")]
        assert [key for key in shown if key.startswith(f"post-{new.pk}=")]
        now = filled(orgdept, person, step="confirm")
        assert {f"{k}={v}" for k, v in seen_by(orgdept, person, date(2021, 4, 20)).items()} == set(
            now["shown"]
        )
        assert office.post(address(person), now).status_code == 302

    def test_when_the_database_undoes_one_of_two_the_page_comes_back_filled(
        self, office, orgdept, secretary, monkeypatch
    ):
        def undone(**about):
            raise OperationalError("deadlock detected") from DeadlockDetected()

        monkeypatch.setattr("orgs.people.handover_views.hand_over", undone)
        person = secretary[0]
        data = filled(orgdept, person, step="confirm", note="说明在此")
        answer = office.post(address(person), data)
        assert answer.status_code == 422
        assert "核对后再提交一次" in words(answer)
        assert "说明在此" in words(answer)

    def test_another_day_with_other_duties_says_so(self, office, orgdept, secretary):
        person = secretary[0]
        make_post(person, "head", unit=make_unit("示例中心"), until=date(2021, 4, 15))
        data = filled(orgdept, person) | {"on": "2021-04-10"}
        answer = office.post(address(person), data)
        assert answer.status_code == 409
        assert "离任日期由2021年4月20日改为2021年4月10日后" in words(answer)
        assert "示例中心" in words(answer)

    def test_refreshing_the_list_checks_nothing(self, office, orgdept, secretary):
        person = secretary[0]
        data = filled(orgdept, person, step="refresh") | {"on": "2021-03-01", "extent": ""}
        answer = office.post(address(person), data)
        assert answer.status_code == 200
        assert value_of(answer, "on") == "2021-03-01"
        assert "请选择是全部离任" not in words(answer)
