// Functions that need no client.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Webhooks
import java.time.Instant
import kotlin.time.Duration.Companion.minutes
import kotlin.time.toJavaDuration
import kotlinx.coroutines.delay

/** Functions by name. */
val FUNCTIONS: Map<String, suspend (Arguments, Setting) -> Any?> =
    mapOf(
        "fixture.code" to
            { args, setting ->
                args.allow("email")
                mapOf("code" to signUpCode(setting.codeCommand, args.required("email", TEXT)))
            },
        "fixture.sleep" to
            { args, _ ->
                args.allow("seconds")
                delay(args.required("seconds", DURATION))
            },
        "format_secrets" to
            { args, _ ->
                args.allow("secrets", "format")
                args.required("format", FORMAT).format(args.required("secrets", NAMED_SECRETS))
            },
        "parse_secrets" to
            { args, _ ->
                args.allow("text", "format")
                val parsed = args.required("format", FORMAT).parse(args.required("text", TEXT))
                parsed.map { (name, value) -> mapOf("name" to name, "value" to value) }
            },
        "verify_webhook" to
            { args, _ ->
                args.allow("payload", "signature", "secret", "tolerance", "now")
                val now = args.optional("now", DURATION)?.toJavaDuration()
                Webhooks.verify(
                    args.required("payload", TEXT).encodeToByteArray(),
                    args.required("signature", TEXT),
                    args.required("secret", TEXT),
                    args.optional("tolerance", DURATION, 5.minutes).toJavaDuration(),
                    now?.let(Instant.EPOCH::plus) ?: Instant.now(),
                )
            },
    )

/** The code that a real server would mail. */
private fun signUpCode(command: String?, email: String): String {
    val words = command?.split(" ") ?: fail("INFISICAL_E2EE_TEST_CODE_CMD is not set")
    val process =
        ProcessBuilder(words + email).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val code = process.inputStream.bufferedReader().readText().trim()
    if (process.waitFor() != 0) {
        fail("no sign-up code: the command ended with ${process.exitValue()}")
    }
    return code
}
