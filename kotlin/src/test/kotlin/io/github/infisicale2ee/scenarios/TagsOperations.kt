package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val TAGS: Map<String, Operation> =
    mapOf(
        "tags.list" to
            operation("project") { client ->
                client.tags.list(optional("project")).toJson { it.toJson() }
            },
        "tags.create" to
            operation("name", "slug", "color", "project") {
                it.tags
                    .create(text("name"), text("slug"), optional("color"), optional("project"))
                    .toJson()
            },
        "tags.update" to
            operation("tag", "new_slug", "color", "project") {
                it.tags
                    .update(
                        text("tag"),
                        optional("new_slug"),
                        optional("color"),
                        optional("project"),
                    )
                    .toJson()
            },
        "tags.delete" to
            operation("tag", "project") {
                it.tags.delete(text("tag"), optional("project"))
                JsonNull
            },
    )
