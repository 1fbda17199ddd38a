internal import InfisicalE2EENative

/// An organization.
public struct Organization: Identifiable, Hashable, Sendable {
    /// The organization's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its slug, on servers that have them.
    public let slug: String?
}

/// Organizations the user belongs to.
public struct Organizations: Sendable {
    let native: NativeClient

    /// Every organization the user is a member of.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` for a service token.
    public func list(timeout: Duration? = nil) async throws -> [Organization] {
        try await perform {
            try await native.listOrganizations(timeout: timeout?.inSeconds)
                .map { Organization(id: $0.id, name: $0.name, slug: $0.slug) }
        }
    }
}
