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
    """Raises unless a server that knows the secret sent the webhook within ``tolerance``.

    A repeated request within the tolerance is accepted again. If that matters, remember which
    requests were handled.

    Args:
        payload: The unmodified body of the request.
        signature: Its header ``x-infisical-signature``.
        secret: The webhook's secret key.
        tolerance: The maximum age of the request, and difference of the clocks, in seconds.
        now: The current time, with a time zone; for tests.

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
