internal import InfisicalE2EENative

/// What a member may not do in an environment.
public struct DeniedPermission: Hashable, Sendable {
    /// Slug of the environment.
    public let environment: String
    /// What they may not do there.
    public let permission: Permission

    /// A permission, denied in an environment.
    public init(environment: String, permission: Permission) {
        self.environment = environment
        self.permission = permission
    }

    init(_ native: NativeDeniedPermission) throws(InfisicalError) {
        environment = native.environment
        permission = try known(native.permission)
    }
}

/// A member of a project.
public struct Member: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The user's id.
    public let userID: String
    /// E-mail address.
    public let email: String
    /// First name.
    public let firstName: String
    /// Last name.
    public let lastName: String
    /// Roles in the project.
    public let roles: [String]
    /// Public key, as base64; `nil` until the member has finished signing up.
    public let publicKey: String?
    /// SHA-256 of the public key, as hexadecimal; `nil` without one.
    public let publicKeyFingerprint: String?
    /// What the member may not do, on May 2023 servers; on later ones roles say it.
    public let deniedPermissions: [DeniedPermission]

    init(_ native: NativeMember) throws(InfisicalError) {
        id = native.id
        userID = native.userId
        email = native.email
        firstName = native.firstName
        lastName = native.lastName
        roles = native.roles
        publicKey = native.publicKey
        publicKeyFingerprint = native.publicKeyFingerprint
        deniedPermissions = try native.deniedPermissions.map { denied throws(InfisicalError) in
            try DeniedPermission(denied)
        }
    }
}

/// Members of a project. `project` is its id, the client's by default; `timeout` is the longest a
/// call may take, if less than the client's deadline. A service token is refused with
/// ``InfisicalError/permissionDenied(_:)``.
public struct Members: Sendable {
    let native: NativeClient

    /// Everyone in the project.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Member] {
        try await perform {
            try await native.listMembers(project: project, timeout: timeout?.inSeconds)
                .map { try Member($0) }
        }
    }

    /// Makes a member of the organization a member of the project, and gives them its key, sealed
    /// here to their public key. Whoever is in already stays as they are; on May 2023 servers they
    /// get the key again, so an interrupted invitation can be repeated.
    ///
    /// - Parameter expectFingerprint: SHA-256 of the person's public key in hexadecimal, learned
    ///   from them and not from the server. With another key there, nothing is given.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the invitee has not joined the organization;
    ///   ``InfisicalError/keyUnavailable(_:)`` if the invitee has not finished signing up, or the
    ///   user has no key; ``InfisicalError/integrityViolation(_:)`` if the public key is not the
    ///   expected one, or unsafe; ``InfisicalError/invalidInput(_:)`` if the fingerprint is not 64
    ///   hexadecimal digits.
    @discardableResult
    public func invite(
        _ email: String,
        project: String? = nil,
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            try Member(
                try await native.inviteMember(
                    email: email, project: project,
                    expectFingerprint: expectFingerprint, timeout: timeout?.inSeconds))
        }
    }

    /// Gives a member one role in place of those they have.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id.
    ///   - role: `admin` or `member`; on 2024 servers also `viewer`, `no-access` or a custom role's
    ///     slug.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not;
    ///   ``InfisicalError/invalidInput(_:)`` if the server knows no such role.
    @discardableResult
    public func setRole(
        _ memberID: String,
        role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            try Member(
                try await native.setMemberRole(
                    memberId: memberID, role: role, project: project,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Says what a member may not do in which environments, on May 2023 servers. It takes the place
    /// of what was said before. Whom both are denied is not shown the environment either.
    ///
    /// The server alone sees to it: the member keeps the project key.
    ///
    /// - Parameters:
    ///   - permissions: What they may not do, and where; an empty list allows everything again.
    ///   - memberID: The membership's id.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such member or environment;
    ///   ``InfisicalError/unsupportedByServer(_:)`` on later servers, where roles say it;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys, or if the user may not.
    @discardableResult
    public func deny(
        _ permissions: [DeniedPermission],
        to memberID: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        let denied = permissions.map {
            NativeDeniedPermission(
                environment: $0.environment, permission: $0.permission.rawValue)
        }
        return try await perform {
            try Member(
                try await native.denyMemberPermissions(
                    memberId: memberID, denied: denied, project: project,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Removes a member and the server's copy of their key. They may still know the project key:
    /// where that matters, move the secrets to a new project and change their values.
    ///
    /// - Parameter memberID: The membership's id.
    /// - Returns: Who was removed, and a warning of just that to show to people.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not.
    @discardableResult
    public func remove(
        _ memberID: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> RemovedMember {
        try await perform {
            RemovedMember(
                try await native.removeMember(
                    memberId: memberID, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Seals the project key to a member who is in the project without it. Doing so again is
    /// harmless.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id.
    ///   - expectFingerprint: SHA-256 of the person's public key in hexadecimal, learned from them
    ///     and not from the server. With another key there, nothing is given.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such member;
    ///   ``InfisicalError/keyUnavailable(_:)`` if the member has no public key, or the user has no
    ///   key; ``InfisicalError/integrityViolation(_:)`` if the public key is not the expected one,
    ///   or unsafe.
    @discardableResult
    public func shareKey(
        _ memberID: String,
        project: String? = nil,
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            try Member(
                try await native.shareKeyWithMember(
                    memberId: memberID, project: project,
                    expectFingerprint: expectFingerprint, timeout: timeout?.inSeconds))
        }
    }
}
