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
}
