// The operations of the client, by name.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import io.github.infisicale2ee.NewValue
import io.github.infisicale2ee.ServiceTokenScope
import io.github.infisicale2ee.Webhooks
import java.io.Closeable
import java.time.Duration as JavaDuration
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlinx.coroutines.delay
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.put

/** What the steps of one scenario share. */
class World(val setting: Setting) : Closeable {
    val variables = Variables(setting)
    val clients = mutableMapOf<String, Client>()

    override fun close() = clients.values.forEach(Client::close)
}

/** Does what a step says; returns the result as JSON. */
suspend fun perform(step: JsonObject, given: JsonObject, world: World): JsonElement {
    val operation = step.getValue("op").asText()
    val name = step["client"]?.asText()
    val arguments = Arguments(given)
    when (operation) {
        "fixture.code" -> {
            arguments.checkNames(setOf("email"))
            return signUpCode(world.setting.codeCommand, arguments.text("email"))
        }
        "fixture.sleep" -> {
            arguments.checkNames(setOf("seconds"))
            delay(arguments.duration("seconds") ?: fail("the argument seconds is missing"))
            return JsonNull
        }
        "format_secrets" -> {
            arguments.checkNames(setOf("secrets", "format"))
            val secrets =
                arguments
                    .array("secrets")
                    .orEmpty()
                    .map { Arguments(it.jsonObject) }
                    .map {
                        it.text("name") to it.text("value")
                    }
            return JsonPrimitive(arguments.format().format(secrets))
        }
        "parse_secrets" -> {
            arguments.checkNames(setOf("text", "format"))
            return arguments.format().parse(arguments.text("text")).entries.toJson {
                buildJsonObject {
                    put("name", it.key)
                    put("value", it.value)
                }
            }
        }
        "verify_webhook" -> {
            arguments.checkNames(setOf("payload", "signature", "secret", "tolerance", "now"))
            Webhooks.verify(
                arguments.text("payload").encodeToByteArray(),
                arguments.text("signature"),
                arguments.text("secret"),
                arguments.duration("tolerance")?.toJavaDuration() ?: JavaDuration.ofMinutes(5),
                arguments.duration("now")?.let { Instant.EPOCH + it.toJavaDuration() }
                    ?: Instant.now(),
            )
            return JsonNull
        }
        "client.new" -> {
            arguments.checkNames(OPTIONS)
            world.clients[name ?: fail("the client has no name")] = newClient(arguments)
            return JsonNull
        }
    }
    val (names, call) = OPERATIONS[operation] ?: fail("there is no such operation")
    arguments.checkNames(names)
    return call(arguments, world.clients[name] ?: fail("there is no client $name"))
}

private data class Operation(
    val arguments: Set<String>,
    val call: suspend Arguments.(Client) -> JsonElement,
)

private fun operation(vararg arguments: String, call: suspend Arguments.(Client) -> JsonElement) =
    Operation(arguments.toSet(), call)

private val LOCATION = arrayOf("project", "environment", "path")

private val PLACE = arrayOf(*LOCATION, "type")
private val LIST = arrayOf(*PLACE, "overrides", "imports", "expand_references")

private val MEMBERS: Map<String, Operation> =
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
        "members.remove" to
            operation("member_id", "project") { client ->
                client.members.remove(text("member_id"), optional("project"))
                JsonNull
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

private val IDENTITIES: Map<String, Operation> =
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
        "identities.attach_universal_auth" to
            operation("id", "access_token_ttl", "access_token_max_ttl") { client ->
                JsonPrimitive(
                    client.identities.attachUniversalAuth(
                        text("id"),
                        duration("access_token_ttl"),
                        duration("access_token_max_ttl"),
                    )
                )
            },
        "identities.create_client_secret" to
            operation("id", "description") { client ->
                JsonPrimitive(
                    client.identities.createClientSecret(text("id"), optional("description"))
                )
            },
        "identities.add_to_project" to
            operation("id", "role", "project") { client ->
                client.identities.addToProject(text("id"), text("role"), optional("project"))
                JsonNull
            },
    )

private val PROJECTS: Map<String, Operation> =
    mapOf(
        "projects.rename" to
            operation("id", "name") { client ->
                client.projects.rename(text("id"), text("name")).toJson()
            },
        "projects.delete" to
            operation("id") { client ->
                client.projects.delete(text("id"))
                JsonNull
            },
        "projects.set_auto_capitalization" to
            operation("id", "enabled") { client ->
                client.projects.setAutoCapitalization(text("id"), flag("enabled")).toJson()
            },
        "projects.share_key_with_server" to
            operation("id") { client ->
                client.projects.shareKeyWithServer(text("id"))
                JsonNull
            },
        "projects.stop_sharing_key_with_server" to
            operation("id") { client ->
                client.projects.stopSharingKeyWithServer(text("id"))
                JsonNull
            },
        "projects.is_key_shared_with_server" to
            operation("id") { client ->
                JsonPrimitive(client.projects.isKeySharedWithServer(text("id")))
            },
        "projects.blind_index_status" to
            operation("id") { client ->
                JsonPrimitive(client.projects.blindIndexStatus(text("id")))
            },
        "projects.enable_blind_indices" to
            operation("id") { client -> client.projects.enableBlindIndices(text("id")).toJson() },
    )

private val CLIENT: Map<String, Operation> =
    mapOf("client.capabilities" to operation { it.capabilities().toJson() })

private val ORGANIZATIONS: Map<String, Operation> =
    mapOf(
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
                client.organizations.removeMember(text("member_id"), optional("organization"))
                JsonNull
            },
        "organizations.invite" to
            operation("email", "organization") { client ->
                client.organizations.invite(text("email"), optional("organization")).toJson()
            },
        "organizations.projects" to
            operation("organization") { client ->
                client.organizations.projects(optional("organization")).toJson { it.toJson() }
            },
    )

private val API_KEYS: Map<String, Operation> =
    mapOf(
        "api_keys.list" to operation() { client -> client.apiKeys.list().toJson { it.toJson() } },
        "api_keys.create" to
            operation("name", "expires_in") { client ->
                client.apiKeys
                    .create(text("name"), duration("expires_in") ?: Duration.ZERO)
                    .toJson()
            },
        "api_keys.delete" to
            operation("id") { client ->
                client.apiKeys.delete(text("id"))
                JsonNull
            },
    )

private val ACCOUNT: Map<String, Operation> =
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
    )

private val AUDIT_LOGS: Map<String, Operation> =
    mapOf(
        "audit_logs.query" to
            operation("project", "events", "actor", "channel", "start", "end", "cursor", "limit") {
                client ->
                client.auditLogs
                    .query(
                        optional("project"),
                        optionalTexts("events"),
                        optional("actor"),
                        optional("channel"),
                        optional("start"),
                        optional("end"),
                        optional("cursor"),
                        number("limit"),
                    )
                    .toJson()
            },
        "audit_logs.changes" to
            operation("id", "project") { client ->
                client.auditLogs.changes(text("id"), optional("project")).toJson { it.toJson() }
            },
        "audit_logs.export" to
            operation("project", "events", "actor", "channel", "start", "end") { client ->
                val lines =
                    client.auditLogs.export(
                        optional("project"),
                        optionalTexts("events"),
                        optional("actor"),
                        optional("channel"),
                        optional("start"),
                        optional("end"),
                    )
                JsonArray(lines.lines().filter(String::isNotEmpty).map(Json::parseToJsonElement))
            },
    )

private val SERVICE_ACCOUNTS: Map<String, Operation> =
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

private val SECRETS: Map<String, Operation> =
    mapOf(
        "secrets.propose_create" to
            operation("name", "value", "comment", *PLACE) { client ->
                client.secrets
                    .proposeCreate(
                        text("name"),
                        text("value"),
                        optional("comment"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.propose_update" to
            operation("name", "value", "comment", *PLACE) { client ->
                client.secrets
                    .proposeUpdate(
                        text("name"),
                        optional("value"),
                        optional("comment"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.propose_delete" to
            operation("name", *PLACE) { client ->
                client.secrets
                    .proposeDelete(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    ?.toJson() ?: JsonNull
            },
        "secrets.versions" to
            operation("name", *PLACE) { client ->
                client.secrets
                    .versions(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.roll_back" to
            operation("name", "version", *PLACE) { client ->
                client.secrets
                    .rollBack(
                        text("name"),
                        requireNotNull(number("version")),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
    )

private val SNAPSHOTS: Map<String, Operation> =
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

/** What arranges secrets rather than reads them. */
private val ARRANGING: Map<String, Operation> =
    mapOf(
        "secrets.set_many" to
            operation("values", "dry_run", *LOCATION) { client ->
                client.secrets
                    .setMany(
                        array("values").orEmpty().map { newValue(it.jsonObject) },
                        flag("dry_run"),
                        project = optional("project"),
                        environment = optional("environment"),
                        path = optional("path"),
                    )
                    .toJson { it.toJson() }
            },
        "secrets.delete_many" to
            operation("names", "dry_run", *LOCATION) { client ->
                client.secrets
                    .deleteMany(
                        texts("names"),
                        flag("dry_run"),
                        project = optional("project"),
                        environment = optional("environment"),
                        path = optional("path"),
                    )
                    .toJson { it.toJson() }
            },
        "secrets.set_tags" to
            operation("name", "tags", *LOCATION) {
                it.secrets
                    .setTags(
                        text("name"),
                        texts("tags"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "secrets.move" to
            operation("names", "to_environment", "to_path", "overwrite", *LOCATION) {
                it.secrets
                    .move(
                        texts("names"),
                        optional("to_environment"),
                        optional("to_path"),
                        flag("overwrite"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "environments.list" to
            operation("project") { client ->
                client.environments.list(optional("project")).toJson { it.toJson() }
            },
        "environments.create" to
            operation("name", "slug", "project") {
                it.environments.create(text("name"), text("slug"), optional("project")).toJson()
            },
        "environments.update" to
            operation("slug", "new_name", "new_slug", "project") {
                it.environments
                    .update(
                        text("slug"),
                        optional("new_name"),
                        optional("new_slug"),
                        optional("project"),
                    )
                    .toJson()
            },
        "environments.delete" to
            operation("slug", "project") {
                it.environments.delete(text("slug"), optional("project"))
                JsonNull
            },
        "folders.list" to
            operation(*LOCATION) { client ->
                client.folders
                    .list(optional("project"), optional("environment"), optional("path"))
                    .toJson { it.toJson() }
            },
        "folders.create" to
            operation("name", *LOCATION) {
                it.folders
                    .create(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "folders.rename" to
            operation("name", "new_name", *LOCATION) {
                it.folders
                    .rename(
                        text("name"),
                        text("new_name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "folders.delete" to
            operation("name", *LOCATION) {
                it.folders.delete(
                    text("name"),
                    optional("project"),
                    optional("environment"),
                    optional("path"),
                )
                JsonNull
            },
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
        "tags.list" to
            operation("project") { client ->
                client.tags.list(optional("project")).toJson { it.toJson() }
            },
        "tags.create" to
            operation("name", "slug", "color", "project") {
                it.tags
                    .create(text("name"), text("slug"), optional("color"), optional("project"))
                    .toJson()
            },
        "tags.delete" to
            operation("tag", "project") {
                it.tags.delete(text("tag"), optional("project"))
                JsonNull
            },
    )

private val OPERATIONS: Map<String, Operation> =
    mapOf(
        "client.close" to
            operation {
                it.close()
                JsonNull
            },
        "secrets.get" to
            operation("name", "imports", "expand_references", "version", *PLACE) { getSecret(it) },
        "secrets.list" to operation(*LIST) { listSecrets(it).toJson() },
        "secrets.to_map" to
            operation(*LIST) {
                JsonObject(listSecrets(it).toMap().mapValues { (_, value) -> JsonPrimitive(value) })
            },
        "secrets.create" to operation("name", "value", "comment", *PLACE) { createSecret(it) },
        "secrets.update" to operation("name", "value", "comment", *PLACE) { updateSecret(it) },
        "secrets.delete" to operation("name", *PLACE) { deleteSecret(it) },
        "projects.create" to
            operation("name", "organization") {
                it.projects.create(text("name"), optional("organization")).toJson()
            },
        "projects.list" to operation { client -> client.projects.list().toJson { it.toJson() } },
        "projects.get" to operation("id") { it.projects.get(text("id")).toJson() },
        "projects.open_key" to operation("id") { it.projects.openKey(text("id")).toJson() },
        "organizations.list" to
            operation { client -> client.organizations.list().toJson { it.toJson() } },
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
        "account.me" to operation { it.account.me().toJson() },
        "service_tokens.create" to
            operation("name", "project", "scopes", "permissions", "expires_in") {
                createServiceToken(it)
            },
        "service_tokens.describe" to operation { it.serviceTokens.describe().toJson() },
        "service_tokens.list" to
            operation("project") { client ->
                client.serviceTokens.list(optional("project")).toJson { it.toJson() }
            },
        "service_tokens.delete" to
            operation("id") {
                it.serviceTokens.delete(text("id"))
                JsonNull
            },
    ) +
        CLIENT +
        ARRANGING +
        PROJECTS +
        IDENTITIES +
        MEMBERS +
        ORGANIZATIONS +
        API_KEYS +
        ACCOUNT +
        AUDIT_LOGS +
        SERVICE_ACCOUNTS +
        SNAPSHOTS +
        SECRETS

private suspend fun Arguments.getSecret(client: Client) =
    client.secrets
        .get(
            text("name"),
            optional("project"),
            optional("environment"),
            optional("path"),
            type(),
            flag("imports"),
            flag("expand_references"),
            number("version"),
        )
        .toJson()

private suspend fun Arguments.listSecrets(client: Client) =
    client.secrets.list(
        optional("project"),
        optional("environment"),
        optional("path"),
        type(),
        flag("overrides"),
        flag("imports"),
        flag("expand_references"),
    )

private suspend fun Arguments.createSecret(client: Client) =
    client.secrets
        .create(
            text("name"),
            text("value"),
            comment = optional("comment"),
            project = optional("project"),
            environment = optional("environment"),
            path = optional("path"),
            type = type(),
        )
        .toJson()

private suspend fun Arguments.updateSecret(client: Client) =
    client.secrets
        .update(
            text("name"),
            value = optional("value"),
            comment = optional("comment"),
            project = optional("project"),
            environment = optional("environment"),
            path = optional("path"),
            type = type(),
        )
        .toJson()

private suspend fun Arguments.deleteSecret(client: Client): JsonElement {
    client.secrets.delete(
        text("name"),
        optional("project"),
        optional("environment"),
        optional("path"),
        type(),
    )
    return JsonNull
}

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

private suspend fun Arguments.createServiceToken(client: Client) =
    client.serviceTokens
        .create(
            text("name"),
            project = optional("project"),
            scopes = array("scopes").orEmpty().map { scope(it.jsonObject) },
            permissions = permissions("permissions"),
            expiresIn = duration("expires_in"),
        )
        .toJson()

private fun newValue(json: JsonObject): NewValue =
    Arguments(json).run {
        checkNames(setOf("name", "value", "comment"))
        NewValue(text("name"), text("value"), optional("comment"))
    }

private fun scope(json: JsonObject): ServiceTokenScope =
    Arguments(json).run {
        checkNames(setOf("environment", "path"))
        ServiceTokenScope(text("environment"), text("path"))
    }

private val OPTIONS =
    setOf(
        "base_url",
        "token",
        "email",
        "password",
        "access_token",
        "api_key",
        "private_key",
        "project",
        "environment",
        "organization",
        "timeout",
        "deadline",
        "allow_http",
        "certificate_authorities",
        "max_response_bytes",
        "client_id",
        "client_secret",
        "service_account_key",
        "granted_by",
        "service_token_v3",
        "require_e2ee",
    )

private fun newClient(options: Arguments): Client =
    Client(
        baseUrl = options.optional("base_url"),
        token = options.optional("token"),
        email = options.optional("email"),
        password = options.optional("password"),
        accessToken = options.optional("access_token"),
        apiKey = options.optional("api_key"),
        privateKey = options.optional("private_key"),
        project = options.optional("project"),
        environment = options.optional("environment"),
        organization = options.optional("organization"),
        timeout = options.duration("timeout"),
        deadline = options.duration("deadline"),
        allowHttp = options.flag("allow_http"),
        certificateAuthorities = options.optional("certificate_authorities"),
        maxResponseBytes = options.number("max_response_bytes"),
        clientId = options.optional("client_id"),
        clientSecret = options.optional("client_secret"),
        serviceAccountKey = options.optional("service_account_key"),
        grantedBy = options.optional("granted_by"),
        serviceTokenV3 = options.optional("service_token_v3"),
        requireE2ee = options.optionalFlag("require_e2ee"),
    )

/** The code the server would mail. */
private fun signUpCode(command: String?, email: String): JsonElement {
    val words = command?.split(" ") ?: fail("INFISICAL_E2EE_TEST_CODE_CMD is not set")
    val process =
        ProcessBuilder(words + email).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val code = process.inputStream.bufferedReader().readText().trim()
    if (process.waitFor() != 0) {
        fail("no sign-up code: the command ended with ${process.exitValue()}")
    }
    return buildJsonObject { put("code", code) }
}
