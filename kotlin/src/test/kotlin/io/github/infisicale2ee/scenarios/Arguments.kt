package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.InvalidInputException
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.SecretType
import io.github.infisicale2ee.SecretsFormat
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long

/** The arguments of a step. One that is null is as if absent. */
class Arguments(given: JsonObject) {
    private val given = given.filterValues { it !is JsonNull }

    /** Fails if there is another than these. */
    fun checkNames(known: Set<String>) {
        (given.keys - known).firstOrNull()?.let { fail("the operation has no argument $it") }
    }

    fun text(name: String): String = optional(name) ?: fail("the argument $name is missing")

    fun optional(name: String): String? = given[name]?.asText()

    fun flag(name: String): Boolean = given[name]?.jsonPrimitive?.boolean ?: false

    fun optionalFlag(name: String): Boolean? = given[name]?.jsonPrimitive?.boolean

    fun number(name: String): Long? = given[name]?.jsonPrimitive?.long

    fun duration(name: String): Duration? = given[name]?.jsonPrimitive?.double?.seconds

    fun array(name: String): JsonArray? = given[name]?.jsonArray

    fun objects(name: String): List<JsonObject> =
        array(name)?.map(JsonElement::jsonObject) ?: fail("the argument $name is missing")

    fun texts(name: String): List<String> =
        array(name)?.map(JsonElement::asText) ?: fail("the argument $name is missing")

    fun textsByName(name: String): Map<String, String> =
        given[name]?.jsonObject?.mapValues { (_, value) -> value.asText() }.orEmpty()

    fun optionalTexts(name: String): List<String> = array(name)?.map(JsonElement::asText).orEmpty()

    fun textsIfGiven(name: String): List<String>? = array(name)?.map(JsonElement::asText)

    /** A JSON object, as text. */
    fun json(name: String): String? = given[name]?.jsonObject?.toString()

    fun permissions(name: String): Set<Permission> =
        array(name)?.mapTo(LinkedHashSet()) { Permission.of(it.asText()) } ?: setOf(Permission.READ)

    fun format(): SecretsFormat =
        SecretsFormat.entries.find { it.name.lowercase() == text("format") }
            ?: throw InvalidInputException("there is no such format")

    fun type(): SecretType = optional("type")?.let(SecretType::of) ?: SecretType.SHARED
}

fun JsonElement.asText(): String =
    jsonPrimitive.takeIf { it.isString }?.content ?: fail("$this is no text")
