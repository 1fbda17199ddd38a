//! What a client does from sign-up to a service token, in every era.

use crate::support::client::{Auth, at, place, read, with};
use crate::support::{self, ALL, Era, LATER, Person, crypto, start};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_user_signs_up_and_works_with_secrets() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        assert_eq!(alice.project_key(&project).await, key);
        assert_eq!(key.len(), 32);

        alice
            .create(&project, &key, "DB", "postgres://one")
            .await
            .ok();
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
        let updated = peer
            .patch("/api/v3/secrets/DB", &alice.auth(), change)
            .await
            .ok();
        assert_eq!(updated["secret"]["version"], 2);
        let query = format!("/api/v3/secrets/DB?{}&type=shared", at(&project, "dev"));
        let got = peer.get(&query, &alice.auth()).await.ok();
        assert_eq!(
            crypto::open_field(&got["secret"], "secretValue", &key),
            "postgres://two"
        );
        assert_eq!(crypto::open_field(&got["secret"], "secretKey", &key), "DB");

        let gone = place(&project, "dev");
        peer.delete("/api/v3/secrets/DB", &alice.auth(), gone.clone())
            .await
            .ok();
        let missing = if era == Era::May23 { 404 } else { 400 };
        assert_eq!(peer.get(&query, &alice.auth()).await.status, missing);
        assert_eq!(
            peer.delete("/api/v3/secrets/DB", &alice.auth(), gone)
                .await
                .status,
            missing
        );
        assert_eq!(alice.list(&project, &key).await, owned(&[("EMPTY", "")]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_unlocks_the_private_key_and_a_wrong_password_does_not() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let answer = alice.log_in().await;
        alice.select(&alice.organization.clone()).await;
        let me = peer.get("/api/v2/users/me", &alice.auth()).await.ok();
        let private_key = alice.unlock(&answer, me["user"]["salt"].as_str().unwrap());
        assert_eq!(private_key, crypto::b64(&alice.private_key.to_bytes()));

        let refused = alice.log_in_with("not the password").await;
        assert_eq!(refused.status, if era == Era::May23 { 400 } else { 500 });
        assert_eq!(
            refused.json()["message"],
            "Failed to authenticate. Try again?"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_login_is_consumed_as_the_era_does() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let srp = crypto::Srp::new();
        let begin = json!({ "email": alice.email, "clientPublicKey": hex::encode(&srp.a_public) });
        let begun = peer
            .post("/api/v3/auth/login1", &Auth::None, begin)
            .await
            .ok();
        let (salt, b) = (
            begun["salt"].as_str().unwrap(),
            begun["serverPublicKey"].as_str().unwrap(),
        );
        let prove = |password: &str| {
            let proof = srp.proof(&alice.email, password, salt, b);
            json!({ "email": alice.email, "clientProof": proof })
        };
        let (wrong, right) = (prove("wrong"), prove(&alice.password));
        let path = "/api/v3/auth/login2";
        assert_ne!(peer.post(path, &Auth::None, wrong).await.status, 200);
        let second = peer.post(path, &Auth::None, right.clone()).await.status;
        assert_eq!(second, if era == Era::May23 { 400 } else { 200 }, "{era}");
        assert_ne!(
            peer.post(path, &Auth::None, right).await.status,
            200,
            "used up in {era}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_key_divisible_by_the_prime_is_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        for a in ["00".repeat(512), hex::encode(crypto::prime().to_bytes_be())] {
            let begin = json!({ "email": alice.email, "clientPublicKey": a });
            peer.post("/api/v3/auth/login1", &Auth::None, begin)
                .await
                .ok();
            let prove = json!({ "email": alice.email, "clientProof": "00".repeat(32) });
            assert_eq!(
                peer.post("/api/v3/auth/login2", &Auth::None, prove)
                    .await
                    .status,
                400
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_and_used_codes_are_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let v = peer.path("v1", "v3");
        let body = json!({ "email": "eve@example.test" });
        peer.post(&format!("/api/{v}/signup/email/signup"), &Auth::None, body)
            .await
            .ok();
        let code = peer.code("eve@example.test").await;
        assert_eq!(code.len(), 6);
        let verify = format!("/api/{v}/signup/email/verify");
        let with_code = |code: &str| json!({ "email": "eve@example.test", "code": code });
        assert_eq!(
            peer.post(&verify, &Auth::None, with_code("000000"))
                .await
                .status,
            400
        );
        peer.post(&verify, &Auth::None, with_code(&code)).await.ok();
        assert_eq!(
            peer.post(&verify, &Auth::None, with_code(&code))
                .await
                .status,
            400
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_token_reads_and_writes() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "DB", "one").await.ok();
        let (credential, token_key) = alice
            .service_token(&project, &key, &["read", "write"], "/")
            .await;

        let four_parts = Auth::bearer(format!("{credential}.{token_key}"));
        let own = peer.get("/api/v2/service-token", &four_parts).await.ok();
        let text = |name: &str| own[name].as_str().unwrap();
        let sealed = [text("encryptedKey"), text("iv"), text("tag")];
        assert_eq!(crypto::open(sealed, token_key.as_bytes()), key);
        assert_eq!(own["workspace"], project.as_str());

        let token = Auth::bearer(credential);
        let listed = peer
            .get(&format!("/api/v3/secrets?{}", at(&project, "dev")), &token)
            .await
            .ok();
        assert_eq!(
            crypto::open_field(&listed["secrets"][0], "secretValue", &key),
            "one"
        );
        let body = with(
            place(&project, "dev"),
            crypto::secret_fields("NEW", "v", "c", &key),
        );
        peer.post("/api/v3/secrets/NEW", &token, body).await.ok();
        peer.delete("/api/v3/secrets/NEW", &token, place(&project, "dev"))
            .await
            .ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_member_opens_the_project() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "DB", "one").await.ok();
        alice.share(&project, &key, &mut bob).await;
        assert_eq!(bob.project_key(&project).await, key);
        assert_eq!(bob.list(&project, &key).await, owned(&[("DB", "one")]));

        let v = peer.path("v2", "v1");
        let membership = alice.membership_of(&project, &bob).await;
        let path = format!("/api/{v}/workspace/{project}/memberships/{membership}");
        peer.delete(&path, &alice.auth(), Value::Null).await.ok();
        let denied = peer
            .get(
                &format!("/api/v3/secrets?{}", at(&project, "dev")),
                &bob.auth(),
            )
            .await
            .status;
        assert_eq!(denied, if era == Era::May23 { 404 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_person_joins_by_invitation() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let email = "carol@example.test";
        let body = json!({ "inviteeEmail": email, "organizationId": alice.organization });
        peer.post("/api/v1/invite-org/signup", &alice.auth(), body)
            .await
            .ok();
        let code = peer.code(email).await;
        assert_eq!(code.len(), 32);
        let body = json!({ "email": email, "organizationId": alice.organization, "code": code });
        let verified = peer
            .post("/api/v1/invite-org/verify", &Auth::None, body)
            .await
            .ok();
        let signup = Auth::bearer(verified["token"].as_str().unwrap());
        let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
        let account = support::person::account(email, "Carols-Password-1", &private_key);
        let v = peer.path("v2", "v3");
        let path = format!("/api/{v}/signup/complete-account/invite");
        let completed = peer.post(&path, &signup, account).await.ok();
        let token = Auth::bearer(completed["token"].as_str().unwrap());
        let organizations = peer.get("/api/v1/organization", &token).await.ok();
        assert_eq!(organizations["organizations"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_overrides_belong_to_their_owner() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("First").await;
        alice.share(&project, &key, &mut bob).await;
        let personal = |name: &str, value: &str| {
            let fields = crypto::secret_fields(name, value, "", &key);
            with(
                with(place(&project, "dev"), fields),
                json!({ "type": "personal" }),
            )
        };
        let lone = personal("LONE", "x");
        assert_eq!(
            peer.post("/api/v3/secrets/LONE", &alice.auth(), lone)
                .await
                .status,
            400
        );
        alice.create(&project, &key, "DB", "shared").await.ok();
        let own = personal("DB", "mine");
        peer.post("/api/v3/secrets/DB", &alice.auth(), own.clone())
            .await
            .ok();
        assert_eq!(
            peer.post("/api/v3/secrets/DB", &alice.auth(), own)
                .await
                .status,
            400
        );

        let both = owned(&[("DB", "mine"), ("DB", "shared")]);
        assert_eq!(alice.list(&project, &key).await, both);
        assert_eq!(bob.list(&project, &key).await, owned(&[("DB", "shared")]));
        let query = format!("/api/v3/secrets/DB?{}&type=personal", at(&project, "dev"));
        let got = peer.get(&query, &alice.auth()).await.ok();
        assert_eq!(
            crypto::open_field(&got["secret"], "secretValue", &key),
            "mine"
        );
        let got = peer.get(&query, &bob.auth()).await;
        if era == Era::May23 {
            let value = crypto::open_field(&got.ok()["secret"], "secretValue", &key);
            assert_eq!(value, "shared");
        } else {
            assert_eq!(got.status, 400);
        }
        peer.delete("/api/v3/secrets/DB", &bob.auth(), place(&project, "dev"))
            .await
            .ok();
        assert!(
            alice.list(&project, &key).await.is_empty(),
            "overrides go with the shared one"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn may23_lists_personal_secrets_first_and_refuses_a_name_twice_in_a_project() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    alice.create(&project, &key, "A", "1").await.ok();
    alice.create(&project, &key, "B", "2").await.ok();
    let fields = crypto::secret_fields("B", "mine", "", &key);
    let body = with(
        with(place(&project, "dev"), fields),
        json!({ "type": "personal" }),
    );
    peer.post("/api/v3/secrets/B", &alice.auth(), body)
        .await
        .ok();
    let path = format!("/api/v3/secrets?{}", at(&project, "dev"));
    let listed = peer.get(&path, &alice.auth()).await.ok();
    assert_eq!(listed["secrets"][0]["type"], "personal");
    assert_eq!(listed["secrets"].as_array().unwrap().len(), 3);

    let body = with(
        place(&project, "prod"),
        crypto::secret_fields("A", "1", "", &key),
    );
    assert_eq!(
        peer.post("/api/v3/secrets/A", &alice.auth(), body)
            .await
            .status,
        400
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn may23_hands_out_the_oldest_key_and_the_latest() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, _) = alice.project("First").await;
    let body =
        json!({ "key": { "userId": alice.id, "encryptedKey": "c2Vjb25k", "nonce": "bg==" } });
    peer.post(&format!("/api/v1/key/{project}"), &alice.auth(), body)
        .await
        .ok();
    let path = format!("/api/v2/workspace/{project}/encrypted-key");
    assert_ne!(
        peer.get(&path, &alice.auth()).await.ok()["encryptedKey"],
        "c2Vjb25k"
    );
    let latest = peer
        .get(&format!("/api/v1/key/{project}/latest"), &alice.auth())
        .await
        .ok();
    assert_eq!(latest["latestKey"]["encryptedKey"], "c2Vjb25k");
}

#[tokio::test(flavor = "multi_thread")]
async fn later_secrets_live_in_folders_and_can_be_renamed() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let folder = json!({
            "workspaceId": project, "environment": "dev", "name": "deep", "path": "/sub",
        });
        peer.post("/api/v1/folders", &alice.auth(), folder)
            .await
            .ok();
        let body = with(
            with(
                place(&project, "dev"),
                crypto::secret_fields("OLD", "v", "", &key),
            ),
            json!({ "secretPath": "/sub/deep/" }),
        );
        peer.post("/api/v3/secrets/OLD", &alice.auth(), body.clone())
            .await
            .ok();
        assert!(
            alice.list(&project, &key).await.is_empty(),
            "the root stays empty"
        );

        let rename = with(body, crypto::secret_fields("NEW", "v2", "", &key));
        let rename = with(rename, json!({ "secretName": "NEW" }));
        peer.patch("/api/v3/secrets/OLD", &alice.auth(), rename)
            .await
            .ok();
        let at = format!("{}&secretPath=%2Fsub%2Fdeep", at(&project, "dev"));
        let got = peer
            .get(&format!("/api/v3/secrets/NEW?{at}"), &alice.auth())
            .await
            .ok();
        assert_eq!(
            crypto::open_field(&got["secret"], "secretValue", &key),
            "v2"
        );
        let old = peer
            .get(&format!("/api/v3/secrets/OLD?{at}"), &alice.auth())
            .await;
        assert_eq!(old.status, 400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_batch_happens_whole_or_not_at_all() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "TAKEN", "x").await.ok();
        let entry = |name: &str| {
            with(
                crypto::secret_fields(name, "v", "", &key),
                json!({ "secretName": name }),
            )
        };
        let batch = |names: &[&str]| {
            let entries: Vec<_> = names.iter().map(|name| entry(name)).collect();
            json!({ "workspaceId": project, "environment": "dev", "secretPath": "/",
                    "secrets": entries })
        };
        let path = "/api/v3/secrets/batch";
        let refused = peer
            .post(path, &alice.auth(), batch(&["B1", "TAKEN"]))
            .await;
        assert_eq!(refused.status, 400);
        assert_eq!(alice.list(&project, &key).await, owned(&[("TAKEN", "x")]));
        let made = peer
            .post(path, &alice.auth(), batch(&["B1", "B2"]))
            .await
            .ok();
        assert_eq!(made["secrets"][1]["version"], 0);
        peer.delete(path, &alice.auth(), batch(&["B1", "TAKEN"]))
            .await
            .ok();
        assert_eq!(alice.list(&project, &key).await, owned(&[("B2", "v")]));

        alice
            .create(&project, &key, "batch", "a name like any other")
            .await;
        let got = peer
            .get(&format!("{path}?{}", at(&project, "dev")), &alice.auth())
            .await;
        assert_eq!(
            got.status, 400,
            "POST to that path is the batch, so no such secret exists"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_trimmed_but_neither_folded_nor_cut() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let create = |path: &'static str, name: &'static str| {
            let fields = crypto::secret_fields(name, "v", "", &key);
            let body = with(place(&project, "dev"), fields);
            let (peer, auth) = (peer.clone(), alice.auth());
            async move {
                peer.post(&format!("/api/v3/secrets/{path}"), &auth, body)
                    .await
                    .status
            }
        };
        assert_eq!(create("%20A%20", "A").await, 200);
        assert_eq!(create("A", "A").await, 400, "the same name");
        assert_eq!(create("a", "a").await, 200, "another name");
        assert_eq!(create("x%2Fy%3F%25%C3%A9", "x/y?%é").await, 200);
        let path = format!("/api/v3/secrets/x%2Fy%3F%25%C3%A9?{}", at(&project, "dev"));
        let got = peer
            .get(&format!("{path}&type=shared"), &alice.auth())
            .await
            .ok();
        assert_eq!(
            crypto::open_field(&got["secret"], "secretKey", &key),
            "x/y?%é"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_refresh_and_end() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let refresh = |cookie: String| {
            let request = peer.request(Method::POST, "/api/v1/auth/token", &Auth::None);
            read(request.header("cookie", cookie))
        };
        let fresh = refresh(alice.cookie.clone()).await.ok();
        let fresh = Auth::bearer(fresh["token"].as_str().unwrap());
        peer.post("/api/v1/auth/checkAuth", &fresh, Value::Null)
            .await
            .ok();
        assert_eq!(refresh("other=1".to_owned()).await.status, 400);

        let out = peer.post("/api/v1/auth/logout", &fresh, Value::Null).await;
        assert!(out.header("set-cookie").starts_with("jid=;"));
        let after = peer
            .post("/api/v1/auth/checkAuth", &fresh, Value::Null)
            .await
            .status;
        let refreshed = refresh(alice.cookie.clone()).await.status;
        // May 2023 only clears the cookie.
        let (access, renewed) = if era == Era::May23 {
            (200, 200)
        } else {
            (403, 403)
        };
        assert_eq!((after, refreshed), (access, renewed), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jun24_wants_an_organization_and_outdates_older_tokens() {
    let (_server, peer) = start(Era::Jun24).await;
    let mut alice = Person::sign_up(&peer, "alice").await;
    let selected = alice.auth();
    alice.log_in().await;
    let plain = alice.auth();
    peer.get("/api/v1/organization", &plain).await.ok();
    let refused = peer.get("/api/v1/workspace", &plain).await;
    assert_eq!(refused.status, 403);
    let error = refused.json()["error"].as_str().unwrap().to_owned();
    assert!(
        error.ends_with("Unauthorized Access, no organization found in request"),
        "{error}"
    );
    alice.select(&alice.organization.clone()).await;
    peer.get("/api/v1/workspace", &alice.auth()).await.ok();
    assert_eq!(
        peer.get("/api/v1/workspace", &selected).await.status,
        403,
        "stale"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn jun24_demands_the_password_at_sign_up() {
    let (_server, peer) = start(Era::Jun24).await;
    let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
    let mut account = support::person::account("dan@example.test", "Dans-Password-1", &private_key);
    account.as_object_mut().unwrap().remove("password");
    let path = "/api/v3/signup/complete-account/signup";
    let refused = peer.post(path, &Auth::None, account).await;
    assert_eq!(refused.status, 403);
    assert_eq!(refused.json()["message"][0]["path"], json!(["password"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_later_server_takes_an_administrator_once() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let initialized = async || {
            let config = peer.get("/api/v1/admin/config", &Auth::None).await.ok();
            config["config"]["initialized"].as_bool().unwrap()
        };
        assert!(!initialized().await);
        let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
        let account =
            support::person::account("root@example.test", "Roots-Password-1", &private_key);
        peer.post("/api/v1/admin/signup", &Auth::None, account.clone())
            .await
            .ok();
        assert!(initialized().await);
        assert_eq!(
            peer.post("/api/v1/admin/signup", &Auth::None, account)
                .await
                .status,
            403
        );
        Person::sign_up(&peer, "alice").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn api_keys_act_as_their_user_until_deleted() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let path = peer.path("/api/v2/api-key", "/api/v2/users/me/api-keys");
        let body = json!({ "name": "ci", "expiresIn": 3600 });
        let made = peer.post(&path, &alice.auth(), body).await.ok();
        let key = Auth::ApiKey(made["apiKey"].as_str().unwrap().to_owned());
        let me = peer.get("/api/v2/users/me", &key).await.ok();
        assert_eq!(me["user"]["email"], alice.email.as_str());
        let data = &made["apiKeyData"];
        let id = data["_id"].as_str().or(data["id"].as_str()).unwrap();
        peer.delete(&format!("{path}/{id}"), &alice.auth(), Value::Null)
            .await
            .ok();
        let gone = peer.get("/api/v2/users/me", &key).await.status;
        assert_eq!(gone, if era == Era::May23 { 404 } else { 403 });
    }
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}
