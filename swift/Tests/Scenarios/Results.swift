import InfisicalE2EE

// Results as scenarios write them.

extension Secret {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "value": .string(value),
            "comment": .string(comment), "type": .string(type.rawValue),
            "version": .number(Double(version)), "project_id": .string(projectID),
            "environment": .string(environment), "path": .string(path),
            "tags": tags.map { .array($0.map(JSON.string)) } ?? .null,
            "created_at": JSON(createdAt), "updated_at": JSON(updatedAt),
            "end_to_end_encrypted": .bool(endToEndEncrypted),
        ])
    }
}

extension SecretList {
    var json: JSON {
        .object(["secrets": .array(map(\.json)), "failures": .array(failures.map(\.json))])
    }
}

extension SecretFailure {
    var json: JSON {
        .object(["id": .string(id), "field": .string(field), "code": .string(error.code)])
    }
}

extension Project {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "slug": JSON(slug),
            "organization_id": JSON(organizationID),
            "auto_capitalization": autoCapitalization.map { .bool($0) } ?? .null,
            "environments": .array(environments.map(\.json)),
        ])
    }
}

extension Project.Environment {
    var json: JSON {
        .object(["id": JSON(id), "name": .string(name), "slug": .string(slug)])
    }
}

extension Folder {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "path": .string(path),
            "created_at": JSON(createdAt), "updated_at": JSON(updatedAt),
        ])
    }
}

extension Tag {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "slug": .string(slug), "color": JSON(color),
        ])
    }
}

extension SecretImport {
    var json: JSON {
        .object([
            "id": .string(id), "environment": .string(environment), "path": .string(path),
            "position": .number(Double(position)),
        ])
    }
}

extension MoveResult {
    var json: JSON {
        .object([
            "moved": .array(moved.map(JSON.string)), "source_updated": .bool(sourceUpdated),
            "destination_updated": .bool(destinationUpdated),
        ])
    }
}

extension OpenedKey {
    var json: JSON {
        .object(["project_id": .string(projectID), "sealed_by": JSON(sealedBy)])
    }
}

extension Organization {
    var json: JSON {
        .object(["id": .string(id), "name": .string(name), "slug": JSON(slug)])
    }
}

extension NewAccount {
    var json: JSON {
        .object(["user_id": .string(userID), "email": .string(email)])
    }
}

extension User {
    var json: JSON {
        .object([
            "id": .string(id), "email": .string(email), "first_name": .string(firstName),
            "last_name": .string(lastName),
        ])
    }
}

extension Session {
    var json: JSON {
        .object([
            "id": .string(id), "ip_address": JSON(ipAddress), "user_agent": JSON(userAgent),
            "created_at": JSON(createdAt), "last_used": JSON(lastUsed),
        ])
    }
}

extension CreatedServiceToken {
    var json: JSON {
        .object(["token": .string(token), "info": info.json])
    }
}

extension ServiceTokenInfo {
    var json: JSON {
        let scopes = scopes.map {
            JSON.object(["environment": .string($0.environment), "path": .string($0.path)])
        }
        return .object([
            "id": .string(id), "name": .string(name), "project_id": .string(projectID),
            "scopes": .array(scopes),
            "permissions": .array(permissions.map { .string($0.rawValue) }),
            "expires_at": JSON(expiresAt),
        ])
    }
}

extension DuplicateName {
    var json: JSON {
        .object([
            "name": .string(name), "environment": .string(environment),
            "ids":
                .array(ids.map(JSON.string)),
        ])
    }
}

extension BlindIndexReport {
    var json: JSON {
        .object([
            "named": .number(Double(named)), "duplicates": .array(duplicates.map(\.json)),
            "failures": .array(failures.map(\.json)),
        ])
    }
}

extension Capabilities {
    var json: JSON {
        .object([
            "server": .string(server), "verified": .bool(verified), "folders": .bool(folders),
            "secret_imports": .bool(secretImports), "machine_identities": .bool(machineIdentities),
            "end_to_end_encrypted": .bool(endToEndEncrypted),
            "secrets_route":
                .string(secretsRoute),
        ])
    }
}

extension ApiKeyInfo {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "last_used": JSON(lastUsed),
            "expires_at":
                JSON(expiresAt), "created_at": JSON(createdAt),
        ])
    }
}

extension CreatedApiKey {
    var json: JSON {
        .object([
            "key": .string(key), "info": info.json,
        ])
    }
}

extension AuditDetail {
    var json: JSON {
        .object([
            "name": .string(name), "value": .string(value),
        ])
    }
}

extension AuditEvent {
    var json: JSON {
        .object([
            "id": .string(id), "event": .string(event), "actor_type": .string(actorType),
            "actor_id": JSON(actorID), "actor_name": JSON(actorName), "ip_address": JSON(ipAddress),
            "user_agent": JSON(userAgent), "channel": JSON(channel), "project_id": JSON(projectID),
            "created_at": JSON(createdAt), "details": .array(details.map(\.json)),
        ])
    }
}

extension AuditActor {
    var json: JSON {
        .object(["actor_type": .string(actorType), "id": JSON(id), "name": JSON(name)])
    }
}

extension AuditLogPage {
    var json: JSON {
        .object([
            "events": .array(events.map(\.json)), "next": JSON(next),
        ])
    }
}

extension AuditedSecret {
    var json: JSON {
        .object([
            "version": .number(Double(version)), "name": .string(name), "value": .string(value),
        ])
    }
}

extension AuditChange {
    var json: JSON {
        .object([
            "secret_id": .string(secretID), "environment": .string(environment),
            "before":
                before?.json ?? .null, "after": after?.json ?? .null,
        ])
    }
}

extension BulkItem {
    var json: JSON {
        .object([
            "name": .string(name), "action": .string(action.rawValue),
            "status": .string(status.rawValue), "error": JSON(error?.code),
            "approval": approval?.json ?? .null,
        ])
    }
}

extension Approval {
    var json: JSON {
        .object([
            "id": .string(id), "status": .string(status),
        ])
    }
}

extension SecretChange {
    var json: JSON {
        .object([
            "secret": secret?.json ?? .null, "approval": approval?.json ?? .null,
        ])
    }
}

extension SecretVersion {
    var json: JSON {
        .object([
            "id": .string(id), "secret_id": .string(secretID), "version": .number(Double(version)),
            "type": .string(type.rawValue), "environment": .string(environment),
            "name": .string(name),
            "value": .string(value), "comment": JSON(comment), "created_at": JSON(createdAt),
            "deleted": deleted.map { .bool($0) } ?? .null,
        ])
    }
}

extension SecretHistory {
    var json: JSON {
        .object([
            "versions": .array(versions.map(\.json)), "failures": .array(failures.map(\.json)),
        ])
    }
}

extension Snapshot {
    var json: JSON {
        .object([
            "id": .string(id), "version": JSON(version),
            "created_at": JSON(createdAt), "environment": JSON(environment),
            "folder_id":
                JSON(folderID),
        ])
    }
}

extension SnapshotContents {
    var json: JSON {
        .object([
            "id": .string(id), "created_at": JSON(createdAt),
            "secrets":
                .array(secrets.map(\.json)), "failures": .array(failures.map(\.json)),
            "folders":
                .array(folders.map(JSON.string)),
        ])
    }
}

extension EmergencyKit {
    var json: JSON {
        .object([
            "name": .string(name), "email": .string(email), "backup_key": .string(backupKey),
        ])
    }
}
