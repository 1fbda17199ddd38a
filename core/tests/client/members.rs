//! Project keys for members: only for the intended person, and also after an interruption.

use infisical_e2ee::crypto::{PrivateKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, ErrorKind, Member};
use serde_json::{Value, json};

use super::support::{Answer, ERAS, Stub, World, answer_of, http, interrupted};

const BOB: &str = "bob@example.test";

/// Routes that add a member or share a key.
fn gives_access(path: &str) -> bool {
    path.contains("/invite-signup") || path.contains("/memberships") || path.contains("/key")
}

async fn bob_of(client: &Client) -> Option<Member> {
    client.members().list().await.unwrap().into_iter().find(|member| member.email == BOB)
}

/// Checks that both users write and read with the same key.
async fn share_secrets(ada: &Client, bob: &Client, name: &str) {
    ada.secrets().create(name, "from ada").await.unwrap();
    assert_eq!(bob.secrets().get(name).await.unwrap().value.expose(), "from ada");
    bob.secrets().update(name).value("from bob").await.unwrap();
    assert_eq!(ada.secrets().get(name).await.unwrap().value.expose(), "from bob");
}

#[tokio::test]
async fn member_is_invited_promoted_and_removed() {
    for era in ERAS {
        let world = World::start(era).await;
        let (ada, bob) = (world.ada(), world.colleague(BOB).await);
        let invited = ada.members().invite("Bob@Example.test").await.unwrap();
        assert_eq!(invited.roles, ["member"], "{era}");
        assert_eq!(Some(&invited), bob_of(&ada).await.as_ref(), "{era}");
        assert_eq!(bob.account().me().await.unwrap().id, invited.user_id, "{era}");
        share_secrets(&ada, &bob, "A").await;
        assert_eq!(ada.members().invite(BOB).await.unwrap(), invited, "{era}: once more");
        share_secrets(&ada, &bob, "B").await;

        let refused = bob.members().set_role(&invited.id, "admin").await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::PermissionDenied, "{era}");
        let promoted = ada.members().set_role(&invited.id, "admin").await.unwrap();
        assert_eq!(promoted.roles, ["admin"], "{era}");
        assert_eq!(Some(promoted), bob_of(&bob).await, "{era}");

        ada.members().set_role(&invited.id, "member").await.unwrap();
        let refused = bob.members().remove(&invited.id).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::PermissionDenied, "{era}");
        ada.members().remove(&invited.id).await.unwrap();
        assert_eq!(bob_of(&ada).await, None, "{era}");
        let refused = bob.secrets().list().await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::NotFound, "{era}");
        let again = ada.members().remove(&invited.id).await.unwrap_err();
        assert_eq!(again.kind(), ErrorKind::NotFound, "{era}");
    }
}

#[tokio::test]
async fn members_invite_interrupted_at_any_request_completes_when_repeated() {
    for era in ERAS {
        let world = World::start(era).await;
        let bob = world.colleague(BOB).await;
        let ada = world.ada();
        interrupted(
            &world,
            async |round| {
                if let Some(member) = bob_of(&ada).await {
                    ada.members().remove(member.id).await.unwrap();
                }
                format!("A{round}")
            },
            async |client, _| client.members().invite(BOB).await,
            async |name, again, what| {
                assert_eq!(again.unwrap().email, BOB, "{what}");
                let known = bob_of(&ada).await.unwrap();
                assert_eq!(known.roles, ["member"], "{what}");
                share_secrets(&ada, &bob, name).await;
            },
        )
        .await;
    }
}

#[tokio::test]
async fn members_invite_with_unexpected_or_unsafe_key_is_refused() {
    for era in ERAS {
        let world = World::start(era).await;
        world.colleague(BOB).await;
        let unsafe_keys = ["", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="];
        for swapped in [None, Some(unsafe_keys[0]), Some(unsafe_keys[1]), Some(unsafe_keys[2])] {
            let stub = Stub::before(&world.base_url, move |request, _| {
                let path = request.path();
                let lists = path.ends_with("/memberships") || path.ends_with("/users");
                match swapped.filter(|_| path.contains("/organization") && lists) {
                    Some(key) => Answer::json(200, &with_key_of_bob(key)),
                    None => Answer::PassOn,
                }
            })
            .await;
            let members = world.user_at(&stub.base_url).members();
            let mut request = members.invite(BOB);
            if swapped.is_none() {
                request = request.expect_fingerprint("0".repeat(64));
            }
            let refused = request.await.unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::IntegrityViolation, "{era} {swapped:?}");
            let given = stub.received();
            let given = given.iter().any(|one| one.method != "GET" && gives_access(one.path()));
            assert!(!given, "{era} {swapped:?}");
        }
    }
}

/// The members of an organization in any era, from a server that replaces Bob's key.
fn with_key_of_bob(key: &str) -> Value {
    let bob = json!({ "id": "b0b", "email": BOB, "publicKey": key });
    let member = json!({ "id": "0b0b", "role": "member", "status": "accepted", "user": bob });
    json!({ "memberships": [member] })
}

#[tokio::test]
async fn members_invite_and_share_key_accept_the_expected_fingerprint() {
    for era in ERAS {
        let world = World::start(era).await;
        let (ada, bob) = (world.ada(), world.colleague(BOB).await);
        let invited = ada.members().invite(BOB).await.unwrap();
        let fingerprint = invited.public_key_fingerprint.clone().unwrap();
        ada.members().remove(&invited.id).await.unwrap();
        let upper = fingerprint.to_uppercase();
        let invited = ada.members().invite(BOB).expect_fingerprint(upper).await.unwrap();
        let read_out = bob.members().fingerprint().await.unwrap();
        assert_eq!(read_out.sha256, fingerprint, "{era}");
        let shown = ada.members().fingerprint().member_id(&invited.id).await.unwrap();
        assert_eq!(shown, read_out, "{era}");
        for form in [fingerprint, read_out.short, read_out.words] {
            let shared = ada.members().share_key(&invited.id).expect_fingerprint(form).await;
            assert_eq!(shared.unwrap(), invited, "{era}");
        }
        share_secrets(&ada, &bob, "A").await;
        let own = ada.members().fingerprint().await.unwrap();
        for other in ["f".repeat(64), own.short, own.words] {
            let other = ada.members().share_key(&invited.id).expect_fingerprint(other).await;
            assert_eq!(other.unwrap_err().kind(), ErrorKind::IntegrityViolation, "{era}");
        }
        let unknown = ada.members().share_key("nobody").await.unwrap_err();
        assert_eq!(unknown.kind(), ErrorKind::NotFound, "{era}");
    }
}

#[tokio::test]
async fn expected_fingerprint_in_another_form_is_refused_before_anything_is_sent() {
    let stub = Stub::start(|_, _| Answer::json(500, &json!({}))).await;
    let world = World::start(ERAS[0]).await;
    let user = world.user_at(&stub.base_url);
    let mistyped = "legal winner thank year wave sausage worth useful legal winner thank zoo";
    for (text, told) in [
        ("short", "64 hexadecimal digits"),
        ("", "64 hexadecimal digits"),
        (&"0".repeat(63), "64 hexadecimal digits"),
        (mistyped, "the twelve words"),
    ] {
        let told_of = |error: infisical_e2ee::Error| {
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{text}: {error}");
            assert!(error.message().contains(told), "{text}: {error}");
        };
        let members = user.members();
        told_of(members.invite(BOB).expect_fingerprint(text).await.unwrap_err());
        told_of(members.share_key("64a0").expect_fingerprint(text).await.unwrap_err());
        let builder = world.user_builder(BOB);
        told_of(builder.trusted_sealers([text]).build().unwrap_err());
    }
    assert_eq!(stub.received().len(), 0);
}

/// Servers that give the user another public key than the private key's.
#[tokio::test]
async fn own_fingerprint_is_of_the_private_key_whatever_the_server_says() {
    for era in ERAS {
        let world = World::start(era).await;
        let true_one = world.ada().members().fingerprint().await.unwrap();
        let token = world.access_token();
        let url = format!("{}/api/v2/users/me", world.base_url);
        let mut me = answer_of(http().get(url).bearer_auth(token)).await;
        let other = PrivateKey::generate(&mut SystemEntropy).unwrap().public_key();
        me["user"]["publicKey"] = other.to_base64().into();
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path() == "/api/v2/users/me" {
                Answer::json(200, &me)
            } else {
                Answer::PassOn
            }
        })
        .await;
        let error = world.session_at(&stub.base_url).members().fingerprint().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        // Without the private key there is nothing to compare with.
        let token = Credential::access_token(world.access_token()).unwrap();
        let error = world.client(token).members().fingerprint().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::KeyUnavailable, "{era}: {error}");
        let program = world.client(world.token_credential());
        let error = program.members().fingerprint().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{era}: {error}");
        let honest = world.session_at(&world.base_url).members().fingerprint().await.unwrap();
        assert_eq!(honest, true_one, "{era}");
    }
}

#[tokio::test]
async fn fingerprint_of_a_member_shows_the_key_that_the_server_gives() {
    for era in ERAS {
        let world = World::start(era).await;
        let (ada, bob) = (world.ada(), world.colleague(BOB).await);
        ada.members().invite(BOB).await.unwrap();
        let read_out = bob.members().fingerprint().await.unwrap();
        let other = PrivateKey::generate(&mut SystemEntropy).unwrap().public_key();
        let key = other.to_base64();
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path().ends_with("/memberships") && !request.path().contains("organ") {
                Answer::json(200, &with_key_of_bob(&key))
            } else {
                Answer::PassOn
            }
        })
        .await;
        let members = world.user_at(&stub.base_url).members();
        let shown = members.fingerprint().member_id("0b0b").await.unwrap();
        assert_eq!(shown, other.fingerprint(), "{era}");
        let refused = members.share_key("0b0b").expect_fingerprint(read_out.words).await;
        let refused = refused.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::IntegrityViolation, "{era}: {refused}");
        assert!(refused.message().contains("expected fingerprint"), "{era}: {refused}");
    }
}

#[tokio::test]
async fn members_invite_half_done_error_says_how_to_finish() {
    let world = World::start(ERAS[0]).await;
    let bob = world.colleague(BOB).await;
    let stub = Stub::before(&world.base_url, |request, _| {
        if request.path().starts_with("/api/v1/key/") {
            return Answer::json(500, &json!({}));
        }
        Answer::PassOn
    })
    .await;
    let stopped = world.user_at(&stub.base_url).members().invite(BOB).await.unwrap_err();
    assert!(stopped.message().contains("Invite them again to finish"), "{stopped}");
    let without = bob.projects().open_key(&world.project).await.unwrap_err();
    assert_eq!(without.kind(), ErrorKind::KeyUnavailable);
    world.ada().members().invite(BOB).await.unwrap();
    bob.projects().open_key(&world.project).await.unwrap();
}
