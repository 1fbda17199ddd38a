/// <reference lib="esnext.disposable" preserve="true" />
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { Account } from "./generated/account.js";
import { arrayOf, bytes, checkOptions, flag, milliseconds, pem, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions, run, toSeconds } from "./call.js";
import { InvalidInputError } from "./errors.js";
import { fromThrown } from "./failure.js";
import { type IdentityLogIn, identityLogIn, nativeLogIn } from "./identity-log-in.js";
import { native } from "./native.js";
import { DynamicSecrets } from "./generated/dynamic-secrets.js";
import { Environments } from "./generated/environments.js";
import { Folders } from "./generated/folders.js";
import { Groups } from "./generated/groups.js";
import { Identities } from "./generated/identities.js";
import { Kms } from "./generated/kms.js";
import { Members } from "./generated/members.js";
import { Organizations } from "./generated/organizations.js";
import { Projects } from "./generated/projects.js";
import { Roles } from "./generated/roles.js";
import { Secrets } from "./generated/secrets.js";
import { SecretImports } from "./generated/secret-imports.js";
import { ServiceTokens } from "./generated/service-tokens.js";
import { ApiKeys } from "./generated/api-keys.js";
import { AuditLogs } from "./audit-logs.js";
import { ServiceAccounts } from "./generated/service-accounts.js";
import { Snapshots } from "./generated/snapshots.js";
import { Tags } from "./generated/tags.js";
import { Trust } from "./generated/trust.js";
import type { Capabilities } from "./generated/records.js";
import { storageFunction, trustFile, type TrustStorage, trustStore } from "./trust-storage.js";

/**
 * The options of a client. Give exactly one credential, or none for signing up; `undefined` is
 * refused as a credential, because it usually comes from an unset variable:
 *
 * - `token`: a service token ("Infisical Token").
 * - `email` and `password`: a user; to decrypt, also pass `keyPassword` or `privateKey` if
 *   `password` does not.
 * - `accessToken` or `apiKey`: a user; to decrypt, also pass `password` or `privateKey`.
 * - `clientId` and `clientSecret`: a machine identity, for which the server decrypts (2024 and
 *   later).
 * - `identity`: a machine identity that logs in without a client secret, by what its platform gives
 *   it: Kubernetes, a CI system, Azure, Google Cloud, AWS, a directory, a certificate.
 * - `identityToken`: a machine identity, by one of its access tokens.
 * - `serviceAccountKey`, `privateKey` and `grantedBy`: a service account (May 2023).
 * - `serviceTokenV3`: a service token v3 (autumn 2023).
 */
export interface ClientOptions {
  /** The server, such as `https://infisical.example.com`. A trailing `/api` is accepted. */
  baseUrl: string;
  /**
   * An Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this machine. One without
   * it, `st.<id>.<secret>`, is for a project whose key only the server has, and needs
   * `requireE2ee: false`.
   */
  token?: string;
  /**
   * A user's e-mail address, exactly as typed at sign-up. Two concurrent log-ins, of any users, can
   * permanently crash a May 2023 server: a process runs one at a time; do not let two processes
   * log in at once.
   */
  email?: string;
  /**
   * The user's password. On servers until autumn 2024 it never leaves this machine: the log-in
   * proves it by SRP. Today's servers demand the password, which is sent only with `sendPassword`.
   * With an access token or API key, the password that decrypts the private key.
   */
  password?: string;
  /**
   * With `email` and `password`, the password that decrypts the private key, if the log-in has
   * another. It stays on this machine.
   */
  keyPassword?: string;
  /** A user's access token (JWT). */
  accessToken?: string;
  /** A user's API key, `ak.<id>.<secret>`. */
  apiKey?: string;
  /**
   * A private key as base64: the user's, instead of a password that decrypts it; or a service
   * account's.
   */
  privateKey?: string;
  /**
   * A machine identity's client id, for universal auth. The server decrypts what an identity reads.
   */
  clientId?: string;
  /** The machine identity's client secret. */
  clientSecret?: string;
  /**
   * How a machine identity logs in without a client secret, such as
   * `{ method: "kubernetes", identityId }`. The client logs in at the first call and renews the
   * access token before it expires. A proof that the server refused is not sent again for a minute:
   * wrong ones lock the identity.
   */
  identity?: IdentityLogIn;
  /**
   * A machine identity's access token, such as one of {@link Identities.createAccessToken}. It is
   * not renewed: when it expires, every call fails.
   */
  identityToken?: string;
  /**
   * A service account's access key, `sa.<id>.<secret>` (May 2023), with `privateKey` and
   * `grantedBy`.
   */
  serviceAccountKey?: string;
  /**
   * Public key, as base64, of the user who gave the service account access to projects. Servers do
   * not send it; {@link CreatedServiceAccount} has it.
   */
  grantedBy?: string;
  /**
   * A service token v3: the JSON document with `publicKey`, `privateKey` and `serviceToken`, which
   * servers had from September to November 2023. Known from their public source only.
   */
  serviceTokenV3?: string;
  /** Id of the project for calls that pass none. A service token has one project, its default. */
  project?: string | undefined;
  /** Slug of the environment for calls that pass none. */
  environment?: string | undefined;
  /**
   * Id of the organization of the session. Users of several organizations need it on servers since
   * June 2024.
   */
  organization?: string | undefined;
  /** The maximum duration of one HTTP request, in milliseconds; 30,000 by default. */
  timeoutMs?: number | undefined;
  /**
   * The maximum duration of one call with log-in, retries and waits, in milliseconds; 90,000 by
   * default. In a call that makes many requests, such as `setMany` or a long list, it restarts with
   * each answer; the `timeoutMs` of a call covers all its requests.
   */
  deadlineMs?: number | undefined;
  /**
   * Allows `http://` to another machine. Secrets stay encrypted, but an eavesdropper can steal the
   * token and use it. `http://` to this machine is always allowed.
   */
  allowHttp?: boolean | undefined;
  /**
   * PEM certificates to trust in addition to the system's and those of `NODE_EXTRA_CA_CERTS`: those
   * of a private CA, or a server's self-signed certificate.
   */
  certificateAuthorities?: string | Uint8Array | undefined;
  /**
   * URL of the HTTP proxy, `http://user:password@proxy.example.com:3128`, or `"none"`. The default
   * is taken from `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`.
   */
  proxy?: string | undefined;
  /** The maximum length of an answer in bytes, decompressed; 64 MiB by default. */
  maxResponseBytes?: number | undefined;
  /**
   * Whether to require end-to-end encryption. `true` by default, but `false` for a machine
   * identity, which cannot decrypt. With `true`, a call that would need plaintext is rejected with
   * {@link UnsupportedByServerError} and sends nothing about secrets.
   *
   * With `false`, a user also accesses projects whose key is not available to the user, or is held
   * only by the server: the server then encrypts and decrypts their secrets, and can read them.
   * Other projects stay encrypted, and so does everything with a service token. `endToEndEncrypted`
   * of each secret says which applies. For a user, projects that are created on servers since
   * June 2024 need `false`: these servers have their keys.
   */
  requireE2ee?: boolean | undefined;
  /**
   * Whether a log-in may send the password to the server; `false` by default. Today's servers log a
   * user in no other way: with `false`, a log-in on them is rejected with
   * {@link UnsupportedByServerError}. Earlier servers do not receive the password.
   *
   * If the password also decrypts the private key, the server can then decrypt everything that was
   * sealed to the user. To keep the private key from the server, use an `accessToken` with
   * `password` beside it, a `keyPassword` that differs from `password`, or a service token.
   * `serverLearnsKeyPassword` of {@link Client.capabilities} says whether the server learns it.
   */
  sendPassword?: boolean | undefined;
  /**
   * Fingerprints of the public keys of colleagues who share projects with the user, each as 64
   * hexadecimal digits, in the short form or as twelve words: what `members.fingerprint()` returns
   * for them. Ask their owners for them, not the server. None by default. A project key that
   * anybody else sealed is used for writing only if it opens the secrets that the project has
   * already; otherwise the call is rejected with {@link IntegrityViolationError}, which names the
   * fingerprint.
   */
  trustedSealers?: readonly string[] | undefined;
  /**
   * Whether project keys are used only if the user or one of `trustedSealers` sealed them, for
   * reading too; `false` by default.
   */
  requireTrustedSealer?: boolean | undefined;
  /**
   * The file of a trust store, as a path or `file:` URL, or a {@link TrustStorage} that keeps it
   * elsewhere; none by default. In it the client keeps what it has seen: project keys, the highest
   * version and a keyed digest of each secret, and the public keys that it sealed project keys to.
   * An answer that contradicts it is a {@link TamperingSuspectedError}: an earlier version, a value
   * under another name, a list that lost a secret, a deletion that was not done, a member with
   * another public key.
   *
   * The file is created if it does not exist, in a directory that must exist. It is encrypted and
   * authenticated with a key that is derived from that of the user or service token, so each
   * credential needs a file of its own. Several clients and processes may share it; another file
   * that ends in `.lock` locks it.
   *
   * If members change secrets with other programs, their deletions and rollbacks look like
   * tampering. Accept them with {@link Trust.forgetSecrets}.
   */
  trustStore?: string | URL | TrustStorage | undefined;
}

const CREDENTIAL = [
  ...(["token", "email", "password", "keyPassword"] as const),
  ...(["accessToken", "apiKey", "privateKey"] as const),
  ...(["clientId", "clientSecret", "identity", "identityToken"] as const),
  ...(["serviceAccountKey", "serviceTokenV3"] as const),
];

/** The options of {@link Client.fromEnv}: all but the server and the credential. */
export type FromEnvOptions = Omit<
  ClientOptions,
  "baseUrl" | "grantedBy" | (typeof CREDENTIAL)[number]
>;

/** The options of a client that reads the server and the credential from the environment. */
class FromEnv {
  constructor(readonly options: FromEnvOptions) {}
}

/**
 * A connection to one Infisical server with one credential. Nothing is sent before the first call,
 * which also detects the server's release. Calls may run at the same time and never block
 * JavaScript's thread.
 *
 * ```ts
 * const client = Client.fromEnv(); // INFISICAL_URL and INFISICAL_TOKEN
 * const database = await client.secrets.get("DATABASE_URL", { environment: "prod" });
 * ```
 */
export class Client {
  /** Secrets by name. */
  readonly secrets: Secrets;
  /** Projects and their keys. */
  readonly projects: Projects;
  /** Members of a project. */
  readonly members: Members;
  /** Roles that a project defines. */
  readonly roles: Roles;
  /** Machine identities, with which programs log in. */
  readonly identities: Identities;
  /** Groups of users with common access. */
  readonly groups: Groups;
  /** Organizations the user belongs to. */
  readonly organizations: Organizations;
  /** Sign-up, and the user of the credential. */
  readonly account: Account;
  /** Environments of a project. */
  readonly environments: Environments;
  /** Folders of secrets, on servers since 2024. */
  readonly folders: Folders;
  /** Tags of a project. */
  readonly tags: Tags;
  /** Imports of one folder's secrets into another. */
  readonly secretImports: SecretImports;
  /** API keys of the user. */
  readonly apiKeys: ApiKeys;
  /** The audit log of projects. */
  readonly auditLogs: AuditLogs;
  /** Service accounts, on May 2023 servers. */
  readonly serviceAccounts: ServiceAccounts;
  /** Snapshots of secrets, and rollback. */
  readonly snapshots: Snapshots;
  /** Service tokens, which give a program access to one project. */
  readonly serviceTokens: ServiceTokens;
  /**
   * Credentials that the server makes for a limited time, on servers since June 2024. Not end-to-end
   * encrypted.
   */
  readonly dynamicSecrets: DynamicSecrets;
  /** Keys that the server holds, on servers since October 2024. Not end-to-end encryption. */
  readonly kms: Kms;
  /** The trust store of this client: what it has seen, to accept what contradicts it. */
  readonly trust: Trust;

  readonly #client: Binding.Client;

  /**
   * Checks the options. Sends nothing.
   *
   * @throws {@link InvalidInputError} or {@link InvalidCredentialError}, which names the invalid
   *   option.
   */
  constructor(options: ClientOptions) {
    this.#client = options instanceof FromEnv ? connectFromEnv(options) : connect(options);
    this.secrets = new Secrets(this.#client);
    this.projects = new Projects(this.#client);
    this.members = new Members(this.#client);
    this.roles = new Roles(this.#client);
    this.identities = new Identities(this.#client);
    this.groups = new Groups(this.#client);
    this.organizations = new Organizations(this.#client);
    this.account = new Account(this.#client);
    this.environments = new Environments(this.#client);
    this.folders = new Folders(this.#client);
    this.tags = new Tags(this.#client);
    this.secretImports = new SecretImports(this.#client);
    this.apiKeys = new ApiKeys(this.#client);
    this.auditLogs = new AuditLogs(this.#client);
    this.serviceAccounts = new ServiceAccounts(this.#client);
    this.snapshots = new Snapshots(this.#client);
    this.serviceTokens = new ServiceTokens(this.#client);
    this.dynamicSecrets = new DynamicSecrets(this.#client);
    this.kms = new Kms(this.#client);
    this.trust = new Trust(this.#client);
  }

  /**
   * Creates a client from environment variables. Sends nothing. The server and one credential are
   * required:
   *
   * - `INFISICAL_URL` (or `INFISICAL_API_URL`): the server.
   * - `INFISICAL_TOKEN`: a service token, a service token v3, or the access token of a machine
   *   identity or a user; detected by its format.
   * - `INFISICAL_CLIENT_ID` and `INFISICAL_CLIENT_SECRET` (or `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID`
   *   and `…_SECRET`): a machine identity.
   * - `INFISICAL_AUTH_METHOD` and `INFISICAL_MACHINE_IDENTITY_ID`: a machine identity that logs in by
   *   `kubernetes`, `oidc-auth`, `jwt-auth`, `ldap-auth`, `azure`, `gcp-id-token`, `gcp-iam`,
   *   `aws-iam` or `tls-cert-auth`; the README lists the variables of each.
   * - `INFISICAL_EMAIL` and `INFISICAL_PASSWORD`: a user. If another password or the private key
   *   itself is needed to decrypt, also `INFISICAL_KEY_PASSWORD` or `INFISICAL_PRIVATE_KEY`.
   * - `INFISICAL_SEND_PASSWORD`: `true` lets the log-in send the password, which today's servers
   *   demand; see {@link ClientOptions.sendPassword}.
   * - `INFISICAL_API_KEY`: a user's API key. It, and a user's access token, need
   *   `INFISICAL_PASSWORD` or `INFISICAL_PRIVATE_KEY` to decrypt.
   * - `INFISICAL_PROJECT_ID` and `INFISICAL_ENVIRONMENT`: the defaults for calls.
   * - `INFISICAL_TRUST_STORE`: the file of a trust store.
   *
   * @param options - The other options; they override their variable.
   * @throws {@link InvalidInputError} for a variable that is missing, empty, or conflicts with
   * another of the same purpose; {@link InvalidCredentialError} for a malformed one. The error
   * names the variable.
   */
  static fromEnv(options: FromEnvOptions = {}): Client {
    return new this(new FromEnv(options) as unknown as ClientOptions);
  }

  /**
   * Returns what the server supports, and whether secrets are end-to-end encrypted.
   * No credential is required.
   *
   * @throws {@link InvalidResponseError} if there is no Infisical server at the URL.
   */
  async capabilities(options: CallOptions = {}): Promise<Capabilities> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.capabilities(call));
  }

  /**
   * Erases the credential, the log-in and every opened key from the library's memory. Running and
   * later calls reject with {@link ClientClosedError}. A write that was already sent may have been
   * applied.
   */
  close(): void {
    this.#client.close();
  }

  /** Closes the client at the end of a `using` block. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** Closes the client at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }
}

const SETTINGS = {
  project: text,
  environment: text,
  organization: text,
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  allowHttp: flag,
  certificateAuthorities: pem,
  proxy: text,
  maxResponseBytes: bytes,
  requireE2ee: flag,
  sendPassword: flag,
  trustedSealers: arrayOf(text),
  requireTrustedSealer: flag,
  trustStore,
};

function connect(options: ClientOptions): Binding.Client {
  const given = checkOptions(options, {
    baseUrl: text,
    token: text,
    email: text,
    password: text,
    keyPassword: text,
    accessToken: text,
    apiKey: text,
    privateKey: text,
    clientId: text,
    clientSecret: text,
    identity: identityLogIn,
    identityToken: text,
    serviceAccountKey: text,
    grantedBy: text,
    serviceTokenV3: text,
    ...SETTINGS,
  });
  checkGiven("baseUrl", options.baseUrl, "Give the URL of the server, or use Client.fromEnv()");
  for (const name of CREDENTIAL.filter((name) => name in options)) {
    checkGiven(name, options[name], "Leave it out, or check the variable that it comes from");
  }
  const { baseUrl, token, email, password, keyPassword } = given;
  const { accessToken, apiKey, privateKey } = given;
  const { clientId, clientSecret, identity, identityToken } = given;
  const { serviceAccountKey, grantedBy, serviceTokenV3 } = given;
  return open(given, {
    baseUrl,
    credential: {
      ...{ token, email, password, keyPassword, accessToken, apiKey, privateKey },
      ...{ clientId, clientSecret, identityToken, identity: nativeLogIn(identity) },
      ...{ serviceAccountKey, grantedBy, serviceTokenV3 },
    },
  });
}

function connectFromEnv({ options }: FromEnv): Binding.Client {
  const variables = Object.entries(process.env)
    .filter(([name]) => name.startsWith("INFISICAL_"))
    .map(([name, value = ""]) => ({ name, value }));
  return open(checkOptions(options, SETTINGS), { variables, credential: {} });
}

type Access = Pick<Binding.NativeClientOptions, "baseUrl" | "variables" | "credential">;

function open(options: FromEnvOptions, access: Access): Binding.Client {
  const { allowHttp = false, project, environment, organization } = options;
  const { requireE2ee, sendPassword } = options;
  const { trustedSealers = [], requireTrustedSealer, trustStore } = options;
  const { timeoutMs, deadlineMs, certificateAuthorities, proxy, maxResponseBytes } = options;
  const trusted = withExtraCertificates(toText(certificateAuthorities));
  const trustPath = trustFile(trustStore);
  try {
    const settings = {
      ...access,
      allowHttp,
      project,
      environment,
      organization,
      timeout: toSeconds(timeoutMs),
      deadline: toSeconds(deadlineMs),
      certificateAuthorities: trusted,
      proxy,
      maxResponseBytes,
      requireE2Ee: requireE2ee,
      sendPassword,
      trustedSealers: [...trustedSealers],
      requireTrustedSealer,
      trustStore: trustPath,
      userAgentSuffix: `node/${process.versions.node}`,
    };
    return new native.Client(settings, storageFunction(trustStore));
  } catch (failure) {
    throw fromThrown(failure);
  }
}

function checkGiven(name: string, value: unknown, advice: string): void {
  if (value === undefined || value === null) {
    throw new InvalidInputError(`${name} is ${String(value)}. ${advice}`);
  }
}

/** The given certificates and those that Node's own TLS trusts in addition. */
function withExtraCertificates(given: string | undefined): string | undefined {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  if (!file) return given;
  if (given !== undefined && !given.includes("-----BEGIN CERTIFICATE-----")) {
    throw new InvalidInputError("certificateAuthorities contains no PEM certificate");
  }
  try {
    return `${given ?? ""}\n${readFileSync(file, "utf8")}`;
  } catch (error) {
    throw new InvalidInputError(
      `NODE_EXTRA_CA_CERTS names ${file}, which cannot be read. Correct it, or unset it`,
      { cause: error },
    );
  }
}

function toText(pem: string | Uint8Array | undefined): string | undefined {
  return typeof pem === "object" ? Buffer.from(pem).toString() : pem;
}
