"""What accounts leave in the audit, in one place: sign-ins, refusals to sign in, changes."""

from dataclasses import dataclass

from ledgers.models import AuditRecord
from ledgers.trail.audit import record as into_audit
from ledgers.trail.browsers import browser_of

SECOND_FACTOR = "第二重验证"
RESULTS = {
    "sign_in": ("登录成功", "green"),
    "sign_in_failed": ("密码错误", "red"),
    "locked_out": ("已锁定，未能登录", "red"),
    "sign_out": ("退出", ""),
}


def record_account_event(kind: str, *, request=None, **what) -> None:
    """Put a row into the audit, with the browser in words where there is a request."""
    detail = dict(what.pop("detail", None) or {})
    if request is not None and kind.startswith(("sign", "locked", "see")):
        detail["browser"] = browser_of(request)
    into_audit(kind, request=request, detail=detail, **what)


@dataclass(frozen=True)
class SignIn:
    """One attempt to sign in, in words."""

    at: object
    result: str
    tone: str
    address: str
    browser: str


def sign_ins_of(user, limit: int) -> list[SignIn]:
    """The newest `limit` attempts to sign in to `user`'s account, and sign-outs."""
    rows = AuditRecord.objects.filter(user_id=user.pk, kind__in=RESULTS).order_by("-pk")[:limit]
    return [_sign_in(row) for row in rows]


def _sign_in(row: AuditRecord) -> SignIn:
    result, tone = RESULTS[row.kind]
    factor = row.detail.get("what") == SECOND_FACTOR
    if factor:
        result = "验证码正确" if row.kind == "sign_in" else "验证码错误"
    browser = row.detail.get("browser", "")
    return SignIn(row.at, result, tone, row.address or "", browser)
