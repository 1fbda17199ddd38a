"""How a machine identity logs in, other than by universal auth."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Union

from ._arguments import is_unicode
from ._errors import InvalidInputError
from ._generated.inputs import IdentityLogIn

if TYPE_CHECKING:
    from typing_extensions import TypeAlias

__all__ = [
    "AwsIamAuth",
    "AzureAuth",
    "GcpIamAuth",
    "GcpIdTokenAuth",
    "JwtAuth",
    "KubernetesAuth",
    "LdapAuth",
    "OidcAuth",
    "TlsCertAuth",
]

Path: TypeAlias = "str | os.PathLike[str]"


@dataclass(frozen=True)
class KubernetesAuth:
    """A machine identity in a Kubernetes pod, with the token of the pod's service account.

    The file is read at each log-in, because Kubernetes replaces the token.

    Attributes:
        identity_id: Id of the identity.
        token_file: File of the token. The default is
            ``/var/run/secrets/kubernetes.io/serviceaccount/token``.
    """

    identity_id: str
    token_file: Path | None = None


@dataclass(frozen=True)
class OidcAuth:
    """A machine identity, with a JWT of the OIDC provider that its OIDC auth names.

    Give the JWT or its file. The file is read at each log-in, because another program replaces it.

    Attributes:
        identity_id: Id of the identity.
        token: The JWT, such as the one that a CI system gives to a job. When it has expired, the
            client cannot log in again.
        token_file: File that contains the JWT.
    """

    identity_id: str
    token: str | None = field(default=None, repr=False)
    token_file: Path | None = None


@dataclass(frozen=True)
class JwtAuth:
    """A machine identity, with a JWT that one of the keys of its JWT auth verifies.

    Give the JWT or its file. The file is read at each log-in, because another program replaces it.

    Attributes:
        identity_id: Id of the identity.
        token: The JWT. When it has expired, the client cannot log in again.
        token_file: File that contains the JWT.
    """

    identity_id: str
    token: str | None = field(default=None, repr=False)
    token_file: Path | None = None


@dataclass(frozen=True)
class LdapAuth:
    """A machine identity, with an account in the LDAP directory of its LDAP auth.

    The server receives the password, and gives it to the directory.

    Attributes:
        identity_id: Id of the identity.
        username: User name of the account.
        password: Password of the account.
    """

    identity_id: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class AzureAuth:
    """A machine identity on a machine or service of Azure, with its managed identity.

    At each log-in the client asks Azure's instance metadata service for a token, or the endpoint in
    ``IDENTITY_ENDPOINT`` and ``IDENTITY_HEADER``, which App Service and Functions set.

    Attributes:
        identity_id: Id of the identity.
        resource: The resource of the identity's Azure auth. The default is
            ``https://management.azure.com/``.
        client_id: Client id of the managed identity, for a machine that has several.
    """

    identity_id: str
    resource: str | None = None
    client_id: str | None = None


@dataclass(frozen=True)
class GcpIdTokenAuth:
    """A machine identity on Google Cloud, with an ID token of the machine's service account.

    For GCP auth of type ``gce``. At each log-in the client asks the metadata server for the token.

    Attributes:
        identity_id: Id of the identity.
    """

    identity_id: str


@dataclass(frozen=True)
class GcpIamAuth:
    """A machine identity, with the key file of a service account of Google Cloud.

    For GCP auth of type ``iam``. At each log-in the client reads the file and signs a token with
    the key, which stays on this machine.

    Attributes:
        identity_id: Id of the identity.
        key_file: The key file (JSON).
    """

    identity_id: str
    key_file: Path


@dataclass(frozen=True)
class AwsIamAuth:
    """A machine identity with credentials of AWS.

    At each log-in the client signs a request ``sts:GetCallerIdentity``, which the server sends to
    AWS. The credentials are those in ``AWS_ACCESS_KEY_ID``, ``AWS_SECRET_ACCESS_KEY`` and
    ``AWS_SESSION_TOKEN``; else those of the container's endpoint, which ECS and EKS set; else those
    of the instance's role. The region is that in ``AWS_REGION`` or ``AWS_DEFAULT_REGION``, else
    that of the instance, else ``us-east-1``.

    Attributes:
        identity_id: Id of the identity.
    """

    identity_id: str


@dataclass(frozen=True)
class TlsCertAuth:
    """A machine identity, with a client certificate that the connection presents in TLS.

    Attributes:
        identity_id: Id of the identity.
        certificate: The certificate as PEM. Further certificates may lead to the CA.
        private_key: The private key of the certificate as PEM. It stays on this machine.
    """

    identity_id: str
    certificate: str
    private_key: str = field(repr=False)


IdentityAuth: TypeAlias = (
    "Union[KubernetesAuth, OidcAuth, JwtAuth, LdapAuth, AzureAuth, GcpIdTokenAuth, GcpIamAuth, "
    "AwsIamAuth, TlsCertAuth]"
)

_METHODS = {
    KubernetesAuth: "kubernetes",
    OidcAuth: "oidc",
    JwtAuth: "jwt",
    LdapAuth: "ldap",
    AzureAuth: "azure",
    GcpIdTokenAuth: "gcp-id-token",
    GcpIamAuth: "gcp-iam",
    AwsIamAuth: "aws-iam",
    TlsCertAuth: "tls-cert",
}
_FILES = ("token_file", "key_file")


def log_in_of(identity: IdentityAuth) -> IdentityLogIn:
    """The log-in as the native module takes it."""
    method = _METHODS.get(type(identity))
    if method is None:
        known = ", ".join(kind.__name__ for kind in _METHODS)
        raise InvalidInputError(f"identity: give one of {known}, not {type(identity).__name__}")
    parts: dict[str, Any] = {name: getattr(identity, name, None) for name in IdentityLogIn._fields}
    parts["method"] = method
    for name in _FILES:
        if parts[name] is not None:
            parts[name] = _path(name, parts[name])
    return IdentityLogIn(**parts)


def _path(name: str, given: object) -> str:
    path = os.fspath(given) if isinstance(given, (str, os.PathLike)) else None
    if not isinstance(path, str):
        raise InvalidInputError(
            f"{name}: give a path as str or os.PathLike[str], not {type(given).__name__}"
        )
    if not is_unicode(path):
        raise InvalidInputError(f"the path of {name} is not Unicode text")
    return path
