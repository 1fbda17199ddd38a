package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import kotlinx.serialization.json.JsonNull

val ACCOUNT: Map<String, Operation> =
    mapOf(
        "account.accept_invitation" to
            operation("email", "organization", "code") { client ->
                client.account.acceptInvitation(text("email"), text("organization"), text("code"))
                JsonNull
            },
        "account.log_out" to
            operation() { client ->
                client.account.logOut()
                JsonNull
            },
        "account.change_password" to
            operation("new_password", "send_password") { client ->
                client.account.changePassword(text("new_password"), flag("send_password"))
                JsonNull
            },
        "account.create_backup_key" to
            operation("name") { client ->
                client.account.createBackupKey(optional("name")).toJson()
            },
        "account.start_recovery" to
            operation("email") { client ->
                client.account.startRecovery(text("email"))
                JsonNull
            },
        "account.complete_recovery" to
            operation("email", "code", "backup_key", "new_password", "send_password") { client ->
                client.account.completeRecovery(
                    text("email"),
                    text("code"),
                    text("backup_key"),
                    text("new_password"),
                    flag("send_password"),
                )
                JsonNull
            },
        "account.verify_mfa" to
            operation("code") { client ->
                client.account.verifyMfa(text("code"))
                JsonNull
            },
        "account.resend_mfa_code" to
            operation() { client ->
                client.account.resendMfaCode()
                JsonNull
            },
        "account.set_mfa" to
            operation("enabled") { client ->
                client.account.setMfa(flag("enabled"))
                JsonNull
            },
        "account.start_sign_up" to
            operation("email") {
                it.account.startSignUp(text("email"))
                JsonNull
            },
        "account.complete_sign_up" to
            operation(
                "email",
                "code",
                "password",
                "first_name",
                "last_name",
                "organization_name",
                "invited_to",
                "send_password",
            ) {
                completeSignUp(it)
            },
        "account.sign_up_administrator" to
            operation("email", "password", "first_name", "last_name", "send_password") { client ->
                client.account
                    .signUpAdministrator(
                        text("email"),
                        text("password"),
                        optional("first_name"),
                        optional("last_name"),
                        flag("send_password"),
                    )
                    .toJson()
            },
        "account.me" to operation { it.account.me().toJson() },
        "account.set_name" to
            operation("first_name", "last_name") { client ->
                client.account.setName(text("first_name"), optional("last_name")).toJson()
            },
        "account.sessions" to
            operation { client -> client.account.sessions().toJson { it.toJson() } },
        "account.end_sessions" to
            operation {
                it.account.endSessions()
                JsonNull
            },
        "account.delete" to
            operation {
                it.account.delete()
                JsonNull
            },
    )

private suspend fun Arguments.completeSignUp(client: Client) =
    client.account
        .completeSignUp(
            text("email"),
            text("code"),
            text("password"),
            firstName = optional("first_name"),
            lastName = optional("last_name"),
            organizationName = optional("organization_name"),
            invitedTo = optional("invited_to"),
            sendPassword = flag("send_password"),
        )
        .toJson()
