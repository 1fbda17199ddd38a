"""Arguments of the native module, which reads these attributes. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .._types import (
        AuditDetail,
        NestedReferences,
        Permission,
        SecretType,
        ServiceTokenScope,
        UnknownReferences,
    )


class Variable(NamedTuple):
    """An environment variable that configures a client."""

    name: str
    value: str


class ClientOptions(NamedTuple):
    """What a client can be told.

    Durations are seconds.
    """

    base_url: str | None
    variables: list[Variable] | None
    allow_http: bool
    credential: Credential
    project: str | None
    environment: str | None
    organization: str | None
    timeout: float | None
    deadline: float | None
    certificate_authorities: str | None
    proxy: str | None
    max_response_bytes: int | None
    require_e2ee: bool | None
    user_agent_suffix: str


class Credential(NamedTuple):
    """The credential as flat options."""

    token: str | None
    email: str | None
    access_token: str | None
    api_key: str | None
    client_id: str | None
    client_secret: str | None
    identity_token: str | None
    service_account_key: str | None
    service_token_v3: str | None
    password: str | None
    private_key: str | None
    granted_by: str | None


class AuditLogFilter(NamedTuple):
    """Which events of the audit log are wanted."""

    project: str | None
    events: list[str]
    actor: str | None
    channel: str | None
    start: str | None
    end: str | None
    metadata: list[AuditDetail]


class Place(NamedTuple):
    """Where a secret lives, and whose it is."""

    project: str | None
    environment: str | None
    path: str | None
    kind: SecretType


class GetOptions(NamedTuple):
    """How one secret is read."""

    imports: bool
    expand_references: bool
    unknown_references: UnknownReferences
    nested_references: NestedReferences
    version: int | None


class ListOptions(NamedTuple):
    """How the secrets of a place are read."""

    overrides: bool
    imports: bool
    expand_references: bool
    unknown_references: UnknownReferences
    nested_references: NestedReferences


class Location(NamedTuple):
    """Where something other than a secret lies."""

    project: str | None
    environment: str | None
    path: str | None


class Destination(NamedTuple):
    """Where secrets are moved."""

    environment: str | None
    path: str | None
    overwrite: bool


class ServiceAccountGrant(NamedTuple):
    """Where a service account is let in, and what it may do there."""

    project: str | None
    environment: str | None
    permissions: list[Permission]
    expect_fingerprint: str | None


class Recovery(NamedTuple):
    """What a lost password is replaced with."""

    email: str
    code: str
    backup_key: str
    new_password: str
    send_password: bool


class SecretImportChange(NamedTuple):
    """What is to change of a secret import."""

    from_environment: str | None
    from_path: str | None
    position: int | None


class SignUp(NamedTuple):
    """What an account is made from."""

    email: str
    code: str
    password: str
    first_name: str | None
    last_name: str | None
    organization_name: str | None
    invited_to: str | None
    send_password: bool


class FirstAccount(NamedTuple):
    """What the first account of a server is made from."""

    email: str
    password: str
    first_name: str | None
    last_name: str | None
    send_password: bool


class NewRole(NamedTuple):
    """What a new role is called, and what it allows."""

    slug: str
    name: str
    description: str | None
    permissions: list[NewRolePermission]


class RoleChange(NamedTuple):
    """What is to change of a role."""

    new_slug: str | None
    new_name: str | None
    description: str | None
    permissions: list[NewRolePermission] | None


class UniversalAuthSettings(NamedTuple):
    """How a machine identity logs in by universal auth.

    Times are seconds.
    """

    access_token_ttl: float | None
    access_token_max_ttl: float | None
    access_token_max_uses: int | None
    client_secret_trusted_ips: list[str] | None
    access_token_trusted_ips: list[str] | None


class TokenAuthSettings(NamedTuple):
    """What the access tokens made for a machine identity are good for.

    Times are seconds.
    """

    access_token_ttl: float | None
    access_token_max_ttl: float | None
    access_token_max_uses: int | None
    access_token_trusted_ips: list[str] | None


class NewNamedSecret(NamedTuple):
    """A name and its value, to be written."""

    name: str
    value: str


class NewServiceToken(NamedTuple):
    """What a new service token is for."""

    name: str
    project: str | None
    scopes: list[ServiceTokenScope]
    permissions: list[Permission]
    expires_in: float | None


class NewRolePermission(NamedTuple):
    """Something a role allows, or forbids."""

    subject: str
    actions: list[str]
    conditions: str | None
    inverted: bool
