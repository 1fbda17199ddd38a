// The fields of records by their names in scenarios. Written by `make generate` from
// `bindings/surface`. Do not edit.
import InfisicalE2EE

extension AuditDetail: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "name": name,
            "value": value,
        ]
    }
}

extension DeniedPermission: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "environment": environment,
            "permission": permission,
        ]
    }
}

extension ServiceTokenScope: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "environment": environment,
            "path": path,
        ]
    }
}

extension NewAccount: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "user_id": userID,
            "email": email,
        ]
    }
}

extension User: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "email": email,
            "first_name": firstName,
            "last_name": lastName,
        ]
    }
}

extension Session: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "ip_address": ipAddress,
            "user_agent": userAgent,
            "created_at": createdAt,
            "last_used": lastUsed,
        ]
    }
}

extension ApiKeyInfo: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "last_used": lastUsed,
            "expires_at": expiresAt,
            "created_at": createdAt,
        ]
    }
}

extension AuditEvent: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "event": event,
            "actor_type": actorType,
            "actor_id": actorID,
            "actor_name": actorName,
            "ip_address": ipAddress,
            "user_agent": userAgent,
            "channel": channel,
            "project_id": projectID,
            "created_at": createdAt,
            "details": details,
        ]
    }
}

extension AuditActor: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "actor_type": actorType,
            "id": id,
            "name": name,
        ]
    }
}

extension AuditLogPage: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "events": events,
            "next": next,
        ]
    }
}

extension AuditChange: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "secret_id": secretID,
            "environment": environment,
            "before": before,
            "after": after,
        ]
    }
}

extension Organization: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "slug": slug,
        ]
    }
}

extension OrganizationMember: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "user_id": userID,
            "email": email,
            "first_name": firstName,
            "last_name": lastName,
            "role": role,
            "status": status,
            "public_key": publicKey,
            "public_key_fingerprint": publicKeyFingerprint,
        ]
    }
}

extension IncidentContact: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "email": email,
        ]
    }
}

extension Member: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "user_id": userID,
            "email": email,
            "first_name": firstName,
            "last_name": lastName,
            "roles": roles,
            "public_key": publicKey,
            "public_key_fingerprint": publicKeyFingerprint,
            "denied_permissions": deniedPermissions,
        ]
    }
}

extension Fingerprint: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "sha256": sha256,
            "short": short,
            "words": words,
        ]
    }
}

extension RemovedMember: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "warning": warning,
        ]
    }
}

extension Identity: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "role": role,
        ]
    }
}

extension IdentityProject: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "project_id": projectID,
            "project_name": projectName,
            "roles": roles,
        ]
    }
}

extension UniversalAuth: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "client_id": clientID,
            "access_token_ttl": accessTokenTTL,
            "access_token_max_ttl": accessTokenMaxTTL,
            "access_token_max_uses": accessTokenMaxUses,
            "client_secret_trusted_ips": clientSecretTrustedIPs,
            "access_token_trusted_ips": accessTokenTrustedIPs,
        ]
    }
}

extension TokenAuth: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "access_token_ttl": accessTokenTTL,
            "access_token_max_ttl": accessTokenMaxTTL,
            "access_token_max_uses": accessTokenMaxUses,
            "access_token_trusted_ips": accessTokenTrustedIPs,
        ]
    }
}

extension AccessTokenInfo: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "created_at": createdAt,
            "last_used": lastUsed,
            "uses": uses,
            "is_revoked": isRevoked,
        ]
    }
}

extension Role: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "slug": slug,
            "name": name,
            "description": description,
            "permissions": permissions,
        ]
    }
}

extension Organization.Group: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "slug": slug,
            "role": role,
            "organization_id": organizationID,
        ]
    }
}

extension GroupMember: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "username": username,
            "email": email,
            "first_name": firstName,
            "last_name": lastName,
        ]
    }
}

extension ProjectGroup: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "group_id": groupID,
            "name": name,
            "slug": slug,
            "roles": roles,
        ]
    }
}

extension ClientSecretInfo: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "description": description,
            "prefix": prefix,
            "created_at": createdAt,
            "expires_at": expiresAt,
            "uses": uses,
            "max_uses": maxUses,
        ]
    }
}

extension ProjectIdentity: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "identity_id": identityID,
            "name": name,
            "roles": roles,
        ]
    }
}

extension ServiceAccount: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "organization_id": organizationID,
            "public_key_fingerprint": publicKeyFingerprint,
            "expires_at": expiresAt,
        ]
    }
}

extension ServiceAccountPermission: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "project_id": projectID,
            "environment": environment,
            "permissions": permissions,
        ]
    }
}

extension ServiceAccountKey: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "project_id": projectID,
            "created_at": createdAt,
        ]
    }
}

extension ServiceTokenInfo: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "project_id": projectID,
            "scopes": scopes,
            "permissions": permissions,
            "expires_at": expiresAt,
        ]
    }
}

extension Project.Environment: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "slug": slug,
        ]
    }
}

extension Project: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "slug": slug,
            "product": product,
            "organization_id": organizationID,
            "auto_capitalization": autoCapitalization,
            "environments": environments,
        ]
    }
}

extension DuplicateName: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "name": name,
            "environment": environment,
            "ids": ids,
        ]
    }
}

extension BlindIndexReport: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "named": named,
            "duplicates": duplicates,
            "failures": failures,
        ]
    }
}

extension KeyRotation: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "project_id": projectID,
            "rotated": rotated,
            "secrets": secrets,
            "re_encrypted": reEncrypted,
            "members": members,
            "members_without_key": membersWithoutKey,
            "service_tokens": serviceTokens,
            "shared_with_server": sharedWithServer,
            "failures": failures,
            "warning": warning,
        ]
    }
}

extension Capabilities: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "server": server,
            "verified": verified,
            "folders": folders,
            "secret_imports": secretImports,
            "machine_identities": machineIdentities,
            "end_to_end_encrypted": endToEndEncrypted,
            "server_learns_key_password": serverLearnsKeyPassword,
            "secrets_route": secretsRoute,
        ]
    }
}

extension OpenedKey: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "project_id": projectID,
            "sealed_by": sealedBy,
        ]
    }
}

extension Folder: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "path": path,
            "description": description,
            "created_at": createdAt,
            "updated_at": updatedAt,
        ]
    }
}

extension Tag: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "slug": slug,
            "color": color,
        ]
    }
}

extension SecretImport: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "environment": environment,
            "path": path,
            "position": position,
        ]
    }
}

extension DynamicSecret: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "provider": provider,
            "default_ttl": defaultTTL,
            "max_ttl": maxTTL,
            "status": status,
            "created_at": createdAt,
            "updated_at": updatedAt,
        ]
    }
}

extension Lease: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "dynamic_secret_id": dynamicSecretID,
            "expires_at": expiresAt,
            "status": status,
            "created_at": createdAt,
            "updated_at": updatedAt,
        ]
    }
}

extension CreatedLease: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "lease": lease,
            "credentials": credentials,
        ]
    }
}

extension KmsKey: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "description": description,
            "usage": usage,
            "algorithm": algorithm,
            "version": version,
            "enabled": enabled,
            "project_id": projectID,
            "created_at": createdAt,
            "updated_at": updatedAt,
        ]
    }
}

extension BulkItem: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "name": name,
            "action": action,
            "status": status,
            "error": error,
            "approval": approval,
        ]
    }
}

extension MoveResult: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "moved": moved,
            "source_updated": sourceUpdated,
            "destination_updated": destinationUpdated,
        ]
    }
}

extension DuplicateResult: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "copied": copied,
            "unchanged": unchanged,
        ]
    }
}

extension Approval: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "status": status,
        ]
    }
}

extension SecretChange: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "secret": secret,
            "approval": approval,
        ]
    }
}

extension SecretHistory: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "versions": versions,
            "failures": failures,
        ]
    }
}

extension Snapshot: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "version": version,
            "created_at": createdAt,
            "environment": environment,
            "folder_id": folderID,
        ]
    }
}

extension SnapshotContents: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "created_at": createdAt,
            "secrets": secrets,
            "failures": failures,
            "folders": folders,
        ]
    }
}

extension CreatedApiKey: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "key": key,
            "info": info,
        ]
    }
}

extension CreatedAccessToken: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "access_token": accessToken,
            "expires_in": expiresIn,
        ]
    }
}

extension CreatedClientSecret: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "client_secret": clientSecret,
            "info": info,
        ]
    }
}

extension EmergencyKit: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "name": name,
            "email": email,
            "backup_key": backupKey,
        ]
    }
}

extension Invitation: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "email": email,
            "organization_id": organizationID,
            "link": link,
            "code": code,
        ]
    }
}

extension AuditedSecret: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "version": version,
            "name": name,
            "value": value,
        ]
    }
}

extension CreatedServiceAccount: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "info": info,
            "access_key": accessKey,
            "public_key": publicKey,
            "private_key": privateKey,
            "granted_by": grantedBy,
        ]
    }
}

extension CreatedServiceToken: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "token": token,
            "info": info,
        ]
    }
}

extension LeaseCredential: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "name": name,
            "value": value,
        ]
    }
}

extension SecretMetadata: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "key": key,
            "value": value,
            "encrypted": encrypted,
        ]
    }
}

extension Secret: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "name": name,
            "value": value,
            "value_read": valueRead,
            "comment": comment,
            "type": type,
            "version": version,
            "project_id": projectID,
            "environment": environment,
            "path": path,
            "tags": tags,
            "metadata": metadata,
            "reminder_days": reminderDays,
            "reminder_note": reminderNote,
            "skip_multiline_encoding": skipMultilineEncoding,
            "created_at": createdAt,
            "updated_at": updatedAt,
            "end_to_end_encrypted": endToEndEncrypted,
        ]
    }
}

extension SecretVersion: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "id": id,
            "secret_id": secretID,
            "version": version,
            "type": type,
            "environment": environment,
            "name": name,
            "value": value,
            "comment": comment,
            "created_at": createdAt,
            "deleted": deleted,
        ]
    }
}
