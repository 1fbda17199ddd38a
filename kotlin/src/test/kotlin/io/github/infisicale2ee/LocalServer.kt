package io.github.infisicale2ee

import java.io.Closeable
import java.io.File
import java.net.URI
import java.util.UUID
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

private val BINARY =
    System.getenv("INFISICAL_E2EE_DEVSERVER") ?: "../target/debug/infisical-e2ee-devserver"

/** So that servers hash the names of secrets once for all tests. */
private const val SHARED_SALT = "--shared-salt=../target/blind-indices"

/** A local server with an account and a project. */
class LocalServer(era: String = "feb24") : Closeable {
    private val server: Process =
        ProcessBuilder(BINARY, "--era", era, "--licence", "--port", "0", "--quiet", SHARED_SALT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()

    val baseUrl: String =
        server.inputReader().readLine()?.substringAfter(" listening on ")?.substringBefore(" ")
            ?: error("the local server did not start: ${File(BINARY).absolutePath}")

    val email: String = "ada-${UUID.randomUUID()}@example.test"
    val password: String = "planted-password-${UUID.randomUUID()}"

    init {
        orStop {
            Client(baseUrl).use { anyone ->
                anyone.account.startSignUp(email)
                anyone.account.completeSignUp(email, code(email), password, sendPassword = true)
            }
        }
    }

    /** A client of the account in environment dev. */
    val user: Client =
        Client(
            baseUrl,
            email = email,
            password = password,
            environment = "dev",
            requireE2ee = era !in setOf("jun24", "modern"),
            sendPassword = true,
        )

    /** The id of the project. */
    val project: String = orStop { user.projects.create("Engines").id }

    /** A new service token that reads and writes the project. */
    suspend fun token(): String =
        user.serviceTokens
            .create("tool", project, permissions = setOf(Permission.READ, Permission.WRITE))
            .token

    /** The newest code, which a real server would mail. */
    fun code(email: String): String {
        val answer = URI("$baseUrl/dev/codes?email=$email").toURL().readText()
        val codes = Json.parseToJsonElement(answer).jsonObject.getValue("codes").jsonArray
        return codes.last().jsonObject.getValue("code").jsonPrimitive.content
    }

    /** Does what a test needs. If that fails, no server is left that keeps Maven waiting. */
    private fun <T> orStop(body: suspend () -> T): T = runCatching {
        runBlocking { body() }
    }
        .onFailure { server.destroy() }
        .getOrThrow()

    override fun close() {
        user.close()
        server.destroy()
        server.waitFor()
    }
}

/** Runs a test with its own server. */
fun withLocalServer(era: String = "feb24", test: suspend LocalServer.() -> Unit): Unit =
    LocalServer(era).use { runBlocking { it.test() } }
