"""What calls return. The native module gives the fields in this order. Generated; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._errors import InfisicalError
    from .._native import AuditedSecret
    from .._types import Permission


@dataclass(frozen=True)
class AuditDetail:
    """One thing the server says of an event."""

    name: str
    """Its name."""

    value: str
    """Its value; JSON if it is not text."""


@dataclass(frozen=True)
class DeniedPermission:
    """What a member may not do in an environment."""

    environment: str
    """Slug of the environment."""

    permission: Permission
    """``read`` or ``write``, of secrets."""


@dataclass(frozen=True)
class ServiceTokenScope:
    """An environment and path a service token may use."""

    environment: str
    """Slug of the environment."""

    path: str
    """A path or glob; ``/**`` covers every folder."""


@dataclass(frozen=True)
class NewAccount:
    """An account that was just made."""

    user_id: str
    """The user's id."""

    email: str
    """The address signed up with.

    Log in with the same spelling: it is part of the proof.
    """


@dataclass(frozen=True)
class User:
    """A user of the server."""

    id: str
    """The user's id."""

    email: str
    """E-mail address."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""


@dataclass(frozen=True)
class Session:
    """A log-in that still counts."""

    id: str
    """The session's id."""

    ip_address: str | None
    """Where it was begun from, as the server saw it, where the server tells."""

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
    """Its name."""

    last_used: datetime | None
    """When it was last used; at first, when it was made."""

    expires_at: datetime | None
    """When it stops working."""

    created_at: datetime | None
    """When it was made."""


@dataclass(frozen=True)
class AuditEvent:
    """Something that happened in a project."""

    id: str
    """The event's id; of several events of one May 2023 log, each has its own."""

    event: str
    """What happened, by the server's own name."""

    actor_type: str
    """``user``, ``service_token``, ``service_account``, ``identity``, or ``unknown`` for one
    that is gone or of another kind."""

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
    """What else the server says of it, such as ``environment`` or ``numberOfSecrets``.

    What is not text is JSON.
    """


@dataclass(frozen=True)
class AuditActor:
    """Somebody who can be found in an audit log."""

    actor_type: str
    """As in :attr:`AuditEvent.actor_type`."""

    id: str | None
    """The actor's id."""

    name: str | None
    """The e-mail address of a user, the name of another actor."""


@dataclass(frozen=True)
class AuditLogPage:
    """A page of an audit log."""

    events: tuple[AuditEvent, ...]
    """What happened, newest first.

    It may be empty though another page follows.
    """

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
    """The secret as it is since then, or was when it was read; ``None`` if it was deleted."""


@dataclass(frozen=True)
class Organization:
    """An organization."""

    id: str
    """The organization's id."""

    name: str
    """Its name."""

    slug: str | None
    """Its slug; ``None`` on May 2023 servers."""


@dataclass(frozen=True)
class OrganizationMember:
    """A member of an organization, or somebody invited to it."""

    id: str
    """The id of the membership, by which members are changed and removed."""

    user_id: str | None
    """The user's id; ``None`` on May 2023 servers for an invited person without an account.

    Later servers assign one at once.
    """

    email: str
    """E-mail address."""

    first_name: str
    """First name; empty while somebody without an account is invited."""

    last_name: str
    """Last name, likewise."""

    role: str
    """The role: ``owner`` (May 2023), ``admin``, ``member``, ``no-access`` (2024) or a role of
    its own."""

    status: str
    """``accepted``, or ``invited`` until the invitation is taken up."""

    public_key: str | None
    """The user's public key, 32 bytes as base64; ``None`` without a usable key."""

    public_key_fingerprint: str | None
    """SHA-256 of the user's public key, as hexadecimal; ``None`` without a usable key."""


@dataclass(frozen=True)
class IncidentContact:
    """Whom the server tells of incidents in an organization."""

    id: str
    """The contact's id."""

    email: str
    """The address."""


@dataclass(frozen=True)
class Member:
    """A member of a project."""

    id: str
    """The id of the membership, by which members are changed and removed."""

    user_id: str
    """The user's id."""

    email: str
    """E-mail address."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    roles: tuple[str, ...]
    """The member's roles: ``admin``, ``member``, on 2024 servers also others.

    More than one, temporary ones included, only since June 2024.
    """

    public_key: str | None
    """The member's public key, 32 bytes as base64; ``None`` without a usable key."""

    public_key_fingerprint: str | None
    """SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees;
    ``None`` without a usable key."""

    denied_permissions: tuple[DeniedPermission, ...]
    """What the member may not do, on May 2023 servers; later it is empty, for roles say it."""


@dataclass(frozen=True)
class RemovedMember:
    """That somebody is no longer a member."""

    id: str
    """The id the membership had."""

    warning: str
    """For people: that the removed person may still know project keys, and what to do about it."""


@dataclass(frozen=True)
class Identity:
    """A machine identity."""

    id: str
    """The identity's id."""

    name: str
    """Its name."""

    role: str
    """Its role in the organization: ``admin``, ``member``, ``no-access`` or one of the
    organization's own."""


@dataclass(frozen=True)
class IdentityProject:
    """A project that a machine identity is in."""

    project_id: str
    """The project's id."""

    project_name: str | None
    """Its name, where the server tells."""

    roles: tuple[str, ...]
    """The identity's roles there, as in :attr:`ProjectIdentity.roles`."""


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
    """How many requests it is good for; ``None`` if there is no limit."""

    client_secret_trusted_ips: tuple[str, ...]
    """From where client secrets are taken: addresses, or ranges such as ``10.0.0.0/8``."""

    access_token_trusted_ips: tuple[str, ...]
    """From where access tokens are taken, in the same form."""


@dataclass(frozen=True)
class TokenAuth:
    """What the access tokens made for a machine identity are good for."""

    access_token_ttl: float
    """Seconds an access token lasts unless it is renewed; 0 for ever."""

    access_token_max_ttl: float
    """Seconds it lasts however often it is renewed; 0 for ever."""

    access_token_max_uses: int | None
    """How many requests it is good for; ``None`` if there is no limit."""

    access_token_trusted_ips: tuple[str, ...]
    """From where it is taken: addresses, or ranges such as ``10.0.0.0/8``."""


@dataclass(frozen=True)
class AccessTokenInfo:
    """An access token that was made for a machine identity, without its text."""

    id: str
    """The token's id."""

    name: str
    """What it is for, for people; may be empty."""

    created_at: datetime | None
    """When it was made, where the server tells."""

    last_used: datetime | None
    """When it was last used; ``None`` if never, or where the server does not tell."""

    uses: int | None
    """How many requests it was used for, where the server tells."""

    is_revoked: bool
    """Whether it was revoked."""


@dataclass(frozen=True)
class Group:
    """Users who are given access together."""

    id: str
    """The group's id."""

    name: str
    """Its name."""

    slug: str
    """Its slug."""

    role: str
    """Its role in the organization: ``admin``, ``member``, ``no-access`` or one of the
    organization's own."""

    organization_id: str
    """The organization it belongs to."""


@dataclass(frozen=True)
class GroupMember:
    """A user in a group."""

    id: str
    """The user's id."""

    username: str
    """The user's name on the server, usually the e-mail address."""

    email: str | None
    """E-mail address, if the user has one."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""


@dataclass(frozen=True)
class ProjectGroup:
    """That a group is in a project."""

    id: str
    """The membership's id."""

    group_id: str
    """The group's id."""

    name: str
    """The group's name."""

    slug: str
    """The group's slug."""

    roles: tuple[str, ...]
    """Its roles in the project: ``admin``, ``member``, ``viewer``, ``no-access`` or the slug of
    one that the project defines."""


@dataclass(frozen=True)
class ClientSecretInfo:
    """A client secret of a machine identity, without its text."""

    id: str
    """The client secret's id."""

    description: str
    """What it is for, for people; may be empty."""

    prefix: str
    """Its first characters, by which people tell several apart.

    They do not help to guess it.
    """

    created_at: datetime | None
    """When it was made, where the server tells."""

    expires_at: datetime | None
    """When it stops working; ``None`` if never, or where the server does not tell."""

    uses: int | None
    """How many log-ins it was used for, where the server tells."""

    max_uses: int | None
    """How many it may be used for; ``None`` without a limit, or where the server does not tell."""


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
    """Its roles in the project: ``admin``, ``member``, ``viewer``, ``no-access`` or the slug of
    one that the project defines."""


@dataclass(frozen=True)
class ServiceAccount:
    """A service account, without anything secret."""

    id: str
    """The account's id."""

    name: str
    """Its name."""

    organization_id: str
    """The organization it belongs to."""

    public_key_fingerprint: str | None
    """SHA-256 of its public key, as hexadecimal; ``None`` if the server names no usable key."""

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
    """That a service account has a copy of a project key."""

    id: str
    """The copy's id."""

    project_id: str
    """The project whose key it is."""

    created_at: datetime | None
    """When the copy was made, where the server tells."""


@dataclass(frozen=True)
class ServiceTokenInfo:
    """A service token, without anything secret."""

    id: str
    """The token's id."""

    name: str
    """Its name."""

    project_id: str
    """The project it opens."""

    scopes: tuple[ServiceTokenScope, ...]
    """Where it may be used."""

    permissions: tuple[Permission, ...]
    """What it may do."""

    expires_at: datetime | None
    """When it stops working; ``None`` if never."""


@dataclass(frozen=True)
class Environment:
    """An environment of a project."""

    id: str | None
    """Its id; ``None`` on May 2023 servers, and where an API key asks."""

    name: str
    """Its name, for people."""

    slug: str
    """Its slug, for calls."""


@dataclass(frozen=True)
class Project:
    """A project."""

    id: str
    """The project's id."""

    name: str
    """Its name."""

    slug: str | None
    """Its slug; ``None`` on May 2023 servers."""

    organization_id: str | None
    """The organization it belongs to, where the server tells."""

    auto_capitalization: bool | None
    """Whether the server's own pages write names of secrets in capitals, where the server tells."""

    environments: tuple[Environment, ...]
    """Its environments, in the server's order."""


@dataclass(frozen=True)
class DuplicateName:
    """A name that several secrets of one environment and folder share."""

    name: str
    """The name."""

    environment: str
    """Slug of the environment."""

    ids: tuple[str, ...]
    """The secrets' ids."""


@dataclass(frozen=True)
class BlindIndexReport:
    """What became of the names of a project's secrets."""

    named: int
    """How many secrets were named; 0 if all had an index before."""

    duplicates: tuple[DuplicateName, ...]
    """Names that several secrets of one place share: by name only one of them is found.

    Rename or delete the others.
    """

    failures: tuple[SecretFailure, ...]
    """Secrets whose name does not decrypt or is empty, which got no index."""


@dataclass(frozen=True)
class Capabilities:
    """What the server can do, and how the secrets of this client pass."""

    server: str
    """The release the server resembles: ``may23``, ``feb24``, ``jun24`` or ``modern``."""

    verified: bool
    """Whether this library was held against a running server of that release.

    ``modern`` follows public source alone.
    """

    folders: bool
    """Whether secrets can lie in folders, and calls about them take a path.

    Not in May 2023, whose servers have folders without a way to a secret in one by its name.
    """

    secret_imports: bool
    """Whether folders can import others."""

    machine_identities: bool
    """Whether machine identities can log in."""

    end_to_end_encrypted: bool
    """Whether this client's secrets are end-to-end encrypted.

    Of a user who allows plaintext, in the client's default project.
    """

    secrets_route: str
    """The routes they pass by: ``encrypted_v3``, ``raw_v3`` or ``raw_v4``."""


@dataclass(frozen=True)
class OpenedKey:
    """That a project's key could be opened, and who sealed it."""

    project_id: str
    """The project."""

    sealed_by: str | None
    """SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare
    with what that user sees; ``None`` for a service token, whose copy nobody seals."""


@dataclass(frozen=True)
class Folder:
    """A folder."""

    id: str
    """The folder's id."""

    name: str
    """Its name."""

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
    """The tag's id."""

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
    """The import's id."""

    environment: str
    """Slug of the environment it imports from."""

    path: str
    """The folder it imports."""

    position: int
    """Its position among the folder's imports, from 1.

    Later ones win.
    """


@dataclass(frozen=True)
class MoveResult:
    """What moving secrets did."""

    moved: tuple[str, ...]
    """Names of the secrets that were moved.

    Not among them is one that an earlier, interrupted call had moved.
    """

    source_updated: bool
    """Whether the source changed."""

    destination_updated: bool
    """Whether the destination changed; false if it already had all the secrets."""


@dataclass(frozen=True)
class Approval:
    """A request that a change be approved."""

    id: str
    """The request's id."""

    status: str
    """Its state as the server names it: ``open``, as long as nobody has decided."""


@dataclass(frozen=True)
class Snapshot:
    """That a snapshot was taken."""

    id: str
    """The snapshot's id."""

    version: int | None
    """Counts the snapshots of the project from 1, on May 2023 servers."""

    created_at: datetime | None
    """When it was taken."""

    environment: str | None
    """Slug of its environment; ``None`` on May 2023 servers, where it is of all."""

    folder_id: str | None
    """Id of its folder; ``None`` on May 2023 servers."""


@dataclass(frozen=True)
class SecretFailure:
    """A secret that is there and does not decrypt, or whose references lead nowhere."""

    id: str
    """The secret's id, or the version's among versions.

    Its name is encrypted too, so it may be unknown.
    """

    field: str
    """The field that did not verify: ``secretKey``, ``secretValue`` or ``secretComment``; or
    ``reference`` if the value refers to what is not there."""

    error: InfisicalError
    """What happened: :class:`DecryptionFailedError`, or :class:`InvalidInputError` for a
    reference."""
