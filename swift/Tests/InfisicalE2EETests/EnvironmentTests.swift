import Foundation
import Testing

@testable import InfisicalE2EE

/// Each test uses its own variable, because the process has one environment.
@Suite struct EnvironmentTests {
    private func list(_ name: String) throws -> SecretList {
        try secretList(named: name)
    }

    private func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    @Test func populateEnvironmentSetsAVariable() throws {
        #expect(try list("E2EE_TEST_NEW").populateEnvironment() == ["E2EE_TEST_NEW"])
        #expect(variable("E2EE_TEST_NEW") == planted)
    }

    @Test func populateEnvironmentReplacesVariablesOnlyWithOverwrite() throws {
        setenv("E2EE_TEST_OLD", "as it was", 1)
        let list = try list("E2EE_TEST_OLD")
        #expect(try list.populateEnvironment() == [])
        #expect(variable("E2EE_TEST_OLD") == "as it was")
        #expect(try list.populateEnvironment(overwrite: true) == ["E2EE_TEST_OLD"])
        #expect(variable("E2EE_TEST_OLD") == planted)
    }

    @Test func populateEnvironmentSetsNothingIfTheLibraryRefuses() throws {
        let list = try secretList(named: "E2EE_TEST_REFUSED", noEnvironment: nativeError)
        #expect(throws: InfisicalError.self) { try list.populateEnvironment() }
        #expect(variable("E2EE_TEST_REFUSED") == nil)
    }

    @Test func populateEnvironmentThrowsIfTheSystemRefuses() throws {
        let list = try list("E2EE=TEST")
        do {
            try list.populateEnvironment()
            Issue.record("it was set")
        } catch {
            #expect(error.code == "invalid_input")
            #expect(error.details.message.contains("E2EE=TEST"))
            #expect(!"\(error)".contains(planted))
        }
    }
}
