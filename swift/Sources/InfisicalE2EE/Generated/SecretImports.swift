// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Imports of the secrets of one folder into another, on servers since 2024.
///
/// The project, environment and path of a call name the folder that imports. Its own secrets take
/// precedence over imported ones, and of two imports the one with the higher position does.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers. It fails
/// with ``InfisicalError/invalidInput(_:)`` if neither the call nor the client or its token names
/// the project and the environment, or if a path does not have the form `/folder/subfolder`, and
/// with ``InfisicalError/permissionDenied(_:)`` if the credential may not read or change the
/// secrets of a folder that is named.
///
/// Protocol: `/api/v1/secret-imports`.
public struct SecretImports: Sendable {
    let native: NativeClient

    /// Lists the imports of a folder, by position.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such folder, environment or project.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [SecretImport] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.listSecretImports(
                location: location, timeout: timeout?.inSeconds)
            return answer.map(SecretImport.init)
        }
    }

    /// Imports the secrets of another folder, after the imports that are there.
    ///
    /// - Parameters:
    ///   - fromEnvironment: The slug of the environment to import from.
    ///   - fromPath: The folder to import, such as `/shared`.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if that folder is imported already.
    ///   - ``InfisicalError/invalidInput(_:)`` if a folder is to import itself.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such folder, environment or project.
    @discardableResult
    public func create(
        fromEnvironment: String,
        fromPath: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> SecretImport {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.createSecretImport(
                fromEnvironment: fromEnvironment, fromPath: fromPath, location: location,
                timeout: timeout?.inSeconds)
            return SecretImport(answer)
        }
    }

    /// Changes what an import imports, or its position among the others.
    ///
    /// - Parameters:
    ///   - id: The import's id.
    ///   - fromEnvironment: Slug of the environment to import from; unchanged by default.
    ///   - fromPath: Folder to import; unchanged by default.
    ///   - position: Position among the imports, from 1; unchanged by default. The others make
    ///     room.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the folder has no such import, or if there is no such
    ///     folder, environment or project.
    ///   - ``InfisicalError/conflict(_:)`` if the folder to import is imported already.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, for a position below
    ///     1, or if a folder is to import itself.
    @discardableResult
    public func update(
        _ id: String,
        fromEnvironment: String? = nil,
        fromPath: String? = nil,
        position: Int? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> SecretImport {
        let change = NativeSecretImportChange(
            fromEnvironment: fromEnvironment, fromPath: fromPath,
            position: position.map { Int64($0) })
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.updateSecretImport(
                id: id, change: change, location: location, timeout: timeout?.inSeconds)
            return SecretImport(answer)
        }
    }

    /// Deletes an import. The secrets themselves stay where they are.
    ///
    /// - Parameters:
    ///   - id: The import's id.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the folder has no such import, or if there is no such
    ///     folder, environment or project.
    public func delete(
        _ id: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        let location = NativeLocation(project: project, environment: environment, path: path)
        try await perform {
            try await native.deleteSecretImport(
                id: id, location: location, timeout: timeout?.inSeconds)
        }
    }
}
