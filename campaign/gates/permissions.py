"""Default deny: a request goes through only where the page says a verb that the account may do.

What a page asks for stands in its view class (ledgers/all_pages.py). A page without a verb is
refused, and a test walks the resolver so that a forgotten one fails. Row by row, views still look
rows up through `visible_to`.
"""

from django.core.exceptions import PermissionDenied

from ledgers.all_pages import ALL_SIGNED_IN, PUBLIC, page_at
from orgs.access import enters_admin, scope_of

ADMIN_DUTY = "admin"  # one of the administrators' duties; each admin page asks for its own


def verb_for(match) -> str | None:
    """What the page of a resolver match asks for: a verb, one of the words above, or None (refused)."""
    if in_admin(match):
        return ADMIN_DUTY
    return page_at(match.func).verb


def in_admin(match) -> bool:
    """Whether a resolver match is one of Django admin's pages."""
    return match.namespaces[:1] == ["admin"]


class PermissionMiddleware:
    """Lets a request through only where its page and the account's grants say so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        verb = verb_for(request.resolver_match)
        if verb == PUBLIC or not request.user.is_authenticated:
            return  # LoginRequiredMiddleware sends visitors to the log-in page
        if verb == ALL_SIGNED_IN:
            return
        if verb == ADMIN_DUTY and enters_admin(request.user):
            return
        if verb is None or not scope_of(request.user).can(verb):
            raise PermissionDenied
        return
