package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val SECRET_IMPORTS: Map<String, Operation> =
    mapOf(
        "secret_imports.list" to
            operation(*LOCATION) { client ->
                client.secretImports
                    .list(optional("project"), optional("environment"), optional("path"))
                    .toJson { it.toJson() }
            },
        "secret_imports.create" to
            operation("from_environment", "from_path", *LOCATION) {
                it.secretImports
                    .create(
                        text("from_environment"),
                        text("from_path"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "secret_imports.update" to
            operation("id", "from_environment", "from_path", "position", *LOCATION) {
                it.secretImports
                    .update(
                        text("id"),
                        optional("from_environment"),
                        optional("from_path"),
                        number("position"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "secret_imports.delete" to
            operation("id", *LOCATION) {
                it.secretImports.delete(
                    text("id"),
                    optional("project"),
                    optional("environment"),
                    optional("path"),
                )
                JsonNull
            },
    )
