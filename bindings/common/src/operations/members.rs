//! Members of projects.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, DeniedPermission, DenyPermissions, Fingerprint, InviteMember, ListMembers, Member,
    MemberFingerprint, Operation, RemoveMember, RemovedMember, SetMemberRole, ShareKey,
};

use super::in_project;

/// `members.list`.
pub fn list_members(client: &Client, project: Option<String>) -> Operation<Vec<Member>> {
    let request = client.members().list();
    in_project(request, project, ListMembers::project).into_future()
}

/// `members.invite`.
pub fn invite_member(
    client: &Client,
    email: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().invite(email);
    if let Some(fingerprint) = expect_fingerprint {
        request = request.expect_fingerprint(fingerprint);
    }
    in_project(request, project, InviteMember::project).into_future()
}

/// `members.set_role`.
pub fn set_member_role(
    client: &Client,
    member_id: String,
    role: String,
    project: Option<String>,
) -> Operation<Member> {
    let request = client.members().set_role(member_id, role);
    in_project(request, project, SetMemberRole::project).into_future()
}

/// `members.deny`.
pub fn deny_member_permissions(
    client: &Client,
    member_id: String,
    denied: Vec<DeniedPermission>,
    project: Option<String>,
) -> Operation<Member> {
    let request = client.members().deny(member_id, denied);
    in_project(request, project, DenyPermissions::project).into_future()
}

/// `members.remove`.
pub fn remove_member(
    client: &Client,
    member_id: String,
    project: Option<String>,
) -> Operation<RemovedMember> {
    let request = client.members().remove(member_id);
    in_project(request, project, RemoveMember::project).into_future()
}

/// `members.share_key`.
pub fn share_key_with_member(
    client: &Client,
    member_id: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().share_key(member_id);
    if let Some(fingerprint) = expect_fingerprint {
        request = request.expect_fingerprint(fingerprint);
    }
    in_project(request, project, ShareKey::project).into_future()
}

/// `members.fingerprint`.
pub fn member_fingerprint(
    client: &Client,
    member_id: Option<String>,
    project: Option<String>,
) -> Operation<Fingerprint> {
    let mut request = client.members().fingerprint();
    if let Some(id) = member_id {
        request = request.member_id(id);
    }
    in_project(request, project, MemberFingerprint::project).into_future()
}
