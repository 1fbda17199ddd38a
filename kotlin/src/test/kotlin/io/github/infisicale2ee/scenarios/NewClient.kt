package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import java.nio.file.Path
import kotlin.time.toJavaDuration

/** A client with these options. */
fun newClient(options: Arguments): Client {
    options.allow(
        "base_url",
        "token",
        "email",
        "password",
        "key_password",
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
        "send_password",
        "trusted_sealers",
        "require_trusted_sealer",
        "trust_store",
    )
    val builder = Client.builder()
    options.optional("base_url", TEXT)?.let(builder::baseUrl)
    options.optional("token", TEXT)?.let(builder::token)
    options.optional("access_token", TEXT)?.let(builder::accessToken)
    options.optional("api_key", TEXT)?.let(builder::apiKey)
    options.optional("email", TEXT)?.let {
        builder.user(it, options.optional("password", TEXT) ?: "")
    }
    options.optional("password", TEXT)?.let(builder::password)
    options.optional("key_password", TEXT)?.let(builder::keyPassword)
    options.optional("private_key", TEXT)?.let(builder::privateKey)
    options.optional("client_id", TEXT)?.let {
        builder.machineIdentity(it, options.optional("client_secret", TEXT) ?: "")
    }
    options.optional("identity_token", TEXT)?.let(builder::identityToken)
    options.optional("service_account_key", TEXT)?.let {
        val privateKey = options.optional("private_key", TEXT) ?: ""
        builder.serviceAccount(it, privateKey, options.optional("granted_by", TEXT))
    }
    options.optional("service_token_v3", TEXT)?.let(builder::serviceTokenV3)
    options.optional("project", TEXT)?.let(builder::project)
    options.optional("environment", TEXT)?.let(builder::environment)
    options.optional("organization", TEXT)?.let(builder::organization)
    options.optional("timeout", DURATION)?.let { builder.timeout(it.toJavaDuration()) }
    options.optional("deadline", DURATION)?.let { builder.deadline(it.toJavaDuration()) }
    builder.allowHttp(options.optional("allow_http", FLAG, false))
    options.optional("certificate_authorities", TEXT)?.let(builder::certificateAuthorities)
    options.optional("proxy", TEXT)?.let(builder::proxy)
    options.optional("max_response_bytes", INTEGER)?.let(builder::maxResponseBytes)
    options.optional("require_e2ee", FLAG)?.let(builder::requireE2ee)
    options.optional("send_password", FLAG)?.let(builder::sendPassword)
    options.optional("trusted_sealers", TEXTS)?.let(builder::trustedSealers)
    options.optional("require_trusted_sealer", FLAG)?.let(builder::requireTrustedSealer)
    options.optional("trust_store", TEXT)?.let { builder.trustStore(Path.of(it)) }
    return builder.build()
}
