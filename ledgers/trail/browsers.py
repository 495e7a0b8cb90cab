"""With which browser a request comes, and whether from a network that may."""

import re
from ipaddress import ip_address, ip_network

from ledgers.request_origin import client_address

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


def from_networks(request, networks: list[str]) -> bool:
    """Whether the request comes from one of `networks` (CIDR); an empty list means anywhere."""
    if not networks:
        return True
    found = client_address(request)
    return found is not None and any(ip_address(found) in ip_network(each) for each in networks)


def browser_of(request) -> str:
    """The browser in words: Edge · Windows电脑; 未知浏览器 where it does not say."""
    told = request.META.get("HTTP_USER_AGENT", "")
    words = [
        next((word for sign, word in signs if re.search(sign, told)), "")
        for signs in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(word for word in words if word) or "未知浏览器"
