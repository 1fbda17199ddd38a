package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive

private val TOKEN_AUTH =
    arrayOf(
        "access_token_ttl",
        "access_token_max_ttl",
        "access_token_max_uses",
        "access_token_trusted_ips",
    )
private val UNIVERSAL_AUTH = arrayOf(*TOKEN_AUTH, "client_secret_trusted_ips")

val IDENTITIES: Map<String, Operation> =
    mapOf(
        "identities.create" to
            operation("name", "organization", "role") { client ->
                client.identities
                    .create(text("name"), optional("organization"), optional("role"))
                    .toJson()
            },
        "identities.list" to
            operation("organization") { client ->
                client.identities.list(optional("organization")).toJson { it.toJson() }
            },
        "identities.delete" to
            operation("id") { client ->
                client.identities.delete(text("id"))
                JsonNull
            },
        "identities.update" to
            operation("id", "new_name", "role") { client ->
                client.identities
                    .update(text("id"), optional("new_name"), optional("role"))
                    .toJson()
            },
        "identities.projects" to
            operation("id") { client ->
                client.identities.projects(text("id")).toJson { it.toJson() }
            },
        "identities.attach_universal_auth" to
            operation("id", *UNIVERSAL_AUTH) { client ->
                JsonPrimitive(
                    client.identities.attachUniversalAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                        number("access_token_max_uses"),
                        textsIfGiven("client_secret_trusted_ips"),
                        textsIfGiven("access_token_trusted_ips"),
                    )
                )
            },
        "identities.universal_auth" to
            operation("id") { client -> client.identities.universalAuth(text("id")).toJson() },
        "identities.update_universal_auth" to
            operation("id", *UNIVERSAL_AUTH) { client ->
                client.identities
                    .updateUniversalAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                        number("access_token_max_uses"),
                        textsIfGiven("client_secret_trusted_ips"),
                        textsIfGiven("access_token_trusted_ips"),
                    )
                    .toJson()
            },
        "identities.detach_universal_auth" to
            operation("id") { client ->
                client.identities.detachUniversalAuth(text("id"))
                JsonNull
            },
        "identities.create_client_secret" to
            operation("id", "description", "expires_in", "max_uses") { client ->
                client.identities
                    .createClientSecret(
                        text("id"),
                        optional("description"),
                        duration("expires_in"),
                        number("max_uses"),
                    )
                    .toJson()
            },
        "identities.list_client_secrets" to
            operation("id") { client ->
                client.identities.listClientSecrets(text("id")).toJson { it.toJson() }
            },
        "identities.revoke_client_secret" to
            operation("id", "client_secret_id") { client ->
                client.identities.revokeClientSecret(text("id"), text("client_secret_id"))
                JsonNull
            },
        "identities.attach_token_auth" to
            operation("id", *TOKEN_AUTH) { client ->
                client.identities
                    .attachTokenAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                        number("access_token_max_uses"),
                        textsIfGiven("access_token_trusted_ips"),
                    )
                    .toJson()
            },
        "identities.token_auth" to
            operation("id") { client -> client.identities.tokenAuth(text("id")).toJson() },
        "identities.update_token_auth" to
            operation("id", *TOKEN_AUTH) { client ->
                client.identities
                    .updateTokenAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                        number("access_token_max_uses"),
                        textsIfGiven("access_token_trusted_ips"),
                    )
                    .toJson()
            },
        "identities.detach_token_auth" to
            operation("id") { client ->
                client.identities.detachTokenAuth(text("id"))
                JsonNull
            },
        "identities.create_access_token" to
            operation("id", "name") { client ->
                client.identities.createAccessToken(text("id"), optional("name")).toJson()
            },
        "identities.list_access_tokens" to
            operation("id") { client ->
                client.identities.listAccessTokens(text("id")).toJson { it.toJson() }
            },
        "identities.rename_access_token" to
            operation("token_id", "new_name") { client ->
                client.identities.renameAccessToken(text("token_id"), text("new_name"))
                JsonNull
            },
        "identities.revoke_access_token" to
            operation("token_id") { client ->
                client.identities.revokeAccessToken(text("token_id"))
                JsonNull
            },
        "identities.add_to_project" to
            operation("id", "role", "project") { client ->
                client.identities.addToProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
        "identities.list_in_project" to
            operation("project") { client ->
                client.identities.listInProject(optional("project")).toJson { it.toJson() }
            },
        "identities.set_role_in_project" to
            operation("id", "role", "project") { client ->
                client.identities.setRoleInProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
        "identities.remove_from_project" to
            operation("id", "project") { client ->
                client.identities.removeFromProject(text("id"), optional("project"))
                JsonNull
            },
    )
