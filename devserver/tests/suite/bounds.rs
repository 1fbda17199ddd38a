//! Input that would be unbounded work: patterns, paths, nesting, times.

use serde_json::{Value, json};

use crate::support::client::{Auth, Peer, with};
use crate::support::{ALL, Config, Era, LATER, Person, start, start_with};

/// The status of a request that a validator of the era refuses.
fn refused(era: Era) -> u16 {
    if era == Era::May23 { 400 } else { 403 }
}

fn nested(depth: usize) -> String {
    format!("/{}a{}", "{".repeat(depth), "}".repeat(depth))
}

fn token_for(project: &str, path: &str) -> Value {
    json!({
        "name": "test", "workspaceId": project, "environment": "dev",
        "scopes": [{ "environment": "dev", "secretPath": path }],
        "encryptedKey": "k", "iv": "i", "tag": "t",
        "expiresIn": 3600, "permissions": ["read", "write"],
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn token_scope_is_refused_beyond_20_groups_or_2000_bytes() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, _) = alice.project("First").await;
        let create = async |path: &str| {
            let body = token_for(&project, path);
            peer.post("/api/v2/service-token", &alice.auth(), body).await
        };
        for path in [nested(200), nested(100_000), format!("/{}", "a".repeat(2000))] {
            let reply = create(&path).await;
            assert_eq!(reply.status, refused(era), "{} bytes: {}", path.len(), reply.text);
            assert!(reply.text.contains("2000 bytes and 20 groups"), "{}", reply.text);
        }
        let made = create(&nested(20)).await.ok();
        let token = Auth::bearer(made["serviceToken"].as_str().unwrap());
        let read = |path| {
            let query = format!("workspaceId={project}&environment=dev&secretPath={path}");
            let (peer, token) = (&peer, &token);
            async move { peer.get(&format!("/api/v3/secrets?{query}"), token).await.status }
        };
        assert_eq!((read("/a").await, read("/b").await), (200, 401), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn role_condition_is_refused_beyond_20_groups() {
    let mut config = Config::new(Era::Modern);
    config.licence = true;
    let (_server, peer) = start_with(config).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let body = json!({ "projectName": "First" });
    let made = peer.post("/api/v2/workspace", &alice.auth(), body).await.ok();
    let slug = made["project"]["slug"].as_str().unwrap();
    let create = async |name: &str, pattern: &str| {
        let body = json!({ "name": name, "slug": name, "permissions": [{
            "subject": "secrets", "action": ["read"],
            "conditions": { "secretPath": { "$glob": pattern } },
        }] });
        peer.post(&format!("/api/v1/workspace/{slug}/roles"), &alice.auth(), body).await
    };
    create("narrow", &nested(20)).await.ok();
    let reply = create("deep", &nested(200)).await;
    assert_eq!(reply.status, 422, "{}", reply.text);
}

async fn create_folder(peer: &Peer, auth: &Auth, project: &str, path: &str, name: &str) -> u16 {
    let place = json!({ "workspaceId": project, "environment": "dev" });
    let body = with(place, json!({ "path": path, "name": name }));
    peer.post("/api/v1/folders", auth, body).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn folder_path_is_refused_beyond_100_levels() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, _) = alice.project("First").await;
        let auth = alice.auth();
        let create = async |levels: usize| {
            create_folder(&peer, &auth, &project, &"/a".repeat(levels), "last").await
        };
        assert_eq!(create(99).await, 200, "{era}");
        assert_eq!(create(100).await, refused(era), "{era}");
        assert_eq!(create(100_000).await, refused(era), "{era}");
        let path = "/a".repeat(101);
        let query = format!("workspaceId={project}&environment=dev&secretPath={path}");
        let reply = peer.get(&format!("/api/v3/secrets?{query}"), &auth).await;
        assert_eq!(reply.status, refused(era), "{era}: {}", reply.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn folder_by_parent_is_refused_beyond_100_levels() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, _) = alice.project("First").await;
    let mut parent = Value::Null;
    for level in 1..=101 {
        let body = json!({
            "workspaceId": project, "environment": "dev",
            "folderName": "a", "parentFolderId": parent,
        });
        let reply = peer.post("/api/v1/folder", &alice.auth(), body).await;
        assert_eq!(reply.status, if level <= 100 { 200 } else { 400 }, "{level}: {}", reply.text);
        if level <= 100 {
            parent = reply.json()["_id"].clone();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn deeply_nested_json_is_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let request = peer.request(reqwest::Method::POST, "/api/v3/secrets/A", &alice.auth());
        let body = format!("{{\"metadata\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000));
        let request = request.header("content-type", "application/json").body(body);
        let status = crate::support::client::read(request).await.status;
        assert_eq!(status, if era == Era::May23 { 500 } else { 400 }, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn client_secret_accepts_the_longest_lifetime() {
    let (_server, peer) = start(Era::Jun24).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let auth = alice.auth();
    let body = json!({ "name": "robot", "organizationId": alice.organization, "role": "member" });
    let made = peer.post("/api/v1/identities", &auth, body).await.ok();
    let id = made["identity"]["id"].as_str().unwrap();
    let path = format!("/api/v1/auth/universal-auth/identities/{id}");
    let attached = peer.post(&path, &auth, json!({})).await.ok();
    let body = json!({ "ttl": i64::MAX });
    let secret = peer.post(&format!("{path}/client-secrets"), &auth, body).await.ok();
    let body = json!({
        "clientId": attached["identityUniversalAuth"]["clientId"],
        "clientSecret": secret["clientSecret"],
    });
    peer.post("/api/v1/auth/universal-auth/login", &Auth::None, body).await.ok();
}
