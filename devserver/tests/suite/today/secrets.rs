//! Secrets in plaintext: lists, references, batches, moves, versions and service tokens.

use reqwest::Method;
use serde_json::{Value, json};

use super::{fields, is_invalid, is_no_route, is_refused, started};
use crate::support::client::{Auth, Peer, read, with};
use crate::support::{Person, Server};

const HIDDEN: &str = "<hidden-by-infisical>";

/// A project and its owner.
struct Home {
    _server: Server,
    peer: Peer,
    alice: Person,
    project: String,
}

async fn home() -> Home {
    let (server, peer, alice) = started().await;
    let body = json!({ "projectName": "First", "slug": "first" });
    let made = peer.post("/api/v1/projects", &alice.auth(), body).await.ok();
    let project = made["project"]["id"].as_str().unwrap().to_owned();
    Home { _server: server, peer, alice, project }
}

impl Home {
    fn body(&self, extra: Value) -> Value {
        let place = json!({
            "projectId": self.project, "environment": "dev", "secretPath": "/",
        });
        with(place, extra)
    }

    async fn create(&self, name: &str, value: &str) -> Value {
        let body = self.body(json!({ "secretValue": value }));
        let path = format!("/api/v4/secrets/{name}");
        self.peer.post(&path, &self.alice.auth(), body).await.ok()["secret"].clone()
    }

    async fn create_at(&self, name: &str, value: &str, (environment, path): (&str, &str)) {
        let place = json!({ "environment": environment, "secretPath": path });
        let body = with(self.body(json!({ "secretValue": value })), place);
        self.peer.post(&format!("/api/v4/secrets/{name}"), &self.alice.auth(), body).await.ok();
    }

    async fn folder(&self, environment: &str, name: &str) {
        let body = json!({
            "projectId": self.project, "environment": environment, "name": name, "path": "/",
        });
        self.peer.post("/api/v2/folders", &self.alice.auth(), body).await.ok();
    }

    /// The secret of that name; `query` has more fields for the query.
    async fn get(&self, name: &str, query: &str) -> Value {
        let at = format!("projectId={}&environment=dev", self.project);
        let path = format!("/api/v4/secrets/{name}?{at}{query}");
        self.peer.get(&path, &self.alice.auth()).await.ok()["secret"].clone()
    }

    async fn list(&self, query: &str) -> Value {
        let at = format!("projectId={}&environment=dev", self.project);
        self.peer.get(&format!("/api/v4/secrets?{at}{query}"), &self.alice.auth()).await.ok()
    }

    async fn token(&self, scopes: Value, permissions: Value) -> Auth {
        let body = json!({
            "name": "token", "workspaceId": self.project, "scopes": scopes,
            "permissions": permissions, "expiresIn": null, "encryptedKey": "", "iv": "", "tag": "",
        });
        let made = self.peer.post("/api/v2/service-token", &self.alice.auth(), body).await.ok();
        assert_eq!(made["serviceTokenData"]["expiryNotificationSent"], false);
        Auth::bearer(made["serviceToken"].as_str().unwrap())
    }
}

/// Names and values of the secrets of a list.
fn values(list: &Value) -> Vec<(&str, &str)> {
    let secrets = list["secrets"].as_array().unwrap().iter();
    secrets
        .map(|one| (one["secretKey"].as_str().unwrap(), one["secretValue"].as_str().unwrap()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn encrypted_list_of_a_version_3_project_is_empty() {
    let home = home().await;
    home.create("A", "1").await;
    let (peer, auth, project) = (&home.peer, home.alice.auth(), &home.project);
    let at = format!("workspaceId={project}&environment=dev&secretPath=/");
    let listed = peer.get(&format!("/api/v3/secrets?{at}"), &auth).await.ok();
    assert_eq!(listed, json!({ "secrets": [] }));
    let text = format!("Blind index for project with ID '{project}' not found");
    let one = peer.get(&format!("/api/v3/secrets/A?{at}"), &auth).await;
    is_refused(&one, 404, "CreateSecret", &text);
    let body = json!({ "workspaceId": project, "environment": "dev", "type": "shared" });
    let deleted = peer.delete("/api/v3/secrets/A", &auth, body).await;
    is_refused(&deleted, 404, "DeleteSecret", &text);
    assert_eq!(home.get("A", "").await["secretValue"], "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn create_answer_has_no_field_of_a_read() {
    let home = home().await;
    let made = home.create("A", "1").await;
    let read = home.get("A", "").await;
    for field in ["secretValueHidden", "secretPath", "tags", "secretMetadata"] {
        assert_eq!(made.get(field), None, "{field}");
        assert!(read.get(field).is_some(), "{field}");
    }
    let again = home.body(json!({ "secretValue": "2" }));
    let again = home.peer.post("/api/v4/secrets/A", &home.alice.auth(), again).await;
    is_refused(&again, 400, "BadRequest", "Secret already exists");
}

#[tokio::test(flavor = "multi_thread")]
async fn value_loses_white_space_around_it_but_one_final_newline() {
    let home = home().await;
    for (index, (sent, stored)) in [
        ("  x  ", "x"),
        ("a\nb\n", "a\nb\n"),
        ("a\n\n\n", "a\n"),
        ("\n", "\n"),
        ("a\r\n", "a\n"),
        ("\u{feff}a\u{feff}", "a"),
        ("\u{85}a", "\u{85}a"),
        ("", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("W{index}");
        assert_eq!(home.create(&name, sent).await["secretValue"], stored, "{sent:?}");
        assert_eq!(home.get(&name, "").await["secretValue"], stored, "{sent:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn name_with_slash_or_colon_is_invalid_and_a_long_one_has_no_route() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    let body = home.body(json!({ "secretValue": "1" }));
    for name in ["a%2Fb", "a%3Ab"] {
        let refused = peer.post(&format!("/api/v4/secrets/{name}"), &auth, body.clone()).await;
        is_invalid(&refused, "secretName");
    }
    let long = "N".repeat(101);
    is_no_route(&peer.post(&format!("/api/v4/secrets/{long}"), &auth, body.clone()).await);
    home.create(&"N".repeat(100), "1").await;
    let batch = home.body(json!({ "secrets": [{ "secretKey": long, "secretValue": "1" }] }));
    peer.post("/api/v4/secrets/batch", &auth, batch).await.ok();
    assert_eq!(values(&home.list("").await).last().unwrap().0, long);
    // Inner white space, percent signs and other scripts are fine.
    for name in ["IN%20SIDE", "100%25", "%E7%8E%AF"] {
        home.create(name, "1").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn update_answer_repeats_only_what_was_sent() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    let body = home.body(json!({ "secretValue": "1", "secretComment": "why" }));
    peer.post("/api/v4/secrets/A", &auth, body).await.ok();
    let change = async |extra: Value| {
        let body = home.body(extra);
        peer.patch("/api/v4/secrets/A", &auth, body).await.ok()["secret"].clone()
    };
    let texts = |secret: &Value| {
        ["secretValue", "secretComment", "version"].map(|field| secret[field].clone())
    };
    let valued = change(json!({ "secretValue": "2" })).await;
    assert_eq!(texts(&valued), [json!("2"), json!(""), json!(2)]);
    assert_eq!(valued["secretValueHidden"], false);
    let commented = change(json!({ "secretComment": "because" })).await;
    assert_eq!(texts(&commented), [json!(""), json!("because"), json!(3)]);
    let nothing = change(json!({})).await;
    assert_eq!(texts(&nothing), [json!(""), json!(""), json!(4)]);
    assert_eq!(texts(&home.get("A", "").await), [json!("2"), json!("because"), json!(4)]);
    // A batch answers with what is stored.
    let body = home.body(json!({ "secrets": [{ "secretKey": "A", "secretValue": "3" }] }));
    let batch = peer.patch("/api/v4/secrets/batch", &auth, body).await.ok();
    assert_eq!(texts(&batch["secrets"][0]), [json!("3"), json!("because"), json!(5)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rename_is_refused_if_the_name_is_taken_and_hides_earlier_versions() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    home.create("A", "1").await;
    home.create("B", "2").await;
    for taken in ["B", "A"] {
        let body = home.body(json!({ "newSecretName": taken }));
        let refused = peer.patch("/api/v4/secrets/A", &auth, body).await;
        is_refused(&refused, 400, "BadRequest", "Secret with the new name already exists");
    }
    let body = home.body(json!({ "newSecretName": "C" }));
    peer.patch("/api/v4/secrets/A", &auth, body).await.ok();
    let at = format!("projectId={}&environment=dev", home.project);
    let old = peer.get(&format!("/api/v4/secrets/C?{at}&version=1"), &auth).await;
    is_refused(&old, 404, "NotFound", "Secret with name 'C' not found");
    assert_eq!(home.get("C", "&version=2").await["secretValue"], "1");
    let gone = peer.patch("/api/v4/secrets/A", &auth, home.body(json!({}))).await;
    is_refused(&gone, 404, "NotFound", "Secret with name A not found");
    let gone = peer.delete("/api/v4/secrets/A", &auth, home.body(json!({}))).await;
    is_refused(&gone, 404, "NotFound", "Secret not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn list_expands_and_imports_unless_told_otherwise() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    home.create("A", "1").await;
    home.create("B", "<${A}>").await;
    home.create_at("C", "3", ("prod", "/")).await;
    let body = json!({
        "projectId": home.project, "environment": "dev", "path": "/",
        "import": { "environment": "prod", "path": "/" },
    });
    peer.post("/api/v2/secret-imports", &auth, body).await.ok();

    let listed = home.list("").await;
    assert_eq!(values(&listed), [("A", "1"), ("B", "<1>")]);
    assert_eq!(values(&listed["imports"][0]), [("C", "3")]);
    assert_eq!(listed["imports"][0]["secrets"][0]["workspace"], "");
    let listed = home.list("&expandSecretReferences=false&includeImports=false").await;
    assert_eq!(values(&listed), [("A", "1"), ("B", "<${A}>")]);
    assert_eq!(listed["imports"], json!([]));
    let hidden = home.list("&viewSecretValue=false").await;
    assert_eq!(values(&hidden), [("A", HIDDEN), ("B", HIDDEN)]);
    assert_eq!(values(&hidden["imports"][0]), [("C", HIDDEN)]);
    // The older route does neither by default.
    let path = format!("/api/v3/secrets/raw?workspaceId={}&environment=dev", home.project);
    let older = peer.get(&path, &auth).await.ok();
    assert_eq!(values(&older), [("A", "1"), ("B", "<${A}>")]);
    assert_eq!(older["imports"], json!([]));

    assert_eq!(home.get("C", "").await["environment"], "prod");
    let at = format!("projectId={}&environment=dev&includeImports=false", home.project);
    let own = peer.get(&format!("/api/v4/secrets/C?{at}"), &auth).await;
    is_refused(&own, 404, "NotFound", "Secret with name 'C' not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn list_of_an_unknown_place_is_refused() {
    let home = home().await;
    let auth = home.alice.auth();
    for (environment, folder) in [("none", "/"), ("dev", "/none")] {
        let at = format!("projectId={}&environment={environment}", home.project);
        let path = format!("/api/v4/secrets?{at}&secretPath={folder}");
        let text = format!(
            "Folder with path '{folder}' in environment '{environment}' was not found. Please \
             ensure the environment slug and secret path is correct."
        );
        is_refused(&home.peer.get(&path, &auth).await, 404, "SecretPathNotFound", &text);
    }
    let missing = home.peer.get("/api/v4/secrets?environment=dev", &auth).await;
    is_refused(&missing, 400, "BadRequest", "Missing project id or environment");
}

#[tokio::test(flavor = "multi_thread")]
async fn reference_to_nothing_is_empty_and_a_cycle_ends() {
    let home = home().await;
    home.folder("dev", "sub").await;
    home.create_at("DEEP", "d", ("dev", "/sub")).await;
    home.create_at("HERE", "${DEEP}${A}", ("dev", "/sub")).await;
    for (name, value, expanded) in [
        ("A", "1", "1"),
        ("CHAIN", "[${B}]", "[<1>]"),
        ("B", "<${A}>", "<1>"),
        ("THERE", "${dev.sub.DEEP}", "d"),
        ("BELOW", "${dev.sub.HERE}", "d"),
        ("MISSING", "<${NONE}${prod.NONE}${dev.none.A}${none.A}>", "<>"),
        ("SELF", "x${SELF}", "xx${SELF}"),
        ("CYCLE", "a${OTHER}", "aba${OTHER}"),
        ("OTHER", "b${CYCLE}", "bab${CYCLE}"),
        ("ODD", "$A $${A} ${ A } ${}", "$A $1 ${ A } ${}"),
    ] {
        home.create(name, value).await;
        assert_eq!(home.get(name, "&expandSecretReferences=false").await["secretValue"], value);
        if name == "OTHER" {
            assert_eq!(home.get("CYCLE", "").await["secretValue"], "aba${OTHER}");
        }
        if !matches!(name, "CHAIN" | "CYCLE") {
            assert_eq!(home.get(name, "").await["secretValue"], expanded, "{name}");
        }
    }
    assert_eq!(home.get("CHAIN", "").await["secretValue"], "[<1>]");
    let listed = home.list("").await;
    assert!(values(&listed).contains(&("OTHER", "bab${CYCLE}")), "{listed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn reference_beyond_reach_fails_the_whole_list() {
    let home = home().await;
    home.create("A", "1").await;
    home.create_at("P", "2", ("prod", "/")).await;
    home.create("B", "${prod.P}").await;
    let token = home.token(json!([{ "environment": "dev", "secretPath": "/" }]), json!(["read"]));
    let token = token.await;
    let refused = home.peer.get("/api/v4/secrets", &token).await;
    is_refused(&refused, 403, "ForbiddenError", "Failed to expand one or more secret references");
    let detail = "You do not have permission to read secret 'P' in environment 'prod' at path '/', \
                  which is referenced by secret 'B' in environment 'dev' at path '/'.";
    assert_eq!(refused.json()["details"], json!([detail]));
    let plain = home.peer.get("/api/v4/secrets?expandSecretReferences=false", &token).await.ok();
    assert_eq!(values(&plain), [("A", "1"), ("B", "${prod.P}")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_secret_replaces_the_shared_one_on_request() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    let mine = home.body(json!({ "secretValue": "mine", "type": "personal" }));
    let lone = peer.post("/api/v4/secrets/A", &auth, mine.clone()).await;
    let text = "Failed to create personal secret override for no corresponding shared secret";
    is_refused(&lone, 400, "BadRequest", text);
    home.create("A", "1").await;
    home.create("B", "<${A}>").await;
    peer.post("/api/v4/secrets/A", &auth, mine.clone()).await.ok();
    assert_eq!(values(&home.list("").await), [("A", "1"), ("B", "<1>")]);
    let own = home.list("&includePersonalOverrides=true").await;
    assert_eq!(values(&own), [("A", "mine"), ("B", "<mine>")]);
    let path = format!("/api/v3/secrets/raw?workspaceId={}&environment=dev", home.project);
    let older = peer.get(&path, &auth).await.ok();
    assert_eq!(values(&older), [("A", "1"), ("A", "mine"), ("B", "<${A}>")]);

    // Another one is not refused, and one deletion takes both.
    peer.post("/api/v4/secrets/A", &auth, mine).await.ok();
    let body = home.body(json!({ "type": "personal" }));
    peer.delete("/api/v4/secrets/A", &auth, body.clone()).await.ok();
    let gone = peer.delete("/api/v4/secrets/A", &auth, body).await;
    is_refused(&gone, 404, "NotFound", "Secret not found");
    let at = format!("projectId={}&environment=dev&type=personal", home.project);
    let gone = peer.get(&format!("/api/v4/secrets/A?{at}"), &auth).await;
    is_refused(&gone, 404, "NotFound", "Secret with name 'A' not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn batch_changes_all_or_nothing() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    home.create("A", "1").await;
    let path = "/api/v4/secrets/batch";
    let batch = |names: &[&str], extra: Value| {
        let secrets: Vec<_> =
            names.iter().map(|name| json!({ "secretKey": name, "secretValue": "new" })).collect();
        with(home.body(json!({ "secrets": secrets })), extra)
    };
    let taken = peer.post(path, &auth, batch(&["B", "A"], json!({}))).await;
    is_refused(&taken, 400, "BadRequest", "Secret already exists: A");
    let unknown = peer.patch(path, &auth, batch(&["A", "NONE"], json!({}))).await;
    is_refused(&unknown, 404, "NotFound", "Secret does not exist: NONE in path /");
    // The names in the error are those of the secrets that exist.
    let unknown = peer.delete(path, &auth, batch(&["A", "NONE"], json!({}))).await;
    is_refused(&unknown, 404, "NotFound", "One or more secrets does not exist: A");
    assert_eq!(values(&home.list("").await), [("A", "1")]);

    let ignored = batch(&["A", "NONE"], json!({ "mode": "ignore" }));
    assert_eq!(values(&peer.patch(path, &auth, ignored).await.ok()), [("A", "new")]);
    let upsert = batch(&["B"], json!({ "mode": "upsert" }));
    peer.patch(path, &auth, upsert).await.ok();
    assert_eq!(values(&home.list("").await), [("A", "new"), ("B", "new")]);
    is_invalid(&peer.post(path, &auth, batch(&[], json!({}))).await, "secrets");
    let twice = home.body(json!({ "secrets": [
        { "secretKey": "C", "secretValue": "1" }, { "secretKey": "C", "secretValue": "2" },
    ] }));
    assert_eq!(values(&peer.post(path, &auth, twice).await.ok()), [("C", "2")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn move_gives_another_id_and_refuses_taken_names() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    let id = home.create("A", "1").await["id"].clone();
    home.create_at("A", "2", ("prod", "/")).await;
    let transfer = |extra: Value| {
        let body = json!({
            "projectId": home.project, "sourceEnvironment": "dev", "sourceSecretPath": "/",
            "destinationEnvironment": "prod", "destinationSecretPath": "/", "secretIds": [id],
        });
        with(body, extra)
    };
    let taken = peer.post("/api/v4/secrets/move", &auth, transfer(json!({}))).await;
    let text = "Failed to move secrets. The following secrets already exist in the destination: A";
    is_refused(&taken, 400, "BadRequest", text);
    let copy = peer.post("/api/v4/secrets/duplicate", &auth, transfer(json!({}))).await;
    let text = "Secret with key 'A' already exists at destination. Set shouldOverwrite to true to \
                replace it.";
    is_refused(&copy, 400, "BadRequest", text);
    let moved = transfer(json!({ "shouldOverwrite": true }));
    let moved = peer.post("/api/v4/secrets/move", &auth, moved).await.ok();
    assert_eq!(moved, json!({ "isSourceUpdated": true, "isDestinationUpdated": true }));
    assert_eq!(values(&home.list("").await), []);
    let path = format!("/api/v4/secrets/A?projectId={}&environment=prod", home.project);
    let there = peer.get(&path, &auth).await.ok()["secret"].clone();
    assert_eq!((&there["secretValue"], &there["version"]), (&json!("1"), &json!(2)));
    let lost = peer.post("/api/v4/secrets/move", &auth, transfer(json!({}))).await;
    let text = "One or more secrets not found in source folder with path '/' and environment slug \
                'dev'";
    is_refused(&lost, 404, "NotFound", text);
}

#[tokio::test(flavor = "multi_thread")]
async fn token_with_one_scope_reads_it_whatever_was_asked() {
    let home = home().await;
    home.create("A", "1").await;
    home.create_at("A", "2", ("prod", "/")).await;
    let dev = json!({ "environment": "dev", "secretPath": "/" });
    let token = home.token(json!([dev]), json!(["read", "write"])).await;
    let at = format!("projectId={}&environment=prod&secretPath=/none", home.project);
    for query in ["", &format!("?{at}")] {
        let listed = home.peer.get(&format!("/api/v4/secrets{query}"), &token).await.ok();
        assert_eq!(values(&listed), [("A", "1")], "{query}");
        assert_eq!(listed["secrets"][0]["environment"], "dev");
    }
    let one = home.peer.get(&format!("/api/v4/secrets/A?{at}"), &token).await.ok();
    assert_eq!(
        (&one["secret"]["secretValue"], &one["secret"]["secretPath"]),
        (&json!("1"), &json!("/"))
    );
    // Without the project it is no read of one secret, and changes go where they say.
    is_invalid(&home.peer.get("/api/v4/secrets/A", &token).await, "projectId");
    let body = with(home.body(json!({ "secretValue": "3" })), json!({ "environment": "prod" }));
    let refused = home.peer.patch("/api/v4/secrets/A", &token, body).await;
    is_refused(&refused, 403, "PermissionDenied", "You are not allowed to edit on secrets");
    let rule = json!([{
        "action": "edit", "inverted": false, "subject": "secrets",
        "conditions": { "secretPath": { "$glob": "/" }, "environment": "dev" },
    }]);
    assert_eq!(refused.json()["details"], rule);

    // With several scopes nothing is replaced, and a place out of reach is empty.
    let glob = json!({ "environment": "prod", "secretPath": "/**" });
    let token = home.token(json!([dev, glob]), json!(["read"])).await;
    let at = format!("?projectId={}&environment", home.project);
    let prod = home.peer.get(&format!("/api/v4/secrets{at}=prod"), &token).await.ok();
    assert_eq!(values(&prod), [("A", "2")]);
    let staging = home.peer.get(&format!("/api/v4/secrets{at}=staging"), &token).await.ok();
    assert_eq!(values(&staging), []);
    let nowhere = home.peer.get("/api/v4/secrets", &token).await;
    is_refused(&nowhere, 400, "BadRequest", "Missing project id or environment");
    let body = home.body(json!({ "secretValue": "3" }));
    let refused = home.peer.post("/api/v4/secrets/B", &token, body).await;
    is_refused(&refused, 403, "PermissionDenied", "You are not allowed to create on secrets");
    assert_eq!(refused.json()["details"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_tell_who_made_them_and_snapshots_can_only_be_read() {
    let home = home().await;
    let (peer, auth) = (&home.peer, home.alice.auth());
    let id = home.create("A", "1").await["id"].as_str().unwrap().to_owned();
    let body = home.body(json!({ "secretValue": "2" }));
    peer.patch("/api/v4/secrets/A", &auth, body).await.ok();
    let path = format!("/api/v1/secret/{id}/secret-versions");
    let versions = peer.get(&format!("{path}?offset=0&limit=5"), &auth).await.ok();
    let versions = versions["secretVersions"].as_array().unwrap();
    let texts: Vec<_> = versions.iter().map(|version| &version["secretValue"]).collect();
    assert_eq!(texts, ["2", "1"]);
    let actor = &versions[0]["actor"];
    assert_eq!(fields(actor), ["actorId", "actorType", "groupId", "membershipId", "name"]);
    assert_eq!(
        (&actor["actorId"], &actor["name"]),
        (&json!(home.alice.id), &json!(home.alice.email))
    );
    is_invalid(&peer.get(&path, &auth).await, "offset");

    let list = format!("/api/v1/projects/{}/secret-snapshots?environment=dev&path=", home.project);
    let snapshots = peer.get(&format!("{list}/"), &auth).await.ok();
    let snapshot = snapshots["secretSnapshots"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/secret-snapshot/{snapshot}");
    let shown = peer.get(&path, &auth).await.ok();
    assert_eq!(shown["secretSnapshot"]["secretVersions"][0]["secretValue"], "2");
    let rollback = peer.post(&format!("{path}/rollback"), &auth, json!({})).await;
    is_refused(&rollback, 500, "InternalServerError", "Something went wrong");
    let lost = peer.get(&format!("{list}/none"), &auth).await;
    let text = "Folder with path '/none' not found in environment with slug 'dev'";
    is_refused(&lost, 404, "NotFound", text);
}

#[tokio::test(flavor = "multi_thread")]
async fn entity_tag_of_an_answer_saves_sending_it_again() {
    let home = home().await;
    home.create("A", "1").await;
    let path = format!("/api/v4/secrets?projectId={}&environment=dev", home.project);
    let auth = home.alice.auth();
    let first = home.peer.get(&path, &auth).await;
    let tag = first.header("etag").to_owned();
    let asked = || home.peer.request(Method::GET, &path, &auth);
    let again = read(asked().header("if-none-match", &tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    home.create("B", "2").await;
    let changed = read(asked().header("if-none-match", &tag)).await;
    assert_eq!(values(&changed.ok()), [("A", "1"), ("B", "2")]);
}
