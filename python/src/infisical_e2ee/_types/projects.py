"""Projects, and what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .programs import Permission
    from .secrets import SecretFailure


@dataclass(frozen=True)
class Project:
    """A project."""

    id: str
    name: str
    slug: str | None
    """``None`` on May 2023 servers."""

    organization_id: str | None
    """The organization it belongs to, where the server tells."""

    auto_capitalization: bool | None
    """Whether the server's pages write names of secrets in capitals, where it tells."""

    environments: tuple[Environment, ...]
    """Its environments, in the server's order."""


@dataclass(frozen=True)
class Environment:
    """An environment of a project."""

    id: str | None
    """``None`` on May 2023 servers, and where an API key asks."""

    name: str
    """Its name, for people."""

    slug: str
    """Its slug, for calls."""


@dataclass(frozen=True)
class Folder:
    """A folder."""

    id: str
    name: str
    path: str
    """Its whole path, such as ``/backend/jobs``."""

    created_at: datetime | None
    """When it was made, where the server tells."""

    updated_at: datetime | None
    """When it was last changed, where the server tells."""


@dataclass(frozen=True)
class Tag:
    """A tag of a project."""

    id: str
    name: str
    """Its name, for people."""

    slug: str
    """Its slug, for calls."""

    color: str | None
    """Its colour in the web page; ``None`` if it has none, and on May 2023 servers."""


@dataclass(frozen=True)
class SecretImport:
    """That a folder imports the secrets of another."""

    id: str
    environment: str
    """Slug of the environment it imports from."""

    path: str
    """The folder it imports."""

    position: int
    """Its position among the folder's imports, from 1. Later ones win."""


@dataclass(frozen=True)
class DeniedPermission:
    """What a member may not do in an environment."""

    environment: str
    """Slug of the environment."""

    permission: Permission
    """``read`` or ``write``."""


@dataclass(frozen=True)
class Member:
    """A member of a project."""

    id: str
    """The membership's id."""

    user_id: str
    email: str
    first_name: str
    last_name: str
    roles: tuple[str, ...]
    """Roles in the project."""

    public_key: str | None
    """The member's public key, 32 bytes as base64; ``None`` without a key."""

    public_key_fingerprint: str | None
    """SHA-256 of the member's public key, as hexadecimal; ``None`` without a key."""

    denied_permissions: tuple[DeniedPermission, ...]
    """What the member may not do, on May 2023 servers; empty on later ones."""


@dataclass(frozen=True)
class RemovedMember:
    """That somebody was removed from a project or an organization."""

    id: str
    """The id the membership had."""

    warning: str
    """For people: that who was removed may still know project keys, and what to do about it."""


@dataclass(frozen=True)
class OpenedKey:
    """That a project's key could be opened, and who sealed it."""

    project_id: str
    sealed_by: str | None
    """SHA-256 of the public key of the user who sealed this copy, as hexadecimal.

    To compare with what that user sees. ``None`` for a service token, whose copy nobody seals.
    """


@dataclass(frozen=True)
class DuplicateName:
    """Secrets of one environment that have the same name."""

    name: str
    environment: str
    """Slug of the environment."""

    ids: tuple[str, ...]
    """The secrets' ids."""


@dataclass(frozen=True)
class BlindIndexReport:
    """What enabling blind indices did."""

    named: int
    """How many secrets were named; 0 if all could be found by name."""

    duplicates: tuple[DuplicateName, ...]
    """Names that several secrets have; only one of them is found by name."""

    failures: tuple[SecretFailure, ...]
    """Secrets whose name did not decrypt."""
