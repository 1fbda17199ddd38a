//! Machine identities: log-in, plaintext routes, and when those are not used.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use infisical_e2ee::crypto::{PublicKey, SystemEntropy};
use infisical_e2ee::{Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::support::{
    Answer, PROJECT, Received, Stub, World, answer_of, bare_client, builder_at, eventually, http,
    machine, modern,
};

const LOG_IN: &str = "/api/v1/auth/universal-auth/login";
const RENEW: &str = "/api/v1/auth/token/renew";

/// A credential of a new identity in the project of `world`. `ttl` is its tokens' lifetime in
/// seconds.
async fn identity(world: &World, ttl: Option<u64>) -> Credential {
    let user = world.ada();
    let identities = user.identities();
    let id = identities.create("robot").await.unwrap().id;
    let mut attach = identities.attach_universal_auth(&id);
    if let Some(seconds) = ttl {
        attach = attach.access_token_ttl(Duration::from_secs(seconds));
    }
    let client_id = attach.await.unwrap();
    let secret = identities.create_client_secret(&id).await.unwrap().client_secret;
    identities.add_to_project(&id, "admin").await.unwrap();
    Credential::universal_auth(&client_id, secret).unwrap()
}

#[tokio::test]
async fn concurrent_calls_log_in_once() {
    let world = World::start(Era::Jun24).await;
    let credential = identity(&world, None).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let client = world.client_at(&stub.base_url, credential);
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        calls.spawn(client.secrets().list().into_future());
    }
    for result in calls.join_all().await {
        assert!(result.unwrap().is_empty());
    }
    assert_eq!(stub.count(LOG_IN), 1);
}

#[tokio::test]
async fn concurrent_calls_share_a_refused_log_in() {
    let stub = Stub::start(|request, _| modern(request, &|_| panic!("no secrets"), 403)).await;
    let client = machine(&stub).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..5 {
        calls.spawn(client.secrets().list().into_future());
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::AuthenticationFailed);
    }
    assert_eq!(stub.count(LOG_IN), 1);
}

#[tokio::test]
async fn token_is_renewed_before_it_expires() {
    for (era, renewals, log_ins) in [(Era::Feb24, 1, 1), (Era::Jun24, 1, 1)] {
        let world = World::start(era).await;
        let credential = identity(&world, Some(5)).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.client_at(&stub.base_url, credential);
        let _ = client.secrets().list().await;
        tokio::time::sleep(Duration::from_millis(4200)).await;
        let _ = client.secrets().list().await;
        assert_eq!((stub.count(RENEW), stub.count(LOG_IN)), (renewals, log_ins), "{era}");
    }
}

#[tokio::test]
async fn concurrent_calls_renew_once() {
    for refused in [None, Some(refusal as fn() -> Answer), Some(past_longest_lifetime)] {
        let world = World::start(Era::Jun24).await;
        let credential = identity(&world, Some(5)).await;
        let stub =
            Stub::before(&world.base_url, move |request, _| match (request.path(), refused) {
                (RENEW, Some(answer)) => answer(),
                _ => Answer::PassOn,
            })
            .await;
        let client = world.client_at(&stub.base_url, credential);
        client.secrets().list().await.unwrap();
        tokio::time::sleep(Duration::from_millis(4200)).await;
        let mut calls = JoinSet::new();
        for _ in 0..10 {
            calls.spawn(client.secrets().list().into_future());
        }
        for result in calls.join_all().await {
            assert!(result.unwrap().is_empty());
        }
        let log_ins = if refused.is_some() { 2 } else { 1 };
        assert_eq!((stub.count(RENEW), stub.count(LOG_IN)), (1, log_ins), "{refused:?}");
    }
}

#[tokio::test]
async fn cancelled_renewal_keeps_the_session() {
    let world = World::start(Era::Jun24).await;
    let credential = identity(&world, Some(5)).await;
    let hangs = AtomicBool::new(true);
    let stub = Stub::before(&world.base_url, move |request, _| {
        let hanging = request.path() == RENEW && hangs.swap(false, Ordering::SeqCst);
        if hanging { Answer::Never } else { Answer::PassOn }
    })
    .await;
    let client = world.client_at(&stub.base_url, credential);
    client.secrets().list().await.unwrap();
    tokio::time::sleep(Duration::from_millis(4200)).await;
    let cancelled = tokio::spawn(client.secrets().list().into_future());
    eventually(|| stub.count(RENEW) == 1).await;
    cancelled.abort();
    client.secrets().list().await.unwrap();
    assert_eq!((stub.count(RENEW), stub.count(LOG_IN)), (2, 1));
}

#[tokio::test]
async fn token_without_expiry_is_not_renewed() {
    let stub = Stub::start(|request, _| match request.path() {
        LOG_IN => Answer::json(200, &json!({"accessToken": "a.b.c", "expiresIn": 0})),
        _ => modern(request, &|_| Answer::json(200, &json!({"secrets": []})), 200),
    })
    .await;
    let client = machine(&stub).build().unwrap();
    for _ in 0..3 {
        client.secrets().list().await.unwrap();
    }
    assert_eq!((stub.count(RENEW), stub.count(LOG_IN)), (0, 1));
}

#[tokio::test]
async fn refused_token_causes_one_log_in() {
    let world = World::start(Era::Jun24).await;
    let credential = identity(&world, None).await;
    let refuse = Arc::new(AtomicBool::new(false));
    let refusing = Arc::clone(&refuse);
    let stub = Stub::before(&world.base_url, move |request, _| {
        let refused = request.path().contains("/raw") && refusing.swap(false, Ordering::SeqCst);
        if refused { refusal() } else { Answer::PassOn }
    })
    .await;
    let client = world.client_at(&stub.base_url, credential);
    client.secrets().list().await.unwrap();
    refuse.store(true, Ordering::SeqCst);
    client.secrets().list().await.unwrap();
    assert_eq!(stub.count(LOG_IN), 2);
}

/// What October 2024 answers for a token that cannot be renewed. It also ends the token.
fn past_longest_lifetime() -> Answer {
    let message = "Failed to renew MI access token past its Max TTL expiration";
    let body = json!({"statusCode": 401, "message": message, "error": "UnauthorizedError"});
    Answer::json(401, &body)
}

/// The response to a token that the server refuses.
fn refusal() -> Answer {
    let body = json!({"statusCode": 403, "error": "UnauthorizedError", "message": "no"});
    Answer::json(403, &body)
}

/// Shares the project key of a February 2024 project with its bot.
async fn let_the_server_decrypt(world: &World) {
    let token = world.access_token();
    let path = format!("{}/api/v1/bot/{}", world.base_url, world.project);
    let bot = answer_of(http().get(path).bearer_auth(token)).await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let receiver = PublicKey::from_base64(&text(&bot["bot"]["publicKey"])).unwrap();
    let key = world.project_key(&world.project).await;
    let sealed = key.seal_for(&receiver, &world.own_key(), &mut SystemEntropy).unwrap();
    let bot_key = json!({"encryptedKey": sealed.ciphertext, "nonce": sealed.nonce});
    let path = format!("/api/v1/bot/{}/active", text(&bot["bot"]["id"]));
    let request = http().patch(format!("{}{path}", world.base_url)).bearer_auth(token);
    let request = request.header("content-type", "application/json");
    let body = json!({"isActive": true, "botKey": bot_key}).to_string();
    answer_of(request.body(body)).await;
}

#[tokio::test]
async fn project_with_active_bot_is_read_by_both_routes() {
    let world = World::start(Era::Feb24).await;
    let machine = world.client(identity(&world, None).await);
    let user = world.ada();
    user.secrets().create("A", "one").await.unwrap();
    let error = machine.secrets().get("A").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
    assert!(error.message().contains("end-to-end encrypted"), "{error}");

    let_the_server_decrypt(&world).await;
    assert_eq!(machine.secrets().get("A").await.unwrap().value.expose(), "one");
    let written = machine.secrets().create("B", "two").comment("why").await.unwrap();
    assert!(!written.end_to_end_encrypted);
    let reader = world.session_at(&world.base_url);
    let read = reader.secrets().get("B").await.unwrap();
    assert_eq!((read.value.expose(), read.comment.expose()), ("two", "why"));
    assert!(!read.end_to_end_encrypted);
}

#[tokio::test]
async fn require_e2ee_client_sends_no_secrets_request() {
    let world = World::start(Era::Jun24).await;
    let credential = identity(&world, None).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let builder = builder_at(&stub.base_url).credential(credential);
    let builder = builder.project(&world.project).environment("dev").require_e2ee(true);
    let error = builder.build().unwrap().secrets().create("A", "planted").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
    assert!(stub.received().iter().all(|request| !request.path().contains("/secrets")));
    assert!(!format!("{error:?}").contains("planted"));
}

fn number_in_query(request: &Received, name: &str) -> usize {
    let pairs = request.target.split(['?', '&']).filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(found, _)| *found == name).map(|(_, value)| value).next_back();
    value.map_or(0, |value| value.parse().unwrap())
}

/// 250 memberships, in pages of at most 100, or all at once if the server has no pages.
fn memberships(request: &Received, of_organization: bool, knows_pages: bool) -> Value {
    let query = |name: &str| number_in_query(request, name);
    let all = (0..250).map(|number| {
        let mut membership = json!({
            "id": format!("m-{number}"),
            "identity": {"id": format!("i-{number}"), "name": format!("Robot {number}")},
        });
        if of_organization {
            membership["role"] = json!("member");
        } else {
            membership["roles"] =
                json!([{"role": "viewer"}, {"role": "custom", "customRoleSlug": "deployer"}]);
        }
        membership
    });
    let part: Vec<_> = if knows_pages {
        all.skip(query("offset")).take(query("limit").min(100)).collect()
    } else {
        all.collect()
    };
    match knows_pages {
        true => json!({"identityMemberships": part, "totalCount": 250}),
        false => json!({"identityMemberships": part}),
    }
}

#[tokio::test]
async fn identities_list_reads_every_page() {
    for knows_pages in [true, false] {
        let stub = Stub::start(move |request, _| {
            Answer::json(
                200,
                &match request.path() {
                    "/api/status" => json!({"message": "Ok", "redisConfigured": true}),
                    "/api/v1/admin/config" => json!({"config": {"fipsEnabled": false}}),
                    "/api/v2/organizations/o-1/identity-memberships" => {
                        memberships(request, true, knows_pages)
                    }
                    _ => memberships(request, false, knows_pages),
                },
            )
        })
        .await;
        let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
        let all = client.identities().list().organization("o-1").await.unwrap();
        assert_eq!((all.len(), all[249].id.as_str()), (250, "i-249"));
        let all = client.identities().list_in_project().await.unwrap();
        assert_eq!((all.len(), all[249].identity_id.as_str()), (250, "i-249"));
        assert_eq!(all[0].roles, ["viewer", "deployer"]);
    }
}

#[tokio::test]
async fn list_access_tokens_reads_up_to_the_200_that_servers_return() {
    for (made, shown, requests) in [(0, 0, 1), (99, 99, 1), (100, 100, 2), (230, 200, 2)] {
        let stub = Stub::start(move |request, _| {
            let part = || {
                let (offset, limit) =
                    (number_in_query(request, "offset"), number_in_query(request, "limit"));
                assert!(offset <= 100 && limit <= 100, "{}", request.target);
                let all = (0..made).map(|number| json!({"id": format!("t-{number}")}));
                all.skip(offset).take(limit).collect::<Vec<_>>()
            };
            Answer::json(
                200,
                &match request.path() {
                    "/api/status" => json!({"message": "Ok", "redisConfigured": true}),
                    "/api/v1/admin/config" => json!({"config": {"fipsEnabled": false}}),
                    _ => json!({ "tokens": part() }),
                },
            )
        })
        .await;
        let client = bare_client(&stub.base_url).build().unwrap();
        let all = client.identities().list_access_tokens("i-1").await.unwrap();
        assert_eq!(all.len(), shown);
        let path = "/api/v1/auth/token-auth/identities/i-1/tokens";
        assert_eq!(stub.count(path), requests, "{made}");
    }
}

#[tokio::test]
async fn log_out_with_failed_revocation_still_clears_the_token() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/v1/auth/token/revoke" => refusal(),
        _ => modern(request, &|_| Answer::json(200, &json!({"secrets": []})), 200),
    })
    .await;
    let client = machine(&stub).build().unwrap();
    client.secrets().list().await.unwrap();
    let error = client.account().log_out().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed);
    client.secrets().list().await.unwrap();
    assert_eq!(stub.count(LOG_IN), 2);
}

#[tokio::test]
async fn log_out_without_session_sends_nothing() {
    let stub = Stub::start(|_, _| panic!("nothing is to be asked")).await;
    machine(&stub).build().unwrap().account().log_out().await.unwrap();
    assert!(stub.received().is_empty());
}

#[tokio::test]
async fn attach_universal_auth_needs_only_the_client_id_in_the_response() {
    let world = World::start(Era::Jun24).await;
    let stub = Stub::before(&world.base_url, |request, _| {
        if request.path().starts_with("/api/v1/auth/universal-auth/identities/") {
            let attached = json!({"identityUniversalAuth": {"clientId": "client"}});
            return Answer::json(200, &attached);
        }
        Answer::PassOn
    })
    .await;
    let user = world.user_at(&stub.base_url);
    let id = user.identities().create("robot").await.unwrap().id;
    assert_eq!(user.identities().attach_universal_auth(id).await.unwrap(), "client");
}

#[tokio::test]
async fn groups_create_in_another_organization_is_an_error() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/v1/groups" => {
            let group = json!({"id": "g", "name": "a", "slug": "a", "orgId": "elsewhere"});
            Answer::json(200, &group)
        }
        _ => modern(request, &|_| panic!("no secrets"), 403),
    })
    .await;
    let credential = Credential::access_token("a.b.c").unwrap();
    let builder = builder_at(&stub.base_url).credential(credential);
    let client = builder.organization("wanted").build().unwrap();
    let error = client.groups().create("a").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.message().contains("was created in organization elsewhere"), "{error}");
}
