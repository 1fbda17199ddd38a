package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import io.github.infisicale2ee.ServiceTokenScope
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

val SERVICE_TOKENS: Map<String, Operation> =
    mapOf(
        "service_tokens.create" to
            operation("name", "project", "scopes", "permissions", "expires_in") {
                createServiceToken(it)
            },
        "service_tokens.describe" to operation { it.serviceTokens.describe().toJson() },
        "service_tokens.list" to
            operation("project") { client ->
                client.serviceTokens.list(optional("project")).toJson { it.toJson() }
            },
        "service_tokens.delete" to
            operation("id") {
                it.serviceTokens.delete(text("id"))
                JsonNull
            },
    )

private suspend fun Arguments.createServiceToken(client: Client) =
    client.serviceTokens
        .create(
            text("name"),
            project = optional("project"),
            scopes = array("scopes").orEmpty().map { scope(it.jsonObject) },
            permissions = permissions("permissions"),
            expiresIn = duration("expires_in"),
        )
        .toJson()

private fun scope(json: JsonObject): ServiceTokenScope =
    Arguments(json).run {
        checkNames(setOf("environment", "path"))
        ServiceTokenScope(text("environment"), text("path"))
    }
