package io.github.infisicale2ee.scenarios

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject

/** The arguments of a step, or the fields of an object in them. `null` means no value. */
class Arguments(given: JsonObject) {
    private val given = given.filterValues { it !is JsonNull }

    /** Fails if there is an unknown argument. */
    fun allow(vararg names: String) {
        (given.keys - names.toSet()).firstOrNull()?.let { fail("there is no argument $it") }
    }

    fun <T : Any> required(name: String, type: ArgumentType<T>): T =
        optional(name, type) ?: fail("the argument $name is missing")

    fun <T : Any> optional(name: String, type: ArgumentType<T>): T? {
        val json = given[name] ?: return null
        return type.read(json) ?: fail("$name must be ${type.form}, not ${short(json)}")
    }

    fun <T : Any> optional(name: String, type: ArgumentType<T>, default: T): T =
        optional(name, type) ?: default
}

/**
 * A type of arguments.
 *
 * @property form what their JSON must be.
 * @property read the value of an argument; `null` for JSON of another form.
 */
class ArgumentType<T : Any>(val form: String, val read: (JsonElement) -> T?)
