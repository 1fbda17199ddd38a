package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonNull

val SERVICE_ACCOUNTS: Map<String, Operation> =
    mapOf(
        "service_accounts.create" to
            operation("name", "organization", "expires_in") { client ->
                client.serviceAccounts
                    .create(text("name"), optional("organization"), duration("expires_in"))
                    .toJson()
            },
        "service_accounts.list" to
            operation("organization") { client ->
                client.serviceAccounts.list(optional("organization")).toJson { it.toJson() }
            },
        "service_accounts.rename" to
            operation("id", "new_name") { client ->
                client.serviceAccounts.rename(text("id"), text("new_name")).toJson()
            },
        "service_accounts.delete" to
            operation("id") { client ->
                client.serviceAccounts.delete(text("id"))
                JsonNull
            },
        "service_accounts.permissions" to
            operation("id") { client ->
                client.serviceAccounts.permissions(text("id")).toJson { it.toJson() }
            },
        "service_accounts.keys" to
            operation("id") { client ->
                client.serviceAccounts.keys(text("id")).toJson { it.toJson() }
            },
        "service_accounts.grant" to
            operation("id", "project", "environment", "permissions", "expect_fingerprint") { client
                ->
                client.serviceAccounts
                    .grant(
                        text("id"),
                        optional("project"),
                        optional("environment"),
                        permissions("permissions"),
                        optional("expect_fingerprint"),
                    )
                    .toJson()
            },
        "service_accounts.revoke" to
            operation("id", "permission_id") { client ->
                client.serviceAccounts.revoke(text("id"), text("permission_id"))
                JsonNull
            },
    )
