//! Organizations the user belongs to.

use serde::{Deserialize, Serialize};

use super::server::Era;
use super::{either_id, secret_or_none};
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

#[derive(Deserialize)]
pub(crate) struct OrganizationList {
    pub(crate) organizations: Vec<OrganizationRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OrganizationRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    pub(crate) slug: Option<String>,
}

impl OrganizationRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Deserialize)]
pub(crate) struct OneOrganization {
    pub(crate) organization: OrganizationRecord,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct May2023Name<'a> {
    organization_name: &'a str,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Role<'a> {
    role: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invite<'a> {
    invitee_email: &'a str,
    organization_id: &'a str,
}

/// Only servers that send no mail return the link.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InviteSeveral<'a> {
    invitee_emails: [&'a str; 1],
    organization_id: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InviteSent {
    complete_invite_link: Option<String>,
    /// Since October 2024, of each address.
    #[serde(default)]
    complete_invite_links: Vec<InviteLink>,
}

#[derive(Deserialize)]
pub(crate) struct InviteLink {
    link: String,
}

impl InviteSent {
    pub(crate) fn link(self) -> Option<String> {
        let first = self.complete_invite_links.into_iter().next().map(|one| one.link);
        self.complete_invite_link.or(first)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerifyInvitation<'a> {
    email: &'a str,
    organization_id: &'a str,
    code: &'a str,
}

/// A sign-up token, if the person has no account yet.
#[derive(Deserialize)]
pub(crate) struct InvitationVerified {
    #[serde(default, deserialize_with = "secret_or_none")]
    pub(crate) token: Option<SecretString>,
}

/// For access tokens; since June 2024 also before an organization is selected.
pub(crate) fn list() -> Request {
    Request::get("/api/v1/organization").about("listing organizations").of_any_organization()
}

/// For API keys, which the route above rejects.
pub(crate) fn list_by_api_key() -> Request {
    Request::get("/api/v2/users/me/organizations").about("listing organizations")
}

/// The projects of one organization that the caller is a member of.
pub(crate) fn workspaces(organization_id: &str) -> Request {
    let organization = segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/workspaces"))
        .about(format!("listing the projects of organization {organization_id}"))
}

/// May 2023 answers 400 if the role does not allow it, or if the invited person is already a
/// member.
const NOT_ADMIN: &[(u16, ErrorKind)] = &[(400, ErrorKind::PermissionDenied)];
const MEMBER_ALREADY: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];
const WRONG_CODE: &[(u16, ErrorKind)] = &[(400, ErrorKind::AuthenticationFailed)];
/// A code without an invitation, or of a used one; today's servers do not say that this is wrong.
const NO_INVITATION: &[(&str, ErrorKind)] = &[
    ("failed to find invitation", ErrorKind::AuthenticationFailed),
    ("invalid request", ErrorKind::AuthenticationFailed),
    ("something went wrong", ErrorKind::AuthenticationFailed),
];

pub(crate) fn create(era: Era, name: &str) -> Result<Request> {
    let about = format!("creating organization {name:?}", name = Shown(name));
    match era {
        Era::May2023 => Request::post("/api/v1/organization")
            .about(about)
            .json(&May2023Name { organization_name: name }),
        _ => Request::post("/api/v2/organizations")
            .about(about)
            .of_any_organization()
            .json(&Name { name }),
    }
}

pub(crate) fn rename(era: Era, id: &str, name: &str) -> Result<Request> {
    let organization = segment(id);
    let path = match era {
        Era::May2023 => format!("/api/v1/organization/{organization}/name"),
        _ => format!("/api/v1/organization/{organization}"),
    };
    Request::patch(path)
        .about(format!("renaming organization {id}"))
        .hints(NOT_ADMIN)
        .json(&Name { name })
}

fn membership(organization_id: &str, id: &str) -> String {
    let organization = segment(organization_id);
    format!("/api/v2/organizations/{organization}/memberships/{}", segment(id))
}

pub(crate) fn set_role(organization_id: &str, id: &str, role: &str) -> Result<Request> {
    Request::patch(membership(organization_id, id))
        .about(format!("the role of member {id} of organization {organization_id}"))
        .hints(NOT_ADMIN)
        .json(&Role { role })
}

pub(crate) fn remove_member(organization_id: &str, id: &str) -> Request {
    Request::delete(membership(organization_id, id))
        .about(format!("removing member {id} of organization {organization_id}"))
        .hints(NOT_ADMIN)
}

/// The answer can contain the code, and anyone with the code can join.
pub(crate) fn invite(era: Era, organization_id: &str, email: &str) -> Result<Request> {
    let request = Request::post("/api/v1/invite-org/signup")
        .about(format!("inviting {email} to organization {organization_id}", email = Shown(email)))
        .hints(MEMBER_ALREADY)
        .confidential();
    if era.is_since_october_2024() {
        return request.json(&InviteSeveral { invitee_emails: [email], organization_id });
    }
    request.json(&Invite { invitee_email: email, organization_id })
}

/// The code cannot be used again.
pub(crate) fn verify_invitation(organization_id: &str, email: &str, code: &str) -> Result<Request> {
    Request::post("/api/v1/invite-org/verify")
        .about(format!(
            "the invitation of {email} to organization {organization_id}",
            email = Shown(email)
        ))
        .hints(WRONG_CODE)
        .meanings(NO_INVITATION)
        .confidential()
        .json(&VerifyInvitation { email, organization_id, code })
}
