//! The resources of a client.

use super::capabilities::DescribeCapabilities;
use crate::client::access::{Groups, Members, Organizations, Roles};
use crate::client::account::Account;
use crate::client::audit::AuditLogs;
use crate::client::call::Client;
use crate::client::dynamic_secrets::DynamicSecrets;
use crate::client::keys::Trust;
use crate::client::kms::Kms;
use crate::client::programs::{ApiKeys, Identities, ServiceAccounts, ServiceTokens};
use crate::client::projects::{Environments, Folders, Projects, SecretImports, Tags};
use crate::client::secrets::{Secrets, Snapshots};

impl Client {
    /// Sign-up, and the account of the user.
    #[must_use]
    pub fn account(&self) -> Account {
        Account { client: self.clone() }
    }

    /// API keys of the user.
    #[must_use]
    pub fn api_keys(&self) -> ApiKeys {
        ApiKeys { client: self.clone() }
    }

    /// The audit log: who did what in a project.
    #[must_use]
    pub fn audit_logs(&self) -> AuditLogs {
        AuditLogs { client: self.clone() }
    }

    /// Returns what the server supports, and how it transfers the secrets of this client. Needs no
    /// credential.
    ///
    /// On servers of 2024 and later, a client with a user's credential and a default project logs
    /// in and opens the project key to find out, unless
    /// [`require_e2ee`](crate::ClientBuilder::require_e2ee) is set.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse) if there is no Infisical
    ///   server at the address.
    /// - [`ErrorKind::AuthenticationFailed`](crate::ErrorKind::AuthenticationFailed) if the call
    ///   logs in and the server rejects the credential.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the call opens the project key, and
    ///   there is no such project or the user is not a member.
    pub fn capabilities(&self) -> DescribeCapabilities {
        DescribeCapabilities { client: self.clone() }
    }

    /// Credentials that the server makes for a limited time; on servers since June 2024. Not
    /// end-to-end encrypted.
    #[must_use]
    pub fn dynamic_secrets(&self) -> DynamicSecrets {
        DynamicSecrets { client: self.clone() }
    }

    /// Groups of users, which are given access together; on servers since autumn 2024.
    #[must_use]
    pub fn groups(&self) -> Groups {
        Groups { client: self.clone() }
    }

    /// Machine identities, which access secrets without end-to-end encryption.
    #[must_use]
    pub fn identities(&self) -> Identities {
        Identities { client: self.clone() }
    }

    /// Keys that the server holds; on servers since October 2024. Not end-to-end encryption.
    #[must_use]
    pub fn kms(&self) -> Kms {
        Kms { client: self.clone() }
    }

    /// Organizations the user belongs to.
    #[must_use]
    pub fn organizations(&self) -> Organizations {
        Organizations { client: self.clone() }
    }

    /// Members of a project.
    #[must_use]
    pub fn members(&self) -> Members {
        Members { client: self.clone() }
    }

    /// Projects and their keys.
    #[must_use]
    pub fn projects(&self) -> Projects {
        Projects { client: self.clone() }
    }

    /// Roles that a project defines; on servers since autumn 2024.
    #[must_use]
    pub fn roles(&self) -> Roles {
        Roles { client: self.clone() }
    }

    /// Environments of a project.
    #[must_use]
    pub fn environments(&self) -> Environments {
        Environments { client: self.clone() }
    }

    /// Folders of secrets; on servers since 2024.
    #[must_use]
    pub fn folders(&self) -> Folders {
        Folders { client: self.clone() }
    }

    /// Tags of a project, for its secrets.
    #[must_use]
    pub fn tags(&self) -> Tags {
        Tags { client: self.clone() }
    }

    /// Imports of one folder's secrets into another; on servers since 2024.
    #[must_use]
    pub fn secret_imports(&self) -> SecretImports {
        SecretImports { client: self.clone() }
    }

    /// Secrets by name.
    #[must_use]
    pub fn secrets(&self) -> Secrets {
        Secrets { client: self.clone() }
    }

    /// Service accounts: programs with a key pair, on May 2023 servers.
    #[must_use]
    pub fn service_accounts(&self) -> ServiceAccounts {
        ServiceAccounts { client: self.clone() }
    }

    /// Service tokens, which give a program access to one project.
    #[must_use]
    pub fn service_tokens(&self) -> ServiceTokens {
        ServiceTokens { client: self.clone() }
    }

    /// Snapshots: the secrets of a project or folder at one time.
    #[must_use]
    pub fn snapshots(&self) -> Snapshots {
        Snapshots { client: self.clone() }
    }

    /// The trust store of this client. Accepts changes that contradict it.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust { client: self.clone() }
    }
}
