"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import whole_seconds
from .._calls import Resource, awaiting, blocking
from .inputs import Location

if TYPE_CHECKING:
    from .._native import Call
    from .._types import CreatedLease, DynamicSecret, Lease


class DynamicSecrets(Resource):
    """Dynamic secrets, on servers since June 2024.

    The server makes a credential of a database or another service when a program asks for one, and
    removes it after a time.

    **This is not end-to-end encryption.** The server makes these credentials and knows them. A
    client that requires end-to-end encryption lists and revokes leases, and refuses to create one.

    An administrator defines dynamic secrets in the web interface. Servers need a license for them:
    without one, they create and renew no leases.

    Every method fails with :class:`UnsupportedByServerError` on older servers. It fails with
    :class:`PermissionDeniedError` for service tokens, service accounts and API keys, or if the role
    does not allow it. It fails with :class:`NotFoundError` if there is no such project, environment
    or folder, or if the caller is not a member. It fails with :class:`InvalidInputError` if the
    project or the environment is missing, and with :class:`IntegrityViolationError` if the server
    answers with another dynamic secret or lease.

    Protocol: ``/api/v1/dynamic-secrets``.
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
    ) -> Call[builtins.list[DynamicSecret]]:
        """Lists the dynamic secrets of a folder, without those of its sub-folders.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, environment or folder, or if the caller is
                not a member.
        """
        return self._native.list_dynamic_secrets(
            Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def get(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[DynamicSecret]:
        """Returns one dynamic secret of a folder.

        It comes from the list of the folder: asked for one, servers also send the credential with
        which they make the others.

        Args:
            name: The name of the dynamic secret, in lower case.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such dynamic secret, project, environment or folder, or if
                the caller is not a member.
            InvalidInputError: If the name is empty, ``.``, ``..``, longer than 100 UTF-16 units or
                not in lower case.
        """
        return self._native.get_dynamic_secret(
            name, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def create_lease(
        self,
        name: str,
        *,
        ttl: float | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[CreatedLease]:
        """Has the server make a credential, and returns it.

        The server keeps no copy for later: this is the only time that it is shown.

        A lease that was created although the call failed ends by itself.
        :meth:`DynamicSecrets.leases` lists it.

        Args:
            name: The name of the dynamic secret, in lower case.
            ttl: How long the lease lasts, in whole seconds and at least one minute; by default as
                long as the dynamic secret says.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: If the client requires end-to-end encryption, before anything
                is sent; and if the server's license does not include dynamic secrets.
            NotFoundError: If there is no such dynamic secret, project, environment or folder, or if
                the caller is not a member.
            InvalidInputError: If the name is empty, ``.``, ``..``, longer than 100 UTF-16 units or
                not in lower case, if the time is shorter than one minute or longer than the dynamic
                secret allows, or if there are too many leases.
        """
        whole_seconds("ttl", ttl)
        return self._native.create_lease(
            name, ttl, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def leases(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[Lease]]:
        """Lists the leases of a dynamic secret, without their credentials.

        Args:
            name: The name of the dynamic secret, in lower case.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such dynamic secret, project, environment or folder, or if
                the caller is not a member.
            InvalidInputError: If the name is empty, ``.``, ``..``, longer than 100 UTF-16 units or
                not in lower case.
        """
        return self._native.list_leases(
            name, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def get_lease(
        self,
        id: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Lease]:
        """Returns one lease, without its credential.

        Args:
            id: The lease's id.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such lease in the folder, or no such project, environment
                or folder, or if the caller is not a member.
            InvalidInputError: If the id is malformed.
        """
        return self._native.get_lease(
            id, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def renew_lease(
        self,
        id: str,
        *,
        ttl: float | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Lease]:
        """Lets a lease last longer.

        Its credential stays the same.

        Args:
            id: The lease's id.
            ttl: How much longer the lease lasts, in whole seconds and at least one minute; by
                default as long as the dynamic secret says.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such lease in the folder, or no such project, environment
                or folder, or if the caller is not a member.
            InvalidInputError: If the id is malformed, if the time is shorter than one minute, or if
                the lease would last longer than the dynamic secret allows.
            UnsupportedByServerError: If the server's license does not include dynamic secrets.
        """
        whole_seconds("ttl", ttl)
        return self._native.renew_lease(
            id, ttl, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def revoke_lease(
        self,
        id: str,
        *,
        force: bool = False,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[None]:
        """Ends a lease: the server removes its credential.

        Args:
            id: The lease's id.
            force: Whether the server forgets the lease even if the service did not let it remove
                the credential, which then stays valid; ``False`` by default.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such lease in the folder, or no such project, environment
                or folder, or if the caller is not a member.
            InvalidInputError: If the id is malformed.
            ServerErrorError: If the service did not let the server remove the credential, which may
                still be valid. The server tries again.
        """
        return self._native.revoke_lease(
            id, force, Location(project=project, environment=environment, path=path), timeout
        )


class AsyncDynamicSecrets(Resource):
    """The methods of :class:`DynamicSecrets` as coroutines."""

    __slots__ = ()

    list = awaiting(DynamicSecrets.list)
    get = awaiting(DynamicSecrets.get)
    create_lease = awaiting(DynamicSecrets.create_lease)
    leases = awaiting(DynamicSecrets.leases)
    get_lease = awaiting(DynamicSecrets.get_lease)
    renew_lease = awaiting(DynamicSecrets.renew_lease)
    revoke_lease = awaiting(DynamicSecrets.revoke_lease)
