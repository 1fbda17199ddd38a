// The resources of a client. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

extension Client {
    /// Sign-up, and the account of the user behind the credential.
    public var account: Account { Account(native: native) }

    /// API keys of the user, with which a program acts as the user.
    public var apiKeys: ApiKeys { ApiKeys(native: native) }

    /// The audit log of projects: who did what.
    public var auditLogs: AuditLogs { AuditLogs(native: native) }

    /// Dynamic secrets, on servers since June 2024.
    public var dynamicSecrets: DynamicSecrets { DynamicSecrets(native: native) }

    /// Environments of a project.
    public var environments: Environments { Environments(native: native) }

    /// Folders of secrets, on servers since 2024.
    public var folders: Folders { Folders(native: native) }

    /// Groups of users, on servers since autumn 2024.
    public var groups: Groups { Groups(native: native) }

    /// Machine identities, on servers of 2024 and later.
    public var identities: Identities { Identities(native: native) }

    /// Keys that the server holds, on servers since October 2024.
    public var kms: Kms { Kms(native: native) }

    /// Members of projects.
    public var members: Members { Members(native: native) }

    /// Organizations the user belongs to.
    public var organizations: Organizations { Organizations(native: native) }

    /// Projects and their keys.
    public var projects: Projects { Projects(native: native) }

    /// Roles that a project defines, on servers since autumn 2024.
    public var roles: Roles { Roles(native: native) }

    /// Secrets by name.
    public var secrets: Secrets { Secrets(native: native) }

    /// Imports of the secrets of one folder into another, on servers since 2024.
    public var secretImports: SecretImports { SecretImports(native: native) }

    /// Service accounts, on servers of May 2023.
    public var serviceAccounts: ServiceAccounts { ServiceAccounts(native: native) }

    /// Service tokens, which give a program access to one project.
    public var serviceTokens: ServiceTokens { ServiceTokens(native: native) }

    /// Snapshots: what the secrets of a project or folder were at one time.
    public var snapshots: Snapshots { Snapshots(native: native) }

    /// Tags of a project.
    public var tags: Tags { Tags(native: native) }

    /// The client's trust store.
    public var trust: Trust { Trust(native: native) }
}
