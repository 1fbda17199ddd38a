// Calls of operations by name. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
import InfisicalE2EE

extension Client {
    /// Calls the operation of this name, such as `tags.list`.
    func call(_ operation: String, _ args: Arguments) async throws -> any ResultValue {
        let parts = operation.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts.last ?? ""
        switch parts.first {
        case "account": return try await account.call(name, args)
        case "api_keys": return try await apiKeys.call(name, args)
        case "audit_logs": return try await auditLogs.call(name, args)
        case "dynamic_secrets": return try await dynamicSecrets.call(name, args)
        case "environments": return try await environments.call(name, args)
        case "folders": return try await folders.call(name, args)
        case "groups": return try await groups.call(name, args)
        case "identities": return try await identities.call(name, args)
        case "kms": return try await kms.call(name, args)
        case "members": return try await members.call(name, args)
        case "organizations": return try await organizations.call(name, args)
        case "projects": return try await projects.call(name, args)
        case "roles": return try await roles.call(name, args)
        case "secrets": return try await secrets.call(name, args)
        case "secret_imports": return try await secretImports.call(name, args)
        case "service_accounts": return try await serviceAccounts.call(name, args)
        case "service_tokens": return try await serviceTokens.call(name, args)
        case "snapshots": return try await snapshots.call(name, args)
        case "tags": return try await tags.call(name, args)
        case "trust": return try await trust.call(name, args)
        default: throw Wrong("there is no operation \(operation)")
        }
    }
}

extension Account {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "start_sign_up":
            try args.allow("email")
            try await startSignUp(email: args.required("email"))
            return JSON.null
        case "complete_sign_up":
            try args.allow(
                "email", "code", "password", "first_name", "last_name", "organization_name",
                "invited_to", "send_password")
            return try await completeSignUp(
                email: args.required("email"), code: args.required("code"),
                password: args.required("password"), firstName: args.optional("first_name"),
                lastName: args.optional("last_name"),
                organizationName: args.optional("organization_name"),
                invitedTo: args.optional("invited_to"),
                sendPassword: args.optional("send_password", or: false))
        case "accept_invitation":
            try args.allow("email", "organization", "code")
            try await acceptInvitation(
                args.required("email"), to: args.required("organization"),
                code: args.required("code"))
            return JSON.null
        case "log_out":
            try args.allow()
            try await logOut()
            return JSON.null
        case "me":
            try args.allow()
            return try await me()
        case "sign_up_administrator":
            try args.allow("email", "password", "first_name", "last_name", "send_password")
            return try await signUpAdministrator(
                email: args.required("email"), password: args.required("password"),
                firstName: args.optional("first_name"), lastName: args.optional("last_name"),
                sendPassword: args.optional("send_password", or: false))
        case "set_name":
            try args.allow("first_name", "last_name")
            return try await setName(
                firstName: args.required("first_name"), lastName: args.optional("last_name"))
        case "sessions":
            try args.allow()
            return try await sessions()
        case "end_sessions":
            try args.allow()
            try await endSessions()
            return JSON.null
        case "delete":
            try args.allow()
            try await delete()
            return JSON.null
        case "verify_mfa":
            try args.allow("code")
            try await verifyMFA(args.required("code"))
            return JSON.null
        case "resend_mfa_code":
            try args.allow()
            try await resendMFACode()
            return JSON.null
        case "set_mfa":
            try args.allow("enabled")
            try await setMFA(to: args.required("enabled"))
            return JSON.null
        case "change_password":
            try args.allow("new_password", "send_password")
            try await changePassword(
                to: args.required("new_password"),
                sendPassword: args.optional("send_password", or: false))
            return JSON.null
        case "create_backup_key":
            try args.allow("name")
            return try await createBackupKey(name: args.optional("name"))
        case "start_recovery":
            try args.allow("email")
            try await startRecovery(args.required("email"))
            return JSON.null
        case "complete_recovery":
            try args.allow("email", "code", "backup_key", "new_password", "send_password")
            try await completeRecovery(
                email: args.required("email"), code: args.required("code"),
                backupKey: args.required("backup_key"), newPassword: args.required("new_password"),
                sendPassword: args.optional("send_password", or: false))
            return JSON.null
        default: throw Wrong("there is no operation account.\(name)")
        }
    }
}

extension ApiKeys {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow()
            return try await list()
        case "create":
            try args.allow("name", "expires_in")
            return try await create(args.required("name"), lasting: args.required("expires_in"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        default: throw Wrong("there is no operation api_keys.\(name)")
        }
    }
}

extension AuditLogs {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "query":
            try args.allow(
                "project", "events", "actor", "channel", "start", "end", "metadata", "cursor",
                "limit")
            return try await query(
                project: args.optional("project"), events: args.optional("events", or: []),
                actor: args.optional("actor"), channel: args.optional("channel"),
                start: args.optional("start") as String?, end: args.optional("end") as String?,
                metadata: args.optional("metadata", or: [:]), cursor: args.optional("cursor"),
                limit: args.optional("limit"))
        case "export":
            try args.allow("project", "events", "actor", "channel", "start", "end", "metadata")
            return try await export(
                project: args.optional("project"), events: args.optional("events", or: []),
                actor: args.optional("actor"), channel: args.optional("channel"),
                start: args.optional("start") as String?, end: args.optional("end") as String?,
                metadata: args.optional("metadata", or: [:]))
        case "changes":
            try args.allow("id", "project")
            return try await changes(args.required("id"), project: args.optional("project"))
        case "actors":
            try args.allow("project")
            return try await actors(project: args.optional("project"))
        default: throw Wrong("there is no operation audit_logs.\(name)")
        }
    }
}

extension DynamicSecrets {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project", "environment", "path")
            return try await list(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "get":
            try args.allow("name", "project", "environment", "path")
            return try await get(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "create_lease":
            try args.allow("name", "ttl", "project", "environment", "path")
            return try await createLease(
                args.required("name"), ttl: args.optional("ttl"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "leases":
            try args.allow("name", "project", "environment", "path")
            return try await leases(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "get_lease":
            try args.allow("id", "project", "environment", "path")
            return try await getLease(
                args.required("id"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "renew_lease":
            try args.allow("id", "ttl", "project", "environment", "path")
            return try await renewLease(
                args.required("id"), ttl: args.optional("ttl"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "revoke_lease":
            try args.allow("id", "force", "project", "environment", "path")
            try await revokeLease(
                args.required("id"), force: args.optional("force", or: false),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
            return JSON.null
        default: throw Wrong("there is no operation dynamic_secrets.\(name)")
        }
    }
}

extension Environments {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "create":
            try args.allow("name", "slug", "project")
            return try await create(
                args.required("name"), slug: args.required("slug"),
                project: args.optional("project"))
        case "update":
            try args.allow("slug", "new_name", "new_slug", "project")
            return try await update(
                args.required("slug"), newName: args.optional("new_name"),
                newSlug: args.optional("new_slug"), project: args.optional("project"))
        case "delete":
            try args.allow("slug", "project")
            try await delete(args.required("slug"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation environments.\(name)")
        }
    }
}

extension Folders {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project", "environment", "path")
            return try await list(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "create":
            try args.allow("name", "description", "project", "environment", "path")
            return try await create(
                args.required("name"), description: args.optional("description"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "rename":
            try args.allow("name", "new_name", "project", "environment", "path")
            return try await rename(
                args.required("name"), to: args.required("new_name"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "set_description":
            try args.allow("name", "description", "project", "environment", "path")
            return try await setDescription(
                args.required("name"), description: args.required("description"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "delete":
            try args.allow("name", "project", "environment", "path")
            try await delete(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
            return JSON.null
        default: throw Wrong("there is no operation folders.\(name)")
        }
    }
}

extension Groups {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("organization")
            return try await list(organization: args.optional("organization"))
        case "get":
            try args.allow("id")
            return try await get(args.required("id"))
        case "create":
            try args.allow("name", "slug", "role", "organization")
            return try await create(
                args.required("name"), slug: args.optional("slug"), role: args.optional("role"),
                organization: args.optional("organization"))
        case "update":
            try args.allow("id", "new_name", "new_slug", "role")
            return try await update(
                args.required("id"), newName: args.optional("new_name"),
                newSlug: args.optional("new_slug"), role: args.optional("role"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        case "members":
            try args.allow("id")
            return try await members(args.required("id"))
        case "add_member":
            try args.allow("id", "username")
            return try await addMember(args.required("id"), username: args.required("username"))
        case "remove_member":
            try args.allow("id", "username")
            try await removeMember(args.required("id"), username: args.required("username"))
            return JSON.null
        case "list_in_project":
            try args.allow("project")
            return try await listInProject(project: args.optional("project"))
        case "add_to_project":
            try args.allow("id", "role", "project")
            try await addToProject(
                args.required("id"), as: args.required("role"), project: args.optional("project"))
            return JSON.null
        case "set_role_in_project":
            try args.allow("id", "role", "project")
            try await setRoleInProject(
                args.required("id"), to: args.required("role"), project: args.optional("project"))
            return JSON.null
        case "remove_from_project":
            try args.allow("id", "project")
            try await removeFromProject(args.required("id"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation groups.\(name)")
        }
    }
}

extension Identities {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "create":
            try args.allow("name", "organization", "role")
            return try await create(
                args.required("name"), organization: args.optional("organization"),
                role: args.optional("role"))
        case "list":
            try args.allow("organization")
            return try await list(organization: args.optional("organization"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        case "update":
            try args.allow("id", "new_name", "role")
            return try await update(
                args.required("id"), newName: args.optional("new_name"),
                role: args.optional("role"))
        case "projects":
            try args.allow("id")
            return try await projects(args.required("id"))
        case "attach_universal_auth":
            try args.allow(
                "id", "access_token_ttl", "access_token_max_ttl", "access_token_max_uses",
                "client_secret_trusted_ips", "access_token_trusted_ips")
            return try await attachUniversalAuth(
                args.required("id"), accessTokenTTL: args.optional("access_token_ttl"),
                accessTokenMaxTTL: args.optional("access_token_max_ttl"),
                accessTokenMaxUses: args.optional("access_token_max_uses"),
                clientSecretTrustedIPs: args.optional("client_secret_trusted_ips"),
                accessTokenTrustedIPs: args.optional("access_token_trusted_ips"))
        case "universal_auth":
            try args.allow("id")
            return try await universalAuth(args.required("id"))
        case "update_universal_auth":
            try args.allow(
                "id", "access_token_ttl", "access_token_max_ttl", "access_token_max_uses",
                "client_secret_trusted_ips", "access_token_trusted_ips")
            return try await updateUniversalAuth(
                args.required("id"), accessTokenTTL: args.optional("access_token_ttl"),
                accessTokenMaxTTL: args.optional("access_token_max_ttl"),
                accessTokenMaxUses: args.optional("access_token_max_uses"),
                clientSecretTrustedIPs: args.optional("client_secret_trusted_ips"),
                accessTokenTrustedIPs: args.optional("access_token_trusted_ips"))
        case "detach_universal_auth":
            try args.allow("id")
            try await detachUniversalAuth(args.required("id"))
            return JSON.null
        case "create_client_secret":
            try args.allow("id", "description", "expires_in", "max_uses")
            return try await createClientSecret(
                args.required("id"), description: args.optional("description"),
                expiresIn: args.optional("expires_in"), maxUses: args.optional("max_uses"))
        case "list_client_secrets":
            try args.allow("id")
            return try await listClientSecrets(args.required("id"))
        case "revoke_client_secret":
            try args.allow("id", "client_secret_id")
            try await revokeClientSecret(
                args.required("id"), clientSecretID: args.required("client_secret_id"))
            return JSON.null
        case "attach_token_auth":
            try args.allow(
                "id", "access_token_ttl", "access_token_max_ttl", "access_token_max_uses",
                "access_token_trusted_ips")
            return try await attachTokenAuth(
                args.required("id"), accessTokenTTL: args.optional("access_token_ttl"),
                accessTokenMaxTTL: args.optional("access_token_max_ttl"),
                accessTokenMaxUses: args.optional("access_token_max_uses"),
                accessTokenTrustedIPs: args.optional("access_token_trusted_ips"))
        case "token_auth":
            try args.allow("id")
            return try await tokenAuth(args.required("id"))
        case "update_token_auth":
            try args.allow(
                "id", "access_token_ttl", "access_token_max_ttl", "access_token_max_uses",
                "access_token_trusted_ips")
            return try await updateTokenAuth(
                args.required("id"), accessTokenTTL: args.optional("access_token_ttl"),
                accessTokenMaxTTL: args.optional("access_token_max_ttl"),
                accessTokenMaxUses: args.optional("access_token_max_uses"),
                accessTokenTrustedIPs: args.optional("access_token_trusted_ips"))
        case "detach_token_auth":
            try args.allow("id")
            try await detachTokenAuth(args.required("id"))
            return JSON.null
        case "create_access_token":
            try args.allow("id", "name")
            return try await createAccessToken(args.required("id"), name: args.optional("name"))
        case "list_access_tokens":
            try args.allow("id")
            return try await listAccessTokens(args.required("id"))
        case "rename_access_token":
            try args.allow("token_id", "new_name")
            try await renameAccessToken(args.required("token_id"), to: args.required("new_name"))
            return JSON.null
        case "revoke_access_token":
            try args.allow("token_id")
            try await revokeAccessToken(args.required("token_id"))
            return JSON.null
        case "add_to_project":
            try args.allow("id", "role", "project")
            try await addToProject(
                args.required("id"), as: args.required("role"), project: args.optional("project"))
            return JSON.null
        case "list_in_project":
            try args.allow("project")
            return try await listInProject(project: args.optional("project"))
        case "set_role_in_project":
            try args.allow("id", "role", "project")
            try await setRoleInProject(
                args.required("id"), to: args.required("role"), project: args.optional("project"))
            return JSON.null
        case "remove_from_project":
            try args.allow("id", "project")
            try await removeFromProject(args.required("id"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation identities.\(name)")
        }
    }
}

extension Kms {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "get":
            try args.allow("id")
            return try await get(args.required("id"))
        case "get_by_name":
            try args.allow("name", "project")
            return try await getByName(args.required("name"), project: args.optional("project"))
        case "create":
            try args.allow("name", "description", "usage", "algorithm", "project")
            return try await create(
                args.required("name"), description: args.optional("description"),
                usage: args.optional("usage"), algorithm: args.optional("algorithm"),
                project: args.optional("project"))
        case "update":
            try args.allow("id", "new_name", "description")
            return try await update(
                args.required("id"), newName: args.optional("new_name"),
                description: args.optional("description"))
        case "set_enabled":
            try args.allow("id", "enabled")
            return try await setEnabled(args.required("id"), enabled: args.required("enabled"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        case "encrypt":
            try args.allow("id", "plaintext")
            return try await encrypt(args.required("id"), plaintext: args.required("plaintext"))
        case "decrypt":
            try args.allow("id", "ciphertext")
            return try await decrypt(args.required("id"), ciphertext: args.required("ciphertext"))
        case "sign":
            try args.allow("id", "data", "algorithm", "digest")
            return try await sign(
                args.required("id"), data: args.required("data"),
                algorithm: args.required("algorithm"), digest: args.optional("digest", or: false))
        case "verify":
            try args.allow("id", "data", "signature", "algorithm", "digest")
            return try await verify(
                args.required("id"), data: args.required("data"),
                signature: args.required("signature"), algorithm: args.required("algorithm"),
                digest: args.optional("digest", or: false))
        case "public_key":
            try args.allow("id")
            return try await publicKey(args.required("id"))
        case "signing_algorithms":
            try args.allow("id")
            return try await signingAlgorithms(args.required("id"))
        default: throw Wrong("there is no operation kms.\(name)")
        }
    }
}

extension Members {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "invite":
            try args.allow("email", "project", "expect_fingerprint")
            return try await invite(
                args.required("email"), project: args.optional("project"),
                expectFingerprint: args.optional("expect_fingerprint"))
        case "set_role":
            try args.allow("member_id", "role", "project")
            return try await setRole(
                args.required("member_id"), role: args.required("role"),
                project: args.optional("project"))
        case "deny":
            try args.allow("denied", "member_id", "project")
            return try await deny(
                args.required("denied"), to: args.required("member_id"),
                project: args.optional("project"))
        case "remove":
            try args.allow("member_id", "project")
            return try await remove(args.required("member_id"), project: args.optional("project"))
        case "share_key":
            try args.allow("member_id", "project", "expect_fingerprint")
            return try await shareKey(
                args.required("member_id"), project: args.optional("project"),
                expectFingerprint: args.optional("expect_fingerprint"))
        case "fingerprint":
            try args.allow("member_id", "project")
            return try await fingerprint(
                memberID: args.optional("member_id"), project: args.optional("project"))
        default: throw Wrong("there is no operation members.\(name)")
        }
    }
}

extension Organizations {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow()
            return try await list()
        case "create":
            try args.allow("name")
            return try await create(args.required("name"))
        case "rename":
            try args.allow("id", "name")
            return try await rename(args.required("id"), to: args.required("name"))
        case "members":
            try args.allow("organization")
            return try await members(organization: args.optional("organization"))
        case "set_role":
            try args.allow("member_id", "role", "organization")
            return try await setRole(
                args.required("member_id"), role: args.required("role"),
                organization: args.optional("organization"))
        case "remove_member":
            try args.allow("member_id", "organization")
            return try await removeMember(
                args.required("member_id"), organization: args.optional("organization"))
        case "invite":
            try args.allow("email", "organization")
            return try await invite(
                args.required("email"), organization: args.optional("organization"))
        case "incident_contacts":
            try args.allow("organization")
            return try await incidentContacts(organization: args.optional("organization"))
        case "add_incident_contact":
            try args.allow("email", "organization")
            return try await addIncidentContact(
                args.required("email"), organization: args.optional("organization"))
        case "remove_incident_contact":
            try args.allow("email", "organization")
            try await removeIncidentContact(
                args.required("email"), organization: args.optional("organization"))
            return JSON.null
        case "projects":
            try args.allow("organization")
            return try await projects(organization: args.optional("organization"))
        default: throw Wrong("there is no operation organizations.\(name)")
        }
    }
}

extension Projects {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "create":
            try args.allow("name", "product", "organization")
            return try await create(
                args.required("name"), product: args.optional("product"),
                organization: args.optional("organization"))
        case "list":
            try args.allow()
            return try await list()
        case "get":
            try args.allow("id")
            return try await get(args.required("id"))
        case "get_by_slug":
            try args.allow("slug")
            return try await getBySlug(args.required("slug"))
        case "open_key":
            try args.allow("id")
            return try await openKey(args.required("id"))
        case "rename":
            try args.allow("id", "name")
            return try await rename(args.required("id"), to: args.required("name"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        case "set_auto_capitalization":
            try args.allow("id", "enabled")
            return try await setAutoCapitalization(
                args.required("id"), enabled: args.required("enabled"))
        case "set_version_limit":
            try args.allow("id", "limit")
            return try await setVersionLimit(args.required("id"), to: args.required("limit"))
        case "leave":
            try args.allow("id")
            try await leave(args.required("id"))
            return JSON.null
        case "share_key_with_server":
            try args.allow("id")
            try await shareKeyWithServer(args.required("id"))
            return JSON.null
        case "stop_sharing_key_with_server":
            try args.allow("id")
            try await stopSharingKeyWithServer(args.required("id"))
            return JSON.null
        case "upgrade":
            try args.allow("id", "send_private_key")
            try await upgrade(
                args.required("id"), sendPrivateKey: args.optional("send_private_key", or: false))
            return JSON.null
        case "is_key_shared_with_server":
            try args.allow("id")
            return try await isKeySharedWithServer(args.required("id"))
        case "blind_index_status":
            try args.allow("id")
            return try await blindIndexStatus(args.required("id"))
        case "enable_blind_indices":
            try args.allow("id")
            return try await enableBlindIndices(args.required("id"))
        case "rotate_key":
            try args.allow("id", "dry_run", "share_with_server", "expect_fingerprints")
            return try await rotateKey(
                args.required("id"), dryRun: args.optional("dry_run", or: false),
                shareWithServer: args.optional("share_with_server", or: false),
                expectFingerprints: args.optional("expect_fingerprints"))
        default: throw Wrong("there is no operation projects.\(name)")
        }
    }
}

extension Roles {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "get":
            try args.allow("slug", "project")
            return try await get(args.required("slug"), project: args.optional("project"))
        case "create":
            try args.allow("slug", "name", "description", "permissions", "project")
            return try await create(
                args.required("slug"), name: args.required("name"),
                description: args.optional("description"),
                permissions: args.optional("permissions", or: []),
                project: args.optional("project"))
        case "update":
            try args.allow("slug", "new_slug", "new_name", "description", "permissions", "project")
            return try await update(
                args.required("slug"), newSlug: args.optional("new_slug"),
                newName: args.optional("new_name"), description: args.optional("description"),
                permissions: args.optional("permissions"), project: args.optional("project"))
        case "delete":
            try args.allow("slug", "project")
            try await delete(args.required("slug"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation roles.\(name)")
        }
    }
}

extension Secrets {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "get":
            try args.allow(
                "name", "project", "environment", "path", "type", "imports", "view_value",
                "expand_references", "expand_on_server", "unknown_references", "nested_references",
                "version")
            return try await get(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared),
                imports: args.optional("imports", or: false),
                viewValue: args.optional("view_value"),
                expandReferences: args.optional("expand_references", or: false),
                expandOnServer: args.optional("expand_on_server", or: false),
                unknownReferences: args.optional("unknown_references", or: .error),
                nestedReferences: args.optional("nested_references", or: .ownFolder),
                version: args.optional("version"))
        case "list":
            try args.allow(
                "project", "environment", "path", "type", "overrides", "imports", "recursive",
                "view_value", "expand_references", "expand_on_server", "unknown_references",
                "nested_references", "tags", "metadata")
            return try await list(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"), type: args.optional("type", or: .shared),
                overrides: args.optional("overrides", or: false),
                imports: args.optional("imports", or: false),
                recursive: args.optional("recursive", or: false),
                viewValue: args.optional("view_value"),
                expandReferences: args.optional("expand_references", or: false),
                expandOnServer: args.optional("expand_on_server", or: false),
                unknownReferences: args.optional("unknown_references", or: .error),
                nestedReferences: args.optional("nested_references", or: .ownFolder),
                tags: args.optional("tags", or: []), metadata: args.optional("metadata", or: [:]))
        case "list_if_changed":
            try args.allow(
                "etag", "project", "environment", "path", "type", "overrides", "imports",
                "recursive", "view_value", "expand_references", "expand_on_server",
                "unknown_references", "nested_references", "tags", "metadata")
            return try await listIfChanged(
                args.required("etag"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared),
                overrides: args.optional("overrides", or: false),
                imports: args.optional("imports", or: false),
                recursive: args.optional("recursive", or: false),
                viewValue: args.optional("view_value"),
                expandReferences: args.optional("expand_references", or: false),
                expandOnServer: args.optional("expand_on_server", or: false),
                unknownReferences: args.optional("unknown_references", or: .error),
                nestedReferences: args.optional("nested_references", or: .ownFolder),
                tags: args.optional("tags", or: []), metadata: args.optional("metadata", or: [:]))
        case "create":
            try args.allow(
                "name", "value", "comment", "metadata", "encrypted_metadata", "reminder_days",
                "reminder_note", "skip_multiline_encoding", "project", "environment", "path",
                "type")
            return try await create(
                args.required("name"), value: args.required("value"),
                comment: args.optional("comment"), metadata: args.optional("metadata"),
                encryptedMetadata: args.optional("encrypted_metadata"),
                reminderDays: args.optional("reminder_days"),
                reminderNote: args.optional("reminder_note"),
                skipMultilineEncoding: args.optional("skip_multiline_encoding"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"), type: args.optional("type", or: .shared))
        case "update":
            try args.allow(
                "name", "value", "comment", "new_name", "metadata", "encrypted_metadata",
                "reminder_days", "reminder_note", "skip_multiline_encoding", "project",
                "environment", "path", "type")
            return try await update(
                args.required("name"), value: args.optional("value"),
                comment: args.optional("comment"), newName: args.optional("new_name"),
                metadata: args.optional("metadata"),
                encryptedMetadata: args.optional("encrypted_metadata"),
                reminderDays: args.optional("reminder_days"),
                reminderNote: args.optional("reminder_note"),
                skipMultilineEncoding: args.optional("skip_multiline_encoding"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"), type: args.optional("type", or: .shared))
        case "delete":
            try args.allow("name", "project", "environment", "path", "type")
            try await delete(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared))
            return JSON.null
        case "versions":
            try args.allow("name", "project", "environment", "path", "type")
            return try await versions(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared))
        case "roll_back":
            try args.allow("name", "version", "project", "environment", "path", "type")
            return try await rollBack(
                args.required("name"), to: args.required("version"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"), type: args.optional("type", or: .shared))
        case "set_many":
            try args.allow("values", "dry_run", "project", "environment", "path")
            return try await setMany(
                args.required("values") as [NewValue], dryRun: args.optional("dry_run", or: false),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "delete_many":
            try args.allow("names", "dry_run", "project", "environment", "path")
            return try await deleteMany(
                args.required("names"), dryRun: args.optional("dry_run", or: false),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "propose_create":
            try args.allow("name", "value", "comment", "project", "environment", "path", "type")
            return try await proposeCreate(
                args.required("name"), value: args.required("value"),
                comment: args.optional("comment"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared))
        case "propose_update":
            try args.allow(
                "name", "value", "comment", "new_name", "project", "environment", "path", "type")
            return try await proposeUpdate(
                args.required("name"), value: args.optional("value"),
                comment: args.optional("comment"), newName: args.optional("new_name"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"), type: args.optional("type", or: .shared))
        case "propose_delete":
            try args.allow("name", "project", "environment", "path", "type")
            return try await proposeDelete(
                args.required("name"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"),
                type: args.optional("type", or: .shared))
        case "set_tags":
            try args.allow("name", "tags", "project", "environment", "path")
            return try await setTags(
                args.required("name"), tags: args.required("tags"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "move":
            try args.allow(
                "names", "to_environment", "to_path", "overwrite", "project", "environment", "path")
            return try await move(
                args.required("names"), toEnvironment: args.optional("to_environment"),
                toPath: args.optional("to_path"), overwrite: args.optional("overwrite", or: false),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "duplicate":
            try args.allow(
                "names", "to_environment", "to_path", "overwrite", "project", "environment", "path")
            return try await duplicate(
                args.required("names"), toEnvironment: args.optional("to_environment"),
                toPath: args.optional("to_path"), overwrite: args.optional("overwrite", or: false),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        default: throw Wrong("there is no operation secrets.\(name)")
        }
    }
}

extension SecretImports {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project", "environment", "path")
            return try await list(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "create":
            try args.allow("from_environment", "from_path", "project", "environment", "path")
            return try await create(
                fromEnvironment: args.required("from_environment"),
                fromPath: args.required("from_path"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "update":
            try args.allow(
                "id", "from_environment", "from_path", "position", "project", "environment", "path")
            return try await update(
                args.required("id"), fromEnvironment: args.optional("from_environment"),
                fromPath: args.optional("from_path"), position: args.optional("position"),
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "delete":
            try args.allow("id", "project", "environment", "path")
            try await delete(
                args.required("id"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
            return JSON.null
        default: throw Wrong("there is no operation secret_imports.\(name)")
        }
    }
}

extension ServiceAccounts {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "create":
            try args.allow("name", "organization", "expires_in")
            return try await create(
                args.required("name"), organization: args.optional("organization"),
                expiresIn: args.optional("expires_in"))
        case "list":
            try args.allow("organization")
            return try await list(organization: args.optional("organization"))
        case "rename":
            try args.allow("id", "new_name")
            return try await rename(args.required("id"), to: args.required("new_name"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        case "permissions":
            try args.allow("id")
            return try await permissions(args.required("id"))
        case "grant":
            try args.allow("id", "project", "environment", "permissions", "expect_fingerprint")
            return try await grant(
                args.required("id"), project: args.optional("project"),
                environment: args.optional("environment"),
                permissions: args.optional("permissions", or: [.read]),
                expectFingerprint: args.optional("expect_fingerprint"))
        case "revoke":
            try args.allow("id", "permission_id")
            try await revoke(args.required("id"), permission: args.required("permission_id"))
            return JSON.null
        case "keys":
            try args.allow("id")
            return try await keys(args.required("id"))
        default: throw Wrong("there is no operation service_accounts.\(name)")
        }
    }
}

extension ServiceTokens {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "create":
            try args.allow("name", "project", "scopes", "permissions", "expires_in")
            return try await create(
                args.required("name"), project: args.optional("project"),
                scopes: args.optional("scopes", or: []),
                permissions: args.optional("permissions", or: [.read]),
                expiresIn: args.optional("expires_in"))
        case "describe":
            try args.allow()
            return try await describe()
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "delete":
            try args.allow("id")
            try await delete(args.required("id"))
            return JSON.null
        default: throw Wrong("there is no operation service_tokens.\(name)")
        }
    }
}

extension Snapshots {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project", "environment", "path")
            return try await list(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "count":
            try args.allow("project", "environment", "path")
            return try await count(
                project: args.optional("project"), environment: args.optional("environment"),
                path: args.optional("path"))
        case "get":
            try args.allow("id", "project")
            return try await get(args.required("id"), project: args.optional("project"))
        case "roll_back":
            try args.allow("id", "project")
            try await rollBack(args.required("id"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation snapshots.\(name)")
        }
    }
}

extension Tags {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "list":
            try args.allow("project")
            return try await list(project: args.optional("project"))
        case "create":
            try args.allow("name", "slug", "color", "project")
            return try await create(
                args.required("name"), slug: args.required("slug"), color: args.optional("color"),
                project: args.optional("project"))
        case "update":
            try args.allow("tag", "new_slug", "color", "project")
            return try await update(
                args.required("tag"), newSlug: args.optional("new_slug"),
                color: args.optional("color"), project: args.optional("project"))
        case "delete":
            try args.allow("tag", "project")
            try await delete(args.required("tag"), project: args.optional("project"))
            return JSON.null
        default: throw Wrong("there is no operation tags.\(name)")
        }
    }
}

extension Trust {
    fileprivate func call(_ name: String, _ args: Arguments) async throws -> any ResultValue {
        switch name {
        case "forget_secrets":
            try args.allow("names", "project", "environment", "path")
            return try await forgetSecrets(
                names: args.optional("names"), project: args.optional("project"),
                environment: args.optional("environment"), path: args.optional("path"))
        case "forget_project":
            try args.allow("id")
            try await forgetProject(args.required("id"))
            return JSON.null
        default: throw Wrong("there is no operation trust.\(name)")
        }
    }
}
