import Foundation
internal import InfisicalE2EENative

/// Where a client keeps what it has seen. The initializer of ``Client`` says what it is for.
public enum TrustStore: Sendable {
    /// A file. It is created if it does not exist, in a directory that must exist.
    case file(URL)
    /// Somewhere else than in a file.
    case storage(any TrustStorage)

    /// The path of the file.
    func path() throws(InfisicalError) -> String? {
        guard case .file(let url) = self else { return nil }
        guard url.isFileURL else {
            throw .invalidInput(
                .init(message: "trustStore must be a file URL, such as URL(fileURLWithPath: path)"))
        }
        return url.path
    }

    /// What the native library asks, if it is no file.
    var nativeStorage: (any NativeTrustStorage)? {
        guard case .storage(let storage) = self else { return nil }
        return NativeStorage(storage)
    }
}

/// Keeps the contents of a trust store somewhere else than in a file.
///
/// The contents are encrypted and authenticated, so any place that keeps them will do. One client
/// at a time may use a storage. Both methods are called on a thread of the library, and may block.
/// The text of what they throw becomes that of the ``InfisicalError/invalidInput(_:)`` that the call
/// of the client throws.
public protocol TrustStorage: Sendable {
    /// The contents that were saved last; `nil` if nothing was ever saved.
    func load() throws -> Data?

    /// Replaces the contents, all or nothing.
    func save(_ contents: Data) throws
}

/// Passes what the library asks to a storage.
private final class NativeStorage: NativeTrustStorage {
    private let storage: any TrustStorage

    init(_ storage: any TrustStorage) {
        self.storage = storage
    }

    func load() throws -> Data? {
        try told { try storage.load() }
    }

    func save(contents: Data) throws {
        try told { try storage.save(contents) }
    }

    private func told<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as any LocalizedError {
            throw NativeStorageError.Failed(reason: error.errorDescription ?? "\(error)")
        } catch {
            throw NativeStorageError.Failed(reason: "\(error)")
        }
    }
}
