//! Who is in a project, and who gets its key.

use super::call::Call;
use super::login::crypto_failure;
use super::{Client, DeniedPermission, InviteMember, awaitable};
use crate::api::keys;
use crate::api::members::{self as api, MemberRecord, MemberRecords};
use crate::api::server::Era;
use crate::crypto::{PublicKey, Sealed, SystemEntropy};
use crate::{Error, ErrorKind, Result};

/// Members of projects. See [`Client::members`].
///
/// Every method fails with [`ErrorKind::PermissionDenied`] for the credential of a program, such as
/// a service token. It fails with [`ErrorKind::InvalidInput`] if neither the call nor the client
/// names a project, or if the project's id is malformed.
///
/// Protocol: `/api/v2/workspace/{id}/memberships` on May 2023 servers and
/// `/api/v1/workspace/{id}/memberships` on later ones, `/api/v1/workspace/{id}/invite-signup`,
/// `/api/v1/key`, `/api/v1/workspace/{id}/key` and `/api/v1/membership`.
#[derive(Debug, Clone)]
pub struct Members {
    pub(super) client: Client,
}

impl Members {
    /// Lists the members of a project.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`] if the user's role in the project does not allow it.
    pub fn list(&self) -> ListMembers {
        ListMembers { client: self.client.clone(), project: None }
    }

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
    ///   also occurs if the server accepts the invitation and does not list the member.
    /// - [`ErrorKind::InvalidInput`] if `expect_fingerprint` is not 64 hexadecimal digits.
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

    /// Gives a member one role in a project, in place of all roles that they have there.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in [`Member::id`]; not the user's.
    /// - `role`: the member's new role: `admin` or `member`; on servers since 2024 also `viewer`,
    ///   `no-access` or the slug of a custom role.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if it has no such member.
    /// - [`ErrorKind::PermissionDenied`] unless the user is an administrator of the project.
    /// - [`ErrorKind::InvalidInput`] if the server has no such role.
    pub fn set_role(&self, member_id: impl Into<String>, role: impl Into<String>) -> SetMemberRole {
        SetMemberRole {
            client: self.client.clone(),
            member_id: member_id.into(),
            role: role.into(),
            project: None,
        }
    }

    /// Removes a member from a project, with the server's copy of their key.
    ///
    /// They may still know the project key, as [`RemovedMember::warning`] says. Where that matters,
    /// create a new project, store new values in it, and delete this one.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in [`Member::id`]; not the user's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if it has no such member.
    /// - [`ErrorKind::PermissionDenied`] unless the user is an administrator of the project.
    pub fn remove(&self, member_id: impl Into<String>) -> RemoveMember {
        RemoveMember { client: self.client.clone(), member_id: member_id.into(), project: None }
    }

    /// Shares the project key with a member who is in the project without it. This library seals
    /// the key to the member's public key. Doing so again is harmless.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in [`Member::id`]; not the user's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if it has no such member.
    /// - [`ErrorKind::PermissionDenied`] on servers since 2024 if the user's role in the project
    ///   does not allow it.
    /// - [`ErrorKind::KeyUnavailable`] if the member has not finished signing up and has no public
    ///   key, if the user has no project key to share, or if the credential does not open the
    ///   private key of the user.
    /// - [`ErrorKind::IntegrityViolation`] if the member's public key is not the expected one or is
    ///   not safe to seal to. Nothing is shared then.
    /// - [`ErrorKind::InvalidInput`] if `expect_fingerprint` is not 64 hexadecimal digits.
    /// - [`ErrorKind::DecryptionFailed`] if the user's own copy of the project key cannot be
    ///   opened.
    pub fn share_key(&self, member_id: impl Into<String>) -> ShareKey {
        ShareKey {
            client: self.client.clone(),
            member_id: member_id.into(),
            project: None,
            expect_fingerprint: None,
        }
    }
}

/// The setter of a request about one project, over its field `project`.
macro_rules! project_setter {
    () => {
        /// Id of the project; the client's by default.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.project = Some(id.into());
            self
        }
    };
}

pub(super) use project_setter;

/// The setter of a request that seals to a member, over its field `expect_fingerprint`.
macro_rules! fingerprint_setter {
    () => {
        /// SHA-256 of the public key to seal to, as 64 hexadecimal digits, learned from its owner and
        /// not from the server. With any other key the call fails and nothing is sealed. Not checked
        /// by default.
        pub fn expect_fingerprint(mut self, fingerprint: impl Into<String>) -> Self {
            self.expect_fingerprint = Some(fingerprint.into());
            self
        }
    };
}

pub(super) use fingerprint_setter;

/// Lists members when awaited. See [`Members::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListMembers {
    client: Client,
    project: Option<String>,
}

impl ListMembers {
    project_setter!();
}

awaitable!(ListMembers => Vec<Member>, |this, call| {
    let project = call.managed_project(this.project).await?;
    Ok(call.member_records(&project).await?.iter().map(Member::from).collect())
});

/// Changes a role when awaited. See [`Members::set_role`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetMemberRole {
    client: Client,
    member_id: String,
    role: String,
    project: Option<String>,
}

impl SetMemberRole {
    project_setter!();
}

awaitable!(SetMemberRole => Member, |this, call| {
    let era = call.era().await?;
    check_role(era, &this.role)?;
    let project = call.managed_project(this.project).await?;
    let member = Member::from(&call.member_record(&project, &this.member_id).await?);
    call.send_authorized(api::set_role(era, &project, &member.id, &this.role)?).await?;
    Ok(Member { roles: vec![this.role], ..member })
});

/// Removes a member when awaited. See [`Members::remove`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveMember {
    client: Client,
    member_id: String,
    project: Option<String>,
}

impl RemoveMember {
    project_setter!();
}

awaitable!(RemoveMember => RemovedMember, |this, call| {
    let project = call.managed_project(this.project).await?;
    let member = Member::from(&call.member_record(&project, &this.member_id).await?);
    call.send_authorized(api::remove(call.era().await?, &project, &member.id)).await?;
    let known = format!("the key of project {project}");
    Ok(RemovedMember::new(member.id, &member.email, &known))
});

/// Shares the project key when awaited. See [`Members::share_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ShareKey {
    client: Client,
    member_id: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
}

impl ShareKey {
    project_setter!();
    fingerprint_setter!();
}

awaitable!(ShareKey => Member, |this, call| {
    check_fingerprint(this.expect_fingerprint.as_deref())?;
    let project = call.managed_project(this.project).await?;
    let record = call.member_record(&project, &this.member_id).await?;
    let key = public_key(&record, this.expect_fingerprint.as_deref())?;
    let member = Member::from(&record);
    let sealed = call.sealed_for(&project, &key).await?;
    call.upload_key(&project, &member.user_id, &sealed).await?;
    Ok(member)
});

/// A member of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The membership's id. Pass it to change or remove the member.
    pub id: String,
    /// The user's id.
    pub user_id: String,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The member's roles: `admin`, `member`, and others on 2024 servers. Servers since June 2024
    /// can return several, including temporary ones.
    pub roles: Vec<String>,
    /// The member's public key, 32 bytes as base64; `None` without a usable key.
    pub public_key: Option<String>,
    /// SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees;
    /// `None` without a usable key.
    pub public_key_fingerprint: Option<String>,
    /// Denied permissions on May 2023 servers; empty on later servers, which use roles instead.
    pub denied_permissions: Vec<DeniedPermission>,
}

/// A removed member.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RemovedMember {
    /// The former membership's id.
    pub id: String,
    /// A message to show to the user: the removed person may still know project keys, and what to
    /// do about it.
    pub warning: String,
}

impl RemovedMember {
    pub(super) fn new(id: String, email: &str, known: &str) -> Self {
        let warning = format!(
            "{email} may still know {known}, and every secret read with it. Nothing can take that \
             back: where it matters, change the values, and keep them in a new project"
        );
        Self { id, warning }
    }
}

impl From<&MemberRecord> for Member {
    fn from(record: &MemberRecord) -> Self {
        let user = record.user.as_ref();
        let key = user.and_then(|user| PublicKey::from_base64(user.public_key.as_ref()?).ok());
        let text = |field: Option<&String>| field.cloned().unwrap_or_default();
        let denied = record.denied_permissions().iter().map(DeniedPermission::from);
        Self {
            id: record.id(),
            user_id: user.map(|user| user.id()).unwrap_or_default(),
            email: text(user.and_then(|user| user.email.as_ref())),
            first_name: text(user.and_then(|user| user.first_name.as_ref())),
            last_name: text(user.and_then(|user| user.last_name.as_ref())),
            roles: record.roles(),
            public_key: key.as_ref().map(PublicKey::to_base64),
            public_key_fingerprint: key.as_ref().map(PublicKey::fingerprint),
            denied_permissions: denied.collect(),
        }
    }
}

impl Call {
    /// The project a person means to manage.
    pub(super) async fn managed_project(&self, wanted: Option<String>) -> Result<String> {
        self.require_user()?;
        let project = self.project_or_default(wanted).await?;
        self.check_project_id(&project).await?;
        Ok(project)
    }

    pub(super) async fn member_records(&self, project: &str) -> Result<Vec<MemberRecord>> {
        let request = api::list(self.era().await?, project);
        let list: MemberRecords = self.send_authorized(request).await?.json()?;
        Ok(list.memberships)
    }

    pub(super) async fn member_record(&self, project: &str, id: &str) -> Result<MemberRecord> {
        let mut records = self.member_records(project).await?.into_iter();
        records.find(|record| record.id() == id).ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "project {project} has no member with id {id:?}. List its members: the id is \
                     that of the membership, not of the user"
                ),
            )
        })
    }

    /// The key of a project, sealed for somebody.
    pub(super) async fn sealed_for(&self, project: &str, recipient: &PublicKey) -> Result<Sealed> {
        let key = self.project_key(project).await?;
        let private_key = self.private_key().await?;
        key.seal_for(recipient, &private_key, &mut SystemEntropy).map_err(crypto_failure)
    }

    pub(super) async fn upload_key(
        &self,
        project: &str,
        user_id: &str,
        sealed: &Sealed,
    ) -> Result<()> {
        let upload = keys::upload(self.era().await?, project, user_id, sealed)?;
        self.send_authorized(upload).await?;
        Ok(())
    }
}

/// The key to seal to, if it is safe and the expected one.
pub(super) fn public_key(record: &MemberRecord, expected: Option<&str>) -> Result<PublicKey> {
    let user = record.user.as_ref();
    let email = user.and_then(|user| user.email.as_deref()).unwrap_or("the member");
    checked_public_key(email, user.and_then(|user| user.public_key.as_deref()), expected)
}

/// The key `text` of `whom`, if it is safe and the expected one.
pub(super) fn checked_public_key(
    whom: &str,
    text: Option<&str>,
    expected: Option<&str>,
) -> Result<PublicKey> {
    let Some(text) = text else {
        return Err(Error::new(
            ErrorKind::KeyUnavailable,
            format!("{whom} has no public key yet. They have to finish signing up first"),
        ));
    };
    let untrusted = |reason: &str| {
        let message = format!(
            "the public key of {whom} {reason}. Nothing was shared. Do not trust this server \
             until that is explained"
        );
        Err(Error::new(ErrorKind::IntegrityViolation, message))
    };
    match PublicKey::from_base64(text) {
        Err(_) => untrusted("is not one that only they could open"),
        Ok(key) if expected.is_some_and(|one| !one.eq_ignore_ascii_case(&key.fingerprint())) => {
            untrusted("does not have the expected fingerprint")
        }
        Ok(key) => Ok(key),
    }
}

pub(super) fn check_fingerprint(expected: Option<&str>) -> Result<()> {
    let well_formed = |text: &str| text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    if expected.is_none_or(well_formed) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidInput, "a fingerprint has 64 hexadecimal digits"))
}

fn check_role(era: Era, role: &str) -> Result<()> {
    let known = match era {
        Era::May2023 => matches!(role, "admin" | "member"),
        _ => !role.is_empty(),
    };
    if known {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!("{role:?} is not a role of this server, which has \"admin\" and \"member\""),
    ))
}
