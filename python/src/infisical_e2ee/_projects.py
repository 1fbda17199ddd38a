"""Projects, and the organizations they belong to."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call, Invitation
    from ._types import (
        BlindIndexReport,
        IncidentContact,
        OpenedKey,
        Organization,
        OrganizationMember,
        Project,
        RemovedMember,
    )


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
            PermissionDeniedError: The user may not.
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
            PermissionDeniedError: The user may not.
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


class Projects(Resource):
    """Projects and their keys, as ``client.projects``.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace`` and ``/api/v2/workspace``, for blind indices
    ``/api/v3/workspaces/{id}/secrets``, for the server's key ``/api/v1/bot`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self, name: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[Project]:
        """Makes a project whose key is made here and sealed to the user.

        On servers since spring 2024 the server makes the key, and this opens and checks it.

        Args:
            name: The project's name.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
        """
        return self._native.create_project(name, organization, timeout)

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Project]]:
        """Every project the user is a member of.

        Raises:
            PermissionDeniedError: The credential is a service token.
        """
        return self._native.list_projects(timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[Project]:
        """One project, by id.

        Raises:
            NotFoundError: There is none, or the user is not a member.
        """
        return self._native.get_project(id, timeout)

    @blocking
    def open_key(self, id: str, *, timeout: float | None = None) -> Call[OpenedKey]:
        """Opens the key of a project and keeps it, as the first use of its secrets would.

        Tells early whether this credential can decrypt.

        Raises:
            KeyUnavailableError: Nobody has shared the key with the user yet, or the credential
                opens no private key.
            DecryptionFailedError: The user's copy of the key was changed.
        """
        return self._native.open_project_key(id, timeout)

    @blocking
    def rename(self, id: str, name: str, *, timeout: float | None = None) -> Call[Project]:
        """Gives a project another name; its slug stays.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user may not.
            InvalidInputError: The name is blank.
        """
        return self._native.rename_project(id, name, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a project with every secret in it. There is no way back.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is no administrator of it.
        """
        return self._native.delete_project(id, timeout)

    @blocking
    def set_auto_capitalization(
        self, id: str, enabled: bool, *, timeout: float | None = None
    ) -> Call[Project]:
        """Whether the server's own pages write names of secrets in capitals.

        Names stored by this library stay as given.

        Raises:
            PermissionDeniedError: The user may not.
        """
        return self._native.set_auto_capitalization(id, enabled, timeout)

    @blocking
    def set_version_limit(
        self, id: str, limit: int, *, timeout: float | None = None
    ) -> Call[Project]:
        """How many versions of each secret and folder the server is to keep.

        What is beyond that, it deletes for good.

        Args:
            id: The project's id.
            limit: How many, 1 to 100.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The limit is not between 1 and 100.
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is no administrator of it.
            UnsupportedByServerError: The server is older than June 2024.
        """
        return self._native.set_version_limit(id, limit, timeout)

    @blocking
    def leave(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Takes the user out of a project, and forgets its key.

        Whoever wants back in has to be invited.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is its only administrator.
            UnsupportedByServerError: The server is older than spring 2024.
        """
        return self._native.leave_project(id, timeout)

    @blocking
    def share_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Gives the server the key, and with it every secret the project has, had or will have.

        That ends its end-to-end encryption. Nothing happens if the server has the key already, as
        of every project made since spring 2024.

        Raises:
            KeyUnavailableError: The user has no key of the project.
            IntegrityViolationError: The server's public key is unsafe. Nothing was given.
        """
        return self._native.share_key_with_server(id, timeout)

    @blocking
    def stop_sharing_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to delete its copy of the key.

        It may have kept the key and whatever it read. Nothing happens if it has none.

        Raises:
            UnsupportedByServerError: The server made the key.
        """
        return self._native.stop_sharing_key_with_server(id, timeout)

    @blocking
    def is_key_shared_with_server(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Whether the server says it has a copy of the key.

        Always true for projects made since spring 2024.

        Raises:
            NotFoundError: There is none, or the user is not a member.
        """
        return self._native.is_key_shared_with_server(id, timeout)

    @blocking
    def blind_index_status(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Whether every secret of the project can be found by name.

        Raises:
            PermissionDeniedError: The user is no administrator of it.
        """
        return self._native.blind_index_status(id, timeout)

    @blocking
    def enable_blind_indices(
        self, id: str, *, timeout: float | None = None
    ) -> Call[BlindIndexReport]:
        """Makes every secret of an old project be found by name.

        Decrypts the names here and tells the server, which stores a keyed hash of each. May be
        repeated after an interruption.

        Raises:
            PermissionDeniedError: The user is no administrator of it.
            KeyUnavailableError: The user has no key of the project.
        """
        return self._native.enable_blind_indices(id, timeout)


class AsyncProjects(Resource):
    """The methods of :class:`Projects` as coroutines."""

    __slots__ = ()

    create = awaiting(Projects.create)
    list = awaiting(Projects.list)
    get = awaiting(Projects.get)
    open_key = awaiting(Projects.open_key)
    rename = awaiting(Projects.rename)
    delete = awaiting(Projects.delete)
    set_auto_capitalization = awaiting(Projects.set_auto_capitalization)
    set_version_limit = awaiting(Projects.set_version_limit)
    leave = awaiting(Projects.leave)
    share_key_with_server = awaiting(Projects.share_key_with_server)
    stop_sharing_key_with_server = awaiting(Projects.stop_sharing_key_with_server)
    is_key_shared_with_server = awaiting(Projects.is_key_shared_with_server)
    blind_index_status = awaiting(Projects.blind_index_status)
    enable_blind_indices = awaiting(Projects.enable_blind_indices)
