//! Projects, environments, tags, folders and members.

use serde_json::{Value, json};

use super::{is_invalid, is_no_route, is_refused, started};
use crate::support::Person;
use crate::support::client::Peer;

const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

async fn project(peer: &Peer, alice: &Person) -> String {
    let body = json!({ "projectName": "First", "slug": "first" });
    let made = peer.post("/api/v1/projects", &alice.auth(), body).await.ok();
    made["project"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn project_is_of_version_3_whatever_route_makes_it() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let new = json!({ "projectName": "First", "slug": "first", "projectDescription": "about" });
    let made = peer.post("/api/v1/projects", &auth, new.clone()).await.ok()["project"].clone();
    assert_eq!((&made["version"], &made["autoCapitalization"]), (&json!(3), &json!(false)));
    assert_eq!((&made["description"], &made["type"]), (&json!("about"), &json!("secret-manager")));
    assert_eq!(made["deletedEnvironments"], json!([]));
    let older = json!({ "projectName": "Second" });
    let older = peer.post("/api/v2/workspace", &auth, older).await.ok()["project"].clone();
    assert_eq!((&older["version"], &older["kmsSecretManagerKeyId"]), (&json!(3), &Value::Null));
    let key = format!("/api/v2/workspace/{}/encrypted-key", older["id"].as_str().unwrap());
    assert_eq!(peer.get(&key, &auth).await.text, "");

    let again = peer.post("/api/v1/projects", &auth, new).await;
    let text = "A project with the slug \"first\" already exists in your organization. Please \
                choose a different name or slug.";
    is_refused(&again, 400, "BadRequest", text);
    let short = json!({ "projectName": "X", "slug": "abc" });
    is_invalid(&peer.post("/api/v1/projects", &auth, short).await, "slug");
    let long = json!({ "projectName": "N".repeat(65) });
    is_invalid(&peer.post("/api/v1/projects", &auth, long).await, "projectName");
    is_invalid(&peer.post("/api/v1/projects", &auth, json!({})).await, "projectName");

    let listed = peer.get("/api/v1/projects", &auth).await.ok();
    let names: Vec<_> = listed["projects"].as_array().unwrap().iter().map(|p| &p["name"]).collect();
    assert_eq!(names, ["Certificate Manager", "First", "Second"]);
    let listed = peer.get("/api/v1/workspace?type=secret-manager", &auth).await.ok();
    assert_eq!(listed["workspaces"].as_array().map(Vec::len), Some(2));
    let found = json!({ "name": "fir" });
    let found = peer.post("/api/v1/projects/search", &auth, found).await.ok();
    assert_eq!(
        (&found["totalCount"], &found["projects"][0]["isMember"]),
        (&json!(1), &json!(true))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn project_that_is_unknown_or_of_others_is_refused() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    for id in [UNKNOWN, "nonsense"] {
        let lost = peer.get(&format!("/api/v1/projects/{id}"), &auth).await;
        is_refused(&lost, 404, "NotFound", &format!("Project with ID '{id}' not found"));
    }
    let by_slug = peer.get("/api/v1/projects/slug/first", &auth).await.ok();
    assert_eq!(by_slug["id"], id.as_str());
    let lost = peer.get("/api/v1/projects/slug/none", &auth).await;
    is_refused(&lost, 404, "NotFound", "Project with slug 'none' not found");
    let mut bob = Person::sign_up(&peer, "bob").await;
    let path = format!("/api/v1/projects/{id}");
    let text = "This project does not belong to your selected organization.";
    is_refused(&peer.get(&path, &bob.auth()).await, 403, "ForbiddenError", text);
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &auth, body).await.ok();
    bob.select(&alice.organization).await;
    let text = format!(
        "You are not a member of this project with ID {id}. Please assign this user to the project \
         with the appropriate permissions, then try again."
    );
    is_refused(&peer.get(&path, &bob.auth()).await, 403, "ProjectMembershipNotFound", &text);
}

#[tokio::test(flavor = "multi_thread")]
async fn project_is_changed_and_deleted() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    let path = format!("/api/v1/projects/{id}");
    let change = json!({ "name": "Other", "description": "changed", "hasDeleteProtection": true });
    let changed = peer.patch(&path, &auth, change).await.ok()["project"].clone();
    assert_eq!((&changed["name"], &changed["description"]), (&json!("Other"), &json!("changed")));
    let older = format!("/api/v1/workspace/{id}");
    let renamed = peer.patch(&older, &auth, json!({ "name": "Third" })).await.ok();
    assert_eq!(renamed["workspace"]["name"], "Third");
    is_invalid(&peer.patch(&path, &auth, json!({ "name": "N".repeat(65) })).await, "name");
    is_no_route(&peer.post(&format!("{older}/name"), &auth, json!({ "name": "x" })).await);
    assert_eq!(peer.delete(&path, &auth, Value::Null).await.status, 403);
    peer.patch(&path, &auth, json!({ "hasDeleteProtection": false })).await.ok();
    let deleted = peer.delete(&path, &auth, Value::Null).await.ok();
    assert_eq!(deleted["project"]["id"], id.as_str());
    assert_eq!(peer.get(&path, &auth).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn environment_that_is_deleted_can_be_restored() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    let path = format!("/api/v1/projects/{id}/environments");
    let new = json!({ "name": "QA", "slug": "qa" });
    let made = peer.post(&path, &auth, new.clone()).await.ok();
    assert_eq!((&made["projectId"], &made["environment"]["position"]), (&json!(id), &json!(4)));
    let taken = peer.post(&path, &auth, new).await;
    is_refused(&taken, 400, "CreateEnvironment", "Environment with slug already exists");
    let odd = json!({ "name": "Q", "slug": "Q A" });
    is_invalid(&peer.post(&path, &auth, odd).await, "slug");
    let by_slug = peer.get(&format!("{path}/slug/qa"), &auth).await.ok();
    assert_eq!(by_slug["environment"]["id"], made["environment"]["id"]);

    let one = format!("{path}/{}", made["environment"]["id"].as_str().unwrap());
    let change = json!({ "name": "QA2", "slug": "qa2", "position": 1 });
    let changed = peer.patch(&one, &auth, change).await.ok()["environment"].clone();
    assert_eq!((&changed["slug"], &changed["position"]), (&json!("qa2"), &json!(1)));
    let deleted = peer.delete(&one, &auth, Value::Null).await.ok()["environment"].clone();
    assert_eq!((&deleted["position"], &deleted["deletedByUserId"]), (&json!(4), &json!(alice.id)));
    assert!(deleted["deleteAfter"].as_str() > deleted["softDeletedAt"].as_str());
    let shown = async || {
        let shown =
            peer.get(&format!("/api/v1/projects/{id}"), &auth).await.ok()["project"].clone();
        let count = |name: &str| shown[name].as_array().unwrap().len();
        (count("environments"), count("deletedEnvironments"))
    };
    assert_eq!(shown().await, (3, 1));
    let restored = peer.post(&format!("{one}/restore"), &auth, json!({})).await.ok();
    assert_eq!(restored["environment"]["softDeletedAt"], Value::Null);
    assert_eq!(restored["environment"]["position"], 5);
    let gone = peer.delete(&format!("{one}?hardDelete=true"), &auth, Value::Null).await.ok();
    assert_eq!(gone["environment"]["deleteAfter"], Value::Null);
    assert_eq!(shown().await, (3, 0));
    let lost = peer.delete(&format!("{path}/{UNKNOWN}"), &auth, Value::Null).await;
    let text = format!("Environment with id '{UNKNOWN}' in project with ID '{id}' not found");
    is_refused(&lost, 404, "DeleteEnvironment", &text);

    let older = format!("/api/v1/workspace/{id}/environments");
    let made = peer.post(&older, &auth, json!({ "name": "Old", "slug": "old" })).await.ok();
    assert_eq!(made["workspace"], id.as_str());
    let one = format!("{older}/{}", made["environment"]["id"].as_str().unwrap());
    peer.delete(&one, &auth, Value::Null).await.ok();
    assert_eq!(shown().await, (3, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn tag_has_a_name_only_when_asked_for_by_itself() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let path = format!("/api/v1/projects/{}/tags", project(&peer, &alice).await);
    let new = json!({ "slug": "backend", "color": "#ff0000" });
    let made = peer.post(&path, &auth, new.clone()).await.ok()["tag"].clone();
    assert_eq!(made.get("name"), None);
    is_refused(&peer.post(&path, &auth, new).await, 400, "BadRequest", "Tag already exists");
    let odd = json!({ "slug": "Back End", "color": "" });
    is_invalid(&peer.post(&path, &auth, odd).await, "slug");
    is_invalid(&peer.post(&path, &auth, json!({ "slug": "red" })).await, "color");
    for one in [made["id"].as_str().unwrap(), "slug/backend"] {
        let found = peer.get(&format!("{path}/{one}"), &auth).await.ok();
        assert_eq!(found["tag"]["name"], "backend");
    }
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let change = json!({ "slug": "crimson", "color": "#dc143c" });
    assert_eq!(peer.patch(&one, &auth, change).await.ok()["tag"]["slug"], "crimson");
    let lost = peer.get(&format!("{path}/{UNKNOWN}"), &auth).await;
    is_refused(&lost, 404, "NotFound", &format!("Tag with ID '{UNKNOWN}' not found"));
    peer.delete(&one, &auth, Value::Null).await.ok();
    assert_eq!(peer.get(&path, &auth).await.ok()["tags"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn folder_is_made_once_with_its_parents() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    let at = |path: &str, name: &str| json!({ "projectId": id, "environment": "dev", "path": path, "name": name });
    let made = peer.post("/api/v2/folders", &auth, at("/a/b", "c")).await.ok()["folder"].clone();
    assert_eq!((&made["path"], &made["version"]), (&json!("/a/b/c"), &json!(1)));
    assert_eq!(made["description"], Value::Null);
    let again = peer.post("/api/v2/folders", &auth, at("/a", "b")).await;
    is_refused(&again, 400, "BadRequest", "Folder with name 'b' already exists in path '/a'");
    is_invalid(&peer.post("/api/v2/folders", &auth, at("/", "bad name")).await, "name");

    let place = format!("projectId={id}&environment=dev");
    let list =
        async |query: &str| peer.get(&format!("/api/v2/folders?{place}{query}"), &auth).await;
    is_invalid(&list("").await, "path");
    let all = list("&path=/&recursive=true").await.ok();
    let paths: Vec<_> =
        all["folders"].as_array().unwrap().iter().map(|one| &one["relativePath"]).collect();
    assert_eq!(paths, ["/a", "/a/b", "/a/b/c"]);
    assert_eq!(list("&path=/none").await.ok()["folders"], json!([]));
    let lost = format!("/api/v2/folders?projectId={id}&environment=nope&path=/");
    let lost = peer.get(&lost, &auth).await;
    is_refused(&lost, 404, "NotFound", "Environment with slug 'nope' not found");

    let one = format!("/api/v2/folders/{}", made["id"].as_str().unwrap());
    let found = peer.get(&one, &auth).await.ok()["folder"].clone();
    assert_eq!((&found["path"], &found["projectId"]), (&json!("/a/b/c"), &json!(id)));
    let renamed = peer.patch(&one, &auth, at("/a/b", "d")).await.ok()["folder"].clone();
    assert_eq!((&renamed["path"], &renamed["version"]), (&json!("/a/b/d"), &json!(2)));
    let lost = format!("/api/v2/folders/{UNKNOWN}");
    let lost = peer.patch(&lost, &auth, at("/a/b", "x")).await;
    is_refused(&lost, 404, "UpdateFolder", &format!("Folder with ID '{UNKNOWN}' not found"));
    peer.delete("/api/v2/folders/d", &auth, at("/a/b", "")).await.ok();
    let again = peer.delete("/api/v2/folders/d", &auth, at("/a/b", "")).await;
    is_refused(&again, 404, "NotFound", "Target folder not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_added_by_address_and_twice_is_no_error() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    let path = format!("/api/v1/projects/{id}/memberships");
    let new = json!({ "emails": ["stranger@example.test"], "roleSlugs": ["viewer"] });
    let added = peer.post(&path, &auth, new.clone()).await.ok()["memberships"].clone();
    assert_eq!(added.as_array().map(Vec::len), Some(1));
    assert_eq!(peer.post(&path, &auth, new).await.ok()["memberships"], json!([]));
    let odd = json!({ "emails": ["other@example.test"], "roleSlugs": ["nope"] });
    let odd = peer.post(&path, &auth, odd).await;
    let unknown = format!("Specified roles 'nope' was not found in the project with ID '{id}'");
    is_refused(&odd, 404, "NotFound", &unknown);

    let one = format!("{path}/{}", added[0]["id"].as_str().unwrap());
    let shown = peer.get(&one, &auth).await.ok()["membership"].clone();
    assert_eq!(shown["roles"][0]["role"], "viewer");
    assert_eq!(shown["user"].get("publicKey"), None);
    let body = json!({ "username": alice.email });
    let details = peer.post(&format!("{path}/details"), &auth, body).await.ok();
    assert_eq!(details["membership"]["user"]["publicKey"], "");

    let temporary = json!({ "roles": [{ "role": "member", "isTemporary": true }] });
    is_invalid(&peer.patch(&one, &auth, temporary).await, "roles");
    is_invalid(&peer.patch(&one, &auth, json!({ "roles": [] })).await, "roles");
    let odd = peer.patch(&one, &auth, json!({ "roles": [{ "role": "nope" }] })).await;
    is_refused(&odd, 404, "NotFound", &unknown);
    let changed = json!({ "roles": [{ "role": "no-access" }] });
    let changed = peer.patch(&one, &auth, changed).await.ok();
    assert_eq!(changed["roles"][0]["role"], "no-access");
    peer.delete(&one, &auth, Value::Null).await.ok();
    let lost = peer.delete(&format!("{path}/{UNKNOWN}"), &auth, Value::Null).await;
    is_refused(&lost, 404, "NotFound", &format!("Membership with id {UNKNOWN} not found"));
    let listed = peer.get(&path, &auth).await.ok()["memberships"].clone();
    let own = format!("{path}/{}", listed[0]["id"].as_str().unwrap());
    let own = peer.delete(&own, &auth, Value::Null).await;
    is_refused(&own, 400, "BadRequest", "You can't delete your own membership");
    let leave = format!("/api/v1/projects/{id}/leave");
    assert_eq!(peer.delete(&leave, &auth, Value::Null).await.status, 200);
    let gone = peer.delete(&leave, &auth, Value::Null).await;
    is_refused(&gone, 400, "BadRequest", "You are not a member of this project");
}

#[tokio::test(flavor = "multi_thread")]
async fn folder_moves_with_what_is_in_it() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = project(&peer, &alice).await;
    let at = |environment: &str, path: &str, name: &str| json!({ "projectId": id, "environment": environment, "path": path, "name": name });
    let made = peer.post("/api/v2/folders", &auth, at("dev", "/", "a")).await.ok();
    let folder = made["folder"]["id"].as_str().unwrap();
    peer.post("/api/v2/folders", &auth, at("dev", "/a", "b")).await.ok();
    let secret = json!({
        "projectId": id, "environment": "dev", "secretPath": "/a/b", "secretValue": "1",
    });
    peer.post("/api/v4/secrets/KEY", &auth, secret).await.ok();
    let to = |environment: &str, path: &str| {
        json!({
            "projectId": id, "folderId": folder, "destinationEnvironment": environment,
            "destinationPath": path,
        })
    };
    assert_eq!(peer.post("/api/v2/folders/move", &auth, to("dev", "/a/b")).await.status, 400);
    let moved = peer.post("/api/v2/folders/move", &auth, to("staging", "/x")).await.ok();
    assert_eq!((&moved["sourcePath"], &moved["folderId"]), (&json!("/a"), &json!(folder)));
    let path = |environment: &str, path: &str| {
        format!("/api/v4/secrets/KEY?projectId={id}&environment={environment}&secretPath={path}")
    };
    let found = peer.get(&path("staging", "/x/a/b"), &auth).await.ok();
    assert_eq!(found["secret"]["secretValue"], "1");
    assert_eq!(peer.get(&path("dev", "/a/b"), &auth).await.status, 404);
    // In the new place it has another id.
    let again = peer.post("/api/v2/folders/move", &auth, to("prod", "/")).await;
    is_refused(&again, 404, "NotFound", &format!("Folder with ID '{folder}' not found"));
}

#[tokio::test(flavor = "multi_thread")]
async fn viewer_may_add_only_who_is_a_member_already() {
    let (_server, peer, alice) = started().await;
    let mut bob = Person::sign_up(&peer, "bob").await;
    let id = project(&peer, &alice).await;
    let path = format!("/api/v1/projects/{id}/memberships");
    let body = json!({ "emails": [bob.email], "roleSlugs": ["viewer"] });
    peer.post(&path, &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let known = json!({ "emails": [alice.email] });
    assert_eq!(peer.post(&path, &bob.auth(), known).await.ok()["memberships"], json!([]));
    let new = json!({ "emails": ["new@example.test"] });
    let new = peer.post(&path, &bob.auth(), new).await;
    is_refused(&new, 403, "PermissionDenied", "You are not allowed to create on member");
}

#[tokio::test(flavor = "multi_thread")]
async fn built_in_role_tells_what_it_allows() {
    let (_server, peer, alice) = started().await;
    let id = project(&peer, &alice).await;
    let path = format!("/api/v1/projects/{id}/roles/slug");
    let role = peer.get(&format!("{path}/viewer"), &alice.auth()).await.ok()["role"].clone();
    let rule = json!({ "subject": "secrets", "action": ["describeSecret", "readValue"] });
    assert_eq!(role["permissions"][0], rule);
    let lost = peer.get(&format!("{path}/nope"), &alice.auth()).await;
    is_refused(&lost, 404, "NotFound", "Role with slug nope not found");
    let listed = peer.get("/api/v1/projects?includeRoles=true", &alice.auth()).await.ok();
    assert_eq!(listed["projects"][1]["roles"].as_array().map(Vec::len), Some(4));
}
