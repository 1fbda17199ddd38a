import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

/// The option `sendPassword`, and what decrypts the private key of a user.
@Suite struct SendPasswordTests {
    private func native(
        _ credential: Credential, _ settings: ClientSettings = ClientSettings()
    ) throws -> NativeClientOptions {
        let access = Access(baseURL: "http://127.0.0.1:1", parts: credential.parts)
        return try settings.native(access: access)
    }

    private func user(opening source: Credential.KeySource = .none) -> Credential {
        .user(email: "a@example.test", password: "log-in", opening: source)
    }

    @Test func sendPasswordIsPassedIfGiven() throws {
        // Absent, so that the variable INFISICAL_SEND_PASSWORD decides.
        #expect(try native(user()).sendPassword == nil)
        for given in [true, false] {
            let settings = ClientSettings(sendPassword: given)
            #expect(try native(user(), settings).sendPassword == given)
        }
    }

    @Test func userIsOpenedByThePasswordAnotherOneOrTheKey() throws {
        let own = try native(user()).credential
        #expect(own.password == "log-in" && own.keyPassword == nil && own.privateKey == nil)
        let other = try native(user(opening: .password("other"))).credential
        #expect(other.password == "log-in" && other.keyPassword == "other")
        #expect(other.privateKey == nil)
        let key = try native(user(opening: .privateKey("key"))).credential
        #expect(key.password == "log-in" && key.keyPassword == nil && key.privateKey == "key")
    }

    @Test func accessTokenIsOpenedByThePassword() throws {
        let token = try native(.accessToken("a.b.c", opening: .password("p"))).credential
        #expect(token.password == "p" && token.keyPassword == nil)
    }

    @Test func clientAcceptsBothOptions() throws {
        try Client(
            credential: user(opening: .password("other")), baseURL: "http://127.0.0.1:1",
            sendPassword: true
        ).close()
    }
}
