"""Where a request came from: its address and its number, as history and audit keep them."""

import ipaddress
import uuid

from django.conf import settings

# Pages that anybody may open; where their visitors come from is not kept.
PUBLIC_PATH = "public/"


def client_address(request) -> str | None:
    """The visitor's IP address, or None where there is none (a socket, a test).

    Behind trusted proxies (setting TRUSTED_PROXIES, their number) the address stands in
    X-Forwarded-For, to which each of them has appended what it saw. Only the entry that the
    outermost trusted one wrote is believed: everything before it the visitor may have made up.
    """
    seen = request.META.get("REMOTE_ADDR", "")
    hops = settings.TRUSTED_PROXIES
    if hops:
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        seen = told[-hops] if len(told) >= hops else seen
    try:
        return str(ipaddress.ip_address(seen.strip()))
    except ValueError:
        return None


def kept_address(request) -> str | None:
    """The address that the history keeps of a change: none for what residents write without an account."""
    is_public = request.path.startswith(f"/{PUBLIC_PATH}")
    return None if is_public and not request.user.is_authenticated else client_address(request)


def request_id(request) -> str:
    """The number of `request`, made at first asking; what one request did bears one number."""
    if not hasattr(request, "_portal_id"):
        request._portal_id = str(uuid.uuid4())
    return request._portal_id
