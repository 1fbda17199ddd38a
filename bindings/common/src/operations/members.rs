//! Members of projects.

use std::future::IntoFuture;

use infisical_e2ee::{Client, DeniedPermission, Member, Operation, RemovedMember};

/// `members.list`.
pub fn list_members(client: &Client, project: Option<String>) -> Operation<Vec<Member>> {
    let mut request = client.members().list();
    if let Some(id) = project {
        request = request.project(id);
    }
    request.into_future()
}

/// `members.invite`.
pub fn invite_member(
    client: &Client,
    email: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().invite(email);
    if let Some(id) = project {
        request = request.project(id);
    }
    if let Some(fingerprint) = expect_fingerprint {
        request = request.expect_fingerprint(fingerprint);
    }
    request.into_future()
}

/// `members.set_role`.
pub fn set_member_role(
    client: &Client,
    member_id: String,
    role: String,
    project: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().set_role(member_id, role);
    if let Some(id) = project {
        request = request.project(id);
    }
    request.into_future()
}

/// `members.deny`.
pub fn deny_member_permissions(
    client: &Client,
    member_id: String,
    denied: Vec<DeniedPermission>,
    project: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().deny(member_id, denied);
    if let Some(id) = project {
        request = request.project(id);
    }
    request.into_future()
}

/// `members.remove`.
pub fn remove_member(
    client: &Client,
    member_id: String,
    project: Option<String>,
) -> Operation<RemovedMember> {
    let mut request = client.members().remove(member_id);
    if let Some(id) = project {
        request = request.project(id);
    }
    request.into_future()
}

/// `members.share_key`.
pub fn share_key_with_member(
    client: &Client,
    member_id: String,
    project: Option<String>,
    expect_fingerprint: Option<String>,
) -> Operation<Member> {
    let mut request = client.members().share_key(member_id);
    if let Some(id) = project {
        request = request.project(id);
    }
    if let Some(fingerprint) = expect_fingerprint {
        request = request.expect_fingerprint(fingerprint);
    }
    request.into_future()
}
