//! Invitations to a project, which also share its key.

use super::members::{Member, Members};
use crate::api::members::{self as api, Invited, MemberRecord};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::{expect_fingerprint, fingerprint_setter};
use crate::client::projects::project_setter;
use crate::crypto::{ExpectedFingerprint, PublicKey, Sealed};
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
    /// They get no key then, need no key pair, and can be added before they accept the invitation to
    /// the organization.
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
    ///   also occurs if the server accepts the invitation and does not list the member, if it
    ///   may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)), or, after the key was shared,
    ///   if a server since June 2024 has a copy of it and the client requires end-to-end encryption.
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
        let members = self.members_with_keys(&project).await?;
        if let Some(member) = members.iter().find(|member| has_email(member, &this.email)) {
            let key = self.recipient_of(&project, member, expected.as_ref()).await?;
            let member = Member::from(member);
            if let Some(key) = key.filter(|_| era.is_may_2023() || era.is_modern())
                && let Some((_, sealed)) = self.share_for(era, &project, key).await?
            {
                self.upload_key(&project, &member.user_id, &sealed).await?;
                self.check_after_sharing(&project, &this.email).await?;
            }
            return Ok(member);
        }
        let colleague = self.colleague(&project, &this.email).await?;
        let key = self.recipient_of(&project, &colleague, expected.as_ref()).await?;
        // With the server's spelling: May 2023 compares exactly.
        let email = Member::from(&colleague).email;
        let share = match key {
            Some(key) => self.share_for(era, &project, key).await?,
            None => None,
        };
        let is_shared = share.is_some();
        match (era, share) {
            (_, None) => {
                self.send_authorized(api::add_by_email(&project, &email)?).await?;
            }
            (Era::May2023, Some((key, sealed))) => {
                self.invite_then_share(&project, &email, &key, &sealed).await?;
            }
            (Era::Modern, Some((_, sealed))) => {
                self.send_authorized(api::add_by_email(&project, &email)?).await?;
                let id = colleague.user.as_ref().map(|user| user.id()).unwrap_or_default();
                self.share_after_adding(&project, &email, &id, &sealed).await?;
            }
            (_, Some((_, sealed))) => {
                let request = api::add(&project, &email, &colleague.id(), &sealed)?;
                self.send_authorized(request).await?;
            }
        }
        if is_shared {
            self.check_after_sharing(&project, &this.email).await?;
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

    /// The public key of a person to seal to; `None` if they have none and need none, because only
    /// the server has the project key.
    async fn recipient_of(
        &self,
        project: &str,
        person: &MemberRecord,
        expected: Option<&ExpectedFingerprint>,
    ) -> Result<Option<PublicKey>> {
        let has_key = person.user.as_ref().is_some_and(|user| user.public_key.is_some());
        if !has_key && expected.is_none() && self.has_no_key_to_share(project).await? {
            return Ok(None);
        }
        self.recipient(person, expected).await.map(Some)
    }

    async fn has_no_key_to_share(&self, project: &str) -> Result<bool> {
        if !self.era().await?.is_since_october_2024() {
            return Ok(false);
        }
        // Reading the project tells who has its key.
        self.project(project).await?;
        Ok(self.shared.is_held_by_server(project))
    }

    /// The project key, sealed for `key`; `None` if only the server has it.
    async fn share_for(
        &self,
        era: Era,
        project: &str,
        key: PublicKey,
    ) -> Result<Option<(PublicKey, Sealed)>> {
        match self.sealed_for(project, &key).await {
            Err(error)
                if error.kind() == ErrorKind::KeyUnavailable && era.is_since_october_2024() =>
            {
                Ok(None)
            }
            sealed => sealed.map(|sealed| Some((key, sealed))),
        }
    }

    /// May 2023 needs two steps.
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
        self.share_after_adding(project, email, &invited.invitee.id(), sealed).await
    }

    /// Fails if the server has a copy of a key that was just shared. Where the server makes copies
    /// itself, the client asks again at each later use.
    pub(super) async fn check_after_sharing(&self, project: &str, email: &str) -> Result<()> {
        if self.era().await?.is_since_june_2024() {
            self.shared.key_copies.remember_shared_with_member(project);
        }
        let after = format!("the key was shared with {}, and ", Shown(email));
        self.check_key_is_not_the_servers(project, &after).await
    }

    /// The second step where a member is added without the key. After an interruption between them,
    /// repeat the invitation.
    async fn share_after_adding(
        &self,
        project: &str,
        email: &str,
        user_id: &str,
        sealed: &Sealed,
    ) -> Result<()> {
        self.upload_key(project, user_id, sealed).await.map_err(|error| {
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

    /// The membership in the organization of a person who has joined it. If only the server has the
    /// project key, an invitation that is not accepted yet is enough.
    async fn colleague(&self, project: &str, email: &str) -> Result<MemberRecord> {
        let Some(organization) = self.project(project).await?.organization_id else {
            return Err(Error::new(
                ErrorKind::InvalidResponse,
                format!("project {project}: the server did not return its organization"),
            ));
        };
        let colleagues = self.colleagues(&organization).await?;
        let found = colleagues.into_iter().find(|one| has_email(one, email));
        let may_wait = self.shared.is_held_by_server(project);
        found.filter(|one| may_wait || one.is_accepted()).ok_or_else(|| {
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
