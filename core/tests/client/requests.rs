//! The form of requests: user agent, URL, and credential headers.

use infisical_e2ee::{Credential, ErrorKind};
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::support::{Answer, ERAS, Stub, World, bare_client, builder_at};

#[tokio::test]
async fn user_agent_has_library_and_suffix() {
    let stub = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    let library = concat!("infisical-e2ee/", env!("CARGO_PKG_VERSION"));
    for (suffix, expected) in [
        (None, library.to_owned()),
        (Some("python/3.11"), format!("{library} python/3.11")),
        (Some("a\r\nx-planted: 1"), format!("{library} ax-planted: 1")),
    ] {
        let mut builder = bare_client(&stub.base_url);
        if let Some(suffix) = suffix {
            builder = builder.user_agent_suffix(suffix);
        }
        builder.build().unwrap().organizations().list().await.unwrap();
        let request = stub.received().pop().unwrap();
        assert_eq!(request.header("user-agent"), expected);
        assert_eq!(request.header("x-planted"), "");
        assert_eq!(request.header("accept"), "application/json");
    }
}

#[tokio::test]
async fn base_url_may_have_a_path() {
    let stub = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    for base_url in ["/infisical", "/infisical/", "/infisical/api", "/infisical/api/"] {
        let client = bare_client(&format!("{}{base_url}", stub.base_url)).build().unwrap();
        client.organizations().list().await.unwrap();
        let request = stub.received().pop().unwrap();
        assert_eq!(request.target, "/infisical/api/v1/organization", "{base_url}");
    }
}

#[tokio::test]
async fn credential_is_sent_in_its_header() {
    let stub = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    for (credential, authorization, api_key) in [
        (Credential::access_token("aa.bb.cc"), "Bearer aa.bb.cc", ""),
        (Credential::api_key("ak.64a0.5ec3e7"), "", "ak.64a0.5ec3e7"),
    ] {
        let builder = builder_at(&stub.base_url);
        let client = builder.credential(credential.unwrap()).build().unwrap();
        client.organizations().list().await.unwrap();
        let request = stub.received().pop().unwrap();
        assert_eq!(request.header("authorization"), authorization);
        assert_eq!(request.header("x-api-key"), api_key);
    }
}

#[tokio::test]
async fn secret_name_with_special_characters_is_one_path_segment() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let secrets = world.client_at(&stub.base_url, world.token_credential()).secrets();
        for name in ["../a?b#c", "%2e%2e", "100% a+b&c=d", "键\\;:@"] {
            secrets.create(name, "1").await.unwrap();
            assert_eq!(secrets.get(name).await.unwrap().name, name, "{era}");
            secrets.update(name).value("2").await.unwrap();
            assert_eq!(secrets.list().await.unwrap().get(name).unwrap().value.expose(), "2");
            secrets.delete(name).await.unwrap();

            for method in ["POST", "GET", "PATCH", "DELETE"] {
                let all = stub.received();
                let request = all
                    .iter()
                    .rev()
                    .find(|one| one.method == method && one.path().starts_with("/api/v3/secrets/"));
                let path = request.unwrap().path().strip_prefix("/api/v3/secrets/").unwrap();
                let decoded = percent_decode_str(path).decode_utf8().unwrap();
                assert!(!path.contains(['/', '\\', ';']), "{era} {method}: {path}");
                assert_eq!(decoded, name, "{era} {method}: {path}");
            }
        }
    }
}

/// Projects created before the format of ids changed keep their ids.
#[tokio::test]
async fn servers_of_2024_accept_ids_of_may_2023() {
    const OLDER: &str = "64a0f1c2d3e4b5a697887766";
    const NEWER: &str = "00000000-0000-4000-8000-000000000000";
    let stub = Stub::start(|request, _| {
        let environments = json!([{ "id": NEWER, "name": "Dev", "slug": "dev" }]);
        let project = json!({ "id": OLDER, "name": "Old", "environments": environments });
        Answer::json(
            200,
            &match request.path() {
                "/api/status" => json!({ "message": "Ok", "redisConfigured": true }),
                "/api/v1/admin/config" => json!({ "config": { "instanceId": NEWER } }),
                "/api/v1/workspace/64a0f1c2d3e4b5a697887766" => json!({ "workspace": project }),
                _ => json!({ "folders": [] }),
            },
        )
    })
    .await;
    let client = bare_client(&stub.base_url).project(OLDER).environment("dev").build().unwrap();
    assert!(client.folders().list().await.unwrap().is_empty());
    let asked = stub.received().pop().unwrap().target;
    assert!(asked.starts_with(&format!("/api/v1/folders?workspaceId={OLDER}&")), "{asked}");
    assert_eq!(client.projects().get(OLDER).await.unwrap().id, OLDER);
    for bad in ["../x", "", "a b"] {
        let error = client.folders().list().project(bad).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{bad:?}");
    }
}
