import Testing

@testable import InfisicalE2EE

/// The server and the credential: named, or taken from the environment, and never assumed.
struct FromEnvTests {
    private let url = ["INFISICAL_URL": "http://127.0.0.1:1"]

    private func refusal(_ variables: [String: String]) throws -> InfisicalError {
        try #require(throws: InfisicalError.self) {
            try Client(access: Access(variables: variables), settings: Settings())
        }
    }

    @Test func variablesMakeAClient() throws {
        let variables = url.merging(
            ["INFISICAL_CLIENT_ID": "a", "INFISICAL_CLIENT_SECRET": "b"]) { $1 }
        _ = try Client(access: Access(variables: variables), settings: Settings())
    }

    @Test func whatIsMissingEmptyOrMalformedIsNamed() throws {
        let missing = try refusal([:])
        #expect(missing.code == "invalid_input")
        #expect(missing.message.contains("INFISICAL_URL is not set"))
        #expect(try refusal(["INFISICAL_URL": ""]).message.contains("INFISICAL_URL is empty"))
        #expect(try refusal(url).message.contains("INFISICAL_TOKEN"))
        let malformed = try refusal(url.merging(["INFISICAL_TOKEN": "planted"]) { $1 })
        #expect(malformed.code == "invalid_credential")
        #expect(malformed.message.contains("INFISICAL_TOKEN"))
        #expect(!malformed.message.contains("planted"))
    }

    @Test func fromEnvReadsTheEnvironmentOfTheProcess() throws {
        // The tests run without these variables; tests/consumer/swift runs with them.
        let error = try #require(throws: InfisicalError.self) { try Client.fromEnv() }
        #expect(error.message.contains("INFISICAL_URL is not set"))
    }
}
