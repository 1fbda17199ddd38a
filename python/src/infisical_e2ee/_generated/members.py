"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import record_list
from .._calls import Resource, awaiting, blocking
from .._types import DeniedPermission

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._native import Call
    from .._types import Fingerprint, Member, RemovedMember


class Members(Resource):
    """Members of projects.

    Every method fails with :class:`PermissionDeniedError` for the credential of a program, such as
    a service token. It fails with :class:`InvalidInputError` if neither the call nor the client
    names a project, or if the project's id is malformed.

    Protocol: ``/api/v2/workspace/{id}/memberships`` on May 2023 servers and
    ``/api/v1/workspace/{id}/memberships`` on later ones, ``/api/v1/workspace/{id}/invite-signup``,
    ``/api/v1/key``, ``/api/v1/workspace/{id}/key`` and ``/api/v1/membership``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Member]]:
        """Lists the members of a project.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member of it.
            PermissionDeniedError: If the user's role in the project does not allow it.
        """
        return self._native.list_members(project, timeout)

    @blocking
    def invite(
        self,
        email: str,
        *,
        project: str | None = None,
        expect_fingerprint: str | None = None,
        timeout: float | None = None,
    ) -> Call[Member]:
        """Adds a member of the organization to a project and gives them the project key.

        This library seals the key to their public key.

        People who are in the project already stay as they are. On May 2023 servers they get the key
        again, so that an interrupted invitation can be repeated.

        On servers since autumn 2024, a person can join a project whose key only the server has.
        They get no key then, need no key pair, and can be added before they accept the invitation
        to the organization.

        Args:
            email: The e-mail address of the invited person.
            project: Id or slug of the project; the client's by default.
            expect_fingerprint: The fingerprint of the public key to seal to, learned from its owner
                and not from the server, in any form of a ``Fingerprint``. With any other key the
                call fails and nothing is sealed. Not checked by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if
                nobody with that address has joined the organization.
            PermissionDeniedError: If the user's role in the project does not allow it, or for an
                API key on servers since autumn 2024.
            KeyUnavailableError: If the invited person has not finished signing up, if the user has
                no project key to share, or if the credential does not open the private key of the
                user.
            IntegrityViolationError: If the person's public key is not the expected one, is not safe
                to seal to, or changes during the invitation; nobody is given the key then. It also
                occurs if the server accepts the invitation and does not list the member, if it may
                have replaced the project key (see ``trusted_sealers``), or, after the key was
                shared, if a server since June 2024 has a copy of it and the client requires
                end-to-end encryption.
            TamperingSuspectedError: If the trust store of the client knows another public key of
                the person, unless ``expect_fingerprint`` confirms the new one. Nothing is shared
                then.
            InvalidInputError: If ``expect_fingerprint`` is in no form of a fingerprint.
            DecryptionFailedError: If the user's own copy of the project key cannot be opened.
            UnsupportedByServerError: For an API key on servers of 2024 before autumn, while a
                person without an account is invited to the organization.
        """
        return self._native.invite_member(email, project, expect_fingerprint, timeout)

    @blocking
    def set_role(
        self, member_id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Member]:
        """Gives a member one role in a project, in place of all roles that they have there.

        Args:
            member_id: The membership's id, as in :attr:`Member.id`; not the user's.
            role: The member's new role: ``admin`` or ``member``; on servers since 2024 also
                ``viewer``, ``no-access`` or the slug of a custom role.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if it
                has no such member.
            PermissionDeniedError: Unless the user is an administrator of the project.
            InvalidInputError: If the server has no such role.
        """
        return self._native.set_member_role(member_id, role, project, timeout)

    @blocking
    def deny(
        self,
        member_id: str,
        denied: Iterable[DeniedPermission | Mapping[str, str]],
        *,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Member]:
        """Denies a member permissions in environments, whatever the member's role.

        Only May 2023 servers support this. The list replaces all that was denied before; an empty
        list allows everything again.

        A member who is denied both ``read`` and ``write`` in an environment does not see the
        environment either.

        Only the server enforces this: the member keeps the project key.

        Args:
            member_id: The membership's id, as in :attr:`Member.id`; not the user's.
            denied: The denied permissions, each with the slug of an environment and ``read`` or
                ``write``. Each is a :class:`DeniedPermission`, or a mapping such as
                ``{"environment": "prod", "permission": "write"}``.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if it
                has no such member or environment.
            InvalidInputError: If a permission is neither ``read`` nor ``write``.
            UnsupportedByServerError: On servers since 2024, where roles say it, see
                :meth:`Members.set_role`.
            PermissionDeniedError: For an API key, or if the user is not allowed to do it.
        """
        return self._native.deny_member_permissions(
            member_id, record_list("denied", DeniedPermission, denied), project, timeout
        )

    @blocking
    def remove(
        self, member_id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[RemovedMember]:
        """Removes a member from a project, with the server's copy of their key.

        They may still know the project key, as :attr:`RemovedMember.warning` says. Where that
        matters, replace the key with :meth:`Projects.rotate_key` and change the values; on servers
        that cannot do that, create a new project, store new values in it, and delete this one.

        Args:
            member_id: The membership's id, as in :attr:`Member.id`; not the user's.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if it
                has no such member.
            PermissionDeniedError: Unless the user is an administrator of the project.
        """
        return self._native.remove_member(member_id, project, timeout)

    @blocking
    def share_key(
        self,
        member_id: str,
        *,
        project: str | None = None,
        expect_fingerprint: str | None = None,
        timeout: float | None = None,
    ) -> Call[Member]:
        """Shares the project key with a member who is in the project without it.

        This library seals the key to the member's public key. Doing so again is harmless.

        Args:
            member_id: The membership's id, as in :attr:`Member.id`; not the user's.
            project: Id or slug of the project; the client's by default.
            expect_fingerprint: The fingerprint of the public key to seal to, learned from its owner
                and not from the server, in any form of a ``Fingerprint``. With any other key the
                call fails and nothing is sealed. Not checked by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if it
                has no such member.
            PermissionDeniedError: On servers since 2024 if the user's role in the project does not
                allow it.
            KeyUnavailableError: If the member has not finished signing up and has no public key, if
                the user has no project key to share, or if the credential does not open the private
                key of the user.
            IntegrityViolationError: If the member's public key is not the expected one or is not
                safe to seal to, or if the server may have replaced the project key (see
                ``trusted_sealers``). Nothing is shared then. It also occurs after the key was
                shared, if a server since June 2024 has a copy of it and the client requires
                end-to-end encryption.
            TamperingSuspectedError: If the trust store of the client knows another public key of
                the member, unless ``expect_fingerprint`` confirms the new one. Nothing is shared
                then.
            InvalidInputError: If ``expect_fingerprint`` is in no form of a fingerprint.
            DecryptionFailedError: If the user's own copy of the project key cannot be opened.
        """
        return self._native.share_key_with_member(member_id, project, expect_fingerprint, timeout)

    @blocking
    def fingerprint(
        self,
        *,
        member_id: str | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Fingerprint]:
        """Returns the fingerprint of the user's own public key, or of a member's.

        Read out your own to a colleague. It is computed from the private key, so the server cannot
        change it. That of a member is of the public key that the server shows for them. Compare it
        with what that member reads out, and pass what they read out as ``expect_fingerprint`` or
        ``trusted_sealers``.

        Args:
            member_id: The id of a membership, as in :attr:`Member.id`; not the user's id. By
                default the user's own key is meant, which is the same in every project.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            KeyUnavailableError: If the credential does not open the private key of the user, or if
                the member has not finished signing up and has no public key.
            NotFoundError: If there is no such project, if the user is not a member of it, or if it
                has no such member.
            IntegrityViolationError: If the public key that the server holds for the user does not
                belong to the user's private key, or if the member's public key is not safe to seal
                to.
            DecryptionFailedError: If the private key of the user cannot be decrypted.
            InvalidInputError: If a member is given, and neither the call nor the client names a
                project.
        """
        return self._native.member_fingerprint(member_id, project, timeout)


class AsyncMembers(Resource):
    """The methods of :class:`Members` as coroutines."""

    __slots__ = ()

    list = awaiting(Members.list)
    invite = awaiting(Members.invite)
    set_role = awaiting(Members.set_role)
    deny = awaiting(Members.deny)
    remove = awaiting(Members.remove)
    share_key = awaiting(Members.share_key)
    fingerprint = awaiting(Members.fingerprint)
