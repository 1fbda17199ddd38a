// Results as the format spells them.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.CreatedServiceToken
import io.github.infisicale2ee.Environment
import io.github.infisicale2ee.Folder
import io.github.infisicale2ee.MoveResult
import io.github.infisicale2ee.NewAccount
import io.github.infisicale2ee.OpenedKey
import io.github.infisicale2ee.Organization
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.Project
import io.github.infisicale2ee.Secret
import io.github.infisicale2ee.SecretImport
import io.github.infisicale2ee.SecretList
import io.github.infisicale2ee.ServiceTokenInfo
import io.github.infisicale2ee.Tag
import io.github.infisicale2ee.User
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put

fun <T> Iterable<T>.toJson(convert: (T) -> JsonElement): JsonElement = JsonArray(map(convert))

fun Secret.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("value", value)
    put("comment", comment)
    put("type", type.text)
    put("version", version)
    put("project_id", projectId)
    put("environment", environment)
    put("path", path)
    put("tags", tags?.toJson(::JsonPrimitive) ?: JsonNull)
    put("created_at", createdAt?.toString())
    put("updated_at", updatedAt?.toString())
}

fun SecretList.toJson(): JsonElement = buildJsonObject {
    put("secrets", toJson { it.toJson() })
    put(
        "failures",
        failures.toJson {
            buildJsonObject {
                put("id", it.id)
                put("field", it.field)
                put("code", it.error.code)
            }
        },
    )
}

fun Project.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
    put("organization_id", organizationId)
    put(
        "environments",
        environments.toJson { it.toJson() },
    )
}

fun Environment.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
}

fun Folder.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("path", path)
    put("created_at", createdAt?.toString())
    put("updated_at", updatedAt?.toString())
}

fun Tag.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
    put("color", color)
}

fun SecretImport.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("environment", environment)
    put("path", path)
    put("position", position)
}

fun MoveResult.toJson(): JsonElement = buildJsonObject {
    put("moved", moved.toJson(::JsonPrimitive))
    put("source_updated", sourceUpdated)
    put("destination_updated", destinationUpdated)
}

fun OpenedKey.toJson(): JsonElement = buildJsonObject {
    put("project_id", projectId)
    put("sealed_by", sealedBy)
}

fun Organization.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
}

fun NewAccount.toJson(): JsonElement = buildJsonObject {
    put("user_id", userId)
    put("email", email)
}

fun User.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("email", email)
    put("first_name", firstName)
    put("last_name", lastName)
}

fun CreatedServiceToken.toJson(): JsonElement = buildJsonObject {
    put("token", token)
    put("info", info.toJson())
}

fun ServiceTokenInfo.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("project_id", projectId)
    put(
        "scopes",
        scopes.toJson {
            buildJsonObject {
                put("environment", it.environment)
                put("path", it.path)
            }
        },
    )
    put("permissions", permissions.map(Permission::text).toJson(::JsonPrimitive))
    put("expires_at", expiresAt?.toString())
}
