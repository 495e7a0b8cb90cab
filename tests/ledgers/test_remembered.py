"""What is remembered: until a table changes that it was read from, and no longer."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction
from django.urls import reverse
from makers import make_courtyard, make_person, make_unit

from courtyards.models import Courtyard, Headship
from ledgers.query_cache import cached, cached_each, cached_function, forget, table_versions
from orgs.models import Grant, Person, Unit, User


class Counter:
    """A question to the database that counts how often it is really asked."""

    def __init__(self, ask):
        self.ask, self.times = ask, 0

    def __call__(self, *args):
        self.times += 1
        return self.ask(*args)


def people() -> list[str]:
    return list(Person.objects.order_by("name").values_list("name", flat=True))


class TestOneThing:
    def test_stays_until_its_table_changes(self, county):
        ask = Counter(people)
        make_person("示例甲")
        assert cached(("people",), ask) == cached(("people",), ask) == ["示例甲"]
        assert ask.times == 1
        Person.objects.update(name="示例乙")  # in bulk, past any save()
        assert cached(("people",), ask) == ["示例乙"]
        Person.objects.all().delete()
        assert cached(("people",), ask) == []
        assert ask.times == 3

    def test_outlives_changes_of_other_tables(self, county):
        ask = Counter(people)
        cached(("people",), ask)
        make_unit(), make_courtyard()
        cached(("people",), ask)
        assert ask.times == 1

    def test_a_joined_table_counts(self, county):
        unit = make_unit("示例局")
        make_person(unit=unit)

        def units_of_people():
            return list(Person.objects.values_list("unit__name", flat=True))

        assert cached(("units",), units_of_people) == ["示例局"]
        Unit.objects.update(name="示例委")
        assert cached(("units",), units_of_people) == ["示例委"]

    def test_history_changes_with_its_table(self, county):
        person = make_person("示例甲")
        ask = Counter(lambda: person.events.count())
        assert cached(("events",), ask) == 1
        Person.objects.update(office="示例科")
        assert cached(("events",), ask) == 2

    def test_what_lies_within_makes_the_whole_old(self, county):
        within = Counter(people)

        def page():
            Unit.objects.count()
            return "、".join(cached(("people",), within))

        make_person("示例甲")
        cached(("people",), within)
        assert cached(("page",), page) == "示例甲"  # the inner part is not asked again …
        assert within.times == 1
        make_person("示例乙")  # … and still the page knows what it was read from
        assert cached(("page",), page) == "示例乙、示例甲"

    def test_a_failed_building_is_not_kept(self, county):
        def fails():
            raise ValueError

        with pytest.raises(ValueError):
            cached(("x",), fails)
        assert cached(("x",), lambda: 1) == 1

    def test_days_are_apart(self, county, settings):
        ask = Counter(lambda: 1)
        cached(("x",), ask)
        settings.PINNED_NOW = settings.PINNED_NOW.replace(day=29)
        cached(("x",), ask)
        assert ask.times == 2

    def test_arguments_are_apart(self, county):
        ask = Counter(lambda number: number * 2)
        double = cached_function(_named(ask))
        assert [double(1), double(2), double(1)] == [2, 4, 2]
        assert ask.times == 2


def _named(counter):
    def asked(number):
        return counter(number)

    return asked


def test_of_several_only_the_old_are_asked_again(county):
    asked = []

    def build(names):
        asked.append(sorted(names))
        return dict.fromkeys(names, 1)

    statements = {
        "people": ("SELECT count(*) FROM orgs_person", ()),
        "units": ('SELECT count(*) FROM "orgs_unit"', ()),
    }
    cached_each(statements, build)
    make_unit()
    assert cached_each(statements, build) == {"people": 1, "units": 1}
    assert cached_each({"people": ("SELECT count(*) FROM orgs_person", (2,))}, build)
    assert asked == [["people", "units"], ["units"], ["people"]]


def test_forget(county):
    ask = Counter(people)
    cached(("people",), ask), forget(), cached(("people",), ask)
    assert ask.times == 2


class TestPages:
    LIST = reverse("orgs:person_list")

    def body(self, client):
        return client.get(self.LIST).content.decode()

    def test_readers_of_one_scope_share_and_others_do_not(
        self, client, make_account, county, django_assert_num_queries
    ):
        first = make_account("first", "leader", code="410182001")
        second = make_account("second", "leader", code="410182001")
        other = make_account("other", "leader", code="410182002")
        make_person("示例甲", "410182001001")
        for user, sees, queries in ((first, True, None), (second, True, 4), (other, False, None)):
            client.force_login(user)
            client.get(reverse("orgs:unit_list"))  # the session notes its first activity
            if queries:
                with django_assert_num_queries(queries):
                    html = self.body(client)
            else:
                html = self.body(client)
            assert ("示例甲" in html) is sees

    def test_a_changed_grant_shows_at_once(self, client, leader):
        make_person("示例甲", "410182001001")
        client.force_login(leader)
        assert "示例甲" in self.body(client)
        Grant.objects.update(division="410182002")
        assert "示例甲" not in self.body(client)

    def test_renaming_an_account_counts_and_signing_in_does_not(self, client, leader, orgdept):
        before = table_versions().get("orgs_user", 0)
        User.objects.filter(pk=orgdept.pk).update(first_name="示例干事")
        assert table_versions()["orgs_user"] == before + 1
        client.force_login(leader)  # changes last_login, which no page shows
        assert table_versions()["orgs_user"] == before + 1


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_writers_of_one_table_do_not_wait_for_each_other(self, county):
        """Both hold an open transaction on the same table; neither waits for the other's counter."""
        start = table_versions().get("orgs_unit", 0)
        first_wrote, second_wrote = threading.Event(), threading.Event()
        problems = []

        def write(name, mine, theirs):
            try:
                with transaction.atomic():
                    with connection.cursor() as cursor:
                        cursor.execute("SET LOCAL lock_timeout = '5s'")
                    make_unit(name)
                    mine.set()
                    assert theirs.wait(10), "the other writer was held up"
            except Exception as problem:
                problems.append(problem)
            finally:
                connection.close()

        threads = [
            threading.Thread(target=write, args=("示例局", first_wrote, second_wrote)),
            threading.Thread(target=write, args=("示例委", second_wrote, first_wrote)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert problems == []
        assert table_versions()["orgs_unit"] == start + 2

    def test_an_uncommitted_change_is_unseen_and_a_committed_one_is_not(self, county):
        ask = Counter(lambda: Headship.objects.count() + Courtyard.objects.count())
        assert cached(("n",), ask) == 0
        wrote, go_on = threading.Event(), threading.Event()

        def write():
            try:
                with transaction.atomic():
                    make_courtyard(since=date(2021, 1, 1))
                    wrote.set()
                    go_on.wait(10)
            finally:
                connection.close()

        thread = threading.Thread(target=write)
        thread.start()
        assert wrote.wait(10)
        assert cached(("n",), ask) == 0 and ask.times == 1
        go_on.set()
        thread.join(10)
        assert cached(("n",), ask) == 1 and ask.times == 2
