"""Results of calls. The native module passes the fields in this order. Generated; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._errors import InfisicalError
    from .._native import AuditedSecret, LeaseCredential
    from .._types import Permission

__all__ = [
    "AccessTokenInfo",
    "ApiKeyInfo",
    "Approval",
    "AuditActor",
    "AuditChange",
    "AuditDetail",
    "AuditEvent",
    "AuditLogPage",
    "BlindIndexReport",
    "Capabilities",
    "ClientSecretInfo",
    "CreatedLease",
    "DeniedPermission",
    "DuplicateName",
    "DuplicateResult",
    "DynamicSecret",
    "Environment",
    "Fingerprint",
    "Folder",
    "Group",
    "GroupMember",
    "Identity",
    "IdentityProject",
    "IncidentContact",
    "KeyRotation",
    "KmsKey",
    "Lease",
    "Member",
    "MoveResult",
    "NewAccount",
    "OpenedKey",
    "Organization",
    "OrganizationMember",
    "Project",
    "ProjectGroup",
    "ProjectIdentity",
    "RemovedMember",
    "SecretFailure",
    "SecretImport",
    "ServiceAccount",
    "ServiceAccountKey",
    "ServiceAccountPermission",
    "ServiceTokenInfo",
    "ServiceTokenScope",
    "Session",
    "Snapshot",
    "Tag",
    "TokenAuth",
    "UniversalAuth",
    "User",
]


@dataclass(frozen=True)
class AuditDetail:
    """A detail of an audit event."""

    name: str
    """Its name."""

    value: str
    """Its value; JSON if it is not text."""


@dataclass(frozen=True)
class DeniedPermission:
    """A permission that a member is denied in an environment."""

    environment: str
    """Slug of the environment."""

    permission: Permission
    """``read`` or ``write`` of secrets."""


@dataclass(frozen=True)
class ServiceTokenScope:
    """An environment and path a service token may use."""

    environment: str
    """Slug of the environment."""

    path: str
    """A path or glob; ``/**`` covers every folder."""


@dataclass(frozen=True)
class NewAccount:
    """A new account."""

    user_id: str
    """The user's id."""

    email: str
    """The e-mail address.

    Log in with the same spelling, which is part of the password proof.
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
    """An active session of the user."""

    id: str
    """The session's id."""

    ip_address: str | None
    """The IP address of the log-in, if the server sends it."""

    user_agent: str | None
    """The user agent of the log-in, if the server sends it."""

    created_at: datetime | None
    """When the session was created."""

    last_used: datetime | None
    """When the session was last used."""


@dataclass(frozen=True)
class ApiKeyInfo:
    """An API key, without its text."""

    id: str
    """The key's id."""

    name: str
    """Its name."""

    last_used: datetime | None
    """When the key was last used; initially the time of its creation."""

    expires_at: datetime | None
    """When the key expires."""

    created_at: datetime | None
    """When the key was created."""


@dataclass(frozen=True)
class AuditEvent:
    """An event in the audit log of a project."""

    id: str
    """The event's id.

    Several events of one May 2023 log entry have different ids.
    """

    event: str
    """The server's name for the kind of event."""

    actor_type: str
    """``user``, ``service_token``, ``service_account`` or ``identity``; ``unknown`` for a
    deleted actor or another kind."""

    actor_id: str | None
    """The actor's id."""

    actor_name: str | None
    """The e-mail address of a user, or the name of another actor."""

    ip_address: str | None
    """The IP address of the request, as seen by the server."""

    user_agent: str | None
    """The user agent of the request; only on servers since 2024."""

    channel: str | None
    """The kind of client as classified by the server, such as ``web``, ``cli`` or ``other``."""

    project_id: str | None
    """The project's id."""

    created_at: datetime | None
    """The time of the event."""

    details: tuple[AuditDetail, ...]
    """Further details, such as ``environment`` or ``numberOfSecrets``.

    Values that are not text are JSON.
    """


@dataclass(frozen=True)
class AuditActor:
    """An actor in an audit log."""

    actor_type: str
    """As in :attr:`AuditEvent.actor_type`."""

    id: str | None
    """The actor's id."""

    name: str | None
    """The e-mail address of a user, or the name of another actor."""


@dataclass(frozen=True)
class AuditLogPage:
    """A page of an audit log."""

    events: tuple[AuditEvent, ...]
    """The events, newest first.

    The list can be empty even if another page follows.
    """

    next: str | None
    """The cursor of the next page; ``None`` on the last page."""


@dataclass(frozen=True)
class AuditChange:
    """The change of one secret by an audit event."""

    secret_id: str
    """The secret's id."""

    environment: str
    """Slug of its environment."""

    before: AuditedSecret | None
    """The secret before the event; ``None`` if it was created or only read."""

    after: AuditedSecret | None
    """The secret after the event, or as it was read; ``None`` if it was deleted."""


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
    """A member of an organization, or an invited person."""

    id: str
    """The membership's id.

    Pass it to change or remove the member.
    """

    user_id: str | None
    """The user's id.

    ``None`` on May 2023 servers for an invited person without an account; later servers assign an
    id at the invitation.
    """

    email: str
    """E-mail address."""

    first_name: str
    """First name; empty for an invited person without an account."""

    last_name: str
    """Last name; empty for an invited person without an account."""

    role: str
    """The role: ``owner`` (May 2023), ``admin``, ``member``, ``no-access`` (2024) or a custom
    role."""

    status: str
    """``accepted``, or ``invited`` until the person accepts the invitation."""

    public_key: str | None
    """The user's public key, 32 bytes as base64; ``None`` without a usable key."""

    public_key_fingerprint: str | None
    """SHA-256 of the user's public key, as hexadecimal; ``None`` without a usable key."""


@dataclass(frozen=True)
class IncidentContact:
    """A contact for incidents in an organization."""

    id: str
    """The contact's id."""

    email: str
    """The contact's e-mail address."""


@dataclass(frozen=True)
class Member:
    """A member of a project."""

    id: str
    """The membership's id.

    Pass it to change or remove the member.
    """

    user_id: str
    """The user's id."""

    email: str
    """E-mail address."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    roles: tuple[str, ...]
    """The member's roles: ``admin``, ``member``, and others on 2024 servers.

    Servers since June 2024 can return several, including temporary ones.
    """

    public_key: str | None
    """The member's public key, 32 bytes as base64; ``None`` without a usable key."""

    public_key_fingerprint: str | None
    """SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees;
    ``None`` without a usable key."""

    denied_permissions: tuple[DeniedPermission, ...]
    """Denied permissions on May 2023 servers; empty on later servers, which use roles instead."""


@dataclass(frozen=True)
class Fingerprint:
    """The SHA-256 of a public key, in three forms.

    The short form and the words have its first 128 bits.
    """

    sha256: str
    """The whole hash, as 64 hexadecimal digits."""

    short: str
    """The first 128 bits as hexadecimal digits in eight groups of four, to read aloud."""

    words: str
    """The first 128 bits as twelve words of the English list of BIP-39.

    The last word has a checksum.
    """


@dataclass(frozen=True)
class RemovedMember:
    """A removed member."""

    id: str
    """The former membership's id."""

    warning: str
    """A message to show to the user: the removed person may still know project keys, and what to
    do about it."""


@dataclass(frozen=True)
class Identity:
    """A machine identity."""

    id: str
    """The identity's id."""

    name: str
    """Its name."""

    role: str
    """The role in the organization: ``admin``, ``member``, ``no-access`` or a custom role."""


@dataclass(frozen=True)
class IdentityProject:
    """The membership of a machine identity in a project."""

    project_id: str
    """The project's id."""

    project_name: str | None
    """The project's name, if the server sends it."""

    roles: tuple[str, ...]
    """The identity's roles in the project, as in :attr:`ProjectIdentity.roles`."""


@dataclass(frozen=True)
class UniversalAuth:
    """The universal-auth settings of a machine identity."""

    client_id: str
    """The client id for the log-in, together with a client secret."""

    access_token_ttl: float
    """Seconds an access token is valid unless it is renewed; 0 for no limit."""

    access_token_max_ttl: float
    """Seconds an access token is valid including all renewals; 0 for no limit."""

    access_token_max_uses: int | None
    """The maximum number of requests with an access token; ``None`` for no limit."""

    client_secret_trusted_ips: tuple[str, ...]
    """Addresses or ranges, such as ``10.0.0.0/8``, from which client secrets are accepted."""

    access_token_trusted_ips: tuple[str, ...]
    """Addresses or ranges from which access tokens are accepted."""


@dataclass(frozen=True)
class TokenAuth:
    """The token-auth settings of a machine identity."""

    access_token_ttl: float
    """Seconds an access token is valid unless it is renewed; 0 for no limit."""

    access_token_max_ttl: float
    """Seconds an access token is valid including all renewals; 0 for no limit."""

    access_token_max_uses: int | None
    """The maximum number of requests with an access token; ``None`` for no limit."""

    access_token_trusted_ips: tuple[str, ...]
    """Addresses or ranges, such as ``10.0.0.0/8``, from which access tokens are accepted."""


@dataclass(frozen=True)
class AccessTokenInfo:
    """An access token of a machine identity, without its text."""

    id: str
    """The token's id."""

    name: str
    """A name for people; can be empty."""

    created_at: datetime | None
    """When the token was created, if the server sends it."""

    last_used: datetime | None
    """When the token was last used; ``None`` if never, or if the server does not send it."""

    uses: int | None
    """The number of requests with the token, if the server sends it."""

    is_revoked: bool
    """Whether it was revoked."""


@dataclass(frozen=True)
class Group:
    """A group of users."""

    id: str
    """The group's id."""

    name: str
    """Its name."""

    slug: str
    """Its slug."""

    role: str
    """The role in the organization: ``admin``, ``member``, ``no-access`` or a custom role."""

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
    """The membership of a group in a project."""

    id: str
    """The membership's id."""

    group_id: str
    """The group's id."""

    name: str
    """The group's name."""

    slug: str
    """The group's slug."""

    roles: tuple[str, ...]
    """The roles in the project: ``admin``, ``member``, ``viewer``, ``no-access`` or the slug of
    a custom role."""


@dataclass(frozen=True)
class ClientSecretInfo:
    """A client secret of a machine identity, without its text."""

    id: str
    """The client secret's id."""

    description: str
    """A description for people; can be empty."""

    prefix: str
    """The first characters, to tell client secrets apart.

    They do not help to guess the secret.
    """

    created_at: datetime | None
    """When the client secret was created, if the server sends it."""

    expires_at: datetime | None
    """When the client secret expires; ``None`` if never, or if the server does not send it."""

    uses: int | None
    """The number of log-ins with it, if the server sends it."""

    max_uses: int | None
    """The maximum number of log-ins; ``None`` for no limit, or if the server does not send it."""


@dataclass(frozen=True)
class ProjectIdentity:
    """The membership of a machine identity in a project."""

    id: str
    """The membership's id."""

    identity_id: str
    """The identity's id."""

    name: str
    """The identity's name."""

    roles: tuple[str, ...]
    """The roles in the project: ``admin``, ``member``, ``viewer``, ``no-access`` or the slug of
    a custom role."""


@dataclass(frozen=True)
class ServiceAccount:
    """A service account, without its secrets."""

    id: str
    """The account's id."""

    name: str
    """Its name."""

    organization_id: str
    """The organization it belongs to."""

    public_key_fingerprint: str | None
    """SHA-256 of the public key, as hexadecimal; ``None`` without a usable key."""

    expires_at: datetime | None
    """When the account expires; ``None`` if never."""


@dataclass(frozen=True)
class ServiceAccountPermission:
    """A service account's permissions in an environment."""

    id: str
    """The permission's id."""

    project_id: str
    """The project's id."""

    environment: str
    """Slug of the environment."""

    permissions: tuple[Permission, ...]
    """``read``, ``write`` or both."""


@dataclass(frozen=True)
class ServiceAccountKey:
    """A service account's copy of a project key."""

    id: str
    """The copy's id."""

    project_id: str
    """The project's id."""

    created_at: datetime | None
    """When the copy was created, if the server sends it."""


@dataclass(frozen=True)
class ServiceTokenInfo:
    """A service token, without its text."""

    id: str
    """The token's id."""

    name: str
    """Its name."""

    project_id: str
    """The project's id."""

    scopes: tuple[ServiceTokenScope, ...]
    """The environments and paths that the token can access."""

    permissions: tuple[Permission, ...]
    """``read``, ``write`` or both."""

    expires_at: datetime | None
    """When the token expires; ``None`` if never."""


@dataclass(frozen=True)
class Environment:
    """An environment of a project."""

    id: str | None
    """The id; ``None`` on May 2023 servers and with an API key."""

    name: str
    """The name for people."""

    slug: str
    """The slug, which calls use."""


@dataclass(frozen=True)
class Project:
    """A project."""

    id: str
    """The project's id."""

    name: str
    """Its name."""

    slug: str | None
    """Its slug; ``None`` on May 2023 servers."""

    product: str | None
    """The product that the project is for, such as ``secret-manager`` or ``cert-manager``;
    ``None`` on servers that have secrets only."""

    organization_id: str | None
    """The organization's id, if the server sends it."""

    auto_capitalization: bool | None
    """Whether the web interface capitalizes names of secrets, if the server sends it."""

    environments: tuple[Environment, ...]
    """The environments, in the server's order."""


@dataclass(frozen=True)
class DuplicateName:
    """A name shared by several secrets of one environment and folder."""

    name: str
    """The name."""

    environment: str
    """Slug of the environment."""

    ids: tuple[str, ...]
    """The secrets' ids."""


@dataclass(frozen=True)
class BlindIndexReport:
    """The result of enabling blind indices."""

    named: int
    """The number of secrets that got an index; 0 if all had one before."""

    duplicates: tuple[DuplicateName, ...]
    """Names shared by several secrets of one folder.

    A look-up by name finds only one of them: rename or delete the others.
    """

    failures: tuple[SecretFailure, ...]
    """Secrets without an index, because their name does not decrypt or is empty."""


@dataclass(frozen=True)
class KeyRotation:
    """The result of rotating a project key, or the plan of a dry run."""

    project_id: str
    """The project's id."""

    rotated: bool
    """Whether the key was replaced; ``False`` in a dry run."""

    secrets: int
    """The number of the project's secrets, with the user's own personal ones."""

    re_encrypted: int
    """How many of them this call encrypted under the new key, or would; the others had been done
    by an interrupted call."""

    members: tuple[Member, ...]
    """The other members who get the new key."""

    members_without_key: tuple[Member, ...]
    """Members who get no key, because they have not finished signing up.

    Share it with them later.
    """

    service_tokens: tuple[ServiceTokenInfo, ...]
    """The project's service tokens, which contain the old key.

    Create new ones, and delete these.
    """

    shared_with_server: bool
    """Whether the server has a copy of the key."""

    failures: tuple[SecretFailure, ...]
    """Secrets that prevent the rotation: they do not decrypt, or share their name with another
    of their folder.

    Only a dry run returns any.
    """

    warning: str
    """A message to show to the user: what a rotation does not cover, and what to do next."""


@dataclass(frozen=True)
class Capabilities:
    """What the server supports, and how it transfers the secrets of this client."""

    server: str
    """The release that the server resembles: ``may23``, ``feb24``, ``jun24``, ``oct24`` or, for
    today's, ``modern``."""

    verified: bool
    """Whether this library was tested with a real server of that release.

    It is ``False`` for servers between October 2024 and July 2026.
    """

    folders: bool
    """Whether calls about secrets accept a path.

    May 2023 servers have folders, but cannot look up a secret in a folder by name.
    """

    secret_imports: bool
    """Whether folders can import others."""

    machine_identities: bool
    """Whether machine identities can log in."""

    end_to_end_encrypted: bool
    """Whether this client's secrets are end-to-end encrypted.

    For a client that requires it: ``True``, unless it has learned that the server has the key of
    its default project. For a client that may use plaintext: whether those of its default project
    are, and without one, those of new projects.
    """

    server_learns_key_password: bool
    """Whether a log-in of this client sends the server the password that also decrypts the
    user's private key, so that the server can decrypt what is sealed to the user.

    See ``send_password``. It says nothing of earlier log-ins and sign-ups with other programs.
    """

    secrets_route: str
    """The routes for secrets: ``encrypted_v3``, ``raw_v3`` or ``raw_v4``."""


@dataclass(frozen=True)
class OpenedKey:
    """Confirms that the project key can be decrypted, and shows the key of its sender."""

    project_id: str
    """The project's id."""

    sealed_by: Fingerprint | None
    """The fingerprint of the public key of the user who sealed this copy, to compare with the
    one that this user reads out; ``None`` for a service token, which holds the key itself."""


@dataclass(frozen=True)
class Folder:
    """A folder."""

    id: str
    """The folder's id."""

    name: str
    """Its name."""

    path: str
    """The full path, such as ``/backend/jobs``."""

    description: str | None
    """Its description for people, if it has one.

    Only today's servers store it.
    """

    created_at: datetime | None
    """When the folder was created, if the server sends it."""

    updated_at: datetime | None
    """When the folder was last changed, if the server sends it."""


@dataclass(frozen=True)
class Tag:
    """A tag of a project."""

    id: str
    """The tag's id."""

    name: str
    """The name for people."""

    slug: str
    """The slug, which calls use."""

    color: str | None
    """The colour in the web interface; ``None`` without a colour, and on May 2023 servers."""


@dataclass(frozen=True)
class SecretImport:
    """An import of the secrets of another folder."""

    id: str
    """The import's id."""

    environment: str
    """Slug of the environment to import from."""

    path: str
    """Path of the folder to import."""

    position: int
    """The position among the folder's imports, from 1.

    Later imports take precedence.
    """


@dataclass(frozen=True)
class DynamicSecret:
    """A dynamic secret: the server creates leases from it."""

    id: str
    """Its id."""

    name: str
    """Its name in the folder."""

    provider: str
    """The kind of service, such as ``sql-database`` or ``aws-iam``."""

    default_ttl: float | None
    """How long a lease lasts unless it says otherwise, if the server's text for it is known."""

    max_ttl: float | None
    """How long a lease lasts at most; ``None`` for no limit."""

    status: str | None
    """``Deleting`` or ``Failed to delete``; otherwise ``None``."""

    created_at: datetime | None
    """When it was created, if the server sends it."""

    updated_at: datetime | None
    """When it was last changed, if the server sends it."""


@dataclass(frozen=True)
class Lease:
    """A lease of a dynamic secret: a credential that the server made, without the credential."""

    id: str
    """The lease's id."""

    dynamic_secret_id: str
    """Id of the dynamic secret."""

    expires_at: datetime | None
    """When the server removes the credential."""

    status: str | None
    """``Failed to delete`` if the server could not remove the credential; otherwise ``None``."""

    created_at: datetime | None
    """When the lease was created, if the server sends it."""

    updated_at: datetime | None
    """When it was last changed, if the server sends it."""


@dataclass(frozen=True)
class CreatedLease:
    """A new lease with its credential, which is shown here once."""

    lease: Lease
    """The lease."""

    credentials: tuple[LeaseCredential, ...]
    """The parts of the credential, by name: such as ``DB_USERNAME`` and ``DB_PASSWORD``."""


@dataclass(frozen=True)
class KmsKey:
    """A key that the server holds.

    The key itself stays there.
    """

    id: str
    """The key's id."""

    name: str
    """Its name in the project."""

    description: str
    """What it is for, for people; can be empty."""

    usage: str
    """``encrypt-decrypt`` or ``sign-verify``."""

    algorithm: str | None
    """Such as ``aes-256-gcm`` or ``ECC_NIST_P256``; ``None`` after a change on servers of 2024,
    which only tell it in lists."""

    version: int | None
    """How often the server has made a new key under this id, from 1; ``None`` where
    ``algorithm`` is."""

    enabled: bool
    """Whether the server uses the key."""

    project_id: str | None
    """Id of its project, if the server sends it."""

    created_at: datetime | None
    """When it was created, if the server sends it."""

    updated_at: datetime | None
    """When it was last changed, if the server sends it."""


@dataclass(frozen=True)
class MoveResult:
    """The result of moving secrets."""

    moved: tuple[str, ...]
    """Names of the moved secrets, without those that an earlier, interrupted call had moved."""

    source_updated: bool
    """Whether the source changed."""

    destination_updated: bool
    """Whether the destination changed; ``False`` if it already had all the secrets."""


@dataclass(frozen=True)
class DuplicateResult:
    """The result of copying secrets."""

    copied: tuple[str, ...]
    """Names of the copied secrets."""

    unchanged: tuple[str, ...]
    """Names of the secrets that the destination already had, with the same value, comment, tags
    and metadata."""


@dataclass(frozen=True)
class Approval:
    """A request to approve a change."""

    id: str
    """The request's id."""

    status: str
    """The server's name for the state: ``open`` until it is decided."""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot of secrets."""

    id: str
    """The snapshot's id."""

    version: int | None
    """The number of the snapshot in the project, from 1; only on May 2023 servers."""

    created_at: datetime | None
    """When the snapshot was taken."""

    environment: str | None
    """Slug of the environment; ``None`` on May 2023 servers, whose snapshots contain all
    environments."""

    folder_id: str | None
    """Id of the folder; ``None`` on May 2023 servers."""


@dataclass(frozen=True)
class SecretFailure:
    """A secret that cannot be decrypted, or whose references cannot be resolved."""

    id: str
    """The secret's id; in a list of versions, the version's id.

    The name is encrypted too and can be unknown.
    """

    field: str
    """The field that cannot be decrypted: ``secretKey``, ``secretValue`` or ``secretComment``;
    or ``reference`` for an unresolved reference in the value."""

    error: InfisicalError
    """What happened: :class:`DecryptionFailedError`, :class:`InvalidInputError` for a reference,
    or :class:`PermissionDeniedError` for a value that the server hides from the credential."""
