internal import InfisicalE2EENative

/// How names and values are written in a file. The first four write `NAME=value` lines, whose
/// readers differ in quotes, backslashes, `$` and `#`: choose by the file's reader.
public enum SecretsFormat: String, CaseIterable, Hashable, Sendable {
    /// For npm's dotenv and python-dotenv.
    case dotenv
    /// For `docker run --env-file`.
    case docker
    /// For a shell's `.` and `source`: every line begins with `export`.
    case shell
    /// For Docker Compose's `.env` and `env_file`.
    case compose
    /// One object of strings; also parses the array of `infisical export --format=json`.
    case json
    /// One mapping of strings, all quoted, so that none is a number.
    case yaml

    /// Writes names and values as the text of a file, in the order given; `parse` returns exactly
    /// these.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a name that is empty or given twice, and
    ///   for a name or value that this format cannot represent, because the reader would misread
    ///   it. It gives the name and the reason.
    public func format(
        _ secrets: some Sequence<(name: String, value: String)>
    ) throws(InfisicalError) -> String {
        let named = secrets.map { NativeNewNamedSecret(name: $0.name, value: $0.value) }
        do {
            return try nativeFormatSecrets(secrets: named, format: rawValue)
        } catch {
            throw InfisicalError(thrown: error)
        }
    }

    /// The secrets of a list as the text of a file.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` unless every secret decrypted;
    ///   ``InfisicalError/invalidInput(_:)`` for an unresolved reference, for a name or value that
    ///   this format cannot represent, or if the values were not read.
    public func format(_ secrets: SecretList) throws(InfisicalError) -> String {
        try secrets.checkComplete()
        try secrets.checkMappable()
        return try format(secrets.map { (name: $0.name, value: $0.value) })
    }

    /// Reads names and values of a file, in its order. Nothing is executed or expanded: a line in
    /// which a shell or Compose would expand `$NAME` is refused. Where python-dotenv and npm's
    /// dotenv differ, dotenv is read like python-dotenv.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the text is not of this format or has a
    ///   name twice. The error has the number of the line, and nothing of its content.
    public func parse(_ text: String) throws(InfisicalError) -> [(name: String, value: String)] {
        do {
            return try nativeParseSecrets(text: text, format: rawValue)
                .map { (name: $0.name, value: $0.value) }
        } catch {
            throw InfisicalError(thrown: error)
        }
    }
}
