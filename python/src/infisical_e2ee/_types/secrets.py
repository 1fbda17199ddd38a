"""Secrets, and what was done to many of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NoReturn, overload

from .._errors import InfisicalError

if TYPE_CHECKING:
    from datetime import datetime

    from .._generated.records import Approval, SecretFailure
    from .._native import Secret, SecretVersion

SecretType = Literal["shared", "personal"]
"""Whose a secret is: everyone's in the project, or one user's override of a shared one."""

UnknownReferences = Literal["error", "keep"]
"""What to do with a reference to a missing secret.

With both, ``${SELF}`` in the value of ``SELF`` stays as written, and a circular reference through
several secrets is an error.
"""

NestedReferences = Literal["own_folder", "read_folder"]
"""Where to look up ``${NAME}`` in a value that was itself reached by a reference."""


def _check(incomplete: InfisicalError | None) -> None:
    """Raises a copy, because an error keeps the frames it went through, with what they hold."""
    if incomplete is not None:
        raise copy(incomplete)


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
        incomplete: InfisicalError | None = None,
        no_environment: InfisicalError | None = None,
    ) -> None:
        """Takes what decrypted, what did not, and the errors of those who ask for more."""
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

        The ``dict`` is an ordinary one: its ``repr`` shows the values, and it can be pickled.

        Raises:
            InfisicalError: As :meth:`check_complete`.
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
            InfisicalError: As :meth:`check_complete`.
            InvalidInputError: Names a secret that no variable can be called after or hold. Nothing
                was set.

        Example:
            >>> client.secrets.list(environment="prod").populate_env()  # doctest: +SKIP
            ('DATABASE_URL', 'API_KEY')
        """
        self.check_complete()
        _check(self._no_environment)
        environ = os.environ if environ is None else environ
        new = {
            secret.name: secret.value for secret in self if overwrite or secret.name not in environ
        }
        environ.update(new)
        return tuple(new)

    def check_complete(self) -> None:
        """Raises unless every secret decrypted, with its references where they were asked for.

        Raises:
            DecryptionFailedError: Says how many did not, and which was the first.
            InvalidInputError: Likewise, if the first has a reference that leads nowhere.
        """
        _check(self._incomplete)

    @overload
    def __getitem__(self, index: int | str) -> Secret: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Secret, ...]: ...
    def __getitem__(self, index: int | str | slice) -> Secret | tuple[Secret, ...]:
        """A secret that decrypted, by position or name.

        Raises:
            KeyError: No secret of that name decrypted; :meth:`get` returns ``None`` instead.
            IndexError: The index is out of range.
        """
        if isinstance(index, str):
            secret = self.get(index)
            if secret is None:
                raise KeyError(index)
            return secret
        return self._secrets[index]

    def __contains__(self, secret: object) -> bool:
        """Whether this secret, or one of this name, decrypted."""
        if isinstance(secret, str):
            return self.get(secret) is not None
        return secret in self._secrets

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

    status: Literal["planned", "done", "failed", "proposed"]
    """``planned`` in a dry run; ``proposed`` if the change awaits approval."""

    error: InfisicalError | None
    """Why it was not changed: set if it ``failed`` or is ``proposed``."""

    approval: Approval | None = None
    """What a ``proposed`` change waits for."""


class BulkResult(Sequence[BulkItem]):
    """What happened to many secrets, or would: an item for each, in the order given.

    One that is refused does not stop the others. A program that must have all of them changed
    calls :meth:`check_complete`, which raises if any was not.
    """

    __slots__ = ("_incomplete", "_items")

    def __init__(self, items: Sequence[BulkItem], incomplete: InfisicalError | None = None) -> None:
        """Takes the items, and the error of those who must have every secret changed."""
        self._items = tuple(items)
        self._incomplete = incomplete

    def check_complete(self) -> None:
        """Raises unless every secret is as it was to be. A dry run, which changes none, passes.

        Raises:
            InfisicalError: The first item's, with how many were not changed.
        """
        _check(self._incomplete)

    @overload
    def __getitem__(self, index: int) -> BulkItem: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[BulkItem, ...]: ...
    def __getitem__(self, index: int | slice) -> BulkItem | tuple[BulkItem, ...]:
        """An item, by position."""
        return self._items[index]

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[BulkItem]:
        """The items."""
        return iter(self._items)

    def __repr__(self) -> str:
        """The items; there are no values in them."""
        return f"BulkResult({self._items!r})"


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

    incomplete: InfisicalError | None = None
    """What :meth:`check_complete` raises; ``None`` if every version decrypted."""

    def check_complete(self) -> None:
        """Raises unless every version decrypted.

        Raises:
            DecryptionFailedError: Says how many did not, and which was the first.
        """
        _check(self.incomplete)


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

    incomplete: InfisicalError | None = None
    """What :meth:`check_complete` raises; ``None`` if every secret decrypted."""

    def check_complete(self) -> None:
        """Raises unless every secret decrypted.

        Raises:
            DecryptionFailedError: Says how many did not, and which was the first.
        """
        _check(self.incomplete)
