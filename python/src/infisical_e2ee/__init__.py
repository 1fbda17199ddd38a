"""A client for Infisical's end-to-end encrypted secrets.

Secrets are encrypted and decrypted on this machine; the server stores ciphertext. Start at
:class:`Client`, or :class:`AsyncClient` for asyncio. All errors are :class:`InfisicalError`.
"""

from . import _errors, _identity_auth, _types
from ._client import AsyncClient, Client
from ._errors import *
from ._formats import SecretsFormat, format_secrets, parse_secrets
from ._generated import records, resources
from ._generated.records import *
from ._generated.resources import *
from ._identity_auth import *
from ._native import (
    AuditedSecret,
    CreatedAccessToken,
    CreatedApiKey,
    CreatedClientSecret,
    CreatedServiceAccount,
    CreatedServiceToken,
    EmergencyKit,
    Invitation,
    LeaseCredential,
    Secret,
    SecretMetadata,
    SecretVersion,
)
from ._trust_storage import TrustStorage
from ._types import *
from ._webhooks import verify_webhook

__all__ = [
    "AsyncClient",
    "AuditedSecret",
    "Client",
    "CreatedAccessToken",
    "CreatedApiKey",
    "CreatedClientSecret",
    "CreatedServiceAccount",
    "CreatedServiceToken",
    "EmergencyKit",
    "Invitation",
    "LeaseCredential",
    "Secret",
    "SecretMetadata",
    "SecretVersion",
    "SecretsFormat",
    "TrustStorage",
    "format_secrets",
    "parse_secrets",
    "verify_webhook",
]
__all__ += _errors.__all__
__all__ += _identity_auth.__all__
__all__ += _types.__all__
__all__ += records.__all__
__all__ += resources.__all__
del records, resources
