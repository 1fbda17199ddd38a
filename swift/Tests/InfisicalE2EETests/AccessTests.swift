import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

/// Members, roles and identities: permissions and lifetimes.
@Suite struct AccessTests {
    private func member(denied permission: String) throws -> Member {
        let denied = NativeDeniedPermission(environment: "prod", permission: permission)
        return try Member(
            NativeMember(
                id: "1", userId: "2", email: "ada@example.test", firstName: "Ada", lastName: "-",
                roles: ["member"], publicKey: nil, publicKeyFingerprint: nil,
                deniedPermissions: [denied]))
    }

    @Test func memberHasDeniedPermissions() throws {
        let denied = try member(denied: "write").deniedPermissions
        #expect(denied == [DeniedPermission(environment: "prod", permission: .write)])
    }

    @Test func memberWithUnknownDeniedPermissionIsInternalError() async {
        #expect(await code { try member(denied: "delete") } == "internal")
    }

    @Test func universalAuthLifetimesAreDurations() {
        let auth = UniversalAuth(
            NativeUniversalAuth(
                clientId: "id", accessTokenTtl: 3600, accessTokenMaxTtl: 7200,
                accessTokenMaxUses: nil, clientSecretTrustedIps: ["10.0.0.0/8"],
                accessTokenTrustedIps: ["0.0.0.0/0", "::/0"]))
        #expect(auth.accessTokenTTL == .seconds(3600))
        #expect(auth.accessTokenMaxTTL == .seconds(7200))
        #expect(auth.accessTokenMaxUses == nil)
        #expect(auth.clientSecretTrustedIPs == ["10.0.0.0/8"])
    }

    @Test func rolePermissionRoundTripsToNative() {
        let permission = RolePermission(
            subject: "secrets", actions: ["read", "edit"],
            conditions: #"{"environment":"dev"}"#, inverted: true)
        #expect(RolePermission(permission.native) == permission)
    }

    @Test(arguments: [
        Credential.kubernetesAuth(identityID: "64a0"),
        .kubernetesAuth(identityID: "64a0", tokenFile: "/run/token"),
        .oidcAuth(identityID: "64a0", token: .token("a.b.c")),
        .oidcAuth(identityID: "64a0", token: .file("/run/token")),
        .jwtAuth(identityID: "64a0", token: .token("a.b.c")),
        .jwtAuth(identityID: "64a0", token: .file("/run/token")),
        .ldapAuth(identityID: "64a0", username: "ada", password: "planted"),
        .azureAuth(identityID: "64a0"),
        .azureAuth(identityID: "64a0", resource: "api://a", clientID: "b"),
        .gcpIDTokenAuth(identityID: "64a0"),
        .gcpIAMAuth(identityID: "64a0", keyFile: "/run/key.json"),
        .awsIAMAuth(identityID: "64a0"),
    ])
    func clientWithLogInOfMachineIdentityIsBuilt(_ credential: Credential) throws {
        _ = try Client(credential: credential, baseURL: "http://127.0.0.1:1")
    }

    @Test func machineIdentityWithoutIDIsRefused() async {
        let built = await code {
            try Client(credential: .awsIAMAuth(identityID: ""), baseURL: "http://127.0.0.1:1")
        }
        #expect(built == "invalid_credential")
    }
}
