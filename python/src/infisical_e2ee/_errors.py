"""The exceptions: one class for each condition, all of them :class:`InfisicalError`."""

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
    "TokenExpiredError",
    "UnsupportedByServerError",
]


class InfisicalError(Exception):
    """What went wrong.

    The message names the secret, project or file concerned and says what to do next. It never
    contains a secret's value, a key, a token or a password.
    """

    code: ClassVar[str] = "error"
    """The stable code of the condition, such as ``"not_found"``."""

    message: str
    """What happened and what to do next, without status and request id."""

    status: int | None
    """The HTTP status, when the server answered."""

    request_id: str | None
    """The request id the server gave, to quote to its operators."""

    retryable: bool
    """Whether the same call may succeed later and cannot apply a change twice.

    False for a write that may have been applied, after a timeout or a failure of the server: read
    before writing again.
    """

    retry_after: float | None
    """How many seconds the server asked to wait, when it did."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        retry_after: float | None = None,
    ) -> None:
        """Only the library raises these; tests of programs that use it may, too."""
        super().__init__(message)
        self.message = message
        self.status = status
        self.request_id = request_id
        self.retryable = retryable
        self.retry_after = retry_after

    def __str__(self) -> str:
        """The message, with status and request id where there are any."""
        if self.status is None:
            return self.message
        if self.request_id is None:
            return f"{self.message} (HTTP {self.status})"
        return f"{self.message} (HTTP {self.status}, request {self.request_id})"


class InvalidInputError(InfisicalError):
    """An argument cannot be right; nothing was sent."""

    code = "invalid_input"


class InvalidCredentialError(InfisicalError):
    """A token or key is not in the form it must have; nothing was sent."""

    code = "invalid_credential"


class AuthenticationFailedError(InfisicalError):
    """The server refused the credential: wrong password, or a token unknown or revoked."""

    code = "authentication_failed"


class TokenExpiredError(InfisicalError):
    """The credential was good once and has expired."""

    code = "token_expired"


class MfaRequiredError(InfisicalError):
    """The account asks for a second factor."""

    code = "mfa_required"


class PermissionDeniedError(InfisicalError):
    """The credential is good but may not do this."""

    code = "permission_denied"


class NotFoundError(InfisicalError):
    """The thing asked for does not exist, or is hidden from you."""

    code = "not_found"


class ConflictError(InfisicalError):
    """Something of that name exists already."""

    code = "conflict"


class RateLimitedError(InfisicalError):
    """The server asked for fewer requests; see :attr:`retry_after`."""

    code = "rate_limited"


class PayloadTooLargeError(InfisicalError):
    """The request is larger than the server accepts."""

    code = "payload_too_large"


class OperationTimeoutError(InfisicalError, builtins.TimeoutError):
    """The time allowed ran out. A write may or may not have happened."""

    code = "timeout"


class ConnectionFailedError(InfisicalError, builtins.ConnectionError):
    """The server could not be reached."""

    code = "connection_failed"


class InvalidResponseError(InfisicalError):
    """The answer was not what an Infisical server sends: a wrong URL, or a proxy in between."""

    code = "invalid_response"


class ServerError(InfisicalError):
    """The server failed."""

    code = "server_error"


class DecryptionFailedError(InfisicalError):
    """A ciphertext did not verify: changed, truncated, or sealed under another key."""

    code = "decryption_failed"


class IntegrityViolationError(InfisicalError):
    """The server sent something that contradicts what was asked or what is known."""

    code = "integrity_violation"


class KeyUnavailableError(InfisicalError):
    """The key needed to decrypt is not at hand."""

    code = "key_unavailable"


class UnsupportedByServerError(InfisicalError):
    """This release of the server cannot do it."""

    code = "unsupported_by_server"


class OperationCancelledError(InfisicalError):
    """The operation was cancelled."""

    code = "cancelled"


class ClientClosedError(InfisicalError):
    """The client was closed before the call, or during it."""

    code = "closed"


class InternalError(InfisicalError):
    """A defect in this library. Please report it."""

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
    """Makes the exception for an error of the native module, which calls this."""
    return _CLASSES[code](
        message,
        status=status,
        request_id=request_id,
        retryable=retryable,
        retry_after=retry_after,
    )
