"""What calls return. The native module makes them, with their fields in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NoReturn, overload

from ._errors import DecryptionFailedError

if TYPE_CHECKING:
    from ._native import Secret

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

    __slots__ = ("_failures", "_incomplete", "_secrets")

    def __init__(
        self,
        secrets: Sequence[Secret],
        failures: Sequence[SecretFailure] = (),
        incomplete: str | None = None,
    ) -> None:
        """Takes what decrypted, what did not, and what to tell who needs everything."""
        self._secrets = tuple(secrets)
        self._failures = tuple(failures)
        self._incomplete = incomplete

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

    environments: tuple[Environment, ...]
    """Its environments, in the server's order."""


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
