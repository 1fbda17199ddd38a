// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
import Foundation
internal import InfisicalE2EENative

/// Keys that the server holds, on servers since October 2024.
///
/// **This is not end-to-end encryption.** The server makes these keys and keeps them, and it sees
/// the data: the operator of the server can decrypt all of it. Use such a key where several
/// programs trust the server and should not have the key themselves. A client that requires
/// end-to-end encryption manages keys, and refuses to encrypt, decrypt, sign and verify.
///
/// On today's servers, the project must be made for it: see `product` of
/// ``Projects/create(_:product:organization:timeout:)``. Machine identities need a role in it, like
/// users.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on older servers, and if the
/// project is for something else. It fails with ``InfisicalError/permissionDenied(_:)`` for service
/// tokens, service accounts and API keys, or if the role does not allow it. It fails with
/// ``InfisicalError/integrityViolation(_:)`` if the server answers with another key or project, and
/// with ``InfisicalError/invalidInput(_:)`` for a malformed id.
///
/// Protocol: `/api/v1/kms/keys`.
public struct Kms: Sendable {
    let native: NativeClient

    /// Lists every key of a project.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the caller is not a
    ///     member.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [KmsKey] {
        try await perform {
            let answer = try await native.listKmsKeys(project: project, timeout: timeout?.inSeconds)
            return answer.map(KmsKey.init)
        }
    }

    /// Returns one key, by its id, on today's servers.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before 2026: list the keys.
    public func get(_ id: String, timeout: Duration? = nil) async throws -> KmsKey {
        try await perform {
            let answer = try await native.getKmsKey(id: id, timeout: timeout?.inSeconds)
            return KmsKey(answer)
        }
    }

    /// Returns one key of a project, by its name, on today's servers.
    ///
    /// - Parameters:
    ///   - name: The key's name.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such key, or if there is no such
    ///     project or the caller is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is empty, `.`, `..` or longer than 100
    ///     UTF-16 units, or if neither the call nor the client names a project.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before 2026: list the keys.
    public func getByName(
        _ name: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> KmsKey {
        try await perform {
            let answer = try await native.getKmsKeyByName(
                name: name, project: project, timeout: timeout?.inSeconds)
            return KmsKey(answer)
        }
    }

    /// Creates a key. The server makes and keeps it.
    ///
    /// - Parameters:
    ///   - name: The key's name, of 1 to 32 lower-case letters, digits and `-`.
    ///   - description: What the key is for, for people; none by default.
    ///   - usage: `encrypt-decrypt`, or `sign-verify` on today's servers; by default that of the
    ///     algorithm, and without one `encrypt-decrypt`.
    ///   - algorithm: For encryption `aes-256-gcm`, the default, or `aes-128-gcm`. For signatures
    ///     `RSA_4096`, `ECC_NIST_P256`, `ECC_NIST_P384`, `ECC_NIST_P521`, or with a license
    ///     `ML_DSA_44`, `ML_DSA_65` or `ML_DSA_87`; there is no default.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the project has a key of that name.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name has other characters, if the algorithm
    ///     is unknown or not for the usage, or if neither the call nor the client names a project.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the caller is not a
    ///     member.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a key that signs on servers before 2026,
    ///     and for an algorithm that the server's license does not include.
    @discardableResult
    public func create(
        _ name: String,
        description: String? = nil,
        usage: String? = nil,
        algorithm: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> KmsKey {
        try await perform {
            let answer = try await native.createKmsKey(
                name: name, description: description, usage: usage, algorithm: algorithm,
                project: project, timeout: timeout?.inSeconds)
            return KmsKey(answer)
        }
    }

    /// Gives a key another name, another description or both.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - newName: New name, of 1 to 32 lower-case letters, digits and `-`; unchanged by default.
    ///   - description: New description, which may be empty; unchanged by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/conflict(_:)`` if the project has a key of the new name.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, or if the new name
    ///     has other characters than lower-case letters, digits and `-`, or is longer than 32.
    @discardableResult
    public func update(
        _ id: String,
        newName: String? = nil,
        description: String? = nil,
        timeout: Duration? = nil
    ) async throws -> KmsKey {
        try await perform {
            let answer = try await native.updateKmsKey(
                id: id, newName: newName, description: description, timeout: timeout?.inSeconds)
            return KmsKey(answer)
        }
    }

    /// Disables a key, or enables it again. The server uses no disabled key.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - enabled: Whether the server may use the key.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    @discardableResult
    public func setEnabled(
        _ id: String,
        enabled: Bool,
        timeout: Duration? = nil
    ) async throws -> KmsKey {
        try await perform {
            let answer = try await native.setKmsKeyEnabled(
                id: id, enabled: enabled, timeout: timeout?.inSeconds)
            return KmsKey(answer)
        }
    }

    /// Deletes a key permanently. Data that was encrypted with it can no longer be decrypted.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteKmsKey(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Has the server encrypt data, which it sees. Infisical's own SDKs give the same ciphertext as
    /// base64.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - plaintext: The data, at most 1 MiB; servers of 2024 take about 750 KiB.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the client requires end-to-end encryption:
    ///     nothing is sent.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for encryption, or
    ///     if the data is too large.
    public func encrypt(
        _ id: String,
        plaintext: Data,
        timeout: Duration? = nil
    ) async throws -> Data {
        try await perform {
            try await native.kmsEncrypt(id: id, plaintext: plaintext, timeout: timeout?.inSeconds)
        }
    }

    /// Has the server decrypt what it encrypted with a key. It sees the data.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - ciphertext: The result of ``Kms/encrypt(_:plaintext:timeout:)``. Decode one of
    ///     Infisical's own SDKs from base64 first.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the client requires end-to-end encryption:
    ///     nothing is sent.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the ciphertext is of another key or was
    ///     changed. Servers answer the same way if something else fails there.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for encryption, or
    ///     if the ciphertext is too large.
    public func decrypt(
        _ id: String,
        ciphertext: Data,
        timeout: Duration? = nil
    ) async throws -> Data {
        try await perform {
            try await native.kmsDecrypt(id: id, ciphertext: ciphertext, timeout: timeout?.inSeconds)
        }
    }

    /// Has the server sign data, which it sees, on today's servers.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - data: The data, at most 1 MiB; with `digest`, its hash.
    ///   - algorithm: Such as `ECDSA_SHA_256` or `RSASSA_PSS_SHA_256`;
    ///     ``Kms/signingAlgorithms(_:timeout:)`` lists those of a key.
    ///   - digest: Whether the data is already hashed with the hash function of the algorithm;
    ///     `false` by default. Not possible with RSASSA-PSS and ML-DSA.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the client requires end-to-end encryption:
    ///     nothing is sent. Also on servers before 2026, and if the server's license does not
    ///     include the algorithm.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for signatures, if
    ///     the algorithm is unknown or not for the key, if it takes no digest, or if the data is
    ///     too large.
    public func sign(
        _ id: String,
        data: Data,
        algorithm: String,
        digest: Bool = false,
        timeout: Duration? = nil
    ) async throws -> Data {
        try await perform {
            try await native.kmsSign(
                id: id, data: data, algorithm: algorithm, digest: digest,
                timeout: timeout?.inSeconds)
        }
    }

    /// Asks the server whether a signature is valid, on today's servers. It sees the data.
    ///
    /// The answer is the server's word. To check a signature without trusting the server, use the
    /// ``Kms/publicKey(_:timeout:)`` that you got at a time when you trusted it.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - data: The signed data, at most 1 MiB; with `digest`, its hash.
    ///   - signature: The result of ``Kms/sign(_:data:algorithm:digest:timeout:)``.
    ///   - algorithm: The one of the signature.
    ///   - digest: Whether the data is already hashed with the hash function of the algorithm;
    ///     `false` by default. Not possible with RSASSA-PSS and ML-DSA.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the client requires end-to-end encryption:
    ///     nothing is sent. Also on servers before 2026, and if the server's license does not
    ///     include the algorithm.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for signatures, if
    ///     the algorithm is unknown or not for the key, if it takes no digest, or if the data or
    ///     the signature is too large.
    public func verify(
        _ id: String,
        data: Data,
        signature: Data,
        algorithm: String,
        digest: Bool = false,
        timeout: Duration? = nil
    ) async throws -> Bool {
        try await perform {
            try await native.kmsVerify(
                id: id, data: data, signature: signature, algorithm: algorithm, digest: digest,
                timeout: timeout?.inSeconds)
        }
    }

    /// Returns the public key of a key that signs, on today's servers.
    ///
    /// It is in DER, as `SubjectPublicKeyInfo`.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for signatures.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before 2026.
    public func publicKey(_ id: String, timeout: Duration? = nil) async throws -> Data {
        try await perform {
            try await native.kmsPublicKey(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Lists the algorithms with which a key can sign, on today's servers.
    ///
    /// - Parameters:
    ///   - id: The key's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such key, or if the caller is not a
    ///     member of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the key is disabled or is not for signatures.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before 2026.
    public func signingAlgorithms(_ id: String, timeout: Duration? = nil) async throws -> [String] {
        try await perform {
            try await native.kmsSigningAlgorithms(id: id, timeout: timeout?.inSeconds)
        }
    }
}
