// Compares a result with the expectation of a step.
package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.intOrNull

private val ERAS =
    setOf(
        "may23",
        "feb24",
        "jun24",
        "oct24",
        "oct24-e2ee",
        "modern",
        "jul26",
        "jul26-e2ee",
        "hostile",
        "default",
    )

/** The expectation for this era: the era's entry of a map by era, or otherwise all of it. */
fun ofEra(expected: JsonElement, era: String): JsonElement? =
    if (expected is JsonObject && expected.isNotEmpty() && ERAS.containsAll(expected.keys)) {
        expected[era] ?: expected["default"]
    } else {
        expected
    }

/** Fails, naming the place, unless [actual] has everything [expected] lists. */
fun check(expected: JsonElement, actual: JsonElement, place: String) {
    if (expected is JsonObject && expected.keys.any { it.startsWith("$") }) {
        if (passesMatcher(expected, actual, place)) return
    } else if (expected is JsonObject && actual is JsonObject) {
        return expected.forEach { (key, value) ->
            check(value, actual[key] ?: JsonNull, "$place.$key")
        }
    } else if (expected is JsonArray && actual is JsonArray && expected.size == actual.size) {
        return expected.forEachIndexed { index, item ->
            check(item, actual[index], "$place.$index")
        }
    } else if (expected is JsonPrimitive && expected == actual) {
        return
    }
    fail("$place is ${short(actual)}, not ${short(expected)}")
}

private fun passesMatcher(expected: JsonObject, actual: JsonElement, place: String): Boolean {
    val (name, wanted) =
        expected.entries.singleOrNull()
            ?: fail("$place: a matcher stands alone, unlike ${short(expected)}")
    return when {
        name == "\$any" && wanted == JsonPrimitive(true) -> actual !is JsonNull
        name == "\$length" && wanted is JsonPrimitive && wanted.intOrNull != null ->
            length(actual) == wanted.intOrNull
        name == "\$contains" -> actual is JsonArray && actual.any { passes(wanted, it) }
        else -> fail("$place: there is no matcher ${short(expected)}")
    }
}

private fun length(actual: JsonElement): Int? =
    when {
        actual is JsonArray -> actual.size
        actual is JsonPrimitive && actual.isString ->
            actual.content.codePointCount(0, actual.content.length)
        else -> null
    }

private fun passes(expected: JsonElement, actual: JsonElement): Boolean =
    try {
        check(expected, actual, "")
        true
    } catch (_: ScenarioFailure) {
        false
    }

/** As JSON, shortened if it is long. */
fun short(value: JsonElement): String {
    val text = value.toString()
    return if (text.length <= 300) text else "${text.take(300)}… (${text.length} characters)"
}
