package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val FOLDERS: Map<String, Operation> =
    mapOf(
        "folders.list" to
            operation(*LOCATION) { client ->
                client.folders
                    .list(optional("project"), optional("environment"), optional("path"))
                    .toJson { it.toJson() }
            },
        "folders.create" to
            operation("name", *LOCATION) {
                it.folders
                    .create(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "folders.rename" to
            operation("name", "new_name", *LOCATION) {
                it.folders
                    .rename(
                        text("name"),
                        text("new_name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "folders.delete" to
            operation("name", *LOCATION) {
                it.folders.delete(
                    text("name"),
                    optional("project"),
                    optional("environment"),
                    optional("path"),
                )
                JsonNull
            },
    )
