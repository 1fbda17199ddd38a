// The operations of the client, by name.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.ServiceTokenScope
import java.io.Closeable
import kotlinx.coroutines.delay
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

/** What arranges secrets rather than reads them. */
private val ARRANGING: Map<String, Operation> =
    mapOf(
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
        "secrets.get" to operation("name", *PLACE) { getSecret(it) },
        "secrets.list" to operation(*PLACE) { listSecrets(it).toJson() },
        "secrets.to_map" to
            operation(*PLACE) {
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
    ) + ARRANGING

private suspend fun Arguments.getSecret(client: Client) =
    client.secrets
        .get(text("name"), optional("project"), optional("environment"), optional("path"), type())
        .toJson()

private suspend fun Arguments.listSecrets(client: Client) =
    client.secrets.list(optional("project"), optional("environment"), optional("path"), type())

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
            sendPassword = flag("send_password"),
        )
        .toJson()

private suspend fun Arguments.createServiceToken(client: Client) =
    client.serviceTokens
        .create(
            text("name"),
            project = optional("project"),
            scopes = array("scopes").orEmpty().map { scope(it.jsonObject) },
            permissions =
                array("permissions")?.mapTo(LinkedHashSet()) { Permission.of(it.asText()) }
                    ?: setOf(Permission.READ),
            expiresIn = duration("expires_in"),
        )
        .toJson()

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
