//! Which project role may do what. The names appear in the later eras' refusals.

use crate::era::Era;
use crate::store::memberships::Role;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Read,
    Create,
    Edit,
    Delete,
}

impl Action {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Create => "create",
            Action::Edit => "edit",
            Action::Delete => "delete",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Secrets,
    Member,
    ServiceTokens,
    Environments,
    Tags,
    Integrations,
    Workspace,
    Identity,
    Settings,
    AuditLogs,
    /// What secrets were.
    Rollback,
}

impl Subject {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Subject::Secrets => "secrets",
            Subject::Member => "member",
            Subject::ServiceTokens => "service-tokens",
            Subject::Environments => "environments",
            Subject::Tags => "tags",
            Subject::Integrations => "integrations",
            Subject::Workspace => "workspace",
            Subject::Settings => "settings",
            Subject::Identity => "identity",
            Subject::AuditLogs => "audit-logs",
            Subject::Rollback => "secret-rollback",
        }
    }
}

/// The roles a later era lets an administrator give.
pub(crate) const LATER_ROLES: [&str; 4] = ["admin", "member", "viewer", "no-access"];

/// Whether one of `roles` allows `action` on `subject`.
pub(crate) fn allows(era: Era, roles: &[Role], action: Action, subject: Subject) -> bool {
    roles.iter().any(|role| role_allows(era, &role.name, action, subject))
}

/// Whether the role named `role` allows `action` on `subject`.
pub(crate) fn role_allows(era: Era, role: &str, action: Action, subject: Subject) -> bool {
    match role {
        "admin" => true,
        "member" => match subject {
            Subject::Workspace => action != Action::Delete,
            Subject::Member => matches!(action, Action::Read | Action::Create),
            // May 2023 reserves deleting environments to administrators.
            Subject::Environments => era != Era::May23 || action != Action::Delete,
            Subject::Secrets
            | Subject::ServiceTokens
            | Subject::Tags
            | Subject::Integrations
            | Subject::Identity
            | Subject::Settings
            | Subject::AuditLogs
            | Subject::Rollback => true,
        },
        "viewer" => action == Action::Read,
        _ => false,
    }
}
