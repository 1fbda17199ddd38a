"""Infisical's end-to-end encrypted secrets, decrypted only here.

Infisical keeps secrets that its server cannot read. This package speaks its REST API and does the
encryption on this machine. Start at :class:`Client`, or :class:`AsyncClient` for asyncio; every
failure is an :class:`InfisicalError`.
"""

from ._account import Account, AsyncAccount
from ._client import AsyncClient, Client
from ._errors import (
    AuthenticationFailedError,
    ClientClosedError,
    ConflictError,
    ConnectionFailedError,
    DecryptionFailedError,
    InfisicalError,
    IntegrityViolationError,
    InternalError,
    InvalidCredentialError,
    InvalidInputError,
    InvalidResponseError,
    KeyUnavailableError,
    MfaRequiredError,
    NotFoundError,
    OperationCancelledError,
    OperationTimeoutError,
    PayloadTooLargeError,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
    TokenExpiredError,
    UnsupportedByServerError,
)
from ._native import CreatedServiceToken, Secret
from ._projects import AsyncOrganizations, AsyncProjects, Organizations, Projects
from ._secrets import AsyncSecrets, Secrets
from ._service_tokens import AsyncServiceTokens, ServiceTokens
from ._types import (
    Environment,
    NewAccount,
    OpenedKey,
    Organization,
    Permission,
    Project,
    SecretFailure,
    SecretList,
    SecretType,
    ServiceTokenInfo,
    ServiceTokenScope,
    User,
)

__all__ = [
    "Account",
    "AsyncAccount",
    "AsyncClient",
    "AsyncOrganizations",
    "AsyncProjects",
    "AsyncSecrets",
    "AsyncServiceTokens",
    "AuthenticationFailedError",
    "Client",
    "ClientClosedError",
    "ConflictError",
    "ConnectionFailedError",
    "CreatedServiceToken",
    "DecryptionFailedError",
    "Environment",
    "InfisicalError",
    "IntegrityViolationError",
    "InternalError",
    "InvalidCredentialError",
    "InvalidInputError",
    "InvalidResponseError",
    "KeyUnavailableError",
    "MfaRequiredError",
    "NewAccount",
    "NotFoundError",
    "OpenedKey",
    "OperationCancelledError",
    "OperationTimeoutError",
    "Organization",
    "Organizations",
    "PayloadTooLargeError",
    "Permission",
    "PermissionDeniedError",
    "Project",
    "Projects",
    "RateLimitedError",
    "Secret",
    "SecretFailure",
    "SecretList",
    "SecretType",
    "Secrets",
    "ServerError",
    "ServiceTokenInfo",
    "ServiceTokenScope",
    "ServiceTokens",
    "TokenExpiredError",
    "UnsupportedByServerError",
    "User",
]
