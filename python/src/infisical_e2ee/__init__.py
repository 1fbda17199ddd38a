"""Infisical's end-to-end encrypted secrets, decrypted only here.

Infisical keeps secrets that its server cannot read. This package speaks its REST API and does the
encryption on this machine. Start at :class:`Client`, or :class:`AsyncClient` for asyncio; every
failure is an :class:`InfisicalError`.
"""

from ._account import Account, AsyncAccount
from ._client import AsyncClient, Client
from ._environments import AsyncEnvironments, Environments
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
from ._folders import AsyncFolders, Folders
from ._native import CreatedServiceToken, Secret
from ._projects import AsyncOrganizations, AsyncProjects, Organizations, Projects
from ._secret_imports import AsyncSecretImports, SecretImports
from ._secrets import AsyncSecrets, Secrets
from ._service_tokens import AsyncServiceTokens, ServiceTokens
from ._tags import AsyncTags, Tags
from ._types import (
    Environment,
    Folder,
    MoveResult,
    NewAccount,
    OpenedKey,
    Organization,
    Permission,
    Project,
    SecretFailure,
    SecretImport,
    SecretList,
    SecretType,
    ServiceTokenInfo,
    ServiceTokenScope,
    Tag,
    User,
)

__all__ = [
    "Account",
    "AsyncAccount",
    "AsyncClient",
    "AsyncEnvironments",
    "AsyncFolders",
    "AsyncOrganizations",
    "AsyncProjects",
    "AsyncSecretImports",
    "AsyncSecrets",
    "AsyncServiceTokens",
    "AsyncTags",
    "AuthenticationFailedError",
    "Client",
    "ClientClosedError",
    "ConflictError",
    "ConnectionFailedError",
    "CreatedServiceToken",
    "DecryptionFailedError",
    "Environment",
    "Environments",
    "Folder",
    "Folders",
    "InfisicalError",
    "IntegrityViolationError",
    "InternalError",
    "InvalidCredentialError",
    "InvalidInputError",
    "InvalidResponseError",
    "KeyUnavailableError",
    "MfaRequiredError",
    "MoveResult",
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
    "SecretImport",
    "SecretImports",
    "SecretList",
    "SecretType",
    "Secrets",
    "ServerError",
    "ServiceTokenInfo",
    "ServiceTokenScope",
    "ServiceTokens",
    "Tag",
    "Tags",
    "TokenExpiredError",
    "UnsupportedByServerError",
    "User",
]
