"""Secrets that are shown once: what is stored is their hash."""

import hashlib
import secrets


def new_token() -> str:
    """A secret for an address that nobody can guess."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Under what a secret is stored and found again."""
    return hashlib.sha256(token.encode()).hexdigest()
