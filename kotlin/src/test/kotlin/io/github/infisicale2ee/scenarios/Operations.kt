// The operations of the client, by name.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import java.io.Closeable
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject

/** What the steps of one scenario share. */
class World(val setting: Setting) : Closeable {
    val variables = Variables(setting)
    val clients = mutableMapOf<String, Client>()

    private val shared = mutableSetOf<Client>()

    /** Takes what a fragment left that is run once; its clients stay open for others. */
    fun take(left: World) {
        variables.take(left.variables)
        clients += left.clients
        shared += left.clients.values
    }

    override fun close() = (clients.values - shared).forEach(Client::close)
}

/** What a client can be told to do. */
data class Operation(
    val arguments: Set<String>,
    val call: suspend Arguments.(Client) -> JsonElement,
)

fun operation(vararg arguments: String, call: suspend Arguments.(Client) -> JsonElement) =
    Operation(arguments.toSet(), call)

val LOCATION = arrayOf("project", "environment", "path")

val PLACE = arrayOf(*LOCATION, "type")

private val CLIENT: Map<String, Operation> =
    mapOf(
        "client.close" to
            operation {
                it.close()
                JsonNull
            },
        "client.capabilities" to operation { it.capabilities().toJson() },
    )

private val OPERATIONS: Map<String, Operation> =
    CLIENT +
        ACCOUNT +
        API_KEYS +
        AUDIT_LOGS +
        ENVIRONMENTS +
        FOLDERS +
        GROUPS +
        IDENTITIES +
        MEMBERS +
        ORGANIZATIONS +
        PROJECTS +
        ROLES +
        SECRETS +
        SECRET_IMPORTS +
        SERVICE_ACCOUNTS +
        SERVICE_TOKENS +
        SNAPSHOTS +
        TAGS

/** Does what a step says; returns the result as JSON. */
suspend fun perform(step: JsonObject, given: JsonObject, world: World): JsonElement {
    val operation = step.getValue("op").asText()
    val name = step["client"]?.asText()
    val arguments = Arguments(given)
    if (operation == "client.new") {
        arguments.checkNames(OPTIONS)
        world.clients[name ?: fail("the client has no name")] = newClient(arguments)
        return JsonNull
    }
    CLIENTLESS[operation]?.let { (names, call) ->
        arguments.checkNames(names)
        return call(arguments, world)
    }
    val (names, call) = OPERATIONS[operation] ?: fail("there is no such operation")
    arguments.checkNames(names)
    return call(arguments, world.clients[name] ?: fail("there is no client $name"))
}
