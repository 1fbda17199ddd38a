"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking
from .inputs import Location

if TYPE_CHECKING:
    from .._native import Call
    from .._types import Snapshot, SnapshotContents


class Snapshots(Resource):
    """Snapshots: what the secrets of a project or folder were at one time.

    Servers take a snapshot after every change of secrets. May 2023 servers take it of the whole
    project: there, the environment of a call has no effect, and a path other than ``/`` is not
    supported. Later servers take it of the folder alone.

    Every method fails with :class:`InvalidInputError` if neither the call nor the client names the
    project and, where snapshots are of a folder, the environment, or for a text that cannot be an
    id.

    Protocol: ``/api/v1/workspace/{id}/secret-snapshots`` and ``/api/v1/secret-snapshot``.
    """

    __slots__ = ()

    @blocking
    def list(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[Snapshot]]:
        """Lists every snapshot of a folder, or of the project, newest first.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, environment or folder, or the user is not a
                member.
            PermissionDeniedError: If the credential is not a user's, or if the user's role does not
                allow it.
            UnsupportedByServerError: For a path other than ``/`` on May 2023 servers.
        """
        return self._native.list_snapshots(
            Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def count(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[int]:
        """Returns how many snapshots there are of a folder, or of the project.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, environment or folder, or the user is not a
                member.
            PermissionDeniedError: If the credential is not a user's, on May 2023 servers also for
                API keys, or if the user's role does not allow it.
            UnsupportedByServerError: For a path other than ``/`` on May 2023 servers.
        """
        return self._native.count_snapshots(
            Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def get(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[SnapshotContents]:
        """Returns what a snapshot holds, decrypted.

        Snapshots of May 2023 servers hold the secrets of all environments, and every user's
        personal ones.

        A secret that does not decrypt is reported in :attr:`SnapshotContents.failures` and hides no
        other. ``check_complete`` of the result fails if there is any.

        Args:
            id: The snapshot's id.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such snapshot, or if there is no such project or
                the user is not a member.
            PermissionDeniedError: If the credential is not a user's login or access token, or if
                the user's role does not allow it.
            KeyUnavailableError: If the user has no key of the project, or if the credential opens
                no private key.
            DecryptionFailedError: If the user's copy of the key was changed.
            UnsupportedByServerError: If the server decrypts the project's secrets but, like those
                of 2024, not what they were, or if the secrets can only pass in plaintext and the
                client has the option ``require_e2ee``.
        """
        return self._native.get_snapshot(id, project, timeout)

    @blocking
    def roll_back(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Restores secrets to what they were in a snapshot, for everybody.

        Secrets created since are deleted, other users' personal secrets among them. Ask the users
        before.

        On May 2023 servers this changes the whole project: all environments; and every secret in it
        loses its comment and tags. On later ones it changes the folder of the snapshot and all
        below it, which loses its secret imports. Subfolders are restored to their latest snapshots,
        even if those are newer than this one. Read secrets again afterwards.

        If the server rejects the call, nothing was changed.

        Args:
            id: The snapshot's id.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such snapshot, or if there is no such project or
                the user is not a member.
            PermissionDeniedError: If the credential is not a user's, on servers since 2024 also for
                API keys, or if the user's role does not allow it.
            UnsupportedByServerError: On today's servers, which cannot roll back to snapshots any
                more.
        """
        return self._native.roll_back_snapshot(id, project, timeout)


class AsyncSnapshots(Resource):
    """The methods of :class:`Snapshots` as coroutines."""

    __slots__ = ()

    list = awaiting(Snapshots.list)
    count = awaiting(Snapshots.count)
    get = awaiting(Snapshots.get)
    roll_back = awaiting(Snapshots.roll_back)
