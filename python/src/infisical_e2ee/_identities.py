"""Machine identities, managed by users."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call, CreatedClientSecret
    from ._types import ClientSecretInfo, Identity, ProjectIdentity


class Identities(Resource):
    """Machine identities, on servers of 2024 and later, as ``client.identities``.

    A program becomes one with ``client_id`` and ``client_secret`` after four steps: :meth:`create`,
    :meth:`attach_universal_auth`, :meth:`create_client_secret`, :meth:`add_to_project`. Every
    method raises :class:`UnsupportedByServerError` on May 2023 servers, and
    :class:`PermissionDeniedError` for other credentials than a user's, or without the role.
    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    A client secret is rotated in three: :meth:`create_client_secret` makes the new one, it is
    deployed, and :meth:`revoke_client_secret` ends the old one.

    Protocol: ``/api/v1/identities`` and ``/api/v1/auth/universal-auth``, in projects
    ``/api/v2/workspace/{id}/identity-memberships`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        organization: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Makes an identity in an organization. Alone it can do nothing.

        Args:
            name: Its name, for people.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            role: Its role in the organization: ``admin``, ``member`` or ``no-access``, which is the
                default.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The name is empty or the role unknown, or the user belongs to several
                organizations and none is named.
        """
        return self._native.create_identity(name, organization, role, timeout)

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Identity]]:
        """Every identity of an organization.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
        """
        return self._native.list_identities(organization, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes an identity. Its client secrets and access tokens stop working.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.delete_identity(id, timeout)

    @blocking
    def attach_universal_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        timeout: float | None = None,
    ) -> Call[str]:
        """Lets an identity log in by universal auth, and gives its client id.

        Args:
            id: The identity's id.
            access_token_ttl: Seconds an access token lasts unless it is renewed; 30 days by
                default.
            access_token_max_ttl: Seconds it lasts at most; 30 days by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: A time is below one second or beyond the longest, or it has universal
                auth already.
        """
        return self._native.attach_universal_auth(
            id, access_token_ttl, access_token_max_ttl, timeout
        )

    @blocking
    def create_client_secret(
        self,
        id: str,
        *,
        description: str | None = None,
        expires_in: float | None = None,
        max_uses: int | None = None,
        timeout: float | None = None,
    ) -> Call[CreatedClientSecret]:
        """Makes a client secret, whose text is shown here once.

        Args:
            id: The identity's id.
            description: What it is for, for people; nothing by default.
            expires_in: How many seconds it lasts; for ever by default.
            max_uses: How often a program may log in with it; any number of times by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no universal auth, the time is below one second, or the number
                of uses below one.
        """
        return self._native.create_client_secret(id, description, expires_in, max_uses, timeout)

    @blocking
    def list_client_secrets(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[ClientSecretInfo]]:
        """The client secrets of an identity, without their text.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no universal auth.
        """
        return self._native.list_client_secrets(id, timeout)

    @blocking
    def revoke_client_secret(
        self, id: str, client_secret_id: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Ends a client secret: nobody logs in with it any more.

        Args:
            id: The identity's id.
            client_secret_id: The client secret's id, as :meth:`list_client_secrets` tells it.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such identity or client secret.
        """
        return self._native.revoke_client_secret(id, client_secret_id, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Lets an identity into a project.

        Args:
            id: The identity's id.
            role: ``admin``, ``member``, ``viewer``, ``no-access`` or a role of the organization's
                own.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such identity or project.
            ConflictError: It is in the project already.
            InvalidInputError: The role is unknown.
        """
        return self._native.add_identity_to_project(id, role, project, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectIdentity]]:
        """Every identity in a project, with its roles there.

        Args:
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_project_identities(project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Takes an identity out of a project. It stays in the organization.

        Args:
            id: The identity's id, not the membership's.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the identity is not in it.
        """
        return self._native.remove_identity_from_project(id, project, timeout)


class AsyncIdentities(Resource):
    """The methods of :class:`Identities` as coroutines."""

    __slots__ = ()

    create = awaiting(Identities.create)
    list = awaiting(Identities.list)
    delete = awaiting(Identities.delete)
    attach_universal_auth = awaiting(Identities.attach_universal_auth)
    create_client_secret = awaiting(Identities.create_client_secret)
    list_client_secrets = awaiting(Identities.list_client_secrets)
    revoke_client_secret = awaiting(Identities.revoke_client_secret)
    add_to_project = awaiting(Identities.add_to_project)
    list_in_project = awaiting(Identities.list_in_project)
    remove_from_project = awaiting(Identities.remove_from_project)
