// Results in the form of scenarios.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.BulkItem
import io.github.infisicale2ee.InfisicalException
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.RolePermission
import io.github.infisicale2ee.SecretFailure
import io.github.infisicale2ee.SecretList
import io.github.infisicale2ee.SecretType
import java.time.Instant
import java.util.Base64
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** A result, or a part of one, as JSON. */
fun toJson(value: Any?): JsonElement =
    when (value) {
        null,
        Unit -> JsonNull
        is JsonElement -> value
        is String -> JsonPrimitive(value)
        is ByteArray -> JsonPrimitive(Base64.getEncoder().encodeToString(value))
        is Boolean -> JsonPrimitive(value)
        is Number -> JsonPrimitive(value)
        is Instant -> JsonPrimitive(value.toString())
        is Duration -> JsonPrimitive(seconds(value))
        is Permission -> JsonPrimitive(value.text)
        is SecretType -> JsonPrimitive(value.text)
        is BulkItem.Action -> JsonPrimitive(value.text)
        is BulkItem.Status -> JsonPrimitive(value.text)
        is InfisicalException -> JsonPrimitive(value.code)
        // It is also a list, but only its secrets are items.
        is SecretList ->
            toJson(
                mapOf(
                    "secrets" to value.toList(),
                    "failures" to value.failures,
                    "etag" to value.etag,
                )
            )
        is Iterable<*> -> JsonArray(value.map(::toJson))
        is Map<*, *> -> JsonObject(value.entries.associate { "${it.key}" to toJson(it.value) })
        else ->
            toJson(specialFieldsOf(value) ?: fieldsOf(value) ?: fail("no form of ${value::class}"))
    }

/** The fields of a record that have another form in scenarios. */
private fun specialFieldsOf(value: Any): Map<String, Any?>? =
    when (value) {
        is RolePermission ->
            mapOf(
                "subject" to value.subject,
                "actions" to value.actions,
                "conditions" to value.conditions?.let(Json::parseToJsonElement),
                "inverted" to value.inverted,
            )
        is SecretFailure ->
            mapOf(
                "id" to value.id,
                "field" to value.field,
                "code" to value.error,
            )
        else -> null
    }

/** Whole seconds without a fraction. */
private fun seconds(duration: Duration): Number {
    val exact = duration.toDouble(DurationUnit.SECONDS)
    val whole = duration.inWholeSeconds
    return if (exact == whole.toDouble()) whole else exact
}
