package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive

val PROJECTS: Map<String, Operation> =
    mapOf(
        "projects.create" to
            operation("name", "organization") {
                it.projects.create(text("name"), optional("organization")).toJson()
            },
        "projects.list" to operation { client -> client.projects.list().toJson { it.toJson() } },
        "projects.get" to operation("id") { it.projects.get(text("id")).toJson() },
        "projects.rename" to
            operation("id", "name") { client ->
                client.projects.rename(text("id"), text("name")).toJson()
            },
        "projects.delete" to
            operation("id") { client ->
                client.projects.delete(text("id"))
                JsonNull
            },
        "projects.open_key" to operation("id") { it.projects.openKey(text("id")).toJson() },
        "projects.set_auto_capitalization" to
            operation("id", "enabled") { client ->
                client.projects.setAutoCapitalization(text("id"), flag("enabled")).toJson()
            },
        "projects.set_version_limit" to
            operation("id", "limit") { client ->
                val limit = number("limit") ?: fail("the argument limit is missing")
                client.projects.setVersionLimit(text("id"), limit).toJson()
            },
        "projects.leave" to
            operation("id") { client ->
                client.projects.leave(text("id"))
                JsonNull
            },
        "projects.share_key_with_server" to
            operation("id") { client ->
                client.projects.shareKeyWithServer(text("id"))
                JsonNull
            },
        "projects.stop_sharing_key_with_server" to
            operation("id") { client ->
                client.projects.stopSharingKeyWithServer(text("id"))
                JsonNull
            },
        "projects.is_key_shared_with_server" to
            operation("id") { client ->
                JsonPrimitive(client.projects.isKeySharedWithServer(text("id")))
            },
        "projects.blind_index_status" to
            operation("id") { client ->
                JsonPrimitive(client.projects.blindIndexStatus(text("id")))
            },
        "projects.enable_blind_indices" to
            operation("id") { client -> client.projects.enableBlindIndices(text("id")).toJson() },
    )
