"""Refusals are part of the audit: pages that an account may not open, rows outside its scope."""

from ledgers.models import AuditKind
from ledgers.trail import audit


class RefusalMiddleware:
    """Records each 403, and each 404 on the look-up of a row, that an account was answered.

    A mistyped address is no refusal, so a 404 counts only where a page was found and a row was not.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code in (403, 404) and self._refused(request, response.status_code):
            match = request.resolver_match
            detail = {"status": response.status_code, "method": request.method}
            if match:
                detail["page"] = match.view_name
            if match and match.kwargs:
                detail["row"] = {key: str(value) for key, value in match.kwargs.items()}
            audit.record(AuditKind.REFUSED, request=request, detail=detail)
        return response

    @staticmethod
    def _refused(request, status) -> bool:
        match = request.resolver_match
        known = getattr(request, "user", None) is not None and request.user.is_authenticated
        return known and (status == 403 or bool(match and match.kwargs))
