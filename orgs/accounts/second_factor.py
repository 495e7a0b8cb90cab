"""The second factor: six digits from a phone (TOTP), and recovery codes for when it is lost.

django-otp holds the devices and slows down guessing; this says in which order things happen.
"""

import hashlib
import secrets
from base64 import b32encode

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ledgers import clock
from ledgers.media.qr import qr_code
from orgs.accounts.services import end_sessions
from orgs.models import User

STATE = "second_factor"  # in the session
DUE, PASSED = "due", "passed"
RECOVERY_CODES = 10
# Neither 0 nor O, neither 1 nor I nor L: read from paper, typed on a phone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def has_second_factor(user: User) -> bool:
    """Whether the account has a confirmed device."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def device_to_enrol(user: User) -> TOTPDevice | None:
    """The device that waits for its first code, or None before enrolment was begun."""
    return TOTPDevice.objects.filter(user=user, confirmed=False).order_by("-pk").first()


@transaction.atomic
def begin_enrolment(*, user: User) -> TOTPDevice:
    """A new device that counts from its first right code on; replaces an unconfirmed one."""
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    return TOTPDevice.objects.create(user=user, name="手机验证器", confirmed=False)


def secret_code(device: TOTPDevice) -> str:
    """The device's secret as a QR code, a data: address for an <img>."""
    return qr_code(device.config_url, scale=5, border=3)


def typed_secret(device: TOTPDevice) -> str:
    """The secret for typing where no camera is at hand, in groups of four."""

    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


@transaction.atomic
def confirm_enrolment(*, user: User, code: str) -> list[str] | None:
    """Take the new device into use where `code` is right; returns its recovery codes, or None.

    Older devices and codes end with it.
    """
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).last()
    if device is None or not device.verify_token(_digits(code)):
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    return new_recovery_codes(user=user)


@transaction.atomic
def new_recovery_codes(*, user: User) -> list[str]:
    """Ten new recovery codes, each good once; only their hashes are stored, older ones end."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="恢复码")
    codes = ["".join(secrets.choice(LETTERS) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=_hashed(user, code))
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def recovery_codes_left(user: User) -> int:
    """How many recovery codes are not used yet."""
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


@transaction.atomic
def verify(*, user: User, code: str) -> tuple[bool, int]:
    """Whether `code` is right: six digits, or a recovery code, which is used up by it.

    The number is how many seconds to wait before the next try counts (0: at once).
    """
    digits = _digits(code)
    if len(digits) == 6 and digits.isdecimal():
        kind, token = TOTPDevice, digits
    else:
        kind, token = StaticDevice, _hashed(user, code)
    devices = kind.objects.select_for_update().filter(user=user, confirmed=True)
    for device in devices.order_by("pk"):
        allowed, why = device.verify_is_allowed()
        if not allowed:
            until = why.get("locked_until")
            return False, max(1, int((until - clock.actual()).total_seconds())) if until else 1
        if device.verify_token(token):
            return True, 0
    return False, 0


@transaction.atomic
def remove_second_factor(*, user: User) -> None:
    """Forget all devices and codes of the account, and end its sessions."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    end_sessions(user=user)


def _digits(code: str) -> str:
    return "".join(code.split())


def _hashed(user: User, code: str) -> str:
    """A recovery code as stored: 64 bits of a hash over account and code (the column has 16)."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(f"{user.pk}:{plain}".encode()).hexdigest()[:16]
