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
            "organization_id": JSON(organizationID), "environments": .array(environments.map(\.json)),
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
