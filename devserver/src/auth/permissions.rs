//! The permissions of project roles. The names appear in the errors of later eras.

use crate::auth::access::Place;
use crate::auth::conditions;
use crate::era::Era;
use crate::store::memberships::Role;
use crate::store::roles::Permission;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Read,
    Create,
    Edit,
    Delete,
    /// With a key that the server holds, like the next three.
    Encrypt,
    Decrypt,
    Sign,
    Verify,
    /// Of a dynamic secret.
    Lease,
}

impl Action {
    const ALL: [Action; 9] = [
        Action::Read,
        Action::Create,
        Action::Edit,
        Action::Delete,
        Action::Encrypt,
        Action::Decrypt,
        Action::Sign,
        Action::Verify,
        Action::Lease,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Create => "create",
            Action::Edit => "edit",
            Action::Delete => "delete",
            Action::Encrypt => "encrypt",
            Action::Decrypt => "decrypt",
            Action::Sign => "sign",
            Action::Verify => "verify",
            Action::Lease => "lease",
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
    /// Earlier versions of secrets.
    Rollback,
    Role,
    Groups,
    /// Folders and imports, which July 2026 tells apart from secrets.
    SecretFolders,
    /// Keys that the server holds.
    Cmek,
    DynamicSecrets,
}

impl Subject {
    const ALL: [Subject; 17] = [
        Subject::Secrets,
        Subject::Member,
        Subject::ServiceTokens,
        Subject::Environments,
        Subject::Tags,
        Subject::Integrations,
        Subject::Workspace,
        Subject::Identity,
        Subject::Settings,
        Subject::AuditLogs,
        Subject::IncidentContacts,
        Subject::Rollback,
        Subject::Role,
        Subject::Groups,
        Subject::SecretFolders,
        Subject::Cmek,
        Subject::DynamicSecrets,
    ];

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
            Subject::SecretFolders => "secret-folders",
            Subject::Cmek => "cmek",
            Subject::DynamicSecrets => "dynamic-secrets",
        }
    }
}

/// The roles a later era lets an administrator give.
pub(crate) const LATER_ROLES: [&str; 4] = ["admin", "member", "viewer", "no-access"];
/// Roles in an organisation.
pub(crate) const ORGANIZATION_ROLES: [&str; 3] = ["admin", "member", "no-access"];

/// The extent of a permission check in a project.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Extent<'a> {
    /// In any place.
    Somewhere,
    At(Place<'a>),
    Everywhere,
}

/// Whether `roles` together allow `action` on `subject` in that extent.
pub(super) fn allow(
    era: Era,
    roles: &[Role],
    action: Action,
    subject: Subject,
    extent: Extent<'_>,
) -> bool {
    let mut is_allowed = false;
    for role in roles {
        is_allowed |= role_allows(era, &role.name, action, subject);
        let permissions = role.custom.iter().flat_map(|custom| &custom.permissions);
        for permission in permissions {
            if conditions::is_about(permission, action, subject, extent) {
                is_allowed = !permission.inverted;
            }
        }
    }
    is_allowed
}

/// Whether a caller with the roles `own` may give a predefined role: only an administrator can make
/// a user an administrator, and users cannot give more permissions than their own.
pub(super) fn may_give(era: Era, own: &[Role], role: &str) -> bool {
    let mut all = Subject::ALL.iter().flat_map(|subject| Action::ALL.map(|it| (it, *subject)));
    is_administrator(own)
        || role != "admin"
            && all.all(|(action, subject)| {
                !role_allows(era, role, action, subject)
                    || allow(era, own, action, subject, Extent::Everywhere)
            })
}

/// July 2026: whether a caller with the roles `own` may give roles to members, identities or groups.
pub(super) fn may_assign(own: &[Role], subject: Subject) -> bool {
    let custom = own.iter().filter_map(|role| role.custom.as_ref());
    let mut permissions = custom.flat_map(|custom| &custom.permissions);
    let assigns = |permission: &Permission| {
        let names = ["assign-role", "grant-privileges"];
        permission.subject == subject.name()
            && !permission.inverted
            && permission.action.iter().any(|action| names.contains(&action.as_str()))
    };
    is_administrator(own) || permissions.any(assigns)
}

/// Whether a caller with the roles `own` may give a role these permissions. Permissions that this
/// server does not check are ignored.
pub(super) fn may_grant(era: Era, own: &[Role], permissions: &[Permission]) -> bool {
    let granted = permissions.iter().filter(|permission| !permission.inverted);
    let mut granted = granted.flat_map(|permission| {
        let asked = Subject::ALL.iter().filter(|subject| subject.name() == permission.subject);
        asked.flat_map(|subject| {
            let named = |action: &Action| permission.action.iter().any(|it| it == action.name());
            Action::ALL.into_iter().filter(named).map(|action| (action, *subject))
        })
    });
    is_administrator(own)
        || granted.all(|(action, subject)| allow(era, own, action, subject, Extent::Everywhere))
}

fn is_administrator(roles: &[Role]) -> bool {
    roles.iter().any(|role| role.name == "admin")
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
            | Subject::SecretFolders
            | Subject::Cmek
            | Subject::DynamicSecrets
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
