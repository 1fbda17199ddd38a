//! Members of a project.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::crypto::Sealed;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
pub(crate) struct MemberRecords {
    pub(crate) memberships: Vec<MemberRecord>,
}

/// A membership in a project, or in an organization.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemberRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    role: Option<String>,
    #[serde(default)]
    roles: Vec<RoleRecord>,
    /// Sent by May 2023.
    denied_permissions: Option<Vec<DeniedRecord>>,
    pub(crate) status: Option<String>,
    pub(crate) invite_email: Option<String>,
    /// Absent for an invited person without an account.
    pub(crate) user: Option<PersonRecord>,
}

impl MemberRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    /// One role until early 2024, several later.
    pub(crate) fn roles(&self) -> Vec<String> {
        match &self.role {
            Some(role) => vec![role.clone()],
            None => self.roles.iter().map(RoleRecord::slug).collect(),
        }
    }

    pub(crate) fn denied_permissions(&self) -> &[DeniedRecord] {
        self.denied_permissions.as_deref().unwrap_or_default()
    }

    /// Whether the invitation to the organization was accepted.
    pub(crate) fn is_accepted(&self) -> bool {
        self.status.as_deref() == Some("accepted")
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RoleRecord {
    role: String,
    custom_role_slug: Option<String>,
}

impl RoleRecord {
    pub(super) fn slug(&self) -> String {
        self.custom_role_slug.clone().unwrap_or_else(|| self.role.clone())
    }
}

/// The denied permissions of a member in an environment.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeniedRecord {
    pub(crate) environment_slug: String,
    pub(crate) ability: String,
}

/// A user as shown to other users.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PersonRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) public_key: Option<String>,
}

impl PersonRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

/// The members of an organization; May 2023 and later name the list differently.
#[derive(Deserialize)]
pub(crate) struct Colleagues {
    #[serde(alias = "users")]
    pub(crate) memberships: Vec<MemberRecord>,
}

/// May 2023's answer to an invitation.
#[derive(Deserialize)]
pub(crate) struct Invited {
    pub(crate) invitee: PersonRecord,
}

/// The permissions denied to a member after the change.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Denied {
    pub(crate) permissions_denied: Vec<DeniedRecord>,
}

#[derive(Serialize)]
struct Deny<'a> {
    permissions: &'a [DeniedRecord],
}

#[derive(Serialize)]
struct Invite<'a> {
    email: &'a str,
}

#[derive(Serialize)]
struct Add<'a> {
    members: [NewMember<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewMember<'a> {
    org_membership_id: &'a str,
    workspace_encrypted_key: &'a str,
    workspace_encrypted_nonce: &'a str,
}

#[derive(Serialize)]
struct AddByEmail<'a> {
    emails: [&'a str; 1],
    usernames: [&'a str; 0],
}

#[derive(Serialize)]
struct OneRole<'a> {
    role: &'a str,
}

#[derive(Serialize)]
struct Roles<'a> {
    roles: [OneRole<'a>; 1],
}

/// May 2023 answers 400 if the role does not allow it, or if the invited person is already a
/// member.
const NOT_ADMIN: &[(u16, ErrorKind)] = &[(400, ErrorKind::PermissionDenied)];
const MEMBER_ALREADY: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];

fn path(era: Era, project_id: &str) -> String {
    let version = if era == Era::May2023 { "v2" } else { "v1" };
    format!("/api/{version}/workspace/{}/memberships", segment(project_id))
}

pub(crate) fn list(era: Era, project_id: &str) -> Request {
    Request::get(path(era, project_id)).about(format!("the members of project {project_id}"))
}

/// The error of 2024 servers while a person without an account is invited.
const STRANGER_INVITED: &[(&str, ErrorKind)] =
    &[("doesn't match the schema", ErrorKind::UnsupportedByServer)];

/// Also works with API keys.
pub(crate) fn colleagues(organization_id: &str) -> Request {
    let organization = segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/memberships"))
        .about(subject_of_colleagues(organization_id))
        .meanings(STRANGER_INVITED)
}

/// Needs a user session; works for every kind of invitation.
pub(crate) fn colleagues_by_session(organization_id: &str) -> Request {
    Request::get(format!("/api/v1/organization/{}/users", segment(organization_id)))
        .about(subject_of_colleagues(organization_id))
}

fn subject_of_colleagues(organization_id: &str) -> String {
    format!("the members of organization {organization_id}")
}

/// May 2023: adds a member without a key; the key is uploaded next.
pub(crate) fn invite(project_id: &str, email: &str) -> Result<Request> {
    Request::post(format!("/api/v1/workspace/{}/invite-signup", segment(project_id)))
        .about(format!("inviting {email} to project {project_id}", email = Shown(email)))
        .hints(MEMBER_ALREADY)
        .json(&Invite { email })
}

/// Later: adds a member with their copy of the project key.
pub(crate) fn add(
    project_id: &str,
    email: &str,
    organization_membership_id: &str,
    sealed: &Sealed,
) -> Result<Request> {
    let member = NewMember {
        org_membership_id: organization_membership_id,
        workspace_encrypted_key: &sealed.ciphertext,
        workspace_encrypted_nonce: &sealed.nonce,
    };
    Request::post(format!("/api/v1/workspace/{}/memberships", segment(project_id)))
        .about(format!("adding {email} to project {project_id}", email = Shown(email)))
        .json(&Add { members: [member] })
}

/// Since June 2024: adds a member; the server shares the key if it has one.
pub(crate) fn add_by_email(project_id: &str, email: &str) -> Result<Request> {
    Request::post(format!("/api/v2/workspace/{}/memberships", segment(project_id)))
        .about(format!("adding {email} to project {project_id}", email = Shown(email)))
        .json(&AddByEmail { emails: [email], usernames: [] })
}

pub(crate) fn set_role(era: Era, project_id: &str, id: &str, role: &str) -> Result<Request> {
    let request = Request::patch(format!("{}/{}", path(era, project_id), segment(id)))
        .about(format!("the role of member {id} of project {project_id}"))
        .hints(NOT_ADMIN);
    match era {
        Era::May2023 | Era::February2024 => request.json(&OneRole { role }),
        Era::June2024 | Era::October2024 | Era::Modern => {
            request.json(&Roles { roles: [OneRole { role }] })
        }
    }
}

/// May 2023: replaces the denied permissions.
pub(crate) fn deny(project_id: &str, id: &str, denied: &[DeniedRecord]) -> Result<Request> {
    Request::post(format!("/api/v1/membership/{}/deny-permissions", segment(id)))
        .about(format!("the denied permissions of member {id} of project {project_id}"))
        .hints(NOT_ADMIN)
        .json(&Deny { permissions: denied })
}

pub(crate) fn remove(era: Era, project_id: &str, id: &str) -> Request {
    Request::delete(format!("{}/{}", path(era, project_id), segment(id)))
        .about(format!("removing member {id} of project {project_id}"))
        .hints(NOT_ADMIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denied_permissions_may_be_null_or_missing() {
        for text in [r#"{"id": "1"}"#, r#"{"id": "1", "deniedPermissions": null}"#] {
            let record: MemberRecord = serde_json::from_str(text).unwrap();
            assert!(record.denied_permissions().is_empty());
        }
    }
}
