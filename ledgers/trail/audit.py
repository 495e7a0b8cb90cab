"""Records of what happened besides changes of rows. Changes of rows are kept by the database."""

from ledgers.cleaning.phones import masked_text
from ledgers.history import current_batch
from ledgers.models.audit import AuditKind, AuditRecord
from ledgers.request_origin import client_address, request_id


def record(
    kind: str,
    *,
    request=None,
    user=None,
    username: str = "",
    obj=None,
    detail: dict | None = None,
) -> AuditRecord:
    """Keep that something of `kind` (an AuditKind) happened; returns the record.

    `user` is by default that of `request`; `username` is for where there is no account, such as a
    failed sign-in. `obj` is the row it was about. `detail` is what else to know, without phone
    numbers: what looks like one is masked. Raises ValueError for an unknown kind.
    """
    kind = AuditKind(kind)
    if user is None and request is not None:
        user = getattr(request, "user", None)
    known = user if getattr(user, "pk", None) else None
    return AuditRecord.objects.create(
        kind=kind,
        user_id=known.pk if known else None,
        username=_cut(username or (known.get_username() if known else ""), "username"),
        address=client_address(request) if request is not None else None,
        path=_cut(request.path, "path") if request is not None else "",
        request_id=request_id(request) if request is not None else "",
        batch=current_batch(),
        **_about(obj),
        detail=masked(detail or {}),
    )


def _about(obj) -> dict:
    if obj is None:
        return {}
    return {
        "model": obj._meta.label,
        "object_key": str(obj.pk),
        "object_name": _cut(masked(str(obj)), "object_name"),
    }


def _cut(text: str, field: str) -> str:
    """`text` made to fit; NUL, which a visitor may send and PostgreSQL refuses, is dropped."""
    return text.replace("\x00", "")[: AuditRecord._meta.get_field(field).max_length]


def masked(value):
    """`value` (text, or lists and dictionaries of it) with phone numbers as 138****1234."""
    if isinstance(value, str):
        return masked_text(value).replace("\x00", "")
    if isinstance(value, dict):
        return {key: masked(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [masked(inner) for inner in value]
    return value
