// Results on who has access, people and programs, as the format spells them.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.AccessTokenInfo
import io.github.infisicale2ee.ClientSecretInfo
import io.github.infisicale2ee.CreatedAccessToken
import io.github.infisicale2ee.CreatedClientSecret
import io.github.infisicale2ee.CreatedServiceAccount
import io.github.infisicale2ee.DeniedPermission
import io.github.infisicale2ee.Group
import io.github.infisicale2ee.GroupMember
import io.github.infisicale2ee.Identity
import io.github.infisicale2ee.IdentityProject
import io.github.infisicale2ee.IncidentContact
import io.github.infisicale2ee.Invitation
import io.github.infisicale2ee.Member
import io.github.infisicale2ee.OrganizationMember
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.ProjectGroup
import io.github.infisicale2ee.ProjectIdentity
import io.github.infisicale2ee.RemovedMember
import io.github.infisicale2ee.Role
import io.github.infisicale2ee.RolePermission
import io.github.infisicale2ee.ServiceAccount
import io.github.infisicale2ee.ServiceAccountKey
import io.github.infisicale2ee.ServiceAccountPermission
import io.github.infisicale2ee.TokenAuth
import io.github.infisicale2ee.UniversalAuth
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put

fun Member.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("user_id", userId)
    put("email", email)
    put("first_name", firstName)
    put("last_name", lastName)
    put("roles", roles.toJson(::JsonPrimitive))
    put("public_key", publicKey)
    put("public_key_fingerprint", publicKeyFingerprint)
    put("denied_permissions", deniedPermissions.toJson { it.toJson() })
}

fun DeniedPermission.toJson(): JsonElement = buildJsonObject {
    put("environment", environment)
    put("permission", permission.text)
}

fun RemovedMember.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("warning", warning)
}

fun Identity.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("role", role)
}

fun IdentityProject.toJson(): JsonElement = buildJsonObject {
    put("project_id", projectId)
    put("project_name", projectName)
    put("roles", roles.toJson(::JsonPrimitive))
}

fun UniversalAuth.toJson(): JsonElement = buildJsonObject {
    put("client_id", clientId)
    put("access_token_ttl", seconds(accessTokenTtl))
    put("access_token_max_ttl", seconds(accessTokenMaxTtl))
    put("access_token_max_uses", accessTokenMaxUses)
    put("client_secret_trusted_ips", clientSecretTrustedIps.toJson(::JsonPrimitive))
    put("access_token_trusted_ips", accessTokenTrustedIps.toJson(::JsonPrimitive))
}

fun TokenAuth.toJson(): JsonElement = buildJsonObject {
    put("access_token_ttl", seconds(accessTokenTtl))
    put("access_token_max_ttl", seconds(accessTokenMaxTtl))
    put("access_token_max_uses", accessTokenMaxUses)
    put("access_token_trusted_ips", accessTokenTrustedIps.toJson(::JsonPrimitive))
}

fun CreatedAccessToken.toJson(): JsonElement = buildJsonObject {
    put("access_token", accessToken)
    put("expires_in", seconds(expiresIn))
}

fun AccessTokenInfo.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("created_at", createdAt?.toString())
    put("last_used", lastUsed?.toString())
    put("uses", uses)
    put("is_revoked", isRevoked)
}

fun CreatedClientSecret.toJson(): JsonElement = buildJsonObject {
    put("client_secret", clientSecret)
    put("info", info.toJson())
}

fun ClientSecretInfo.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("description", description)
    put("prefix", prefix)
    put("created_at", createdAt?.toString())
    put("expires_at", expiresAt?.toString())
    put("uses", uses)
    put("max_uses", maxUses)
}

fun ProjectIdentity.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("identity_id", identityId)
    put("name", name)
    put("roles", roles.toJson(::JsonPrimitive))
}

fun Role.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("slug", slug)
    put("name", name)
    put("description", description)
    put("permissions", permissions.toJson { it.toJson() })
}

fun RolePermission.toJson(): JsonElement = buildJsonObject {
    put("subject", subject)
    put("actions", actions.toJson(::JsonPrimitive))
    put("conditions", conditions?.let(Json::parseToJsonElement) ?: JsonNull)
    put("inverted", inverted)
}

fun Group.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("slug", slug)
    put("role", role)
    put("organization_id", organizationId)
}

fun GroupMember.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("username", username)
    put("email", email)
    put("first_name", firstName)
    put("last_name", lastName)
}

fun ProjectGroup.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("group_id", groupId)
    put("name", name)
    put("slug", slug)
    put("roles", roles.toJson(::JsonPrimitive))
}

fun OrganizationMember.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("user_id", userId)
    put("email", email)
    put("first_name", firstName)
    put("last_name", lastName)
    put("role", role)
    put("status", status)
    put("public_key", publicKey)
    put("public_key_fingerprint", publicKeyFingerprint)
}

fun IncidentContact.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("email", email)
}

fun Invitation.toJson(): JsonElement = buildJsonObject {
    put("email", email)
    put("organization_id", organizationId)
    put("link", link)
    put("code", code)
}

fun ServiceAccount.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("name", name)
    put("organization_id", organizationId)
    put("public_key_fingerprint", publicKeyFingerprint)
    put("expires_at", expiresAt?.toString())
}

fun ServiceAccountPermission.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("project_id", projectId)
    put("environment", environment)
    put("permissions", permissions.map(Permission::text).toJson(::JsonPrimitive))
}

fun ServiceAccountKey.toJson(): JsonElement = buildJsonObject {
    put("id", id)
    put("project_id", projectId)
    put("created_at", createdAt?.toString())
}

fun CreatedServiceAccount.toJson(): JsonElement = buildJsonObject {
    put("info", info.toJson())
    put("access_key", accessKey)
    put("public_key", publicKey)
    put("private_key", privateKey)
    put("granted_by", grantedBy)
}

/** As scenarios write them: whole ones without a fraction. */
private fun seconds(duration: Duration): Number {
    val exact = duration.toDouble(DurationUnit.SECONDS)
    val whole = duration.inWholeSeconds
    return if (exact == whole.toDouble()) whole else exact
}
