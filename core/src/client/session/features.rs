//! Differences between releases of the server: which have a feature, and the error on others.

use crate::api::server::Era;
use crate::{Error, ErrorKind, Result};

/// A feature that only some releases have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    AdministratorSignUp,
    UserName,
    AccountDeletion,
    BackupKeys,
    ApiKeys,
    SessionList,
    SessionEnd,
    SecretsInFolders,
    RecursiveLists,
    FolderSnapshots,
    SnapshotRollback,
    BlindIndices,
    FolderRename,
    FolderDescriptions,
    SecretImports,
    TagColor,
    TagUpdate,
    VersionLimit,
    LeaveProject,
    ProjectUpgrade,
    ProjectBySlug,
    KeyRotation,
    PlaintextRename,
    PlaintextComment,
    PlaintextTags,
    PlaintextTagFilter,
    ReferenceExpansion,
    SecretMetadata,
    PlaintextReminder,
    PlaintextMultiline,
    DeniedPermissions,
    Groups,
    Roles,
    TokenScopes,
    ServiceAccounts,
    IdentityLogIn,
    IdentityLogOut,
    Identities,
    IdentityProjects,
    TokenAuth,
    UniversalAuthRemoval,
    DynamicSecrets,
    Kms,
    KmsKeyLookup,
    KmsSigning,
    ProjectProducts,
    AuditActors,
    AuditChanges,
    AuditMetadata,
}

/// The releases that have a feature.
enum On {
    Since(Era),
    Until(Era),
    Between(Era, Era),
}

impl Feature {
    /// The table: the releases with the feature, and the error on others.
    const fn row(self) -> (On, &'static str) {
        use Era::{February2024, June2024, May2023, Modern, October2024};
        use On::{Between, Since, Until};
        match self {
            Self::AdministratorSignUp => (
                Since(February2024),
                "this server cannot create an administrator's account; servers since February 2024 \
                 can",
            ),
            Self::UserName => (
                Since(February2024),
                "this server cannot change the name of a user; servers since February 2024 can",
            ),
            Self::AccountDeletion => (
                Since(February2024),
                "this server cannot delete accounts; servers since February 2024 can",
            ),
            Self::BackupKeys => (
                Until(October2024),
                "this server stores no backup keys; servers until autumn 2024 do. A lost password \
                 can be replaced without one, but the key pair stays under the old password: keep \
                 that, or the private key",
            ),
            Self::ApiKeys => (
                Until(October2024),
                "this server has no API keys; servers until autumn 2024 have them. Use a machine \
                 identity or an access token",
            ),
            Self::SessionList => (
                Since(February2024),
                "this server cannot list sessions; servers since February 2024 can",
            ),
            Self::SessionEnd => (
                Since(February2024),
                "this server cannot end all sessions; servers since February 2024 can",
            ),
            Self::SecretsInFolders => (
                Since(February2024),
                "this server cannot read or write secrets in folders by name. Leave the path out",
            ),
            Self::RecursiveLists => (
                Since(February2024),
                "this server cannot list secrets in folders by name. Leave recursive out",
            ),
            Self::FolderSnapshots => {
                (Since(February2024), "this server has no snapshots of folders. Leave the path out")
            }
            Self::SnapshotRollback => (
                Until(October2024),
                "this server cannot roll back to a snapshot; servers until autumn 2024 can. Read \
                 the snapshot and write its values",
            ),
            Self::BlindIndices => (
                Until(October2024),
                "this server cannot tell or add blind indices any more; servers until autumn 2024 \
                 can. Secrets that have one are still found by name",
            ),
            Self::FolderRename => {
                (Since(February2024), "this server cannot rename folders. Create a new one")
            }
            Self::FolderDescriptions => (
                Since(Modern),
                "this server stores no descriptions of folders; today's servers do. Leave the \
                 description out",
            ),
            Self::SecretImports => (
                Since(February2024),
                "this server has no secret imports; servers since February 2024 have them",
            ),
            Self::TagColor => (
                Since(February2024),
                "this server has no colours of tags; servers since February 2024 have them. Leave \
                 the colour out",
            ),
            Self::TagUpdate => {
                (Since(June2024), "this server cannot change tags; servers since June 2024 can")
            }
            Self::VersionLimit => (
                Since(June2024),
                "this server has no version limit; servers since June 2024 have one",
            ),
            Self::LeaveProject => (
                Since(June2024),
                "this server does not let members leave a project; servers since June 2024 do",
            ),
            Self::ProjectUpgrade => (
                Since(October2024),
                "this server cannot upgrade projects; servers since October 2024 can",
            ),
            Self::ProjectBySlug => (
                Since(June2024),
                "this server cannot get a project by its slug; servers since June 2024 can. Get it \
                 by its id, or list the projects",
            ),
            Self::KeyRotation => (
                Since(February2024),
                "this server cannot rotate the key of a project: it keeps giving members the \
                 oldest copy of the key, which nobody can replace. Create a new project with new \
                 values, and delete this one",
            ),
            // Earlier servers silently ignore these: names and comments until 2024-07-30.
            Self::PlaintextRename => (
                Since(October2024),
                "this server cannot rename a secret that it decrypts itself. Nothing was sent. Use \
                 the credential of a user with the project key",
            ),
            Self::PlaintextComment => (
                Since(October2024),
                "this server cannot change the comment of a secret that it decrypts itself. \
                 Nothing was sent. Use the credential of a user with the project key",
            ),
            Self::PlaintextTags => (
                Since(June2024),
                "this server cannot change the tags of a secret that it decrypts itself. Nothing \
                 was sent. Use the credential of a user with the project key",
            ),
            Self::PlaintextTagFilter => (
                Since(October2024),
                "this server does not tell the tags of secrets that it decrypts itself. List all \
                 of them, or use the credential of a user with the project key",
            ),
            Self::ReferenceExpansion => (
                Since(October2024),
                "this library lets only servers since October 2024 expand references. Leave out \
                 expand_on_server: the client expands them",
            ),
            Self::SecretMetadata => (
                Since(Modern),
                "this server stores no metadata of secrets; today's servers do. Leave it out",
            ),
            Self::PlaintextReminder => (
                Since(October2024),
                "this server was not tested with reminders of secrets that it decrypts itself; \
                 servers since October 2024 have them. Leave reminder_days and reminder_note out",
            ),
            Self::PlaintextMultiline => (
                Since(October2024),
                "this server was not tested with skip_multiline_encoding; servers since October \
                 2024 have it. Leave it out",
            ),
            Self::DeniedPermissions => (
                Until(May2023),
                "this server cannot deny permissions to a member; only servers of May 2023 can. \
                 Give the member a role with fewer permissions",
            ),
            Self::Groups => (
                Since(October2024),
                "this server has no groups; servers since October 2024 have them",
            ),
            Self::Roles => (
                Since(October2024),
                "this server has no roles defined by a project; servers since October 2024 have \
                 them",
            ),
            Self::TokenScopes => (
                Since(February2024),
                "a service token of this server is for one environment with all its paths. Give \
                 one scope without a path",
            ),
            Self::ServiceAccounts => (
                Until(May2023),
                "this server has no service accounts; only servers of May 2023 have them. Use a \
                 machine identity",
            ),
            Self::IdentityLogIn => (
                Since(February2024),
                "this server has no machine identities; servers since February 2024 have them. Use \
                 a service token",
            ),
            Self::IdentityLogOut => (
                Since(June2024),
                "this server cannot revoke the access token of a machine identity; servers since \
                 June 2024 can. The token is valid until it expires",
            ),
            Self::Identities => (
                Since(February2024),
                "this server has no machine identities; servers since February 2024 have them",
            ),
            Self::IdentityProjects => (
                Since(October2024),
                "this server cannot list the projects of an identity; servers since October 2024 \
                 can. List the identities of each project",
            ),
            Self::TokenAuth => (
                Since(October2024),
                "this server cannot create access tokens for machine identities; servers since \
                 autumn 2024 can. Use universal auth",
            ),
            Self::UniversalAuthRemoval => (
                Since(October2024),
                "this server cannot remove universal auth; servers since October 2024 can. Revoke \
                 the client secrets",
            ),
            Self::DynamicSecrets => (
                Since(June2024),
                "this server has no dynamic secrets; servers since June 2024 have them",
            ),
            Self::Kms => (
                Since(October2024),
                "this server holds no keys for others; servers since October 2024 do",
            ),
            Self::KmsKeyLookup => (
                Since(Modern),
                "this server cannot get one key; today's servers can. List the keys",
            ),
            Self::KmsSigning => (
                Since(Modern),
                "the keys of this server only encrypt; those of today's servers also sign",
            ),
            Self::ProjectProducts => (
                Since(Modern),
                "the projects of this server are for everything; only today's servers have \
                 projects for one product. Leave the product out",
            ),
            Self::AuditActors => (
                Between(February2024, October2024),
                "this server cannot list the actors of an audit log; servers of 2024 can. Read the \
                 actors from the events",
            ),
            Self::AuditChanges => (
                Until(May2023),
                "this server does not show what an event changed in secrets; only servers of May \
                 2023 do. List the versions of the secret",
            ),
            Self::AuditMetadata => (
                Since(October2024),
                "this server cannot filter the audit log by metadata; servers since October 2024 \
                 can. Leave the metadata out and check the details of the events",
            ),
        }
    }

    /// Whether servers of an era have the feature.
    pub(crate) fn is_in(self, era: Era) -> bool {
        match self.row().0 {
            On::Since(first) => era >= first,
            On::Until(last) => era <= last,
            On::Between(first, last) => (first..=last).contains(&era),
        }
    }

    /// Fails unless servers of an era have the feature.
    pub(crate) fn check(self, era: Era) -> Result<()> {
        self.checked(era, str::to_owned)
    }

    /// Like [`check`](Self::check). The error begins with the subject, such as `folder "a"`.
    pub(crate) fn check_for(self, era: Era, subject: &str) -> Result<()> {
        self.checked(era, |reason| format!("{subject}: {reason}"))
    }

    fn checked(self, era: Era, message: impl FnOnce(&str) -> String) -> Result<()> {
        if self.is_in(era) {
            return Ok(());
        }
        Err(Error::new(ErrorKind::UnsupportedByServer, message(self.row().1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERAS: [Era; 5] =
        [Era::May2023, Era::February2024, Era::June2024, Era::October2024, Era::Modern];

    #[test]
    fn features_are_in_the_eras_of_their_row() {
        let eras = |feature: Feature| ERAS.map(|era| feature.is_in(era));
        assert_eq!(eras(Feature::SecretImports), [false, true, true, true, true]);
        assert_eq!(eras(Feature::TagUpdate), [false, false, true, true, true]);
        assert_eq!(eras(Feature::Groups), [false, false, false, true, true]);
        assert_eq!(eras(Feature::ServiceAccounts), [true, false, false, false, false]);
        assert_eq!(eras(Feature::AuditActors), [false, true, true, true, false]);
        assert_eq!(eras(Feature::ApiKeys), [true, true, true, true, false]);
        assert_eq!(eras(Feature::DynamicSecrets), [false, false, true, true, true]);
        assert_eq!(eras(Feature::Kms), [false, false, false, true, true]);
        assert_eq!(eras(Feature::KmsSigning), [false, false, false, false, true]);
    }

    #[test]
    fn check_names_the_subject_and_the_reason() {
        let error = Feature::FolderRename.check_for(Era::May2023, "folder \"a\"").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
        let message = "folder \"a\": this server cannot rename folders. Create a new one";
        assert_eq!(error.message(), message);
        assert!(Feature::FolderRename.check_for(Era::Modern, "folder \"a\"").is_ok());
    }
}
