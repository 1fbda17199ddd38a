package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeClientOptions
import io.github.infisicale2ee.internal.NativeCredential
import java.io.Closeable
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * A connection to one Infisical server with one credential. Nothing is sent before the first call,
 * which also finds out which release the server is. Calls may run at the same time, from any
 * thread, and never block it; cancelling a coroutine cancels its request.
 *
 * Give exactly one credential, or none for signing up: `token`; `email` and `password`;
 * `accessToken`; `apiKey`; `clientId` and `clientSecret`, or `identityToken`, of a machine
 * identity; `serviceAccountKey` with `privateKey` and `grantedBy` of a service account; or
 * `serviceTokenV3`. An access token or API key decrypts with `password` or `privateKey` beside it.
 *
 * ```kotlin
 * Client(token = System.getenv("INFISICAL_TOKEN")).use { client ->
 *     val database = client.secrets.get("DATABASE_URL", environment = "prod")
 *     connect(database.value)
 * }
 * ```
 *
 * The first client of a process loads the native library, which may take some tens of milliseconds.
 *
 * @param baseUrl the server; `https://app.infisical.com` by default.
 * @param token an Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this machine.
 * @param email a user's e-mail address, exactly as typed at sign-up.
 * @param password the user's password. It never leaves this machine: the log-in proves it by SRP.
 * @param accessToken a user's access token (JWT).
 * @param apiKey a user's API key, `ak.<id>.<secret>`.
 * @param privateKey the user's private key as base64, for an access token or API key; or that of
 *   the service account.
 * @param clientId a machine identity's client id, for universal auth. The server decrypts what an
 *   identity reads.
 * @param clientSecret the machine identity's client secret.
 * @param identityToken a machine identity's access token (JWT), such as one of
 *   [Identities.createAccessToken]. Nothing renews it.
 * @param serviceAccountKey a service account's access key, `sa.<id>.<secret>` (May 2023), with
 *   `privateKey` and `grantedBy`.
 * @param grantedBy public key, as base64, of the user who let the service account into projects.
 * @param serviceTokenV3 a service token v3, the JSON document (autumn 2023). Known from public
 *   source alone.
 * @param project id of the project of calls that name none. A service token brings its own.
 * @param environment slug of the environment of calls that name none.
 * @param organization id of the organization to act in, needed on June 2024 servers by users of
 *   several.
 * @param timeout the longest one HTTP request may take; 30 seconds by default.
 * @param deadline the longest one call may take with its log-in, retries and waits; 90 seconds by
 *   default.
 * @param allowHttp allows `http://` to another machine. Secrets stay encrypted, but whoever listens
 *   can take the token and act with it. `http://` to this machine is always allowed.
 * @param certificateAuthorities PEM certificates of authorities to trust beside the system's, for a
 *   private CA.
 * @param maxResponseBytes the longest answer accepted; 64 MiB by default.
 * @param requireE2ee whether secrets may only pass end-to-end encrypted; by default true, but false
 *   for a machine identity, which cannot decrypt. With `false`, a user reaches projects whose key
 *   is not at hand in plaintext; each secret says how it came by [Secret.endToEndEncrypted]. With
 *   `true`, a call that would need plaintext throws [UnsupportedByServerException].
 * @throws InvalidInputException names the option that cannot be right.
 * @throws InvalidCredentialException if a token or key is not in the form it must have.
 */
public class Client(
    baseUrl: String? = null,
    token: String? = null,
    email: String? = null,
    password: String? = null,
    accessToken: String? = null,
    apiKey: String? = null,
    privateKey: String? = null,
    clientId: String? = null,
    clientSecret: String? = null,
    identityToken: String? = null,
    serviceAccountKey: String? = null,
    grantedBy: String? = null,
    serviceTokenV3: String? = null,
    project: String? = null,
    environment: String? = null,
    organization: String? = null,
    timeout: Duration? = null,
    deadline: Duration? = null,
    allowHttp: Boolean = false,
    certificateAuthorities: String? = null,
    maxResponseBytes: Long? = null,
    requireE2ee: Boolean? = null,
) : Closeable {
    private val connection: Connection

    init {
        checkText(
            "baseUrl" to baseUrl,
            "token" to token,
            "email" to email,
            "password" to password,
            "accessToken" to accessToken,
            "apiKey" to apiKey,
            "privateKey" to privateKey,
            "clientId" to clientId,
            "clientSecret" to clientSecret,
            "identityToken" to identityToken,
            "serviceAccountKey" to serviceAccountKey,
            "grantedBy" to grantedBy,
            "serviceTokenV3" to serviceTokenV3,
            "project" to project,
            "environment" to environment,
            "organization" to organization,
            "certificateAuthorities" to certificateAuthorities,
        )
        if (maxResponseBytes != null && maxResponseBytes <= 0) {
            throw InvalidInputException("maxResponseBytes must be above zero")
        }
        connection =
            Connection(
                NativeClientOptions(
                    baseUrl = baseUrl,
                    allowHttp = allowHttp,
                    credential =
                        NativeCredential(
                            token = token,
                            email = email,
                            accessToken = accessToken,
                            apiKey = apiKey,
                            clientId = clientId,
                            clientSecret = clientSecret,
                            identityToken = identityToken,
                            serviceAccountKey = serviceAccountKey,
                            serviceTokenV3 = serviceTokenV3,
                            grantedBy = grantedBy,
                            password = password,
                            privateKey = privateKey,
                        ),
                    project = project,
                    environment = environment,
                    organization = organization,
                    timeout = timeout?.toDouble(DurationUnit.SECONDS),
                    deadline = deadline?.toDouble(DurationUnit.SECONDS),
                    certificateAuthorities = certificateAuthorities,
                    maxResponseBytes = maxResponseBytes,
                    requireE2ee = requireE2ee,
                    userAgentSuffix = "kotlin/${KotlinVersion.CURRENT}",
                )
            )
    }

    /** Secrets by name. */
    public val secrets: Secrets = Secrets(connection)

    /** Projects and their keys. */
    public val projects: Projects = Projects(connection)

    /** Organizations the user belongs to. */
    public val organizations: Organizations = Organizations(connection)

    /** Signing up, and the user behind the credential. */
    public val account: Account = Account(connection)

    /** Environments of a project. */
    public val environments: Environments = Environments(connection)

    /** Folders, which secrets lie in since 2024. */
    public val folders: Folders = Folders(connection)

    /** Tags of a project. */
    public val tags: Tags = Tags(connection)

    /** Imports of one folder's secrets into another. */
    public val secretImports: SecretImports = SecretImports(connection)

    /** Members of a project. */
    public val members: Members = Members(connection)

    /** Roles that a project defines. */
    public val roles: Roles = Roles(connection)

    /** Groups of users, who are let into projects together. */
    public val groups: Groups = Groups(connection)

    /** Machine identities, managed by users. */
    public val identities: Identities = Identities(connection)

    /** API keys of the user. */
    public val apiKeys: ApiKeys = ApiKeys(connection)

    /** The audit log of projects. */
    public val auditLogs: AuditLogs = AuditLogs(connection)

    /** Service accounts, on May 2023 servers. */
    public val serviceAccounts: ServiceAccounts = ServiceAccounts(connection)

    /** Snapshots of secrets, and rolling back to them. */
    public val snapshots: Snapshots = Snapshots(connection)

    /** Service tokens, which open one project to a program. */
    public val serviceTokens: ServiceTokens = ServiceTokens(connection)

    /**
     * What the server can do, and how this client's secrets pass. Needs no credential.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidResponseException if there is no Infisical server at the address.
     */
    public suspend fun capabilities(timeout: Duration? = null): Capabilities =
        connection.call(timeout) { Capabilities(capabilities(it)) }

    /**
     * The same client with calls that block their thread, for Java and for scripts. Closing either
     * closes both.
     *
     * @param timeout the longest each call may take, if less than the client's deadline.
     */
    @JvmOverloads
    public fun blocking(timeout: java.time.Duration? = null): BlockingClient =
        BlockingClient(this, timeout)

    /**
     * Forgets the credential, the log-in and every opened key. Later calls throw
     * [ClientClosedException]; calls under way may still finish. Closing twice does nothing.
     */
    override fun close(): Unit = connection.close()

    public companion object {
        /** Starts a client with named options from Java. From Kotlin, use the constructor. */
        @JvmStatic public fun builder(): ClientBuilder = ClientBuilder()
    }
}
