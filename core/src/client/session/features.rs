//! What differs between releases of the server: which have a feature, and what the error says on
//! others.

use crate::api::server::Era;
use crate::{Error, ErrorKind, Result};

/// Something that only some releases can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    AdministratorSignUp,
    UserName,
    AccountDeletion,
    SessionList,
    SessionEnd,
    SecretsInFolders,
    FolderSnapshots,
    FolderRename,
    SecretImports,
    TagColor,
    TagUpdate,
    VersionLimit,
    LeaveProject,
    ProjectBySlug,
    PlaintextRename,
    PlaintextComment,
    PlaintextTags,
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
    AuditActors,
    AuditChanges,
    AuditMetadata,
}

/// The releases that have a feature.
enum On {
    Since(Era),
    Until(Era),
}

impl Feature {
    /// The table: which releases have the feature, and what the error says on others.
    const fn row(self) -> (On, &'static str) {
        use Era::{February2024, June2024, May2023, Modern};
        use On::{Since, Until};
        match self {
            Self::AdministratorSignUp => (
                Since(February2024),
                "the account of an administrator needs a server of 2024 or later",
            ),
            Self::UserName => {
                (Since(February2024), "another name for a user needs a server of 2024 or later")
            }
            Self::AccountDeletion => {
                (Since(February2024), "deleting an account needs a server of 2024 or later")
            }
            Self::SessionList => {
                (Since(February2024), "a list of sessions needs a server of 2024 or later")
            }
            Self::SessionEnd => {
                (Since(February2024), "ending all sessions needs a server of 2024 or later")
            }
            Self::SecretsInFolders => (
                Since(February2024),
                "this server has folders, but its routes for secrets by name know none. Leave the \
                 path out",
            ),
            Self::FolderSnapshots => {
                (Since(February2024), "this server has no folders. Leave the path out")
            }
            Self::FolderRename => {
                (Since(February2024), "this server cannot rename folders. Create a new one")
            }
            Self::SecretImports => {
                (Since(February2024), "secret imports need a server of 2024 or later")
            }
            Self::TagColor => (
                Since(February2024),
                "a tag with a colour needs a server of 2024 or later. Leave the colour out",
            ),
            Self::TagUpdate => {
                (Since(June2024), "a change of a tag needs a server since June 2024")
            }
            Self::VersionLimit => {
                (Since(June2024), "a limit of versions needs a server since June 2024")
            }
            Self::LeaveProject => {
                (Since(June2024), "leaving a project needs a server since June 2024")
            }
            Self::ProjectBySlug => (
                Since(June2024),
                "projects by slug need a server since June 2024. Get the project by its id, or list \
                 the projects",
            ),
            // Earlier servers silently ignore these: names and comments until 2024-07-30.
            Self::PlaintextRename => (
                Since(Modern),
                "where this server decrypts a secret, it cannot change its name. Nothing was sent; \
                 use the credential of a user with the project key",
            ),
            Self::PlaintextComment => (
                Since(Modern),
                "where this server decrypts a secret, it cannot change its comment. Nothing was \
                 sent; use the credential of a user with the project key",
            ),
            Self::PlaintextTags => (
                Since(June2024),
                "where this server decrypts a secret, it cannot change its tags. Nothing was sent; \
                 use the credential of a user with the project key",
            ),
            Self::DeniedPermissions => (
                Until(May2023),
                "permissions are denied to a member on servers of May 2023 only. On later ones \
                 roles say it: give the member one that allows less",
            ),
            Self::Groups => (Since(Modern), "groups need a server since autumn 2024"),
            Self::Roles => {
                (Since(Modern), "roles that a project defines need a server since autumn 2024")
            }
            Self::TokenScopes => (
                Since(February2024),
                "tokens of this server are for one environment and every path in it",
            ),
            Self::ServiceAccounts => (
                Until(May2023),
                "service accounts need a server of May 2023. Later ones have machine identities",
            ),
            Self::IdentityLogIn => (
                Since(February2024),
                "machine identities need a server of 2024. Use a service token",
            ),
            Self::IdentityLogOut => (
                Since(June2024),
                "servers before June 2024 do not let a machine identity take back its access \
                 token, which is good until it expires",
            ),
            Self::Identities => (Since(February2024), "machine identities need a server of 2024"),
            Self::IdentityProjects => (
                Since(Modern),
                "servers tell an identity's projects since autumn 2024. List each project's \
                 identities",
            ),
            Self::TokenAuth => (
                Since(Modern),
                "this server cannot create access tokens for machine identities; servers since \
                 autumn 2024 can. Use universal auth",
            ),
            Self::UniversalAuthRemoval => (
                Since(Modern),
                "this server cannot remove universal auth; servers since autumn 2024 can. Revoke \
                 the client secrets",
            ),
            Self::AuditActors => (
                Since(February2024),
                "a list of who is in the audit log needs a server of 2024 or later",
            ),
            Self::AuditChanges => (
                Until(May2023),
                "only May 2023 servers show what an event did to secrets. On later ones, list the \
                 versions of the secret",
            ),
            Self::AuditMetadata => (
                Since(Modern),
                "this server cannot filter the audit log by metadata; servers since autumn 2024 \
                 can. Leave the metadata out and check the details of the events",
            ),
        }
    }

    /// Whether servers of an era have the feature.
    pub(crate) fn is_in(self, era: Era) -> bool {
        match self.row().0 {
            On::Since(first) => era >= first,
            On::Until(last) => era <= last,
        }
    }

    /// Fails unless servers of an era have the feature.
    pub(crate) fn check(self, era: Era) -> Result<()> {
        self.checked(era, str::to_owned)
    }

    /// As [`check`](Self::check). The error begins with what cannot be done, such as
    /// `folder "a"`.
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

    const ERAS: [Era; 4] = [Era::May2023, Era::February2024, Era::June2024, Era::Modern];

    #[test]
    fn features_are_in_the_eras_of_their_row() {
        let eras = |feature: Feature| ERAS.map(|era| feature.is_in(era));
        assert_eq!(eras(Feature::SecretImports), [false, true, true, true]);
        assert_eq!(eras(Feature::TagUpdate), [false, false, true, true]);
        assert_eq!(eras(Feature::Groups), [false, false, false, true]);
        assert_eq!(eras(Feature::ServiceAccounts), [true, false, false, false]);
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
