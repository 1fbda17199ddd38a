package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeClientOptions
import io.github.infisicale2ee.internal.NativeCredential
import io.github.infisicale2ee.internal.NativeVariable
import java.io.Closeable
import kotlin.time.Duration

/**
 * A connection to one Infisical server with one credential. Nothing is sent before the first call,
 * which also detects the server's release. Calls may run at the same time, from any thread, and
 * never block it; cancelling a coroutine cancels its request.
 *
 * Give exactly one credential, or none for signing up; `null` is refused as a credential, because
 * it usually comes from an unset variable. The credentials are: `token`; `email` and `password`;
 * `accessToken`; `apiKey`; `clientId` and `clientSecret`, or `identityToken`, of a machine
 * identity; `serviceAccountKey` with `privateKey` and `grantedBy` of a service account; or
 * `serviceTokenV3`. An access token or API key needs `password` or `privateKey` to decrypt; a user
 * whose `password` does not decrypt the private key needs `keyPassword` or `privateKey`.
 *
 * ```kotlin
 * Client.fromEnv().use { client -> // INFISICAL_URL and INFISICAL_TOKEN
 *     val database = client.secrets.get("DATABASE_URL", environment = "prod")
 *     connect(database.value)
 * }
 * ```
 *
 * The first client of a process loads the native library, which may take some tens of milliseconds.
 */
public class Client private constructor(options: NativeClientOptions, trustStore: TrustStore?) :
    Closeable {
    /**
     * Checks the options. Sends nothing.
     *
     * @param baseUrl the server, such as `https://infisical.example.com`. A trailing `/api` is
     *   accepted.
     * @param token an Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this
     *   machine. One without it, `st.<id>.<secret>`, is for a project whose key only the server
     *   has, and needs `requireE2ee = false`.
     * @param email a user's e-mail address, exactly as typed at sign-up. Two concurrent log-ins, of
     *   any users, can permanently crash a May 2023 server: a process runs one at a time; do not
     *   let two processes log in at once.
     * @param password the user's password. On servers until autumn 2024 it never leaves this
     *   machine: the log-in proves it by SRP. Today's servers demand the password, which is sent
     *   only with [sendPassword]. With an access token or API key, the password that decrypts the
     *   private key.
     * @param keyPassword with `email` and `password`, the password that decrypts the private key,
     *   if the log-in has another. It stays on this machine.
     * @param accessToken a user's access token (JWT).
     * @param apiKey a user's API key, `ak.<id>.<secret>`.
     * @param privateKey the user's private key as base64, instead of a password that decrypts it;
     *   or that of the service account.
     * @param clientId a machine identity's client id, for universal auth. The server decrypts what
     *   an identity reads.
     * @param clientSecret the machine identity's client secret.
     * @param identityToken a machine identity's access token (JWT), such as one of
     *   [Identities.createAccessToken]. It is not renewed.
     * @param identity how a machine identity logs in without a client secret, such as
     *   [IdentityLogIn.kubernetes].
     * @param serviceAccountKey a service account's access key, `sa.<id>.<secret>` (May 2023), with
     *   `privateKey` and `grantedBy`.
     * @param grantedBy public key, as base64, of the user who gave the service account access to
     *   projects.
     * @param serviceTokenV3 a service token v3, the JSON document (autumn 2023). Known from public
     *   source only.
     * @param project id of the project for calls that pass none. A service token has one project.
     * @param environment slug of the environment for calls that pass none.
     * @param organization id of the organization of the session. Users of several organizations
     *   need it on servers since June 2024.
     * @param timeout the maximum duration of one HTTP request; 30 seconds by default.
     * @param deadline the maximum duration of one call with log-in, retries and waits; 90 seconds
     *   by default. In a call that makes many requests, such as [Secrets.setMany] or a long list,
     *   it restarts with each answer; the `timeout` of a call covers all its requests.
     * @param allowHttp allows `http://` to another machine. Secrets stay encrypted, but an
     *   eavesdropper can steal the token and use it. `http://` to this machine is always allowed.
     * @param certificateAuthorities PEM certificates to trust in addition to the system's: those of
     *   a private CA, or a server's self-signed certificate.
     * @param proxy URL of the HTTP proxy, `http://user:password@proxy.example.com:3128`, or `none`.
     *   The default is taken from `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`.
     * @param maxResponseBytes the maximum length of an answer in bytes, decompressed; 64 MiB by
     *   default.
     * @param requireE2ee whether to require end-to-end encryption; true by default, but false for a
     *   machine identity, which cannot decrypt. With `false`, a user also accesses projects whose
     *   key is not available to the user, or is held only by the server: their secrets are sent in
     *   plaintext. [Secret.endToEndEncrypted] says which applies. With `true`, a call that would
     *   need plaintext throws [UnsupportedByServerException]. For a user, projects that are created
     *   on servers since June 2024 need `false`: these servers have their keys.
     * @param sendPassword whether a log-in may send the password to the server; false by default.
     *   Today's servers log a user in no other way: with `false`, a log-in on them throws
     *   [UnsupportedByServerException]. Earlier servers do not receive the password. If the
     *   password also decrypts the private key, the server can then decrypt everything that was
     *   sealed to the user. To keep the private key from the server, use an `accessToken` with
     *   `password` beside it, a `keyPassword` that differs from `password`, or a service token.
     *   [Capabilities.serverLearnsKeyPassword] says whether the server learns it.
     * @param trustedSealers fingerprints of the public keys of colleagues who share projects with
     *   the user, each as 64 hexadecimal digits, in the short form or as twelve words: what
     *   `members.fingerprint()` returns for them. Ask their owners for them, not the server. A
     *   project key that anybody else sealed is used for writing only if it opens the secrets that
     *   the project has already; otherwise an [IntegrityViolationException] names the fingerprint.
     * @param requireTrustedSealer whether project keys are used only if the user or one of
     *   [trustedSealers] sealed them, for reading too; false by default.
     * @param trustStore where the client keeps what it has seen: project keys, the highest version
     *   and a keyed digest of each secret, and the public keys that it sealed project keys to. None
     *   by default. An answer that contradicts it throws [TamperingSuspectedException]: an earlier
     *   version, a value under another name, a list that lost a secret, a deletion that was not
     *   done, a member with another public key. The store is encrypted and authenticated with a key
     *   that is derived from that of the user or service token, so each credential needs one of its
     *   own. Several clients and processes may share a file; another file that ends in `.lock`
     *   locks it. If members change secrets with other programs, their deletions and rollbacks look
     *   like tampering; accept them with [Trust.forgetSecrets].
     * @throws InvalidInputException if an option is invalid; it names the option.
     * @throws InvalidCredentialException if a token or key is malformed.
     */
    public constructor(
        baseUrl: String,
        token: String? = NOT_GIVEN,
        email: String? = NOT_GIVEN,
        password: String? = NOT_GIVEN,
        keyPassword: String? = NOT_GIVEN,
        accessToken: String? = NOT_GIVEN,
        apiKey: String? = NOT_GIVEN,
        privateKey: String? = NOT_GIVEN,
        clientId: String? = NOT_GIVEN,
        clientSecret: String? = NOT_GIVEN,
        identityToken: String? = NOT_GIVEN,
        identity: IdentityLogIn? = null,
        serviceAccountKey: String? = NOT_GIVEN,
        grantedBy: String? = null,
        serviceTokenV3: String? = NOT_GIVEN,
        project: String? = null,
        environment: String? = null,
        organization: String? = null,
        timeout: Duration? = null,
        deadline: Duration? = null,
        allowHttp: Boolean = false,
        certificateAuthorities: String? = null,
        proxy: String? = null,
        maxResponseBytes: Long? = null,
        requireE2ee: Boolean? = null,
        sendPassword: Boolean = false,
        trustedSealers: List<String> = emptyList(),
        requireTrustedSealer: Boolean = false,
        trustStore: TrustStore? = null,
    ) : this(
        settings(
                project,
                environment,
                organization,
                timeout,
                deadline,
                allowHttp,
                certificateAuthorities,
                proxy,
                maxResponseBytes,
                requireE2ee,
                sendPassword,
                trustedSealers,
                requireTrustedSealer,
                trustStore,
            )
            .copy(
                baseUrl = baseUrl.also { checkText("baseUrl" to it) },
                credential =
                    NativeCredential(
                        token = given("token", token),
                        email = given("email", email),
                        accessToken = given("accessToken", accessToken),
                        apiKey = given("apiKey", apiKey),
                        clientId = given("clientId", clientId),
                        clientSecret = given("clientSecret", clientSecret),
                        identityToken = given("identityToken", identityToken),
                        identity = identity?.native,
                        serviceAccountKey = given("serviceAccountKey", serviceAccountKey),
                        serviceTokenV3 = given("serviceTokenV3", serviceTokenV3),
                        grantedBy = grantedBy.also { checkText("grantedBy" to it) },
                        password = given("password", password),
                        keyPassword = given("keyPassword", keyPassword),
                        privateKey = given("privateKey", privateKey),
                    ),
            ),
        trustStore,
    )

    private val connection = Connection(options, trustStore?.storage?.toNative())

    /** Secrets by name. */
    public val secrets: Secrets = Secrets(connection)

    /** Projects and their keys. */
    public val projects: Projects = Projects(connection)

    /** Organizations the user belongs to. */
    public val organizations: Organizations = Organizations(connection)

    /** Sign-up, and the user of the credential. */
    public val account: Account = Account(connection)

    /** Environments of a project. */
    public val environments: Environments = Environments(connection)

    /** Folders of secrets, on servers since 2024. */
    public val folders: Folders = Folders(connection)

    /** Tags of a project. */
    public val tags: Tags = Tags(connection)

    /** Imports of one folder's secrets into another. */
    public val secretImports: SecretImports = SecretImports(connection)

    /** Members of a project. */
    public val members: Members = Members(connection)

    /** Roles that a project defines. */
    public val roles: Roles = Roles(connection)

    /** Groups of users with common access. */
    public val groups: Groups = Groups(connection)

    /** Machine identities, managed by users. */
    public val identities: Identities = Identities(connection)

    /** Credentials that the server makes for a limited time. Not end-to-end encrypted. */
    public val dynamicSecrets: DynamicSecrets = DynamicSecrets(connection)

    /** Keys that the server holds, on servers since October 2024. Not end-to-end encryption. */
    public val kms: Kms = Kms(connection)

    /** API keys of the user. */
    public val apiKeys: ApiKeys = ApiKeys(connection)

    /** The audit log of projects. */
    public val auditLogs: AuditLogs = AuditLogs(connection)

    /** Service accounts, on May 2023 servers. */
    public val serviceAccounts: ServiceAccounts = ServiceAccounts(connection)

    /** Snapshots of secrets, and rollback. */
    public val snapshots: Snapshots = Snapshots(connection)

    /** Service tokens, which give a program access to one project. */
    public val serviceTokens: ServiceTokens = ServiceTokens(connection)

    /** The trust store of this client: what it has seen, to accept what contradicts it. */
    public val trust: Trust = Trust(connection)

    /**
     * Returns what the server supports, and whether secrets are end-to-end encrypted. No credential
     * is required.
     *
     * @param timeout the maximum duration of the call, if less than the client's deadline.
     * @throws InvalidResponseException if there is no Infisical server at the URL.
     */
    public suspend fun capabilities(timeout: Duration? = null): Capabilities =
        connection.call(timeout) { Capabilities(capabilities(it)) }

    /**
     * The same client with calls that block their thread, for Java and for scripts. Closing either
     * closes both.
     *
     * @param timeout the maximum duration of each call, if less than the client's deadline.
     */
    @JvmOverloads
    public fun blocking(timeout: java.time.Duration? = null): BlockingClient =
        BlockingClient(this, timeout)

    /**
     * Erases the credential, the log-in and every opened key from the library's memory. Running and
     * later calls throw [ClientClosedException]; a write that was already sent may have been
     * applied. Closing twice does nothing.
     */
    override fun close(): Unit = connection.close()

    public companion object {
        /**
         * Creates a client from environment variables. Sends nothing. From Java, use
         * [ClientBuilder.buildFromEnv]. The server and one credential are required:
         * - `INFISICAL_URL` (or `INFISICAL_API_URL`): the server.
         * - `INFISICAL_TOKEN`: a service token, a service token v3, or the access token of a
         *   machine identity or a user; detected by its format.
         * - `INFISICAL_CLIENT_ID` and `INFISICAL_CLIENT_SECRET` (or
         *   `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID` and `…_SECRET`): a machine identity.
         * - `INFISICAL_AUTH_METHOD` and `INFISICAL_MACHINE_IDENTITY_ID`: a machine identity that
         *   logs in by `kubernetes`, `oidc-auth`, `jwt-auth`, `ldap-auth`, `azure`, `gcp-id-token`,
         *   `gcp-iam`, `aws-iam` or `tls-cert-auth`; the README lists the variables of each.
         * - `INFISICAL_EMAIL` and `INFISICAL_PASSWORD`: a user. If another password or the private
         *   key itself is needed to decrypt, also `INFISICAL_KEY_PASSWORD` or
         *   `INFISICAL_PRIVATE_KEY`.
         * - `INFISICAL_SEND_PASSWORD`: `true` lets the log-in send the password, which today's
         *   servers demand; see `sendPassword` of the constructor.
         * - `INFISICAL_API_KEY`: a user's API key. It, and a user's access token, need
         *   `INFISICAL_PASSWORD` or `INFISICAL_PRIVATE_KEY` to decrypt.
         * - `INFISICAL_PROJECT_ID` and `INFISICAL_ENVIRONMENT`: the defaults for calls.
         * - `INFISICAL_TRUST_STORE`: the file of a trust store.
         *
         * The parameters are those of the constructor, and override their variable.
         *
         * @throws InvalidInputException if a variable is missing, empty, or conflicts with another
         *   of the same purpose; it names the variable.
         * @throws InvalidCredentialException if a variable is malformed; it names the variable.
         */
        @JvmSynthetic
        public fun fromEnv(
            project: String? = null,
            environment: String? = null,
            organization: String? = null,
            timeout: Duration? = null,
            deadline: Duration? = null,
            allowHttp: Boolean = false,
            certificateAuthorities: String? = null,
            proxy: String? = null,
            maxResponseBytes: Long? = null,
            requireE2ee: Boolean? = null,
            sendPassword: Boolean? = null,
            trustedSealers: List<String> = emptyList(),
            requireTrustedSealer: Boolean = false,
            trustStore: TrustStore? = null,
        ): Client =
            of(
                System.getenv(),
                settings(
                    project,
                    environment,
                    organization,
                    timeout,
                    deadline,
                    allowHttp,
                    certificateAuthorities,
                    proxy,
                    maxResponseBytes,
                    requireE2ee,
                    sendPassword,
                    trustedSealers,
                    requireTrustedSealer,
                    trustStore,
                ),
                trustStore,
            )

        /** Starts a client with named options from Java. From Kotlin, use the constructor. */
        @JvmStatic public fun builder(): ClientBuilder = ClientBuilder()

        internal fun of(
            variables: Map<String, String>,
            settings: NativeClientOptions,
            trustStore: TrustStore? = null,
        ): Client =
            Client(
                settings.copy(
                    variables =
                        variables
                            .filterKeys { it.startsWith("INFISICAL_") }
                            .map { (name, value) ->
                                checkText(name to value)
                                NativeVariable(name, value)
                            }
                ),
                trustStore,
            )
    }
}
