"""A link is not offered where its form would have nothing to choose from: the one home of that rule."""

from ledgers.query_cache import cached


def has_choice(vary: tuple, rows) -> bool:
    """Whether the queryset `rows` has any row to choose; kept until a table changes that it names.

    `vary` tells what the rows depend on: the form's field, the reader's scope.
    """
    return cached(("has choice", *vary), rows.exists)
