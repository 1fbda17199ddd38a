"""Users, their keys and organizations, and the server they are on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class NewAccount:
    """An account that was just made."""

    user_id: str
    email: str


@dataclass(frozen=True)
class User:
    """A user of the server."""

    id: str
    email: str
    first_name: str
    last_name: str


@dataclass(frozen=True)
class Session:
    """A log-in that still counts."""

    id: str
    """The session's id."""

    ip_address: str | None
    """Where it was begun from, where the server tells."""

    user_agent: str | None
    """The program that began it, where the server tells."""

    created_at: datetime | None
    """When it began."""

    last_used: datetime | None
    """When it was last used."""


@dataclass(frozen=True)
class ApiKeyInfo:
    """An API key, without its text."""

    id: str
    """The key's id."""

    name: str
    last_used: datetime | None
    """When it was last used; at first, when it was made."""

    expires_at: datetime | None
    """When it stops working."""

    created_at: datetime | None
    """When it was made."""


@dataclass(frozen=True)
class Organization:
    """An organization."""

    id: str
    name: str
    slug: str | None
    """``None`` on May 2023 servers."""


@dataclass(frozen=True)
class OrganizationMember:
    """A member of an organization, or somebody invited to it."""

    id: str
    """The membership's id."""

    user_id: str | None
    """The user's id; ``None`` on May 2023 for an invited person without an account."""

    email: str
    """E-mail address."""

    first_name: str
    """First name; empty while somebody without an account is invited."""

    last_name: str
    """Last name, likewise."""

    role: str
    """Role in the organization."""

    status: str
    """``accepted``, or ``invited`` until the invitation is taken up."""

    public_key: str | None
    """The user's public key, 32 bytes as base64; ``None`` without a key."""

    public_key_fingerprint: str | None
    """SHA-256 of the user's public key, as hexadecimal; ``None`` without a key."""


@dataclass(frozen=True)
class IncidentContact:
    """Whom the server tells of incidents in an organization."""

    id: str
    """The contact's id."""

    email: str
    """The address."""


@dataclass(frozen=True)
class Capabilities:
    """What the server can do, and how the client's secrets pass."""

    server: str
    """The release the server resembles: ``may23``, ``feb24``, ``jun24`` or ``modern``."""

    verified: bool
    """Whether this library was held against a running server of that release."""

    folders: bool
    secret_imports: bool
    machine_identities: bool
    end_to_end_encrypted: bool
    """Whether this client's secrets are end-to-end encrypted."""

    secrets_route: str
    """The routes they pass by: ``encrypted_v3``, ``raw_v3`` or ``raw_v4``."""
