package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.DeniedPermission
import io.github.infisicale2ee.Permission
import kotlinx.serialization.json.JsonObject

val MEMBERS: Map<String, Operation> =
    mapOf(
        "members.list" to
            operation("project") { client ->
                client.members.list(optional("project")).toJson { it.toJson() }
            },
        "members.invite" to
            operation("email", "project", "expect_fingerprint") { client ->
                client.members
                    .invite(text("email"), optional("project"), optional("expect_fingerprint"))
                    .toJson()
            },
        "members.set_role" to
            operation("member_id", "role", "project") { client ->
                client.members
                    .setRole(text("member_id"), text("role"), optional("project"))
                    .toJson()
            },
        "members.deny" to
            operation("member_id", "denied", "project") { client ->
                client.members
                    .deny(
                        text("member_id"),
                        objects("denied").map(::denied),
                        optional("project"),
                    )
                    .toJson()
            },
        "members.remove" to
            operation("member_id", "project") { client ->
                client.members.remove(text("member_id"), optional("project")).toJson()
            },
        "members.share_key" to
            operation("member_id", "project", "expect_fingerprint") { client ->
                client.members
                    .shareKey(
                        text("member_id"),
                        optional("project"),
                        optional("expect_fingerprint"),
                    )
                    .toJson()
            },
    )

private fun denied(json: JsonObject): DeniedPermission =
    Arguments(json).run {
        checkNames(setOf("environment", "permission"))
        DeniedPermission(text("environment"), Permission.of(text("permission")))
    }
