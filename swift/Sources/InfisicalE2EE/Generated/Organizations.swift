// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Organizations the user belongs to.
///
/// Every method fails with ``InfisicalError/permissionDenied(_:)`` for the credential of a program,
/// such as a service token. A malformed id of an organization fails with
/// ``InfisicalError/invalidInput(_:)``.
///
/// Protocol: `/api/v1/organization`, `/api/v2/organizations` and `/api/v1/invite-org`.
public struct Organizations: Sendable {
    let native: NativeClient

    /// Lists every organization of the user. Older servers also list those that only invited the
    /// user.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    public func list(timeout: Duration? = nil) async throws -> [Organization] {
        try await perform {
            let answer = try await native.listOrganizations(timeout: timeout?.inSeconds)
            return answer.map(Organization.init)
        }
    }

    /// Creates an organization. The user gets its highest role: `owner` on May 2023 servers,
    /// `admin` on later ones.
    ///
    /// - Parameters:
    ///   - name: The organization's name.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key.
    @discardableResult
    public func create(_ name: String, timeout: Duration? = nil) async throws -> Organization {
        try await perform {
            let answer = try await native.createOrganization(
                name: name, timeout: timeout?.inSeconds)
            return Organization(answer)
        }
    }

    /// Gives an organization another name. On May 2023 servers every member may do so, on later
    /// ones only administrators.
    ///
    /// - Parameters:
    ///   - id: The organization's id.
    ///   - name: The new name.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank.
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, if the user's role does not
    ///     allow it, or on servers since autumn 2024 for an organization that the client does not
    ///     act in.
    @discardableResult
    public func rename(
        _ id: String,
        to name: String,
        timeout: Duration? = nil
    ) async throws -> Organization {
        try await perform {
            let answer = try await native.renameOrganization(
                id: id, name: name, timeout: timeout?.inSeconds)
            return Organization(answer)
        }
    }

    /// Lists the members of an organization and the people who are invited to it.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` on servers since autumn 2024 for an API key or
    ///     for an organization that the client does not act in.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for an API key on servers of 2024 before
    ///     autumn, while a person without an account is invited.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
    public func members(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [OrganizationMember] {
        try await perform {
            let answer = try await native.listOrganizationMembers(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(OrganizationMember.init)
        }
    }

    /// Gives a member of an organization another role.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id, as in ``OrganizationMember/id``; not the user's.
    ///   - role: The member's new role: `owner` (May 2023), `admin`, `member`, or `no-access`
    ///     (since 2024).
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the organization has no such member; on servers
    ///     before autumn 2024 also if there is no such organization or the user is not a member of
    ///     it.
    ///   - ``InfisicalError/permissionDenied(_:)`` unless the user is an owner or administrator of
    ///     the organization, or on servers since autumn 2024 for an API key or for an organization
    ///     that the client does not act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if the server has no such role, or if neither the
    ///     call nor the client names an organization and the user does not belong to exactly one.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for an API key on servers of 2024 before
    ///     autumn, while a person without an account is invited.
    @discardableResult
    public func setRole(
        _ memberID: String,
        role: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> OrganizationMember {
        try await perform {
            let answer = try await native.setOrganizationRole(
                memberId: memberID, role: role, organization: organization,
                timeout: timeout?.inSeconds)
            return OrganizationMember(answer)
        }
    }

    /// Removes a member or an invitation from an organization. The person also loses their
    /// memberships and keys in all projects of the organization.
    ///
    /// They may still know the keys of those projects, as ``RemovedMember/warning`` says. Where
    /// that matters, replace the keys with
    /// ``Projects/rotateKey(_:dryRun:shareWithServer:expectFingerprints:onProgress:timeout:)`` and
    /// change the values; on servers that cannot do that, create new projects and store new values
    /// in them.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id, as in ``OrganizationMember/id``; not the user's.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the organization has no such member; on servers
    ///     before autumn 2024 also if there is no such organization or the user is not a member of
    ///     it.
    ///   - ``InfisicalError/permissionDenied(_:)`` unless the user is an owner or administrator of
    ///     the organization, or on servers since autumn 2024 for an API key or for an organization
    ///     that the client does not act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for an API key on servers of 2024 before
    ///     autumn, while a person without an account is invited.
    @discardableResult
    public func removeMember(
        _ memberID: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> RemovedMember {
        try await perform {
            let answer = try await native.removeOrganizationMember(
                memberId: memberID, organization: organization, timeout: timeout?.inSeconds)
            return RemovedMember(answer)
        }
    }

    /// Invites a person to an organization. Inviting them again sends another code, in place of the
    /// earlier one.
    ///
    /// They accept with ``Account/acceptInvitation(_:to:code:timeout:)``, or sign up with
    /// `invitedTo` in
    /// ``Account/completeSignUp(email:code:password:firstName:lastName:organizationName:invitedTo:sendPassword:timeout:)``.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the invited person.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the person is a member already; on May 2023 servers
    ///     also if there is no such organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, if the user's role does not
    ///     allow it, or on servers since autumn 2024 for an organization that the client does not
    ///     act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if the text is not an e-mail address, or if neither
    ///     the call nor the client names an organization and the user does not belong to exactly
    ///     one.
    ///   - ``InfisicalError/notFound(_:)`` on servers of 2024 before autumn if there is no such
    ///     organization or the user is not a member of it.
    public func invite(
        _ email: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Invitation {
        try await perform {
            let answer = try await native.inviteToOrganization(
                email: email, organization: organization, timeout: timeout?.inSeconds)
            return Invitation(answer)
        }
    }

    /// Lists the addresses that the server notifies of incidents in an organization.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or on servers since autumn 2024
    ///     for an organization that the client does not act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
    public func incidentContacts(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [IncidentContact] {
        try await perform {
            let answer = try await native.listIncidentContacts(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(IncidentContact.init)
        }
    }

    /// Adds an address that the server notifies of incidents in an organization.
    ///
    /// - Parameters:
    ///   - email: The e-mail address; it need not be a user's.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the organization has this contact already.
    ///   - ``InfisicalError/invalidInput(_:)`` if the text is not an e-mail address, or if neither
    ///     the call nor the client names an organization and the user does not belong to exactly
    ///     one.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, on servers since 2024 unless the
    ///     user administers the organization, or on servers since autumn 2024 for an organization
    ///     that the client does not act in.
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    @discardableResult
    public func addIncidentContact(
        _ email: String,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> IncidentContact {
        try await perform {
            let answer = try await native.addIncidentContact(
                email: email, organization: organization, timeout: timeout?.inSeconds)
            return IncidentContact(answer)
        }
    }

    /// Removes an address that the server notifies of incidents in an organization.
    ///
    /// - Parameters:
    ///   - email: The e-mail address, as in ``IncidentContact/email``.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the organization has no such contact; on servers
    ///     before autumn 2024 also if there is no such organization or the user is not a member of
    ///     it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, on servers since 2024 unless the
    ///     user administers the organization, or on servers since autumn 2024 for an organization
    ///     that the client does not act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
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

    /// Lists an organization's projects that have the user as a member.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` on May 2023 servers unless the user is an owner
    ///     or administrator of the organization, or on servers since autumn 2024 for an
    ///     organization that the client does not act in.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
    public func projects(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Project] {
        try await perform {
            let answer = try await native.listOrganizationProjects(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(Project.init)
        }
    }
}
