import Foundation
internal import InfisicalE2EENative

/// Folders, which secrets lie in since 2024. On May 2023 servers its methods throw
/// ``InfisicalError/unsupportedByServer(_:)``.
///
/// `project`, `environment` and `path` say in which folder the one meant lies, with the defaults of
/// ``Secrets``; `timeout` is how long this call may take, if less than the client's deadline.
public struct Folders: Sendable {
    let native: NativeClient

    /// The folders that lie directly in a folder. There are none in one that does not exist.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown environment.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Folder] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            try await native.listFolders(location: location, timeout: timeout?.inSeconds)
                .map { Folder($0) }
        }
    }

    /// Makes a folder, with the folders of the path where they are missing. A folder that exists is
    /// returned as it is.
    ///
    /// - Parameter name: Of letters, digits, `-` and `_`.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for another name;
    ///   ``InfisicalError/permissionDenied(_:)`` if the credential may not write there.
    @discardableResult
    public func create(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Folder {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            Folder(
                try await native.createFolder(
                    name: name, location: location, timeout: timeout?.inSeconds))
        }
    }

    /// Gives a folder another name. What lies in it comes along; imports from it and service tokens
    /// for its path do not follow.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such folder;
    ///   ``InfisicalError/conflict(_:)`` if one of the new name is there.
    @discardableResult
    public func rename(
        _ name: String,
        to newName: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Folder {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            Folder(
                try await native.renameFolder(
                    name: name, newName: newName, location: location,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a folder with everything in it.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such folder.
    public func delete(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        let location = NativeLocation(project: project, environment: environment, path: path)
        try await perform {
            try await native.deleteFolder(
                name: name, location: location, timeout: timeout?.inSeconds)
        }
    }
}
