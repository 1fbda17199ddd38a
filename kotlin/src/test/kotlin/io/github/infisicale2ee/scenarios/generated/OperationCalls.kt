// Calls of operations by name. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.Account
import io.github.infisicale2ee.ApiKeys
import io.github.infisicale2ee.AuditLogs
import io.github.infisicale2ee.Client
import io.github.infisicale2ee.DynamicSecrets
import io.github.infisicale2ee.Environments
import io.github.infisicale2ee.Folders
import io.github.infisicale2ee.Groups
import io.github.infisicale2ee.Identities
import io.github.infisicale2ee.Kms
import io.github.infisicale2ee.Members
import io.github.infisicale2ee.NestedReferences
import io.github.infisicale2ee.Organizations
import io.github.infisicale2ee.Permission
import io.github.infisicale2ee.Projects
import io.github.infisicale2ee.Roles
import io.github.infisicale2ee.SecretImports
import io.github.infisicale2ee.SecretType
import io.github.infisicale2ee.Secrets
import io.github.infisicale2ee.ServiceAccounts
import io.github.infisicale2ee.ServiceTokens
import io.github.infisicale2ee.Snapshots
import io.github.infisicale2ee.Tags
import io.github.infisicale2ee.Trust
import io.github.infisicale2ee.UnknownReferences

/** Calls the operation of this name, such as `tags.list`. */
suspend fun Client.call(operation: String, args: Arguments): Any? =
    when (operation.substringBefore('.')) {
        "account" -> account.call(operation, args)
        "api_keys" -> apiKeys.call(operation, args)
        "audit_logs" -> auditLogs.call(operation, args)
        "dynamic_secrets" -> dynamicSecrets.call(operation, args)
        "environments" -> environments.call(operation, args)
        "folders" -> folders.call(operation, args)
        "groups" -> groups.call(operation, args)
        "identities" -> identities.call(operation, args)
        "kms" -> kms.call(operation, args)
        "members" -> members.call(operation, args)
        "organizations" -> organizations.call(operation, args)
        "projects" -> projects.call(operation, args)
        "roles" -> roles.call(operation, args)
        "secrets" -> secrets.call(operation, args)
        "secret_imports" -> secretImports.call(operation, args)
        "service_accounts" -> serviceAccounts.call(operation, args)
        "service_tokens" -> serviceTokens.call(operation, args)
        "snapshots" -> snapshots.call(operation, args)
        "tags" -> tags.call(operation, args)
        "trust" -> trust.call(operation, args)
        else -> fail("there is no operation $operation")
    }

private suspend fun Account.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "account.start_sign_up" -> {
            args.allow("email")
            startSignUp(email = args.required("email", TEXT))
        }
        "account.complete_sign_up" -> {
            args.allow(
                "email",
                "code",
                "password",
                "first_name",
                "last_name",
                "organization_name",
                "invited_to",
                "send_password",
            )
            completeSignUp(
                email = args.required("email", TEXT),
                code = args.required("code", TEXT),
                password = args.required("password", TEXT),
                firstName = args.optional("first_name", TEXT),
                lastName = args.optional("last_name", TEXT),
                organizationName = args.optional("organization_name", TEXT),
                invitedTo = args.optional("invited_to", TEXT),
                sendPassword = args.optional("send_password", FLAG, false),
            )
        }
        "account.accept_invitation" -> {
            args.allow("email", "organization", "code")
            acceptInvitation(
                email = args.required("email", TEXT),
                organization = args.required("organization", TEXT),
                code = args.required("code", TEXT),
            )
        }
        "account.log_out" -> {
            args.allow()
            logOut()
        }
        "account.me" -> {
            args.allow()
            me()
        }
        "account.sign_up_administrator" -> {
            args.allow("email", "password", "first_name", "last_name", "send_password")
            signUpAdministrator(
                email = args.required("email", TEXT),
                password = args.required("password", TEXT),
                firstName = args.optional("first_name", TEXT),
                lastName = args.optional("last_name", TEXT),
                sendPassword = args.optional("send_password", FLAG, false),
            )
        }
        "account.set_name" -> {
            args.allow("first_name", "last_name")
            setName(
                firstName = args.required("first_name", TEXT),
                lastName = args.optional("last_name", TEXT),
            )
        }
        "account.sessions" -> {
            args.allow()
            sessions()
        }
        "account.end_sessions" -> {
            args.allow()
            endSessions()
        }
        "account.delete" -> {
            args.allow()
            delete()
        }
        "account.verify_mfa" -> {
            args.allow("code")
            verifyMfa(code = args.required("code", TEXT))
        }
        "account.resend_mfa_code" -> {
            args.allow()
            resendMfaCode()
        }
        "account.set_mfa" -> {
            args.allow("enabled")
            setMfa(enabled = args.required("enabled", FLAG))
        }
        "account.change_password" -> {
            args.allow("new_password", "send_password")
            changePassword(
                newPassword = args.required("new_password", TEXT),
                sendPassword = args.optional("send_password", FLAG, false),
            )
        }
        "account.create_backup_key" -> {
            args.allow("name")
            createBackupKey(name = args.optional("name", TEXT))
        }
        "account.start_recovery" -> {
            args.allow("email")
            startRecovery(email = args.required("email", TEXT))
        }
        "account.complete_recovery" -> {
            args.allow("email", "code", "backup_key", "new_password", "send_password")
            completeRecovery(
                email = args.required("email", TEXT),
                code = args.required("code", TEXT),
                backupKey = args.required("backup_key", TEXT),
                newPassword = args.required("new_password", TEXT),
                sendPassword = args.optional("send_password", FLAG, false),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun ApiKeys.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "api_keys.list" -> {
            args.allow()
            list()
        }
        "api_keys.create" -> {
            args.allow("name", "expires_in")
            create(
                name = args.required("name", TEXT),
                expiresIn = args.required("expires_in", DURATION),
            )
        }
        "api_keys.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun AuditLogs.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "audit_logs.query" -> {
            args.allow(
                "project",
                "events",
                "actor",
                "channel",
                "start",
                "end",
                "metadata",
                "cursor",
                "limit",
            )
            query(
                project = args.optional("project", TEXT),
                events = args.optional("events", TEXTS, emptyList()),
                actor = args.optional("actor", TEXT),
                channel = args.optional("channel", TEXT),
                start = args.optional("start", TEXT),
                end = args.optional("end", TEXT),
                metadata = args.optional("metadata", TEXTS_BY_NAME, emptyMap()),
                cursor = args.optional("cursor", TEXT),
                limit = args.optional("limit", INTEGER),
            )
        }
        "audit_logs.export" -> {
            args.allow("project", "events", "actor", "channel", "start", "end", "metadata")
            export(
                project = args.optional("project", TEXT),
                events = args.optional("events", TEXTS, emptyList()),
                actor = args.optional("actor", TEXT),
                channel = args.optional("channel", TEXT),
                start = args.optional("start", TEXT),
                end = args.optional("end", TEXT),
                metadata = args.optional("metadata", TEXTS_BY_NAME, emptyMap()),
            )
        }
        "audit_logs.changes" -> {
            args.allow("id", "project")
            changes(id = args.required("id", TEXT), project = args.optional("project", TEXT))
        }
        "audit_logs.actors" -> {
            args.allow("project")
            actors(project = args.optional("project", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun DynamicSecrets.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "dynamic_secrets.list" -> {
            args.allow("project", "environment", "path")
            list(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.get" -> {
            args.allow("name", "project", "environment", "path")
            get(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.create_lease" -> {
            args.allow("name", "ttl", "project", "environment", "path")
            createLease(
                name = args.required("name", TEXT),
                ttl = args.optional("ttl", DURATION),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.leases" -> {
            args.allow("name", "project", "environment", "path")
            leases(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.get_lease" -> {
            args.allow("id", "project", "environment", "path")
            getLease(
                id = args.required("id", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.renew_lease" -> {
            args.allow("id", "ttl", "project", "environment", "path")
            renewLease(
                id = args.required("id", TEXT),
                ttl = args.optional("ttl", DURATION),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "dynamic_secrets.revoke_lease" -> {
            args.allow("id", "force", "project", "environment", "path")
            revokeLease(
                id = args.required("id", TEXT),
                force = args.optional("force", FLAG, false),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Environments.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "environments.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "environments.create" -> {
            args.allow("name", "slug", "project")
            create(
                name = args.required("name", TEXT),
                slug = args.required("slug", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "environments.update" -> {
            args.allow("slug", "new_name", "new_slug", "project")
            update(
                slug = args.required("slug", TEXT),
                newName = args.optional("new_name", TEXT),
                newSlug = args.optional("new_slug", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "environments.delete" -> {
            args.allow("slug", "project")
            delete(slug = args.required("slug", TEXT), project = args.optional("project", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Folders.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "folders.list" -> {
            args.allow("project", "environment", "path")
            list(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "folders.create" -> {
            args.allow("name", "description", "project", "environment", "path")
            create(
                name = args.required("name", TEXT),
                description = args.optional("description", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "folders.rename" -> {
            args.allow("name", "new_name", "project", "environment", "path")
            rename(
                name = args.required("name", TEXT),
                newName = args.required("new_name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "folders.set_description" -> {
            args.allow("name", "description", "project", "environment", "path")
            setDescription(
                name = args.required("name", TEXT),
                description = args.required("description", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "folders.delete" -> {
            args.allow("name", "project", "environment", "path")
            delete(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Groups.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "groups.list" -> {
            args.allow("organization")
            list(organization = args.optional("organization", TEXT))
        }
        "groups.get" -> {
            args.allow("id")
            get(id = args.required("id", TEXT))
        }
        "groups.create" -> {
            args.allow("name", "slug", "role", "organization")
            create(
                name = args.required("name", TEXT),
                slug = args.optional("slug", TEXT),
                role = args.optional("role", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "groups.update" -> {
            args.allow("id", "new_name", "new_slug", "role")
            update(
                id = args.required("id", TEXT),
                newName = args.optional("new_name", TEXT),
                newSlug = args.optional("new_slug", TEXT),
                role = args.optional("role", TEXT),
            )
        }
        "groups.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        "groups.members" -> {
            args.allow("id")
            members(id = args.required("id", TEXT))
        }
        "groups.add_member" -> {
            args.allow("id", "username")
            addMember(id = args.required("id", TEXT), username = args.required("username", TEXT))
        }
        "groups.remove_member" -> {
            args.allow("id", "username")
            removeMember(id = args.required("id", TEXT), username = args.required("username", TEXT))
        }
        "groups.list_in_project" -> {
            args.allow("project")
            listInProject(project = args.optional("project", TEXT))
        }
        "groups.add_to_project" -> {
            args.allow("id", "role", "project")
            addToProject(
                id = args.required("id", TEXT),
                role = args.required("role", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "groups.set_role_in_project" -> {
            args.allow("id", "role", "project")
            setRoleInProject(
                id = args.required("id", TEXT),
                role = args.required("role", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "groups.remove_from_project" -> {
            args.allow("id", "project")
            removeFromProject(
                id = args.required("id", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Identities.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "identities.create" -> {
            args.allow("name", "organization", "role")
            create(
                name = args.required("name", TEXT),
                organization = args.optional("organization", TEXT),
                role = args.optional("role", TEXT),
            )
        }
        "identities.list" -> {
            args.allow("organization")
            list(organization = args.optional("organization", TEXT))
        }
        "identities.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        "identities.update" -> {
            args.allow("id", "new_name", "role")
            update(
                id = args.required("id", TEXT),
                newName = args.optional("new_name", TEXT),
                role = args.optional("role", TEXT),
            )
        }
        "identities.projects" -> {
            args.allow("id")
            projects(id = args.required("id", TEXT))
        }
        "identities.attach_universal_auth" -> {
            args.allow(
                "id",
                "access_token_ttl",
                "access_token_max_ttl",
                "access_token_max_uses",
                "client_secret_trusted_ips",
                "access_token_trusted_ips",
            )
            attachUniversalAuth(
                id = args.required("id", TEXT),
                accessTokenTtl = args.optional("access_token_ttl", DURATION),
                accessTokenMaxTtl = args.optional("access_token_max_ttl", DURATION),
                accessTokenMaxUses = args.optional("access_token_max_uses", INTEGER),
                clientSecretTrustedIps = args.optional("client_secret_trusted_ips", TEXTS),
                accessTokenTrustedIps = args.optional("access_token_trusted_ips", TEXTS),
            )
        }
        "identities.universal_auth" -> {
            args.allow("id")
            universalAuth(id = args.required("id", TEXT))
        }
        "identities.update_universal_auth" -> {
            args.allow(
                "id",
                "access_token_ttl",
                "access_token_max_ttl",
                "access_token_max_uses",
                "client_secret_trusted_ips",
                "access_token_trusted_ips",
            )
            updateUniversalAuth(
                id = args.required("id", TEXT),
                accessTokenTtl = args.optional("access_token_ttl", DURATION),
                accessTokenMaxTtl = args.optional("access_token_max_ttl", DURATION),
                accessTokenMaxUses = args.optional("access_token_max_uses", INTEGER),
                clientSecretTrustedIps = args.optional("client_secret_trusted_ips", TEXTS),
                accessTokenTrustedIps = args.optional("access_token_trusted_ips", TEXTS),
            )
        }
        "identities.detach_universal_auth" -> {
            args.allow("id")
            detachUniversalAuth(id = args.required("id", TEXT))
        }
        "identities.create_client_secret" -> {
            args.allow("id", "description", "expires_in", "max_uses")
            createClientSecret(
                id = args.required("id", TEXT),
                description = args.optional("description", TEXT),
                expiresIn = args.optional("expires_in", DURATION),
                maxUses = args.optional("max_uses", INTEGER),
            )
        }
        "identities.list_client_secrets" -> {
            args.allow("id")
            listClientSecrets(id = args.required("id", TEXT))
        }
        "identities.revoke_client_secret" -> {
            args.allow("id", "client_secret_id")
            revokeClientSecret(
                id = args.required("id", TEXT),
                clientSecretId = args.required("client_secret_id", TEXT),
            )
        }
        "identities.attach_token_auth" -> {
            args.allow(
                "id",
                "access_token_ttl",
                "access_token_max_ttl",
                "access_token_max_uses",
                "access_token_trusted_ips",
            )
            attachTokenAuth(
                id = args.required("id", TEXT),
                accessTokenTtl = args.optional("access_token_ttl", DURATION),
                accessTokenMaxTtl = args.optional("access_token_max_ttl", DURATION),
                accessTokenMaxUses = args.optional("access_token_max_uses", INTEGER),
                accessTokenTrustedIps = args.optional("access_token_trusted_ips", TEXTS),
            )
        }
        "identities.token_auth" -> {
            args.allow("id")
            tokenAuth(id = args.required("id", TEXT))
        }
        "identities.update_token_auth" -> {
            args.allow(
                "id",
                "access_token_ttl",
                "access_token_max_ttl",
                "access_token_max_uses",
                "access_token_trusted_ips",
            )
            updateTokenAuth(
                id = args.required("id", TEXT),
                accessTokenTtl = args.optional("access_token_ttl", DURATION),
                accessTokenMaxTtl = args.optional("access_token_max_ttl", DURATION),
                accessTokenMaxUses = args.optional("access_token_max_uses", INTEGER),
                accessTokenTrustedIps = args.optional("access_token_trusted_ips", TEXTS),
            )
        }
        "identities.detach_token_auth" -> {
            args.allow("id")
            detachTokenAuth(id = args.required("id", TEXT))
        }
        "identities.create_access_token" -> {
            args.allow("id", "name")
            createAccessToken(id = args.required("id", TEXT), name = args.optional("name", TEXT))
        }
        "identities.list_access_tokens" -> {
            args.allow("id")
            listAccessTokens(id = args.required("id", TEXT))
        }
        "identities.rename_access_token" -> {
            args.allow("token_id", "new_name")
            renameAccessToken(
                tokenId = args.required("token_id", TEXT),
                newName = args.required("new_name", TEXT),
            )
        }
        "identities.revoke_access_token" -> {
            args.allow("token_id")
            revokeAccessToken(tokenId = args.required("token_id", TEXT))
        }
        "identities.add_to_project" -> {
            args.allow("id", "role", "project")
            addToProject(
                id = args.required("id", TEXT),
                role = args.required("role", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "identities.list_in_project" -> {
            args.allow("project")
            listInProject(project = args.optional("project", TEXT))
        }
        "identities.set_role_in_project" -> {
            args.allow("id", "role", "project")
            setRoleInProject(
                id = args.required("id", TEXT),
                role = args.required("role", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "identities.remove_from_project" -> {
            args.allow("id", "project")
            removeFromProject(
                id = args.required("id", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Kms.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "kms.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "kms.get" -> {
            args.allow("id")
            get(id = args.required("id", TEXT))
        }
        "kms.get_by_name" -> {
            args.allow("name", "project")
            getByName(name = args.required("name", TEXT), project = args.optional("project", TEXT))
        }
        "kms.create" -> {
            args.allow("name", "description", "usage", "algorithm", "project")
            create(
                name = args.required("name", TEXT),
                description = args.optional("description", TEXT),
                usage = args.optional("usage", TEXT),
                algorithm = args.optional("algorithm", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "kms.update" -> {
            args.allow("id", "new_name", "description")
            update(
                id = args.required("id", TEXT),
                newName = args.optional("new_name", TEXT),
                description = args.optional("description", TEXT),
            )
        }
        "kms.set_enabled" -> {
            args.allow("id", "enabled")
            setEnabled(id = args.required("id", TEXT), enabled = args.required("enabled", FLAG))
        }
        "kms.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        "kms.encrypt" -> {
            args.allow("id", "plaintext")
            encrypt(id = args.required("id", TEXT), plaintext = args.required("plaintext", BYTES))
        }
        "kms.decrypt" -> {
            args.allow("id", "ciphertext")
            decrypt(id = args.required("id", TEXT), ciphertext = args.required("ciphertext", BYTES))
        }
        "kms.sign" -> {
            args.allow("id", "data", "algorithm", "digest")
            sign(
                id = args.required("id", TEXT),
                data = args.required("data", BYTES),
                algorithm = args.required("algorithm", TEXT),
                digest = args.optional("digest", FLAG, false),
            )
        }
        "kms.verify" -> {
            args.allow("id", "data", "signature", "algorithm", "digest")
            verify(
                id = args.required("id", TEXT),
                data = args.required("data", BYTES),
                signature = args.required("signature", BYTES),
                algorithm = args.required("algorithm", TEXT),
                digest = args.optional("digest", FLAG, false),
            )
        }
        "kms.public_key" -> {
            args.allow("id")
            publicKey(id = args.required("id", TEXT))
        }
        "kms.signing_algorithms" -> {
            args.allow("id")
            signingAlgorithms(id = args.required("id", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Members.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "members.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "members.invite" -> {
            args.allow("email", "project", "expect_fingerprint")
            invite(
                email = args.required("email", TEXT),
                project = args.optional("project", TEXT),
                expectFingerprint = args.optional("expect_fingerprint", TEXT),
            )
        }
        "members.set_role" -> {
            args.allow("member_id", "role", "project")
            setRole(
                memberId = args.required("member_id", TEXT),
                role = args.required("role", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "members.deny" -> {
            args.allow("member_id", "denied", "project")
            deny(
                memberId = args.required("member_id", TEXT),
                denied = args.required("denied", DENIED_PERMISSIONS),
                project = args.optional("project", TEXT),
            )
        }
        "members.remove" -> {
            args.allow("member_id", "project")
            remove(
                memberId = args.required("member_id", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "members.share_key" -> {
            args.allow("member_id", "project", "expect_fingerprint")
            shareKey(
                memberId = args.required("member_id", TEXT),
                project = args.optional("project", TEXT),
                expectFingerprint = args.optional("expect_fingerprint", TEXT),
            )
        }
        "members.fingerprint" -> {
            args.allow("member_id", "project")
            fingerprint(
                memberId = args.optional("member_id", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Organizations.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "organizations.list" -> {
            args.allow()
            list()
        }
        "organizations.create" -> {
            args.allow("name")
            create(name = args.required("name", TEXT))
        }
        "organizations.rename" -> {
            args.allow("id", "name")
            rename(id = args.required("id", TEXT), name = args.required("name", TEXT))
        }
        "organizations.members" -> {
            args.allow("organization")
            members(organization = args.optional("organization", TEXT))
        }
        "organizations.set_role" -> {
            args.allow("member_id", "role", "organization")
            setRole(
                memberId = args.required("member_id", TEXT),
                role = args.required("role", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "organizations.remove_member" -> {
            args.allow("member_id", "organization")
            removeMember(
                memberId = args.required("member_id", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "organizations.invite" -> {
            args.allow("email", "organization")
            invite(
                email = args.required("email", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "organizations.incident_contacts" -> {
            args.allow("organization")
            incidentContacts(organization = args.optional("organization", TEXT))
        }
        "organizations.add_incident_contact" -> {
            args.allow("email", "organization")
            addIncidentContact(
                email = args.required("email", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "organizations.remove_incident_contact" -> {
            args.allow("email", "organization")
            removeIncidentContact(
                email = args.required("email", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "organizations.projects" -> {
            args.allow("organization")
            projects(organization = args.optional("organization", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Projects.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "projects.create" -> {
            args.allow("name", "product", "organization")
            create(
                name = args.required("name", TEXT),
                product = args.optional("product", TEXT),
                organization = args.optional("organization", TEXT),
            )
        }
        "projects.list" -> {
            args.allow()
            list()
        }
        "projects.get" -> {
            args.allow("id")
            get(id = args.required("id", TEXT))
        }
        "projects.get_by_slug" -> {
            args.allow("slug")
            getBySlug(slug = args.required("slug", TEXT))
        }
        "projects.open_key" -> {
            args.allow("id")
            openKey(id = args.required("id", TEXT))
        }
        "projects.rename" -> {
            args.allow("id", "name")
            rename(id = args.required("id", TEXT), name = args.required("name", TEXT))
        }
        "projects.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        "projects.set_auto_capitalization" -> {
            args.allow("id", "enabled")
            setAutoCapitalization(
                id = args.required("id", TEXT),
                enabled = args.required("enabled", FLAG),
            )
        }
        "projects.set_version_limit" -> {
            args.allow("id", "limit")
            setVersionLimit(id = args.required("id", TEXT), limit = args.required("limit", INTEGER))
        }
        "projects.leave" -> {
            args.allow("id")
            leave(id = args.required("id", TEXT))
        }
        "projects.share_key_with_server" -> {
            args.allow("id")
            shareKeyWithServer(id = args.required("id", TEXT))
        }
        "projects.stop_sharing_key_with_server" -> {
            args.allow("id")
            stopSharingKeyWithServer(id = args.required("id", TEXT))
        }
        "projects.upgrade" -> {
            args.allow("id", "send_private_key")
            upgrade(
                id = args.required("id", TEXT),
                sendPrivateKey = args.optional("send_private_key", FLAG, false),
            )
        }
        "projects.is_key_shared_with_server" -> {
            args.allow("id")
            isKeySharedWithServer(id = args.required("id", TEXT))
        }
        "projects.blind_index_status" -> {
            args.allow("id")
            blindIndexStatus(id = args.required("id", TEXT))
        }
        "projects.enable_blind_indices" -> {
            args.allow("id")
            enableBlindIndices(id = args.required("id", TEXT))
        }
        "projects.rotate_key" -> {
            args.allow("id", "dry_run", "share_with_server", "expect_fingerprints")
            rotateKey(
                id = args.required("id", TEXT),
                dryRun = args.optional("dry_run", FLAG, false),
                shareWithServer = args.optional("share_with_server", FLAG, false),
                expectFingerprints = args.optional("expect_fingerprints", TEXTS),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Roles.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "roles.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "roles.get" -> {
            args.allow("slug", "project")
            get(slug = args.required("slug", TEXT), project = args.optional("project", TEXT))
        }
        "roles.create" -> {
            args.allow("slug", "name", "description", "permissions", "project")
            create(
                slug = args.required("slug", TEXT),
                name = args.required("name", TEXT),
                description = args.optional("description", TEXT),
                permissions = args.optional("permissions", ROLE_PERMISSIONS, emptyList()),
                project = args.optional("project", TEXT),
            )
        }
        "roles.update" -> {
            args.allow("slug", "new_slug", "new_name", "description", "permissions", "project")
            update(
                slug = args.required("slug", TEXT),
                newSlug = args.optional("new_slug", TEXT),
                newName = args.optional("new_name", TEXT),
                description = args.optional("description", TEXT),
                permissions = args.optional("permissions", ROLE_PERMISSIONS),
                project = args.optional("project", TEXT),
            )
        }
        "roles.delete" -> {
            args.allow("slug", "project")
            delete(slug = args.required("slug", TEXT), project = args.optional("project", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Secrets.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "secrets.get" -> {
            args.allow(
                "name",
                "project",
                "environment",
                "path",
                "type",
                "imports",
                "view_value",
                "expand_references",
                "expand_on_server",
                "unknown_references",
                "nested_references",
                "version",
            )
            get(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
                imports = args.optional("imports", FLAG, false),
                viewValue = args.optional("view_value", FLAG),
                expandReferences = args.optional("expand_references", FLAG, false),
                expandOnServer = args.optional("expand_on_server", FLAG, false),
                unknownReferences =
                    args.optional(
                        "unknown_references",
                        UNKNOWN_REFERENCES,
                        UnknownReferences.ERROR,
                    ),
                nestedReferences =
                    args.optional(
                        "nested_references",
                        NESTED_REFERENCES,
                        NestedReferences.OWN_FOLDER,
                    ),
                version = args.optional("version", INTEGER),
            )
        }
        "secrets.list" -> {
            args.allow(
                "project",
                "environment",
                "path",
                "type",
                "overrides",
                "imports",
                "recursive",
                "view_value",
                "expand_references",
                "expand_on_server",
                "unknown_references",
                "nested_references",
                "tags",
                "metadata",
            )
            list(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
                overrides = args.optional("overrides", FLAG, false),
                imports = args.optional("imports", FLAG, false),
                recursive = args.optional("recursive", FLAG, false),
                viewValue = args.optional("view_value", FLAG),
                expandReferences = args.optional("expand_references", FLAG, false),
                expandOnServer = args.optional("expand_on_server", FLAG, false),
                unknownReferences =
                    args.optional(
                        "unknown_references",
                        UNKNOWN_REFERENCES,
                        UnknownReferences.ERROR,
                    ),
                nestedReferences =
                    args.optional(
                        "nested_references",
                        NESTED_REFERENCES,
                        NestedReferences.OWN_FOLDER,
                    ),
                tags = args.optional("tags", TEXTS, emptyList()),
                metadata = args.optional("metadata", TEXTS_BY_NAME, emptyMap()),
            )
        }
        "secrets.list_if_changed" -> {
            args.allow(
                "etag",
                "project",
                "environment",
                "path",
                "type",
                "overrides",
                "imports",
                "recursive",
                "view_value",
                "expand_references",
                "expand_on_server",
                "unknown_references",
                "nested_references",
                "tags",
                "metadata",
            )
            listIfChanged(
                etag = args.required("etag", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
                overrides = args.optional("overrides", FLAG, false),
                imports = args.optional("imports", FLAG, false),
                recursive = args.optional("recursive", FLAG, false),
                viewValue = args.optional("view_value", FLAG),
                expandReferences = args.optional("expand_references", FLAG, false),
                expandOnServer = args.optional("expand_on_server", FLAG, false),
                unknownReferences =
                    args.optional(
                        "unknown_references",
                        UNKNOWN_REFERENCES,
                        UnknownReferences.ERROR,
                    ),
                nestedReferences =
                    args.optional(
                        "nested_references",
                        NESTED_REFERENCES,
                        NestedReferences.OWN_FOLDER,
                    ),
                tags = args.optional("tags", TEXTS, emptyList()),
                metadata = args.optional("metadata", TEXTS_BY_NAME, emptyMap()),
            )
        }
        "secrets.create" -> {
            args.allow(
                "name",
                "value",
                "comment",
                "metadata",
                "encrypted_metadata",
                "reminder_days",
                "reminder_note",
                "skip_multiline_encoding",
                "project",
                "environment",
                "path",
                "type",
            )
            create(
                name = args.required("name", TEXT),
                value = args.required("value", TEXT),
                comment = args.optional("comment", TEXT),
                metadata = args.optional("metadata", TEXTS_BY_NAME),
                encryptedMetadata = args.optional("encrypted_metadata", TEXTS_BY_NAME),
                reminderDays = args.optional("reminder_days", INTEGER),
                reminderNote = args.optional("reminder_note", TEXT),
                skipMultilineEncoding = args.optional("skip_multiline_encoding", FLAG),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.update" -> {
            args.allow(
                "name",
                "value",
                "comment",
                "new_name",
                "metadata",
                "encrypted_metadata",
                "reminder_days",
                "reminder_note",
                "skip_multiline_encoding",
                "project",
                "environment",
                "path",
                "type",
            )
            update(
                name = args.required("name", TEXT),
                value = args.optional("value", TEXT),
                comment = args.optional("comment", TEXT),
                newName = args.optional("new_name", TEXT),
                metadata = args.optional("metadata", TEXTS_BY_NAME),
                encryptedMetadata = args.optional("encrypted_metadata", TEXTS_BY_NAME),
                reminderDays = args.optional("reminder_days", INTEGER),
                reminderNote = args.optional("reminder_note", TEXT),
                skipMultilineEncoding = args.optional("skip_multiline_encoding", FLAG),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.delete" -> {
            args.allow("name", "project", "environment", "path", "type")
            delete(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.versions" -> {
            args.allow("name", "project", "environment", "path", "type")
            versions(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.roll_back" -> {
            args.allow("name", "version", "project", "environment", "path", "type")
            rollBack(
                name = args.required("name", TEXT),
                version = args.required("version", INTEGER),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.set_many" -> {
            args.allow("values", "dry_run", "project", "environment", "path")
            setMany(
                values = args.required("values", NEW_VALUES),
                dryRun = args.optional("dry_run", FLAG, false),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secrets.delete_many" -> {
            args.allow("names", "dry_run", "project", "environment", "path")
            deleteMany(
                names = args.required("names", TEXTS),
                dryRun = args.optional("dry_run", FLAG, false),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secrets.propose_create" -> {
            args.allow("name", "value", "comment", "project", "environment", "path", "type")
            proposeCreate(
                name = args.required("name", TEXT),
                value = args.required("value", TEXT),
                comment = args.optional("comment", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.propose_update" -> {
            args.allow(
                "name",
                "value",
                "comment",
                "new_name",
                "project",
                "environment",
                "path",
                "type",
            )
            proposeUpdate(
                name = args.required("name", TEXT),
                value = args.optional("value", TEXT),
                comment = args.optional("comment", TEXT),
                newName = args.optional("new_name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.propose_delete" -> {
            args.allow("name", "project", "environment", "path", "type")
            proposeDelete(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
                type = args.optional("type", SECRET_TYPE, SecretType.SHARED),
            )
        }
        "secrets.set_tags" -> {
            args.allow("name", "tags", "project", "environment", "path")
            setTags(
                name = args.required("name", TEXT),
                tags = args.required("tags", TEXTS),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secrets.move" -> {
            args.allow(
                "names",
                "to_environment",
                "to_path",
                "overwrite",
                "project",
                "environment",
                "path",
            )
            move(
                names = args.required("names", TEXTS),
                toEnvironment = args.optional("to_environment", TEXT),
                toPath = args.optional("to_path", TEXT),
                overwrite = args.optional("overwrite", FLAG, false),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secrets.duplicate" -> {
            args.allow(
                "names",
                "to_environment",
                "to_path",
                "overwrite",
                "project",
                "environment",
                "path",
            )
            duplicate(
                names = args.required("names", TEXTS),
                toEnvironment = args.optional("to_environment", TEXT),
                toPath = args.optional("to_path", TEXT),
                overwrite = args.optional("overwrite", FLAG, false),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun SecretImports.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "secret_imports.list" -> {
            args.allow("project", "environment", "path")
            list(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secret_imports.create" -> {
            args.allow("from_environment", "from_path", "project", "environment", "path")
            create(
                fromEnvironment = args.required("from_environment", TEXT),
                fromPath = args.required("from_path", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secret_imports.update" -> {
            args.allow(
                "id",
                "from_environment",
                "from_path",
                "position",
                "project",
                "environment",
                "path",
            )
            update(
                id = args.required("id", TEXT),
                fromEnvironment = args.optional("from_environment", TEXT),
                fromPath = args.optional("from_path", TEXT),
                position = args.optional("position", INTEGER),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "secret_imports.delete" -> {
            args.allow("id", "project", "environment", "path")
            delete(
                id = args.required("id", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun ServiceAccounts.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "service_accounts.create" -> {
            args.allow("name", "organization", "expires_in")
            create(
                name = args.required("name", TEXT),
                organization = args.optional("organization", TEXT),
                expiresIn = args.optional("expires_in", DURATION),
            )
        }
        "service_accounts.list" -> {
            args.allow("organization")
            list(organization = args.optional("organization", TEXT))
        }
        "service_accounts.rename" -> {
            args.allow("id", "new_name")
            rename(id = args.required("id", TEXT), newName = args.required("new_name", TEXT))
        }
        "service_accounts.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        "service_accounts.permissions" -> {
            args.allow("id")
            permissions(id = args.required("id", TEXT))
        }
        "service_accounts.grant" -> {
            args.allow("id", "project", "environment", "permissions", "expect_fingerprint")
            grant(
                id = args.required("id", TEXT),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                permissions = args.optional("permissions", PERMISSIONS, setOf(Permission.READ)),
                expectFingerprint = args.optional("expect_fingerprint", TEXT),
            )
        }
        "service_accounts.revoke" -> {
            args.allow("id", "permission_id")
            revoke(
                id = args.required("id", TEXT),
                permissionId = args.required("permission_id", TEXT),
            )
        }
        "service_accounts.keys" -> {
            args.allow("id")
            keys(id = args.required("id", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun ServiceTokens.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "service_tokens.create" -> {
            args.allow("name", "project", "scopes", "permissions", "expires_in")
            create(
                name = args.required("name", TEXT),
                project = args.optional("project", TEXT),
                scopes = args.optional("scopes", SCOPES, emptyList()),
                permissions = args.optional("permissions", PERMISSIONS, setOf(Permission.READ)),
                expiresIn = args.optional("expires_in", DURATION),
            )
        }
        "service_tokens.describe" -> {
            args.allow()
            describe()
        }
        "service_tokens.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "service_tokens.delete" -> {
            args.allow("id")
            delete(id = args.required("id", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Snapshots.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "snapshots.list" -> {
            args.allow("project", "environment", "path")
            list(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "snapshots.count" -> {
            args.allow("project", "environment", "path")
            count(
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "snapshots.get" -> {
            args.allow("id", "project")
            get(id = args.required("id", TEXT), project = args.optional("project", TEXT))
        }
        "snapshots.roll_back" -> {
            args.allow("id", "project")
            rollBack(id = args.required("id", TEXT), project = args.optional("project", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Tags.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "tags.list" -> {
            args.allow("project")
            list(project = args.optional("project", TEXT))
        }
        "tags.create" -> {
            args.allow("name", "slug", "color", "project")
            create(
                name = args.required("name", TEXT),
                slug = args.required("slug", TEXT),
                color = args.optional("color", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "tags.update" -> {
            args.allow("tag", "new_slug", "color", "project")
            update(
                tag = args.required("tag", TEXT),
                newSlug = args.optional("new_slug", TEXT),
                color = args.optional("color", TEXT),
                project = args.optional("project", TEXT),
            )
        }
        "tags.delete" -> {
            args.allow("tag", "project")
            delete(tag = args.required("tag", TEXT), project = args.optional("project", TEXT))
        }
        else -> fail("there is no operation $operation")
    }

private suspend fun Trust.call(operation: String, args: Arguments): Any? =
    when (operation) {
        "trust.forget_secrets" -> {
            args.allow("names", "project", "environment", "path")
            forgetSecrets(
                names = args.optional("names", TEXTS),
                project = args.optional("project", TEXT),
                environment = args.optional("environment", TEXT),
                path = args.optional("path", TEXT),
            )
        }
        "trust.forget_project" -> {
            args.allow("id")
            forgetProject(id = args.required("id", TEXT))
        }
        else -> fail("there is no operation $operation")
    }
