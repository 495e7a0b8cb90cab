"""The Jinja2 environment of the portal's pages."""

from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined, pass_context

from ledgers import formats
from ledgers.pages.once import once_mark


@pass_context
def url(context, name: str, *args, **query) -> str:
    """The address of a named page; keeps the asked-for day (`?on=`) so that it follows the links.

    Keyword arguments become the query string; those that are None or "" are left out.
    """
    request = context.get("request")
    asked = getattr(request, "asked_on", None)
    if asked:
        query.setdefault("on", asked.isoformat())
    query = {key: value for key, value in query.items() if value not in (None, "")}
    address = reverse(name, args=args)
    return f"{address}?{urlencode(query)}" if query else address


def environment(**options) -> Environment:
    """Build the environment; an undefined name in a template is an error, not an empty string."""
    env = Environment(  # noqa: S701 (Django passes autoescape=True)
        **options | {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    env.globals.update(static=static, url=url, once_mark=once_mark)
    env.filters.update(
        zh_date=formats.zh_date,
        zh_day=formats.zh_day,
        zh_moment=formats.zh_moment,
        num=formats.number,
        qualified=formats.qualified,
        signed=formats.signed,
        display=formats.display,
    )
    return env
