internal import InfisicalE2EENative

/// Tags of a project. Only users manage them: for service tokens and API keys its methods throw
/// ``InfisicalError/permissionDenied(_:)``.
///
/// What its methods share:
/// - `project`: id of the project; the client's by default.
/// - `timeout`: how long this call may take, if less than the client's deadline.
public struct Tags: Sendable {
    let native: NativeClient

    /// Every tag of a project.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Tag] {
        try await perform {
            try await native.listTags(project: project, timeout: timeout?.inSeconds)
                .map { Tag($0) }
        }
    }

    /// Adds a tag to a project.
    ///
    /// - Parameters:
    ///   - name: Its name, for people.
    ///   - slug: What calls name it by: lower case, without spaces.
    ///   - color: Its colour in the web page, such as `#ff0000`; none by default. For 2024 servers.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the slug is taken;
    ///   ``InfisicalError/invalidInput(_:)`` for a slug the server would store as another;
    ///   ``InfisicalError/unsupportedByServer(_:)`` for a colour on May 2023 servers.
    @discardableResult
    public func create(
        _ name: String,
        slug: String,
        color: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Tag {
        try await perform {
            Tag(
                try await native.createTag(
                    name: name, slug: slug, color: color, project: project,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Gives a tag, named by its slug or id, another slug, colour, or both. Secrets keep it.
    ///
    /// - Parameters:
    ///   - newSlug: The new slug; unchanged by default.
    ///   - color: The new colour in the web page, such as `#ff0000`; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such tag;
    ///   ``InfisicalError/conflict(_:)`` if the new slug is taken; ``InfisicalError/invalidInput(_:)``
    ///   if nothing is to change, or for a slug the server would store as another;
    ///   ``InfisicalError/unsupportedByServer(_:)`` on servers before June 2024.
    @discardableResult
    public func update(
        _ tag: String,
        newSlug: String? = nil,
        color: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Tag {
        try await perform {
            Tag(
                try await native.updateTag(
                    tag: tag, newSlug: newSlug, color: color, project: project,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a tag, named by its slug or id, and takes it off every secret.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such tag.
    public func delete(
        _ tag: String, project: String? = nil, timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.deleteTag(tag: tag, project: project, timeout: timeout?.inSeconds)
        }
    }
}
