internal import InfisicalE2EENative

/// An account that was just made.
public struct NewAccount: Hashable, Sendable {
    /// The user's id.
    public let userID: String
    /// The address signed up with. Log in with the same spelling: it is part of the proof.
    public let email: String
}

/// A user of the server.
public struct User: Identifiable, Hashable, Sendable {
    /// The user's id.
    public let id: String
    /// E-mail address.
    public let email: String
    /// First name.
    public let firstName: String
    /// Last name.
    public let lastName: String
}

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
    /// - Parameters:
    ///   - firstName: The part of the address before the `@` by default.
    ///   - lastName: `-` by default, because the server refuses an empty one.
    ///   - organizationName: Name of the organization made with the account;
    ///     `<first name>'s organization` by default.
    ///   - sendPassword: Agrees to send the password to servers since spring 2024, which demand it and
    ///     keep a copy of the private key that they can open. Without it, signing up there is refused.
    /// - Throws: ``InfisicalError/authenticationFailed(_:)`` for a wrong code;
    ///   ``InfisicalError/conflict(_:)`` if the account exists;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server demands the password itself.
    public func completeSignUp(
        email: String,
        code: String,
        password: String,
        firstName: String? = nil,
        lastName: String? = nil,
        organizationName: String? = nil,
        sendPassword: Bool = false,
        timeout: Duration? = nil
    ) async throws -> NewAccount {
        let signUp = NativeSignUp(
            email: email, code: code, password: password, firstName: firstName, lastName: lastName,
            organizationName: organizationName, sendPassword: sendPassword)
        return try await perform {
            let account = try await native.completeSignUp(
                signUp: signUp, timeout: timeout?.inSeconds)
            return NewAccount(userID: account.userId, email: account.email)
        }
    }

    /// The user behind the credential. Logs in if need be, so it also tells whether a password is
    /// right.
    ///
    /// - Throws: ``InfisicalError/authenticationFailed(_:)``;
    ///   ``InfisicalError/permissionDenied(_:)`` for a service token, which belongs to no user.
    public func me(timeout: Duration? = nil) async throws -> User {
        try await perform {
            let user = try await native.whoAmI(timeout: timeout?.inSeconds)
            return User(
                id: user.id, email: user.email, firstName: user.firstName, lastName: user.lastName)
        }
    }
}
