import Foundation
import InfisicalE2EE

// The operations that are not generated, and the functions that need no client.

/// Calls an operation of a client.
func call(_ operation: String, _ client: Client, _ args: Arguments) async throws -> JSON {
    switch operation {
    case "client.close":
        try args.allow()
        client.close()
        return .null
    case "client.capabilities":
        try args.allow()
        return try await client.capabilities().json
    default: break
    }
    // These change the form of another operation's result.
    let called = operation == "secrets.to_map" ? "secrets.list" : operation
    let result = try await client.call(called, args)
    switch (operation, result) {
    case ("secrets.to_map", let list as SecretList):
        return .object(try list.dictionary().mapValues(JSON.string))
    case ("audit_logs.export", let lines as String):
        return try lines.split(separator: "\n").map { JSONText(String($0)) }.json
    default:
        return try result.json
    }
}

/// Calls a function; `nil` if there is none of this name.
func function(_ name: String, _ args: Arguments) throws -> JSON? {
    switch name {
    case "format_secrets":
        try args.allow("secrets", "format")
        let format: SecretsFormat = try args.required("format")
        let secrets: [NamedSecret] = try args.required("secrets")
        return .string(try format.format(secrets.map { ($0.name, $0.value) }))
    case "parse_secrets":
        try args.allow("text", "format")
        let format: SecretsFormat = try args.required("format")
        return try format.parse(args.required("text")).map(NamedSecret.init).json
    case "verify_webhook":
        try args.allow("payload", "signature", "secret", "tolerance", "now")
        let payload: String = try args.required("payload")
        let now: Double? = try args.optional("now")
        try verifyWebhook(
            payload: Data(payload.utf8), signature: args.required("signature"),
            secret: args.required("secret"),
            tolerance: args.optional("tolerance", or: .seconds(300)),
            now: now.map { Date(timeIntervalSince1970: $0) } ?? Date())
        return .null
    default: return nil
    }
}

/// A name with its value; a tuple in the package.
private struct NamedSecret: ArgumentRecord, ResultRecord {
    let name: String
    let value: String

    init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    init(fields: Arguments) throws {
        try fields.allow("name", "value")
        self.init(name: try fields.required("name"), value: try fields.required("value"))
    }

    var fields: [String: any ResultValue] {
        ["name": name, "value": value]
    }
}
