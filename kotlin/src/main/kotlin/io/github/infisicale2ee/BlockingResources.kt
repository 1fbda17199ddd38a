package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [Organizations] with calls that block. */
public class BlockingOrganizations
internal constructor(private val organizations: Organizations, private val timeout: Duration?) {
    /** See [Organizations.list]. */
    public fun list(): List<Organization> = blocking { organizations.list(timeout) }
}

/** [Projects] with calls that block. */
public class BlockingProjects
internal constructor(private val projects: Projects, private val timeout: Duration?) {
    /** See [Projects.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null): Project = blocking {
        projects.create(name, organization, timeout)
    }

    /** See [Projects.list]. */
    public fun list(): List<Project> = blocking { projects.list(timeout) }

    /** See [Projects.get]. */
    public fun get(id: String): Project = blocking { projects.get(id, timeout) }

    /** See [Projects.openKey]. */
    public fun openKey(id: String): OpenedKey = blocking { projects.openKey(id, timeout) }
}

/** [Account] with calls that block. */
public class BlockingAccount
internal constructor(private val account: Account, private val timeout: Duration?) {
    /** See [Account.startSignUp]. */
    public fun startSignUp(email: String): Unit = blocking { account.startSignUp(email, timeout) }

    /** See [Account.completeSignUp]. */
    @JvmOverloads
    public fun completeSignUp(
        email: String,
        code: String,
        password: String,
        sendPassword: Boolean = false,
        firstName: String? = null,
        lastName: String? = null,
        organizationName: String? = null,
    ): NewAccount = blocking {
        account.completeSignUp(
            email,
            code,
            password,
            firstName,
            lastName,
            organizationName,
            sendPassword,
            timeout,
        )
    }

    /** See [Account.me]. */
    public fun me(): User = blocking { account.me(timeout) }
}

/** [ServiceTokens] with calls that block. */
public class BlockingServiceTokens
internal constructor(private val tokens: ServiceTokens, private val timeout: Duration?) {
    /** See [ServiceTokens.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        project: String? = null,
        scopes: List<ServiceTokenScope> = emptyList(),
        permissions: Set<Permission> = setOf(Permission.READ),
        expiresIn: JavaDuration? = null,
    ): CreatedServiceToken = blocking {
        tokens.create(name, project, scopes, permissions, expiresIn?.toKotlinDuration(), timeout)
    }

    /** See [ServiceTokens.describe]. */
    public fun describe(): ServiceTokenInfo = blocking { tokens.describe(timeout) }

    /** See [ServiceTokens.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<ServiceTokenInfo> = blocking {
        tokens.list(project, timeout)
    }

    /** See [ServiceTokens.delete]. */
    public fun delete(id: String): Unit = blocking { tokens.delete(id, timeout) }
}
