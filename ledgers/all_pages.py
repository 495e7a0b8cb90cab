"""Every page of the portal, as its view class tells it: what it is called, what it asks for.

A view class has two attributes: `title`, the page's name for the auditor's matrix and the audit
list, and `verb`, a verb of orgs/access.py or one of the two words below. Where one class stands at
several addresses, the address may say another `title` to `as_view()`. A page without a verb is
refused (docs/decisions/0012-default-deny.md).
"""

import re
from dataclasses import dataclass
from functools import cache

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

PUBLIC = "public"  # also without an account
ALL_SIGNED_IN = "signed_in"  # any account, whatever its role


@dataclass(frozen=True)
class PageEntry:
    """One page of ours: the name and pattern of its address, what it asks for, what it is called."""

    name: str
    address: str
    verb: str | None
    title: str


def page_at(view_func, name: str = "", address: str = "") -> PageEntry:
    """The page that `view_func` answers; one that is no view class asks for nothing it could get."""
    view_class = getattr(view_func, "view_class", None)
    view = view_class(**view_func.view_initkwargs) if view_class else None
    return PageEntry(name, address, getattr(view, "verb", None), getattr(view, "title", ""))


@cache
def all_pages() -> dict[str, PageEntry]:
    """URL name → page, in the order of the addresses; Django admin's own pages are left out."""
    found: dict[str, PageEntry] = {}
    for name, address, view_func in _walk(get_resolver().url_patterns):
        found.setdefault(name, page_at(view_func, name, address))  # the first one answers
    return found


def verb_of(name: str) -> str | None:
    """What the page with the URL name `name` asks for. Raises LookupError for a name of no page."""
    return all_pages()[name].verb


def shown_address(address: str) -> str:
    """An address with … where a row's key stands."""
    return re.sub(r"<[^>]+>", "…", address)


def _walk(patterns, prefix: str = "/", namespace: str = ""):
    """(URL name, address, view function) of every page of ours."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLResolver):
            yield f"{namespace}{pattern.name}", address, pattern.callback
        elif pattern.namespace != "admin":
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, address, inner)
