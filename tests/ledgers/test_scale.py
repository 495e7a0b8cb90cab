"""A ledger of 40,000 rows: the first page stays cheap and a filter by community uses an index."""

import pytest
from django.db import connection
from django.test import RequestFactory
from makers import START, make_building, make_courtyard
from pages import row_count

from courtyards.models import Building, Courtyard
from ledgers import registry
from ledgers.query_cache import forget
from orgs.models import Division
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("county")
COMMUNITIES = 200


@pytest.fixture
def forty_thousand():
    """40,000 buildings in 200 communities; copied in the database, triggers and all left out."""
    Division.objects.bulk_create(
        Division(
            code=f"410182002{n:03d}", name=f"示例{n}社区", short_name=f"示例{n}社区",
            level="community", parent_id="410182002",
        )
        for n in range(100, 100 + COMMUNITIES)
    )  # fmt: skip
    courts = Courtyard.objects.bulk_create(
        Courtyard(name=f"示例{n}院", division_id=f"410182002{n:03d}", since=START)
        for n in range(100, 100 + COMMUNITIES)
    )
    sample = make_building(make_courtyard())
    names = [f.column for f in Building._meta.concrete_fields if f.column != "id"]
    taken = {"courtyard_id": "c.id", "division_id": "c.division_id", "name": "n || '号楼'",
             "search_text": "n || 'haolou ' || c.search_text"}  # fmt: skip
    values = ", ".join(taken.get(name, f"b.{name}") for name in names)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the table cannot be altered
        cursor.execute("ALTER TABLE courtyards_building DISABLE TRIGGER USER")
        cursor.execute(
            f"INSERT INTO courtyards_building ({', '.join(names)}) SELECT {values} "  # noqa: S608
            "FROM courtyards_building b, courtyards_courtyard c, generate_series(1, 200) n "
            "WHERE b.id = %s AND c.id = ANY(%s)",
            [sample.pk, [court.pk for court in courts]],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE courtyards_building ENABLE TRIGGER USER")
        cursor.execute("ANALYZE courtyards_building")
    assert Building.objects.count() == 40_001


def test_first_page_and_filter(forty_thousand, visit, leader, django_assert_max_num_queries):
    address = "/courtyards/buildings/"
    visit(address)
    forget()
    with django_assert_max_num_queries(12):
        assert row_count(visit(address)) == 40_001
    forget()
    with django_assert_max_num_queries(12):
        assert row_count(visit(address, division="410182002150")) == 200

    ledger = registry.find(Building)
    request = RequestFactory().get(address, {"division": "410182002150"})
    request.user, request.on, request.asked_on = leader, TODAY, None
    found = ledger.filters(
        data=request.GET, queryset=ledger.queryset(leader, TODAY), request=request
    )
    found.ledger = ledger
    assert found.is_valid() and found.qs.count() == 200
    plan = found.qs.order_by(*ledger.default_order())[:50].explain()
    assert "Seq Scan on courtyards_building" not in plan
    assert "division_id" in plan and "Index" in plan
