package io.github.infisicale2ee.scenarios

import kotlin.time.Duration
import kotlinx.serialization.json.JsonNull

val API_KEYS: Map<String, Operation> =
    mapOf(
        "api_keys.list" to operation() { client -> client.apiKeys.list().toJson { it.toJson() } },
        "api_keys.create" to
            operation("name", "expires_in") { client ->
                client.apiKeys
                    .create(text("name"), duration("expires_in") ?: Duration.ZERO)
                    .toJson()
            },
        "api_keys.delete" to
            operation("id") { client ->
                client.apiKeys.delete(text("id"))
                JsonNull
            },
    )
