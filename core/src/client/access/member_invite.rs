//! Invitations to a project, which also share its key.

use super::members::{Member, Members};
use crate::api::members::{self as api, Invited, MemberRecord};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::{expect_fingerprint, fingerprint_setter};
use crate::client::projects::project_setter;
use crate::crypto::{PublicKey, Sealed};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Members {
    /// Adds a member of the organization to a project and gives them the project key. This library
    /// seals the key to their public key.
    ///
    /// People who are in the project already stay as they are. On May 2023 servers they get the key
    /// again, so that an interrupted invitation can be repeated.
    ///
    /// On servers since autumn 2024, a person can join a project whose key only the server has.
    /// They get no key then.
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the invited person.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if nobody with that address has joined the organization.
    /// - [`ErrorKind::PermissionDenied`] if the user's role in the project does not allow it, or
    ///   for an API key on servers since autumn 2024.
    /// - [`ErrorKind::KeyUnavailable`] if the invited person has not finished signing up, if the
    ///   user has no project key to share, or if the credential does not open the private key of
    ///   the user.
    /// - [`ErrorKind::IntegrityViolation`] if the person's public key is not the expected one, is
    ///   not safe to seal to, or changes during the invitation; nobody is given the key then. It
    ///   also occurs if the server accepts the invitation and does not list the member, or if it
    ///   may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)).
    /// - [`ErrorKind::TamperingSuspected`] if the [trust
    ///   store](crate::ClientBuilder::trust_store) of the client knows another public key of the person,
    ///   unless `expect_fingerprint` confirms the new one. Nothing is shared then.
    /// - [`ErrorKind::InvalidInput`] if `expect_fingerprint` is in no form of a fingerprint.
    /// - [`ErrorKind::DecryptionFailed`] if the user's own copy of the project key cannot be
    ///   opened.
    /// - [`ErrorKind::UnsupportedByServer`] for an API key on servers of 2024 before autumn, while
    ///   a person without an account is invited to the organization.
    pub fn invite(&self, email: impl Into<String>) -> InviteMember {
        InviteMember {
            client: self.client.clone(),
            email: email.into(),
            project: None,
            expect_fingerprint: None,
        }
    }
}

/// Invites a member when awaited. See [`Members::invite`](crate::Members::invite).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct InviteMember {
    client: Client,
    email: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
}

impl InviteMember {
    project_setter!();
    fingerprint_setter!();
}

awaitable!(InviteMember => Member, |this, call| call.invite_member(this).await);

impl Call {
    async fn invite_member(&self, this: InviteMember) -> Result<Member> {
        let expected = expect_fingerprint(this.expect_fingerprint.as_deref())?;
        let era = self.era().await?;
        let project = self.managed_project(this.project).await?;
        let members = self.member_records(&project).await?;
        if let Some(member) = members.iter().find(|member| has_email(member, &this.email)) {
            let key = self.recipient(member, expected.as_ref()).await?;
            let member = Member::from(member);
            if era.is_may_2023() {
                let sealed = self.sealed_for(&project, &key).await?;
                self.upload_key(&project, &member.user_id, &sealed).await?;
            }
            return Ok(member);
        }
        let colleague = self.colleague(&project, &this.email).await?;
        let key = self.recipient(&colleague, expected.as_ref()).await?;
        // With the server's spelling: May 2023 compares exactly.
        let email = Member::from(&colleague).email;
        let sealed = match self.sealed_for(&project, &key).await {
            Ok(sealed) => Some(sealed),
            // If only the server has the key, there is none to share.
            Err(error) if error.kind() == ErrorKind::KeyUnavailable && era.is_modern() => None,
            Err(error) => return Err(error),
        };
        match (era, sealed) {
            (_, None) => {
                self.send_authorized(api::add_by_email(&project, &email)?).await?;
            }
            (Era::May2023, Some(sealed)) => {
                self.invite_then_share(&project, &email, &key, &sealed).await?;
            }
            (_, Some(sealed)) => {
                let request = api::add(&project, &email, &colleague.id(), &sealed)?;
                self.send_authorized(request).await?;
            }
        }
        let members = self.member_records(&project).await?;
        let member = members.iter().find(|member| has_email(member, &this.email));
        member.map(Member::from).ok_or_else(|| {
            Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "inviting {}: the server accepted the invitation, but does not list the member",
                    Shown(&this.email)
                ),
            )
        })
    }

    /// May 2023 needs two steps. After an interruption between them, repeat the invitation.
    async fn invite_then_share(
        &self,
        project: &str,
        email: &str,
        key: &PublicKey,
        sealed: &Sealed,
    ) -> Result<()> {
        let invited: Invited =
            self.send_authorized(api::invite(project, email)?).await?.json().await?;
        let named = invited.invitee.public_key.as_deref().map(PublicKey::from_base64);
        if !matches!(named, Some(Ok(named)) if named == *key) {
            return Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "inviting {email}: the server now returns a different public key than before. \
                     The key of project {project} was not shared. Do not trust this server until \
                     you know why",
                    email = Shown(email)
                ),
            ));
        }
        self.upload_key(project, &invited.invitee.id(), sealed).await.map_err(|error| {
            let message = format!(
                "{email} is now a member of project {project}, but may lack its key. Invite them \
                 again to finish. {}",
                error.message(),
                email = Shown(email)
            );
            let kind = error.kind();
            error.reclassified(kind, message)
        })
    }

    /// The membership in the organization of a person who has joined it.
    async fn colleague(&self, project: &str, email: &str) -> Result<MemberRecord> {
        let Some(organization) = self.project(project).await?.organization_id else {
            return Err(Error::new(
                ErrorKind::InvalidResponse,
                format!("project {project}: the server did not return its organization"),
            ));
        };
        let colleagues = self.colleagues(&organization).await?;
        let found = colleagues.into_iter().find(|one| has_email(one, email));
        found.filter(MemberRecord::is_accepted).ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "{email} has not joined organization {organization}. Invite them to the \
                     organization first; when they have accepted, invite them to the project",
                    email = Shown(email)
                ),
            )
        })
    }
}

fn has_email(record: &MemberRecord, email: &str) -> bool {
    let known = record.user.as_ref().and_then(|user| user.email.as_deref());
    known.is_some_and(|known| known.eq_ignore_ascii_case(email))
}
