"""Where a request comes from, and with which browser."""

import re
from ipaddress import ip_address, ip_network

from django.conf import settings

# The first that is found names the browser: each newer one also claims to be the older ones.
BROWSERS = [
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("wxwork", "企业微信"),
    ("Edg", "Edge"),
    ("QQBrowser", "QQ浏览器"),
    ("360SE|QIHU", "360浏览器"),
    ("Firefox", "火狐"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("HarmonyOS|OpenHarmony", "鸿蒙"),
    ("Android", "安卓手机"),
    ("iPhone", "苹果手机"),
    ("iPad", "苹果平板"),
    ("Windows", "Windows电脑"),
    ("Mac OS", "苹果电脑"),
    ("Linux", "Linux电脑"),
]


def address_of(request) -> str:
    """The visitor's network address, "" where it is unknown.

    Behind TRUSTED_PROXIES proxies the address is the one that the outermost of them wrote into
    X-Forwarded-For; what stands left of it was written by the visitor and is not believed.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        if len(told) >= settings.TRUSTED_PROXIES:
            found = told[-settings.TRUSTED_PROXIES]
    try:
        return str(ip_address(found))
    except ValueError:
        return ""


def from_networks(request, networks: list[str]) -> bool:
    """Whether the request comes from one of `networks` (CIDR); an empty list means anywhere."""
    if not networks:
        return True
    found = address_of(request)
    return bool(found) and any(ip_address(found) in ip_network(each) for each in networks)


def browser_of(request) -> str:
    """The browser in words: Edge · Windows电脑; 未知浏览器 where it does not say."""
    told = request.META.get("HTTP_USER_AGENT", "")
    words = [
        next((word for sign, word in signs if re.search(sign, told)), "")
        for signs in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(word for word in words if word) or "未知浏览器"
