/// What to do with a reference to a missing secret.
///
/// With both, `${SELF}` in the value of `SELF` stays as written, and a circular reference through
/// several secrets is an error.
public enum UnknownReferences: String, CaseIterable, Hashable, Sendable {
    /// Refuses the secret that contains it.
    case error
    /// Leaves it as written.
    case keep
}

/// Where to look up `${NAME}` in a value that was itself reached by a reference.
public enum NestedReferences: String, CaseIterable, Hashable, Sendable {
    /// In the folder of the secret that contains it.
    case ownFolder = "own_folder"
    /// In the folder being read, like the Infisical CLI of 2024.
    case readFolder = "read_folder"
}
