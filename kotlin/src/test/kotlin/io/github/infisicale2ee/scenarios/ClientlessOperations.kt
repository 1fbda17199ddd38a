// What takes no client.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Webhooks
import java.time.Duration
import java.time.Instant
import kotlin.time.toJavaDuration
import kotlinx.coroutines.delay
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.put

data class ClientlessOperation(
    val arguments: Set<String>,
    val call: suspend Arguments.(World) -> JsonElement,
)

private fun clientless(vararg arguments: String, call: suspend Arguments.(World) -> JsonElement) =
    ClientlessOperation(arguments.toSet(), call)

val CLIENTLESS: Map<String, ClientlessOperation> =
    mapOf(
        "fixture.code" to clientless("email") { signUpCode(it.setting.codeCommand, text("email")) },
        "fixture.sleep" to
            clientless("seconds") {
                delay(duration("seconds") ?: fail("the argument seconds is missing"))
                JsonNull
            },
        "format_secrets" to
            clientless("secrets", "format") {
                val secrets = array("secrets").orEmpty().map { Arguments(it.jsonObject) }
                val named = secrets.map { it.text("name") to it.text("value") }
                JsonPrimitive(format().format(named))
            },
        "parse_secrets" to
            clientless("text", "format") {
                format().parse(text("text")).entries.toJson { (name, value) ->
                    buildJsonObject {
                        put("name", name)
                        put("value", value)
                    }
                }
            },
        "verify_webhook" to
            clientless("payload", "signature", "secret", "tolerance", "now") {
                Webhooks.verify(
                    text("payload").encodeToByteArray(),
                    text("signature"),
                    text("secret"),
                    duration("tolerance")?.toJavaDuration() ?: Duration.ofMinutes(5),
                    duration("now")?.let { Instant.EPOCH + it.toJavaDuration() } ?: Instant.now(),
                )
                JsonNull
            },
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
