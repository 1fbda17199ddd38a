import Foundation
import InfisicalE2EE

// Changes of secrets that may await approval.

func proposals(
    _ operation: String, _ secrets: Secrets, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "propose_create":
        let name = try args.required("name")
        let value = try args.required("value")
        let comment = try args.text("comment")
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        let type: SecretType = try args.text("type").map(caseNamed) ?? .shared
        try args.done()
        return try await secrets.proposeCreate(
            name, value: value, comment: comment, project: project, environment: environment,
            path: path, type: type
        ).json
    case "propose_update":
        let name = try args.required("name")
        let value = try args.text("value")
        let comment = try args.text("comment")
        let newName = try args.text("new_name")
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        let type: SecretType = try args.text("type").map(caseNamed) ?? .shared
        try args.done()
        return try await secrets.proposeUpdate(
            name, value: value, comment: comment, newName: newName, project: project,
            environment: environment, path: path, type: type
        ).json
    case "propose_delete":
        let name = try args.required("name")
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        let type: SecretType = try args.text("type").map(caseNamed) ?? .shared
        try args.done()
        return try await secrets.proposeDelete(
            name, project: project, environment: environment, path: path, type: type)?.json ?? .null
    case "versions":
        let name = try args.required("name")
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        let type: SecretType = try args.text("type").map(caseNamed) ?? .shared
        try args.done()
        return try await secrets.versions(
            name, project: project, environment: environment, path: path, type: type
        ).json
    case "roll_back":
        let name = try args.required("name")
        let version = try args.number("version").map { Int($0) } ?? 0
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        let type: SecretType = try args.text("type").map(caseNamed) ?? .shared
        try args.done()
        return try await secrets.rollBack(
            name, to: version, project: project, environment: environment, path: path, type: type
        ).json
    default: throw noOperation("secrets.\(operation)")
    }
}

/// What needs no client; `nil` if there is no such function.
func function(_ name: String, _ args: inout Arguments) throws -> JSON? {
    switch name {
    case "format_secrets":
        let format: SecretsFormat = try caseNamed(args.required("format"))
        let secrets = try (args.list("secrets") ?? []).map { given in
            var fields = try Arguments(given)
            return (name: try fields.required("name"), value: try fields.required("value"))
        }
        try args.done()
        return .string(try format.format(secrets))
    case "parse_secrets":
        let format: SecretsFormat = try caseNamed(args.required("format"))
        let text = try args.required("text")
        try args.done()
        return .array(
            try format.parse(text).map {
                .object(["name": .string($0.name), "value": .string($0.value)])
            })
    case "verify_webhook":
        let payload = Data(try args.required("payload").utf8)
        let (signature, secret) = (try args.required("signature"), try args.required("secret"))
        let tolerance = try args.seconds("tolerance") ?? .seconds(300)
        let now = try args.number("now").map { Date(timeIntervalSince1970: $0) } ?? Date()
        try args.done()
        try verifyWebhook(
            payload: payload, signature: signature, secret: secret, tolerance: tolerance, now: now)
        return .null
    default: return nil
    }
}
