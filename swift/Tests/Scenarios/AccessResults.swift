import InfisicalE2EE

// Results on who has access, people and programs, as scenarios write them.

extension Member {
    var json: JSON {
        .object([
            "id": .string(id), "user_id": .string(userID), "email": .string(email),
            "first_name": .string(firstName), "last_name": .string(lastName),
            "roles": .array(roles.map(JSON.string)), "public_key": JSON(publicKey),
            "public_key_fingerprint": JSON(publicKeyFingerprint),
            "denied_permissions": .array(deniedPermissions.map(\.json)),
        ])
    }
}

extension DeniedPermission {
    var json: JSON {
        .object([
            "environment": .string(environment), "permission": .string(permission.rawValue),
        ])
    }
}

extension RemovedMember {
    var json: JSON {
        .object(["id": .string(id), "warning": .string(warning)])
    }
}

extension OrganizationMember {
    var json: JSON {
        .object([
            "id": .string(id), "user_id": JSON(userID), "email": .string(email),
            "first_name": .string(firstName), "last_name": .string(lastName),
            "role": .string(role), "status": .string(status), "public_key": JSON(publicKey),
            "public_key_fingerprint": JSON(publicKeyFingerprint),
        ])
    }
}

extension Invitation {
    var json: JSON {
        .object([
            "email": .string(email), "organization_id": .string(organizationID), "link": JSON(link),
            "code": JSON(code),
        ])
    }
}

extension IncidentContact {
    var json: JSON {
        .object(["id": .string(id), "email": .string(email)])
    }
}

extension RolePermission {
    var json: JSON {
        get throws {
            .object([
                "subject": .string(subject), "actions": .array(actions.map(JSON.string)),
                "conditions": try conditions.map(JSON.init(parsing:)) ?? .null,
                "inverted": .bool(inverted),
            ])
        }
    }
}

extension Role {
    var json: JSON {
        get throws {
            .object([
                "id": .string(id), "slug": .string(slug), "name": .string(name),
                "description": .string(description),
                "permissions": .array(try permissions.map { try $0.json }),
            ])
        }
    }
}

extension Organization.Group {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "slug": .string(slug), "role": .string(role),
            "organization_id": .string(organizationID),
        ])
    }
}

extension GroupMember {
    var json: JSON {
        .object([
            "id": .string(id), "username": .string(username), "email": JSON(email),
            "first_name": .string(firstName), "last_name": .string(lastName),
        ])
    }
}

extension ProjectGroup {
    var json: JSON {
        .object([
            "id": .string(id), "group_id": .string(groupID), "name": .string(name),
            "slug": .string(slug), "roles": .array(roles.map(JSON.string)),
        ])
    }
}

extension Identity {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "role": .string(role),
        ])
    }
}

extension ProjectIdentity {
    var json: JSON {
        .object([
            "id": .string(id), "identity_id": .string(identityID), "name": .string(name),
            "roles": .array(roles.map(JSON.string)),
        ])
    }
}

extension IdentityProject {
    var json: JSON {
        .object([
            "project_id": .string(projectID), "project_name": JSON(projectName),
            "roles": .array(roles.map(JSON.string)),
        ])
    }
}

extension UniversalAuth {
    var json: JSON {
        .object([
            "client_id": .string(clientID), "access_token_ttl": JSON(accessTokenTTL),
            "access_token_max_ttl": JSON(accessTokenMaxTTL),
            "access_token_max_uses": JSON(accessTokenMaxUses),
            "client_secret_trusted_ips": .array(clientSecretTrustedIPs.map(JSON.string)),
            "access_token_trusted_ips": .array(accessTokenTrustedIPs.map(JSON.string)),
        ])
    }
}

extension ClientSecretInfo {
    var json: JSON {
        .object([
            "id": .string(id), "description": .string(description), "prefix": .string(prefix),
            "created_at": JSON(createdAt), "expires_at": JSON(expiresAt), "uses": JSON(uses),
            "max_uses": JSON(maxUses),
        ])
    }
}

extension CreatedClientSecret {
    var json: JSON {
        .object(["client_secret": .string(clientSecret), "info": info.json])
    }
}

extension TokenAuth {
    var json: JSON {
        .object([
            "access_token_ttl": JSON(accessTokenTTL),
            "access_token_max_ttl": JSON(accessTokenMaxTTL),
            "access_token_max_uses": JSON(accessTokenMaxUses),
            "access_token_trusted_ips": .array(accessTokenTrustedIPs.map(JSON.string)),
        ])
    }
}

extension AccessTokenInfo {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "created_at": JSON(createdAt),
            "last_used": JSON(lastUsed), "uses": JSON(uses), "is_revoked": .bool(isRevoked),
        ])
    }
}

extension CreatedAccessToken {
    var json: JSON {
        .object(["access_token": .string(accessToken), "expires_in": JSON(expiresIn)])
    }
}

extension ServiceAccount {
    var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "organization_id": .string(organizationID),
            "public_key_fingerprint": JSON(publicKeyFingerprint), "expires_at": JSON(expiresAt),
        ])
    }
}

extension ServiceAccountPermission {
    var json: JSON {
        .object([
            "id": .string(id), "project_id": .string(projectID),
            "environment":
                .string(environment),
            "permissions": .array(permissions.map { .string($0.rawValue) }),
        ])
    }
}

extension ServiceAccountKey {
    var json: JSON {
        .object([
            "id": .string(id), "project_id": .string(projectID), "created_at": JSON(createdAt),
        ])
    }
}

extension CreatedServiceAccount {
    var json: JSON {
        .object([
            "info": info.json, "access_key": .string(accessKey), "public_key": .string(publicKey),
            "private_key": .string(privateKey), "granted_by": .string(grantedBy),
        ])
    }
}
