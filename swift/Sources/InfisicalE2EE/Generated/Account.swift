// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Sign-up, and the account of the user behind the credential.
///
/// Protocol: `/api/v1/signup`, `/api/v2/signup`, `/api/v3/signup`, `/api/v1/admin/signup`,
/// `/api/v1/invite-org`, `/api/v1/auth`, `/api/v3/auth`, `/api/v2/auth/mfa`, `/api/v1/password`,
/// `/api/v2/users/me`.
public struct Account: Sendable {
    let native: NativeClient

    /// Asks the server to mail a sign-up code. Needs no credential.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the new account, to which the code is mailed.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the account exists; today's servers do not tell.
    ///   - ``InfisicalError/invalidInput(_:)`` if the server rejects the address.
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the server does not allow sign-ups, on
    ///     servers of 2024.
    public func startSignUp(email: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.startSignUp(email: email, timeout: timeout?.inSeconds)
        }
    }

    /// Confirms the mailed code and creates the account. Needs no credential.
    ///
    /// The client creates the key pair of the account, and everything that protects it, on this
    /// machine. On today's servers an account has no key pair, so it cannot open the key of an
    /// end-to-end encrypted project.
    ///
    /// The server confirms a code only once. After an interruption, the same client can continue
    /// with the confirmed code for 15 minutes; another client needs a new code.
    ///
    /// - Parameters:
    ///   - email: The e-mail address that the code was mailed to.
    ///   - code: The mailed code.
    ///   - password: The password of the account; it stays on this machine, but see `sendPassword`.
    ///   - firstName: First name; by default the part of the address before the `@`.
    ///   - lastName: Last name; `-` by default, because the server rejects an empty one.
    ///   - organizationName: Name of the organization that is created with the account; `<first
    ///     name>'s organization` by default. Today's servers accept only letters and digits of
    ///     ASCII, dashes, underscores and spaces; there the default is `<first name> organization`.
    ///   - invitedTo: Id of the organization that invited the person; by default there is no
    ///     invitation, and the person creates an organization of their own. With it, the code is
    ///     that of the invitation, ``Account/startSignUp(email:timeout:)`` is not needed, and no
    ///     organization is created.
    ///   - sendPassword: Whether the password may be sent to servers since June 2024, which demand
    ///     it; `false` by default. Those of 2024 keep a copy of the private key that they can open.
    ///     Without it, signing up fails on these servers. Earlier servers do not receive the
    ///     password.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the code is wrong, was used or is too
    ///     old.
    ///   - ``InfisicalError/tokenExpired(_:)`` if the code was confirmed more than 15 minutes ago,
    ///     on servers since 2024.
    ///   - ``InfisicalError/conflict(_:)`` if the account exists; an earlier call whose response
    ///     was lost may have created it.
    ///   - ``InfisicalError/invalidInput(_:)`` if the password is empty, or if `invitedTo` is not
    ///     the id of an organization.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server demands the password itself and
    ///     `sendPassword` does not allow it.
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
            let answer = try await native.completeSignUp(
                signUp: signUp, timeout: timeout?.inSeconds)
            return NewAccount(answer)
        }
    }

    /// Accepts an invitation to an organization, for a person who has an account. Needs no
    /// credential.
    ///
    /// The code can be used once. A person without an account signs up instead, with
    /// ``Account/completeSignUp(email:code:password:firstName:lastName:organizationName:invitedTo:sendPassword:timeout:)``
    /// and `invitedTo`.
    ///
    /// - Parameters:
    ///   - email: The e-mail address that was invited.
    ///   - organization: Id of the organization.
    ///   - code: The mailed code.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the code is wrong or was used; if an
    ///     earlier call used it, the person is already a member.
    ///   - ``InfisicalError/notFound(_:)`` if the person has no account yet; the code is then used
    ///     up, and signing up with `invitedTo` needs a new one.
    ///   - ``InfisicalError/invalidInput(_:)`` if `organization` is not the id of an organization.
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

    /// Ends the session and forgets the login and every opened key.
    ///
    /// A client with a password logs in again at its next call. May 2023 servers leave the access
    /// token valid until it expires.
    ///
    /// For a machine identity, the server revokes the access token; servers can do so since June
    /// 2024. A client with a client secret logs in again at its next call; if it has not logged in,
    /// there is nothing to revoke. A client with an identity token cannot be used afterwards.
    ///
    /// The client forgets what it holds in every case. If it cannot reach the server, the server
    /// keeps the session until that expires.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the server had ended the session already.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account or an API
    ///     key, which have no session.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a machine identity that is logged in, on
    ///     servers before June 2024, and for an access token on today's servers: it stays valid
    ///     until it expires.
    public func logOut(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.logOut(timeout: timeout?.inSeconds)
        }
    }

    /// Returns the user behind the credential. Logs in if necessary, so it also checks whether a
    /// password is right.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the server rejects the credential: the
    ///     password or the token is wrong.
    ///   - ``InfisicalError/mfaRequired(_:)`` if the login needs a code, which was mailed; see
    ///     ``Account/verifyMFA(_:timeout:)``.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account or a
    ///     machine identity, which belongs to no user, or if the server has locked the user after
    ///     too many wrong codes.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server breaks the protocol of the
    ///     login, as an attacker in its place would.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the private key that the server stores does
    ///     not decrypt.
    public func me(timeout: Duration? = nil) async throws -> User {
        try await perform {
            let answer = try await native.whoAmI(timeout: timeout?.inSeconds)
            return User(answer)
        }
    }

    /// Creates the first account of a new server, that of its administrator. Needs neither a
    /// credential nor a code.
    ///
    /// Needs a server of 2024 or later. The client creates the key pair of the account, and
    /// everything that protects it, on this machine. The server creates an organization with the
    /// account and gives it a name.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the administrator.
    ///   - password: The password of the account; it stays on this machine, but see `sendPassword`.
    ///   - firstName: First name; by default the part of the address before the `@`.
    ///   - lastName: Last name; empty by default.
    ///   - sendPassword: Whether the password may be sent to servers since June 2024, which demand
    ///     it; `false` by default. Those of 2024 keep a copy of the private key that they can open.
    ///     Without it, signing up fails on these servers. Earlier servers do not receive the
    ///     password.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the password is empty, or if the address has no
    ///     `@`.
    ///   - ``InfisicalError/conflict(_:)`` if the server has an administrator; an earlier call
    ///     whose response was lost may have created that account.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, where everybody signs up
    ///     in the same way, or if the server demands the password itself and `sendPassword` does
    ///     not allow it.
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
            let answer = try await native.signUpAdministrator(
                account: account, timeout: timeout?.inSeconds)
            return NewAccount(answer)
        }
    }

    /// Changes the name of the user. Needs a server of 2024 or later.
    ///
    /// - Parameters:
    ///   - firstName: The new first name.
    ///   - lastName: Last name; unchanged by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the first name is blank.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account or a
    ///     machine identity.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers.
    @discardableResult
    public func setName(
        firstName: String,
        lastName: String? = nil,
        timeout: Duration? = nil
    ) async throws -> User {
        try await perform {
            let answer = try await native.setUserName(
                firstName: firstName, lastName: lastName, timeout: timeout?.inSeconds)
            return User(answer)
        }
    }

    /// Lists the sessions of the user, including that of this client. Needs a server of 2024 or
    /// later.
    ///
    /// The list has every login that is still valid. Logins from one address with one user agent
    /// are one session.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account, a
    ///     machine identity or an API key.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, which keep no sessions.
    public func sessions(timeout: Duration? = nil) async throws -> [Session] {
        try await perform {
            let answer = try await native.listSessions(timeout: timeout?.inSeconds)
            return answer.map(Session.init)
        }
    }

    /// Ends every session of the user, including that of this client. Needs a server of 2024 or
    /// later.
    ///
    /// No access token of the user is valid afterwards; API keys and service tokens stay valid. A
    /// client with a password logs in again at its next call, and so can everybody else who has the
    /// password. A client with an access token cannot be used afterwards.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account, a
    ///     machine identity or an API key.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, which keep no sessions.
    public func endSessions(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.endSessions(timeout: timeout?.inSeconds)
        }
    }

    /// Deletes the account of the user permanently, and closes this client. This cannot be undone.
    /// Later calls fail with ``InfisicalError/closed(_:)``. Needs a server of 2024 or later.
    ///
    /// Members of projects to whom this user sealed the project key may lose it with the account.
    /// Have another member share the key with them again first.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if another client deleted the account
    ///     before.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account, a
    ///     machine identity or an API key.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers.
    public func delete(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteAccount(timeout: timeout?.inSeconds)
        }
    }

    /// Completes a login that failed with ``InfisicalError/mfaRequired(_:)``, with the mailed code.
    /// Then repeat the call that failed.
    ///
    /// After three wrong codes, servers since June 2024 lock the user: they accept no code and no
    /// login until the time in `retryAfter` of the error has passed, or until the password is
    /// replaced with
    /// ``Account/completeRecovery(email:code:backupKey:newPassword:sendPassword:timeout:)``.
    ///
    /// - Parameters:
    ///   - code: The mailed code, which is valid for five minutes.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the code is wrong, of which servers
    ///     accept a few, or if it is too old.
    ///   - ``InfisicalError/invalidInput(_:)`` if the code is empty, or if no login waits for a
    ///     code.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a credential other than e-mail and password,
    ///     or if the server has locked the user.
    public func verifyMFA(_ code: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.verifyMfa(code: code, timeout: timeout?.inSeconds)
        }
    }

    /// Asks the server to mail another code for a login; the code before is no longer valid. Begins
    /// a login if none waits for a code.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the password is wrong.
    ///   - ``InfisicalError/invalidInput(_:)`` if the user is logged in, or has no second factor.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a credential other than e-mail and password,
    ///     or if the server has locked the user after three wrong codes, as servers since June 2024
    ///     do.
    public func resendMFACode(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.resendMfaCode(timeout: timeout?.inSeconds)
        }
    }

    /// Turns the second factor of the user on or off. With it, a mailed code completes every login;
    /// see ``Account/verifyMFA(_:timeout:)``. A running session continues.
    ///
    /// - Parameters:
    ///   - enabled: Whether logins need a second factor.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account or a
    ///     machine identity.
    public func setMFA(to enabled: Bool, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.setMfa(enabled: enabled, timeout: timeout?.inSeconds)
        }
    }

    /// Replaces the password of the user. The password in the credential is the current one, and
    /// this client continues with the new one. The key pair stays, and so do project keys, service
    /// tokens and the backup key.
    ///
    /// Today's servers leave the key pair under the old password: from then on, log in with the new
    /// password, and give the old one to decrypt.
    ///
    /// After an interruption, either password may be the valid one. Run the call again, with the
    /// password that logs in or with the one that this client has: it finishes the change. Servers
    /// of 2024 and later end the session, so an access token cannot be used afterwards.
    ///
    /// - Parameters:
    ///   - newPassword: The new password; it stays on this machine, but see `sendPassword`.
    ///   - sendPassword: Whether the new password may be sent to servers since June 2024, which
    ///     demand it; today's demand the current one too. `false` by default. Servers of 2024 keep
    ///     a copy of the private key that they can open. Without it, changing the password fails on
    ///     these servers. Earlier servers do not receive the password.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the current password is wrong.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the current password, given beside an access
    ///     token, is wrong.
    ///   - ``InfisicalError/invalidCredential(_:)`` for an access token without a password beside
    ///     it.
    ///   - ``InfisicalError/invalidInput(_:)`` if the new password is empty.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account, a
    ///     machine identity or an API key.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server demands the new password itself
    ///     and `sendPassword` does not allow it.
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

    /// Creates a backup key, for an emergency kit. With it and access to the mailbox, a lost
    /// password can be replaced; see
    /// ``Account/completeRecovery(email:code:backupKey:newPassword:sendPassword:timeout:)``.
    ///
    /// The backup key is shown only here. A new one voids the earlier one. If the call fails, the
    /// earlier one may be void too: create another one.
    ///
    /// - Parameters:
    ///   - name: Name of the person on the emergency kit; by default the first and last name of the
    ///     account. The server does not receive it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the password is wrong.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the password, given beside an access token,
    ///     is wrong.
    ///   - ``InfisicalError/invalidCredential(_:)`` for an access token without a password beside
    ///     it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token, a service account, a
    ///     machine identity or an API key.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which store no backup
    ///     keys.
    public func createBackupKey(
        name: String? = nil,
        timeout: Duration? = nil
    ) async throws -> EmergencyKit {
        try await perform {
            let answer = try await native.createBackupKey(name: name, timeout: timeout?.inSeconds)
            return EmergencyKit(answer)
        }
    }

    /// Asks the server to mail a recovery code. Needs no credential. Servers of 2024 and later
    /// succeed for every address, so that nobody learns who has an account.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the account, to which the code is mailed.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no account of that address, on May 2023
    ///     servers.
    public func startRecovery(_ email: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.startRecovery(email: email, timeout: timeout?.inSeconds)
        }
    }

    /// Replaces a lost password, with a mailed code and a backup key. Needs no credential; log in
    /// with the new password afterwards.
    ///
    /// The client confirms the code, opens the private key with the backup key of
    /// ``Account/createBackupKey(name:timeout:)``, and protects it with the new password. Nothing
    /// is changed before the private key is open. The backup key stays valid.
    ///
    /// Today's servers take a new password without a backup key, and leave the key pair under the
    /// old password: afterwards, log in with the new password, and give the old one to decrypt. On
    /// them the backup key has no effect.
    ///
    /// The server confirms a code only once. After a wrong backup key or an interruption, the same
    /// client can continue with the confirmed code for 15 minutes; another client needs a new code.
    ///
    /// - Parameters:
    ///   - email: The e-mail address that the code was mailed to.
    ///   - code: The mailed code.
    ///   - backupKey: The backup key of the emergency kit.
    ///   - newPassword: The new password; it stays on this machine, but see `sendPassword`.
    ///   - sendPassword: Whether the new password may be sent to today's servers, which demand it;
    ///     `false` by default. Without it, recovery fails on these servers. Earlier servers do not
    ///     receive the password.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the code is wrong, was used or is too
    ///     old, or if there is no account of that address.
    ///   - ``InfisicalError/tokenExpired(_:)`` if the code was confirmed more than 15 minutes ago,
    ///     on servers since 2024.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the backup key is wrong, or if a later one
    ///     has replaced it.
    ///   - ``InfisicalError/notFound(_:)`` if the account has no backup key.
    ///   - ``InfisicalError/invalidInput(_:)`` if the backup key is not 32 hexadecimal characters,
    ///     or if the new password is empty.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the key that the backup key opens is not
    ///     the private key of the account.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server demands the new password itself
    ///     and `sendPassword` does not allow it.
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
}
