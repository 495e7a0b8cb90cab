"""Pages that are remembered until any row changes.

Every writing statement on a tracked table raises a counter in the same transaction (a trigger, see
ledgers/history.py), so the sum of the counters names the state of the data: it grows with each
commit and never before it. A page rendered for one sum may be shown again for as long as the sum
stays; nothing has to be invalidated by hand, and nothing can be forgotten.
"""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.shortcuts import render
from django.template.loader import render_to_string
from markupsafe import Markup

from ledgers import clock


def data_version() -> int:
    """The sum of all change counters as this transaction sees them."""
    with connection.cursor() as cursor:  # asked for on every page, so without the ORM's overhead
        cursor.execute("SELECT coalesce(sum(changes), 0) FROM ledgers_dataversion")
        return int(cursor.fetchone()[0])


def remembered(vary: tuple, build: Callable[[], object]):
    """What `build` gives, kept until the data change; it depends on `vary` and the day alone.

    Who the reader is belongs into `vary`; what may not be kept (a form token) into neither.
    """
    about = (vary, clock.today(), data_version())
    key = "kept:" + hashlib.sha256(repr(about).encode()).hexdigest()
    kept = cache.get(key)
    if kept is None:
        kept = build()
        cache.set(key, kept, timeout=24 * 3600)
    return kept


def remembered_page(
    request,
    template: str,
    fragment: str,
    build: Callable[[], dict],
    *,
    vary: tuple = (),
    context: dict | None = None,
):
    """Render `template` around `fragment`, whose text is kept until the data change.

    `build` makes the fragment's context and is called only when nothing is remembered. The text
    depends on `vary` (what the reader may see, and what was asked) and on the day, nothing else:
    a fragment may hold no name of the reader and no form token. `context` is for the frame only.
    """
    body = remembered(
        (fragment, vary, request.on, request.asked_on),
        lambda: render_to_string(fragment, build(), request),
    )
    # The fragment is our own template, escaped when it was rendered.
    return render(request, template, (context or {}) | {"body": Markup(body)})  # noqa: S704
