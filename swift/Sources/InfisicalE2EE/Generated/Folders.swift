// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Folders of secrets, on servers since 2024.
///
/// `project`, `environment` and `path` name the folder that contains the one in question.
///
/// May 2023 servers have folders too, but their routes for secrets by name, which this client uses,
/// do not support them. There, all secrets are in `/`, and a call about secrets with another path
/// fails with ``InfisicalError/unsupportedByServer(_:)``.
///
/// Every method fails with ``InfisicalError/invalidInput(_:)`` if it has no project or environment,
/// neither from the call nor from the client or the service token, or if `path` does not have the
/// form `/folder/subfolder`.
///
/// Protocol: `/api/v1/folders`, on May 2023 servers `/api/v1/folder` and `/api/v2/secrets`.
public struct Folders: Sendable {
    let native: NativeClient

    /// Lists the folders that lie directly in a folder. A folder that does not exist contains none.
    ///
    /// May 2023 servers return folders together with the secrets of the folder. The client ignores
    /// these secrets, but the server records in the audit log that they were read.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or environment, or if the
    ///     user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential may not read there.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Folder] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.listFolders(
                location: location, timeout: timeout?.inSeconds)
            return answer.map(Folder.init)
        }
    }

    /// Creates a folder, and the folders of its path that are missing. Servers of 2023 and 2024
    /// return a folder that exists; today's servers refuse to create it again.
    ///
    /// - Parameters:
    ///   - name: The name, of letters from a to z in either case, digits, `-` and `_`.
    ///   - description: Description for people, of at most 255 characters; none by default. Only
    ///     today's servers store it, and they can read it.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the folder exists, on today's servers.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name, or that of a folder in the path, is
    ///     empty or has other characters.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or environment, or if the
    ///     user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential may not write there, or for an
    ///     API key, a service token, a service account or a machine identity on May 2023 servers,
    ///     where only users create folders.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a description, except on today's servers:
    ///     then nothing is sent.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with another description
    ///     than was sent.
    @discardableResult
    public func create(
        _ name: String,
        description: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Folder {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.createFolder(
                name: name, description: description, location: location,
                timeout: timeout?.inSeconds)
            return Folder(answer)
        }
    }

    /// Gives a folder another name. What lies in it moves with it; imports from it and service
    /// tokens for its path do not follow.
    ///
    /// - Parameters:
    ///   - name: The current name.
    ///   - newName: The new name, of letters from a to z in either case, digits, `-` and `_`.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such folder, environment or project, or
    ///     if the user is not a member.
    ///   - ``InfisicalError/conflict(_:)`` if a folder with the new name exists there.
    ///   - ``InfisicalError/invalidInput(_:)`` if the new name is empty or has other characters.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential may not write there.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, which cannot rename
    ///     folders.
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
            let answer = try await native.renameFolder(
                name: name, newName: newName, location: location, timeout: timeout?.inSeconds)
            return Folder(answer)
        }
    }

    /// Gives a folder another description, or removes it. The server can read it.
    ///
    /// - Parameters:
    ///   - name: The name of the folder.
    ///   - description: The new description, of at most 255 characters; empty to remove it.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such folder, environment or project, or
    ///     if the user is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the description is too long.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential may not write there.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server is an earlier one: then nothing
    ///     is sent.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with another description
    ///     than was sent.
    @discardableResult
    public func setDescription(
        _ name: String,
        description: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Folder {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.setFolderDescription(
                name: name, description: description, location: location,
                timeout: timeout?.inSeconds)
            return Folder(answer)
        }
    }

    /// Deletes a folder with everything in it.
    ///
    /// - Parameters:
    ///   - name: The name of the folder.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such folder, environment or project, or
    ///     if the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential may not write there, or for an
    ///     API key, a service token, a service account or a machine identity on May 2023 servers,
    ///     where only users delete folders.
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
