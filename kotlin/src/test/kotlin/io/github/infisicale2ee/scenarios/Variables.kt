// The variables of a scenario: predefined, and saved by steps.
package io.github.infisicale2ee.scenarios

import java.util.UUID
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive

private val WHOLE = Regex("""^\$([a-z_]+(?:\.[A-Za-z0-9_]+)*)$""")
private val EMBEDDED = Regex("""\$\{([^}]*)}""")

/** The predefined variables and the saved ones. */
class Variables(setting: Setting) {
    private val values =
        mutableMapOf(
            "unique" to JsonPrimitive(UUID.randomUUID().toString().replace("-", "").take(12)),
            "era" to JsonPrimitive(setting.era),
            "members_make_keys" to JsonPrimitive(setting.era !in setOf("jun24", "modern")),
            "encrypted" to JsonPrimitive(setting.era != "modern"),
            "base_url" to JsonPrimitive(setting.url),
            "directory" to JsonPrimitive(setting.directory),
            "fixtures" to setting.fixtures,
        )

    operator fun set(name: String, value: JsonElement) {
        values[name] = value
    }

    /** Adds the variables of a fragment that runs once, except `$unique`. */
    fun take(left: Variables) {
        values += left.values - "unique"
    }

    /** Replaces references and `$repeat` in every value. */
    fun substitute(value: JsonElement): JsonElement =
        when (value) {
            is JsonArray -> JsonArray(value.map(::substitute))
            is JsonObject ->
                if (value.keys == setOf("\$repeat")) {
                    val (text, times) = value.getValue("\$repeat").jsonArray
                    JsonPrimitive(text.jsonPrimitive.content.repeat(times.jsonPrimitive.int))
                } else {
                    JsonObject(value.mapValues { (_, inner) -> substitute(inner) })
                }
            is JsonPrimitive -> if (value.isString) inText(value.content) else value
        }

    private fun inText(text: String): JsonElement {
        if (text.startsWith("$$")) return JsonPrimitive(text.drop(1))
        WHOLE.find(text)?.let { whole ->
            return get(whole.groupValues[1])
        }
        val interpolated =
            EMBEDDED.replace(text) { found ->
                val value = get(found.groupValues[1])
                if (value is JsonPrimitive && value.isString) value.content else value.toString()
            }
        return JsonPrimitive(interpolated)
    }

    private fun get(path: String): JsonElement {
        val steps = path.split(".")
        return steps.drop(1).fold(values[steps.first()]) { value, step ->
            when (value) {
                is JsonObject -> value[step]
                is JsonArray -> step.toIntOrNull()?.let(value::getOrNull)
                else -> null
            }
        } ?: fail("there is no \$$path")
    }
}
