import InfisicalE2EE

// The operations on the user's account.

func account(
    _ operation: String, _ account: Account, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "start_sign_up":
        let email = try args.required("email")
        try args.done()
        try await account.startSignUp(email: email)
        return .null
    case "complete_sign_up":
        let (email, code) = (try args.required("email"), try args.required("code"))
        let password = try args.required("password")
        let firstName = try args.text("first_name")
        let lastName = try args.text("last_name")
        let organizationName = try args.text("organization_name")
        let invitedTo = try args.text("invited_to")
        let sendPassword = try args.flag("send_password")
        try args.done()
        return try await account.completeSignUp(
            email: email, code: code, password: password, firstName: firstName, lastName: lastName,
            organizationName: organizationName, invitedTo: invitedTo, sendPassword: sendPassword
        ).json
    case "me":
        try args.done()
        return try await account.me().json
    case "sign_up_administrator":
        let (email, password) = (try args.required("email"), try args.required("password"))
        let firstName = try args.text("first_name")
        let lastName = try args.text("last_name")
        let sendPassword = try args.flag("send_password")
        try args.done()
        return try await account.signUpAdministrator(
            email: email, password: password, firstName: firstName, lastName: lastName,
            sendPassword: sendPassword
        ).json
    case "set_name":
        let firstName = try args.required("first_name")
        let lastName = try args.text("last_name")
        try args.done()
        return try await account.setName(firstName: firstName, lastName: lastName).json
    case "sessions":
        try args.done()
        return .array(try await account.sessions().map(\.json))
    case "end_sessions":
        try args.done()
        try await account.endSessions()
        return .null
    case "delete":
        try args.done()
        try await account.delete()
        return .null
    case "accept_invitation":
        let email = try args.required("email")
        let organization = try args.required("organization")
        let code = try args.required("code")
        try args.done()
        try await account.acceptInvitation(email, to: organization, code: code)
        return .null
    case "log_out":
        try args.done()
        try await account.logOut()
        return .null
    case "change_password":
        let newPassword = try args.required("new_password")
        let sendPassword = try args.flag("send_password")
        try args.done()
        try await account.changePassword(to: newPassword, sendPassword: sendPassword)
        return .null
    case "create_backup_key":
        let name = try args.text("name")
        try args.done()
        return try await account.createBackupKey(name: name).json
    case "start_recovery":
        let email = try args.required("email")
        try args.done()
        try await account.startRecovery(email)
        return .null
    case "complete_recovery":
        let email = try args.required("email")
        let code = try args.required("code")
        let backupKey = try args.required("backup_key")
        let newPassword = try args.required("new_password")
        let sendPassword = try args.flag("send_password")
        try args.done()
        try await account.completeRecovery(
            email: email, code: code, backupKey: backupKey, newPassword: newPassword,
            sendPassword: sendPassword)
        return .null
    case "verify_mfa":
        let code = try args.required("code")
        try args.done()
        try await account.verifyMFA(code)
        return .null
    case "resend_mfa_code":
        try args.done()
        try await account.resendMFACode()
        return .null
    case "set_mfa":
        let enabled = try args.flag("enabled")
        try args.done()
        try await account.setMFA(to: enabled)
        return .null
    default: throw noOperation("account.\(operation)")
    }
}
