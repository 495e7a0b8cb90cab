"""The permission matrix as the auditor reads it: from what the roles and the pages say of themselves."""

from dataclasses import dataclass

from django.urls import Resolver404, resolve

from campaign.gates.permissions import in_admin
from ledgers.all_pages import ALL_SIGNED_IN, PUBLIC, all_pages, page_at, shown_address
from orgs.access import ROLE_VERBS, Verb
from orgs.choices import Role

WORDS = {PUBLIC: "公开", ALL_SIGNED_IN: "登录即可", None: "不开放"}


@dataclass(frozen=True)
class PageRow:
    """One page: what it is called, its address, what it asks for, and for each role whether it opens."""

    title: str
    address: str
    asks: str
    open_to: list[bool]


def verb_table() -> list[tuple[str, list[bool]]]:
    """(role in words, for each verb whether the role has it)."""
    return [(role.label, [verb in ROLE_VERBS[role] for verb in Verb]) for role in Role]


def page_table() -> list[PageRow]:
    """Every page of ours, in the order of its address."""
    rows = [
        PageRow(
            page.title or page.name,
            shown_address(page.address),
            WORDS.get(page.verb) or Verb(page.verb).label,
            [page.verb in (PUBLIC, ALL_SIGNED_IN, *ROLE_VERBS[role]) for role in Role],
        )
        for page in all_pages().values()
    ]
    return sorted(rows, key=lambda row: row.address)


def page_title(path: str) -> str:
    """What the page at `path` is called; "" for an address that is none of ours."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return "系统管理" if in_admin(match) else page_at(match.func).title
