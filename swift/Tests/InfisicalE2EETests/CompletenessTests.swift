import Foundation
import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

/// Results with several secrets report whether one is missing.
@Suite struct CompletenessTests {
    private let incomplete = InfisicalError.decryptionFailed(.init(message: "secret 2"))

    @Test func secretListWithFailureIsIncomplete() throws {
        let list = try secretList(incomplete: nativeError)
        #expect(list["DB"]?.id == "1")
        #expect(list["db"] == nil)
        #expect(list.failures.map(\.field) == ["secretValue"])
        #expect(throws: incomplete) { try list.checkComplete() }
        #expect(throws: incomplete) { try list.dictionary() }
        #expect(throws: incomplete) { try list.populateEnvironment() }
        #expect(throws: incomplete) { try SecretsFormat.json.format(list) }
    }

    @Test func secretHistoryWithFailureIsIncomplete() throws {
        let broken = try SecretHistory(
            NativeSecretHistory(
                versions: [nativeVersion()], failures: [nativeFailure], incomplete: nativeError))
        #expect(broken.versions.map(\.name) == ["DB"])
        #expect(throws: incomplete) { try broken.checkComplete() }
        let whole = try SecretHistory(
            NativeSecretHistory(versions: [nativeVersion()], failures: [], incomplete: nil))
        try whole.checkComplete()
    }

    @Test func snapshotContentsWithFailureAreIncomplete() throws {
        func contents(_ incomplete: NativeError?) throws -> SnapshotContents {
            try SnapshotContents(
                NativeSnapshotContents(
                    id: "1", createdAt: nil, secrets: [nativeVersion()], failures: [], folders: [],
                    incomplete: incomplete))
        }
        #expect(throws: incomplete) { try contents(nativeError).checkComplete() }
        try contents(nil).checkComplete()
    }

    @Test func bulkResultWithFailureIsIncomplete() throws {
        let items = [
            NativeBulkItem(
                name: "A", action: "create", status: "done", error: nil, approval: nil),
            NativeBulkItem(
                name: "B", action: "update", status: "proposed", error: nativeError,
                approval: NativeApproval(id: "7", status: "open")),
        ]
        let result = try BulkResult(NativeBulkResult(items: items, incomplete: nativeError))
        #expect(result.map(\.name) == ["A", "B"])
        #expect(result.map(\.status) == [.done, .proposed])
        #expect(result.last?.approval?.id == "7")
        #expect(result.last?.error == incomplete)
        #expect(throws: incomplete) { try result.checkComplete() }
        try BulkResult(NativeBulkResult(items: [], incomplete: nil)).checkComplete()
    }
}
