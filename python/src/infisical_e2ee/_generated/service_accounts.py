"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import name_list, whole_seconds
from .._calls import Resource, awaiting, blocking
from .inputs import ServiceAccountGrant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._native import Call, CreatedServiceAccount
    from .._types import Permission, ServiceAccount, ServiceAccountKey, ServiceAccountPermission


class ServiceAccounts(Resource):
    """Service accounts, on servers of May 2023.

    A program acts as a service account after :meth:`ServiceAccounts.create`, and a
    :meth:`ServiceAccounts.grant` for each environment. Only the user who created an account manages
    it.

    Every method fails with :class:`UnsupportedByServerError` on later servers, which have machine
    identities instead. It fails with :class:`PermissionDeniedError` if the credential is an API key
    or not a user's, or for an account of another user. A text that cannot be an id fails with
    :class:`InvalidInputError`.

    Protocol: ``/api/v2/service-accounts``.
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
        """Creates a service account with a key pair.

        The client generates the key pair and never sends the private key. Alone the account can do
        nothing: it needs a :meth:`ServiceAccounts.grant`.

        The access key and the private key are only in the result; they cannot be shown again.

        Args:
            name: The account's name, for people.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            expires_in: How long the account is valid, in whole seconds; forever by default. Servers
                of May 2023 store the time and ignore it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is empty or has white space around it, for a time below
                one second, or if the user does not belong to exactly one organization and neither
                the call nor the client names one.
            NotFoundError: If there is no such organization or the user is not a member.
            KeyUnavailableError: If the credential opens no private key of the user, who could then
                grant nothing.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_service_account(name, organization, expires_in, timeout)

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ServiceAccount]]:
        """Lists every service account of an organization, also those of other users.

        Only owners and administrators of the organization may do this.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the user does not belong to exactly one organization and neither
                the call nor the client names one.
            NotFoundError: If there is no such organization or the user is not a member.
            PermissionDeniedError: If the user is not an owner or administrator of the organization.
        """
        return self._native.list_service_accounts(organization, timeout)

    @blocking
    def rename(
        self, id: str, new_name: str, *, timeout: float | None = None
    ) -> Call[ServiceAccount]:
        """Renames a service account.

        Args:
            id: The service account's id.
            new_name: The new name.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no service account of that id.
            InvalidInputError: If the name is empty or has white space around it.
        """
        return self._native.rename_service_account(id, new_name, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a service account with its permissions and copies of keys.

        Its access key stops working.

        Args:
            id: The service account's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no service account of that id.
        """
        return self._native.delete_service_account(id, timeout)

    @blocking
    def permissions(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[ServiceAccountPermission]]:
        """Lists where a service account has access, and what it may do there.

        Args:
            id: The service account's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no service account of that id.
        """
        return self._native.list_service_account_permissions(id, timeout)

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
        """Gives a service account access to an environment, and the project key.

        The client seals the key to the account's public key. By default the account may only read
        there.

        With ``expect_fingerprint``, the fingerprint of the account's public key, nothing is granted
        if the server shows another key.

        Args:
            id: The service account's id.
            project: Id or slug of the project; the client's by default.
            environment: Slug of the environment; the client's by default.
            permissions: What the account may do there: ``read``, ``write`` or both; only ``read``
                by default.
            expect_fingerprint: The fingerprint of the public key to seal to, learned from its owner
                and not from the server, in any form of a ``Fingerprint``. With any other key the
                call fails and nothing is sealed. Not checked by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such account, project or environment, or the user is not a
                member.
            ConflictError: If the account has access to the environment already.
            KeyUnavailableError: If the user has no key of the project to share, or if the
                credential opens no private key.
            DecryptionFailedError: If the user's copy of the key was changed.
            IntegrityViolationError: If the account's public key is not the expected one, or is not
                safe to seal to, or if the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is granted.
            TamperingSuspectedError: If the trust store of the client knows another public key of
                the account, unless ``expect_fingerprint`` confirms the new one. Nothing is granted
                then.
            InvalidInputError: If no permission is given or there is no such permission, if the
                fingerprint is in no form of a fingerprint, or if neither the call nor the client
                names the project and the environment.
            PermissionDeniedError: If the user may not do in the environment what is to be granted.
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
    def revoke(self, id: str, permission_id: str, *, timeout: float | None = None) -> Call[None]:
        """Takes a permission back from a service account.

        With its last permission in a project, the account also loses its copy of the project key.

        Args:
            id: The service account's id.
            permission_id: The id of the permission, as :meth:`ServiceAccounts.permissions` lists
                it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such account or permission.
        """
        return self._native.revoke_service_account_permission(id, permission_id, timeout)

    @blocking
    def keys(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[ServiceAccountKey]]:
        """Lists the project keys that a service account has a copy of.

        There is one for each project that it has access to. Each copy is sealed to the account's
        public key, and the key itself is not shown. After :meth:`ServiceAccounts.revoke` the list
        shows whether the account still has a copy.

        Args:
            id: The service account's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no service account of that id.
        """
        return self._native.list_service_account_keys(id, timeout)


class AsyncServiceAccounts(Resource):
    """The methods of :class:`ServiceAccounts` as coroutines."""

    __slots__ = ()

    create = awaiting(ServiceAccounts.create)
    list = awaiting(ServiceAccounts.list)
    rename = awaiting(ServiceAccounts.rename)
    delete = awaiting(ServiceAccounts.delete)
    permissions = awaiting(ServiceAccounts.permissions)
    grant = awaiting(ServiceAccounts.grant)
    revoke = awaiting(ServiceAccounts.revoke)
    keys = awaiting(ServiceAccounts.keys)
