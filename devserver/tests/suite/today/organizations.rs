//! Organizations, members and invitations.

use serde_json::{Value, json};

use super::{NO_AUTH, fields, is_invalid, is_refused, started};
use crate::support::Person;
use crate::support::client::Auth;

#[tokio::test(flavor = "multi_thread")]
async fn invitation_is_accepted_by_selecting_the_organization() {
    let (_server, peer, alice) = started().await;
    let mut bob = Person::sign_up(&peer, "bob").await;
    let invite = "/api/v1/invite-org/signup";
    let body = json!({ "inviteeEmail": bob.email, "organizationId": alice.organization });
    is_invalid(&peer.post(invite, &alice.auth(), body).await, "inviteeEmails");
    // The organization in the body is ignored.
    let body = json!({
        "inviteeEmails": [bob.email, "carol@example.test"], "organizationId": bob.organization,
    });
    let sent = peer.post(invite, &alice.auth(), body).await.ok();
    assert_eq!(sent["completeInviteLinks"], json!([]));
    let verify = async |email: &str, code: &str| {
        let body = json!({ "email": email, "organizationId": alice.organization, "code": code });
        peer.post("/api/v1/invite-org/verify", &NO_AUTH, body).await
    };
    let wrong = verify(&bob.email, "wrong").await;
    is_refused(&wrong, 500, "InternalServerError", "Something went wrong");
    let known = verify(&bob.email, &peer.code(&bob.email).await).await.ok();
    assert_eq!(fields(&known), ["message"]);
    let new = verify("carol@example.test", &peer.code("carol@example.test").await).await.ok();
    assert!(new["token"].is_string());

    bob.log_in().await;
    let listed = peer.get("/api/v1/organization", &bob.auth()).await.ok();
    assert_eq!(listed["organizations"].as_array().map(Vec::len), Some(1));
    let path = format!("/api/v2/organizations/{}/memberships", alice.organization);
    let status = async || {
        let members = peer.get(&path, &alice.auth()).await.ok();
        let mut members = members["users"].as_array().unwrap().clone().into_iter();
        members.find(|one| one["user"]["email"] == bob.email.as_str()).unwrap()["status"].clone()
    };
    assert_eq!(status().await, "invited");
    let body = json!({ "organizationId": alice.organization });
    peer.post("/api/v3/auth/select-organization", &bob.auth(), body).await.ok();
    assert_eq!(status().await, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn invited_person_signs_up_without_an_organization() {
    let (_server, peer, alice) = started().await;
    let email = "carol@example.test";
    let body = json!({ "inviteeEmails": [email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    let code = peer.code(email).await;
    let body = json!({ "email": email, "organizationId": alice.organization, "code": code });
    let token = peer.post("/api/v1/invite-org/verify", &NO_AUTH, body).await.ok();
    let token = Auth::bearer(token["token"].as_str().unwrap());
    let body = json!({ "type": "email", "email": email, "firstName": "C", "password": "long one" });
    let made = peer.post("/api/v3/signup/complete-account", &token, body).await.ok();
    let token = Auth::bearer(made["token"].as_str().unwrap());
    let none = peer.get("/api/v1/organization", &token).await.ok();
    assert_eq!(none["organizations"], json!([]));
    let body = json!({ "organizationId": alice.organization });
    let chosen = peer.post("/api/v3/auth/select-organization", &token, body).await.ok();
    let token = Auth::bearer(chosen["token"].as_str().unwrap());
    let one = peer.get("/api/v1/organization", &token).await.ok();
    assert_eq!(one["organizations"][0]["userRole"], "member");
}

#[tokio::test(flavor = "multi_thread")]
async fn organization_of_others_is_told_apart_by_the_token() {
    let (_server, peer, alice) = started().await;
    let bob = Person::sign_up(&peer, "bob").await;
    let path = format!("/api/v1/organization/{}", bob.organization);
    let text = format!(
        "Your token is scoped to organization with ID {}, but this resource belongs to a different \
         organization.",
        alice.organization
    );
    is_refused(&peer.get(&path, &alice.auth()).await, 403, "ForbiddenError", &text);
    let own = format!("/api/v1/organization/{}", alice.organization);
    let renamed = peer.patch(&own, &alice.auth(), json!({ "name": "Works" })).await.ok();
    assert_eq!(renamed["message"], "Successfully updated organization");
    assert_eq!(renamed["organization"]["name"], "Works");
}

#[tokio::test(flavor = "multi_thread")]
async fn member_without_rights_may_not_invite_and_an_unknown_role_is_refused() {
    let (_server, peer, alice) = started().await;
    let mut bob = Person::sign_up(&peer, "bob").await;
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let body = json!({ "inviteeEmails": ["d@example.test"], "organizationId": "x" });
    let refused = peer.post("/api/v1/invite-org/signup", &bob.auth(), body).await;
    is_refused(&refused, 403, "PermissionDenied", "You are not allowed to create on member");
    assert_eq!(refused.json()["details"], json!([]));

    let members = format!("/api/v2/organizations/{}/memberships", alice.organization);
    let listed = peer.get(&members, &alice.auth()).await.ok();
    let mut listed = listed["users"].as_array().unwrap().clone().into_iter();
    let place = listed.find(|one| one["user"]["email"] == bob.email.as_str()).unwrap();
    assert_eq!(place["user"]["publicKey"], Value::Null);
    let path = format!("{members}/{}", place["id"].as_str().unwrap());
    let unknown = peer.patch(&path, &alice.auth(), json!({ "role": "nope" })).await;
    is_refused(&unknown, 400, "UpdateMembership", "Organization role not found");
    peer.patch(&path, &alice.auth(), json!({ "role": "no-access" })).await.ok();
    let blind = peer.get(&members, &bob.auth()).await;
    is_refused(&blind, 403, "PermissionDenied", "You are not allowed to read on member");
    let removed = peer.delete(&path, &alice.auth(), Value::Null).await.ok();
    assert_eq!(removed["membership"]["role"], "");
    let gone = peer.get("/api/v2/users/me", &bob.auth()).await;
    is_refused(&gone, 403, "ForbiddenError", "User not member of organization");
}
