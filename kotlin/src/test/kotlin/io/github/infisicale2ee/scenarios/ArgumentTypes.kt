// The types of arguments, from their JSON.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.DeniedPermission
import io.github.infisicale2ee.InvalidInputException
import io.github.infisicale2ee.NestedReferences
import io.github.infisicale2ee.NewValue
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.RolePermission
import io.github.infisicale2ee.SecretType
import io.github.infisicale2ee.SecretsFormat
import io.github.infisicale2ee.ServiceTokenScope
import io.github.infisicale2ee.UnknownReferences
import java.util.Base64
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.longOrNull

val TEXT: ArgumentType<String> =
    ArgumentType("a string") { json ->
        (json as? JsonPrimitive)?.takeIf(JsonPrimitive::isString)?.content
    }

val BYTES: ArgumentType<ByteArray> =
    ArgumentType("base64") { json -> TEXT.read(json)?.let { Base64.getDecoder().decode(it) } }

val FLAG: ArgumentType<Boolean> = ArgumentType("true or false") { unquoted(it)?.booleanOrNull }

val INTEGER: ArgumentType<Long> = ArgumentType("an integer") { unquoted(it)?.longOrNull }

val DURATION: ArgumentType<Duration> =
    ArgumentType("a number of seconds") { unquoted(it)?.doubleOrNull?.seconds }

val TEXTS: ArgumentType<List<String>> = list(TEXT)

val TEXTS_BY_NAME: ArgumentType<Map<String, String>> =
    ArgumentType("an object of strings") { json ->
        val texts = (json as? JsonObject)?.mapValues { (_, value) -> TEXT.read(value) }
        texts?.mapValues { (_, text) -> text ?: return@ArgumentType null }
    }

val SECRET_TYPE: ArgumentType<SecretType> = named(SecretType::of)

val FORMAT: ArgumentType<SecretsFormat> = named { name ->
    SecretsFormat.entries.find { it.name.lowercase() == name }
        ?: throw InvalidInputException("there is no format $name")
}

val UNKNOWN_REFERENCES: ArgumentType<UnknownReferences> = named { name ->
    UnknownReferences.entries.find { it.text == name } ?: fail("no unknown references $name")
}

val NESTED_REFERENCES: ArgumentType<NestedReferences> = named { name ->
    NestedReferences.entries.find { it.text == name } ?: fail("no nested references $name")
}

private val PERMISSION: ArgumentType<Permission> = named(Permission::of)

val PERMISSIONS: ArgumentType<Set<Permission>> =
    list(PERMISSION).run { ArgumentType(form) { read(it)?.toSet() } }

val DENIED_PERMISSIONS: ArgumentType<List<DeniedPermission>> =
    list(
        record("environment", "permission") {
            DeniedPermission(required("environment", TEXT), required("permission", PERMISSION))
        }
    )

val SCOPES: ArgumentType<List<ServiceTokenScope>> =
    list(
        record("environment", "path") {
            ServiceTokenScope(required("environment", TEXT), required("path", TEXT))
        }
    )

val ROLE_PERMISSIONS: ArgumentType<List<RolePermission>> =
    list(
        record("subject", "actions", "conditions", "inverted") {
            RolePermission(
                required("subject", TEXT),
                required("actions", TEXTS),
                optional("conditions", OBJECT)?.toString(),
                optional("inverted", FLAG, false),
            )
        }
    )

val NEW_VALUES: ArgumentType<List<NewValue>> =
    list(
        record("name", "value", "comment") {
            NewValue(required("name", TEXT), required("value", TEXT), optional("comment", TEXT))
        }
    )

/** Names with values. */
val NAMED_SECRETS: ArgumentType<List<Pair<String, String>>> =
    list(record("name", "value") { required("name", TEXT) to required("value", TEXT) })

private val OBJECT: ArgumentType<JsonObject> = ArgumentType("an object") { it as? JsonObject }

private fun unquoted(json: JsonElement): JsonPrimitive? =
    (json as? JsonPrimitive)?.takeUnless(JsonPrimitive::isString)

private fun <T : Any> list(item: ArgumentType<T>): ArgumentType<List<T>> =
    ArgumentType("a list in which each item is ${item.form}") { json ->
        (json as? JsonArray)?.map { item.read(it) ?: return@ArgumentType null }
    }

/** A value of that name. */
private fun <T : Any> named(value: (String) -> T): ArgumentType<T> =
    ArgumentType(TEXT.form) { json -> TEXT.read(json)?.let(value) }

/** A value made from the fields of an object. */
private fun <T : Any> record(vararg fields: String, make: Arguments.() -> T): ArgumentType<T> =
    ArgumentType("an object") { json ->
        (json as? JsonObject)?.let { Arguments(it).apply { allow(*fields) }.make() }
    }
