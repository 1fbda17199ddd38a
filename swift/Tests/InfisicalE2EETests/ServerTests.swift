import Foundation
import InfisicalE2EE
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The address of the local server, passed by `swift/scripts/test`.
private let serverURL = ProcessInfo.processInfo.environment["INFISICAL_E2EE_TEST_URL"]

@Suite(.serialized, .enabled(if: serverURL != nil, "needs a server: swift/scripts/test"))
struct ServerTests {
    @Test func serviceTokenReadsASecret() async throws {
        let project = try await NewProject()
        let client = try project.byToken()
        let secret = try await client.secrets.get("DB")
        #expect(secret.value == "postgres://planted")
        #expect(secret.environment == "dev")
        #expect(try await client.secrets.list().dictionary() == ["DB": "postgres://planted"])
        let missing = await code { try await client.secrets.get("NONE") }
        #expect(missing == "not_found")
    }

    @Test func setManyReportsProgress() async throws {
        let project = try await NewProject()
        let user = try project.byUser()
        let values = (0..<30).map { NewValue("NAME_\($0)", value: "value") }
        let (told, teller) = AsyncStream<[Int]>.makeStream()
        let result = try await user.secrets.setMany(
            values, onProgress: { teller.yield([$0, $1]) })
        teller.finish()
        #expect(result.map(\.name) == values.map(\.name))
        try result.checkComplete()
        #expect(
            await told.reduce(into: []) { $0.append($1) } == [[0, 30], [25, 30], [30, 30]])
    }

    @Test func rotateKeyOfServerMadeKeyIsUnsupported() async throws {
        let project = try await NewProject()
        let user = try project.byUser()
        let refused = await code {
            try await user.projects.rotateKey(
                project.id, dryRun: true, expectFingerprints: [], onProgress: { _, _ in })
        }
        #expect(refused == "unsupported_by_server")
    }

    @Test func setManyOfDictionaryKeepsComments() async throws {
        let user = try await NewProject().byUser()
        try await user.secrets.update("DB", comment: "primary")
        let result = try await user.secrets.setMany(["NEW": "1", "DB": "postgres://new"])
        #expect(result.map(\.name) == ["DB", "NEW"])
        #expect(result.map(\.action) == [.update, .create])
        let list = try await user.secrets.list()
        #expect(try list.dictionary() == ["DB": "postgres://new", "NEW": "1"])
        #expect(list["DB"]?.comment == "primary")
    }

    @Test func auditLogEventsMatchQuery() async throws {
        let user = try await NewProject().byUser()
        func ids(_ events: AuditEvents) async throws -> [String] {
            try await events.reduce(into: []) { $0.append($1.id) }
        }
        try await user.secrets.create("LATER", value: "1")
        let page = try await user.auditLogs.query(limit: 1000)
        let all = page.events.map(\.id)
        #expect(all.count > 1)
        #expect(try await ids(user.auditLogs.events(limit: 1)) == all)
        let newest = try #require(page.events.first?.createdAt)
        let since = try await ids(user.auditLogs.events(start: newest, end: newest))
        #expect(since.first == all.first && since.count < all.count)
        let cursor = try #require(await user.auditLogs.query(limit: 1).next)
        #expect(
            try await ids(user.auditLogs.events(cursor: cursor, limit: 1)) == Array(all.dropFirst())
        )
        let none = await code { try await ids(user.auditLogs.events(limit: 0)) }
        #expect(none == "invalid_input")
    }

    @Test func readmeExamplesRun() async throws {
        let project = try await NewProject()
        let user = try project.byUser()
        try await manySecrets(of: user)
        let values = try await user.secrets.list().dictionary()
        #expect(values == ["DB": "postgres://planted", "HOST": "db.example.com", "PORT": "5432"])
        #expect(try await files(of: user).map(\.name).sorted() == ["DB", "HOST", "PORT"])
        try await environment(from: user)
        #expect(getenv("HOST") != nil)
        #expect(try await !recentEvents(in: user).isEmpty)
    }

    @Test func readmeExampleOfSecondFactorLogsIn() async throws {
        let project = try await NewProject()
        try await project.byUser().account.setMFA(to: true)
        let again = try project.byUser()
        try await logIn(to: again) { try await project.mailedCode() }
        #expect(try await again.secrets.get("DB").value == "postgres://planted")
    }

    @Test func readmeSettingsLoadOrFail() async throws {
        let client = try await NewProject().byToken()
        #expect(await Settings.load(from: client) == .loaded(["DB": "postgres://planted"]))
        client.close()
        guard case .failed = await Settings.load(from: client) else {
            Issue.record("they loaded from a closed client")
            return
        }
    }

    @Test func clientIsUsableAfterAThousandCancelledCalls() async throws {
        let project = try await NewProject()
        let client = try project.byUser()
        // All wait for one log-in, which takes much longer than starting them.
        let calls = (0..<1000).map { _ in
            Task { try await client.secrets.get("DB") }
        }
        try await Task.sleep(for: .milliseconds(20))
        for call in calls { call.cancel() }
        for call in calls {
            await #expect(throws: CancellationError.self) { try await call.value }
        }
        #expect(try await client.secrets.get("DB").value.hasPrefix("postgres"))
    }

    @Test func concurrentCallsSucceed() async throws {
        let client = try await NewProject().byToken()
        try await withThrowingTaskGroup(of: SecretList.self) { group in
            for _ in 0..<500 {
                group.addTask { try await client.secrets.list() }
            }
            for try await list in group {
                #expect(list["DB"]?.value == "postgres://planted")
            }
        }
    }

    #if os(Linux)
        @Test func threeThousandCallsDoNotLeakMemory() async throws {
            // Lists, because the server takes a quarter of a second to find one secret by name.
            let client = try await NewProject().byToken()
            func call(_ times: Int) async throws {
                for _ in 0..<times {
                    _ = try await client.secrets.list()
                    let unwanted = Task { try await client.secrets.list() }
                    unwanted.cancel()
                    _ = await unwanted.result
                }
            }
            try await call(1_000)
            let before = try residentBytes()
            try await call(2_000)
            let growth = try residentBytes() - before
            print("2,000 calls, and as many cancelled: \(growth / 1024) KiB more")
            #expect(growth < 1 << 20)
        }
    #endif
}

/// A user's project with one secret, and a service token.
private struct NewProject {
    let id: String
    private let url: String
    private let email = "ada-\(UUID().uuidString.lowercased())@example.test"
    private let password = "Lovelace-\(UUID().uuidString)"
    private let token: String

    init() async throws {
        url = try #require(serverURL)
        let anyone = try Client(baseURL: url)
        try await anyone.account.startSignUp(email: email)
        try await anyone.account.completeSignUp(
            email: email, code: try await newestCode(url, email), password: password,
            sendPassword: true)
        let user = try Client(
            credential: .user(email: email, password: password), baseURL: url, environment: "dev",
            requireE2EE: false)
        id = try await user.projects.create("Seeded").id
        try await user.secrets.create("DB", value: "postgres://planted", project: id)
        token = try await user.serviceTokens.create("tests", project: id).token
    }

    func byToken() throws -> Client {
        try Client(credential: .token(token), baseURL: url)
    }

    func byUser() throws -> Client {
        try Client(
            credential: .user(email: email, password: password), baseURL: url, project: id,
            environment: "dev", requireE2EE: false)
    }

    func mailedCode() async throws -> String {
        try await newestCode(url, email)
    }
}

/// The newest code, which a real server would mail.
private func newestCode(_ url: String, _ email: String) async throws -> String {
    struct Codes: Decodable {
        struct Sent: Decodable { let code: String }
        let codes: [Sent]
    }
    let address = try #require(URL(string: "\(url)/dev/codes?email=\(email)"))
    let (data, _) = try await URLSession.shared.data(from: address)
    return try #require(JSONDecoder().decode(Codes.self, from: data).codes.last).code
}

#if os(Linux)
    private func residentBytes() throws -> Int {
        let statm = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(statm.split(separator: " ")[1])) * 4096
    }
#endif
