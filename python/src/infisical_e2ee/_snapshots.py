"""Snapshots of secrets, and rolling back to them."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._generated.inputs import Location

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Snapshot, SnapshotContents


class Snapshots(Resource):
    """What the secrets of a project or folder were at one time, as ``client.snapshots``.

    Servers take one after every change of secrets.

    May 2023 servers take it of the whole project: there, environment and path say nothing. Later
    ones take it of the folder alone. ``project``, ``environment`` and ``path`` have the defaults of
    :class:`Secrets`. ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace/{id}/secret-snapshots`` and ``/api/v1/secret-snapshot`` (Infisical
    REST API).
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
        """Every snapshot of a folder, or of the project, newest first.

        Raises:
            NotFoundError: There is no such project, environment or folder, or the user is not a
                member.
            PermissionDeniedError: For other credentials than a user's.
            UnsupportedByServerError: For a path on May 2023 servers.
        """
        return self._native.list_snapshots(Location(project, environment, path), timeout)

    @blocking
    def count(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[int]:
        """How many snapshots there are of a folder, or of the project.

        Raises:
            NotFoundError: There is no such project or environment, or the user is not a member.
            PermissionDeniedError: For other credentials than a user's, on May 2023 servers for API
                keys too.
            UnsupportedByServerError: For a path on May 2023 servers.
        """
        return self._native.count_snapshots(Location(project, environment, path), timeout)

    @blocking
    def get(
        self,
        id: str,
        *,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[SnapshotContents]:
        """What a snapshot holds, decrypted.

        May 2023's hold the secrets of all environments, and everybody's personal ones. One that
        does not decrypt is reported in ``failures`` and hides no other;
        :meth:`SnapshotContents.check_complete` raises if there is any.

        Raises:
            NotFoundError: The project has no such snapshot.
            PermissionDeniedError: For other credentials than a user's log-in or access token.
            UnsupportedByServerError: The server decrypts the project's secrets but, as those of
                2024, not what they were.
        """
        return self._native.get_snapshot(id, project, timeout)

    @blocking
    def roll_back(
        self,
        id: str,
        *,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[None]:
        """Makes secrets what they were in a snapshot, for everybody.

        What was made since is deleted, other users' personal secrets among it. Ask before.

        On May 2023 servers this changes the whole project: all environments; and every secret in it
        loses its comment and tags. On later ones it changes the folder of the snapshot and all
        below it, which loses its secret imports. Subfolders are restored to their latest snapshots,
        even if those are newer than this one. Read secrets again afterwards.

        Raises:
            NotFoundError: The project has no such snapshot.
            PermissionDeniedError: For other credentials than a user's log-in or access token, or on
                May 2023 servers an API key.
            UnsupportedByServerError: The server decrypts the project's secrets but, as those of
                2024, not what they were.
        """
        return self._native.roll_back_snapshot(id, project, timeout)


class AsyncSnapshots(Resource):
    """The methods of :class:`Snapshots` as coroutines."""

    __slots__ = ()

    list = awaiting(Snapshots.list)
    count = awaiting(Snapshots.count)
    get = awaiting(Snapshots.get)
    roll_back = awaiting(Snapshots.roll_back)
