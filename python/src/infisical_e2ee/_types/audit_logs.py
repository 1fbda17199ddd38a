"""The audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._native import AuditedSecret


@dataclass(frozen=True)
class AuditDetail:
    """One thing the server says of an event."""

    name: str
    value: str
    """Its value; JSON if it is no text."""


@dataclass(frozen=True)
class AuditEvent:
    """Something that happened in a project."""

    id: str
    """The event's id."""

    event: str
    """What happened, by the server's own name."""

    actor_type: str
    """``user``, ``service_token``, ``service_account``, ``identity``, or ``unknown``."""

    actor_id: str | None
    """The actor's id."""

    actor_name: str | None
    """The e-mail address of a user, the name of another actor."""

    ip_address: str | None
    """Where the request came from, as the server saw it."""

    user_agent: str | None
    """The program that sent it, on servers since 2024."""

    channel: str | None
    """What kind of program the server took it for, such as ``web``, ``cli`` or ``other``."""

    project_id: str | None
    """The project."""

    created_at: datetime | None
    """When."""

    details: tuple[AuditDetail, ...]
    """What else the server says of it."""


@dataclass(frozen=True)
class AuditActor:
    """Somebody who can be found in an audit log."""

    actor_type: str
    """``user``, ``service_token``, ``service_account``, ``identity``, or ``unknown``."""

    id: str | None
    """The actor's id."""

    name: str | None
    """The e-mail address of a user, the name of another actor."""


@dataclass(frozen=True)
class AuditLogPage:
    """A page of an audit log."""

    events: tuple[AuditEvent, ...]
    """What happened, newest first. It may be empty though another page follows."""

    next: str | None
    """Where the next page begins; ``None`` after the last."""


@dataclass(frozen=True)
class AuditChange:
    """What an event did to one secret."""

    secret_id: str
    """The secret's id."""

    environment: str
    """Slug of its environment."""

    before: AuditedSecret | None
    """The secret as it was; ``None`` if it was made or only read."""

    after: AuditedSecret | None
    """The secret as it is since then; ``None`` if it was deleted."""
