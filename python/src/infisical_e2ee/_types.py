"""What calls return. The native module makes them, with their fields in order."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NoReturn, overload

from ._errors import DecryptionFailedError, InfisicalError, InvalidInputError

if TYPE_CHECKING:
    from ._native import AuditedSecret, Secret, SecretVersion

SecretType = Literal["shared", "personal"]
"""Whose a secret is: everyone's in the project, or one user's override of a shared one."""

Permission = Literal["read", "write"]
"""What a service token may do."""


@dataclass(frozen=True)
class SecretFailure:
    """A secret that is there and does not decrypt."""

    id: str
    """The secret's id. Its name is encrypted too, so it may be unknown."""

    field: str
    """The field that did not verify: ``secretKey``, ``secretValue`` or ``secretComment``."""

    error: DecryptionFailedError
    """What happened."""


class SecretList(Sequence["Secret"]):
    """The secrets of one place, in the server's order.

    One changed ciphertext does not hide the secrets beside it: the sequence holds those that
    decrypted, and :attr:`failures` names the others. A program that must have everything calls
    :meth:`check_complete` or :meth:`to_dict`, which raise if anything is missing.
    """

    __slots__ = ("_failures", "_incomplete", "_no_environment", "_secrets")

    def __init__(
        self,
        secrets: Sequence[Secret],
        failures: Sequence[SecretFailure] = (),
        incomplete: str | None = None,
        no_environment: str | None = None,
    ) -> None:
        """Takes what decrypted, what did not, and what to tell who asks for more than it can."""
        self._secrets = tuple(secrets)
        self._failures = tuple(failures)
        self._incomplete = incomplete
        self._no_environment = no_environment

    @property
    def failures(self) -> tuple[SecretFailure, ...]:
        """The secrets that did not decrypt."""
        return self._failures

    def get(self, name: str) -> Secret | None:
        """The secret of that name, if there is one that decrypted."""
        return next((secret for secret in self._secrets if secret.name == name), None)

    def to_dict(self) -> dict[str, str]:
        """Names to values.

        Raises:
            DecryptionFailedError: As :meth:`check_complete`.
        """
        self.check_complete()
        return {secret.name: secret.value for secret in self._secrets}

    def populate_env(
        self, environ: MutableMapping[str, str] | None = None, *, overwrite: bool = False
    ) -> tuple[str, ...]:
        """Makes each secret a variable of the process's environment.

        Args:
            environ: The environment; ``os.environ`` by default.
            overwrite: Whether to replace variables that are there already.

        Returns:
            The names of the variables that were set.

        Raises:
            DecryptionFailedError: As :meth:`check_complete`.
            InvalidInputError: Names a secret that no variable can be called after or hold. Nothing
                was set.

        Example:
            >>> client.secrets.list(environment="prod").populate_env()  # doctest: +SKIP
            ('DATABASE_URL', 'API_KEY')
        """
        self.check_complete()
        if self._no_environment is not None:
            raise InvalidInputError(self._no_environment)
        environ = os.environ if environ is None else environ
        new = {
            secret.name: secret.value for secret in self if overwrite or secret.name not in environ
        }
        environ.update(new)
        return tuple(new)

    def check_complete(self) -> None:
        """Raises unless every secret decrypted.

        Raises:
            DecryptionFailedError: Says how many did not, and which was the first.
        """
        if self._incomplete is not None:
            raise DecryptionFailedError(self._incomplete)

    @overload
    def __getitem__(self, index: int) -> Secret: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Secret, ...]: ...
    def __getitem__(self, index: int | slice) -> Secret | tuple[Secret, ...]:
        """One of those that decrypted, by position."""
        return self._secrets[index]

    def __len__(self) -> int:
        """How many decrypted."""
        return len(self._secrets)

    def __iter__(self) -> Iterator[Secret]:
        """Those that decrypted."""
        return iter(self._secrets)

    def __repr__(self) -> str:
        """How many there are; nothing of them."""
        return f"<SecretList: {len(self._secrets)} decrypted, {len(self._failures)} failed>"

    def __reduce__(self) -> NoReturn:
        """Refuses: the values would be stored in clear."""
        raise TypeError("a SecretList cannot be pickled: its values would be stored in clear")


@dataclass(frozen=True)
class Organization:
    """An organization."""

    id: str
    name: str
    slug: str | None
    """``None`` on May 2023 servers."""


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

    public_key_fingerprint: str | None
    """SHA-256 of the member's public key, as hexadecimal; ``None`` without a key."""


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


@dataclass(frozen=True)
class Identity:
    """A machine identity."""

    id: str
    name: str
    role: str
    """Its role in the organization."""


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


@dataclass(frozen=True)
class OpenedKey:
    """That a project's key could be opened, and who sealed it."""

    project_id: str
    sealed_by: str | None
    """SHA-256 of the public key of the user who sealed this copy, as hexadecimal.

    To compare with what that user sees. ``None`` for a service token, whose copy nobody seals.
    """


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
class NewValue:
    """A name with the value it is to have."""

    name: str
    value: str = field(repr=False)
    comment: str | None = field(default=None, repr=False)
    """A comment for people; ``None`` keeps the one there is."""


@dataclass(frozen=True)
class BulkItem:
    """What happened to one of many secrets, or would."""

    name: str
    action: Literal["create", "update", "delete", "unchanged", "absent"]
    """``unchanged`` if it has that value, ``absent`` if there is none to delete."""

    status: Literal["planned", "done", "failed"]
    """``planned`` in a dry run."""

    error: InfisicalError | None
    """Why it failed."""


@dataclass(frozen=True)
class MoveResult:
    """What moving secrets did."""

    moved: tuple[str, ...]
    """Names of the secrets that were moved.

    Not among them is one that an earlier, interrupted call had moved.
    """

    source_updated: bool
    """Whether the source was changed.

    On June 2024 servers it is not if a change there waits for somebody's approval.
    """

    destination_updated: bool
    """Whether the destination was changed, likewise."""


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
class OrganizationMember:
    """A member of an organization, or somebody invited to it."""

    id: str
    """The membership's id."""

    user_id: str | None
    """The user's id; ``None`` while somebody without an account is invited."""

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

    public_key_fingerprint: str | None
    """SHA-256 of the user's public key, as hexadecimal; ``None`` without a key."""


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
class Approval:
    """A request that a change be approved."""

    id: str
    """The request's id."""

    status: str
    """Its state as the server names it: ``open``, as long as nobody has decided."""


@dataclass(frozen=True)
class SecretChange:
    """What became of a proposed change: one of the two is there."""

    secret: Secret | None
    """The secret, if the change was made."""

    approval: Approval | None
    """What the change waits for, if it was not made."""


@dataclass(frozen=True)
class SecretHistory:
    """The versions of a secret."""

    versions: tuple[SecretVersion, ...]
    """Those that decrypted, newest first."""

    failures: tuple[SecretFailure, ...]
    """Those that did not, by the id of the version."""


@dataclass(frozen=True)
class Snapshot:
    """That a snapshot was taken."""

    id: str
    version: int | None
    """Counts the snapshots of the project from 1, on May 2023 servers."""

    created_at: datetime | None
    """When it was taken."""

    environment: str | None
    """Slug of its environment; ``None`` on May 2023 servers, where it is of all."""

    folder_id: str | None
    """Id of its folder; ``None`` on May 2023 servers."""


@dataclass(frozen=True)
class SnapshotContents:
    """What a snapshot holds."""

    id: str
    """The snapshot's id."""

    created_at: datetime | None
    """When it was taken."""

    secrets: tuple[SecretVersion, ...]
    """The secrets as they were, those that decrypted."""

    failures: tuple[SecretFailure, ...]
    """Those that did not, by the id of the version."""

    folders: tuple[str, ...]
    """Names of the folders in the folder; empty on May 2023 servers."""
