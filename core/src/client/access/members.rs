//! Members of projects, and sharing the key with them.

use crate::api::members::{self as api, DeniedRecord, MemberRecord};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::{expect_fingerprint, fingerprint_setter, public_key};
use crate::client::projects::project_setter;
use crate::crypto::{Fingerprint, PublicKey};
use crate::text::Shown;
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
    pub(crate) client: Client,
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
    /// replace the key with [`projects.rotate_key`](crate::Projects::rotate_key) and change the
    /// values; on servers that cannot do that, create a new project, store new values in it, and
    /// delete this one.
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
    ///   not safe to seal to, or if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)). Nothing is shared then. It also
    ///   occurs after the key was shared, if a server since June 2024 has a copy of it and the client
    ///   requires end-to-end encryption.
    /// - [`ErrorKind::TamperingSuspected`] if the [trust
    ///   store](crate::ClientBuilder::trust_store) of the client knows another public key of the member,
    ///   unless `expect_fingerprint` confirms the new one. Nothing is shared then.
    /// - [`ErrorKind::InvalidInput`] if `expect_fingerprint` is in no form of a fingerprint.
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

    /// Returns the fingerprint of the user's own public key, or of a member's.
    ///
    /// Read out your own to a colleague. It is computed from the private key, so the server cannot
    /// change it. That of a member is of the public key that the server shows for them. Compare it
    /// with what that member reads out, and pass what they read out as `expect_fingerprint` or
    /// `trusted_sealers`.
    ///
    /// # Errors
    /// - [`ErrorKind::KeyUnavailable`] if the credential does not open the private key of the user,
    ///   or if the member has not finished signing up and has no public key.
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if it has no such member.
    /// - [`ErrorKind::IntegrityViolation`] if the public key that the server holds for the user
    ///   does not belong to the user's private key, or if the member's public key is not safe to
    ///   seal to.
    /// - [`ErrorKind::DecryptionFailed`] if the private key of the user cannot be decrypted.
    /// - [`ErrorKind::InvalidInput`] if a member is given, and neither the call nor the client names
    ///   a project.
    pub fn fingerprint(&self) -> MemberFingerprint {
        MemberFingerprint { client: self.client.clone(), member_id: None, project: None }
    }
}

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
    let expected = expect_fingerprint(this.expect_fingerprint.as_deref())?;
    let project = call.managed_project(this.project).await?;
    let record = call.member_record(&project, &this.member_id).await?;
    let key = call.recipient(&record, expected.as_ref()).await?;
    let member = Member::from(&record);
    let sealed = call.sealed_for(&project, &key).await?;
    call.upload_key(&project, &member.user_id, &sealed).await?;
    call.check_after_sharing(&project, &member.email).await?;
    Ok(member)
});

/// Returns a fingerprint when awaited. See [`Members::fingerprint`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct MemberFingerprint {
    client: Client,
    member_id: Option<String>,
    project: Option<String>,
}

impl MemberFingerprint {
    project_setter!();

    /// The id of a membership, as in [`Member::id`]; not the user's id. By
    /// default the user's own key is meant, which is the same in every project.
    pub fn member_id(mut self, id: impl Into<String>) -> Self {
        self.member_id = Some(id.into());
        self
    }
}

awaitable!(MemberFingerprint => Fingerprint, |this, call| {
    let Some(member_id) = this.member_id else {
        call.require_user()?;
        return Ok(call.private_key().await?.public_key().fingerprint());
    };
    let project = call.managed_project(this.project).await?;
    let record = call.member_record(&project, &member_id).await?;
    Ok(public_key(&record)?.fingerprint())
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
            "{} may still know {known}, and every secret read with it. This cannot be undone. \
             Where it matters, rotate the key with projects.rotate_key and change the values; on \
             servers that cannot do that, store new values in a new project",
            Shown(email)
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
            public_key_fingerprint: key.as_ref().map(|key| key.fingerprint().sha256),
            denied_permissions: denied.collect(),
        }
    }
}

impl Call {
    pub(super) async fn member_record(&self, project: &str, id: &str) -> Result<MemberRecord> {
        let mut records = self.members_with_keys(project).await?.into_iter();
        records.find(|record| record.id() == id).ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "project {project} has no member with id {id:?}. List its members, and use the \
                     id of the membership, not of the user",
                    id = Shown(id)
                ),
            )
        })
    }
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
        format!(
            "{role:?} is not a role on this server. Use \"admin\" or \"member\"",
            role = Shown(role)
        ),
    ))
}

/// A permission that a member is denied in an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeniedPermission {
    /// Slug of the environment.
    pub environment: String,
    /// `read` or `write` of secrets.
    pub permission: String,
}

impl From<&DeniedRecord> for DeniedPermission {
    fn from(record: &DeniedRecord) -> Self {
        Self { environment: record.environment_slug.clone(), permission: record.ability.clone() }
    }
}
