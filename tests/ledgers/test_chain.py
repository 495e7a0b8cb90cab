"""The trail can only be added to, and its chain shows whether anything was changed all the same."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from makers import make_courtyard, make_person

from ledgers import audit, chain
from ledgers.models import TrailEntry, TrailPending, TrailSeal

pytestmark = pytest.mark.django_db


def seal():
    """What a commit does: close the entries made so far."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def run(statement, *params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


@pytest.fixture
def court(county):
    court = make_courtyard("示例院")
    seal()
    return court


class TestSeals:
    def test_a_transaction_is_one_link(self, court):
        before = TrailSeal.objects.count()
        type(court).objects.filter(pk=court.pk).update(remark="甲")
        make_person()
        audit.record("other")
        assert TrailPending.objects.count() == 1
        seal()
        assert TrailSeal.objects.count() == before + 1 and not TrailPending.objects.exists()
        last, previous = TrailSeal.objects.order_by("-seq")[:2]
        assert last.entries == 3 and bytes(last.previous) == bytes(previous.digest)

    def test_what_is_rolled_back_leaves_nothing(self, court):
        entries, seals = TrailEntry.objects.count(), TrailSeal.objects.count()
        with transaction.atomic():
            make_courtyard("乙院")
            transaction.set_rollback(True)
        seal()
        assert (TrailEntry.objects.count(), TrailSeal.objects.count()) == (entries, seals)

    def test_the_chain_holds(self, court):
        make_courtyard("乙院")
        audit.record("export", detail={"rows": 3})
        seal()
        found = chain.verify()
        assert found.fault == "" and found.entries == TrailEntry.objects.count() > 10
        assert found.head == chain.head()
