package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive

val SNAPSHOTS: Map<String, Operation> =
    mapOf(
        "snapshots.list" to
            operation(*LOCATION) { client ->
                client.snapshots
                    .list(optional("project"), optional("environment"), optional("path"))
                    .toJson { it.toJson() }
            },
        "snapshots.count" to
            operation(*LOCATION) { client ->
                JsonPrimitive(
                    client.snapshots.count(
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                )
            },
        "snapshots.get" to
            operation("id", "project") { client ->
                client.snapshots.get(text("id"), optional("project")).toJson()
            },
        "snapshots.roll_back" to
            operation("id", "project") { client ->
                client.snapshots.rollBack(text("id"), optional("project"))
                JsonNull
            },
    )
