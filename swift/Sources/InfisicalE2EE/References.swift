/// What becomes of a reference to a secret that is not there.
public enum UnknownReferences: String, CaseIterable, Hashable, Sendable {
    /// The secret that has it is refused.
    case error
    /// It stays as it is written.
    case keep
}

/// Where the name in `${NAME}` is looked up, if a reference led to the value that has it.
public enum NestedReferences: String, CaseIterable, Hashable, Sendable {
    /// In the folder of the secret that has it.
    case ownFolder = "own_folder"
    /// In the folder that is read, as the Infisical CLI of 2024 does.
    case readFolder = "read_folder"
}
