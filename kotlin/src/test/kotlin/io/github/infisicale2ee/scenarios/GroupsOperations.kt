package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val GROUPS: Map<String, Operation> =
    mapOf(
        "groups.list" to
            operation("organization") { client ->
                client.groups.list(optional("organization")).toJson { it.toJson() }
            },
        "groups.get" to operation("id") { it.groups.get(text("id")).toJson() },
        "groups.create" to
            operation("name", "slug", "role", "organization") { client ->
                client.groups
                    .create(
                        text("name"),
                        optional("slug"),
                        optional("role"),
                        optional("organization"),
                    )
                    .toJson()
            },
        "groups.update" to
            operation("id", "new_name", "new_slug", "role") { client ->
                client.groups
                    .update(
                        text("id"),
                        optional("new_name"),
                        optional("new_slug"),
                        optional("role"),
                    )
                    .toJson()
            },
        "groups.delete" to
            operation("id") { client ->
                client.groups.delete(text("id"))
                JsonNull
            },
        "groups.members" to
            operation("id") { client ->
                client.groups.members(text("id")).toJson { it.toJson() }
            },
        "groups.add_member" to
            operation("id", "username") { client ->
                client.groups.addMember(text("id"), text("username")).toJson()
            },
        "groups.remove_member" to
            operation("id", "username") { client ->
                client.groups.removeMember(text("id"), text("username"))
                JsonNull
            },
        "groups.list_in_project" to
            operation("project") { client ->
                client.groups.listInProject(optional("project")).toJson { it.toJson() }
            },
        "groups.add_to_project" to
            operation("id", "role", "project") { client ->
                client.groups.addToProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
        "groups.set_role_in_project" to
            operation("id", "role", "project") { client ->
                client.groups.setRoleInProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
        "groups.remove_from_project" to
            operation("id", "project") { client ->
                client.groups.removeFromProject(text("id"), optional("project"))
                JsonNull
            },
    )
