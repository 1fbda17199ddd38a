"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call, Invitation
    from .._types import IncidentContact, Organization, OrganizationMember, Project, RemovedMember


class Organizations(Resource):
    """Organizations the user belongs to.

    Every method fails with :class:`PermissionDeniedError` for the credential of a program, such as
    a service token. A malformed id of an organization fails with :class:`InvalidInputError`.

    Protocol: ``/api/v1/organization``, ``/api/v2/organizations`` and ``/api/v1/invite-org``.
    """

    __slots__ = ()

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Organization]]:
        """Lists every organization of the user.

        Older servers also list those that only invited the user.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.
        """
        return self._native.list_organizations(timeout)

    @blocking
    def create(self, name: str, *, timeout: float | None = None) -> Call[Organization]:
        """Creates an organization.

        The user gets its highest role: ``owner`` on May 2023 servers, ``admin`` on later ones.

        Args:
            name: The organization's name.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank.
            PermissionDeniedError: For an API key.
        """
        return self._native.create_organization(name, timeout)

    @blocking
    def rename(self, id: str, name: str, *, timeout: float | None = None) -> Call[Organization]:
        """Gives an organization another name.

        On May 2023 servers every member may do so, on later ones only administrators.

        Args:
            id: The organization's id.
            name: The new name.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank.
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: For an API key, if the user's role does not allow it, or on
                servers since autumn 2024 for an organization that the client does not act in.
        """
        return self._native.rename_organization(id, name, timeout)

    @blocking
    def members(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[OrganizationMember]]:
        """Lists the members of an organization and the people who are invited to it.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: On servers since autumn 2024 for an API key or for an
                organization that the client does not act in.
            UnsupportedByServerError: For an API key on servers of 2024 before autumn, while a
                person without an account is invited.
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
        """
        return self._native.list_organization_members(organization, timeout)

    @blocking
    def set_role(
        self,
        member_id: str,
        role: str,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[OrganizationMember]:
        """Gives a member of an organization another role.

        Args:
            member_id: The membership's id, as in :attr:`OrganizationMember.id`; not the user's.
            role: The member's new role: ``owner`` (May 2023), ``admin``, ``member``, or
                ``no-access`` (since 2024).
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the organization has no such member; on servers before autumn 2024
                also if there is no such organization or the user is not a member of it.
            PermissionDeniedError: Unless the user is an owner or administrator of the organization,
                or on servers since autumn 2024 for an API key or for an organization that the
                client does not act in.
            InvalidInputError: If the server has no such role, or if neither the call nor the client
                names an organization and the user does not belong to exactly one.
            UnsupportedByServerError: For an API key on servers of 2024 before autumn, while a
                person without an account is invited.
        """
        return self._native.set_organization_role(member_id, role, organization, timeout)

    @blocking
    def remove_member(
        self, member_id: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[RemovedMember]:
        """Removes a member or an invitation from an organization.

        The person also loses their memberships and keys in all projects of the organization.

        They may still know the keys of those projects, as :attr:`RemovedMember.warning` says. Where
        that matters, replace the keys with :meth:`Projects.rotate_key` and change the values; on
        servers that cannot do that, create new projects and store new values in them.

        Args:
            member_id: The membership's id, as in :attr:`OrganizationMember.id`; not the user's.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the organization has no such member; on servers before autumn 2024
                also if there is no such organization or the user is not a member of it.
            PermissionDeniedError: Unless the user is an owner or administrator of the organization,
                or on servers since autumn 2024 for an API key or for an organization that the
                client does not act in.
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
            UnsupportedByServerError: For an API key on servers of 2024 before autumn, while a
                person without an account is invited.
        """
        return self._native.remove_organization_member(member_id, organization, timeout)

    @blocking
    def invite(
        self, email: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[Invitation]:
        """Invites a person to an organization.

        Inviting them again sends another code, in place of the earlier one.

        They accept with :meth:`Account.accept_invitation`, or sign up with ``invited_to`` in
        :meth:`Account.complete_sign_up`.

        Args:
            email: The e-mail address of the invited person.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the person is a member already; on May 2023 servers also if there is
                no such organization or the user is not a member of it.
            PermissionDeniedError: For an API key, if the user's role does not allow it, or on
                servers since autumn 2024 for an organization that the client does not act in.
            InvalidInputError: If the text is not an e-mail address, or if neither the call nor the
                client names an organization and the user does not belong to exactly one.
            NotFoundError: On servers of 2024 before autumn if there is no such organization or the
                user is not a member of it.
        """
        return self._native.invite_to_organization(email, organization, timeout)

    @blocking
    def incident_contacts(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[IncidentContact]]:
        """Lists the addresses that the server notifies of incidents in an organization.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: For an API key, or on servers since autumn 2024 for an
                organization that the client does not act in.
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
        """
        return self._native.list_incident_contacts(organization, timeout)

    @blocking
    def add_incident_contact(
        self, email: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[IncidentContact]:
        """Adds an address that the server notifies of incidents in an organization.

        Args:
            email: The e-mail address; it need not be a user's.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the organization has this contact already.
            InvalidInputError: If the text is not an e-mail address, or if neither the call nor the
                client names an organization and the user does not belong to exactly one.
            PermissionDeniedError: For an API key, on servers since 2024 unless the user administers
                the organization, or on servers since autumn 2024 for an organization that the
                client does not act in.
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
        """
        return self._native.add_incident_contact(email, organization, timeout)

    @blocking
    def remove_incident_contact(
        self, email: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Removes an address that the server notifies of incidents in an organization.

        Args:
            email: The e-mail address, as in :attr:`IncidentContact.email`.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the organization has no such contact; on servers before autumn 2024
                also if there is no such organization or the user is not a member of it.
            PermissionDeniedError: For an API key, on servers since 2024 unless the user administers
                the organization, or on servers since autumn 2024 for an organization that the
                client does not act in.
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
        """
        return self._native.remove_incident_contact(email, organization, timeout)

    @blocking
    def projects(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Project]]:
        """Lists an organization's projects that have the user as a member.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: On servers before autumn 2024 if there is no such organization or the
                user is not a member of it.
            PermissionDeniedError: On May 2023 servers unless the user is an owner or administrator
                of the organization, or on servers since autumn 2024 for an organization that the
                client does not act in.
            InvalidInputError: If neither the call nor the client names an organization and the user
                does not belong to exactly one.
        """
        return self._native.list_organization_projects(organization, timeout)


class AsyncOrganizations(Resource):
    """The methods of :class:`Organizations` as coroutines."""

    __slots__ = ()

    list = awaiting(Organizations.list)
    create = awaiting(Organizations.create)
    rename = awaiting(Organizations.rename)
    members = awaiting(Organizations.members)
    set_role = awaiting(Organizations.set_role)
    remove_member = awaiting(Organizations.remove_member)
    invite = awaiting(Organizations.invite)
    incident_contacts = awaiting(Organizations.incident_contacts)
    add_incident_contact = awaiting(Organizations.add_incident_contact)
    remove_incident_contact = awaiting(Organizations.remove_incident_contact)
    projects = awaiting(Organizations.projects)
