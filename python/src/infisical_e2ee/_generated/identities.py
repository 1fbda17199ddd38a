"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import optional_name_list, whole_seconds
from .._calls import Resource, awaiting, blocking
from .inputs import TokenAuthSettings, UniversalAuthSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._native import Call, CreatedAccessToken, CreatedClientSecret
    from .._types import (
        AccessTokenInfo,
        ClientSecretInfo,
        Identity,
        IdentityProject,
        ProjectIdentity,
        TokenAuth,
        UniversalAuth,
    )


class Identities(Resource):
    """Machine identities, on servers of 2024 and later.

    A program becomes one with ``client_id`` and ``client_secret`` after four steps:
    :meth:`Identities.create`, :meth:`Identities.attach_universal_auth`,
    :meth:`Identities.create_client_secret`, :meth:`Identities.add_to_project`.

    To replace a client secret, create another one, give it to the program, and then revoke the old
    one with :meth:`Identities.revoke_client_secret`.

    On servers since autumn 2024 a user can create the identity's access tokens instead, which a
    program uses as ``identity_token``: :meth:`Identities.attach_token_auth`,
    :meth:`Identities.create_access_token`. The routes that only these servers have are known from
    public source alone.

    Every method fails with :class:`UnsupportedByServerError` on May 2023 servers. It fails with
    :class:`PermissionDeniedError` for an API key, for the credential of a program, or if the user's
    role does not allow it; nobody can give a role with more permissions than their own. A malformed
    id fails with :class:`InvalidInputError`.

    Protocol: ``/api/v1/identities``, ``/api/v1/auth/universal-auth`` and
    ``/api/v1/auth/token-auth``, in organizations
    ``/api/v2/organizations/{id}/identity-memberships``, in projects
    ``/api/v2/workspace/{id}/identity-memberships``.
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
        """Creates a machine identity in an organization.

        On its own it can do nothing.

        Args:
            name: The identity's name, for people.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            role: Role of the identity in the organization: ``admin``, ``member`` or ``no-access``;
                ``no-access`` by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank, if the role is blank or unknown, or if neither
                the call nor the client names an organization and the user does not belong to
                exactly one.
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: On servers since autumn 2024 for an organization that the client
                does not act in.
        """
        return self._native.create_identity(name, organization, role, timeout)

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Identity]]:
        """Lists every machine identity of an organization.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: On servers since autumn 2024 for an organization that the client
                does not act in.
        """
        return self._native.list_identities(organization, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a machine identity.

        Its client secrets and access tokens stop working.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id.
        """
        return self._native.delete_identity(id, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        new_name: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Changes the name of a machine identity, its role in its organization, or both.

        What is not given stays as it is.

        Args:
            id: The identity's id.
            new_name: New name of the identity; unchanged by default.
            role: New role of the identity in the organization: ``admin``, ``member`` or
                ``no-access``; unchanged by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id.
            InvalidInputError: If no change is given, if the new name is blank, or if the role is
                blank or unknown.
        """
        return self._native.update_identity(id, new_name, role, timeout)

    @blocking
    def projects(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[IdentityProject]]:
        """Lists the projects that a machine identity is in, with its roles there.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.list_identity_projects(id, timeout)

    @blocking
    def attach_universal_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        client_secret_trusted_ips: Iterable[str] | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[str]:
        """Attaches universal auth to a machine identity and returns its client id.

        The identity can then log in with a client secret, see
        :meth:`Identities.create_client_secret`.

        By default its access tokens last 30 days, are valid for any number of requests, and are
        accepted from everywhere.

        Args:
            id: The identity's id.
            access_token_ttl: How long an access token lasts unless it is renewed, in whole seconds;
                by default 30 days when attached, unchanged when updated.
            access_token_max_ttl: How long an access token lasts however often it is renewed, in
                whole seconds; by default 30 days when attached, unchanged when updated. To shorten
                it in an update, give ``access_token_ttl`` too.
            access_token_max_uses: Number of requests that an access token is valid for, 1 or more;
                by default any number when attached, unchanged when updated, where 0 allows any
                number.
            client_secret_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which client secrets are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            access_token_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which access tokens are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id.
            InvalidInputError: If a time is shorter than one second or longer than the server
                accepts, if ``access_token_ttl`` is longer than ``access_token_max_ttl``, if
                ``access_token_max_uses`` is below one, if a list of addresses is empty or contains
                an invalid address, or if the identity has universal auth already.
            UnsupportedByServerError: If addresses are given and the server's license does not
                include them.
        """
        whole_seconds("access_token_ttl", access_token_ttl)
        whole_seconds("access_token_max_ttl", access_token_max_ttl)
        return self._native.attach_universal_auth(
            id,
            UniversalAuthSettings(
                access_token_ttl=access_token_ttl,
                access_token_max_ttl=access_token_max_ttl,
                access_token_max_uses=access_token_max_uses,
                client_secret_trusted_ips=optional_name_list(
                    "client_secret_trusted_ips", client_secret_trusted_ips
                ),
                access_token_trusted_ips=optional_name_list(
                    "access_token_trusted_ips", access_token_trusted_ips
                ),
            ),
            timeout,
        )

    @blocking
    def universal_auth(self, id: str, *, timeout: float | None = None) -> Call[UniversalAuth]:
        """Returns how a machine identity logs in by universal auth.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no universal auth.
        """
        return self._native.get_universal_auth(id, timeout)

    @blocking
    def update_universal_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        client_secret_trusted_ips: Iterable[str] | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[UniversalAuth]:
        """Changes how a machine identity logs in by universal auth.

        What is not given stays as it is.

        Access tokens that were issued before keep their times and their number of uses, and follow
        the new addresses.

        To shorten ``access_token_max_ttl``, give ``access_token_ttl`` too: servers compare the new
        maximum with the ``access_token_ttl`` of the same call, and without one with the old
        maximum.

        Args:
            id: The identity's id.
            access_token_ttl: How long an access token lasts unless it is renewed, in whole seconds;
                by default 30 days when attached, unchanged when updated.
            access_token_max_ttl: How long an access token lasts however often it is renewed, in
                whole seconds; by default 30 days when attached, unchanged when updated. To shorten
                it in an update, give ``access_token_ttl`` too.
            access_token_max_uses: Number of requests that an access token is valid for, 1 or more;
                by default any number when attached, unchanged when updated, where 0 allows any
                number.
            client_secret_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which client secrets are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            access_token_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which access tokens are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no universal auth.
            InvalidInputError: If no change is given, if a time is shorter than one second or longer
                than the server accepts, if ``access_token_ttl`` is longer than
                ``access_token_max_ttl``, if ``access_token_max_ttl`` becomes shorter without
                ``access_token_ttl``, if ``access_token_max_uses`` is below zero, or if a list of
                addresses is empty or contains an invalid address.
            UnsupportedByServerError: If addresses are given and the server's license does not
                include them.
        """
        whole_seconds("access_token_ttl", access_token_ttl)
        whole_seconds("access_token_max_ttl", access_token_max_ttl)
        return self._native.update_universal_auth(
            id,
            UniversalAuthSettings(
                access_token_ttl=access_token_ttl,
                access_token_max_ttl=access_token_max_ttl,
                access_token_max_uses=access_token_max_uses,
                client_secret_trusted_ips=optional_name_list(
                    "client_secret_trusted_ips", client_secret_trusted_ips
                ),
                access_token_trusted_ips=optional_name_list(
                    "access_token_trusted_ips", access_token_trusted_ips
                ),
            ),
            timeout,
        )

    @blocking
    def detach_universal_auth(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Detaches universal auth from a machine identity.

        Its client secrets and the access tokens that were issued for them stop working.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no universal auth.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.detach_universal_auth(id, timeout)

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
        """Creates a client secret of a machine identity.

        Its text is returned here once and never again.

        By default it does not expire and allows any number of logins. To replace a client secret,
        create another one, give it to the program, and then revoke the old one with
        :meth:`Identities.revoke_client_secret`.

        Args:
            id: The identity's id.
            description: Purpose of the client secret, for people; empty by default.
            expires_in: How long programs can log in with the client secret, in whole seconds; for
                ever by default.
            max_uses: Number of times that programs can log in with the client secret, 1 or more;
                any number by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no universal auth.
            InvalidInputError: If ``expires_in`` is shorter than one second or longer than the
                server accepts, or if ``max_uses`` is below one.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_client_secret(id, description, expires_in, max_uses, timeout)

    @blocking
    def list_client_secrets(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[ClientSecretInfo]]:
        """Lists the client secrets of a machine identity that are not revoked.

        The text of a client secret is not shown.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no universal auth.
        """
        return self._native.list_client_secrets(id, timeout)

    @blocking
    def revoke_client_secret(
        self, id: str, client_secret_id: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Revokes a client secret.

        It cannot be used to log in afterwards.

        Access tokens that were issued for it last until they expire.

        Args:
            id: The identity's id.
            client_secret_id: The client secret's id, as in :attr:`ClientSecretInfo.id`.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, if it has no universal auth, or if it
                never had such a client secret.
        """
        return self._native.revoke_client_secret(id, client_secret_id, timeout)

    @blocking
    def attach_token_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[TokenAuth]:
        """Attaches token auth to a machine identity.

        Users can then create access tokens for it with :meth:`Identities.create_access_token`.

        By default the access tokens last 30 days, are valid for any number of requests, and are
        accepted from everywhere.

        Args:
            id: The identity's id.
            access_token_ttl: How long an access token lasts unless it is renewed, in whole seconds;
                by default 30 days when attached, unchanged when updated.
            access_token_max_ttl: How long an access token lasts however often it is renewed, in
                whole seconds; by default 30 days when attached, unchanged when updated. To shorten
                it in an update, give ``access_token_ttl`` too.
            access_token_max_uses: Number of requests that an access token is valid for, 1 or more;
                by default any number when attached, unchanged when updated, where 0 allows any
                number.
            access_token_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which access tokens are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id.
            InvalidInputError: If a time is shorter than one second or longer than the server
                accepts, if ``access_token_ttl`` is longer than ``access_token_max_ttl``, if
                ``access_token_max_uses`` is below one, if the list of addresses is empty or
                contains an invalid address, or if the identity has token auth already.
            UnsupportedByServerError: On servers before autumn 2024, or if addresses are given and
                the server's license does not include them.
        """
        whole_seconds("access_token_ttl", access_token_ttl)
        whole_seconds("access_token_max_ttl", access_token_max_ttl)
        return self._native.attach_token_auth(
            id,
            TokenAuthSettings(
                access_token_ttl=access_token_ttl,
                access_token_max_ttl=access_token_max_ttl,
                access_token_max_uses=access_token_max_uses,
                access_token_trusted_ips=optional_name_list(
                    "access_token_trusted_ips", access_token_trusted_ips
                ),
            ),
            timeout,
        )

    @blocking
    def token_auth(self, id: str, *, timeout: float | None = None) -> Call[TokenAuth]:
        """Returns the settings of the access tokens that users create for a machine identity.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no token auth.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.get_token_auth(id, timeout)

    @blocking
    def update_token_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[TokenAuth]:
        """Changes the settings of the access tokens that users create for a machine identity.

        What is not given stays as it is.

        Access tokens that were created before keep their times and their number of uses, and follow
        the new addresses.

        To shorten ``access_token_max_ttl``, give ``access_token_ttl`` too: servers compare the new
        maximum with the ``access_token_ttl`` of the same call, and without one with the old
        maximum.

        Args:
            id: The identity's id.
            access_token_ttl: How long an access token lasts unless it is renewed, in whole seconds;
                by default 30 days when attached, unchanged when updated.
            access_token_max_ttl: How long an access token lasts however often it is renewed, in
                whole seconds; by default 30 days when attached, unchanged when updated. To shorten
                it in an update, give ``access_token_ttl`` too.
            access_token_max_uses: Number of requests that an access token is valid for, 1 or more;
                by default any number when attached, unchanged when updated, where 0 allows any
                number.
            access_token_trusted_ips: Addresses such as ``10.0.0.1`` or ranges such as
                ``10.0.0.0/8`` from which access tokens are accepted; by default any address when
                attached, unchanged when updated, where the list replaces the earlier one. An empty
                list is rejected. Some servers need a plan for it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no token auth.
            InvalidInputError: If no change is given, if a time is shorter than one second or longer
                than the server accepts, if ``access_token_ttl`` is longer than
                ``access_token_max_ttl``, if ``access_token_max_ttl`` becomes shorter without
                ``access_token_ttl``, if ``access_token_max_uses`` is below zero, or if the list of
                addresses is empty or contains an invalid address.
            UnsupportedByServerError: On servers before autumn 2024, or if addresses are given and
                the server's license does not include them.
        """
        whole_seconds("access_token_ttl", access_token_ttl)
        whole_seconds("access_token_max_ttl", access_token_max_ttl)
        return self._native.update_token_auth(
            id,
            TokenAuthSettings(
                access_token_ttl=access_token_ttl,
                access_token_max_ttl=access_token_max_ttl,
                access_token_max_uses=access_token_max_uses,
                access_token_trusted_ips=optional_name_list(
                    "access_token_trusted_ips", access_token_trusted_ips
                ),
            ),
            timeout,
        )

    @blocking
    def detach_token_auth(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Detaches token auth from a machine identity.

        The access tokens that users created for it stop working.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no token auth.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.detach_token_auth(id, timeout)

    @blocking
    def create_access_token(
        self, id: str, *, name: str | None = None, timeout: float | None = None
    ) -> Call[CreatedAccessToken]:
        """Creates an access token for a machine identity.

        Its text is returned here once and never again.

        A program becomes the identity with it, as ``identity_token``. The identity needs token auth
        first, see :meth:`Identities.attach_token_auth`.

        Args:
            id: The identity's id.
            name: Purpose of the token, for people; empty by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no token auth.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.create_access_token(id, name, timeout)

    @blocking
    def list_access_tokens(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[AccessTokenInfo]]:
        """Lists the access tokens that users created for a machine identity.

        The text of a token is not shown. Revoked tokens are included. Servers show the 200 that
        were created, used or changed last.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no identity of that id, or if it has no token auth.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.list_access_tokens(id, timeout)

    @blocking
    def rename_access_token(
        self, token_id: str, new_name: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Gives an access token another name.

        Args:
            token_id: The token's id, as in :attr:`AccessTokenInfo.id`.
            new_name: What the token is for, for people.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such token.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.rename_access_token(token_id, new_name, timeout)

    @blocking
    def revoke_access_token(self, token_id: str, *, timeout: float | None = None) -> Call[None]:
        """Revokes an access token.

        Servers reject programs that use it from then on.

        Args:
            token_id: The token's id, as in :attr:`AccessTokenInfo.id`.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such token, or if it was revoked before.
            UnsupportedByServerError: On servers before autumn 2024.
        """
        return self._native.revoke_access_token(token_id, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Adds a machine identity to a project, with a role there.

        Args:
            id: The identity's id.
            role: The identity's role in the project: ``admin``, ``member``, ``viewer``,
                ``no-access`` or the slug of a role that the project defines, see
                :meth:`Roles.list`.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such identity or project, or if the user is not a member
                of the project.
            ConflictError: If the identity is in the project already.
            InvalidInputError: If the role is blank or unknown, or if neither the call nor the
                client names a project.
        """
        return self._native.add_identity_to_project(id, role, project, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectIdentity]]:
        """Lists the machine identities in a project, with their roles there.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member of it.
            InvalidInputError: If neither the call nor the client names a project.
        """
        return self._native.list_project_identities(project, timeout)

    @blocking
    def set_role_in_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Gives a machine identity one role in a project.

        It replaces all roles that it has there.

        Args:
            id: The identity's id, not the membership's.
            role: The identity's new role in the project: ``admin``, ``member``, ``viewer``,
                ``no-access`` or the slug of a role that the project defines, see
                :meth:`Roles.list`.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if the
                identity is not in it.
            InvalidInputError: If the role is blank or unknown, or if neither the call nor the
                client names a project.
        """
        return self._native.set_identity_role(id, role, project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Removes a machine identity from a project.

        It stays in the organization and in other projects.

        It may still know what it has read: change the values that it knew.

        Args:
            id: The identity's id, not the membership's.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if the
                identity is not in it.
            InvalidInputError: If neither the call nor the client names a project.
        """
        return self._native.remove_identity_from_project(id, project, timeout)


class AsyncIdentities(Resource):
    """The methods of :class:`Identities` as coroutines."""

    __slots__ = ()

    create = awaiting(Identities.create)
    list = awaiting(Identities.list)
    delete = awaiting(Identities.delete)
    update = awaiting(Identities.update)
    projects = awaiting(Identities.projects)
    attach_universal_auth = awaiting(Identities.attach_universal_auth)
    universal_auth = awaiting(Identities.universal_auth)
    update_universal_auth = awaiting(Identities.update_universal_auth)
    detach_universal_auth = awaiting(Identities.detach_universal_auth)
    create_client_secret = awaiting(Identities.create_client_secret)
    list_client_secrets = awaiting(Identities.list_client_secrets)
    revoke_client_secret = awaiting(Identities.revoke_client_secret)
    attach_token_auth = awaiting(Identities.attach_token_auth)
    token_auth = awaiting(Identities.token_auth)
    update_token_auth = awaiting(Identities.update_token_auth)
    detach_token_auth = awaiting(Identities.detach_token_auth)
    create_access_token = awaiting(Identities.create_access_token)
    list_access_tokens = awaiting(Identities.list_access_tokens)
    rename_access_token = awaiting(Identities.rename_access_token)
    revoke_access_token = awaiting(Identities.revoke_access_token)
    add_to_project = awaiting(Identities.add_to_project)
    list_in_project = awaiting(Identities.list_in_project)
    set_role_in_project = awaiting(Identities.set_role_in_project)
    remove_from_project = awaiting(Identities.remove_from_project)
