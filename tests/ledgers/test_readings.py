"""How places are read is data: entered, changed, taken from a file; the keys of their rows follow."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from makers import make_building, make_courtyard, make_unit

from courtyards.models import Building, Courtyard
from ledgers import pinyin
from ledgers.models import LocalReading
from ledgers.pinyin import pinyin_key
from ledgers.pinyin_readings import refresh_all_keys, set_readings
from orgs.models import Unit

pytestmark = pytest.mark.django_db


def test_a_reading_holds_wherever_the_name_stands_and_initials_follow():
    assert pinyin_key("老甲丙路2号") == "laojiabinglu2hao ljbl2h 老甲丙路2号"
    set_readings(readings={"甲丙": "ka bin", "甲丙路": "ka bin lou"})
    assert pinyin_key("老甲丙路2号") == "laokabinlou2hao lkbl2h 老甲丙路2号"
    assert pinyin_key("甲丙甲丙") == "kabinkabin kbkb 甲丙甲丙"
    assert pinyin_key("丙甲") == "bingjia bj 丙甲"


def test_rows_named_after_the_place_are_found_by_its_reading(county, django_assert_max_num_queries):
    court, unit = make_courtyard("甲丙路院"), make_unit("示例甲丙局")
    house, other = make_building(court), make_courtyard("丁院")
    assert set_readings(readings={"甲丙": "ka bin"}) == 3
    for model, row in ((Courtyard, court), (Unit, unit), (Building, house)):
        assert "kabin" in model.objects.get(pk=row.pk).search_text
    assert Courtyard.objects.get(pk=other.pk).search_text == other.search_text
    # The same again changes nothing and looks at no row.
    with django_assert_max_num_queries(3):
        assert set_readings(readings={"甲丙": "ka bin"}) == 0
    assert set_readings(readings={"甲丙": "jia bing"}) == 3
    assert "jiabing" in Courtyard.objects.get(pk=court.pk).search_text


def test_what_another_process_stored_without_it_is_healed_by_the_hour(county, monkeypatch):
    set_readings(readings={"甲丙": "ka bin"})
    with monkeypatch.context() as other:
        other.setattr(pinyin, "_local_readings", dict)
        court = make_courtyard("甲丙路院")
    assert "jiabing" in court.search_text
    assert refresh_all_keys() == 1
    court.refresh_from_db()
    assert "kabin" in court.search_text and refresh_all_keys() == 0


@pytest.mark.parametrize(
    ("term", "reading", "words"),
    [("甲丙", "ka", "字数不同"), ("甲丙", "Ka Bin", "小写字母"), ("A路", "a lu", "只填汉字")],
)
def test_a_reading_that_cannot_be_is_refused(term, reading, words):
    with pytest.raises(ValidationError, match=words):
        set_readings(readings={term: reading})
    assert not LocalReading.objects.exists()


def test_the_administrator_of_the_organisation_keeps_them(as_user, orgdept, leader, county):
    court = make_courtyard("甲丙路院")
    client, add = as_user(orgdept), reverse("admin:ledgers_localreading_add")
    assert client.post(add, {"term": "甲丙", "reading": "ka bin"}).status_code == 302
    row = LocalReading.objects.get()
    change = reverse("admin:ledgers_localreading_change", args=[row.pk])
    assert client.post(change, {"reading": "ka bing"}).status_code == 302
    court.refresh_from_db()
    assert court.search_text.startswith("kabing")
    assert [event.reading for event in row.events.order_by("pgh_id")] == ["ka bin", "ka bing"]
    assert as_user(leader).get(add).status_code in (302, 403)


def test_the_division_import_brings_them(county, tmp_path):
    court, path = make_courtyard("甲丙路院"), tmp_path / "readings.csv"
    path.write_text("地名,读音,备注\n甲丙,ka bin,\n", encoding="utf-8")
    lists = tmp_path / "list.csv"
    lists.write_text("code,name,level\n410182001,甲丙街道,township\n", encoding="utf-8")
    out = io.StringIO()
    call_command("import_divisions", str(lists), "--readings", str(path), stdout=out)
    assert "地名读音1个" in out.getvalue()
    court.refresh_from_db()
    assert court.search_text.startswith("kabin")
    assert court.division.parent.search_text.startswith("kabin")


def test_a_mistake_in_a_file_of_readings_stores_nothing(county, tmp_path):
    path, lists = tmp_path / "readings.csv", tmp_path / "list.csv"
    path.write_text("地名,读音\n甲丙,ka bin\n丁戊,ding\n", encoding="utf-8")
    lists.write_text("code,name,level\n410182001,甲丙街道,township\n", encoding="utf-8")
    with pytest.raises(CommandError, match="字数不同"):
        call_command("import_divisions", str(lists), "--readings", str(path))
    assert not LocalReading.objects.exists()


def test_the_demo_county_brings_its_own(demo):
    assert LocalReading.objects.count() > 2
    for row in LocalReading.objects.all():
        assert "".join(row.reading.split()) in pinyin_key(f"示例{row.term}")
