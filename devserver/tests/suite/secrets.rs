//! Operations on secrets in every era.

use serde_json::{Value, json};

use crate::support::client::{Auth, at, place, with};
use crate::support::{ALL, Era, LATER, Person, crypto, start};

#[tokio::test(flavor = "multi_thread")]
async fn user_creates_reads_updates_and_deletes_secrets() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        assert_eq!(alice.project_key(&project).await, key);
        assert_eq!(key.len(), 32);

        alice.create(&project, &key, "DB", "postgres://one").await.ok();
        alice.create(&project, &key, "EMPTY", "").await.ok();
        let wanted = [("DB", "postgres://one"), ("EMPTY", "")];
        assert_eq!(alice.list(&project, &key).await, owned(&wanted), "{era}");

        let [ciphertext, iv, tag] = crypto::seal("postgres://two", key.as_bytes());
        let change = with(
            place(&project, "dev"),
            json!({
                "secretValueCiphertext": ciphertext, "secretValueIV": iv, "secretValueTag": tag,
            }),
        );
        let updated = peer.patch("/api/v3/secrets/DB", &alice.auth(), change).await.ok();
        assert_eq!(updated["secret"]["version"], 2);
        let query = format!("/api/v3/secrets/DB?{}&type=shared", at(&project, "dev"));
        let got = peer.get(&query, &alice.auth()).await.ok();
        assert_eq!(crypto::open_field(&got["secret"], "secretValue", &key), "postgres://two");
        assert_eq!(crypto::open_field(&got["secret"], "secretKey", &key), "DB");

        let gone = place(&project, "dev");
        peer.delete("/api/v3/secrets/DB", &alice.auth(), gone.clone()).await.ok();
        let missing = if era == Era::May23 { 404 } else { 400 };
        assert_eq!(peer.get(&query, &alice.auth()).await.status, missing);
        assert_eq!(peer.delete("/api/v3/secrets/DB", &alice.auth(), gone).await.status, missing);
        assert_eq!(alice.list(&project, &key).await, owned(&[("EMPTY", "")]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn service_token_reads_and_writes_secrets() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "DB", "one").await.ok();
        let (credential, token_key) =
            alice.service_token(&project, &key, &["read", "write"], "/").await;

        let four_parts = Auth::bearer(format!("{credential}.{token_key}"));
        let own = peer.get("/api/v2/service-token", &four_parts).await.ok();
        let text = |name: &str| own[name].as_str().unwrap();
        let sealed = [text("encryptedKey"), text("iv"), text("tag")];
        assert_eq!(crypto::open(sealed, token_key.as_bytes()), key);
        assert_eq!(own["workspace"], project.as_str());

        let token = Auth::bearer(credential);
        let listed =
            peer.get(&format!("/api/v3/secrets?{}", at(&project, "dev")), &token).await.ok();
        assert_eq!(crypto::open_field(&listed["secrets"][0], "secretValue", &key), "one");
        let body = with(place(&project, "dev"), crypto::secret_fields("NEW", "v", "c", &key));
        peer.post("/api/v3/secrets/NEW", &token, body).await.ok();
        peer.delete("/api/v3/secrets/NEW", &token, place(&project, "dev")).await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_overrides_are_for_their_owner_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("First").await;
        alice.share(&project, &key, &mut bob).await;
        let personal = |name: &str, value: &str| {
            let fields = crypto::secret_fields(name, value, "", &key);
            with(with(place(&project, "dev"), fields), json!({ "type": "personal" }))
        };
        let lone = personal("LONE", "x");
        assert_eq!(peer.post("/api/v3/secrets/LONE", &alice.auth(), lone).await.status, 400);
        alice.create(&project, &key, "DB", "shared").await.ok();
        let own = personal("DB", "mine");
        peer.post("/api/v3/secrets/DB", &alice.auth(), own.clone()).await.ok();
        assert_eq!(peer.post("/api/v3/secrets/DB", &alice.auth(), own).await.status, 400);

        let both = owned(&[("DB", "mine"), ("DB", "shared")]);
        assert_eq!(alice.list(&project, &key).await, both);
        assert_eq!(bob.list(&project, &key).await, owned(&[("DB", "shared")]));
        let query = format!("/api/v3/secrets/DB?{}&type=personal", at(&project, "dev"));
        let got = peer.get(&query, &alice.auth()).await.ok();
        assert_eq!(crypto::open_field(&got["secret"], "secretValue", &key), "mine");
        let got = peer.get(&query, &bob.auth()).await;
        if era == Era::May23 {
            let value = crypto::open_field(&got.ok()["secret"], "secretValue", &key);
            assert_eq!(value, "shared");
        } else {
            assert_eq!(got.status, 400);
        }
        peer.delete("/api/v3/secrets/DB", &bob.auth(), place(&project, "dev")).await.ok();
        assert!(alice.list(&project, &key).await.is_empty(), "overrides go with the shared one");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn list_in_may23_has_personal_first_and_names_are_unique_per_project() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    alice.create(&project, &key, "A", "1").await.ok();
    alice.create(&project, &key, "B", "2").await.ok();
    let fields = crypto::secret_fields("B", "mine", "", &key);
    let body = with(with(place(&project, "dev"), fields), json!({ "type": "personal" }));
    peer.post("/api/v3/secrets/B", &alice.auth(), body).await.ok();
    let path = format!("/api/v3/secrets?{}", at(&project, "dev"));
    let listed = peer.get(&path, &alice.auth()).await.ok();
    assert_eq!(listed["secrets"][0]["type"], "personal");
    assert_eq!(listed["secrets"].as_array().unwrap().len(), 3);

    let body = with(place(&project, "prod"), crypto::secret_fields("A", "1", "", &key));
    assert_eq!(peer.post("/api/v3/secrets/A", &alice.auth(), body).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_since_2024_can_be_in_folders_and_be_renamed() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let folder = json!({
            "workspaceId": project, "environment": "dev", "name": "deep", "path": "/sub",
        });
        peer.post("/api/v1/folders", &alice.auth(), folder).await.ok();
        let body = with(
            with(place(&project, "dev"), crypto::secret_fields("OLD", "v", "", &key)),
            json!({ "secretPath": "/sub/deep/" }),
        );
        peer.post("/api/v3/secrets/OLD", &alice.auth(), body.clone()).await.ok();
        assert!(alice.list(&project, &key).await.is_empty(), "the root stays empty");

        let rename = with(body, crypto::secret_fields("NEW", "v2", "", &key));
        let rename = with(rename, json!({ "secretName": "NEW" }));
        peer.patch("/api/v3/secrets/OLD", &alice.auth(), rename).await.ok();
        let at = format!("{}&secretPath=%2Fsub%2Fdeep", at(&project, "dev"));
        let got = peer.get(&format!("/api/v3/secrets/NEW?{at}"), &alice.auth()).await.ok();
        assert_eq!(crypto::open_field(&got["secret"], "secretValue", &key), "v2");
        let old = peer.get(&format!("/api/v3/secrets/OLD?{at}"), &alice.auth()).await;
        assert_eq!(old.status, 400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn batch_since_2024_is_atomic() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "TAKEN", "x").await.ok();
        let entry = |name: &str| {
            with(crypto::secret_fields(name, "v", "", &key), json!({ "secretName": name }))
        };
        let batch = |names: &[&str]| {
            let entries: Vec<_> = names.iter().map(|name| entry(name)).collect();
            json!({ "workspaceId": project, "environment": "dev", "secretPath": "/",
                    "secrets": entries })
        };
        let path = "/api/v3/secrets/batch";
        let refused = peer.post(path, &alice.auth(), batch(&["B1", "TAKEN"])).await;
        assert_eq!(refused.status, 400);
        assert_eq!(alice.list(&project, &key).await, owned(&[("TAKEN", "x")]));
        let made = peer.post(path, &alice.auth(), batch(&["B1", "B2"])).await.ok();
        assert_eq!(made["secrets"][1]["version"], 0);
        peer.delete(path, &alice.auth(), batch(&["B1", "TAKEN"])).await.ok();
        assert_eq!(alice.list(&project, &key).await, owned(&[("B2", "v")]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secret_names_are_trimmed_and_case_sensitive() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let create = |path: &'static str, name: &'static str| {
            let fields = crypto::secret_fields(name, "v", "", &key);
            let body = with(place(&project, "dev"), fields);
            let (peer, auth) = (peer.clone(), alice.auth());
            async move { peer.post(&format!("/api/v3/secrets/{path}"), &auth, body).await.status }
        };
        assert_eq!(create("%20A%20", "A").await, 200);
        assert_eq!(create("A", "A").await, 400, "the same name");
        assert_eq!(create("a", "a").await, 200, "another name");
        assert_eq!(create("x%2Fy%3F%25%C3%A9", "x/y?%é").await, 200);
        let path = format!("/api/v3/secrets/x%2Fy%3F%25%C3%A9?{}", at(&project, "dev"));
        let got = peer.get(&format!("{path}&type=shared"), &alice.auth()).await.ok();
        assert_eq!(crypto::open_field(&got["secret"], "secretKey", &key), "x/y?%é");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secret_names_that_are_routes_work_for_other_methods() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let entry = with(
            crypto::secret_fields("batch", "found", "", &key),
            json!({ "secretName": "batch" }),
        );
        let body = json!({ "workspaceId": project, "environment": "dev", "secrets": [entry] });
        peer.post("/api/v3/secrets/batch", &alice.auth(), body).await.ok();
        let path = format!("/api/v3/secrets/batch?{}", at(&project, "dev"));
        let got = peer.get(&path, &alice.auth()).await.ok();
        assert_eq!(crypto::open_field(&got["secret"], "secretValue", &key), "found");

        alice.create(&project, &key, "raw", "v").await.ok();
        let names = alice.list(&project, &key).await;
        assert_eq!(names, owned(&[("batch", "found"), ("raw", "v")]));
        let path = format!("/api/v3/secrets/raw?{}", at(&project, "dev"));
        let raw = peer.get(&path, &alice.auth()).await;
        if era == Era::Jun24 {
            let secrets = raw.ok()["secrets"].as_array().unwrap().clone();
            let read = |name: &str| secrets.iter().find(|one| one["secretKey"] == name).cloned();
            assert_eq!(read("raw").unwrap()["secretValue"], "v");
            assert_eq!(read("batch").unwrap()["secretPath"], "/");
        } else {
            assert_eq!(raw.json()["message"], "failed to find bot key");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_by_id_in_may23_can_be_in_folders() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    let home = json!({ "workspaceId": project, "environment": "dev" });
    let folder = async |name: &str, parent: &Value| {
        let body = json!({ "folderName": name, "parentFolderId": parent });
        peer.post("/api/v1/folder", &alice.auth(), with(home.clone(), body)).await.ok()
    };
    let outer = folder("outer", &Value::Null).await;
    let inner = folder("inner", &outer["_id"]).await;
    assert_eq!((&inner["path"], &inner["parentPath"]), (&json!("/outer/inner"), &json!("/outer")));
    assert_eq!(inner["parent"], outer["_id"]);

    let entry = with(
        crypto::secret_fields("DEEP", "v", "", &key),
        json!({ "type": "shared", "secretName": "DEEP", "folderId": inner["_id"] }),
    );
    let request = json!({ "requests": [{ "method": "POST", "secret": entry }] });
    let batch = with(home, request);
    let made = peer.post("/api/v2/secrets/batch", &alice.auth(), batch).await.ok();
    assert_eq!(made["createdSecrets"][0]["folder"], inner["_id"]);
    let list = async |path: &str| {
        let path = format!("/api/v2/secrets?{}&secretsPath={path}", at(&project, "dev"));
        let listed = peer.get(&path, &alice.auth()).await.ok();
        let count = |name: &str| listed[name].as_array().unwrap().len();
        (count("secrets"), count("folders"))
    };
    assert_eq!(list("/").await, (0, 1));
    assert_eq!(list("/outer").await, (0, 1));
    assert_eq!(list("/outer/inner").await, (1, 0));
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_are_added_by_slug_and_removed_by_service_tokens_only() {
    let (_server, peer) = start(Era::Jun24).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    alice.create(&project, &key, "A", "v").await.ok();
    let tags = format!("/api/v1/workspace/{project}/tags");
    for slug in ["web", "net"] {
        let tag = json!({ "name": slug, "slug": slug, "color": "" });
        peer.post(&tags, &alice.auth(), tag).await.ok();
    }
    let shown = peer.get(&format!("/api/v1/workspace/{project}"), &alice.auth()).await.ok();
    let named = |slugs: Value| {
        let place = json!({ "environment": "dev", "secretPath": "/", "type": "shared" });
        let what = json!({ "projectSlug": shown["workspace"]["slug"], "tagSlugs": slugs });
        with(place, what)
    };
    let path = "/api/v3/secrets/tags/A";
    let on = |reply: Value| {
        let tags = reply["secret"]["tags"].as_array().unwrap().clone();
        let mut slugs: Vec<_> =
            tags.iter().map(|tag| tag["slug"].as_str().unwrap().to_owned()).collect();
        slugs.sort();
        slugs
    };
    assert_eq!(on(peer.post(path, &alice.auth(), named(json!(["web"]))).await.ok()), ["web"]);
    let both = peer.post(path, &alice.auth(), named(json!(["net", "web"]))).await.ok();
    assert_eq!(both["secret"]["version"], 3);
    assert_eq!(on(both), ["net", "web"]);
    assert_eq!(peer.post(path, &alice.auth(), named(json!(["nope"]))).await.status, 400);
    assert_eq!(peer.delete(path, &alice.auth(), named(json!(["web"]))).await.status, 403);

    let (token, _) = alice.service_token(&project, &key, &["read", "write"], "/").await;
    let left = peer.delete(path, &Auth::bearer(token), named(json!(["web"]))).await.ok();
    assert_eq!(on(left), ["net"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn plaintext_batch_is_atomic() {
    let (_server, peer) = start(Era::Jun24).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    alice.create(&project, &key, "A", "v").await.ok();
    let body = |names: [&str; 2]| {
        let secrets = names.map(|name| json!({ "secretKey": name, "secretValue": "1" }));
        json!({ "workspaceId": project, "environment": "dev", "secrets": secrets })
    };
    let path = "/api/v3/secrets/batch/raw";
    let refused = peer.post(path, &alice.auth(), body(["B", "A"])).await;
    assert_eq!((refused.status, &refused.json()["message"]), (400, &json!("Secret already exist")));
    assert_eq!(alice.list(&project, &key).await, owned(&[("A", "v")]));
    let made = peer.post(path, &alice.auth(), body(["B", "C"])).await.ok();
    assert_eq!(
        (&made["secrets"][0]["version"], &made["secrets"][1]["secretKey"]),
        (&json!(0), &json!("C"))
    );
    let all = owned(&[("A", "v"), ("B", "1"), ("C", "1")]);
    assert_eq!(alice.list(&project, &key).await, all);
}
