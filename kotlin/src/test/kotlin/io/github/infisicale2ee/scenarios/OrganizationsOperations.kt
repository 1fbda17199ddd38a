package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val ORGANIZATIONS: Map<String, Operation> =
    mapOf(
        "organizations.list" to
            operation { client -> client.organizations.list().toJson { it.toJson() } },
        "organizations.create" to
            operation("name") { client -> client.organizations.create(text("name")).toJson() },
        "organizations.rename" to
            operation("id", "name") { client ->
                client.organizations.rename(text("id"), text("name")).toJson()
            },
        "organizations.members" to
            operation("organization") { client ->
                client.organizations.members(optional("organization")).toJson { it.toJson() }
            },
        "organizations.set_role" to
            operation("member_id", "role", "organization") { client ->
                client.organizations
                    .setRole(text("member_id"), text("role"), optional("organization"))
                    .toJson()
            },
        "organizations.remove_member" to
            operation("member_id", "organization") { client ->
                client.organizations
                    .removeMember(text("member_id"), optional("organization"))
                    .toJson()
            },
        "organizations.invite" to
            operation("email", "organization") { client ->
                client.organizations.invite(text("email"), optional("organization")).toJson()
            },
        "organizations.incident_contacts" to
            operation("organization") { client ->
                client.organizations.incidentContacts(optional("organization")).toJson {
                    it.toJson()
                }
            },
        "organizations.add_incident_contact" to
            operation("email", "organization") { client ->
                client.organizations
                    .addIncidentContact(text("email"), optional("organization"))
                    .toJson()
            },
        "organizations.remove_incident_contact" to
            operation("email", "organization") { client ->
                client.organizations.removeIncidentContact(text("email"), optional("organization"))
                JsonNull
            },
        "organizations.projects" to
            operation("organization") { client ->
                client.organizations.projects(optional("organization")).toJson { it.toJson() }
            },
    )
