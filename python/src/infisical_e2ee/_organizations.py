"""Organizations the user belongs to."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call, Invitation
    from ._types import IncidentContact, Organization, OrganizationMember, Project, RemovedMember


class Organizations(Resource):
    """Organizations the user belongs to, as ``client.organizations``.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/organization`` and ``/api/v2/organizations`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Organization]]:
        """Every organization of the user.

        On older servers also those that only invited the user.

        Raises:
            PermissionDeniedError: The credential is a service token.
        """
        return self._native.list_organizations(timeout)

    @blocking
    def create(
        self,
        name: str,
        *,
        timeout: float | None = None,
    ) -> Call[Organization]:
        """Makes an organization whose highest role the user takes.

        Raises:
            InvalidInputError: For a blank name.
            PermissionDeniedError: For an API key.
        """
        return self._native.create_organization(name, timeout)

    @blocking
    def rename(
        self,
        id: str,
        name: str,
        *,
        timeout: float | None = None,
    ) -> Call[Organization]:
        """Gives an organization another name.

        Raises:
            InvalidInputError: For a blank name.
            NotFoundError: There is no such organization or the user is not a member.
            PermissionDeniedError: The user may not.
        """
        return self._native.rename_organization(id, name, timeout)

    @blocking
    def members(
        self,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[OrganizationMember]]:
        """Everyone in an organization, and who is invited to it.

        Raises:
            NotFoundError: There is no such organization or the user is not a member.
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
            member_id: The membership's id.
            role: ``owner`` (May 2023), ``admin``, ``member``, or ``no-access`` (2024).
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The organization has no such member.
            PermissionDeniedError: The user may not.
            InvalidInputError: The server knows no such role.
        """
        return self._native.set_organization_role(member_id, role, organization, timeout)

    @blocking
    def remove_member(
        self,
        member_id: str,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[RemovedMember]:
        """Removes a member or an invitation.

        The member's places and keys in all projects of the organization go too. They may still know
        those projects' keys, as the result's ``warning`` says.

        Args:
            member_id: The membership's id.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The organization has no such member.
            PermissionDeniedError: The user may not.
        """
        return self._native.remove_organization_member(member_id, organization, timeout)

    @blocking
    def invite(
        self,
        email: str,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[Invitation]:
        """Invites somebody to an organization.

        They accept with :meth:`Account.accept_invitation`, or sign up with ``invited_to``. Inviting
        again sends another code in place of the earlier one.

        Raises:
            ConflictError: They are a member.
            PermissionDeniedError: The user may not invite.
            InvalidInputError: For what is no e-mail address.
        """
        return self._native.invite_to_organization(email, organization, timeout)

    @blocking
    def incident_contacts(
        self,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[IncidentContact]]:
        """Whom the server tells of incidents in an organization.

        Raises:
            NotFoundError: There is no such organization or the user is not a member.
            PermissionDeniedError: The credential is a program's or an API key.
        """
        return self._native.list_incident_contacts(organization, timeout)

    @blocking
    def add_incident_contact(
        self,
        email: str,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[IncidentContact]:
        """Has an address told of incidents in an organization.

        Args:
            email: The address; it need not be a user's.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: It is told already.
            PermissionDeniedError: On servers of 2024 unless the user administers the organization,
                and for programs and API keys.
            InvalidInputError: For what is no e-mail address.
        """
        return self._native.add_incident_contact(email, organization, timeout)

    @blocking
    def remove_incident_contact(
        self,
        email: str,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[None]:
        """No longer has an address told of incidents.

        Args:
            email: The address.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The organization has no such contact.
            PermissionDeniedError: As in :meth:`add_incident_contact`.
        """
        return self._native.remove_incident_contact(email, organization, timeout)

    @blocking
    def projects(
        self,
        *,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[Project]]:
        """The projects of an organization that the user is a member of.

        Raises:
            NotFoundError: There is no such organization or the user is not a member.
            PermissionDeniedError: On May 2023 servers unless they are its owner or administrator.
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
