"""What the actions of the volunteers' folders share."""


def has_ended(row) -> bool:
    """Whether a duty has come to its end."""
    return row.until is not None
