package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Client
import io.github.infisicale2ee.NestedReferences
import io.github.infisicale2ee.NewValue
import io.github.infisicale2ee.UnknownReferences
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject

private val REFERENCES = arrayOf("expand_references", "unknown_references", "nested_references")
private val LIST = arrayOf(*PLACE, "overrides", "imports", *REFERENCES)

val SECRETS: Map<String, Operation> =
    mapOf(
        "secrets.get" to
            operation("name", "imports", "version", *REFERENCES, *PLACE) { getSecret(it) },
        "secrets.list" to operation(*LIST) { listSecrets(it).toJson() },
        "secrets.to_map" to
            operation(*LIST) {
                JsonObject(listSecrets(it).toMap().mapValues { (_, value) -> JsonPrimitive(value) })
            },
        "secrets.create" to operation("name", "value", "comment", *PLACE) { createSecret(it) },
        "secrets.update" to
            operation("name", "value", "comment", "new_name", *PLACE) { updateSecret(it) },
        "secrets.delete" to operation("name", *PLACE) { deleteSecret(it) },
        "secrets.set_many" to
            operation("values", "dry_run", *LOCATION) { client ->
                client.secrets
                    .setMany(
                        array("values").orEmpty().map { newValue(it.jsonObject) },
                        flag("dry_run"),
                        project = optional("project"),
                        environment = optional("environment"),
                        path = optional("path"),
                    )
                    .toJson { it.toJson() }
            },
        "secrets.delete_many" to
            operation("names", "dry_run", *LOCATION) { client ->
                client.secrets
                    .deleteMany(
                        texts("names"),
                        flag("dry_run"),
                        project = optional("project"),
                        environment = optional("environment"),
                        path = optional("path"),
                    )
                    .toJson { it.toJson() }
            },
        "secrets.set_tags" to
            operation("name", "tags", *LOCATION) {
                it.secrets
                    .setTags(
                        text("name"),
                        texts("tags"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "secrets.move" to
            operation("names", "to_environment", "to_path", "overwrite", *LOCATION) {
                it.secrets
                    .move(
                        texts("names"),
                        optional("to_environment"),
                        optional("to_path"),
                        flag("overwrite"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                    )
                    .toJson()
            },
        "secrets.propose_create" to
            operation("name", "value", "comment", *PLACE) { client ->
                client.secrets
                    .proposeCreate(
                        text("name"),
                        text("value"),
                        optional("comment"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.propose_update" to
            operation("name", "value", "comment", "new_name", *PLACE) { client ->
                client.secrets
                    .proposeUpdate(
                        text("name"),
                        optional("value"),
                        optional("comment"),
                        optional("new_name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.propose_delete" to
            operation("name", *PLACE) { client ->
                client.secrets
                    .proposeDelete(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    ?.toJson() ?: JsonNull
            },
        "secrets.versions" to
            operation("name", *PLACE) { client ->
                client.secrets
                    .versions(
                        text("name"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
        "secrets.roll_back" to
            operation("name", "version", *PLACE) { client ->
                client.secrets
                    .rollBack(
                        text("name"),
                        number("version") ?: fail("the argument version is missing"),
                        optional("project"),
                        optional("environment"),
                        optional("path"),
                        type(),
                    )
                    .toJson()
            },
    )

private suspend fun Arguments.getSecret(client: Client) =
    client.secrets
        .get(
            text("name"),
            optional("project"),
            optional("environment"),
            optional("path"),
            type(),
            flag("imports"),
            flag("expand_references"),
            unknownReferences(),
            nestedReferences(),
            number("version"),
        )
        .toJson()

private suspend fun Arguments.listSecrets(client: Client) =
    client.secrets.list(
        optional("project"),
        optional("environment"),
        optional("path"),
        type(),
        flag("overrides"),
        flag("imports"),
        flag("expand_references"),
        unknownReferences(),
        nestedReferences(),
    )

private fun Arguments.unknownReferences() =
    optional("unknown_references")?.let { text ->
        UnknownReferences.entries.find { it.text == text } ?: fail("no unknown references $text")
    } ?: UnknownReferences.ERROR

private fun Arguments.nestedReferences() =
    optional("nested_references")?.let { text ->
        NestedReferences.entries.find { it.text == text } ?: fail("no nested references $text")
    } ?: NestedReferences.OWN_FOLDER

private suspend fun Arguments.createSecret(client: Client) =
    client.secrets
        .create(
            text("name"),
            text("value"),
            comment = optional("comment"),
            project = optional("project"),
            environment = optional("environment"),
            path = optional("path"),
            type = type(),
        )
        .toJson()

private suspend fun Arguments.updateSecret(client: Client) =
    client.secrets
        .update(
            text("name"),
            value = optional("value"),
            comment = optional("comment"),
            newName = optional("new_name"),
            project = optional("project"),
            environment = optional("environment"),
            path = optional("path"),
            type = type(),
        )
        .toJson()

private suspend fun Arguments.deleteSecret(client: Client): JsonElement {
    client.secrets.delete(
        text("name"),
        optional("project"),
        optional("environment"),
        optional("path"),
        type(),
    )
    return JsonNull
}

private fun newValue(json: JsonObject): NewValue =
    Arguments(json).run {
        checkNames(setOf("name", "value", "comment"))
        NewValue(text("name"), text("value"), optional("comment"))
    }
