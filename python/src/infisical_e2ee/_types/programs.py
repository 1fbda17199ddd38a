"""What programs act as: service tokens, machine identities, service accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Permission = Literal["read", "write"]
"""What a service token or a service account may do."""


@dataclass(frozen=True)
class ServiceTokenScope:
    """An environment and path a service token may use."""

    environment: str
    """Slug of the environment."""

    path: str
    """A path or glob; ``/**`` covers every folder."""


@dataclass(frozen=True)
class ServiceTokenInfo:
    """A service token, without anything secret."""

    id: str
    name: str
    project_id: str
    """The project it opens."""

    scopes: tuple[ServiceTokenScope, ...]
    """Where it may be used."""

    permissions: tuple[Permission, ...]
    """What it may do."""

    expires_at: datetime | None
    """When it stops working; ``None`` if never."""


@dataclass(frozen=True)
class Identity:
    """A machine identity."""

    id: str
    name: str
    role: str
    """Its role in the organization."""


@dataclass(frozen=True)
class IdentityProject:
    """That a project has a machine identity in it."""

    project_id: str
    """The project's id."""

    project_name: str | None
    """Its name, where the server tells."""

    roles: tuple[str, ...]
    """The identity's roles there."""


@dataclass(frozen=True)
class UniversalAuth:
    """How a machine identity logs in by universal auth."""

    client_id: str
    """What it logs in with, beside a client secret."""

    access_token_ttl: float
    """Seconds an access token lasts unless it is renewed; 0 for ever."""

    access_token_max_ttl: float
    """Seconds it lasts however often it is renewed; 0 for ever."""

    access_token_max_uses: int | None
    """How many requests it is good for; ``None`` without a limit."""

    client_secret_trusted_ips: tuple[str, ...]
    """From where client secrets are taken, such as ``10.0.0.0/8``."""

    access_token_trusted_ips: tuple[str, ...]
    """From where access tokens are taken, likewise."""


@dataclass(frozen=True)
class TokenAuth:
    """What the access tokens made for a machine identity are good for."""

    access_token_ttl: float
    """Seconds an access token lasts unless it is renewed; 0 for ever."""

    access_token_max_ttl: float
    """Seconds it lasts however often it is renewed; 0 for ever."""

    access_token_max_uses: int | None
    """How many requests it is good for; ``None`` without a limit."""

    access_token_trusted_ips: tuple[str, ...]
    """From where it is taken, such as ``10.0.0.0/8``."""


@dataclass(frozen=True)
class AccessTokenInfo:
    """An access token that was made for a machine identity, without its text."""

    id: str
    """The token's id."""

    name: str
    """What it is for, for people; empty if nobody said."""

    created_at: datetime | None
    """When it was made, where the server tells."""

    last_used: datetime | None
    """When it was last used; ``None`` if never, or where the server does not tell."""

    uses: int | None
    """How many requests it was used for, where the server tells."""

    is_revoked: bool
    """Whether it was revoked."""


@dataclass(frozen=True)
class ClientSecretInfo:
    """A client secret of a machine identity, without its text."""

    id: str
    """The client secret's id."""

    description: str
    """What it is for, for people; empty if nobody said."""

    prefix: str
    """Its first characters, as the server shows them; not secret."""

    created_at: datetime | None
    """When it was made, where the server tells."""

    expires_at: datetime | None
    """When it stops working; ``None`` if never, or where the server does not tell."""

    uses: int | None
    """How often it was used to log in, where the server tells."""

    max_uses: int | None
    """How often it may be used; ``None`` without a limit, or where the server does not tell."""


@dataclass(frozen=True)
class ProjectIdentity:
    """That a machine identity is in a project."""

    id: str
    """The membership's id."""

    identity_id: str
    """The identity's id."""

    name: str
    """The identity's name."""

    roles: tuple[str, ...]
    """Its roles in the project."""


@dataclass(frozen=True)
class ServiceAccount:
    """A service account, without anything secret."""

    id: str
    """The account's id."""

    name: str
    organization_id: str
    """The organization it belongs to."""

    public_key_fingerprint: str | None
    """SHA-256 of its public key, as hexadecimal; ``None`` without a usable one."""

    expires_at: datetime | None
    """When it was to expire; ``None`` if never."""


@dataclass(frozen=True)
class ServiceAccountPermission:
    """That a service account may work in an environment."""

    id: str
    """The permission's id."""

    project_id: str
    """The project."""

    environment: str
    """Slug of the environment."""

    permissions: tuple[Permission, ...]
    """What it may do there."""


@dataclass(frozen=True)
class ServiceAccountKey:
    """That a service account has a sealed copy of a project key."""

    id: str
    """The copy's id."""

    project_id: str
    """The project whose key it is."""

    created_at: datetime | None
    """When it was sealed, where the server tells."""
