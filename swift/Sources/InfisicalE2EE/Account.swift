internal import InfisicalE2EENative

/// Signing up, and the user behind the credential.
public struct Account: Sendable {
    let native: NativeClient

    /// Asks the server to mail a sign-up code to `email`. Needs no credential.
    ///
    /// - Throws: ``InfisicalError/conflict(_:)`` if the account exists.
    public func startSignUp(email: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.startSignUp(email: email, timeout: timeout?.inSeconds)
        }
    }

    /// Confirms the mailed code and makes the account: its key pair and everything that protects it
    /// are made here. Needs no credential.
    ///
    /// The code can be confirmed once: interrupted, the same client goes on with it for a quarter of
    /// an hour, another needs a new code.
    ///
    /// - Parameters:
    ///   - firstName: The part of the address before the `@` by default.
    ///   - lastName: `-` by default, because the server refuses an empty one.
    ///   - invitedTo: Id of the organization that invited the person. Then the code is that of the
    ///     invitation, ``startSignUp(email:timeout:)`` is not needed, and no organization is made.
    ///   - organizationName: Name of the organization made with the account;
    ///     `<first name>'s organization` by default.
    ///   - sendPassword: Agrees to send the password to servers since June 2024, which demand it
    ///     and keep a copy of the private key that they can open. Without it, signing up there is
    ///     refused.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong code;
    ///   ``InfisicalError/conflict(_:)`` if the account exists;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server demands the password itself.
    @discardableResult
    public func completeSignUp(
        email: String,
        code: String,
        password: String,
        firstName: String? = nil,
        lastName: String? = nil,
        organizationName: String? = nil,
        invitedTo: String? = nil,
        sendPassword: Bool = false,
        timeout: Duration? = nil
    ) async throws -> NewAccount {
        let signUp = NativeSignUp(
            email: email, code: code, password: password, firstName: firstName, lastName: lastName,
            organizationName: organizationName, invitedTo: invitedTo, sendPassword: sendPassword)
        return try await perform {
            let account = try await native.completeSignUp(
                signUp: signUp, timeout: timeout?.inSeconds)
            return NewAccount(account)
        }
    }

    /// Makes the first account of a new server, its administrator, with an organization the server
    /// names; on servers of 2024 and later. The key pair and everything that protects it are made
    /// here. Needs neither a credential nor a code.
    ///
    /// - Parameters:
    ///   - firstName: The part of the address before the `@` by default.
    ///   - lastName: None by default.
    ///   - sendPassword: As for `completeSignUp`.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for an empty password, or an address without
    ///   `@`; ``InfisicalError/conflict(_:)`` if the server has an administrator, whom an earlier
    ///   call may have made whose answer was lost; ``InfisicalError/unsupportedByServer(_:)`` on
    ///   May 2023 servers, where everybody signs up alike, and if the server demands the password
    ///   itself.
    @discardableResult
    public func signUpAdministrator(
        email: String,
        password: String,
        firstName: String? = nil,
        lastName: String? = nil,
        sendPassword: Bool = false,
        timeout: Duration? = nil
    ) async throws -> NewAccount {
        let account = NativeFirstAccount(
            email: email, password: password, firstName: firstName, lastName: lastName,
            sendPassword: sendPassword)
        return try await perform {
            let made = try await native.signUpAdministrator(
                account: account, timeout: timeout?.inSeconds)
            return NewAccount(made)
        }
    }

    /// The user behind the credential. Logs in if need be, so it also tells whether a password is
    /// right.
    ///
    /// - Throws: ``InfisicalError/authenticationFailed(_:)``;
    ///   ``InfisicalError/permissionDenied(_:)`` for a service token, which belongs to no user.
    public func me(timeout: Duration? = nil) async throws -> User {
        try await perform {
            User(try await native.whoAmI(timeout: timeout?.inSeconds))
        }
    }

    /// Gives the user another name, on servers of 2024 and later.
    ///
    /// - Parameters:
    ///   - firstName: The new first name.
    ///   - lastName: The new last name; unchanged by default.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a blank first name;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs;
    ///   ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers.
    @discardableResult
    public func setName(
        firstName: String,
        lastName: String? = nil,
        timeout: Duration? = nil
    ) async throws -> User {
        try await perform {
            User(
                try await native.setUserName(
                    firstName: firstName, lastName: lastName, timeout: timeout?.inSeconds))
        }
    }

    /// Takes up an invitation to an organization for somebody who has an account. Needs no
    /// credential.
    ///
    /// - Parameter code: The mailed code.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong or used code;
    ///   ``InfisicalError/notFound(_:)`` if the person has no account yet: they sign up with
    ///   `invitedTo` and another code.
    public func acceptInvitation(
        _ email: String,
        to organization: String,
        code: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.acceptInvitation(
                email: email, organization: organization, code: code, timeout: timeout?.inSeconds)
        }
    }

    /// Ends the session and forgets the log-in and every opened key. A client with a password logs
    /// in again at its next call. May 2023 servers leave the access token valid until it expires.
    ///
    /// Of a machine identity it is the access token that the server revokes, since June 2024. A
    /// client with a client secret logs in again at its next call, and if it has not logged in
    /// there is nothing to revoke. A client with an identity token is of no use afterwards.
    ///
    /// What the client holds is forgotten whatever happens. If the server is not reached, it keeps
    /// the session until that expires.
    ///
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` if the server had ended the session
    ///   already; ``InfisicalError/permissionDenied(_:)`` for a service token or an API key, which
    ///   have no session; ``InfisicalError/unsupportedByServer(_:)`` for a machine identity that is
    ///   logged in on servers before June 2024.
    public func logOut(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.logOut(timeout: timeout?.inSeconds)
        }
    }

    /// Deletes the user's account for good, on servers of 2024 and later, and closes the client.
    /// There is no way back.
    ///
    /// Members of projects to whom this user sealed the key may lose it with the account: first
    /// have another member share it with them again.
    ///
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` if another client deleted it before;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys;
    ///   ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers.
    public func delete(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteAccount(timeout: timeout?.inSeconds)
        }
    }

    /// Gives the user another password in place of the one in the credential, with which this
    /// client goes on. The key pair stays, and so do project keys, service tokens and the backup
    /// key.
    ///
    /// Interrupted, either password may be the one that counts: run it again, with whichever logs
    /// in or the one this client has. Servers of 2024 end the session, so that an access token is
    /// of no use afterwards.
    ///
    /// - Parameters:
    ///   - newPassword: The new password; it stays on this machine, but see `sendPassword`.
    ///   - sendPassword: Agrees to send the new password to servers since June 2024, which demand
    ///     it and keep a copy of the private key that they can open. Without it, they refuse the
    ///     change.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` if the current password is wrong;
    ///   ``InfisicalError/decryptionFailed(_:)`` if it is wrong beside an access token;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server demands the password itself;
    ///   ``InfisicalError/invalidCredential(_:)`` for an access token without a password beside it;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys.
    public func changePassword(
        to newPassword: String,
        sendPassword: Bool = false,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.changePassword(
                newPassword: newPassword, sendPassword: sendPassword, timeout: timeout?.inSeconds)
        }
    }

    /// Makes a key for an emergency kit: with it and access to the mailbox, a lost password can be
    /// replaced. It is shown only here. A new one voids the old.
    ///
    /// See ``completeRecovery(email:code:backupKey:newPassword:sendPassword:timeout:)``.
    ///
    /// - Parameter name: Whose name the kit bears; first and last name of the account by default.
    ///   The server is not told.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` if the password is wrong;
    ///   ``InfisicalError/decryptionFailed(_:)`` if it is wrong beside an access token;
    ///   ``InfisicalError/invalidCredential(_:)`` for an access token without a password beside it;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys.
    public func createBackupKey(
        name: String? = nil,
        timeout: Duration? = nil
    ) async throws -> EmergencyKit {
        try await perform {
            EmergencyKit(try await native.createBackupKey(name: name, timeout: timeout?.inSeconds))
        }
    }

    /// Asks the server to mail a recovery code to `email`. Needs no credential. Servers of 2024
    /// succeed for any address, so as not to tell who has an account.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no account (May 2023).
    public func startRecovery(_ email: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.startRecovery(email: email, timeout: timeout?.inSeconds)
        }
    }

    /// Opens the private key with a backup key and puts it under a new password. Needs no
    /// credential; log in with the new password afterwards. Nothing is changed before the private
    /// key is open, and the backup key stays good.
    ///
    /// The code can be confirmed once: after a wrong backup key or an interruption the same client
    /// goes on with it for a quarter of an hour, another needs a new code.
    ///
    /// - Parameters:
    ///   - email: The address the code was mailed to.
    ///   - code: The mailed code.
    ///   - backupKey: The backup key of the emergency kit.
    ///   - newPassword: The new password; it stays on this machine, but see `sendPassword`.
    ///   - sendPassword: Agrees to send the new password to servers since about the end of 2024,
    ///     which demand it and can open the private key with it. Without it, recovery there is
    ///     refused.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong or used code;
    ///   ``InfisicalError/decryptionFailed(_:)`` for a wrong backup key;
    ///   ``InfisicalError/notFound(_:)`` if the account has none;
    ///   ``InfisicalError/invalidInput(_:)`` for one that is not 32 hexadecimal characters;
    ///   ``InfisicalError/integrityViolation(_:)`` if what it opens is not the key of the account;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server demands the password itself.
    public func completeRecovery(
        email: String,
        code: String,
        backupKey: String,
        newPassword: String,
        sendPassword: Bool = false,
        timeout: Duration? = nil
    ) async throws {
        let recovery = NativeRecovery(
            email: email, code: code, backupKey: backupKey, newPassword: newPassword,
            sendPassword: sendPassword)
        try await perform {
            try await native.completeRecovery(recovery: recovery, timeout: timeout?.inSeconds)
        }
    }

    /// Completes a log-in that failed with ``InfisicalError/mfaRequired(_:)``, with the code that
    /// was mailed. Then repeat the call.
    ///
    /// - Parameter code: The mailed code.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong code, of which servers
    ///   take a few, or one that is too old; ``InfisicalError/invalidInput(_:)`` if no code is
    ///   waited for; ``InfisicalError/permissionDenied(_:)`` for other credentials than e-mail and
    ///   password, and if the server has locked the user after three wrong codes, as servers since
    ///   June 2024 do. `retryAfter` gives the duration.
    public func verifyMFA(_ code: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.verifyMfa(code: code, timeout: timeout?.inSeconds)
        }
    }

    /// Has another code mailed; the one before is no longer good. Begins a log-in if none is
    /// waiting.
    ///
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong password;
    ///   ``InfisicalError/invalidInput(_:)`` if the user is logged in, or has no second factor;
    ///   ``InfisicalError/permissionDenied(_:)`` for other credentials than e-mail and password.
    public func resendMFACode(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.resendMfaCode(timeout: timeout?.inSeconds)
        }
    }

    /// Turns the second factor on or off. With it, every log-in is completed by a mailed code, see
    /// ``verifyMFA(_:timeout:)``; a session under way goes on.
    ///
    /// - Parameter enabled: Whether there is to be one.
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` for programs.
    public func setMFA(to enabled: Bool, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.setMfa(enabled: enabled, timeout: timeout?.inSeconds)
        }
    }
}
