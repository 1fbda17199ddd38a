import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

private let planted = "planted-4711"

@Suite struct RedactionTests {
    private func nativeSecret() -> NativeSecret {
        NativeSecret(
            id: "1", name: "DB", value: planted, comment: planted, kind: "shared", version: 3,
            projectId: "p", environment: "dev", path: "/", tags: ["urgent"],
            createdAt: "2024-02-03T04:05:06.789Z", updatedAt: "2024-02-03T04:05:06Z",
            endToEndEncrypted: true)
    }

    private func list() throws -> SecretList {
        let error = NativeError.Failed(
            code: "decryption_failed", reason: "secret 2", status: nil, requestId: nil,
            retryable: false, retryAfter: nil)
        let failure = NativeSecretFailure(id: "2", field: "secretValue", error: error)
        return try SecretList(
            NativeSecretList(
                secrets: [nativeSecret()], failures: [failure], incomplete: error,
                noEnvironment: nil))
    }

    private func createdToken() throws -> CreatedServiceToken {
        let info = NativeServiceTokenInfo(
            id: "1", name: "ci", projectId: "p", scopes: [], permissions: ["read"], expiresAt: nil)
        return CreatedServiceToken(token: planted, info: try ServiceTokenInfo(info))
    }

    @Test func nothingPrintsASecret() throws {
        let secret = try Secret(nativeSecret())
        #expect(secret.value == planted && secret.comment == planted)
        expectHidden(secret, naming: "DB")
        expectHidden(secret, naming: "urgent")
    }

    @Test func nothingPrintsTheSecretsOfAList() throws {
        let list = try list()
        #expect(list.first?.value == planted)
        expectHidden(list, naming: "secretValue")
        expectHidden(Array(list), naming: "DB")
        expectHidden(Dictionary(grouping: list, by: \.environment), naming: "DB")
    }

    @Test func nothingPrintsANewToken() throws {
        let created = try createdToken()
        #expect(created.token == planted)
        expectHidden(created, naming: "ci")
    }

    @Test(arguments: [
        Credential.token(planted),
        .user(email: "a@example.test", password: planted),
        .accessToken(planted, opening: .password(planted)),
        .accessToken(planted, opening: .privateKey(planted)),
        .apiKey(planted, opening: .password(planted)),
    ])
    func nothingPrintsACredential(_ credential: Credential) {
        expectHidden(credential, naming: "Credential")
    }

    @Test func nothingPrintsAClient() throws {
        let client = try Client(
            credential: .user(email: "a@example.test", password: planted),
            baseURL: "http://127.0.0.1:1")
        expectHidden(client, naming: "Client")
    }

    @Test(arguments: [
        Credential.token(planted), .accessToken(planted), .apiKey(planted),
        .token("st.1." + planted + "." + planted),
    ])
    func noErrorQuotesACredential(_ credential: Credential) {
        do {
            _ = try Client(credential: credential)
            Issue.record("it was taken")
        } catch {
            #expect(error.code == "invalid_credential")
            expectHidden(error, naming: "invalid_credential")
        }
    }

    @Test func timesAreRead() throws {
        let secret = try Secret(nativeSecret())
        #expect(secret.createdAt?.timeIntervalSince1970 == 1_706_933_106.789)
        #expect(secret.updatedAt?.timeIntervalSince1970 == 1_706_933_106)
        #expect(date("yesterday") == nil)
        let folder = Folder(
            NativeFolder(
                id: "1", name: "jobs", path: "/backend/jobs", createdAt: "2024-02-03T04:05:06.789Z",
                updatedAt: nil))
        #expect(folder.createdAt == secret.createdAt)
        #expect(folder.updatedAt == nil)
    }

    @Test func aListThatLacksSomethingSaysSo() throws {
        let list = try list()
        #expect(list["DB"]?.id == "1")
        #expect(list["db"] == nil)
        #expect(list.failures.map(\.field) == ["secretValue"])
        #expect(throws: InfisicalError.decryptionFailed(.init(message: "secret 2"))) {
            try list.checkComplete()
        }
        #expect(throws: InfisicalError.self) { try list.dictionary() }
    }
}

/// In no text that Swift makes of `value` by itself is what was planted, and in some is `name`.
private func expectHidden(_ value: Any, naming name: String) {
    var dumped = ""
    dump(value, to: &dumped)
    var printed = ""
    print(value, [value], Optional(value) as Any, ["key": value], to: &printed)
    let texts = [
        dumped, printed, "\(value)", String(describing: value), String(reflecting: value),
        mirrored(value),
    ]
    for text in texts {
        #expect(!text.contains(planted))
    }
    #expect(texts.contains { $0.contains(name) })
}

/// Everything a mirror reaches.
private func mirrored(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    return mirror.children.reduce("\(value)") { $0 + ($1.label ?? "") + mirrored($1.value) }
}
