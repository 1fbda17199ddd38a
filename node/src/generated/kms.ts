// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { binary, checkOptions, flag, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import { type KmsKey, toKmsKey } from "./records.js";

/** Options of {@link Kms.create}. */
export interface CreateKmsKeyOptions extends ProjectOptions {
  /** What the key is for, for people; none by default. */
  description?: string | undefined;
  /**
   * `encrypt-decrypt`, or `sign-verify` on today's servers; by default that of the algorithm, and
   * without one `encrypt-decrypt`.
   */
  usage?: string | undefined;
  /**
   * For encryption `aes-256-gcm`, the default, or `aes-128-gcm`. For signatures `RSA_4096`,
   * `ECC_NIST_P256`, `ECC_NIST_P384`, `ECC_NIST_P521`, or with a license `ML_DSA_44`, `ML_DSA_65`
   * or `ML_DSA_87`; there is no default.
   */
  algorithm?: string | undefined;
}

/** @internal */
export const CREATE_KMS_KEY_OPTIONS = {
  ...PROJECT_OPTIONS,
  description: text,
  usage: text,
  algorithm: text,
};

/** Options of {@link Kms.update}. */
export interface UpdateKmsKeyOptions extends CallOptions {
  /** New name, of 1 to 32 lower-case letters, digits and `-`; unchanged by default. */
  newName?: string | undefined;
  /** New description, which may be empty; unchanged by default. */
  description?: string | undefined;
}

/** @internal */
export const UPDATE_KMS_KEY_OPTIONS = { ...CALL_OPTIONS, newName: text, description: text };

/** Options of {@link Kms.sign}. */
export interface SignKmsKeyOptions extends CallOptions {
  /**
   * Whether the data is already hashed with the hash function of the algorithm; `false` by default.
   * Not possible with RSASSA-PSS and ML-DSA.
   */
  digest?: boolean | undefined;
}

/** @internal */
export const SIGN_KMS_KEY_OPTIONS = { ...CALL_OPTIONS, digest: flag };

/** Options of {@link Kms.verify}. */
export interface VerifyKmsKeyOptions extends CallOptions {
  /**
   * Whether the data is already hashed with the hash function of the algorithm; `false` by default.
   * Not possible with RSASSA-PSS and ML-DSA.
   */
  digest?: boolean | undefined;
}

/** @internal */
export const VERIFY_KMS_KEY_OPTIONS = { ...CALL_OPTIONS, digest: flag };

/**
 * Keys that the server holds, on servers since October 2024.
 *
 * **This is not end-to-end encryption.** The server makes these keys and keeps them, and it sees
 * the data: the operator of the server can decrypt all of it. Use such a key where several programs
 * trust the server and should not have the key themselves. A client that requires end-to-end
 * encryption manages keys, and refuses to encrypt, decrypt, sign and verify.
 *
 * On today's servers, the project must be made for it: see `product` of {@link Projects.create}.
 * Machine identities need a role in it, like users.
 *
 * Every method fails with {@link UnsupportedByServerError} on older servers, and if the project is
 * for something else. It fails with {@link PermissionDeniedError} for service tokens, service
 * accounts and API keys, or if the role does not allow it. It fails with {@link
 * IntegrityViolationError} if the server answers with another key or project, and with {@link
 * InvalidInputError} for a malformed id.
 *
 * Protocol: `/api/v1/kms/keys`.
 */
export class Kms {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every key of a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the caller is not a member.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   */
  async list(options: ProjectOptions = {}): Promise<KmsKey[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.listKmsKeys(call, project));
    return found.map((it) => toKmsKey(it));
  }

  /**
   * Returns one key, by its id, on today's servers.
   *
   * @param id - The key's id.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link UnsupportedByServerError} on servers before 2026: list the keys.
   */
  async get(id: string, options: CallOptions = {}): Promise<KmsKey> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.getKmsKey(call, id));
    return toKmsKey(found);
  }

  /**
   * Returns one key of a project, by its name, on today's servers.
   *
   * @param name - The key's name.
   * @throws {@link NotFoundError} if the project has no such key, or if there is no such project or
   *   the caller is not a member.
   * @throws {@link InvalidInputError} if the name is empty, `.`, `..` or longer than 100 UTF-16
   *   units, or if neither the call nor the client names a project.
   * @throws {@link UnsupportedByServerError} on servers before 2026: list the keys.
   */
  async getByName(name: string, options: ProjectOptions = {}): Promise<KmsKey> {
    text("name", name);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.getKmsKeyByName(call, name, project));
    return toKmsKey(found);
  }

  /**
   * Creates a key. The server makes and keeps it.
   *
   * @param name - The key's name, of 1 to 32 lower-case letters, digits and `-`.
   * @throws {@link ConflictError} if the project has a key of that name.
   * @throws {@link InvalidInputError} if the name has other characters, if the algorithm is unknown
   *   or not for the usage, or if neither the call nor the client names a project.
   * @throws {@link NotFoundError} if there is no such project or the caller is not a member.
   * @throws {@link UnsupportedByServerError} for a key that signs on servers before 2026, and for
   *   an algorithm that the server's license does not include.
   */
  async create(name: string, options: CreateKmsKeyOptions = {}): Promise<KmsKey> {
    text("name", name);
    options = checkOptions(options, CREATE_KMS_KEY_OPTIONS);
    const { description, usage, algorithm, project } = options;
    const found = await run(options, (call) =>
      this.#client.createKmsKey(call, name, description, usage, algorithm, project),
    );
    return toKmsKey(found);
  }

  /**
   * Gives a key another name, another description or both.
   *
   * @param id - The key's id.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link ConflictError} if the project has a key of the new name.
   * @throws {@link InvalidInputError} if nothing to change is given, or if the new name has other
   *   characters than lower-case letters, digits and `-`, or is longer than 32.
   */
  async update(id: string, options: UpdateKmsKeyOptions): Promise<KmsKey> {
    text("id", id);
    options = checkOptions(options, UPDATE_KMS_KEY_OPTIONS);
    const { newName, description } = options;
    const found = await run(options, (call) =>
      this.#client.updateKmsKey(call, id, newName, description),
    );
    return toKmsKey(found);
  }

  /**
   * Disables a key, or enables it again. The server uses no disabled key.
   *
   * @param id - The key's id.
   * @param enabled - Whether the server may use the key.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   */
  async setEnabled(id: string, enabled: boolean, options: CallOptions = {}): Promise<KmsKey> {
    text("id", id);
    flag("enabled", enabled);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.setKmsKeyEnabled(call, id, enabled));
    return toKmsKey(found);
  }

  /**
   * Deletes a key permanently. Data that was encrypted with it can no longer be decrypted.
   *
   * @param id - The key's id.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteKmsKey(call, id));
  }

  /**
   * Has the server encrypt data, which it sees. Infisical's own SDKs give the same ciphertext as
   * base64.
   *
   * @param id - The key's id.
   * @param plaintext - The data, at most 1 MiB; servers of 2024 take about 750 KiB.
   * @throws {@link UnsupportedByServerError} if the client requires end-to-end encryption: nothing
   *   is sent.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for encryption, or if the
   *   data is too large.
   */
  async encrypt(id: string, plaintext: Uint8Array, options: CallOptions = {}): Promise<Uint8Array> {
    text("id", id);
    binary("plaintext", plaintext);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.kmsEncrypt(call, id, plaintext));
  }

  /**
   * Has the server decrypt what it encrypted with a key. It sees the data.
   *
   * @param id - The key's id.
   * @param ciphertext - The result of {@link Kms.encrypt}. Decode one of Infisical's own SDKs from
   *   base64 first.
   * @throws {@link UnsupportedByServerError} if the client requires end-to-end encryption: nothing
   *   is sent.
   * @throws {@link DecryptionFailedError} if the ciphertext is of another key or was changed.
   *   Servers answer the same way if something else fails there.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for encryption, or if the
   *   ciphertext is too large.
   */
  async decrypt(
    id: string,
    ciphertext: Uint8Array,
    options: CallOptions = {},
  ): Promise<Uint8Array> {
    text("id", id);
    binary("ciphertext", ciphertext);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.kmsDecrypt(call, id, ciphertext));
  }

  /**
   * Has the server sign data, which it sees, on today's servers.
   *
   * @param id - The key's id.
   * @param data - The data, at most 1 MiB; with `digest`, its hash.
   * @param algorithm - Such as `ECDSA_SHA_256` or `RSASSA_PSS_SHA_256`; {@link
   *   Kms.signingAlgorithms} lists those of a key.
   * @throws {@link UnsupportedByServerError} if the client requires end-to-end encryption: nothing
   *   is sent. Also on servers before 2026, and if the server's license does not include the
   *   algorithm.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for signatures, if the
   *   algorithm is unknown or not for the key, if it takes no digest, or if the data is too large.
   */
  async sign(
    id: string,
    data: Uint8Array,
    algorithm: string,
    options: SignKmsKeyOptions = {},
  ): Promise<Uint8Array> {
    text("id", id);
    binary("data", data);
    text("algorithm", algorithm);
    options = checkOptions(options, SIGN_KMS_KEY_OPTIONS);
    const { digest = false } = options;
    return run(options, (call) => this.#client.kmsSign(call, id, data, algorithm, digest));
  }

  /**
   * Asks the server whether a signature is valid, on today's servers. It sees the data.
   *
   * The answer is the server's word. To check a signature without trusting the server, use the
   * {@link Kms.publicKey} that you got at a time when you trusted it.
   *
   * @param id - The key's id.
   * @param data - The signed data, at most 1 MiB; with `digest`, its hash.
   * @param signature - The result of {@link Kms.sign}.
   * @param algorithm - The one of the signature.
   * @throws {@link UnsupportedByServerError} if the client requires end-to-end encryption: nothing
   *   is sent. Also on servers before 2026, and if the server's license does not include the
   *   algorithm.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for signatures, if the
   *   algorithm is unknown or not for the key, if it takes no digest, or if the data or the
   *   signature is too large.
   */
  async verify(
    id: string,
    data: Uint8Array,
    signature: Uint8Array,
    algorithm: string,
    options: VerifyKmsKeyOptions = {},
  ): Promise<boolean> {
    text("id", id);
    binary("data", data);
    binary("signature", signature);
    text("algorithm", algorithm);
    options = checkOptions(options, VERIFY_KMS_KEY_OPTIONS);
    const { digest = false } = options;
    return run(options, (call) =>
      this.#client.kmsVerify(call, id, data, signature, algorithm, digest),
    );
  }

  /**
   * Returns the public key of a key that signs, on today's servers.
   *
   * It is in DER, as `SubjectPublicKeyInfo`.
   *
   * @param id - The key's id.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for signatures.
   * @throws {@link UnsupportedByServerError} on servers before 2026.
   */
  async publicKey(id: string, options: CallOptions = {}): Promise<Uint8Array> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.kmsPublicKey(call, id));
  }

  /**
   * Lists the algorithms with which a key can sign, on today's servers.
   *
   * @param id - The key's id.
   * @throws {@link NotFoundError} if there is no such key, or if the caller is not a member of its
   *   project.
   * @throws {@link InvalidInputError} if the key is disabled or is not for signatures.
   * @throws {@link UnsupportedByServerError} on servers before 2026.
   */
  async signingAlgorithms(id: string, options: CallOptions = {}): Promise<string[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.kmsSigningAlgorithms(call, id));
  }
}
