// The fields of records by their names in scenarios. Written by `make generate` from
// `bindings/surface`. Do not edit.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.AccessTokenInfo
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
import io.github.infisicale2ee.ClientSecretInfo
import io.github.infisicale2ee.CreatedAccessToken
import io.github.infisicale2ee.CreatedApiKey
import io.github.infisicale2ee.CreatedClientSecret
import io.github.infisicale2ee.CreatedLease
import io.github.infisicale2ee.CreatedServiceAccount
import io.github.infisicale2ee.CreatedServiceToken
import io.github.infisicale2ee.DeniedPermission
import io.github.infisicale2ee.DuplicateName
import io.github.infisicale2ee.DuplicateResult
import io.github.infisicale2ee.DynamicSecret
import io.github.infisicale2ee.EmergencyKit
import io.github.infisicale2ee.Environment
import io.github.infisicale2ee.Fingerprint
import io.github.infisicale2ee.Folder
import io.github.infisicale2ee.Group
import io.github.infisicale2ee.GroupMember
import io.github.infisicale2ee.Identity
import io.github.infisicale2ee.IdentityProject
import io.github.infisicale2ee.IncidentContact
import io.github.infisicale2ee.Invitation
import io.github.infisicale2ee.KeyRotation
import io.github.infisicale2ee.KmsKey
import io.github.infisicale2ee.Lease
import io.github.infisicale2ee.LeaseCredential
import io.github.infisicale2ee.Member
import io.github.infisicale2ee.MoveResult
import io.github.infisicale2ee.NewAccount
import io.github.infisicale2ee.OpenedKey
import io.github.infisicale2ee.Organization
import io.github.infisicale2ee.OrganizationMember
import io.github.infisicale2ee.Project
import io.github.infisicale2ee.ProjectGroup
import io.github.infisicale2ee.ProjectIdentity
import io.github.infisicale2ee.RemovedMember
import io.github.infisicale2ee.Role
import io.github.infisicale2ee.Secret
import io.github.infisicale2ee.SecretChange
import io.github.infisicale2ee.SecretHistory
import io.github.infisicale2ee.SecretImport
import io.github.infisicale2ee.SecretMetadata
import io.github.infisicale2ee.SecretVersion
import io.github.infisicale2ee.ServiceAccount
import io.github.infisicale2ee.ServiceAccountKey
import io.github.infisicale2ee.ServiceAccountPermission
import io.github.infisicale2ee.ServiceTokenInfo
import io.github.infisicale2ee.ServiceTokenScope
import io.github.infisicale2ee.Session
import io.github.infisicale2ee.Snapshot
import io.github.infisicale2ee.SnapshotContents
import io.github.infisicale2ee.Tag
import io.github.infisicale2ee.TokenAuth
import io.github.infisicale2ee.UniversalAuth
import io.github.infisicale2ee.User

/** The fields of a record; `null` of another value. */
fun fieldsOf(value: Any): Map<String, Any?>? =
    when (value) {
        is AuditDetail ->
            mapOf(
                "name" to value.name,
                "value" to value.value,
            )
        is DeniedPermission ->
            mapOf(
                "environment" to value.environment,
                "permission" to value.permission,
            )
        is ServiceTokenScope ->
            mapOf(
                "environment" to value.environment,
                "path" to value.path,
            )
        is NewAccount ->
            mapOf(
                "user_id" to value.userId,
                "email" to value.email,
            )
        is User ->
            mapOf(
                "id" to value.id,
                "email" to value.email,
                "first_name" to value.firstName,
                "last_name" to value.lastName,
            )
        is Session ->
            mapOf(
                "id" to value.id,
                "ip_address" to value.ipAddress,
                "user_agent" to value.userAgent,
                "created_at" to value.createdAt,
                "last_used" to value.lastUsed,
            )
        is ApiKeyInfo ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "last_used" to value.lastUsed,
                "expires_at" to value.expiresAt,
                "created_at" to value.createdAt,
            )
        is AuditEvent ->
            mapOf(
                "id" to value.id,
                "event" to value.event,
                "actor_type" to value.actorType,
                "actor_id" to value.actorId,
                "actor_name" to value.actorName,
                "ip_address" to value.ipAddress,
                "user_agent" to value.userAgent,
                "channel" to value.channel,
                "project_id" to value.projectId,
                "created_at" to value.createdAt,
                "details" to value.details,
            )
        is AuditActor ->
            mapOf(
                "actor_type" to value.actorType,
                "id" to value.id,
                "name" to value.name,
            )
        is AuditLogPage ->
            mapOf(
                "events" to value.events,
                "next" to value.next,
            )
        is AuditChange ->
            mapOf(
                "secret_id" to value.secretId,
                "environment" to value.environment,
                "before" to value.before,
                "after" to value.after,
            )
        is Organization ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "slug" to value.slug,
            )
        is OrganizationMember ->
            mapOf(
                "id" to value.id,
                "user_id" to value.userId,
                "email" to value.email,
                "first_name" to value.firstName,
                "last_name" to value.lastName,
                "role" to value.role,
                "status" to value.status,
                "public_key" to value.publicKey,
                "public_key_fingerprint" to value.publicKeyFingerprint,
            )
        is IncidentContact ->
            mapOf(
                "id" to value.id,
                "email" to value.email,
            )
        is Member ->
            mapOf(
                "id" to value.id,
                "user_id" to value.userId,
                "email" to value.email,
                "first_name" to value.firstName,
                "last_name" to value.lastName,
                "roles" to value.roles,
                "public_key" to value.publicKey,
                "public_key_fingerprint" to value.publicKeyFingerprint,
                "denied_permissions" to value.deniedPermissions,
            )
        is Fingerprint ->
            mapOf(
                "sha256" to value.sha256,
                "short" to value.short,
                "words" to value.words,
            )
        is RemovedMember ->
            mapOf(
                "id" to value.id,
                "warning" to value.warning,
            )
        is Identity ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "role" to value.role,
            )
        is IdentityProject ->
            mapOf(
                "project_id" to value.projectId,
                "project_name" to value.projectName,
                "roles" to value.roles,
            )
        is UniversalAuth ->
            mapOf(
                "client_id" to value.clientId,
                "access_token_ttl" to value.accessTokenTtl,
                "access_token_max_ttl" to value.accessTokenMaxTtl,
                "access_token_max_uses" to value.accessTokenMaxUses,
                "client_secret_trusted_ips" to value.clientSecretTrustedIps,
                "access_token_trusted_ips" to value.accessTokenTrustedIps,
            )
        is TokenAuth ->
            mapOf(
                "access_token_ttl" to value.accessTokenTtl,
                "access_token_max_ttl" to value.accessTokenMaxTtl,
                "access_token_max_uses" to value.accessTokenMaxUses,
                "access_token_trusted_ips" to value.accessTokenTrustedIps,
            )
        is AccessTokenInfo ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "created_at" to value.createdAt,
                "last_used" to value.lastUsed,
                "uses" to value.uses,
                "is_revoked" to value.isRevoked,
            )
        is Role ->
            mapOf(
                "id" to value.id,
                "slug" to value.slug,
                "name" to value.name,
                "description" to value.description,
                "permissions" to value.permissions,
            )
        is Group ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "slug" to value.slug,
                "role" to value.role,
                "organization_id" to value.organizationId,
            )
        is GroupMember ->
            mapOf(
                "id" to value.id,
                "username" to value.username,
                "email" to value.email,
                "first_name" to value.firstName,
                "last_name" to value.lastName,
            )
        is ProjectGroup ->
            mapOf(
                "id" to value.id,
                "group_id" to value.groupId,
                "name" to value.name,
                "slug" to value.slug,
                "roles" to value.roles,
            )
        is ClientSecretInfo ->
            mapOf(
                "id" to value.id,
                "description" to value.description,
                "prefix" to value.prefix,
                "created_at" to value.createdAt,
                "expires_at" to value.expiresAt,
                "uses" to value.uses,
                "max_uses" to value.maxUses,
            )
        is ProjectIdentity ->
            mapOf(
                "id" to value.id,
                "identity_id" to value.identityId,
                "name" to value.name,
                "roles" to value.roles,
            )
        is ServiceAccount ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "organization_id" to value.organizationId,
                "public_key_fingerprint" to value.publicKeyFingerprint,
                "expires_at" to value.expiresAt,
            )
        is ServiceAccountPermission ->
            mapOf(
                "id" to value.id,
                "project_id" to value.projectId,
                "environment" to value.environment,
                "permissions" to value.permissions,
            )
        is ServiceAccountKey ->
            mapOf(
                "id" to value.id,
                "project_id" to value.projectId,
                "created_at" to value.createdAt,
            )
        is ServiceTokenInfo ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "project_id" to value.projectId,
                "scopes" to value.scopes,
                "permissions" to value.permissions,
                "expires_at" to value.expiresAt,
            )
        is Environment ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "slug" to value.slug,
            )
        is Project ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "slug" to value.slug,
                "product" to value.product,
                "organization_id" to value.organizationId,
                "auto_capitalization" to value.autoCapitalization,
                "environments" to value.environments,
            )
        is DuplicateName ->
            mapOf(
                "name" to value.name,
                "environment" to value.environment,
                "ids" to value.ids,
            )
        is BlindIndexReport ->
            mapOf(
                "named" to value.named,
                "duplicates" to value.duplicates,
                "failures" to value.failures,
            )
        is KeyRotation ->
            mapOf(
                "project_id" to value.projectId,
                "rotated" to value.rotated,
                "secrets" to value.secrets,
                "re_encrypted" to value.reEncrypted,
                "members" to value.members,
                "members_without_key" to value.membersWithoutKey,
                "service_tokens" to value.serviceTokens,
                "shared_with_server" to value.sharedWithServer,
                "failures" to value.failures,
                "warning" to value.warning,
            )
        is Capabilities ->
            mapOf(
                "server" to value.server,
                "verified" to value.verified,
                "folders" to value.folders,
                "secret_imports" to value.secretImports,
                "machine_identities" to value.machineIdentities,
                "end_to_end_encrypted" to value.endToEndEncrypted,
                "server_learns_key_password" to value.serverLearnsKeyPassword,
                "secrets_route" to value.secretsRoute,
            )
        is OpenedKey ->
            mapOf(
                "project_id" to value.projectId,
                "sealed_by" to value.sealedBy,
            )
        is Folder ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "path" to value.path,
                "description" to value.description,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
            )
        is Tag ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "slug" to value.slug,
                "color" to value.color,
            )
        is SecretImport ->
            mapOf(
                "id" to value.id,
                "environment" to value.environment,
                "path" to value.path,
                "position" to value.position,
            )
        is DynamicSecret ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "provider" to value.provider,
                "default_ttl" to value.defaultTtl,
                "max_ttl" to value.maxTtl,
                "status" to value.status,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
            )
        is Lease ->
            mapOf(
                "id" to value.id,
                "dynamic_secret_id" to value.dynamicSecretId,
                "expires_at" to value.expiresAt,
                "status" to value.status,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
            )
        is CreatedLease ->
            mapOf(
                "lease" to value.lease,
                "credentials" to value.credentials,
            )
        is KmsKey ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "description" to value.description,
                "usage" to value.usage,
                "algorithm" to value.algorithm,
                "version" to value.version,
                "enabled" to value.enabled,
                "project_id" to value.projectId,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
            )
        is BulkItem ->
            mapOf(
                "name" to value.name,
                "action" to value.action,
                "status" to value.status,
                "error" to value.error,
                "approval" to value.approval,
            )
        is MoveResult ->
            mapOf(
                "moved" to value.moved,
                "source_updated" to value.sourceUpdated,
                "destination_updated" to value.destinationUpdated,
            )
        is DuplicateResult ->
            mapOf(
                "copied" to value.copied,
                "unchanged" to value.unchanged,
            )
        is Approval ->
            mapOf(
                "id" to value.id,
                "status" to value.status,
            )
        is SecretChange ->
            mapOf(
                "secret" to value.secret,
                "approval" to value.approval,
            )
        is SecretHistory ->
            mapOf(
                "versions" to value.versions,
                "failures" to value.failures,
            )
        is Snapshot ->
            mapOf(
                "id" to value.id,
                "version" to value.version,
                "created_at" to value.createdAt,
                "environment" to value.environment,
                "folder_id" to value.folderId,
            )
        is SnapshotContents ->
            mapOf(
                "id" to value.id,
                "created_at" to value.createdAt,
                "secrets" to value.secrets,
                "failures" to value.failures,
                "folders" to value.folders,
            )
        is CreatedApiKey ->
            mapOf(
                "key" to value.key,
                "info" to value.info,
            )
        is CreatedAccessToken ->
            mapOf(
                "access_token" to value.accessToken,
                "expires_in" to value.expiresIn,
            )
        is CreatedClientSecret ->
            mapOf(
                "client_secret" to value.clientSecret,
                "info" to value.info,
            )
        is EmergencyKit ->
            mapOf(
                "name" to value.name,
                "email" to value.email,
                "backup_key" to value.backupKey,
            )
        is Invitation ->
            mapOf(
                "email" to value.email,
                "organization_id" to value.organizationId,
                "link" to value.link,
                "code" to value.code,
            )
        is AuditedSecret ->
            mapOf(
                "version" to value.version,
                "name" to value.name,
                "value" to value.value,
            )
        is CreatedServiceAccount ->
            mapOf(
                "info" to value.info,
                "access_key" to value.accessKey,
                "public_key" to value.publicKey,
                "private_key" to value.privateKey,
                "granted_by" to value.grantedBy,
            )
        is CreatedServiceToken ->
            mapOf(
                "token" to value.token,
                "info" to value.info,
            )
        is LeaseCredential ->
            mapOf(
                "name" to value.name,
                "value" to value.value,
            )
        is SecretMetadata ->
            mapOf(
                "key" to value.key,
                "value" to value.value,
                "encrypted" to value.encrypted,
            )
        is Secret ->
            mapOf(
                "id" to value.id,
                "name" to value.name,
                "value" to value.value,
                "value_read" to value.valueRead,
                "comment" to value.comment,
                "type" to value.type,
                "version" to value.version,
                "project_id" to value.projectId,
                "environment" to value.environment,
                "path" to value.path,
                "tags" to value.tags,
                "metadata" to value.metadata,
                "reminder_days" to value.reminderDays,
                "reminder_note" to value.reminderNote,
                "skip_multiline_encoding" to value.skipMultilineEncoding,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
                "end_to_end_encrypted" to value.endToEndEncrypted,
            )
        is SecretVersion ->
            mapOf(
                "id" to value.id,
                "secret_id" to value.secretId,
                "version" to value.version,
                "type" to value.type,
                "environment" to value.environment,
                "name" to value.name,
                "value" to value.value,
                "comment" to value.comment,
                "created_at" to value.createdAt,
                "deleted" to value.deleted,
            )
        else -> null
    }
