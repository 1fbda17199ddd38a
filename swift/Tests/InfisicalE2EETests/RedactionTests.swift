import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

@Suite struct RedactionTests {
    private func createdToken() throws -> CreatedServiceToken {
        let info = NativeServiceTokenInfo(
            id: "1", name: "ci", projectId: "p", scopes: [], permissions: ["read"], expiresAt: nil)
        return try CreatedServiceToken(NativeCreatedServiceToken(token: planted, info: info))
    }

    @Test func secretIsRedacted() throws {
        let secret = try Secret(nativeSecret())
        #expect(secret.value == planted && secret.comment == planted)
        expectHidden(secret, naming: "DB")
        expectHidden(secret, naming: "urgent")
    }

    @Test func secretListIsRedacted() throws {
        let list = try secretList(incomplete: nativeError)
        #expect(list.first?.value == planted)
        expectHidden(list, naming: "secretValue")
        expectHidden(Array(list), naming: "DB")
        expectHidden(Dictionary(grouping: list, by: \.environment), naming: "DB")
    }

    @Test func createdServiceTokenIsRedacted() throws {
        let created = try createdToken()
        #expect(created.token == planted)
        expectHidden(created, naming: "ci")
    }

    @Test func createdApiKeyIsRedacted() {
        let info = NativeApiKeyInfo(
            id: "1", name: "laptop", lastUsed: nil, expiresAt: nil, createdAt: nil)
        let created = CreatedApiKey(NativeCreatedApiKey(key: planted, info: info))
        #expect(created.key == planted)
        expectHidden(created, naming: "laptop")
    }

    @Test func createdClientSecretIsRedacted() {
        let info = NativeClientSecretInfo(
            id: "1", description: "deployment", prefix: "ab12", createdAt: nil, expiresAt: nil,
            uses: 0, maxUses: 5)
        let created = CreatedClientSecret(
            NativeCreatedClientSecret(clientSecret: planted, info: info))
        #expect(created.clientSecret == planted)
        #expect(created.info.maxUses == 5)
        expectHidden(created, naming: "deployment")
    }

    @Test func createdAccessTokenIsRedacted() {
        let created = CreatedAccessToken(
            NativeCreatedAccessToken(accessToken: planted, expiresIn: 7200))
        #expect(created.accessToken == planted)
        #expect(created.expiresIn == .seconds(7200))
        expectHidden(created, naming: "CreatedAccessToken")
    }

    @Test func createdServiceAccountIsRedacted() {
        let info = NativeServiceAccount(
            id: "1", name: "ci", organizationId: "o", publicKeyFingerprint: nil, expiresAt: nil)
        let created = CreatedServiceAccount(
            NativeCreatedServiceAccount(
                info: info, accessKey: planted, publicKey: "public", privateKey: planted,
                grantedBy: "granter"))
        #expect(created.accessKey == planted && created.privateKey == planted)
        expectHidden(created, naming: "granter")
    }

    @Test func emergencyKitIsRedacted() {
        let kit = EmergencyKit(
            NativeEmergencyKit(name: "Ada", email: "ada@example.test", backupKey: planted))
        #expect(kit.backupKey == planted)
        expectHidden(kit, naming: "ada@example.test")
    }

    @Test func invitationIsRedacted() {
        let invitation = Invitation(
            NativeInvitation(
                email: "ada@example.test", organizationId: "o", link: planted, code: planted))
        #expect(invitation.link == planted && invitation.code == planted)
        expectHidden(invitation, naming: "ada@example.test")
    }

    @Test func secretVersionIsRedacted() throws {
        let version = try SecretVersion(nativeVersion())
        #expect(version.value == planted && version.comment == planted)
        expectHidden(version, naming: "DB")
        let history = try SecretHistory(
            NativeSecretHistory(versions: [nativeVersion()], failures: [], incomplete: nil))
        expectHidden(history, naming: "DB")
        let audited = NativeAuditedSecret(version: 1, name: "DB", value: planted)
        let change = AuditChange(
            NativeAuditChange(secretId: "1", environment: "dev", before: audited, after: audited))
        #expect(change.before?.value == planted)
        expectHidden(change, naming: "DB")
    }

    @Test func newValueIsRedacted() {
        let value = NewValue("DB", value: planted, comment: planted)
        #expect(value.value == planted && value.comment == planted)
        expectHidden(value, naming: "DB")
    }

    @Test(arguments: [
        Credential.token(planted),
        .user(email: "a@example.test", password: planted),
        .user(email: "a@example.test", password: planted, opening: .password(planted)),
        .user(email: "a@example.test", password: planted, opening: .privateKey(planted)),
        .accessToken(planted, opening: .password(planted)),
        .accessToken(planted, opening: .privateKey(planted)),
        .apiKey(planted, opening: .password(planted)),
        .machineIdentity(clientID: "id", clientSecret: planted),
        .identityToken(planted),
        .oidcAuth(identityID: "id", token: .token(planted)),
        .jwtAuth(identityID: "id", token: .token(planted)),
        .ldapAuth(identityID: "id", username: "ada", password: planted),
        .tlsCertAuth(identityID: "id", certificate: "pem", privateKey: planted),
        .serviceAccount(accessKey: planted, privateKey: planted),
        .serviceTokenV3(planted),
    ])
    func credentialIsRedacted(_ credential: Credential) {
        expectHidden(credential, naming: "Credential")
    }

    @Test func clientIsRedacted() throws {
        let client = try Client(
            credential: .user(email: "a@example.test", password: planted),
            baseURL: "http://127.0.0.1:1")
        expectHidden(client, naming: "Client")
    }

    @Test(arguments: [
        Credential.token(planted), .accessToken(planted), .apiKey(planted), .identityToken(planted),
        .token("st.1." + planted + "." + planted),
        .jwtAuth(identityID: "id", token: .token(planted)),
        .tlsCertAuth(identityID: "id", certificate: planted, privateKey: planted),
    ])
    func errorDoesNotQuoteTheCredential(_ credential: Credential) {
        do {
            _ = try Client(credential: credential, baseURL: "http://127.0.0.1:1")
            Issue.record("it was taken")
        } catch {
            #expect(error.code == "invalid_credential")
            expectHidden(error, naming: "invalid_credential")
        }
    }
}

/// Checks that no text Swift derives from `value` contains the secret, and that some has `name`.
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

/// All values that a mirror reaches.
private func mirrored(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    return mirror.children.reduce("\(value)") { $0 + ($1.label ?? "") + mirrored($1.value) }
}
