package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.RolePermission
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

val ROLES: Map<String, Operation> =
    mapOf(
        "roles.list" to
            operation("project") { client ->
                client.roles.list(optional("project")).toJson { it.toJson() }
            },
        "roles.get" to
            operation("slug", "project") { client ->
                client.roles.get(text("slug"), optional("project")).toJson()
            },
        "roles.create" to
            operation("slug", "name", "description", "permissions", "project") { client ->
                client.roles
                    .create(
                        text("slug"),
                        text("name"),
                        optional("description"),
                        rolePermissions(array("permissions")).orEmpty(),
                        optional("project"),
                    )
                    .toJson()
            },
        "roles.update" to
            operation("slug", "new_slug", "new_name", "description", "permissions", "project") {
                it.roles
                    .update(
                        text("slug"),
                        optional("new_slug"),
                        optional("new_name"),
                        optional("description"),
                        rolePermissions(array("permissions")),
                        optional("project"),
                    )
                    .toJson()
            },
        "roles.delete" to
            operation("slug", "project") { client ->
                client.roles.delete(text("slug"), optional("project"))
                JsonNull
            },
    )

private fun rolePermissions(array: JsonArray?): List<RolePermission>? = array?.map {
    rolePermission(it.jsonObject)
}

private fun rolePermission(json: JsonObject): RolePermission =
    Arguments(json).run {
        checkNames(setOf("subject", "actions", "conditions", "inverted"))
        RolePermission(text("subject"), texts("actions"), json("conditions"), flag("inverted"))
    }
