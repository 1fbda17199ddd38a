//! Members of organizations, and invitations to them.

use super::members::{Member, RemovedMember};
use super::organizations::Organizations;
use crate::api::members::{self as members_api, Colleagues, MemberRecord};
use crate::api::organizations::{self as api, InviteSent};
use crate::api::server::Era;
use crate::client::call::{Call, Client, Kind, awaitable, check_email};
use crate::client::projects::organization_setter;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Organizations {
    /// Lists the members of an organization and the people who are invited to it.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers before autumn 2024 if there
    ///   is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) on servers since
    ///   autumn 2024 for an API key or for an organization that the client does not act in.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names an organization and the user does not belong to exactly one.
    pub fn members(&self) -> ListOrganizationMembers {
        ListOrganizationMembers { client: self.client.clone(), organization: None }
    }

    /// Gives a member of an organization another role.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in
    ///   [`OrganizationMember::id`](crate::OrganizationMember::id); not the user's.
    /// - `role`: the member's new role: `owner` (May 2023), `admin`, `member`, or `no-access`
    ///   (since 2024).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the organization has no such
    ///   member; on servers before autumn 2024 also if there is no such organization or the user is
    ///   not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) unless the user is an
    ///   owner or administrator of the organization, or on servers since autumn 2024 for an API key
    ///   or for an organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the server has no such
    ///   role, or if neither the call nor the client names an organization and the user does not
    ///   belong to exactly one.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
    pub fn set_role(
        &self,
        member_id: impl Into<String>,
        role: impl Into<String>,
    ) -> SetOrganizationRole {
        SetOrganizationRole {
            client: self.client.clone(),
            member_id: member_id.into(),
            role: role.into(),
            organization: None,
        }
    }

    /// Removes a member or an invitation from an organization. The person also loses their
    /// memberships and keys in all projects of the organization.
    ///
    /// They may still know the keys of those projects, as
    /// [`RemovedMember::warning`](crate::RemovedMember::warning) says. Where that matters, replace
    /// the keys with [`projects.rotate_key`](crate::Projects::rotate_key) and change the values; on
    /// servers that cannot do that, create new projects and store new values in them.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in
    ///   [`OrganizationMember::id`](crate::OrganizationMember::id); not the user's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the organization has no such
    ///   member; on servers before autumn 2024 also if there is no such organization or the user is
    ///   not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) unless the user is an
    ///   owner or administrator of the organization, or on servers since autumn 2024 for an API key
    ///   or for an organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names an organization and the user does not belong to exactly one.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
    pub fn remove_member(&self, member_id: impl Into<String>) -> RemoveOrganizationMember {
        RemoveOrganizationMember {
            client: self.client.clone(),
            member_id: member_id.into(),
            organization: None,
        }
    }

    /// Invites a person to an organization. Inviting them again sends another code, in place of the
    /// earlier one.
    ///
    /// They accept with [`Account::accept_invitation`](crate::Account::accept_invitation), or sign
    /// up with `invited_to` in [`Account::complete_sign_up`](crate::Account::complete_sign_up).
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the invited person.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the person is a member already; on
    ///   May 2023 servers also if there is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key, if the
    ///   user's role does not allow it, or on servers since autumn 2024 for an organization that
    ///   the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the text is not an e-mail
    ///   address, or if neither the call nor the client names an organization and the user does not
    ///   belong to exactly one.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers of 2024 before autumn if
    ///   there is no such organization or the user is not a member of it.
    pub fn invite(&self, email: impl Into<String>) -> InviteToOrganization {
        InviteToOrganization {
            client: self.client.clone(),
            email: email.into(),
            organization: None,
        }
    }
}

/// Lists members when awaited. See [`Organizations::members`](crate::Organizations::members).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListOrganizationMembers {
    client: Client,
    organization: Option<String>,
}

impl ListOrganizationMembers {
    organization_setter!();
}

awaitable!(ListOrganizationMembers => Vec<OrganizationMember>, |this, call| {
    let organization = call.checked_organization(this.organization).await?;
    call.organization_members(&organization).await
});

/// Changes a role when awaited. See [`Organizations::set_role`](crate::Organizations::set_role).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetOrganizationRole {
    client: Client,
    member_id: String,
    role: String,
    organization: Option<String>,
}

impl SetOrganizationRole {
    organization_setter!();
}

awaitable!(SetOrganizationRole => OrganizationMember, |this, call| {
    check_role(call.era().await?, &this.role)?;
    let organization = call.checked_organization(this.organization).await?;
    let member = call.organization_member(&organization, &this.member_id).await?;
    call.send_authorized(api::set_role(&organization, &member.id, &this.role)?).await?;
    Ok(OrganizationMember { role: this.role, ..member })
});

/// Removes a member when awaited. See
/// [`Organizations::remove_member`](crate::Organizations::remove_member).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveOrganizationMember {
    client: Client,
    member_id: String,
    organization: Option<String>,
}

impl RemoveOrganizationMember {
    organization_setter!();
}

awaitable!(RemoveOrganizationMember => RemovedMember, |this, call| {
    let organization = call.checked_organization(this.organization).await?;
    let member = call.organization_member(&organization, &this.member_id).await?;
    call.send_authorized(api::remove_member(&organization, &member.id)).await?;
    let known = "the keys of all projects of the organization they were in";
    Ok(RemovedMember::new(member.id, &member.email, known))
});

/// Invites a person when awaited. See [`Organizations::invite`](crate::Organizations::invite).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct InviteToOrganization {
    client: Client,
    email: String,
    organization: Option<String>,
}

impl InviteToOrganization {
    organization_setter!();
}

awaitable!(InviteToOrganization => Invitation, |this, call| {
    call.require_session()?;
    check_email(&this.email)?;
    let organization = call.checked_organization(this.organization).await?;
    let era = call.era().await?;
    if era.is_modern() {
        call.check_acts_in(&organization).await?;
    }
    let request = api::invite(era, &organization, &this.email)?;
    let sent: InviteSent = call.send_authorized(request).await?.json().await?;
    let link = sent.link();
    Ok(Invitation {
        email: this.email,
        organization_id: organization,
        code: link.as_deref().and_then(code_in),
        link: link.map(SecretString::from),
    })
});

/// A member of an organization, or an invited person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationMember {
    /// The membership's id. Pass it to change or remove the member.
    pub id: String,
    /// The user's id. `None` on May 2023 servers for an invited person without an account; later
    /// servers assign an id at the invitation.
    pub user_id: Option<String>,
    /// E-mail address.
    pub email: String,
    /// First name; empty for an invited person without an account.
    pub first_name: String,
    /// Last name; empty for an invited person without an account.
    pub last_name: String,
    /// The role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a custom role.
    pub role: String,
    /// `accepted`, or `invited` until the person accepts the invitation.
    pub status: String,
    /// The user's public key, 32 bytes as base64; `None` without a usable key.
    pub public_key: Option<String>,
    /// SHA-256 of the user's public key, as hexadecimal; `None` without a usable key.
    pub public_key_fingerprint: Option<String>,
}

impl From<&MemberRecord> for OrganizationMember {
    fn from(record: &MemberRecord) -> Self {
        let member = Member::from(record);
        let invited = record.invite_email.clone().unwrap_or_default();
        Self {
            id: member.id,
            user_id: Some(member.user_id).filter(|id| !id.is_empty()),
            email: Some(member.email).filter(|email| !email.is_empty()).unwrap_or(invited),
            first_name: member.first_name,
            last_name: member.last_name,
            role: member.roles.into_iter().next().unwrap_or_default(),
            status: record.status.clone().unwrap_or_default(),
            public_key: member.public_key,
            public_key_fingerprint: member.public_key_fingerprint,
        }
    }
}

/// An invitation to an organization.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The invited e-mail address.
    pub email: String,
    /// Id of the organization.
    pub organization_id: String,
    /// The link to send to the invited person; `None` if the server mails it. Its holder can join.
    pub link: Option<SecretString>,
    /// The code in that link, for [`accept_invitation`](crate::Account::accept_invitation).
    pub code: Option<SecretString>,
}

impl Call {
    async fn organization_members(&self, organization: &str) -> Result<Vec<OrganizationMember>> {
        let records = self.colleagues(organization).await?;
        Ok(records.iter().map(OrganizationMember::from).collect())
    }

    /// The members of an organization, including invited ones.
    pub(super) async fn colleagues(&self, organization: &str) -> Result<Vec<MemberRecord>> {
        let by_session = !matches!(self.credential()?, Kind::ApiKey { .. });
        let request = match self.era().await? {
            Era::February2024 | Era::June2024 if by_session => {
                members_api::colleagues_by_session(organization)
            }
            _ => members_api::colleagues(organization),
        };
        let response = self.send_authorized(request).await.map_err(|error| {
            match (error.kind(), error.status()) {
                (ErrorKind::UnsupportedByServer, Some(500)) => error.reclassified(
                    ErrorKind::UnsupportedByServer,
                    format!(
                        "the members of organization {organization}: this server cannot list them \
                         for an API key while an invitation of somebody without an account is \
                         pending. Use a user credential or an access token"
                    ),
                ),
                _ => error,
            }
        })?;
        Ok(response.json::<Colleagues>().await?.memberships)
    }

    async fn organization_member(
        &self,
        organization: &str,
        id: &str,
    ) -> Result<OrganizationMember> {
        let mut members = self.organization_members(organization).await?.into_iter();
        members.find(|member| member.id == id).ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "organization {organization} has no member with id {id:?}. List its members, \
                     and use the id of the membership, not of the user",
                    id = Shown(id)
                ),
            )
        })
    }
}

/// The May 2023 server does not say that it rejects the role.
fn check_role(era: Era, role: &str) -> Result<()> {
    if !era.is_may_2023() || matches!(role, "owner" | "admin" | "member") {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "{role:?} is not a role on this server. Use \"owner\", \"admin\" or \"member\"",
            role = Shown(role)
        ),
    ))
}

/// The code in an invitation's link.
fn code_in(link: &str) -> Option<SecretString> {
    let (_, query) = link.split_once('?')?;
    let code = query.split('&').find_map(|field| field.strip_prefix("token="))?;
    Some(SecretString::from(code.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invitation_code_is_parsed_from_link() {
        let link = "http://x.test/signupinvite?to=a@b.test&token=0a1b&organization_id=1";
        assert_eq!(code_in(link).unwrap().expose(), "0a1b");
        assert!(code_in("http://x.test/signupinvite?to=token=1").is_none());
        assert!(code_in("http://x.test/token=1").is_none());
    }
}
