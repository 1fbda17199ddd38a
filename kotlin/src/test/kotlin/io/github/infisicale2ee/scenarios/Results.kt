// Results as the format spells them.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.ApiKeyInfo
import io.github.infisicale2ee.Approval
import io.github.infisicale2ee.AuditActor
import io.github.infisicale2ee.AuditChange
import io.github.infisicale2ee.AuditDetail
import io.github.infisicale2ee.AuditEvent
import io.github.infisicale2ee.AuditLogPage
import io.github.infisicale2ee.AuditedSecret
import io.github.infisicale2ee.BlindIndexReport
import io.github.infisicale2ee.BulkItem
import io.github.infisicale2ee.Capabilities
import io.github.infisicale2ee.CreatedApiKey
import io.github.infisicale2ee.CreatedServiceToken
import io.github.infisicale2ee.DuplicateName
import io.github.infisicale2ee.EmergencyKit
import io.github.infisicale2ee.Environment
import io.github.infisicale2ee.Folder
import io.github.infisicale2ee.MoveResult
import io.github.infisicale2ee.NewAccount
import io.github.infisicale2ee.OpenedKey
import io.github.infisicale2ee.Organization
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.Project
import io.github.infisicale2ee.Secret
import io.github.infisicale2ee.SecretChange
import io.github.infisicale2ee.SecretFailure
import io.github.infisicale2ee.SecretHistory
import io.github.infisicale2ee.SecretImport
import io.github.infisicale2ee.SecretList
import io.github.infisicale2ee.SecretVersion
import io.github.infisicale2ee.ServiceTokenInfo
import io.github.infisicale2ee.Session
import io.github.infisicale2ee.Snapshot
import io.github.infisicale2ee.SnapshotContents
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
    put("end_to_end_encrypted", endToEndEncrypted)
}

fun SecretList.toJson(): JsonElement = buildJsonObject {
    put("secrets", toJson { it.toJson() })
    put(
        "failures",
        failures.toJson { it.toJson() },
    )
}

fun SecretFailure.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("field", field)
    put("code", error.code)
}

fun Project.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
    put("organization_id", organizationId)
    put("auto_capitalization", autoCapitalization)
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

fun BulkItem.toJson(): JsonElement = buildJsonObject {
    put("name", name)
    put("action", action.text)
    put("status", status.text)
    put("error", error?.code)
    put("approval", approval?.toJson() ?: JsonNull)
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

fun Session.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("ip_address", ipAddress)
    put("user_agent", userAgent)
    put("created_at", createdAt?.toString())
    put("last_used", lastUsed?.toString())
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

fun DuplicateName.toJson(): JsonElement = buildJsonObject {
    put("name", name)
    put("environment", environment)
    put("ids", ids.toJson(::JsonPrimitive))
}

fun BlindIndexReport.toJson(): JsonElement = buildJsonObject {
    put("named", named)
    put("duplicates", duplicates.toJson { it.toJson() })
    put("failures", failures.toJson { it.toJson() })
}

fun Capabilities.toJson(): JsonElement = buildJsonObject {
    put("server", server)
    put("verified", verified)
    put("folders", folders)
    put("secret_imports", secretImports)
    put("machine_identities", machineIdentities)
    put("end_to_end_encrypted", endToEndEncrypted)
    put("secrets_route", secretsRoute)
}

fun ApiKeyInfo.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("last_used", lastUsed?.toString())
    put("expires_at", expiresAt?.toString())
    put("created_at", createdAt?.toString())
}

fun CreatedApiKey.toJson(): JsonElement = buildJsonObject {
    put("key", key)
    put("info", info.toJson())
}

fun AuditDetail.toJson(): JsonElement = buildJsonObject {
    put("name", name)
    put("value", value)
}

fun AuditEvent.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("event", event)
    put("actor_type", actorType)
    put("actor_id", actorId)
    put("actor_name", actorName)
    put("ip_address", ipAddress)
    put("user_agent", userAgent)
    put("channel", channel)
    put("project_id", projectId)
    put("created_at", createdAt?.toString())
    put("details", details.toJson { it.toJson() })
}

fun AuditActor.toJson(): JsonElement = buildJsonObject {
    put("actor_type", actorType)
    put("id", id)
    put("name", name)
}

fun AuditLogPage.toJson(): JsonElement = buildJsonObject {
    put("events", events.toJson { it.toJson() })
    put("next", next)
}

fun AuditedSecret.toJson(): JsonElement = buildJsonObject {
    put("version", version)
    put("name", name)
    put("value", value)
}

fun AuditChange.toJson(): JsonElement = buildJsonObject {
    put("secret_id", secretId)
    put("environment", environment)
    put("before", before?.toJson() ?: JsonNull)
    put("after", after?.toJson() ?: JsonNull)
}

fun Approval.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("status", status)
}

fun SecretChange.toJson(): JsonElement = buildJsonObject {
    put("secret", secret?.toJson() ?: JsonNull)
    put("approval", approval?.toJson() ?: JsonNull)
}

fun SecretVersion.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("secret_id", secretId)
    put("version", version)
    put("type", type.text)
    put("environment", environment)
    put("name", name)
    put("value", value)
    put("comment", comment)
    put("created_at", createdAt?.toString())
    put("deleted", deleted)
}

fun SecretHistory.toJson(): JsonElement = buildJsonObject {
    put("versions", versions.toJson { it.toJson() })
    put("failures", failures.toJson { it.toJson() })
}

fun Snapshot.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("version", version)
    put("created_at", createdAt?.toString())
    put("environment", environment)
    put("folder_id", folderId)
}

fun SnapshotContents.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("created_at", createdAt?.toString())
    put("secrets", secrets.toJson { it.toJson() })
    put("failures", failures.toJson { it.toJson() })
    put("folders", folders.toJson(::JsonPrimitive))
}

fun EmergencyKit.toJson(): JsonElement = buildJsonObject {
    put("name", name)
    put("email", email)
    put("backup_key", backupKey)
}
