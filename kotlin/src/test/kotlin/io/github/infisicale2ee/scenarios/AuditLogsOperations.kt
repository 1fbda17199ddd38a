package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray

private val FILTER = arrayOf("project", "events", "actor", "channel", "start", "end", "metadata")

val AUDIT_LOGS: Map<String, Operation> =
    mapOf(
        "audit_logs.query" to
            operation(*FILTER, "cursor", "limit") { client ->
                client.auditLogs
                    .query(
                        optional("project"),
                        optionalTexts("events"),
                        optional("actor"),
                        optional("channel"),
                        optional("start"),
                        optional("end"),
                        textsByName("metadata"),
                        optional("cursor"),
                        number("limit"),
                    )
                    .toJson()
            },
        "audit_logs.changes" to
            operation("id", "project") { client ->
                client.auditLogs.changes(text("id"), optional("project")).toJson { it.toJson() }
            },
        "audit_logs.actors" to
            operation("project") { client ->
                client.auditLogs.actors(optional("project")).toJson { it.toJson() }
            },
        "audit_logs.export" to
            operation(*FILTER) { client ->
                val lines =
                    client.auditLogs.export(
                        optional("project"),
                        optionalTexts("events"),
                        optional("actor"),
                        optional("channel"),
                        optional("start"),
                        optional("end"),
                        textsByName("metadata"),
                    )
                JsonArray(lines.lines().filter(String::isNotEmpty).map(Json::parseToJsonElement))
            },
    )
