"""The permission matrix, second half: every URL name and the verb that it asks for.

A page whose name is missing here is refused (default deny), and a test walks the resolver so that
a forgotten one fails. Row by row, views still look rows up through `visible_to`.
"""

from django.core.exceptions import PermissionDenied

from orgs.access import Verb, scope_of

PUBLIC = "public"  # also without an account
ALL_SIGNED_IN = "signed_in"  # any account, whatever its role

PERMISSIONS: dict[str, str] = {
    "login": PUBLIC,
    "logout": ALL_SIGNED_IN,
    "password_change": ALL_SIGNED_IN,
    "password_change_done": ALL_SIGNED_IN,
    "home": ALL_SIGNED_IN,
    "overview": Verb.VIEW,
    "search": Verb.VIEW,
    "figure_list": Verb.VIEW,
    "figure_detail": Verb.VIEW,
    "figure_rows": Verb.VIEW,
    "gap_list": Verb.VIEW,
    "gap_detail": Verb.VIEW,
    "projects:report_mine": Verb.REPORT,
    "projects:report_form": Verb.REPORT,
    "projects:report_draft": Verb.REPORT,
    "projects:report_detail": Verb.VIEW,
    "projects:report_review_list": Verb.REVIEW,
    "projects:report_approve": Verb.REVIEW,
    "projects:report_return": Verb.REVIEW,
    "projects:report_correct": Verb.REVIEW,
}


def verb_for(view_name: str) -> str | None:
    """What the page named `view_name` asks for: a verb, PUBLIC, ALL_SIGNED_IN, or None (refused)."""
    if view_name.startswith("admin:"):
        return ALL_SIGNED_IN  # Django admin has its own checks: staff accounts only
    return PERMISSIONS.get(view_name)


class PermissionMiddleware:
    """Lets a request through only where the table above and the account's grants say so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        verb = verb_for(request.resolver_match.view_name)
        if verb == PUBLIC or not request.user.is_authenticated:
            return  # LoginRequiredMiddleware sends visitors to the log-in page
        if verb == ALL_SIGNED_IN:
            return
        if verb is None or not scope_of(request.user).can(verb):
            raise PermissionDenied
        return
