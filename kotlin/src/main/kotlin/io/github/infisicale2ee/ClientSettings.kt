package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeClientOptions
import io.github.infisicale2ee.internal.NativeCredential
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * Marks a credential that was not passed. Compared by identity, not by text. `null` would usually
 * come from an unset variable.
 */
internal val NOT_GIVEN: String = String(CharArray(0))

/** The credential [text], or `null` if it was not passed. */
internal fun given(name: String, text: String?): String? {
    if (text === NOT_GIVEN) return null
    if (text == null) {
        throw InvalidInputException(
            "$name is null. Leave it out, or check the variable that it comes from"
        )
    }
    checkText(name to text)
    return text
}

/** The options of a client other than the server and the credential. */
internal fun settings(
    project: String?,
    environment: String?,
    organization: String?,
    timeout: Duration?,
    deadline: Duration?,
    allowHttp: Boolean,
    certificateAuthorities: String?,
    proxy: String?,
    maxResponseBytes: Long?,
    requireE2ee: Boolean?,
    sendPassword: Boolean?,
    trustedSealers: List<String>,
    requireTrustedSealer: Boolean,
    trustStore: TrustStore?,
): NativeClientOptions {
    checkText(
        "project" to project,
        "environment" to environment,
        "organization" to organization,
        "certificateAuthorities" to certificateAuthorities,
        "proxy" to proxy,
    )
    if (maxResponseBytes != null && maxResponseBytes <= 0) {
        throw InvalidInputException("maxResponseBytes must be above zero")
    }
    return NativeClientOptions(
        baseUrl = null,
        variables = null,
        allowHttp = allowHttp,
        credential = NO_CREDENTIAL,
        project = project,
        environment = environment,
        organization = organization,
        timeout = timeout?.toDouble(DurationUnit.SECONDS),
        deadline = deadline?.toDouble(DurationUnit.SECONDS),
        certificateAuthorities = certificateAuthorities,
        proxy = proxy,
        maxResponseBytes = maxResponseBytes,
        requireE2ee = requireE2ee,
        sendPassword = sendPassword,
        trustedSealers = trustedSealers,
        requireTrustedSealer = requireTrustedSealer,
        trustStore = trustStore?.path,
        userAgentSuffix = "kotlin/${KotlinVersion.CURRENT}",
    )
}

private val NO_CREDENTIAL =
    NativeCredential(
        token = null,
        email = null,
        accessToken = null,
        apiKey = null,
        clientId = null,
        clientSecret = null,
        identityToken = null,
        identity = null,
        serviceAccountKey = null,
        serviceTokenV3 = null,
        grantedBy = null,
        password = null,
        keyPassword = null,
        privateKey = null,
    )
