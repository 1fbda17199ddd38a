import Foundation
import InfisicalE2EENative

@testable import InfisicalE2EE

/// The value of every secret in these tests, which no text may contain.
let planted = "planted-4711"

/// A decryption failure.
let nativeError = NativeError.Failed(
    code: "decryption_failed", reason: "secret 2", status: nil, requestId: nil, retryable: false,
    retryAfter: nil)
let nativeFailure = NativeSecretFailure(id: "2", field: "secretValue", error: nativeError)

func nativeSecret(named name: String = "DB") -> NativeSecret {
    NativeSecret(
        id: "1", name: name, value: planted, valueRead: true, comment: planted, kind: "shared",
        version: 3,
        projectId: "p", environment: "dev", path: "/", tags: ["urgent"],
        metadata: nil, reminderDays: nil, reminderNote: nil, skipMultilineEncoding: nil,
        createdAt: "2024-02-03T04:05:06.789Z", updatedAt: "2024-02-03T04:05:06Z",
        endToEndEncrypted: true)
}

func nativeVersion() -> NativeSecretVersion {
    NativeSecretVersion(
        id: "1", secretId: "2", version: 3, kind: "shared", environment: "dev", name: "DB",
        value: planted, comment: planted, createdAt: nil, deleted: nil)
}

/// A list of one secret, with a failure if it is incomplete.
func secretList(
    named name: String = "DB", incomplete: NativeError? = nil, noEnvironment: NativeError? = nil
) throws -> SecretList {
    try SecretList(
        NativeSecretList(
            secrets: [nativeSecret(named: name)],
            failures: incomplete == nil ? [] : [nativeFailure], incomplete: incomplete,
            noEnvironment: noEnvironment, noMap: nil, folder: nil, etag: nil))
}

/// A file of the repository, by its relative path.
func repositoryFile(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../..")
        .appendingPathComponent(path)
}

/// The code of the `InfisicalError` that a call throws, or `nil`.
func code<Result>(of call: () async throws -> Result) async -> String? {
    do {
        _ = try await call()
        return nil
    } catch {
        return (error as? InfisicalError)?.code
    }
}
