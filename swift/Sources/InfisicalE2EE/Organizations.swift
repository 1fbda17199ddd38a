internal import InfisicalE2EENative

/// That somebody was invited to an organization.
public struct Invitation: Hashable, Sendable {
    /// The address invited.
    public let email: String
    /// The organization.
    public let organizationID: String
    /// The link to send them, from servers that send no mail themselves. It lets its holder join.
    public let link: String?
    /// The code in that link.
    public let code: String?

    init(_ native: NativeInvitation) {
        email = native.email
        organizationID = native.organizationId
        link = native.link
        code = native.code
    }
}

extension Invitation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of link and code.
    public var description: String { "Invitation" }
    public var debugDescription: String { description }

    /// Everything but link and code.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["email": email, "organizationID": organizationID],
            displayStyle: .struct)
    }
}

/// Organizations the user belongs to.
public struct Organizations: Sendable {
    let native: NativeClient

    /// Every organization the user is a member of.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` for a service token.
    public func list(timeout: Duration? = nil) async throws -> [Organization] {
        try await perform {
            try await native.listOrganizations(timeout: timeout?.inSeconds)
                .map { Organization($0) }
        }
    }

    /// Makes an organization whose highest role the user takes.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a blank name;
    ///   ``InfisicalError/permissionDenied(_:)`` for an API key.
    @discardableResult
    public func create(_ name: String, timeout: Duration? = nil) async throws -> Organization {
        try await perform {
            Organization(
                try await native.createOrganization(name: name, timeout: timeout?.inSeconds))
        }
    }

    /// Gives an organization another name.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a blank name;
    ///   ``InfisicalError/notFound(_:)`` if there is no such organization or the user is not a
    ///   member; ``InfisicalError/permissionDenied(_:)`` if the user may not.
    @discardableResult
    public func rename(
        _ id: String,
        to name: String,
        timeout: Duration? = nil
    ) async throws -> Organization {
        try await perform {
            Organization(
                try await native.renameOrganization(id: id, name: name, timeout: timeout?.inSeconds)
            )
        }
    }

    /// Everyone in an organization, and who is invited to it.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such organization or the user is
    ///   not a member.
    public func members(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [OrganizationMember] {
        try await perform {
            try await native.listOrganizationMembers(
                organization: organization, timeout: timeout?.inSeconds
            ).map { OrganizationMember($0) }
        }
    }

    /// Gives a member of an organization another role.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id.
    ///   - role: `owner` (May 2023), `admin`, `member`, or `no-access` (2024).
    /// - Throws: ``InfisicalError/notFound(_:)`` if the organization has no such member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not;
    ///   ``InfisicalError/invalidInput(_:)`` if the server knows no such role.
    @discardableResult
    public func setRole(
        _ memberID: String,
        role: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> OrganizationMember {
        try await perform {
            OrganizationMember(
                try await native.setOrganizationRole(
                    memberId: memberID, role: role, organization: organization,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Removes a member or an invitation, with the member's places and keys in all projects of the
    /// organization. They may still know those projects' keys: where that matters, move the secrets
    /// to a new project and change their values.
    ///
    /// - Parameter memberID: The membership's id.
    /// - Returns: Who was removed, and a warning of just that to show to people.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the organization has no such member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not.
    @discardableResult
    public func removeMember(
        _ memberID: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> RemovedMember {
        try await perform {
            RemovedMember(
                try await native.removeOrganizationMember(
                    memberId: memberID, organization: organization, timeout: timeout?.inSeconds))
        }
    }

    /// Invites somebody to an organization. They accept with `Account.acceptInvitation`, or sign up
    /// with `invitedTo`. Inviting again sends another code in place of the earlier one.
    ///
    /// - Throws: ``InfisicalError/conflict(_:)`` if they are a member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not invite;
    ///   ``InfisicalError/invalidInput(_:)`` for what is no e-mail address.
    public func invite(
        _ email: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Invitation {
        try await perform {
            Invitation(
                try await native.inviteToOrganization(
                    email: email, organization: organization, timeout: timeout?.inSeconds))
        }
    }

    /// Whom the server tells of incidents.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such organization or the user is
    ///   not a member; ``InfisicalError/permissionDenied(_:)`` for programs and API keys.
    public func incidentContacts(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [IncidentContact] {
        try await perform {
            try await native.listIncidentContacts(
                organization: organization, timeout: timeout?.inSeconds
            ).map { IncidentContact($0) }
        }
    }

    /// Has the server tell an address of incidents.
    ///
    /// - Throws: ``InfisicalError/conflict(_:)`` if it does already;
    ///   ``InfisicalError/invalidInput(_:)`` for what is no e-mail address;
    ///   ``InfisicalError/permissionDenied(_:)`` on servers of 2024 unless the user administers the
    ///   organization.
    @discardableResult
    public func addIncidentContact(
        _ email: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> IncidentContact {
        try await perform {
            IncidentContact(
                try await native.addIncidentContact(
                    email: email, organization: organization, timeout: timeout?.inSeconds))
        }
    }

    /// Has the server no longer tell an address of incidents.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if it does not;
    ///   ``InfisicalError/permissionDenied(_:)`` as for
    ///   ``addIncidentContact(_:organization:timeout:)``.
    public func removeIncidentContact(
        _ email: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.removeIncidentContact(
                email: email, organization: organization, timeout: timeout?.inSeconds)
        }
    }

    /// The projects of an organization that the user is a member of.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such organization or the user is
    ///   not a member; ``InfisicalError/permissionDenied(_:)`` on May 2023 servers unless they are
    ///   its owner or administrator.
    public func projects(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Project] {
        try await perform {
            try await native.listOrganizationProjects(
                organization: organization, timeout: timeout?.inSeconds
            ).map { Project($0) }
        }
    }
}
