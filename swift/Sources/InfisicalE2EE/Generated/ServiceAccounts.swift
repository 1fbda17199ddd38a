// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Service accounts, on servers of May 2023.
///
/// A program acts as a service account after
/// ``ServiceAccounts/create(_:organization:expiresIn:timeout:)``, and a
/// ``ServiceAccounts/grant(_:project:environment:permissions:expectFingerprint:timeout:)`` for each
/// environment. Only the user who created an account manages it.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on later servers, which have
/// machine identities instead. It fails with ``InfisicalError/permissionDenied(_:)`` if the
/// credential is an API key or not a user's, or for an account of another user. A text that cannot
/// be an id fails with ``InfisicalError/invalidInput(_:)``.
///
/// Protocol: `/api/v2/service-accounts`.
public struct ServiceAccounts: Sendable {
    let native: NativeClient

    /// Creates a service account with a key pair. The client generates the key pair and never sends
    /// the private key. Alone the account can do nothing: it needs a
    /// ``ServiceAccounts/grant(_:project:environment:permissions:expectFingerprint:timeout:)``.
    ///
    /// The access key and the private key are only in the result; they cannot be shown again.
    ///
    /// - Parameters:
    ///   - name: The account's name, for people.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - expiresIn: How long the account is valid, in whole seconds; forever by default. Servers
    ///     of May 2023 store the time and ignore it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty or has white space around it,
    ///     for a time below one second, or if the user does not belong to exactly one organization
    ///     and neither the call nor the client names one.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such organization or the user is not a
    ///     member.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the credential opens no private key of the
    ///     user, who could then grant nothing.
    public func create(
        _ name: String,
        organization: String? = nil,
        expiresIn: Duration? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedServiceAccount {
        try await perform {
            let answer = try await native.createServiceAccount(
                name: name, organization: organization, expiresIn: expiresIn?.inSeconds,
                timeout: timeout?.inSeconds)
            return CreatedServiceAccount(answer)
        }
    }

    /// Lists every service account of an organization, also those of other users. Only owners and
    /// administrators of the organization may do this.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the user does not belong to exactly one
    ///     organization and neither the call nor the client names one.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such organization or the user is not a
    ///     member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an owner or administrator of
    ///     the organization.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ServiceAccount] {
        try await perform {
            let answer = try await native.listServiceAccounts(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(ServiceAccount.init)
        }
    }

    /// Renames a service account.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - newName: The new name.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no service account of that id.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty or has white space around it.
    @discardableResult
    public func rename(
        _ id: String,
        to newName: String,
        timeout: Duration? = nil
    ) async throws -> ServiceAccount {
        try await perform {
            let answer = try await native.renameServiceAccount(
                id: id, newName: newName, timeout: timeout?.inSeconds)
            return ServiceAccount(answer)
        }
    }

    /// Deletes a service account with its permissions and copies of keys. Its access key stops
    /// working.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no service account of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteServiceAccount(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Lists where a service account has access, and what it may do there.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no service account of that id.
    public func permissions(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [ServiceAccountPermission] {
        try await perform {
            let answer = try await native.listServiceAccountPermissions(
                id: id, timeout: timeout?.inSeconds)
            return try answer.map(ServiceAccountPermission.init)
        }
    }

    /// Gives a service account access to an environment, and the project key. The client seals the
    /// key to the account's public key. By default the account may only read there.
    ///
    /// With `expectFingerprint`, the fingerprint of the account's public key, nothing is granted if
    /// the server shows another key.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - environment: Slug of the environment; the client's by default.
    ///   - permissions: What the account may do there: `read`, `write` or both; only `read` by
    ///     default.
    ///   - expectFingerprint: The fingerprint of the public key to seal to, learned from its owner
    ///     and not from the server, in any form of a `Fingerprint`. With any other key the call
    ///     fails and nothing is sealed. Not checked by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such account, project or environment, or
    ///     the user is not a member.
    ///   - ``InfisicalError/conflict(_:)`` if the account has access to the environment already.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project to share, or
    ///     if the credential opens no private key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the account's public key is not the
    ///     expected one, or is not safe to seal to, or if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is granted.
    ///   - ``InfisicalError/tamperingSuspected(_:)`` if the trust store of the client knows another
    ///     public key of the account, unless `expectFingerprint` confirms the new one. Nothing is
    ///     granted then.
    ///   - ``InfisicalError/invalidInput(_:)`` if no permission is given or there is no such
    ///     permission, if the fingerprint is in no form of a fingerprint, or if neither the call
    ///     nor the client names the project and the environment.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user may not do in the environment what
    ///     is to be granted.
    @discardableResult
    public func grant(
        _ id: String,
        project: String? = nil,
        environment: String? = nil,
        permissions: [Permission] = [.read],
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> ServiceAccountPermission {
        let grant = NativeServiceAccountGrant(
            project: project, environment: environment, permissions: permissions.map(\.rawValue),
            expectFingerprint: expectFingerprint)
        return try await perform {
            let answer = try await native.grantServiceAccount(
                id: id, grant: grant, timeout: timeout?.inSeconds)
            return try ServiceAccountPermission(answer)
        }
    }

    /// Takes a permission back from a service account. With its last permission in a project, the
    /// account also loses its copy of the project key.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - permissionID: The id of the permission, as ``ServiceAccounts/permissions(_:timeout:)``
    ///     lists it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such account or permission.
    public func revoke(
        _ id: String,
        permission permissionID: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.revokeServiceAccountPermission(
                id: id, permissionId: permissionID, timeout: timeout?.inSeconds)
        }
    }

    /// Lists the project keys that a service account has a copy of.
    ///
    /// There is one for each project that it has access to. Each copy is sealed to the account's
    /// public key, and the key itself is not shown. After
    /// ``ServiceAccounts/revoke(_:permission:timeout:)`` the list shows whether the account still
    /// has a copy.
    ///
    /// - Parameters:
    ///   - id: The service account's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no service account of that id.
    public func keys(_ id: String, timeout: Duration? = nil) async throws -> [ServiceAccountKey] {
        try await perform {
            let answer = try await native.listServiceAccountKeys(
                id: id, timeout: timeout?.inSeconds)
            return answer.map(ServiceAccountKey.init)
        }
    }
}
