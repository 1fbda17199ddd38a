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
    name: str
    value: str


class ClientOptions(NamedTuple):
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
    send_password: bool | None
    trusted_sealers: list[str]
    require_trusted_sealer: bool | None
    trust_store: str | None
    user_agent_suffix: str


class Credential(NamedTuple):
    token: str | None
    email: str | None
    access_token: str | None
    api_key: str | None
    client_id: str | None
    client_secret: str | None
    identity_token: str | None
    identity: IdentityLogIn | None
    service_account_key: str | None
    service_token_v3: str | None
    password: str | None
    key_password: str | None
    private_key: str | None
    granted_by: str | None


class IdentityLogIn(NamedTuple):
    method: str
    identity_id: str
    token: str | None
    token_file: str | None
    username: str | None
    password: str | None
    resource: str | None
    client_id: str | None
    key_file: str | None
    certificate: str | None
    private_key: str | None


class AuditLogFilter(NamedTuple):
    project: str | None
    events: list[str]
    actor: str | None
    channel: str | None
    start: str | None
    end: str | None
    metadata: list[AuditDetail]


class Place(NamedTuple):
    project: str | None
    environment: str | None
    path: str | None
    kind: SecretType


class GetOptions(NamedTuple):
    imports: bool
    view_value: bool | None
    expand_references: bool
    expand_on_server: bool
    unknown_references: UnknownReferences
    nested_references: NestedReferences
    version: int | None


class ListOptions(NamedTuple):
    overrides: bool
    imports: bool
    recursive: bool
    view_value: bool | None
    expand_references: bool
    expand_on_server: bool
    unknown_references: UnknownReferences
    nested_references: NestedReferences
    tags: list[str]
    metadata: list[AuditDetail]


class SecretExtras(NamedTuple):
    metadata: list[AuditDetail] | None
    encrypted_metadata: list[AuditDetail] | None
    reminder_days: int | None
    reminder_note: str | None
    skip_multiline_encoding: bool | None


class Location(NamedTuple):
    project: str | None
    environment: str | None
    path: str | None


class Destination(NamedTuple):
    environment: str | None
    path: str | None
    overwrite: bool


class ServiceAccountGrant(NamedTuple):
    project: str | None
    environment: str | None
    permissions: list[Permission]
    expect_fingerprint: str | None


class Recovery(NamedTuple):
    email: str
    code: str
    backup_key: str
    new_password: str
    send_password: bool


class SecretImportChange(NamedTuple):
    from_environment: str | None
    from_path: str | None
    position: int | None


class SignUp(NamedTuple):
    email: str
    code: str
    password: str
    first_name: str | None
    last_name: str | None
    organization_name: str | None
    invited_to: str | None
    send_password: bool


class FirstAccount(NamedTuple):
    email: str
    password: str
    first_name: str | None
    last_name: str | None
    send_password: bool


class NewRole(NamedTuple):
    slug: str
    name: str
    description: str | None
    permissions: list[NewRolePermission]


class RoleChange(NamedTuple):
    new_slug: str | None
    new_name: str | None
    description: str | None
    permissions: list[NewRolePermission] | None


class UniversalAuthSettings(NamedTuple):
    access_token_ttl: float | None
    access_token_max_ttl: float | None
    access_token_max_uses: int | None
    client_secret_trusted_ips: list[str] | None
    access_token_trusted_ips: list[str] | None


class TokenAuthSettings(NamedTuple):
    access_token_ttl: float | None
    access_token_max_ttl: float | None
    access_token_max_uses: int | None
    access_token_trusted_ips: list[str] | None


class NewNamedSecret(NamedTuple):
    name: str
    value: str


class NewServiceToken(NamedTuple):
    name: str
    project: str | None
    scopes: list[ServiceTokenScope]
    permissions: list[Permission]
    expires_in: float | None


class NewRolePermission(NamedTuple):
    subject: str
    actions: list[str]
    conditions: str | None
    inverted: bool
