// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Dynamic secrets, on servers since June 2024.
///
/// The server makes a credential of a database or another service when a program asks for one, and
/// removes it after a time.
///
/// **This is not end-to-end encryption.** The server makes these credentials and knows them. A
/// client that requires end-to-end encryption lists and revokes leases, and refuses to create one.
///
/// An administrator defines dynamic secrets in the web interface. Servers need a license for them:
/// without one, they create and renew no leases.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on older servers. It fails
/// with ``InfisicalError/permissionDenied(_:)`` for service tokens, service accounts and API keys,
/// or if the role does not allow it. It fails with ``InfisicalError/notFound(_:)`` if there is no
/// such project, environment or folder, or if the caller is not a member. It fails with
/// ``InfisicalError/invalidInput(_:)`` if the project or the environment is missing, and with
/// ``InfisicalError/integrityViolation(_:)`` if the server answers with another dynamic secret or
/// lease.
///
/// Protocol: `/api/v1/dynamic-secrets`.
public struct DynamicSecrets: Sendable {
    let native: NativeClient

    /// Lists the dynamic secrets of a folder, without those of its sub-folders.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, environment or folder, or
    ///     if the caller is not a member.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [DynamicSecret] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.listDynamicSecrets(
                location: location, timeout: timeout?.inSeconds)
            return answer.map(DynamicSecret.init)
        }
    }

    /// Returns one dynamic secret of a folder. It comes from the list of the folder: asked for one,
    /// servers also send the credential with which they make the others.
    ///
    /// - Parameters:
    ///   - name: The name of the dynamic secret, in lower case.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such dynamic secret, project, environment
    ///     or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty, `.`, `..`, longer than 100
    ///     UTF-16 units or not in lower case.
    public func get(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> DynamicSecret {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.getDynamicSecret(
                name: name, location: location, timeout: timeout?.inSeconds)
            return DynamicSecret(answer)
        }
    }

    /// Has the server make a credential, and returns it. The server keeps no copy for later: this
    /// is the only time that it is shown.
    ///
    /// A lease that was created although the call failed ends by itself.
    /// ``DynamicSecrets/leases(_:project:environment:path:timeout:)`` lists it.
    ///
    /// - Parameters:
    ///   - name: The name of the dynamic secret, in lower case.
    ///   - ttl: How long the lease lasts, in whole seconds and at least one minute; by default as
    ///     long as the dynamic secret says.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the client requires end-to-end encryption,
    ///     before anything is sent; and if the server's license does not include dynamic secrets.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such dynamic secret, project, environment
    ///     or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty, `.`, `..`, longer than 100
    ///     UTF-16 units or not in lower case, if the time is shorter than one minute or longer than
    ///     the dynamic secret allows, or if there are too many leases.
    @discardableResult
    public func createLease(
        _ name: String,
        ttl: Duration? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedLease {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.createLease(
                name: name, ttl: ttl?.inSeconds, location: location, timeout: timeout?.inSeconds)
            return CreatedLease(answer)
        }
    }

    /// Lists the leases of a dynamic secret, without their credentials.
    ///
    /// - Parameters:
    ///   - name: The name of the dynamic secret, in lower case.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such dynamic secret, project, environment
    ///     or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty, `.`, `..`, longer than 100
    ///     UTF-16 units or not in lower case.
    public func leases(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Lease] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.listLeases(
                name: name, location: location, timeout: timeout?.inSeconds)
            return answer.map(Lease.init)
        }
    }

    /// Returns one lease, without its credential.
    ///
    /// - Parameters:
    ///   - id: The lease's id.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such lease in the folder, or no such
    ///     project, environment or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the id is malformed.
    public func getLease(
        _ id: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Lease {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.getLease(
                id: id, location: location, timeout: timeout?.inSeconds)
            return Lease(answer)
        }
    }

    /// Lets a lease last longer. Its credential stays the same.
    ///
    /// - Parameters:
    ///   - id: The lease's id.
    ///   - ttl: How much longer the lease lasts, in whole seconds and at least one minute; by
    ///     default as long as the dynamic secret says.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such lease in the folder, or no such
    ///     project, environment or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the id is malformed, if the time is shorter than
    ///     one minute, or if the lease would last longer than the dynamic secret allows.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server's license does not include
    ///     dynamic secrets.
    public func renewLease(
        _ id: String,
        ttl: Duration? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Lease {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.renewLease(
                id: id, ttl: ttl?.inSeconds, location: location, timeout: timeout?.inSeconds)
            return Lease(answer)
        }
    }

    /// Ends a lease: the server removes its credential.
    ///
    /// - Parameters:
    ///   - id: The lease's id.
    ///   - force: Whether the server forgets the lease even if the service did not let it remove
    ///     the credential, which then stays valid; `false` by default.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such lease in the folder, or no such
    ///     project, environment or folder, or if the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the id is malformed.
    ///   - ``InfisicalError/serverError(_:)`` if the service did not let the server remove the
    ///     credential, which may still be valid. The server tries again.
    public func revokeLease(
        _ id: String,
        force: Bool = false,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        let location = NativeLocation(project: project, environment: environment, path: path)
        try await perform {
            try await native.revokeLease(
                id: id, force: force, location: location, timeout: timeout?.inSeconds)
        }
    }
}
