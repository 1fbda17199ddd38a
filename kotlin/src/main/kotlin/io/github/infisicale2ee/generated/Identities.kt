// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeTokenAuthSettings
import io.github.infisicale2ee.internal.NativeUniversalAuthSettings
import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Machine identities, on servers of 2024 and later.
 *
 * A program becomes one with `clientId` and `clientSecret` after four steps: [Identities.create],
 * [Identities.attachUniversalAuth], [Identities.createClientSecret], [Identities.addToProject].
 *
 * To replace a client secret, create another one, give it to the program, and then revoke the old
 * one with [Identities.revokeClientSecret].
 *
 * On servers since autumn 2024 a user can create the identity's access tokens instead, which a
 * program uses as `identityToken`: [Identities.attachTokenAuth], [Identities.createAccessToken].
 * The routes that only these servers have are known from public source alone.
 *
 * Every method fails with [UnsupportedByServerException] on May 2023 servers. It fails with
 * [PermissionDeniedException] for an API key, for the credential of a program, or if the user's
 * role does not allow it; nobody can give a role with more permissions than their own. A malformed
 * id fails with [InvalidInputException].
 *
 * Protocol: `/api/v1/identities`, `/api/v1/auth/universal-auth` and `/api/v1/auth/token-auth`, in
 * organizations `/api/v2/organizations/{id}/identity-memberships`, in projects
 * `/api/v2/workspace/{id}/identity-memberships`.
 */
public class Identities internal constructor(private val connection: Connection) {
    /**
     * Creates a machine identity in an organization. On its own it can do nothing.
     *
     * @param name the identity's name, for people.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param role role of the identity in the organization: `admin`, `member` or `no-access`;
     *   `no-access` by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank, if the role is blank or unknown, or if
     *   neither the call nor the client names an organization and the user does not belong to
     *   exactly one.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException on servers since autumn 2024 for an organization that the
     *   client does not act in.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Identity {
        checkText("name" to name, "organization" to organization, "role" to role)
        return connection.call(timeout) { Identity(createIdentity(name, organization, role, it)) }
    }

    /**
     * Lists every machine identity of an organization.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException on servers since autumn 2024 for an organization that the
     *   client does not act in.
     */
    public suspend fun list(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<Identity> {
        checkText("organization" to organization)
        return connection.call(timeout) { listIdentities(organization, it).map(::Identity) }
    }

    /**
     * Deletes a machine identity. Its client secrets and access tokens stop working.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteIdentity(id, it) }
    }

    /**
     * Changes the name of a machine identity, its role in its organization, or both. What is not
     * given stays as it is.
     *
     * @param id the identity's id.
     * @param newName new name of the identity; unchanged by default.
     * @param role new role of the identity in the organization: `admin`, `member` or `no-access`;
     *   unchanged by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if no change is given, if the new name is blank, or if the role
     *   is blank or unknown.
     */
    public suspend fun update(
        id: String,
        newName: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Identity {
        checkText("id" to id, "newName" to newName, "role" to role)
        return connection.call(timeout) { Identity(updateIdentity(id, newName, role, it)) }
    }

    /**
     * Lists the projects that a machine identity is in, with its roles there.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun projects(id: String, timeout: Duration? = null): List<IdentityProject> {
        checkText("id" to id)
        return connection.call(timeout) { listIdentityProjects(id, it).map(::IdentityProject) }
    }

    /**
     * Attaches universal auth to a machine identity and returns its client id. The identity can
     * then log in with a client secret, see [Identities.createClientSecret].
     *
     * By default its access tokens last 30 days, are valid for any number of requests, and are
     * accepted from everywhere.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   by default 30 days when attached, unchanged when updated.
     * @param accessTokenMaxTtl how long an access token lasts however often it is renewed, in whole
     *   seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
     *   update, give `accessTokenTtl` too.
     * @param accessTokenMaxUses number of requests that an access token is valid for, 1 or more; by
     *   default any number when attached, unchanged when updated, where 0 allows any number.
     * @param clientSecretTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8`
     *   from which client secrets are accepted; by default any address when attached, unchanged
     *   when updated, where the list replaces the earlier one. An empty list is rejected. Some
     *   servers need a plan for it.
     * @param accessTokenTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
     *   which access tokens are accepted; by default any address when attached, unchanged when
     *   updated, where the list replaces the earlier one. An empty list is rejected. Some servers
     *   need a plan for it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if a time is shorter than one second or longer than the server
     *   accepts, if `accessTokenTtl` is longer than `accessTokenMaxTtl`, if `accessTokenMaxUses` is
     *   below one, if a list of addresses is empty or contains an invalid address, or if the
     *   identity has universal auth already.
     * @throws UnsupportedByServerException if addresses are given and the server's license does not
     *   include them.
     */
    public suspend fun attachUniversalAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        clientSecretTrustedIps: List<String>? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): String {
        checkText("id" to id)
        checkTexts("clientSecretTrustedIps", clientSecretTrustedIps)
        checkTexts("accessTokenTrustedIps", accessTokenTrustedIps)
        val settings =
            NativeUniversalAuthSettings(
                accessTokenTtl?.inSeconds(),
                accessTokenMaxTtl?.inSeconds(),
                accessTokenMaxUses,
                clientSecretTrustedIps,
                accessTokenTrustedIps,
            )
        return connection.call(timeout) { attachUniversalAuth(id, settings, it) }
    }

    /**
     * Returns how a machine identity logs in by universal auth.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no universal auth.
     */
    public suspend fun universalAuth(id: String, timeout: Duration? = null): UniversalAuth {
        checkText("id" to id)
        return connection.call(timeout) { UniversalAuth(getUniversalAuth(id, it)) }
    }

    /**
     * Changes how a machine identity logs in by universal auth. What is not given stays as it is.
     *
     * Access tokens that were issued before keep their times and their number of uses, and follow
     * the new addresses.
     *
     * To shorten `accessTokenMaxTtl`, give `accessTokenTtl` too: servers compare the new maximum
     * with the `accessTokenTtl` of the same call, and without one with the old maximum.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   by default 30 days when attached, unchanged when updated.
     * @param accessTokenMaxTtl how long an access token lasts however often it is renewed, in whole
     *   seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
     *   update, give `accessTokenTtl` too.
     * @param accessTokenMaxUses number of requests that an access token is valid for, 1 or more; by
     *   default any number when attached, unchanged when updated, where 0 allows any number.
     * @param clientSecretTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8`
     *   from which client secrets are accepted; by default any address when attached, unchanged
     *   when updated, where the list replaces the earlier one. An empty list is rejected. Some
     *   servers need a plan for it.
     * @param accessTokenTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
     *   which access tokens are accepted; by default any address when attached, unchanged when
     *   updated, where the list replaces the earlier one. An empty list is rejected. Some servers
     *   need a plan for it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no universal auth.
     * @throws InvalidInputException if no change is given, if a time is shorter than one second or
     *   longer than the server accepts, if `accessTokenTtl` is longer than `accessTokenMaxTtl`, if
     *   `accessTokenMaxTtl` becomes shorter without `accessTokenTtl`, if `accessTokenMaxUses` is
     *   below zero, or if a list of addresses is empty or contains an invalid address.
     * @throws UnsupportedByServerException if addresses are given and the server's license does not
     *   include them.
     */
    public suspend fun updateUniversalAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        clientSecretTrustedIps: List<String>? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): UniversalAuth {
        checkText("id" to id)
        checkTexts("clientSecretTrustedIps", clientSecretTrustedIps)
        checkTexts("accessTokenTrustedIps", accessTokenTrustedIps)
        val settings =
            NativeUniversalAuthSettings(
                accessTokenTtl?.inSeconds(),
                accessTokenMaxTtl?.inSeconds(),
                accessTokenMaxUses,
                clientSecretTrustedIps,
                accessTokenTrustedIps,
            )
        return connection.call(timeout) { UniversalAuth(updateUniversalAuth(id, settings, it)) }
    }

    /**
     * Detaches universal auth from a machine identity. Its client secrets and the access tokens
     * that were issued for them stop working.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no universal auth.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun detachUniversalAuth(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { detachUniversalAuth(id, it) }
    }

    /**
     * Creates a client secret of a machine identity. Its text is returned here once and never
     * again.
     *
     * By default it does not expire and allows any number of logins. To replace a client secret,
     * create another one, give it to the program, and then revoke the old one with
     * [Identities.revokeClientSecret].
     *
     * @param id the identity's id.
     * @param description purpose of the client secret, for people; empty by default.
     * @param expiresIn how long programs can log in with the client secret, in whole seconds; for
     *   ever by default.
     * @param maxUses number of times that programs can log in with the client secret, 1 or more;
     *   any number by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no universal auth.
     * @throws InvalidInputException if `expiresIn` is shorter than one second or longer than the
     *   server accepts, or if `maxUses` is below one.
     */
    public suspend fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: Duration? = null,
        maxUses: Long? = null,
        timeout: Duration? = null,
    ): CreatedClientSecret {
        checkText("id" to id, "description" to description)
        return connection.call(timeout) {
            CreatedClientSecret(
                createClientSecret(id, description, expiresIn?.inSeconds(), maxUses, it)
            )
        }
    }

    /**
     * Lists the client secrets of a machine identity that are not revoked.
     *
     * The text of a client secret is not shown.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no universal auth.
     */
    public suspend fun listClientSecrets(
        id: String,
        timeout: Duration? = null,
    ): List<ClientSecretInfo> {
        checkText("id" to id)
        return connection.call(timeout) { listClientSecrets(id, it).map(::ClientSecretInfo) }
    }

    /**
     * Revokes a client secret. It cannot be used to log in afterwards.
     *
     * Access tokens that were issued for it last until they expire.
     *
     * @param id the identity's id.
     * @param clientSecretId the client secret's id, as in [ClientSecretInfo.id].
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, if it has no universal auth, or
     *   if it never had such a client secret.
     */
    public suspend fun revokeClientSecret(
        id: String,
        clientSecretId: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "clientSecretId" to clientSecretId)
        connection.call(timeout) { revokeClientSecret(id, clientSecretId, it) }
    }

    /**
     * Attaches token auth to a machine identity. Users can then create access tokens for it with
     * [Identities.createAccessToken].
     *
     * By default the access tokens last 30 days, are valid for any number of requests, and are
     * accepted from everywhere.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   by default 30 days when attached, unchanged when updated.
     * @param accessTokenMaxTtl how long an access token lasts however often it is renewed, in whole
     *   seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
     *   update, give `accessTokenTtl` too.
     * @param accessTokenMaxUses number of requests that an access token is valid for, 1 or more; by
     *   default any number when attached, unchanged when updated, where 0 allows any number.
     * @param accessTokenTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
     *   which access tokens are accepted; by default any address when attached, unchanged when
     *   updated, where the list replaces the earlier one. An empty list is rejected. Some servers
     *   need a plan for it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if a time is shorter than one second or longer than the server
     *   accepts, if `accessTokenTtl` is longer than `accessTokenMaxTtl`, if `accessTokenMaxUses` is
     *   below one, if the list of addresses is empty or contains an invalid address, or if the
     *   identity has token auth already.
     * @throws UnsupportedByServerException on servers before autumn 2024, or if addresses are given
     *   and the server's license does not include them.
     */
    public suspend fun attachTokenAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): TokenAuth {
        checkText("id" to id)
        checkTexts("accessTokenTrustedIps", accessTokenTrustedIps)
        val settings =
            NativeTokenAuthSettings(
                accessTokenTtl?.inSeconds(),
                accessTokenMaxTtl?.inSeconds(),
                accessTokenMaxUses,
                accessTokenTrustedIps,
            )
        return connection.call(timeout) { TokenAuth(attachTokenAuth(id, settings, it)) }
    }

    /**
     * Returns the settings of the access tokens that users create for a machine identity.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no token auth.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun tokenAuth(id: String, timeout: Duration? = null): TokenAuth {
        checkText("id" to id)
        return connection.call(timeout) { TokenAuth(getTokenAuth(id, it)) }
    }

    /**
     * Changes the settings of the access tokens that users create for a machine identity. What is
     * not given stays as it is.
     *
     * Access tokens that were created before keep their times and their number of uses, and follow
     * the new addresses.
     *
     * To shorten `accessTokenMaxTtl`, give `accessTokenTtl` too: servers compare the new maximum
     * with the `accessTokenTtl` of the same call, and without one with the old maximum.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   by default 30 days when attached, unchanged when updated.
     * @param accessTokenMaxTtl how long an access token lasts however often it is renewed, in whole
     *   seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
     *   update, give `accessTokenTtl` too.
     * @param accessTokenMaxUses number of requests that an access token is valid for, 1 or more; by
     *   default any number when attached, unchanged when updated, where 0 allows any number.
     * @param accessTokenTrustedIps addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
     *   which access tokens are accepted; by default any address when attached, unchanged when
     *   updated, where the list replaces the earlier one. An empty list is rejected. Some servers
     *   need a plan for it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no token auth.
     * @throws InvalidInputException if no change is given, if a time is shorter than one second or
     *   longer than the server accepts, if `accessTokenTtl` is longer than `accessTokenMaxTtl`, if
     *   `accessTokenMaxTtl` becomes shorter without `accessTokenTtl`, if `accessTokenMaxUses` is
     *   below zero, or if the list of addresses is empty or contains an invalid address.
     * @throws UnsupportedByServerException on servers before autumn 2024, or if addresses are given
     *   and the server's license does not include them.
     */
    public suspend fun updateTokenAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): TokenAuth {
        checkText("id" to id)
        checkTexts("accessTokenTrustedIps", accessTokenTrustedIps)
        val settings =
            NativeTokenAuthSettings(
                accessTokenTtl?.inSeconds(),
                accessTokenMaxTtl?.inSeconds(),
                accessTokenMaxUses,
                accessTokenTrustedIps,
            )
        return connection.call(timeout) { TokenAuth(updateTokenAuth(id, settings, it)) }
    }

    /**
     * Detaches token auth from a machine identity. The access tokens that users created for it stop
     * working.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no token auth.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun detachTokenAuth(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { detachTokenAuth(id, it) }
    }

    /**
     * Creates an access token for a machine identity. Its text is returned here once and never
     * again.
     *
     * A program becomes the identity with it, as `identityToken`. The identity needs token auth
     * first, see [Identities.attachTokenAuth].
     *
     * @param id the identity's id.
     * @param name purpose of the token, for people; empty by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no token auth.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun createAccessToken(
        id: String,
        name: String? = null,
        timeout: Duration? = null,
    ): CreatedAccessToken {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { CreatedAccessToken(createAccessToken(id, name, it)) }
    }

    /**
     * Lists the access tokens that users created for a machine identity.
     *
     * The text of a token is not shown. Revoked tokens are included. Servers show the 200 that were
     * created, used or changed last.
     *
     * @param id the identity's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no identity of that id, or if it has no token auth.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun listAccessTokens(
        id: String,
        timeout: Duration? = null,
    ): List<AccessTokenInfo> {
        checkText("id" to id)
        return connection.call(timeout) { listAccessTokens(id, it).map(::AccessTokenInfo) }
    }

    /**
     * Gives an access token another name.
     *
     * @param tokenId the token's id, as in [AccessTokenInfo.id].
     * @param newName what the token is for, for people.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such token.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun renameAccessToken(
        tokenId: String,
        newName: String,
        timeout: Duration? = null,
    ) {
        checkText("tokenId" to tokenId, "newName" to newName)
        connection.call(timeout) { renameAccessToken(tokenId, newName, it) }
    }

    /**
     * Revokes an access token. Servers reject programs that use it from then on.
     *
     * @param tokenId the token's id, as in [AccessTokenInfo.id].
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such token, or if it was revoked before.
     * @throws UnsupportedByServerException on servers before autumn 2024.
     */
    public suspend fun revokeAccessToken(tokenId: String, timeout: Duration? = null) {
        checkText("tokenId" to tokenId)
        connection.call(timeout) { revokeAccessToken(tokenId, it) }
    }

    /**
     * Adds a machine identity to a project, with a role there.
     *
     * @param id the identity's id.
     * @param role the identity's role in the project: `admin`, `member`, `viewer`, `no-access` or
     *   the slug of a role that the project defines, see [Roles.list].
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such identity or project, or if the user is not a
     *   member of the project.
     * @throws ConflictException if the identity is in the project already.
     * @throws InvalidInputException if the role is blank or unknown, or if neither the call nor the
     *   client names a project.
     */
    public suspend fun addToProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { addIdentityToProject(id, role, project, it) }
    }

    /**
     * Lists the machine identities in a project, with their roles there.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member of it.
     * @throws InvalidInputException if neither the call nor the client names a project.
     */
    public suspend fun listInProject(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ProjectIdentity> {
        checkText("project" to project)
        return connection.call(timeout) {
            listProjectIdentities(project, it).map(::ProjectIdentity)
        }
    }

    /**
     * Gives a machine identity one role in a project. It replaces all roles that it has there.
     *
     * @param id the identity's id, not the membership's.
     * @param role the identity's new role in the project: `admin`, `member`, `viewer`, `no-access`
     *   or the slug of a role that the project defines, see [Roles.list].
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if the identity is not in it.
     * @throws InvalidInputException if the role is blank or unknown, or if neither the call nor the
     *   client names a project.
     */
    public suspend fun setRoleInProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { setIdentityRole(id, role, project, it) }
    }

    /**
     * Removes a machine identity from a project. It stays in the organization and in other
     * projects.
     *
     * It may still know what it has read: change the values that it knew.
     *
     * @param id the identity's id, not the membership's.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if the identity is not in it.
     * @throws InvalidInputException if neither the call nor the client names a project.
     */
    public suspend fun removeFromProject(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { removeIdentityFromProject(id, project, it) }
    }
}

/** [Identities] with calls that block. */
public class BlockingIdentities
internal constructor(private val identities: Identities, private val timeout: Duration?) {
    /** See [Identities.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null, role: String? = null): Identity =
        blocking("name" to name) { identities.create(name, organization, role, timeout) }

    /** See [Identities.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<Identity> = blocking {
        identities.list(organization, timeout)
    }

    /** See [Identities.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { identities.delete(id, timeout) }

    /** See [Identities.update]. */
    @JvmOverloads
    public fun update(id: String, newName: String? = null, role: String? = null): Identity =
        blocking("id" to id) { identities.update(id, newName, role, timeout) }

    /** See [Identities.projects]. */
    public fun projects(id: String): List<IdentityProject> =
        blocking("id" to id) { identities.projects(id, timeout) }

    /** See [Identities.attachUniversalAuth]. */
    @JvmOverloads
    public fun attachUniversalAuth(
        id: String,
        settings: UniversalAuthSettings = UniversalAuthSettings(),
    ): String =
        blocking("id" to id, "settings" to settings) {
            identities.attachUniversalAuth(
                id,
                settings.accessTokenTtl,
                settings.accessTokenMaxTtl,
                settings.accessTokenMaxUses,
                settings.clientSecretTrustedIps,
                settings.accessTokenTrustedIps,
                timeout,
            )
        }

    /** See [Identities.universalAuth]. */
    public fun universalAuth(id: String): UniversalAuth =
        blocking("id" to id) { identities.universalAuth(id, timeout) }

    /** See [Identities.updateUniversalAuth]. */
    @JvmOverloads
    public fun updateUniversalAuth(
        id: String,
        settings: UniversalAuthSettings = UniversalAuthSettings(),
    ): UniversalAuth =
        blocking("id" to id, "settings" to settings) {
            identities.updateUniversalAuth(
                id,
                settings.accessTokenTtl,
                settings.accessTokenMaxTtl,
                settings.accessTokenMaxUses,
                settings.clientSecretTrustedIps,
                settings.accessTokenTrustedIps,
                timeout,
            )
        }

    /** See [Identities.detachUniversalAuth]. */
    public fun detachUniversalAuth(id: String): Unit =
        blocking("id" to id) { identities.detachUniversalAuth(id, timeout) }

    /** See [Identities.createClientSecret]. */
    @JvmOverloads
    public fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: JavaDuration? = null,
        maxUses: Long? = null,
    ): CreatedClientSecret =
        blocking("id" to id) {
            identities.createClientSecret(
                id,
                description,
                expiresIn?.toKotlinDuration(),
                maxUses,
                timeout,
            )
        }

    /** See [Identities.listClientSecrets]. */
    public fun listClientSecrets(id: String): List<ClientSecretInfo> =
        blocking("id" to id) { identities.listClientSecrets(id, timeout) }

    /** See [Identities.revokeClientSecret]. */
    public fun revokeClientSecret(id: String, clientSecretId: String): Unit =
        blocking("id" to id, "clientSecretId" to clientSecretId) {
            identities.revokeClientSecret(id, clientSecretId, timeout)
        }

    /** See [Identities.attachTokenAuth]. */
    @JvmOverloads
    public fun attachTokenAuth(
        id: String,
        settings: TokenAuthSettings = TokenAuthSettings(),
    ): TokenAuth =
        blocking("id" to id, "settings" to settings) {
            identities.attachTokenAuth(
                id,
                settings.accessTokenTtl,
                settings.accessTokenMaxTtl,
                settings.accessTokenMaxUses,
                settings.accessTokenTrustedIps,
                timeout,
            )
        }

    /** See [Identities.tokenAuth]. */
    public fun tokenAuth(id: String): TokenAuth =
        blocking("id" to id) { identities.tokenAuth(id, timeout) }

    /** See [Identities.updateTokenAuth]. */
    @JvmOverloads
    public fun updateTokenAuth(
        id: String,
        settings: TokenAuthSettings = TokenAuthSettings(),
    ): TokenAuth =
        blocking("id" to id, "settings" to settings) {
            identities.updateTokenAuth(
                id,
                settings.accessTokenTtl,
                settings.accessTokenMaxTtl,
                settings.accessTokenMaxUses,
                settings.accessTokenTrustedIps,
                timeout,
            )
        }

    /** See [Identities.detachTokenAuth]. */
    public fun detachTokenAuth(id: String): Unit =
        blocking("id" to id) { identities.detachTokenAuth(id, timeout) }

    /** See [Identities.createAccessToken]. */
    @JvmOverloads
    public fun createAccessToken(id: String, name: String? = null): CreatedAccessToken =
        blocking("id" to id) { identities.createAccessToken(id, name, timeout) }

    /** See [Identities.listAccessTokens]. */
    public fun listAccessTokens(id: String): List<AccessTokenInfo> =
        blocking("id" to id) { identities.listAccessTokens(id, timeout) }

    /** See [Identities.renameAccessToken]. */
    public fun renameAccessToken(tokenId: String, newName: String): Unit =
        blocking("tokenId" to tokenId, "newName" to newName) {
            identities.renameAccessToken(tokenId, newName, timeout)
        }

    /** See [Identities.revokeAccessToken]. */
    public fun revokeAccessToken(tokenId: String): Unit =
        blocking("tokenId" to tokenId) { identities.revokeAccessToken(tokenId, timeout) }

    /** See [Identities.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) { identities.addToProject(id, role, project, timeout) }

    /** See [Identities.listInProject]. */
    @JvmOverloads
    public fun listInProject(project: String? = null): List<ProjectIdentity> = blocking {
        identities.listInProject(project, timeout)
    }

    /** See [Identities.setRoleInProject]. */
    @JvmOverloads
    public fun setRoleInProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) {
            identities.setRoleInProject(id, role, project, timeout)
        }

    /** See [Identities.removeFromProject]. */
    @JvmOverloads
    public fun removeFromProject(id: String, project: String? = null): Unit =
        blocking("id" to id) { identities.removeFromProject(id, project, timeout) }
}
