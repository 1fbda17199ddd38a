// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Tags of a project.
///
/// Only users manage tags: every method fails with ``InfisicalError/permissionDenied(_:)`` for
/// service tokens, other programs and API keys, or if the user's role does not allow it. It fails
/// with ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
///
/// Protocol: `/api/v1/workspace/{id}/tags` and `/api/v2/workspace/{id}/tags`.
public struct Tags: Sendable {
    let native: NativeClient

    /// Lists every tag of a project.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Tag] {
        try await perform {
            let answer = try await native.listTags(project: project, timeout: timeout?.inSeconds)
            return answer.map(Tag.init)
        }
    }

    /// Adds a tag to a project.
    ///
    /// - Parameters:
    ///   - name: The tag's name, for people. Today's servers store only the slug.
    ///   - slug: The slug by which calls name the tag, in lower case and without spaces.
    ///   - color: Color in the web interface, such as `#ff0000`; none by default. Needs a server of
    ///     2024 or later.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the slug is taken; on February 2024 servers also by a
    ///     tag of another project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty or has white space around it,
    ///     or if the slug is empty, has upper-case letters or has white space, so that the server
    ///     would store another one.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a color on May 2023 servers.
    @discardableResult
    public func create(
        _ name: String,
        slug: String,
        color: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Tag {
        try await perform {
            let answer = try await native.createTag(
                name: name, slug: slug, color: color, project: project, timeout: timeout?.inSeconds)
            return Tag(answer)
        }
    }

    /// Gives a tag another slug, another color or both, on servers since June 2024. Secrets that
    /// have the tag keep it.
    ///
    /// - Parameters:
    ///   - tag: The tag's slug or id.
    ///   - newSlug: New slug, in lower case and without spaces; unchanged by default.
    ///   - color: New color in the web interface, such as `#ff0000`, or an empty text for none;
    ///     unchanged by default.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such tag, or if there is no such
    ///     project or the user is not a member.
    ///   - ``InfisicalError/conflict(_:)`` if the new slug is taken.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, or if the new slug is
    ///     empty, has upper-case letters or has white space, so that the server would store another
    ///     one.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before June 2024.
    @discardableResult
    public func update(
        _ tag: String,
        newSlug: String? = nil,
        color: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Tag {
        try await perform {
            let answer = try await native.updateTag(
                tag: tag, newSlug: newSlug, color: color, project: project,
                timeout: timeout?.inSeconds)
            return Tag(answer)
        }
    }

    /// Deletes a tag and removes it from every secret.
    ///
    /// - Parameters:
    ///   - tag: The tag's slug or id.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such tag, or if there is no such
    ///     project or the user is not a member.
    public func delete(
        _ tag: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.deleteTag(tag: tag, project: project, timeout: timeout?.inSeconds)
        }
    }
}
