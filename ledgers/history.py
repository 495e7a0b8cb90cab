"""History of every domain row, kept by database triggers, so that bulk writes are in it too."""

import pghistory


def tracked(model):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    The pinyin key is left out: it follows from the name and would only blur the differences.
    """
    derived = [field.name for field in model._meta.fields if field.name == "search_text"]
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=derived,
    )(model)
