package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client

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
        "max_response_bytes",
        "client_id",
        "client_secret",
        "identity_token",
        "service_account_key",
        "granted_by",
        "service_token_v3",
        "require_e2ee",
    )

fun newClient(options: Arguments): Client =
    Client(
        baseUrl = options.optional("base_url"),
        token = options.optional("token"),
        email = options.optional("email"),
        password = options.optional("password"),
        accessToken = options.optional("access_token"),
        apiKey = options.optional("api_key"),
        privateKey = options.optional("private_key"),
        project = options.optional("project"),
        environment = options.optional("environment"),
        organization = options.optional("organization"),
        timeout = options.duration("timeout"),
        deadline = options.duration("deadline"),
        allowHttp = options.flag("allow_http"),
        certificateAuthorities = options.optional("certificate_authorities"),
        maxResponseBytes = options.number("max_response_bytes"),
        clientId = options.optional("client_id"),
        clientSecret = options.optional("client_secret"),
        identityToken = options.optional("identity_token"),
        serviceAccountKey = options.optional("service_account_key"),
        grantedBy = options.optional("granted_by"),
        serviceTokenV3 = options.optional("service_token_v3"),
        requireE2ee = options.optionalFlag("require_e2ee"),
    )
