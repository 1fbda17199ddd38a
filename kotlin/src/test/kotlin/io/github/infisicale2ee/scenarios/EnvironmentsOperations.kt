package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val ENVIRONMENTS: Map<String, Operation> =
    mapOf(
        "environments.list" to
            operation("project") { client ->
                client.environments.list(optional("project")).toJson { it.toJson() }
            },
        "environments.create" to
            operation("name", "slug", "project") {
                it.environments.create(text("name"), text("slug"), optional("project")).toJson()
            },
        "environments.update" to
            operation("slug", "new_name", "new_slug", "project") {
                it.environments
                    .update(
                        text("slug"),
                        optional("new_name"),
                        optional("new_slug"),
                        optional("project"),
                    )
                    .toJson()
            },
        "environments.delete" to
            operation("slug", "project") {
                it.environments.delete(text("slug"), optional("project"))
                JsonNull
            },
    )
