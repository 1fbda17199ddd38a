"""What the native module reads from: attributes of these names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ._types import Permission, SecretType, ServiceTokenScope


class Credential(NamedTuple):
    """Who the client acts as."""

    token: str | None
    email: str | None
    access_token: str | None
    api_key: str | None
    password: str | None
    private_key: str | None


class ClientOptions(NamedTuple):
    """What a client can be told."""

    base_url: str
    allow_http: bool
    credential: Credential
    project: str | None
    environment: str | None
    organization: str | None
    timeout: float
    deadline: float
    certificate_authorities: str | None
    max_response_bytes: int
    user_agent_suffix: str


class Place(NamedTuple):
    """Which secrets a call is about."""

    project: str | None
    environment: str | None
    path: str | None
    kind: SecretType


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
    send_password: bool


class NewServiceToken(NamedTuple):
    """What a new service token is for."""

    name: str
    project: str | None
    scopes: list[ServiceTokenScope]
    permissions: list[Permission]
    expires_in: float | None
