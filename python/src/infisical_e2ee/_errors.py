"""The exceptions: one class per condition, all derived from :class:`InfisicalError`."""

from __future__ import annotations

import builtins
from typing import ClassVar

__all__ = [
    "AuthenticationFailedError",
    "ClientClosedError",
    "ConflictError",
    "ConnectionFailedError",
    "DecryptionFailedError",
    "InfisicalError",
    "IntegrityViolationError",
    "InternalError",
    "InvalidCredentialError",
    "InvalidInputError",
    "InvalidResponseError",
    "KeyUnavailableError",
    "MfaRequiredError",
    "NotFoundError",
    "OperationCancelledError",
    "OperationTimeoutError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimitedError",
    "ServerError",
    "TamperingSuspectedError",
    "TokenExpiredError",
    "UnsupportedByServerError",
]


class InfisicalError(Exception):
    """The base class of all errors of this package.

    The message names the secret, project or file concerned and says what to do next. It never
    contains a secret's value, a key, a token or a password.
    """

    code: ClassVar[str] = "error"
    """The stable code of the condition, such as ``"not_found"``."""

    message: str
    """What happened and what to do next, without status and request id."""

    status: int | None
    """The HTTP status, if the server answered."""

    request_id: str | None
    """The server's id of the request, which its operators can search for."""

    retryable: bool
    """Whether the same call may succeed later and cannot apply a change twice.

    False for a write that may have been applied, after a timeout or a failure of the server: read
    before writing again.
    """

    retry_after: float | None
    """Seconds to wait before a retry, if the server requests it."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        retry_after: float | None = None,
    ) -> None:
        """The library raises these errors; tests of your program may raise them too."""
        super().__init__(message)
        self.message = message
        self.status = status
        self.request_id = request_id
        self.retryable = retryable
        self.retry_after = retry_after

    def __str__(self) -> str:
        """The message, with status and request id if known."""
        if self.status is None:
            return self.message
        if self.request_id is None:
            return f"{self.message} (HTTP {self.status})"
        return f"{self.message} (HTTP {self.status}, request {self.request_id})"


class InvalidInputError(InfisicalError):
    """An argument is invalid; nothing was sent."""

    code = "invalid_input"


class InvalidCredentialError(InfisicalError):
    """A token or key is malformed; nothing was sent."""

    code = "invalid_credential"


class AuthenticationFailedError(InfisicalError):
    """The server rejected the credential: wrong password, or an unknown or revoked token."""

    code = "authentication_failed"


class TokenExpiredError(InfisicalError):
    """The credential has expired."""

    code = "token_expired"


class MfaRequiredError(InfisicalError):
    """The account has a second factor, and the session has not passed it yet."""

    code = "mfa_required"


class PermissionDeniedError(InfisicalError):
    """The credential is valid but lacks the permission."""

    code = "permission_denied"


class NotFoundError(InfisicalError):
    """The object does not exist, or the credential cannot see it."""

    code = "not_found"


class ConflictError(InfisicalError):
    """An object with that name already exists."""

    code = "conflict"


class RateLimitedError(InfisicalError):
    """Too many requests; see :attr:`retry_after`."""

    code = "rate_limited"


class PayloadTooLargeError(InfisicalError):
    """The request is larger than the server accepts."""

    code = "payload_too_large"


class OperationTimeoutError(InfisicalError, builtins.TimeoutError):
    """The time limit was exceeded. A write may have been applied."""

    code = "timeout"


class ConnectionFailedError(InfisicalError, builtins.ConnectionError):
    """The server could not be reached."""

    code = "connection_failed"


class InvalidResponseError(InfisicalError):
    """The answer is not that of an Infisical server. Check the URL and the proxy."""

    code = "invalid_response"


class ServerError(InfisicalError):
    """The server failed."""

    code = "server_error"


class DecryptionFailedError(InfisicalError):
    """A ciphertext does not verify: it was changed, truncated or encrypted with another key."""

    code = "decryption_failed"


class IntegrityViolationError(InfisicalError):
    """An answer of the server contradicts the request or what the client knows."""

    code = "integrity_violation"


class TamperingSuspectedError(InfisicalError):
    """An answer of the server contradicts what the trust store has seen before."""

    code = "tampering_suspected"


class KeyUnavailableError(InfisicalError):
    """The key needed to decrypt is not available."""

    code = "key_unavailable"


class UnsupportedByServerError(InfisicalError):
    """This release of the server does not support the operation."""

    code = "unsupported_by_server"


class OperationCancelledError(InfisicalError):
    """The operation was cancelled."""

    code = "cancelled"


class ClientClosedError(InfisicalError):
    """The client was closed before the call, or during it."""

    code = "closed"


class InternalError(InfisicalError):
    """A bug in this library. Please report it."""

    code = "internal"


_CLASSES = {error.code: error for error in InfisicalError.__subclasses__()}


def from_native(
    code: str,
    message: str,
    status: int | None,
    request_id: str | None,
    retryable: bool,
    retry_after: float | None,
) -> InfisicalError:
    """Creates the exception for an error of the native module, which calls this function."""
    return _CLASSES[code](
        message,
        status=status,
        request_id=request_id,
        retryable=retryable,
        retry_after=retry_after,
    )
