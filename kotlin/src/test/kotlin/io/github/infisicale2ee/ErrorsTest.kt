package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDeniedPermission
import io.github.infisicale2ee.internal.NativeException
import io.github.infisicale2ee.internal.nativeErrorCodes
import io.github.infisicale2ee.scenarios.readJson
import java.io.File
import kotlin.time.Duration.Companion.seconds
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class ErrorsTest {
    /** Codes to class names, which end with `Exception` here and `Error` in other languages. */
    private val table =
        readJson(File("../tests/errors.json")).jsonObject.getValue("codes").jsonArray.associate {
            val (code, name) =
                listOf("code", "class").map { key ->
                    it.jsonObject.getValue(key).jsonPrimitive.content
                }
            code to name.removeSuffix("Error") + "Exception"
        }

    @Test
    fun `error codes and classes match the shared table`() {
        assertTrue(table.isNotEmpty())
        val made = table.mapValues { (code, _) ->
            val error = exceptionOf(code, "what happened", FailureDetails())
            assertEquals(code, error.code)
            error.javaClass.simpleName
        }
        assertEquals(table, made)
        val classes = InfisicalException::class.java.permittedSubclasses.map { it.simpleName }
        assertEquals(table.values.sorted(), classes.sorted())
    }

    @Test
    fun `message includes the status and the request id`() {
        val error = NotFoundException("there is no secret A", FailureDetails(404, "req-1"))
        assertEquals("there is no secret A (HTTP 404, request req-1)", error.message)
        assertEquals(error.message, (error as Throwable).message)
        assertEquals(error.message, error.localizedMessage)
        val unnumbered = ServerException("it failed", FailureDetails(500))
        assertEquals("it failed (HTTP 500)", unnumbered.message)
        assertEquals("it broke off", ConnectionFailedException("it broke off").message)
    }

    @Test
    fun `native error codes match the shared table`() {
        assertEquals(table.keys, nativeErrorCodes().toSet())
    }

    @Test
    fun `unknown value from the native library is an InternalException`() {
        val known = DeniedPermission(NativeDeniedPermission("dev", "write"))
        assertEquals(DeniedPermission("dev", Permission.WRITE), known)
        assertThrows<InternalException> {
            DeniedPermission(NativeDeniedPermission("dev", "delete"))
        }
        assertThrows<InternalException> { SecretType.known("leased") }
        assertThrows<InvalidInputException> { Permission.of("delete") }
        assertThrows<InvalidInputException> { SecretType.of("leased") }
    }

    @Test
    fun `native error becomes an exception with its details`() {
        val failed = NativeException.Failed("rate_limited", "slower", 429u, "r-1", true, 1.5)
        val error = failed.toInfisicalException()
        assertTrue(error is RateLimitedException)
        assertEquals(
            listOf("slower (HTTP 429, request r-1)", 429, "r-1"),
            listOf(error.message, error.status, error.requestId),
        )
        assertEquals(true to 1.5.seconds, error.retryable to error.retryAfter)
        val name = RateLimitedException::class.java.name
        assertEquals("$name: slower (HTTP 429, request r-1)", error.toString())
    }
}
