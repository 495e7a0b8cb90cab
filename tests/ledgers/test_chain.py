"""The trail can only be added to, and its chain shows whether anything was changed all the same."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from makers import make_courtyard, make_person

from ledgers.models import TrailEntry, TrailPending, TrailSeal
from ledgers.trail import audit, chain

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
        found = chain.verify_chain()
        assert found.fault == "" and found.entries == TrailEntry.objects.count() > 10
        assert found.head == chain.head()


def every_event_table() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledgers_trail_sources()")
        return [name for (name,) in cursor.fetchall()]


def refused(statement) -> bool:
    """Whether the database refuses a statement as one that the trail does not allow."""
    try:
        with transaction.atomic():
            run(statement)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return any(w in str(error) for w in ("is refused", "permission denied", "must be owner"))
    return False


class TestAppendOnly:
    @pytest.mark.parametrize("statement", ["UPDATE {} SET {}", "DELETE FROM {}", "TRUNCATE {}"])
    def test_every_table_of_the_trail_refuses(self, county, statement):
        run("SET LOCAL ledgers.emptying = ''")
        tables = dict.fromkeys(every_event_table(), "pgh_label = 'x'")
        tables |= {"ledgers_auditrecord": "kind = 'x'", "ledgers_trailentry": "action = 'x'"}
        tables |= {"ledgers_trailseal": "entries = 0", "ledgers_trailshape": "source = 'x'"}
        tables |= {"ledgers_trailanchor": "entries = 0"}
        assert len(tables) > 70
        let = [
            name for name, column in tables.items() if not refused(statement.format(name, column))
        ]
        assert not let

    def test_switching_off_the_triggers_of_a_library_does_not_help(self, court):
        run(
            "SELECT set_config('pgtrigger.ignore', '{courtyards_courtyardevent:pgtrigger_append_only}', true)"
        )
        assert refused("DELETE FROM courtyards_courtyardevent")

    def test_a_context_is_filled_in_by_its_own_request_only(self, leader):
        import pghistory

        with pghistory.context(user=leader.pk):
            make_courtyard("甲院")
            with pghistory.context(more="x"):
                make_courtyard("乙院")
        run("SELECT set_config('pghistory.context_id', '', true)")
        assert refused("UPDATE pghistory_context SET metadata = '{}'")
        assert refused("DELETE FROM pghistory_context")


ROLE = "portal_application_test"


@pytest.fixture
def application(county):
    """A second role with what `grant_portal` gives; statements then run as it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
        )
        if not cursor.fetchone()[0]:
            pytest.skip("the role of this database may not make another one")
        cursor.execute(f"CREATE ROLE {ROLE}")
        cursor.execute(f"GRANT {ROLE} TO current_user")
    call_command("grant_portal", ROLE, verbosity=0)
    run(f"SET LOCAL ROLE {ROLE}")
    yield
    run("RESET ROLE")


class TestApplicationRole:
    def test_it_works_and_leaves_its_trail(self, application):
        court = make_courtyard("示例院")
        type(court).objects.filter(pk=court.pk).update(remark="甲")
        audit.record("other")
        seal()
        assert chain.verify_chain().fault == ""
        assert court.events.count() == 2

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE courtyards_courtyardevent SET name = 'x'",
            "DELETE FROM courtyards_courtyardevent",
            "TRUNCATE courtyards_courtyardevent",
            "UPDATE ledgers_auditrecord SET username = 'x'",
            "INSERT INTO ledgers_trailpending (xid, first_entry) VALUES (1, 1)",
            "INSERT INTO ledgers_trailanchor SELECT seq, digest, 1, 1, now(), '', '' FROM ledgers_trailseal",
            "DELETE FROM ledgers_trailseal",
            "ALTER TABLE courtyards_courtyardevent DISABLE TRIGGER ALL",
            "DROP TRIGGER ledgers_refuse ON courtyards_courtyardevent",
            "DROP TABLE ledgers_trailseal",
        ],
    )
    def test_it_cannot_touch_the_trail(self, application, statement):
        make_courtyard("示例院")
        run("SELECT set_config('ledgers.emptying', 'all', true)")
        assert refused(statement)


def behind_the_back(table, statement):
    """What someone does who owns the tables: the triggers off, a change, the triggers on again."""
    run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    run(statement)
    run(f"ALTER TABLE {table} ENABLE TRIGGER USER")


class TestBreaks:
    @pytest.mark.parametrize(
        ("table", "statement", "told"),
        [
            ("courtyards_courtyardevent", "UPDATE {} SET name = '假院'", "内容与登记时不符"),
            ("courtyards_courtyardevent", "DELETE FROM {}", "已不存在"),
            (
                "courtyards_courtyardevent",
                "INSERT INTO {0} SELECT (jsonb_populate_record(e, '{{\"pgh_id\": 999999}}')).* FROM {0} e",
                "未经登记",
            ),
            ("ledgers_auditrecord", "UPDATE {} SET username = 'x'", "内容与登记时不符"),
            ("ledgers_trailentry", "UPDATE {} SET user_id = 7 WHERE id = (SELECT min(id) FROM {0})", "内容与登记时不符"),
            ("ledgers_trailentry", "DELETE FROM {0} WHERE id = (SELECT max(id) FROM {0})", "条留痕，实有"),
            ("ledgers_trailseal", "DELETE FROM {0} WHERE seq = 1", "封存序号不连续"),
            ("ledgers_trailseal", "UPDATE {} SET sealed_at = now() - interval '1 day' WHERE seq = 1", "与其内容不符"),
        ],
    )  # fmt: skip
    def test_the_first_break_is_named(self, court, table, statement, told):
        audit.record("other", username="示例")
        seal()
        assert chain.verify_chain().fault == ""
        behind_the_back(table, statement.replace("{}", "{0}").format(table))
        fault = chain.verify_chain().fault
        assert told in fault
        if table.startswith("courtyards"):
            assert table in fault and "第" in fault

    def test_the_command_ends_with_an_error(self, court, capsys):
        from django.core.management import CommandError

        call_command("verify_audit")
        head = capsys.readouterr().out.split("Head: ")[1].strip()
        make_courtyard("乙院")
        seal()
        call_command("verify_audit", head=head)
        behind_the_back(
            "ledgers_trailseal",
            "DELETE FROM ledgers_trailseal WHERE seq = (SELECT max(seq) FROM ledgers_trailseal)",
        )
        with pytest.raises(CommandError, match="断开"):
            call_command("verify_audit")
        with pytest.raises(CommandError, match="NUMBER:DIGEST"):
            call_command("verify_audit", head="x")

    def test_a_cut_tail_is_found_by_a_head_noted_earlier(self, court):
        make_courtyard("乙院")
        seal()
        head = chain.head()
        last = TrailSeal.objects.order_by("-seq").first()
        entries = list(TrailEntry.objects.filter(xid=last.xid, id__gte=last.first_entry))
        for entry in entries:
            key = chain.key_of(entry.source)
            behind_the_back(
                entry.source,
                f"DELETE FROM {entry.source} WHERE {key} = {entry.source_id}",  # noqa: S608
            )
        behind_the_back(
            "ledgers_trailentry",
            f"DELETE FROM ledgers_trailentry WHERE id >= {last.first_entry}",  # noqa: S608
        )
        behind_the_back(
            "ledgers_trailseal",
            f"DELETE FROM ledgers_trailseal WHERE seq = {last.seq}",  # noqa: S608
        )
        assert chain.verify_chain().fault == ""  # the chain itself cannot know
        assert "先前记下的链首" in chain.verify_chain(expected=head).fault

    def test_a_later_column_leaves_older_rows_readable(self, court):
        run("ALTER TABLE courtyards_courtyardevent ADD COLUMN later text NOT NULL DEFAULT 'x'")
        chain.guard()
        assert chain.verify_chain().fault == ""
