"""Secrets, and the results of changes of many secrets."""

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
"""The type of a secret: shared by the project, or one user's override of a shared one."""

UnknownReferences = Literal["error", "keep"]
"""What to do with a reference to a missing secret.

With both, ``${SELF}`` in the value of ``SELF`` stays as written, and a circular reference through
several secrets is an error.
"""

NestedReferences = Literal["own_folder", "read_folder"]
"""Where to look up ``${NAME}`` in a value that was itself reached by a reference."""


def _check(incomplete: InfisicalError | None) -> None:
    """Raises a copy: a raised error refers to the frames of its traceback, with their variables."""
    if incomplete is not None:
        raise copy(incomplete)


class SecretList(Sequence["Secret"]):
    """The secrets of one folder, in the server's order.

    A recursive list has those of the folders below it too, ordered by path, and its names can
    repeat from folder to folder. There, a name alone is that of a secret in the folder that was
    listed; ``list.get(name, path)`` finds those of the others.

    A secret that does not decrypt does not hide the others: the sequence has those that decrypted,
    and :attr:`failures` has the others. :meth:`check_complete` and :meth:`to_dict` raise an error
    if there are any.
    """

    __slots__ = (
        "_etag",
        "_failures",
        "_folder",
        "_incomplete",
        "_no_environment",
        "_no_map",
        "_secrets",
    )

    def __init__(
        self,
        secrets: Sequence[Secret],
        failures: Sequence[SecretFailure] = (),
        incomplete: InfisicalError | None = None,
        no_environment: InfisicalError | None = None,
        no_map: InfisicalError | None = None,
        folder: str | None = None,
        etag: str | None = None,
    ) -> None:
        """Takes secrets and failures, and the errors of ``check_complete`` and ``populate_env``.

        Also the error of ``to_dict``, the path listed of a recursive list, and the ETag.
        """
        self._secrets = tuple(secrets)
        self._failures = tuple(failures)
        self._incomplete = incomplete
        self._no_environment = no_environment
        self._no_map = no_map
        self._folder = folder
        self._etag = etag

    @property
    def failures(self) -> tuple[SecretFailure, ...]:
        """The secrets that did not decrypt, or have an unresolved reference."""
        return self._failures

    @property
    def folder(self) -> str | None:
        """The path of the folder that was listed, if the list is recursive."""
        return self._folder

    @property
    def etag(self) -> str | None:
        """Identifies this state of the list; see :meth:`Secrets.list_if_changed`."""
        return self._etag

    def get(self, name: str, path: str | None = None) -> Secret | None:
        """The secret of that name, if there is one that decrypted.

        Args:
            name: The secret's name.
            path: Its folder, such as ``/backend``; by default any, and in a recursive list the
                folder that was listed.
        """
        path = self._folder if path is None else path
        found = (secret for secret in self._secrets if secret.name == name)
        return next((secret for secret in found if path is None or secret.path == path), None)

    def to_dict(self) -> dict[str, str]:
        """Names to values.

        The ``dict`` is an ordinary one: its ``repr`` shows the values, and it can be pickled.

        Raises:
            InfisicalError: As :meth:`check_complete`.
            InvalidInputError: A recursive list has secrets of one name in several folders, or the
                values were not read.
        """
        self.check_complete()
        _check(self._no_map)
        return {secret.name: secret.value for secret in self._secrets}

    def populate_env(
        self, environ: MutableMapping[str, str] | None = None, *, overwrite: bool = False
    ) -> tuple[str, ...]:
        """Sets each secret as a variable of the process's environment.

        Args:
            environ: The environment; ``os.environ`` by default.
            overwrite: Whether to replace existing variables.

        Returns:
            The names of the variables that were set.

        Raises:
            InfisicalError: As :meth:`check_complete`.
            InvalidInputError: No variable can have the name or value of a secret, a recursive list
                has secrets of one name in several folders, or the values were not read; the error
                names the secret. Nothing was set.

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
        """Raises an error if there are :attr:`failures`.

        Raises:
            DecryptionFailedError: With the number of failures, and the first of them.
            InvalidInputError: The same, if the first is an unresolved reference.
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
        """The number of secrets that decrypted."""
        return len(self._secrets)

    def __iter__(self) -> Iterator[Secret]:
        """Iterates over the secrets that decrypted."""
        return iter(self._secrets)

    def __repr__(self) -> str:
        """The numbers of secrets and failures, without names and values."""
        return f"<SecretList: {len(self._secrets)} decrypted, {len(self._failures)} failed>"

    def __reduce__(self) -> NoReturn:
        """Refuses: the values would be stored in plaintext."""
        raise TypeError("a SecretList cannot be pickled: its values would be stored in plaintext")


@dataclass(frozen=True)
class NewValue:
    """A name with its new value."""

    name: str
    value: str = field(repr=False)
    comment: str | None = field(default=None, repr=False)
    """A comment for people; ``None`` keeps the current one."""


@dataclass(frozen=True)
class BulkItem:
    """The change of one of many secrets, or its plan."""

    name: str
    action: Literal["create", "update", "delete", "unchanged", "absent"]
    """``unchanged`` if it has that value already, ``absent`` if there is none to delete."""

    status: Literal["planned", "done", "failed", "proposed"]
    """``planned`` in a dry run; ``proposed`` if the change awaits approval."""

    error: InfisicalError | None
    """Why it was not changed: set if it ``failed`` or is ``proposed``."""

    approval: Approval | None = None
    """What a ``proposed`` change waits for."""


class BulkResult(Sequence[BulkItem]):
    """The result of a change of many secrets, or of its dry run: an item for each, in that order.

    If the server refuses a secret, the others are still changed. :meth:`check_complete` raises an
    error if a change was not made.
    """

    __slots__ = ("_incomplete", "_items")

    def __init__(self, items: Sequence[BulkItem], incomplete: InfisicalError | None = None) -> None:
        """Takes the items, and the error of ``check_complete``."""
        self._items = tuple(items)
        self._incomplete = incomplete

    def check_complete(self) -> None:
        """Raises an error if a change failed or awaits approval. A dry run raises none.

        Raises:
            InfisicalError: The error of the first such item, with the number of them.
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
        """The number of items."""
        return len(self._items)

    def __iter__(self) -> Iterator[BulkItem]:
        """The items."""
        return iter(self._items)

    def __repr__(self) -> str:
        """The items; there are no values in them."""
        return f"BulkResult({self._items!r})"


@dataclass(frozen=True)
class SecretChange:
    """The result of a proposed change: either ``secret`` or ``approval`` is set."""

    secret: Secret | None
    """The secret, if the change was made."""

    approval: Approval | None
    """What the change waits for, if it was not made."""


@dataclass(frozen=True)
class SecretHistory:
    """The versions of a secret."""

    versions: tuple[SecretVersion, ...]
    """The versions that decrypted, newest first."""

    failures: tuple[SecretFailure, ...]
    """The versions that did not decrypt, by their id."""

    incomplete: InfisicalError | None = None
    """What :meth:`check_complete` raises; ``None`` if every version decrypted."""

    def check_complete(self) -> None:
        """Raises an error if a version did not decrypt.

        Raises:
            DecryptionFailedError: With the number of failures, and the first of them.
        """
        _check(self.incomplete)


@dataclass(frozen=True)
class SnapshotContents:
    """The contents of a snapshot."""

    id: str
    """The snapshot's id."""

    created_at: datetime | None
    """When it was taken."""

    secrets: tuple[SecretVersion, ...]
    """The secrets that decrypted, as they were."""

    failures: tuple[SecretFailure, ...]
    """The versions that did not decrypt, by their id."""

    folders: tuple[str, ...]
    """Names of the subfolders; empty on May 2023 servers."""

    incomplete: InfisicalError | None = None
    """What :meth:`check_complete` raises; ``None`` if every secret decrypted."""

    def check_complete(self) -> None:
        """Raises an error if a secret did not decrypt.

        Raises:
            DecryptionFailedError: With the number of failures, and the first of them.
        """
        _check(self.incomplete)
