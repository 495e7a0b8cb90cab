"""A sample is the same in every run, and a share leaves no case out."""

import pytest
import samples


@pytest.fixture
def not_all(monkeypatch):
    monkeypatch.setattr(samples, "everything", False)


def test_a_sample_is_always_the_same_and_in_order(not_all):
    drawn = samples.sample(range(100), 10)
    assert drawn == samples.sample(range(100), 10) == sorted(drawn)
    assert len(set(drawn)) == 10
    assert samples.sample("abc", 10) == list("abc")


def test_the_shares_are_all_cases_and_none_twice(not_all):
    shares = [samples.share(range(100), at, 3) for at in range(3)]
    assert sorted(sum(shares, [])) == list(range(100))
    assert samples.share(range(100), 3, 3) == shares[0]


def test_with_all_every_case_is_taken(monkeypatch):
    monkeypatch.setattr(samples, "everything", True)
    assert samples.sample(range(100), 10) == samples.share(range(100), 1, 3) == list(range(100))
