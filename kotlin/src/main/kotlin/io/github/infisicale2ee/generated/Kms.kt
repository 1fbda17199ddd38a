// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Keys that the server holds, on servers since October 2024.
 *
 * **This is not end-to-end encryption.** The server makes these keys and keeps them, and it sees
 * the data: the operator of the server can decrypt all of it. Use such a key where several programs
 * trust the server and should not have the key themselves. A client that requires end-to-end
 * encryption manages keys, and refuses to encrypt, decrypt, sign and verify.
 *
 * On today's servers, the project must be made for it: see `product` of [Projects.create]. Machine
 * identities need a role in it, like users.
 *
 * Every method fails with [UnsupportedByServerException] on older servers, and if the project is
 * for something else. It fails with [PermissionDeniedException] for service tokens, service
 * accounts and API keys, or if the role does not allow it. It fails with
 * [IntegrityViolationException] if the server answers with another key or project, and with
 * [InvalidInputException] for a malformed id.
 *
 * Protocol: `/api/v1/kms/keys`.
 */
public class Kms internal constructor(private val connection: Connection) {
    /**
     * Lists every key of a project.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the caller is not a member.
     * @throws InvalidInputException if neither the call nor the client names a project.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<KmsKey> {
        checkText("project" to project)
        return connection.call(timeout) { listKmsKeys(project, it).map(::KmsKey) }
    }

    /**
     * Returns one key, by its id, on today's servers.
     *
     * @param id the key's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws UnsupportedByServerException on servers before 2026: list the keys.
     */
    public suspend fun get(id: String, timeout: Duration? = null): KmsKey {
        checkText("id" to id)
        return connection.call(timeout) { KmsKey(getKmsKey(id, it)) }
    }

    /**
     * Returns one key of a project, by its name, on today's servers.
     *
     * @param name the key's name.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such key, or if there is no such project or
     *   the caller is not a member.
     * @throws InvalidInputException if the name is empty, `.`, `..` or longer than 100 UTF-16
     *   units, or if neither the call nor the client names a project.
     * @throws UnsupportedByServerException on servers before 2026: list the keys.
     */
    public suspend fun getByName(
        name: String,
        project: String? = null,
        timeout: Duration? = null,
    ): KmsKey {
        checkText("name" to name, "project" to project)
        return connection.call(timeout) { KmsKey(getKmsKeyByName(name, project, it)) }
    }

    /**
     * Creates a key. The server makes and keeps it.
     *
     * @param name the key's name, of 1 to 32 lower-case letters, digits and `-`.
     * @param description what the key is for, for people; none by default.
     * @param usage `encrypt-decrypt`, or `sign-verify` on today's servers; by default that of the
     *   algorithm, and without one `encrypt-decrypt`.
     * @param algorithm for encryption `aes-256-gcm`, the default, or `aes-128-gcm`. For signatures
     *   `RSA_4096`, `ECC_NIST_P256`, `ECC_NIST_P384`, `ECC_NIST_P521`, or with a license
     *   `ML_DSA_44`, `ML_DSA_65` or `ML_DSA_87`; there is no default.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the project has a key of that name.
     * @throws InvalidInputException if the name has other characters, if the algorithm is unknown
     *   or not for the usage, or if neither the call nor the client names a project.
     * @throws NotFoundException if there is no such project or the caller is not a member.
     * @throws UnsupportedByServerException for a key that signs on servers before 2026, and for an
     *   algorithm that the server's license does not include.
     */
    public suspend fun create(
        name: String,
        description: String? = null,
        usage: String? = null,
        algorithm: String? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): KmsKey {
        checkText(
            "name" to name,
            "description" to description,
            "usage" to usage,
            "algorithm" to algorithm,
            "project" to project,
        )
        return connection.call(timeout) {
            KmsKey(createKmsKey(name, description, usage, algorithm, project, it))
        }
    }

    /**
     * Gives a key another name, another description or both.
     *
     * @param id the key's id.
     * @param newName new name, of 1 to 32 lower-case letters, digits and `-`; unchanged by default.
     * @param description new description, which may be empty; unchanged by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws ConflictException if the project has a key of the new name.
     * @throws InvalidInputException if nothing to change is given, or if the new name has other
     *   characters than lower-case letters, digits and `-`, or is longer than 32.
     */
    public suspend fun update(
        id: String,
        newName: String? = null,
        description: String? = null,
        timeout: Duration? = null,
    ): KmsKey {
        checkText("id" to id, "newName" to newName, "description" to description)
        return connection.call(timeout) { KmsKey(updateKmsKey(id, newName, description, it)) }
    }

    /**
     * Disables a key, or enables it again. The server uses no disabled key.
     *
     * @param id the key's id.
     * @param enabled whether the server may use the key.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     */
    public suspend fun setEnabled(id: String, enabled: Boolean, timeout: Duration? = null): KmsKey {
        checkText("id" to id)
        return connection.call(timeout) { KmsKey(setKmsKeyEnabled(id, enabled, it)) }
    }

    /**
     * Deletes a key permanently. Data that was encrypted with it can no longer be decrypted.
     *
     * @param id the key's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteKmsKey(id, it) }
    }

    /**
     * Has the server encrypt data, which it sees. Infisical's own SDKs give the same ciphertext as
     * base64.
     *
     * @param id the key's id.
     * @param plaintext the data, at most 1 MiB; servers of 2024 take about 750 KiB.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException if the client requires end-to-end encryption: nothing is
     *   sent.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for encryption, or if the data
     *   is too large.
     */
    public suspend fun encrypt(
        id: String,
        plaintext: ByteArray,
        timeout: Duration? = null,
    ): ByteArray {
        checkText("id" to id)
        return connection.call(timeout) { kmsEncrypt(id, plaintext, it) }
    }

    /**
     * Has the server decrypt what it encrypted with a key. It sees the data.
     *
     * @param id the key's id.
     * @param ciphertext the result of [Kms.encrypt]. Decode one of Infisical's own SDKs from base64
     *   first.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException if the client requires end-to-end encryption: nothing is
     *   sent.
     * @throws DecryptionFailedException if the ciphertext is of another key or was changed. Servers
     *   answer the same way if something else fails there.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for encryption, or if the
     *   ciphertext is too large.
     */
    public suspend fun decrypt(
        id: String,
        ciphertext: ByteArray,
        timeout: Duration? = null,
    ): ByteArray {
        checkText("id" to id)
        return connection.call(timeout) { kmsDecrypt(id, ciphertext, it) }
    }

    /**
     * Has the server sign data, which it sees, on today's servers.
     *
     * @param id the key's id.
     * @param data the data, at most 1 MiB; with `digest`, its hash.
     * @param algorithm such as `ECDSA_SHA_256` or `RSASSA_PSS_SHA_256`; [Kms.signingAlgorithms]
     *   lists those of a key.
     * @param digest whether the data is already hashed with the hash function of the algorithm;
     *   `false` by default. Not possible with RSASSA-PSS and ML-DSA.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException if the client requires end-to-end encryption: nothing is
     *   sent. Also on servers before 2026, and if the server's license does not include the
     *   algorithm.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for signatures, if the
     *   algorithm is unknown or not for the key, if it takes no digest, or if the data is too
     *   large.
     */
    public suspend fun sign(
        id: String,
        data: ByteArray,
        algorithm: String,
        digest: Boolean = false,
        timeout: Duration? = null,
    ): ByteArray {
        checkText("id" to id, "algorithm" to algorithm)
        return connection.call(timeout) { kmsSign(id, data, algorithm, digest, it) }
    }

    /**
     * Asks the server whether a signature is valid, on today's servers. It sees the data.
     *
     * The answer is the server's word. To check a signature without trusting the server, use the
     * [Kms.publicKey] that you got at a time when you trusted it.
     *
     * @param id the key's id.
     * @param data the signed data, at most 1 MiB; with `digest`, its hash.
     * @param signature the result of [Kms.sign].
     * @param algorithm the one of the signature.
     * @param digest whether the data is already hashed with the hash function of the algorithm;
     *   `false` by default. Not possible with RSASSA-PSS and ML-DSA.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException if the client requires end-to-end encryption: nothing is
     *   sent. Also on servers before 2026, and if the server's license does not include the
     *   algorithm.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for signatures, if the
     *   algorithm is unknown or not for the key, if it takes no digest, or if the data or the
     *   signature is too large.
     */
    public suspend fun verify(
        id: String,
        data: ByteArray,
        signature: ByteArray,
        algorithm: String,
        digest: Boolean = false,
        timeout: Duration? = null,
    ): Boolean {
        checkText("id" to id, "algorithm" to algorithm)
        return connection.call(timeout) { kmsVerify(id, data, signature, algorithm, digest, it) }
    }

    /**
     * Returns the public key of a key that signs, on today's servers.
     *
     * It is in DER, as `SubjectPublicKeyInfo`.
     *
     * @param id the key's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for signatures.
     * @throws UnsupportedByServerException on servers before 2026.
     */
    public suspend fun publicKey(id: String, timeout: Duration? = null): ByteArray {
        checkText("id" to id)
        return connection.call(timeout) { kmsPublicKey(id, it) }
    }

    /**
     * Lists the algorithms with which a key can sign, on today's servers.
     *
     * @param id the key's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such key, or if the caller is not a member of its
     *   project.
     * @throws InvalidInputException if the key is disabled or is not for signatures.
     * @throws UnsupportedByServerException on servers before 2026.
     */
    public suspend fun signingAlgorithms(id: String, timeout: Duration? = null): List<String> {
        checkText("id" to id)
        return connection.call(timeout) { kmsSigningAlgorithms(id, it) }
    }
}

/** [Kms] with calls that block. */
public class BlockingKms
internal constructor(private val kms: Kms, private val timeout: Duration?) {
    /** See [Kms.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<KmsKey> = blocking { kms.list(project, timeout) }

    /** See [Kms.get]. */
    public fun get(id: String): KmsKey = blocking("id" to id) { kms.get(id, timeout) }

    /** See [Kms.getByName]. */
    @JvmOverloads
    public fun getByName(name: String, project: String? = null): KmsKey =
        blocking("name" to name) { kms.getByName(name, project, timeout) }

    /** See [Kms.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        description: String? = null,
        usage: String? = null,
        algorithm: String? = null,
        project: String? = null,
    ): KmsKey =
        blocking("name" to name) {
            kms.create(name, description, usage, algorithm, project, timeout)
        }

    /** See [Kms.update]. */
    @JvmOverloads
    public fun update(id: String, newName: String? = null, description: String? = null): KmsKey =
        blocking("id" to id) { kms.update(id, newName, description, timeout) }

    /** See [Kms.setEnabled]. */
    public fun setEnabled(id: String, enabled: Boolean): KmsKey =
        blocking("id" to id) { kms.setEnabled(id, enabled, timeout) }

    /** See [Kms.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { kms.delete(id, timeout) }

    /** See [Kms.encrypt]. */
    public fun encrypt(id: String, plaintext: ByteArray): ByteArray =
        blocking("id" to id, "plaintext" to plaintext) { kms.encrypt(id, plaintext, timeout) }

    /** See [Kms.decrypt]. */
    public fun decrypt(id: String, ciphertext: ByteArray): ByteArray =
        blocking("id" to id, "ciphertext" to ciphertext) { kms.decrypt(id, ciphertext, timeout) }

    /** See [Kms.sign]. */
    @JvmOverloads
    public fun sign(
        id: String,
        data: ByteArray,
        algorithm: String,
        digest: Boolean = false,
    ): ByteArray =
        blocking("id" to id, "data" to data, "algorithm" to algorithm) {
            kms.sign(id, data, algorithm, digest, timeout)
        }

    /** See [Kms.verify]. */
    @JvmOverloads
    public fun verify(
        id: String,
        data: ByteArray,
        signature: ByteArray,
        algorithm: String,
        digest: Boolean = false,
    ): Boolean =
        blocking("id" to id, "data" to data, "signature" to signature, "algorithm" to algorithm) {
            kms.verify(id, data, signature, algorithm, digest, timeout)
        }

    /** See [Kms.publicKey]. */
    public fun publicKey(id: String): ByteArray =
        blocking("id" to id) { kms.publicKey(id, timeout) }

    /** See [Kms.signingAlgorithms]. */
    public fun signingAlgorithms(id: String): List<String> =
        blocking("id" to id) { kms.signingAlgorithms(id, timeout) }
}
