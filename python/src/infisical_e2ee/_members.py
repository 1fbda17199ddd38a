"""Members of a project."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._arguments import record_list
from ._calls import Resource, awaiting, blocking
from ._types import DeniedPermission

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._native import Call
    from ._types import Member, RemovedMember


class Members(Resource):
    """Members of a project, as ``client.members``.

    ``project`` is the project's id; the client's by default. ``timeout`` limits the call in
    seconds, beside the client's ``deadline``. Service tokens get a :class:`PermissionDeniedError`.

    Protocol: ``/api/v1/workspace/{id}/memberships``, later ``/api/v2``, ``/api/v1/key`` and
    ``/api/v1/membership`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Member]]:
        """Everyone in the project.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
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
        """Makes a member of the organization a member of the project, and gives them its key.

        The key is sealed here to their public key. Whoever is in already stays as they are; on May
        2023 servers they get the key again, so an interrupted invitation can be repeated.

        Args:
            email: The invitee's address.
            project: Id of the project; the client's by default.
            expect_fingerprint: SHA-256 of the invitee's public key in hexadecimal, learned from
                them and not from the server.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The invitee has not joined the organization.
            KeyUnavailableError: The invitee has not finished signing up, or the user has no key.
            IntegrityViolationError: The public key is not the expected one, or unsafe. Nothing was
                given.
            InvalidInputError: The fingerprint is not 64 hexadecimal digits.
        """
        return self._native.invite_member(email, project, expect_fingerprint, timeout)

    @blocking
    def set_role(
        self, member_id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Member]:
        """Gives a member one role in place of those they have.

        Args:
            member_id: The membership's id.
            role: ``admin`` or ``member``; on 2024 servers also ``viewer``, ``no-access`` or a
                custom role's slug.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The project has no such member.
            PermissionDeniedError: The user may not.
            InvalidInputError: The server knows no such role.
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
        """Says what a member may not do, whatever the role, in place of all that was denied before.

        Only on May 2023 servers; on later ones a role says it. Whom both are denied is not shown
        the environment either. The server alone sees to it: the member keeps the project key.

        Args:
            member_id: The membership's id.
            denied: What is not allowed, and where: ``{"environment": "prod", "permission":
                "write"}`` or :class:`DeniedPermission`. With nothing in it, everything is allowed
                again.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            UnsupportedByServerError: On later servers.
            NotFoundError: The project has no such member or environment.
            PermissionDeniedError: The user may not, or the credential is a program's.
            InvalidInputError: A permission is none, or ``denied`` is one instead of several.
        """
        permissions = record_list("denied", DeniedPermission, denied)
        return self._native.deny_member_permissions(member_id, permissions, project, timeout)

    @blocking
    def remove(
        self, member_id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[RemovedMember]:
        """Removes a member and the server's copy of their key.

        They may still know the project key, as the result's ``warning`` says: where that matters,
        move the secrets to a new project, change their values, and delete this one.

        Args:
            member_id: The membership's id.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The project has no such member.
            PermissionDeniedError: The user may not.
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
        """Seals the project key to a member who is in the project without it.

        Doing so again is harmless. ``expect_fingerprint`` is as in :meth:`invite`.

        Raises:
            NotFoundError: The project has no such member.
            KeyUnavailableError: The member has no public key, or the user has no key.
            IntegrityViolationError: The public key is not the expected one, or unsafe.
            InvalidInputError: The fingerprint is not 64 hexadecimal digits.
        """
        return self._native.share_key_with_member(member_id, project, expect_fingerprint, timeout)


class AsyncMembers(Resource):
    """The methods of :class:`Members` as coroutines."""

    __slots__ = ()

    list = awaiting(Members.list)
    invite = awaiting(Members.invite)
    set_role = awaiting(Members.set_role)
    deny = awaiting(Members.deny)
    remove = awaiting(Members.remove)
    share_key = awaiting(Members.share_key)
