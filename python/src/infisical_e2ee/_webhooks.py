"""Webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _native
from ._arguments import aware, checked

if TYPE_CHECKING:
    from datetime import datetime


def verify_webhook(
    payload: bytes,
    signature: str,
    secret: str,
    *,
    tolerance: float = 300,
    now: datetime | None = None,
) -> None:
    """Raises unless a webhook was sent by a server that knows the secret, and just now.

    Within the tolerance the same request passes again: remember what was handled where that
    matters.

    Args:
        payload: The body of the request, byte by byte as it came.
        signature: Its header ``x-infisical-signature``.
        secret: The webhook's secret key.
        tolerance: Seconds by which the clocks may differ, or the request may be old.
        now: The time, with a time zone; now by default.

    Raises:
        InvalidInputError: The header is malformed, the secret is empty, or the time has no time
            zone.
        IntegrityViolationError: The payload was not signed with this secret, its time is not that
            of the header, or it is too old.
    """
    milliseconds = None if now is None else int(aware("now", now).timestamp() * 1000)
    checked(
        "verify_webhook",
        lambda: _native.verify_webhook(payload, signature, secret, tolerance, milliseconds),
    )
