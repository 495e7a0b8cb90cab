"""What was typed into a form that could not be taken: kept for its author, to be sent once more.

docs/decisions/0026-typed-is-not-lost.md says why it is done so. Files and secrets are never kept.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.urls import Resolver404, resolve

from campaign.gates.permissions import verb_for
from ledgers import clock
from orgs.access import Verb, scope_of, visible_to

KEPT = "typed"  # in the session
AGAIN = "_typed"  # in a form that is sent once more
LASTS = 3600  # seconds
MOST = 100_000  # characters in all
# Who signed in last in this browser: a form sent after the session is gone is this account's.
AUTHOR, AUTHOR_SECONDS = "last_account", 7 * 24 * 3600
# The campaign's own work. Accounts, passwords and administration are never kept.
OURS = frozenset({Verb.VIEW, Verb.EXPORT, Verb.REPORT, Verb.REVIEW, Verb.EDIT, Verb.ORGANISE})
SECRET = re.compile(r"password|token|secret|otp", re.IGNORECASE)
# What a field is called whose form does not tell it.
WORDS = {
    "reason": "原因",
    "remark": "情况说明",
    "reply": "答复",
    "note": "说明",
    "text": "内容",
    "value": "数值",
}
# Keys, numbers, days and marks say nothing without their label.
MARK = re.compile(r"[\d.:+T-]*|[0-9a-f-]{32,36}|on|yes|no|[a-z_]{1,24}")
# What a grid's form sends beside each cell: how it stood, and its version.
BESIDE_A_CELL = re.compile(r"[ov]-")
UNSEEN = {"shown", "once", "find", "next", AGAIN}


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: where to, its (name, value) pairs, the names of its fields for files."""

    address: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def typed_in(request) -> Typed | None:
    """What `request` sent, where it is a form of the campaign's own work sent by a person."""
    verb = verb_for(request.resolver_match) if request.resolver_match else None
    by_script = (
        request.headers.get("HX-Request")
        or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
        or "application/json" in request.headers.get("Accept", "")
        or request.content_type == "application/json"
    )
    if request.method != "POST" or verb not in OURS or by_script:
        return None
    pairs = tuple(
        (key, value)
        for key, values in request.POST.lists()
        for value in values
        if not SECRET.search(key) and key != AGAIN
    )
    if sum(len(key) + len(value) for key, value in pairs) > MOST:
        return None
    return Typed(request.get_full_path(), pairs, tuple(sorted(request.FILES)))


def from_our_page(request) -> bool:
    """Whether the browser says that a page of this very site has sent `request`."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    sender = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return (sender.scheme, sender.netloc) == (request.scheme, request.get_host())


# -- over a sign-in -------------------------------------------------------------------------------


def note_author(request, response) -> None:
    """Note in the browser, signed, who has signed in."""
    response.set_signed_cookie(
        AUTHOR,
        str(request.user.pk),
        salt=AUTHOR,
        max_age=AUTHOR_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def keep(request, author: int | None) -> bool:
    """Keep in the nameless session what `request` sent; whether there was anything to keep.

    `author` is the account whose session has just ended; None: the one that the browser notes.
    """
    if author is None:
        noted = request.get_signed_cookie(AUTHOR, "", salt=AUTHOR, max_age=AUTHOR_SECONDS)
        author = int(noted) if noted.isdecimal() else None
    typed = typed_in(request) if author is not None else None
    if typed is None:
        return False
    at = int(clock.actual().timestamp())
    request.session[KEPT] = {
        "author": author,
        "at": at,
        "address": typed.address,
        "fields": typed.fields,
        "files": typed.files,
    }
    return True


def kept_for(request) -> Typed | None:
    """What is kept for the account that is signed in, and not for longer than LASTS."""
    kept = request.session.get(KEPT)
    if not kept or kept["author"] != request.user.pk:
        return None
    if clock.actual().timestamp() - kept["at"] > LASTS:
        return None
    fields = tuple((key, value) for key, value in kept["fields"])
    return Typed(kept["address"], fields, tuple(kept["files"]))


def drop_what_is_not_mine(request) -> None:
    """After a sign-in: what another account typed, or long ago, is no longer kept."""
    if kept_for(request) is None:
        request.session.pop(KEPT, None)


# -- in words -------------------------------------------------------------------------------------


def in_words(typed: Typed, user) -> list[tuple[str, str]]:
    """(label, text) of what was typed and can be read; keys and marks of the form are left out."""
    labels, fields = _fields_of(typed)
    found = []
    for name, value in typed.fields:
        field = fields.get(name)
        label = labels.get(name) or (str(field.label or "") if field else WORDS.get(name, ""))
        hidden = name in UNSEEN or (field is not None and field.widget.is_hidden)
        if BESIDE_A_CELL.match(name):
            continue
        if not label and field is None and not MARK.fullmatch(value):
            label = "其他内容"
        if label and value and not hidden:
            found.append((label, _text_of(field, value, user)))
    return found


def _fields_of(typed: Typed) -> tuple[dict, dict]:
    """(name → label, name → form field) of the page that the form was sent to."""
    try:
        match = resolve(urlsplit(typed.address).path)
    except Resolver404:
        return {}, {}
    view = getattr(match.func, "view_class", None)
    ledger = getattr(match.func, "view_initkwargs", {}).get("ledger")
    form_class = getattr(ledger, "form", None) or getattr(view, "form_class", None)
    tell = getattr(view, "typed_labels", None)
    return (
        tell([name for name, _ in typed.fields]) if tell else {},
        getattr(form_class, "base_fields", {}),
    )


def _text_of(field, value: str, user) -> str:
    """A value as one reads it: the name of what was chosen instead of its key."""
    if isinstance(field, forms.BooleanField):
        return "是"
    if isinstance(field, forms.ModelChoiceField):
        model = field.queryset.model
        if not value.isdecimal() or len(value) > 18 or not hasattr(model, "scope_division"):
            return value
        row = visible_to(model._default_manager.all(), user).filter(pk=value).first()
        return str(row) if row else "（已选定）"
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    return value


def may_send_again(request) -> bool:
    """Whether the account may do at all what `request` asks for: its own eyes, and the verb."""
    own = getattr(request, "seen_by", None) is None
    return own and scope_of(request.user).can(verb_for(request.resolver_match))
