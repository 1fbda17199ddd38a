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
