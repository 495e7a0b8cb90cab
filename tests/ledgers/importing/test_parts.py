"""A batch that is refused is taken in parts; what the row at hand has changed is taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ledgers.importing import bulk
from ledgers.importing.rows import NEW, WRONG, Record

DAY = date(2021, 4, 30)


@pytest.mark.parametrize(("size", "culprits"), [(1, [0]), (7, [3]), (11, [0, 10]), (11, [])])
def test_only_the_culprits_are_left_out(db, monkeypatch, size, culprits):
    monkeypatch.setattr(bulk, "BATCH", 4)
    records = [Record(row, "", {}, status=NEW) for row in range(size)]
    stored, asked = [], []

    def store_many(some, *, day):
        asked.append(len(some))
        if any(one.row in culprits for one in some):
            raise ValidationError("不行")
        stored.extend(one.row for one in some)

    bulk.store_batch(store_many, records, DAY)
    assert sorted(stored) == [row for row in range(size) if row not in culprits]
    assert [one.row for one in records if one.status == WRONG] == culprits
    assert all(one.problems[0].text == "不行。" for one in records if one.row in culprits)
    # All at once first, then no more than a batch of the usual size.
    assert asked[0] == size and max(asked[1:], default=0) <= 4
