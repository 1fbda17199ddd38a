import Testing

@testable import InfisicalE2EE

/// The server and credential are passed or read from the environment. There are no defaults.
struct FromEnvTests {
    private let url = ["INFISICAL_URL": "http://127.0.0.1:1"]

    private func refusal(_ make: () throws(InfisicalError) -> Client) -> (
        code: String, message: String
    )? {
        do {
            _ = try make()
            return nil
        } catch {
            return (error.code, error.details.message)
        }
    }

    private func refusal(of variables: [String: String]) -> (code: String, message: String)? {
        refusal { () throws(InfisicalError) in
            try Client(access: Access(variables: variables), settings: ClientSettings())
        }
    }

    @Test func fromEnvWithServerAndCredentialMakesClient() {
        let identity = ["INFISICAL_CLIENT_ID": "a", "INFISICAL_CLIENT_SECRET": "b"]
        #expect(refusal(of: url.merging(identity) { $1 }) == nil)
    }

    @Test func fromEnvInvalidVariableIsNamed() throws {
        let missing = try #require(refusal(of: [:]))
        #expect(missing.code == "invalid_input")
        #expect(missing.message.contains("INFISICAL_URL is not set"))
        let empty = try #require(refusal(of: ["INFISICAL_URL": ""]))
        #expect(empty.message.contains("INFISICAL_URL is empty"))
        let anonymous = try #require(refusal(of: url))
        #expect(anonymous.message.contains("INFISICAL_TOKEN"))
        let malformed = try #require(
            refusal(of: url.merging(["INFISICAL_TOKEN": "planted"]) { $1 }))
        #expect(malformed.code == "invalid_credential")
        #expect(malformed.message.contains("INFISICAL_TOKEN"))
        #expect(!malformed.message.contains("planted"))
    }

    @Test func emptyOptionErrorNamesItAndItsVariable() throws {
        let place = "is empty. If it comes from an environment variable"
        let server = try #require(
            refusal { () throws(InfisicalError) in try Client(baseURL: "") })
        #expect(server.code == "invalid_input")
        #expect(server.message.contains("the base URL \(place)"))
        let token = try #require(
            refusal { () throws(InfisicalError) in
                try Client(credential: .token(""), baseURL: "http://127.0.0.1:1")
            })
        #expect(token.code == "invalid_credential")
        #expect(token.message.contains("the token \(place)"))
    }

    @Test func fromEnvKeyPasswordAndSendPasswordAreChecked() throws {
        let user = url.merging([
            "INFISICAL_EMAIL": "a@example.test", "INFISICAL_PASSWORD": "planted",
            "INFISICAL_KEY_PASSWORD": "planted-key", "INFISICAL_SEND_PASSWORD": "true",
        ]) { $1 }
        #expect(refusal(of: user) == nil)
        let both = try #require(
            refusal(of: user.merging(["INFISICAL_PRIVATE_KEY": "planted-key"]) { $1 }))
        #expect(both.code == "invalid_input")
        #expect(both.message.contains("INFISICAL_KEY_PASSWORD and INFISICAL_PRIVATE_KEY"))
        #expect(!both.message.contains("planted"))
        let unclear = try #require(
            refusal(of: user.merging(["INFISICAL_SEND_PASSWORD": "yes"]) { $1 }))
        #expect(unclear.message.contains("INFISICAL_SEND_PASSWORD is neither"))
    }

    @Test func fromEnvReadsTheEnvironmentOfTheProcess() throws {
        // The tests run without these variables. tests/consumer/swift runs with them.
        let error = try #require(
            refusal { () throws(InfisicalError) in try Client.fromEnv() })
        #expect(error.message.contains("INFISICAL_URL is not set"))
    }
}
