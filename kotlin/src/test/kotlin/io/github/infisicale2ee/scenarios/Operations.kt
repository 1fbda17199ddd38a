// The operations of scenarios, by name.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import io.github.infisicale2ee.SecretList
import java.io.Closeable
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject

/** The state that the steps of a scenario share. */
class World(val setting: Setting) : Closeable {
    val variables = Variables(setting)
    val clients = mutableMapOf<String, Client>()

    private val shared = mutableSetOf<Client>()

    /** Adds the variables and clients of a fragment that runs once. Its clients stay open. */
    fun take(left: World) {
        variables.take(left.variables)
        clients += left.clients
        shared += left.clients.values
    }

    override fun close() = (clients.values - shared).forEach(Client::close)
}

/** Runs a step; returns the result as JSON. */
suspend fun perform(step: JsonObject, given: JsonObject, world: World): JsonElement {
    val fields = Arguments(step)
    val operation = fields.required("op", TEXT)
    val name = fields.optional("client", TEXT)
    val args = Arguments(given)
    if (operation == "client.new") {
        world.clients[name ?: fail("the client has no name")] = newClient(args)
        return JsonNull
    }
    FUNCTIONS[operation]?.let { function ->
        return toJson(function(args, world.setting))
    }
    val client = world.clients[name] ?: fail("there is no client $name")
    return toJson(callClient(operation, client, args))
}

/** Calls an operation of a client. */
private suspend fun callClient(operation: String, client: Client, args: Arguments): Any? =
    when (operation) {
        "client.close" -> {
            args.allow()
            client.close()
        }
        "client.capabilities" -> {
            args.allow()
            client.capabilities()
        }
        // These change the form of another operation's result.
        "secrets.to_map" -> (client.call("secrets.list", args) as SecretList).toMap()
        "audit_logs.export" -> {
            val lines = client.call(operation, args) as String
            lines.lines().filter(String::isNotEmpty).map(Json::parseToJsonElement)
        }
        else -> client.call(operation, args)
    }
