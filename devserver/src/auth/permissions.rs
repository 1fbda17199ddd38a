//! Which project role may do what. The names appear in the later eras' refusals.

use crate::auth::access::Place;
use crate::auth::conditions;
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
    IncidentContacts,
    /// What secrets were.
    Rollback,
    Role,
    Groups,
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
            Subject::IncidentContacts => "incident-contact",
            Subject::Rollback => "secret-rollback",
            Subject::Role => "role",
            Subject::Groups => "groups",
        }
    }
}

/// The roles a later era lets an administrator give.
pub(crate) const LATER_ROLES: [&str; 4] = ["admin", "member", "viewer", "no-access"];

/// Whether `roles` together allow `action` on `subject`, at that place if one is meant.
pub(super) fn allow(
    era: Era,
    roles: &[Role],
    action: Action,
    subject: Subject,
    place: Option<Place<'_>>,
) -> bool {
    let mut is_allowed = false;
    for role in roles {
        is_allowed |= role_allows(era, &role.name, action, subject);
        let permissions = role.custom.iter().flat_map(|custom| &custom.permissions);
        for permission in permissions {
            if conditions::is_about(permission, action, subject, place) {
                is_allowed = !permission.inverted;
            }
        }
    }
    is_allowed
}

/// Whether a role that every project has allows `action` on `subject`.
fn role_allows(era: Era, role: &str, action: Action, subject: Subject) -> bool {
    match role {
        "admin" => true,
        "member" => match subject {
            Subject::Workspace => action != Action::Delete,
            Subject::Member => matches!(action, Action::Read | Action::Create),
            Subject::Role | Subject::Groups => action == Action::Read,
            // May 2023 reserves deleting environments to administrators.
            Subject::Environments => era != Era::May23 || action != Action::Delete,
            Subject::Secrets
            | Subject::ServiceTokens
            | Subject::Tags
            | Subject::Integrations
            | Subject::Identity
            | Subject::Settings
            | Subject::AuditLogs
            | Subject::IncidentContacts
            | Subject::Rollback => true,
        },
        "viewer" => action == Action::Read,
        _ => false,
    }
}
