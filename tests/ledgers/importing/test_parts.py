"""What rules refuse of a batch is left out, and nothing of it stored; the others are."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from makers import COMMUNITY

from courtyards.models import Courtyard
from ledgers.bulk.services import RowErrors, takes_list
from ledgers.bulk.writing import insert, make
from ledgers.importing.kinds import ImportColumn, LedgerKind
from ledgers.importing.record_storing import store_batch
from ledgers.importing.rows import NEW, WHOLE_ROW, WRONG, Record
from ledgers.pinyin import forget_readings, pinyin_key

DAY = date(2021, 4, 30)


class Kind(LedgerKind):
    """Refuses culprits at their names."""

    columns = (ImportColumn("name", "名称"),)
    cells = {"name": "name", "a_constraint": "name"}

    def __init__(self, culprits, field="name"):
        self.culprits, self.field, self.stored, self.asked = culprits, field, [], []

    def store_many(self, records, *, day):
        self.asked.append(len(records))
        self.call(self.service, [(one, one.row) for one in records])
        self.stored = [one.row for one in records]

    def service(self, rows):
        refused = [index for index, row in enumerate(rows) if row in self.culprits]
        error = ValidationError({self.field: "不行。"})
        if refused:
            raise RowErrors(dict.fromkeys(refused, error))
        return rows


@pytest.mark.parametrize(("size", "culprits"), [(1, [0]), (7, [3]), (11, [0, 10]), (11, [])])
def test_only_the_culprits_are_left_out(db, size, culprits):
    records = [Record(row, "", {}, status=NEW) for row in range(size)]
    kind = Kind(culprits)
    store_batch(kind.store_many, records, DAY)
    assert kind.stored == [row for row in range(size) if row not in culprits]
    assert [one.row for one in records if one.status == WRONG] == culprits
    told = [problem for one in records for problem in one.problems]
    assert {(one.column, one.key, one.text) for one in told} <= {("名称", "name", "不行。")}
    assert kind.asked == [size, size - len(culprits)][: 1 + bool(culprits and size > len(culprits))]


def test_what_no_cell_is_to_blame_for_is_told_of_the_row(db):
    records = [Record(0, "", {}, status=NEW)]
    store_batch(Kind([0], field="other").store_many, records, DAY)
    [problem] = records[0].problems
    assert (problem.column, problem.wrong, problem.rule) == (WHOLE_ROW, True, True)


@pytest.mark.parametrize(("size", "culprits"), [(1, [0]), (7, [3]), (11, [0, 10]), (12, [4, 5, 6])])
def test_a_list_that_the_database_refuses_is_taken_in_parts(db, size, culprits):
    asked = []

    @takes_list
    def service(rows):
        asked.append(len(rows))
        if set(rows) & set(culprits):
            raise IntegrityError("duplicate")
        return rows

    with pytest.raises(RowErrors) as refused:
        service(range(size))
    assert list(refused.value.errors) == culprits
    assert asked[0] == size and len(asked) <= 1 + 2 * len(culprits) * size.bit_length()
    assert service([row for row in range(size) if row not in culprits]) is not None


def test_how_places_are_read_may_be_asked_for_while_rows_are_stored(county):
    """COPY leaves no room for a question: what the keys need is asked before it begins."""
    forget_readings()
    [place] = insert([make(Courtyard, name="示例院", division_id=COMMUNITY, since=DAY)])
    place.refresh_from_db()
    assert place.search_text == pinyin_key("示例院")
