import Foundation
import InfisicalE2EE

// The examples of the README, each between two marks. ReadmeTests compares them. ServerTests runs
// those that work with a local server.

func firstSecrets(token: String) async throws {
    func connect(to address: String) {}
    // README
    let client = try Client(
        credential: .token(token), baseURL: "https://infisical.example.com", environment: "prod")

    let database = try await client.secrets.get("DATABASE_URL")
    connect(to: database.value)

    var feature = "off"
    do {
        feature = try await client.secrets.get("FEATURE_X", timeout: .seconds(5)).value
    } catch InfisicalError.notFound {
        // Nobody set it.
    }

    let settings = try await client.secrets.list().dictionary()
    client.close()
    // README
    print(feature, settings.keys)
}

func manySecrets(of client: Client) async throws {
    // README
    let values = ["HOST": "db.example.com", "PORT": "5432"]
    for item in try await client.secrets.setMany(values, dryRun: true) {
        print(item.action, item.name)  // create HOST
    }
    let result = try await client.secrets.setMany(values) { done, total in
        print("\(done) of \(total)")
    }
    try result.checkComplete()
    // README
}

func environment(from client: Client) async throws {
    // README
    let set = try await client.secrets.list().populateEnvironment()
    // README
    print(set)
}

func files(of client: Client) async throws -> [(name: String, value: String)] {
    // README
    let text = try SecretsFormat.dotenv.format(await client.secrets.list())
    let pairs = try SecretsFormat.dotenv.parse(text)
    // README
    return pairs
}

func recentEvents(in client: Client) async throws -> [String] {
    var told: [String] = []
    func print(_ date: Date, _ actor: String, _ event: String) { told.append(event) }
    // README
    let yesterday = Date.now.addingTimeInterval(-24 * 60 * 60)
    for try await event in client.auditLogs.events(start: yesterday) {
        print(event.createdAt ?? .distantPast, event.actorName ?? "somebody", event.event)
    }
    // README
    return told
}

func trustStore(in file: URL) async throws {
    // README
    let client = try Client.fromEnv(environment: "prod", trustStore: .file(file))
    do {
        _ = try await client.secrets.list()
    } catch InfisicalError.tamperingSuspected(let details) {
        print(details.message)  // Ask the members. If they deleted or rolled back the secret:
        _ = try await client.trust.forgetSecrets()
    }
    // README
}

func logIn(to client: Client, codeFromMail: () async throws -> String) async throws {
    // README
    do {
        _ = try await client.account.me()
    } catch InfisicalError.mfaRequired {
        try await client.account.verifyMFA(codeFromMail())
    }
    // README
}

func rotate(_ oldID: String, of identity: String, of client: Client) async throws {
    func deploy(_ clientSecret: String) async throws {}
    // README
    let new = try await client.identities.createClientSecret(
        identity, description: "deployment", expiresIn: .seconds(90 * 24 * 60 * 60))
    try await deploy(new.clientSecret)
    try await client.identities.revokeClientSecret(identity, clientSecretID: oldID)
    // README
}

func webhook(body: Data, header: String, hookSecret: String) throws {
    // README
    try verifyWebhook(payload: body, signature: header, secret: hookSecret)
    // README
}
