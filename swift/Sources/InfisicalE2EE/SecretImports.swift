internal import InfisicalE2EENative

/// Imports of one folder's secrets into another, since 2024. On May 2023 servers its methods throw
/// ``InfisicalError/unsupportedByServer(_:)``.
///
/// `project`, `environment` and `path` say which folder imports, with the defaults of ``Secrets``. Its
/// own secrets win over imported ones, and of two imports the one of the higher position does.
/// `timeout` is how long this call may take, if less than the client's deadline.
public struct SecretImports: Sendable {
    let native: NativeClient

    /// The imports of a folder, by position.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown environment.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [SecretImport] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            try await native.listSecretImports(location: location, timeout: timeout?.inSeconds)
                .map { SecretImport($0) }
        }
    }

    /// Imports the secrets of another folder, after the imports that are there.
    ///
    /// - Throws: ``InfisicalError/conflict(_:)`` if that folder is imported already;
    ///   ``InfisicalError/invalidInput(_:)`` if a folder is to import itself;
    ///   ``InfisicalError/notFound(_:)`` for an unknown folder or environment.
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
            SecretImport(
                try await native.createSecretImport(
                    fromEnvironment: fromEnvironment, fromPath: fromPath, location: location,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Changes what an import imports, or its position among the others.
    ///
    /// - Parameters:
    ///   - fromEnvironment: Slug of the environment to import from; unchanged by default.
    ///   - fromPath: Folder to import; unchanged by default.
    ///   - position: Position among the imports, from 1; unchanged by default. The others make room.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the folder has no such import;
    ///   ``InfisicalError/conflict(_:)`` if what it is to import is imported already;
    ///   ``InfisicalError/invalidInput(_:)`` if nothing is to change, or for a position below 1.
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
            SecretImport(
                try await native.updateSecretImport(
                    id: id, change: change, location: location, timeout: timeout?.inSeconds))
        }
    }

    /// Ends an import. The secrets themselves stay where they are.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the folder has no such import.
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
