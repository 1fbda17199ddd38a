// Each example of the README, between two marks. ReadmeTest compares them.
@file:Suppress("unused", "UNUSED_VARIABLE")

package io.github.infisicale2ee

import java.nio.file.Path
import java.time.Duration as JavaDuration
import java.time.Instant
import kotlin.time.Duration.Companion.days
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

// README
sealed interface SettingsState {
    data object Loading : SettingsState

    data class Ready(val names: List<String>) : SettingsState

    data class Failed(val message: String, val canRetry: Boolean) : SettingsState
}

class Settings(private val client: Client, private val scope: CoroutineScope) {
    private val mutableState = MutableStateFlow<SettingsState>(SettingsState.Loading)
    val state: StateFlow<SettingsState> = mutableState.asStateFlow()

    fun load() = scope.launch {
        mutableState.value = SettingsState.Loading
        mutableState.value =
            try {
                SettingsState.Ready(client.secrets.list(environment = "dev").map { it.name })
            } catch (error: InfisicalException) {
                SettingsState.Failed(error.message, error.retryable)
            }
    }
}

// README

private suspend fun reading(token: String) {
    // README
    Client(baseUrl = "https://infisical.example.com", token = token).use { client ->
        val database = client.secrets.get("DATABASE_URL", environment = "prod")
        connect(database.value)

        val flag =
            try {
                client.secrets.get("FEATURE_X", timeout = 5.seconds).value
            } catch (_: NotFoundException) {
                "off"
            }

        val settings = client.secrets.list(environment = "prod").toMap()
    }
    // README
}

private suspend fun trustStore(file: Path) {
    // README
    Client.fromEnv(environment = "prod", trustStore = TrustStore.file(file)).use { client ->
        try {
            client.secrets.list()
        } catch (error: TamperingSuspectedException) {
            println(error.message) // Ask the members. If they deleted or rolled back the secret:
            client.trust.forgetSecrets()
        }
    }
    // README
}

private suspend fun manyAtOnce(client: Client) {
    // README
    val values = mapOf("HOST" to "db.example.com", "PORT" to "5432")
    for (item in client.secrets.setMany(values, dryRun = true)) {
        println("${item.action} ${item.name}") // CREATE HOST
    }
    val result = client.secrets.setMany(values, onProgress = { done, total -> show(done, total) })
    result.checkComplete()
    // README
}

private suspend fun asEnvironment(client: Client) {
    // README
    val process = ProcessBuilder("./serve")
    client.secrets.list().populateEnvironment(process.environment())
    // README
}

private suspend fun asFile(client: Client) {
    // README
    val text = SecretsFormat.DOTENV.format(client.secrets.list())
    val pairs = SecretsFormat.DOTENV.parse(text)
    // README
}

private suspend fun secondFactor(client: Client) {
    // README
    try {
        client.account.me()
    } catch (_: MfaRequiredException) {
        client.account.verifyMfa(codeFromMail())
    }
    // README
}

private fun machine(url: String, clientId: String, clientSecret: String, project: String) {
    // README
    Client(
        baseUrl = url,
        clientId = clientId,
        clientSecret = clientSecret,
        project = project,
        environment = "prod",
    )
    // README
}

private suspend fun replacing(client: Client, identity: String, oldId: String) {
    // README
    val new = client.identities.createClientSecret(identity, "deployment", expiresIn = 90.days)
    deploy(new.clientSecret)
    client.identities.revokeClientSecret(identity, oldId)
    // README
}

private suspend fun auditLog(client: Client) {
    // README
    client.auditLogs.events(start = Instant.now() - JavaDuration.ofDays(1)).collect { event ->
        println("${event.createdAt} ${event.actorName ?: "somebody"} ${event.event}")
    }
    // README
}

private fun webhook(body: ByteArray, header: String, hookSecret: String) {
    // README
    Webhooks.verify(body, header, hookSecret)
    // README
}

private fun connect(url: String) = check(url.isNotEmpty())

private fun show(done: Long, total: Long) = check(done <= total)

private fun deploy(clientSecret: String) = check(clientSecret.isNotEmpty())

private fun codeFromMail() = readln()
