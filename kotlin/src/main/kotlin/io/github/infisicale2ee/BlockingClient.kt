package io.github.infisicale2ee

import java.io.Closeable
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.runBlocking

/**
 * A [Client] whose calls block their thread, for Java and for scripts. [Client.blocking] returns
 * one. Errors and defaults are those of the client. Interrupting the thread cancels the request and
 * throws [OperationCancelledException]. Not for coroutines or a user interface's thread.
 */
public class BlockingClient internal constructor(private val client: Client, timeout: Duration?) :
    Closeable {
    private val timeout = timeout?.toKotlinDuration()

    /** Secrets by name. */
    @get:JvmName("secrets")
    public val secrets: BlockingSecrets = BlockingSecrets(client.secrets, this.timeout)

    /** Projects and their keys. */
    @get:JvmName("projects")
    public val projects: BlockingProjects = BlockingProjects(client.projects, this.timeout)

    /** Organizations the user belongs to. */
    @get:JvmName("organizations")
    public val organizations: BlockingOrganizations =
        BlockingOrganizations(client.organizations, this.timeout)

    /** Sign-up, and the user of the credential. */
    @get:JvmName("account")
    public val account: BlockingAccount = BlockingAccount(client.account, this.timeout)

    /** Environments of a project. */
    @get:JvmName("environments")
    public val environments: BlockingEnvironments =
        BlockingEnvironments(client.environments, this.timeout)

    /** Folders of secrets, on servers since 2024. */
    @get:JvmName("folders")
    public val folders: BlockingFolders = BlockingFolders(client.folders, this.timeout)

    /** Tags of a project. */
    @get:JvmName("tags") public val tags: BlockingTags = BlockingTags(client.tags, this.timeout)

    /** Imports of one folder's secrets into another. */
    @get:JvmName("secretImports")
    public val secretImports: BlockingSecretImports =
        BlockingSecretImports(client.secretImports, this.timeout)

    /** Members of a project. */
    @get:JvmName("members")
    public val members: BlockingMembers = BlockingMembers(client.members, this.timeout)

    /** Roles that a project defines. */
    @get:JvmName("roles")
    public val roles: BlockingRoles = BlockingRoles(client.roles, this.timeout)

    /** Groups of users with common access. */
    @get:JvmName("groups")
    public val groups: BlockingGroups = BlockingGroups(client.groups, this.timeout)

    /** Machine identities, managed by users. */
    @get:JvmName("identities")
    public val identities: BlockingIdentities = BlockingIdentities(client.identities, this.timeout)

    /** Credentials that the server makes for a limited time. Not end-to-end encrypted. */
    @get:JvmName("dynamicSecrets")
    public val dynamicSecrets: BlockingDynamicSecrets =
        BlockingDynamicSecrets(client.dynamicSecrets, this.timeout)

    /** Keys that the server holds, on servers since October 2024. Not end-to-end encryption. */
    @get:JvmName("kms") public val kms: BlockingKms = BlockingKms(client.kms, this.timeout)

    /** API keys of the user. */
    @get:JvmName("apiKeys")
    public val apiKeys: BlockingApiKeys = BlockingApiKeys(client.apiKeys, this.timeout)

    /** The audit log of projects. */
    @get:JvmName("auditLogs")
    public val auditLogs: BlockingAuditLogs = BlockingAuditLogs(client.auditLogs, this.timeout)

    /** Service accounts, on May 2023 servers. */
    @get:JvmName("serviceAccounts")
    public val serviceAccounts: BlockingServiceAccounts =
        BlockingServiceAccounts(client.serviceAccounts, this.timeout)

    /** Snapshots of secrets, and rollback. */
    @get:JvmName("snapshots")
    public val snapshots: BlockingSnapshots = BlockingSnapshots(client.snapshots, this.timeout)

    /** Service tokens, which give a program access to one project. */
    @get:JvmName("serviceTokens")
    public val serviceTokens: BlockingServiceTokens =
        BlockingServiceTokens(client.serviceTokens, this.timeout)

    /** The trust store of this client: what it has seen, to accept what contradicts it. */
    @get:JvmName("trust")
    public val trust: BlockingTrust = BlockingTrust(client.trust, this.timeout)

    /** See [Client.capabilities]. */
    public fun capabilities(): Capabilities = blocking {
        client.capabilities(this@BlockingClient.timeout)
    }

    /** The same client, with [timeout] as the maximum duration of each call. */
    public fun withTimeout(timeout: Duration): BlockingClient =
        BlockingClient(client, required("timeout", timeout))

    /** Closes the client. See [Client.close]. */
    override fun close(): Unit = client.close()
}

/** Checks that the arguments are not `null` ([required]), then runs the call and blocks. */
internal fun <T> blocking(
    vararg needed: Pair<String, Any?>,
    call: suspend CoroutineScope.() -> T,
): T {
    for ((name, argument) in needed) required(name, argument)
    return try {
        runBlocking(block = call)
    } catch (_: InterruptedException) {
        Thread.currentThread().interrupt()
        throw OperationCancelledException(
            "the thread was interrupted. If the call was a write, it may have been applied"
        )
    }
}
