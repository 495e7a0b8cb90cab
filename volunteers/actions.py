"""What the actions of the volunteers' folders share."""


def _ended(row) -> bool:
    return row.until is not None
