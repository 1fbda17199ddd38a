"""Service accounts, on May 2023 servers."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._arguments import name_list, whole_seconds
from ._calls import Resource, awaiting, blocking
from ._generated.inputs import ServiceAccountGrant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._native import Call, CreatedServiceAccount
    from ._types import Permission, ServiceAccount, ServiceAccountKey, ServiceAccountPermission


class ServiceAccounts(Resource):
    """Service accounts, on servers of May 2023, as ``client.service_accounts``.

    A program becomes one after :meth:`create` and a :meth:`grant` for each environment; only the
    user who made an account manages it.

    Every call fails with :class:`UnsupportedByServerError` on later servers, which have machine
    identities instead, and with :class:`PermissionDeniedError` for other credentials than a user's,
    or for another user. ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v2/service-accounts`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        organization: str | None = None,
        expires_in: float | None = None,
        timeout: float | None = None,
    ) -> Call[CreatedServiceAccount]:
        """Makes an account with a key pair that is made here; the private key is never sent.

        Alone it can do nothing.

        Args:
            name: Its name, for people.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            expires_in: After how many whole seconds it is to expire; never by default. Servers keep
                the time and do not heed it.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: For an empty name, or if the user belongs to several organizations
                and none is named.
            NotFoundError: For an unknown organization.
            KeyUnavailableError: The credential opens no private key of the user, who could grant
                nothing.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_service_account(name, organization, expires_in, timeout)

    @blocking
    def list(
        self,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[ServiceAccount]]:
        """Every account of an organization, whoever made it.

        For its owners and administrators.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
            NotFoundError: For an unknown organization.
        """
        return self._native.list_service_accounts(organization, timeout)

    @blocking
    def rename(
        self,
        id: str,
        new_name: str,
        *,
        timeout: float | None = None,
    ) -> Call[ServiceAccount]:
        """Gives an account another name.

        Raises:
            NotFoundError: There is none of that id.
            InvalidInputError: For an empty name.
        """
        return self._native.rename_service_account(id, new_name, timeout)

    @blocking
    def delete(
        self,
        id: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Deletes an account with its permissions and copies of keys.

        Its access key stops working.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.delete_service_account(id, timeout)

    @blocking
    def permissions(
        self,
        id: str,
        *,
        timeout: float | None = None,
    ) -> Call[builtins.list[ServiceAccountPermission]]:
        """Where an account may work, and what it may do there.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.list_service_account_permissions(id, timeout)

    @blocking
    def keys(
        self,
        id: str,
        *,
        timeout: float | None = None,
    ) -> Call[builtins.list[ServiceAccountKey]]:
        """The project keys an account has, each sealed to it. What they are is not told.

        Args:
            id: The account's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.list_service_account_keys(id, timeout)

    @blocking
    def grant(
        self,
        id: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        permissions: Iterable[Permission] = ("read",),
        expect_fingerprint: str | None = None,
        timeout: float | None = None,
    ) -> Call[ServiceAccountPermission]:
        """Lets an account into an environment and gives it the project key.

        The key is sealed here to the account's public key.

        Args:
            id: The account's id.
            project: Id of the project; the client's by default.
            environment: Slug of the environment; the client's by default.
            permissions: What it may do there: ``"read"``, ``"write"``; only read by default.
            expect_fingerprint: SHA-256 of the account's public key in hexadecimal. With another key
                there, nothing is granted.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such account, project or environment.
            ConflictError: It may work there already.
            KeyUnavailableError: The user has no project key to share.
            IntegrityViolationError: The account's public key is not the expected one, or unsafe.
            InvalidInputError: ``permissions`` is one text, or names what there is not.
        """
        return self._native.grant_service_account(
            id,
            ServiceAccountGrant(
                project=project,
                environment=environment,
                permissions=name_list("permissions", permissions),
                expect_fingerprint=expect_fingerprint,
            ),
            timeout,
        )

    @blocking
    def revoke(
        self,
        id: str,
        permission_id: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Takes a permission back.

        With the last one of a project goes the account's copy of its key.

        Raises:
            NotFoundError: There is no such account or permission.
        """
        return self._native.revoke_service_account_permission(id, permission_id, timeout)


class AsyncServiceAccounts(Resource):
    """The methods of :class:`ServiceAccounts` as coroutines."""

    __slots__ = ()

    create = awaiting(ServiceAccounts.create)
    list = awaiting(ServiceAccounts.list)
    rename = awaiting(ServiceAccounts.rename)
    delete = awaiting(ServiceAccounts.delete)
    permissions = awaiting(ServiceAccounts.permissions)
    keys = awaiting(ServiceAccounts.keys)
    grant = awaiting(ServiceAccounts.grant)
    revoke = awaiting(ServiceAccounts.revoke)
