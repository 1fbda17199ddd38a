package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [Organizations] with calls that block. */
public class BlockingOrganizations
internal constructor(private val organizations: Organizations, private val timeout: Duration?) {
    /** See [Organizations.list]. */
    public fun list(): List<Organization> = blocking { organizations.list(timeout) }

    /** See [Organizations.create]. */
    public fun create(name: String): Organization = blocking { organizations.create(name, timeout) }

    /** See [Organizations.rename]. */
    public fun rename(id: String, name: String): Organization = blocking {
        organizations.rename(id, name, timeout)
    }

    /** See [Organizations.members]. */
    @JvmOverloads
    public fun members(organization: String? = null): List<OrganizationMember> = blocking {
        organizations.members(organization, timeout)
    }

    /** See [Organizations.setRole]. */
    @JvmOverloads
    public fun setRole(
        memberId: String,
        role: String,
        organization: String? = null,
    ): OrganizationMember = blocking {
        organizations.setRole(memberId, role, organization, timeout)
    }

    /** See [Organizations.removeMember]. */
    @JvmOverloads
    public fun removeMember(memberId: String, organization: String? = null): Unit = blocking {
        organizations.removeMember(memberId, organization, timeout)
    }

    /** See [Organizations.invite]. */
    @JvmOverloads
    public fun invite(email: String, organization: String? = null): Invitation = blocking {
        organizations.invite(email, organization, timeout)
    }

    /** See [Organizations.projects]. */
    @JvmOverloads
    public fun projects(organization: String? = null): List<Project> = blocking {
        organizations.projects(organization, timeout)
    }
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

    /** See [Projects.rename]. */
    public fun rename(id: String, name: String): Project = blocking {
        projects.rename(id, name, timeout)
    }

    /** See [Projects.delete]. */
    public fun delete(id: String): Unit = blocking { projects.delete(id, timeout) }

    /** See [Projects.setAutoCapitalization]. */
    public fun setAutoCapitalization(id: String, enabled: Boolean): Project = blocking {
        projects.setAutoCapitalization(id, enabled, timeout)
    }

    /** See [Projects.shareKeyWithServer]. */
    public fun shareKeyWithServer(id: String): Unit = blocking {
        projects.shareKeyWithServer(id, timeout)
    }

    /** See [Projects.stopSharingKeyWithServer]. */
    public fun stopSharingKeyWithServer(id: String): Unit = blocking {
        projects.stopSharingKeyWithServer(id, timeout)
    }

    /** See [Projects.isKeySharedWithServer]. */
    public fun isKeySharedWithServer(id: String): Boolean = blocking {
        projects.isKeySharedWithServer(id, timeout)
    }

    /** See [Projects.blindIndexStatus]. */
    public fun blindIndexStatus(id: String): Boolean = blocking {
        projects.blindIndexStatus(id, timeout)
    }

    /** See [Projects.enableBlindIndices]. */
    public fun enableBlindIndices(id: String): BlindIndexReport = blocking {
        projects.enableBlindIndices(id, timeout)
    }
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
        invitedTo: String? = null,
    ): NewAccount = blocking {
        account.completeSignUp(
            email,
            code,
            password,
            firstName,
            lastName,
            organizationName,
            invitedTo,
            sendPassword,
            timeout,
        )
    }

    /** See [Account.me]. */
    public fun me(): User = blocking { account.me(timeout) }

    /** See [Account.acceptInvitation]. */
    public fun acceptInvitation(email: String, organization: String, code: String): Unit =
        blocking {
            account.acceptInvitation(email, organization, code, timeout)
        }

    /** See [Account.logOut]. */
    public fun logOut(): Unit = blocking { account.logOut(timeout) }

    /** See [Account.changePassword]. */
    @JvmOverloads
    public fun changePassword(newPassword: String, sendPassword: Boolean = false): Unit = blocking {
        account.changePassword(newPassword, sendPassword, timeout)
    }

    /** See [Account.createBackupKey]. */
    @JvmOverloads
    public fun createBackupKey(name: String? = null): EmergencyKit = blocking {
        account.createBackupKey(name, timeout)
    }

    /** See [Account.startRecovery]. */
    public fun startRecovery(email: String): Unit = blocking {
        account.startRecovery(email, timeout)
    }

    /** See [Account.completeRecovery]. */
    @JvmOverloads
    public fun completeRecovery(
        email: String,
        code: String,
        backupKey: String,
        newPassword: String,
        sendPassword: Boolean = false,
    ): Unit = blocking {
        account.completeRecovery(email, code, backupKey, newPassword, sendPassword, timeout)
    }

    /** See [Account.verifyMfa]. */
    public fun verifyMfa(code: String): Unit = blocking { account.verifyMfa(code, timeout) }

    /** See [Account.resendMfaCode]. */
    public fun resendMfaCode(): Unit = blocking { account.resendMfaCode(timeout) }

    /** See [Account.setMfa]. */
    public fun setMfa(enabled: Boolean): Unit = blocking { account.setMfa(enabled, timeout) }
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
