//! Dynamic secrets, with the answers of a real server without a licence.

use serde_json::json;

use super::{is_invalid, is_refused, started};

const DYNAMIC: &str = "/api/v1/dynamic-secrets";
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

#[tokio::test(flavor = "multi_thread")]
async fn leases_need_a_licence_and_places_exist() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let made = json!({ "projectName": "First" });
    let made = peer.post("/api/v1/projects", &auth, made).await.ok();
    let slug = made["project"]["slug"].as_str().unwrap();
    let path = format!("/api/v1/projects/{}/environments", made["project"]["id"].as_str().unwrap());
    let environment = json!({ "name": "Dynamic", "slug": "dynamic" });
    peer.post(&path, &auth, environment).await.ok();
    let at = |what: &str, environment: &str, path: &str| {
        format!("{DYNAMIC}{what}?projectSlug={slug}&environmentSlug={environment}&path={path}")
    };
    let get = async |what: &str, environment: &str, path: &str| {
        peer.get(&at(what, environment, path), &auth).await
    };
    assert_eq!(get("", "dev", "/").await.ok(), json!({ "dynamicSecrets": [] }));
    assert_eq!(get("", "dynamic", "/").await.ok()["dynamicSecrets"][0]["name"], "database");
    let text = "Folder with path '/none' in environment 'dev' not found";
    is_refused(&get("", "dev", "/none").await, 404, "NotFound", text);
    let text = "Folder with path '/' in environment 'none' not found";
    is_refused(&get("", "none", "/").await, 404, "NotFound", text);
    let text = "Dynamic secret with name 'x in folder '/' not found";
    is_refused(&get("/x", "dev", "/").await, 404, "NotFound", text);
    let text = "Dynamic secret with name 'x' in folder with path '/' not found";
    is_refused(&get("/x/leases", "dev", "/").await, 404, "NotFound", text);
    let text = format!("Dynamic secret lease with ID '{UNKNOWN}' not found");
    let lease = format!("/leases/{UNKNOWN}");
    is_refused(&get(&lease, "dynamic", "/").await, 404, "NotFound", &text);
    is_refused(
        &get("/leases/abc", "dev", "/").await,
        500,
        "DynamicSecretLeaseFindById",
        "Something went wrong",
    );
    is_invalid(&peer.get(DYNAMIC, &auth).await, "projectSlug");
    let lost = peer.get(&format!("{DYNAMIC}?projectSlug=none&environmentSlug=dev"), &auth).await;
    is_refused(&lost, 404, "NotFound", "Project with slug 'none' not found");

    let place = json!({ "projectSlug": slug, "environmentSlug": "dynamic" });
    let post = async |what: &str, extra: serde_json::Value| {
        let body = crate::support::client::with(place.clone(), extra);
        peer.post(&format!("{DYNAMIC}{what}"), &auth, body).await
    };
    let plan = |what: &str| {
        format!("Failed to {what} due to plan restriction. Upgrade plan to create dynamic secret.")
    };
    let wrong = post("/leases", json!({ "dynamicSecretName": "database", "ttl": "600s" })).await;
    is_refused(&wrong, 400, "BadRequest", &plan("create lease"));
    let wrong = post("/leases", json!({ "dynamicSecretName": "database", "ttl": "59s" })).await;
    is_invalid(&wrong, "ttl");
    let wrong = post(&format!("{lease}/renew"), json!({})).await;
    is_refused(&wrong, 400, "BadRequest", &plan("renew lease"));
    let wrong = post("", json!({ "name": "x", "provider": { "type": "totp" } })).await;
    is_refused(&wrong, 400, "BadRequest", &plan("create dynamic secret"));
    let revoked = peer.delete(&format!("{DYNAMIC}{lease}"), &auth, place.clone()).await;
    is_refused(&revoked, 404, "NotFound", &text);
}
