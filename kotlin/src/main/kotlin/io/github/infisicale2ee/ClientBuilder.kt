package io.github.infisicale2ee

import java.nio.file.Path
import java.time.Duration
import kotlin.time.toKotlinDuration

/**
 * The options of a [Client], for Java:
 * ```java
 * try (BlockingClient client = Client.builder().baseUrl(url).token(token).build().blocking()) {
 *     String url = client.secrets().get("DATABASE_URL").getValue();
 * }
 * ```
 *
 * The constructor of [Client] documents each option and its default.
 */
public class ClientBuilder internal constructor() {
    private var baseUrl: String? = null
    private var token: String = NOT_GIVEN
    private var email: String = NOT_GIVEN
    private var password: String = NOT_GIVEN
    private var keyPassword: String = NOT_GIVEN
    private var accessToken: String = NOT_GIVEN
    private var apiKey: String = NOT_GIVEN
    private var privateKey: String = NOT_GIVEN
    private var clientId: String = NOT_GIVEN
    private var clientSecret: String = NOT_GIVEN
    private var identityToken: String = NOT_GIVEN
    private var identity: IdentityLogIn? = null
    private var serviceAccountKey: String = NOT_GIVEN
    private var grantedBy: String? = null
    private var serviceTokenV3: String = NOT_GIVEN
    private var project: String? = null
    private var environment: String? = null
    private var organization: String? = null
    private var timeout: Duration? = null
    private var deadline: Duration? = null
    private var allowHttp: Boolean = false
    private var certificateAuthorities: String? = null
    private var proxy: String? = null
    private var maxResponseBytes: Long? = null
    private var requireE2ee: Boolean? = null
    private var sendPassword: Boolean? = null
    private var trustedSealers: List<String> = emptyList()
    private var requireTrustedSealer: Boolean = false
    private var trustFile: TrustStore? = null
    private var trustStorage: TrustStore? = null

    /** The server. */
    public fun baseUrl(url: String): ClientBuilder = apply { baseUrl = required("baseUrl", url) }

    /** An Infisical Token. */
    public fun token(token: String): ClientBuilder = apply {
        this.token = required("token", token)
    }

    /** A user's e-mail address and password. */
    public fun user(email: String, password: String): ClientBuilder = apply {
        this.email = required("email", email)
        this.password = required("password", password)
    }

    /** A user's access token. */
    public fun accessToken(token: String): ClientBuilder = apply {
        accessToken = required("accessToken", token)
    }

    /** A user's API key. */
    public fun apiKey(key: String): ClientBuilder = apply { apiKey = required("apiKey", key) }

    /** The password that decrypts the private key, for an access token or API key. */
    public fun password(password: String): ClientBuilder = apply {
        this.password = required("password", password)
    }

    /** The password that decrypts the private key of a [user], if the log-in has another. */
    public fun keyPassword(password: String): ClientBuilder = apply {
        keyPassword = required("keyPassword", password)
    }

    /** The user's private key as base64, instead of a password that decrypts it. */
    public fun privateKey(key: String): ClientBuilder = apply {
        privateKey = required("privateKey", key)
    }

    /** A machine identity's client id and client secret. */
    public fun machineIdentity(clientId: String, clientSecret: String): ClientBuilder = apply {
        this.clientId = required("clientId", clientId)
        this.clientSecret = required("clientSecret", clientSecret)
    }

    /** How a machine identity logs in without a client secret. */
    public fun identity(logIn: IdentityLogIn): ClientBuilder = apply {
        identity = required("identity", logIn)
    }

    /** A machine identity's access token. */
    public fun identityToken(token: String): ClientBuilder = apply {
        identityToken = required("identityToken", token)
    }

    /**
     * A service account's access key and private key, and the public key of the user who gave it
     * access to projects. May 2023 servers do not send the latter, and without it no project key
     * can be decrypted.
     */
    @JvmOverloads
    public fun serviceAccount(
        accessKey: String,
        privateKey: String,
        grantedBy: String? = null,
    ): ClientBuilder = apply {
        this.serviceAccountKey = required("accessKey", accessKey)
        this.privateKey = required("privateKey", privateKey)
        this.grantedBy = grantedBy
    }

    /** A service token v3, the JSON document. */
    public fun serviceTokenV3(document: String): ClientBuilder = apply {
        serviceTokenV3 = required("serviceTokenV3", document)
    }

    /** Id of the project for calls that pass none. */
    public fun project(id: String): ClientBuilder = apply { project = required("project", id) }

    /** Slug of the environment for calls that pass none. */
    public fun environment(slug: String): ClientBuilder = apply {
        environment = required("environment", slug)
    }

    /** Id of the organization of the session. */
    public fun organization(id: String): ClientBuilder = apply {
        organization = required("organization", id)
    }

    /** The maximum duration of one HTTP request. */
    public fun timeout(timeout: Duration): ClientBuilder = apply {
        this.timeout = required("timeout", timeout)
    }

    /** The time limit of one call, or of one step of a call that makes many requests. */
    public fun deadline(deadline: Duration): ClientBuilder = apply {
        this.deadline = required("deadline", deadline)
    }

    /** Whether `http://` to another machine is allowed. */
    public fun allowHttp(allow: Boolean): ClientBuilder = apply { allowHttp = allow }

    /** PEM certificates to trust in addition to the system's. */
    public fun certificateAuthorities(pem: String): ClientBuilder = apply {
        certificateAuthorities = required("certificateAuthorities", pem)
    }

    /** URL of the HTTP proxy, or `none`. By default read from the environment. */
    public fun proxy(url: String): ClientBuilder = apply { proxy = required("proxy", url) }

    /** The maximum length of an answer in bytes, decompressed. */
    public fun maxResponseBytes(bytes: Long): ClientBuilder = apply { maxResponseBytes = bytes }

    /** Whether to require end-to-end encryption. */
    public fun requireE2ee(require: Boolean): ClientBuilder = apply { requireE2ee = require }

    /** Whether a log-in may send the password to the server, which today's servers demand. */
    public fun sendPassword(allow: Boolean): ClientBuilder = apply { sendPassword = allow }

    /**
     * Fingerprints of the public keys of colleagues who share projects with the user, in any form
     * of a [Fingerprint].
     */
    public fun trustedSealers(fingerprints: List<String>): ClientBuilder = apply {
        trustedSealers = fingerprints.toList()
    }

    /** Whether project keys are used only if the user or a trusted sealer sealed them. */
    public fun requireTrustedSealer(require: Boolean): ClientBuilder = apply {
        requireTrustedSealer = require
    }

    /** The file of a trust store, which detects answers that contradict earlier ones. */
    public fun trustStore(path: Path): ClientBuilder = apply { trustFile = TrustStore.file(path) }

    /** Keeps a trust store somewhere else than in a file. */
    public fun trustStorage(storage: TrustStorage): ClientBuilder = apply {
        trustStorage = TrustStore.of(storage)
    }

    private fun trust(): TrustStore? {
        if (trustFile != null && trustStorage != null) {
            throw InvalidInputException(
                "the trust store is given twice: as a file and as a storage. Give one"
            )
        }
        return trustFile ?: trustStorage
    }

    /**
     * Checks the options and creates the client. Sends nothing.
     *
     * @throws InvalidInputException if an option is invalid; it names the option.
     * @throws InvalidCredentialException if a token or key is malformed.
     */
    public fun build(): Client =
        Client(
            baseUrl =
                baseUrl
                    ?: throw InvalidInputException(
                        "baseUrl is not given. Give the URL of the server, or use buildFromEnv()"
                    ),
            token = token,
            email = email,
            password = password,
            keyPassword = keyPassword,
            accessToken = accessToken,
            apiKey = apiKey,
            privateKey = privateKey,
            clientId = clientId,
            clientSecret = clientSecret,
            identityToken = identityToken,
            identity = identity,
            serviceAccountKey = serviceAccountKey,
            grantedBy = grantedBy,
            serviceTokenV3 = serviceTokenV3,
            project = project,
            environment = environment,
            organization = organization,
            timeout = timeout?.toKotlinDuration(),
            deadline = deadline?.toKotlinDuration(),
            allowHttp = allowHttp,
            certificateAuthorities = certificateAuthorities,
            proxy = proxy,
            maxResponseBytes = maxResponseBytes,
            requireE2ee = requireE2ee,
            sendPassword = sendPassword ?: false,
            trustedSealers = trustedSealers,
            requireTrustedSealer = requireTrustedSealer,
            trustStore = trust(),
        )

    /**
     * Creates the client from the environment variables that [Client.fromEnv] lists, and the
     * options set here. Sends nothing.
     *
     * @throws InvalidInputException if a variable is missing, empty, or conflicts with another of
     *   the same purpose (it names the variable), or if the server or a credential was set here.
     * @throws InvalidCredentialException if a variable is malformed; it names the variable.
     */
    public fun buildFromEnv(): Client {
        val credential =
            listOf(token, email, password, keyPassword, accessToken, apiKey, privateKey) +
                listOf(clientId, clientSecret, identityToken, serviceAccountKey, serviceTokenV3)
        val isGiven = identity != null || grantedBy != null || credential.any { it !== NOT_GIVEN }
        if (baseUrl != null || isGiven) {
            throw InvalidInputException(
                "buildFromEnv takes the server and the credential from the environment. Give " +
                    "neither to the builder, or use build()"
            )
        }
        return Client.fromEnv(
            project = project,
            environment = environment,
            organization = organization,
            timeout = timeout?.toKotlinDuration(),
            deadline = deadline?.toKotlinDuration(),
            allowHttp = allowHttp,
            certificateAuthorities = certificateAuthorities,
            proxy = proxy,
            maxResponseBytes = maxResponseBytes,
            requireE2ee = requireE2ee,
            sendPassword = sendPassword,
            trustedSealers = trustedSealers,
            requireTrustedSealer = requireTrustedSealer,
            trustStore = trust(),
        )
    }
}
