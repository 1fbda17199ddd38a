// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Members of projects.
///
/// Every method fails with ``InfisicalError/permissionDenied(_:)`` for the credential of a program,
/// such as a service token. It fails with ``InfisicalError/invalidInput(_:)`` if neither the call
/// nor the client names a project, or if the project's id is malformed.
///
/// Protocol: `/api/v2/workspace/{id}/memberships` on May 2023 servers and
/// `/api/v1/workspace/{id}/memberships` on later ones, `/api/v1/workspace/{id}/invite-signup`,
/// `/api/v1/key`, `/api/v1/workspace/{id}/key` and `/api/v1/membership`.
public struct Members: Sendable {
    let native: NativeClient

    /// Lists the members of a project.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member
    ///     of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role in the project does not allow
    ///     it.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Member] {
        try await perform {
            let answer = try await native.listMembers(project: project, timeout: timeout?.inSeconds)
            return try answer.map(Member.init)
        }
    }

    /// Adds a member of the organization to a project and gives them the project key. This library
    /// seals the key to their public key.
    ///
    /// People who are in the project already stay as they are. On May 2023 servers they get the key
    /// again, so that an interrupted invitation can be repeated.
    ///
    /// On servers since autumn 2024, a person can join a project whose key only the server has.
    /// They get no key then, need no key pair, and can be added before they accept the invitation
    /// to the organization.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the invited person.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - expectFingerprint: The fingerprint of the public key to seal to, learned from its owner
    ///     and not from the server, in any form of a `Fingerprint`. With any other key the call
    ///     fails and nothing is sealed. Not checked by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if nobody with that address has joined the organization.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role in the project does not allow
    ///     it, or for an API key on servers since autumn 2024.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the invited person has not finished signing up,
    ///     if the user has no project key to share, or if the credential does not open the private
    ///     key of the user.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the person's public key is not the expected
    ///     one, is not safe to seal to, or changes during the invitation; nobody is given the key
    ///     then. It also occurs if the server accepts the invitation and does not list the member,
    ///     if it may have replaced the project key (see `trustedSealers`), or, after the key was
    ///     shared, if a server since June 2024 has a copy of it and the client requires end-to-end
    ///     encryption.
    ///   - ``InfisicalError/tamperingSuspected(_:)`` if the trust store of the client knows another
    ///     public key of the person, unless `expectFingerprint` confirms the new one. Nothing is
    ///     shared then.
    ///   - ``InfisicalError/invalidInput(_:)`` if `expectFingerprint` is in no form of a
    ///     fingerprint.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's own copy of the project key cannot
    ///     be opened.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for an API key on servers of 2024 before
    ///     autumn, while a person without an account is invited to the organization.
    @discardableResult
    public func invite(
        _ email: String,
        project: String? = nil,
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            let answer = try await native.inviteMember(
                email: email, project: project, expectFingerprint: expectFingerprint,
                timeout: timeout?.inSeconds)
            return try Member(answer)
        }
    }

    /// Gives a member one role in a project, in place of all roles that they have there.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id, as in ``Member/id``; not the user's.
    ///   - role: The member's new role: `admin` or `member`; on servers since 2024 also `viewer`,
    ///     `no-access` or the slug of a custom role.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if it has no such member.
    ///   - ``InfisicalError/permissionDenied(_:)`` unless the user is an administrator of the
    ///     project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the server has no such role.
    @discardableResult
    public func setRole(
        _ memberID: String,
        role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            let answer = try await native.setMemberRole(
                memberId: memberID, role: role, project: project, timeout: timeout?.inSeconds)
            return try Member(answer)
        }
    }

    /// Denies a member permissions in environments, whatever the member's role.
    ///
    /// Only May 2023 servers support this. The list replaces all that was denied before; an empty
    /// list allows everything again.
    ///
    /// A member who is denied both `read` and `write` in an environment does not see the
    /// environment either.
    ///
    /// Only the server enforces this: the member keeps the project key.
    ///
    /// - Parameters:
    ///   - denied: The denied permissions, each with the slug of an environment and `read` or
    ///     `write`.
    ///   - memberID: The membership's id, as in ``Member/id``; not the user's.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if it has no such member or environment.
    ///   - ``InfisicalError/invalidInput(_:)`` if a permission is neither `read` nor `write`.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers since 2024, where roles say it,
    ///     see ``Members/setRole(_:role:project:timeout:)``.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or if the user is not allowed to
    ///     do it.
    @discardableResult
    public func deny(
        _ denied: [DeniedPermission],
        to memberID: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            let answer = try await native.denyMemberPermissions(
                memberId: memberID, denied: denied.map(\.native), project: project,
                timeout: timeout?.inSeconds)
            return try Member(answer)
        }
    }

    /// Removes a member from a project, with the server's copy of their key.
    ///
    /// They may still know the project key, as ``RemovedMember/warning`` says. Where that matters,
    /// replace the key with
    /// ``Projects/rotateKey(_:dryRun:shareWithServer:expectFingerprints:onProgress:timeout:)`` and
    /// change the values; on servers that cannot do that, create a new project, store new values in
    /// it, and delete this one.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id, as in ``Member/id``; not the user's.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if it has no such member.
    ///   - ``InfisicalError/permissionDenied(_:)`` unless the user is an administrator of the
    ///     project.
    @discardableResult
    public func remove(
        _ memberID: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> RemovedMember {
        try await perform {
            let answer = try await native.removeMember(
                memberId: memberID, project: project, timeout: timeout?.inSeconds)
            return RemovedMember(answer)
        }
    }

    /// Shares the project key with a member who is in the project without it. This library seals
    /// the key to the member's public key. Doing so again is harmless.
    ///
    /// - Parameters:
    ///   - memberID: The membership's id, as in ``Member/id``; not the user's.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - expectFingerprint: The fingerprint of the public key to seal to, learned from its owner
    ///     and not from the server, in any form of a `Fingerprint`. With any other key the call
    ///     fails and nothing is sealed. Not checked by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if it has no such member.
    ///   - ``InfisicalError/permissionDenied(_:)`` on servers since 2024 if the user's role in the
    ///     project does not allow it.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the member has not finished signing up and has
    ///     no public key, if the user has no project key to share, or if the credential does not
    ///     open the private key of the user.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the member's public key is not the expected
    ///     one or is not safe to seal to, or if the server may have replaced the project key (see
    ///     `trustedSealers`). Nothing is shared then. It also occurs after the key was shared, if a
    ///     server since June 2024 has a copy of it and the client requires end-to-end encryption.
    ///   - ``InfisicalError/tamperingSuspected(_:)`` if the trust store of the client knows another
    ///     public key of the member, unless `expectFingerprint` confirms the new one. Nothing is
    ///     shared then.
    ///   - ``InfisicalError/invalidInput(_:)`` if `expectFingerprint` is in no form of a
    ///     fingerprint.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's own copy of the project key cannot
    ///     be opened.
    @discardableResult
    public func shareKey(
        _ memberID: String,
        project: String? = nil,
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Member {
        try await perform {
            let answer = try await native.shareKeyWithMember(
                memberId: memberID, project: project, expectFingerprint: expectFingerprint,
                timeout: timeout?.inSeconds)
            return try Member(answer)
        }
    }

    /// Returns the fingerprint of the user's own public key, or of a member's.
    ///
    /// Read out your own to a colleague. It is computed from the private key, so the server cannot
    /// change it. That of a member is of the public key that the server shows for them. Compare it
    /// with what that member reads out, and pass what they read out as `expectFingerprint` or
    /// `trustedSealers`.
    ///
    /// - Parameters:
    ///   - memberID: The id of a membership, as in ``Member/id``; not the user's id. By default the
    ///     user's own key is meant, which is the same in every project.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the credential does not open the private key of
    ///     the user, or if the member has not finished signing up and has no public key.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if it has no such member.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the public key that the server holds for
    ///     the user does not belong to the user's private key, or if the member's public key is not
    ///     safe to seal to.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the private key of the user cannot be
    ///     decrypted.
    ///   - ``InfisicalError/invalidInput(_:)`` if a member is given, and neither the call nor the
    ///     client names a project.
    public func fingerprint(
        memberID: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Fingerprint {
        try await perform {
            let answer = try await native.memberFingerprint(
                memberId: memberID, project: project, timeout: timeout?.inSeconds)
            return Fingerprint(answer)
        }
    }
}
