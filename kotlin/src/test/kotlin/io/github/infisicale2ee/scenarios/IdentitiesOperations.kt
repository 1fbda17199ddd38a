package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive

val IDENTITIES: Map<String, Operation> =
    mapOf(
        "identities.create" to
            operation("name", "organization", "role") { client ->
                client.identities
                    .create(text("name"), optional("organization"), optional("role"))
                    .toJson()
            },
        "identities.list" to
            operation("organization") { client ->
                client.identities.list(optional("organization")).toJson { it.toJson() }
            },
        "identities.delete" to
            operation("id") { client ->
                client.identities.delete(text("id"))
                JsonNull
            },
        "identities.attach_universal_auth" to
            operation("id", "access_token_ttl", "access_token_max_ttl") { client ->
                JsonPrimitive(
                    client.identities.attachUniversalAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                    )
                )
            },
        "identities.create_client_secret" to
            operation("id", "description", "expires_in", "max_uses") { client ->
                client.identities
                    .createClientSecret(
                        text("id"),
                        optional("description"),
                        duration("expires_in"),
                        number("max_uses"),
                    )
                    .toJson()
            },
        "identities.list_client_secrets" to
            operation("id") { client ->
                client.identities.listClientSecrets(text("id")).toJson { it.toJson() }
            },
        "identities.revoke_client_secret" to
            operation("id", "client_secret_id") { client ->
                client.identities.revokeClientSecret(text("id"), text("client_secret_id"))
                JsonNull
            },
        "identities.add_to_project" to
            operation("id", "role", "project") { client ->
                client.identities.addToProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
        "identities.list_in_project" to
            operation("project") { client ->
                client.identities.listInProject(optional("project")).toJson { it.toJson() }
            },
        "identities.remove_from_project" to
            operation("id", "project") { client ->
                client.identities.removeFromProject(text("id"), optional("project"))
                JsonNull
            },
    )
