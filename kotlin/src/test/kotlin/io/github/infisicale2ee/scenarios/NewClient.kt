package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import kotlin.time.toJavaDuration

/** What a client is made with. */
val OPTIONS =
    setOf(
        "base_url",
        "token",
        "email",
        "password",
        "access_token",
        "api_key",
        "private_key",
        "project",
        "environment",
        "organization",
        "timeout",
        "deadline",
        "allow_http",
        "certificate_authorities",
        "proxy",
        "max_response_bytes",
        "client_id",
        "client_secret",
        "identity_token",
        "service_account_key",
        "granted_by",
        "service_token_v3",
        "require_e2ee",
    )

fun newClient(options: Arguments): Client {
    val builder = Client.builder()
    options.optional("base_url")?.let(builder::baseUrl)
    options.optional("token")?.let(builder::token)
    options.optional("access_token")?.let(builder::accessToken)
    options.optional("api_key")?.let(builder::apiKey)
    options.optional("email")?.let { builder.user(it, options.optional("password") ?: "") }
    options.optional("password")?.let(builder::password)
    options.optional("private_key")?.let(builder::privateKey)
    options.optional("client_id")?.let {
        builder.machineIdentity(it, options.optional("client_secret") ?: "")
    }
    options.optional("identity_token")?.let(builder::identityToken)
    options.optional("service_account_key")?.let {
        val privateKey = options.optional("private_key") ?: ""
        builder.serviceAccount(it, privateKey, options.optional("granted_by"))
    }
    options.optional("service_token_v3")?.let(builder::serviceTokenV3)
    options.optional("project")?.let(builder::project)
    options.optional("environment")?.let(builder::environment)
    options.optional("organization")?.let(builder::organization)
    options.duration("timeout")?.let { builder.timeout(it.toJavaDuration()) }
    options.duration("deadline")?.let { builder.deadline(it.toJavaDuration()) }
    builder.allowHttp(options.flag("allow_http"))
    options.optional("certificate_authorities")?.let(builder::certificateAuthorities)
    options.optional("proxy")?.let(builder::proxy)
    options.number("max_response_bytes")?.let(builder::maxResponseBytes)
    options.optionalFlag("require_e2ee")?.let(builder::requireE2ee)
    return builder.build()
}
