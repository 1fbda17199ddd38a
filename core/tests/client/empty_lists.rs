//! Empty lists: servers of 2024 answer with one also for a folder or environment that does not
//! exist.

use infisical_e2ee::{Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::json;

use super::support::{Answer, Received, Stub, World, machine_of_october_2024, october_2024};

/// A server of October 2024 with the folder `/app/empty` in dev. No folder has secrets.
fn empty_server(request: &Received, _: usize) -> Answer {
    october_2024(request, |request| match request.path() {
        "/api/v3/secrets/raw" => Answer::json(200, &json!({"secrets": [], "imports": []})),
        "/api/v1/folders" => {
            let names = match request.target.rsplit("path=").next() {
                Some("%2F") => vec!["app"],
                Some("%2Fapp") => vec!["empty"],
                _ => vec![],
            };
            let folder = |name: &str| json!({"id": name, "name": name});
            let folders: Vec<_> = names.into_iter().map(folder).collect();
            Answer::json(200, &json!({ "folders": folders }))
        }
        other => panic!("{other}"),
    })
}

#[tokio::test]
async fn empty_list_of_october_2024_is_believed_only_of_an_existing_folder() {
    let stub = Stub::start(empty_server).await;
    let secrets = machine_of_october_2024(&stub).secrets();
    for path in ["/", "/app", "/app/empty"] {
        assert!(secrets.list().path(path).await.unwrap().is_empty(), "{path}");
        assert!(secrets.list().recursive(true).path(path).await.unwrap().is_empty(), "{path}");
    }
    for path in ["/nope", "/app/nope", "/nope/empty", "/app/empty/nope"] {
        for recursive in [false, true] {
            let error = secrets.list().recursive(recursive).path(path).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound, "{path}");
            let name = path.rsplit('/').next().unwrap();
            assert!(error.message().contains(&format!("folder {name:?}")), "{error}");
        }
    }
}

#[tokio::test]
async fn empty_list_of_a_known_environment_needs_no_other_request() {
    let stub = Stub::start(empty_server).await;
    let secrets = machine_of_october_2024(&stub).secrets();
    assert!(secrets.list().await.unwrap().is_empty());
    assert_eq!(stub.count("/api/v1/folders"), 0);
}

#[tokio::test]
async fn empty_list_of_early_2024_is_believed_only_of_an_existing_folder() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let ada = world.ada();
        ada.folders().create("empty").path("/app").await.unwrap();
        let all = ada.service_tokens().create("all").scope("dev", "/**").await.unwrap().token;
        let token = world.client(Credential::service_token(all.expose()).unwrap());
        for client in [&ada, &token] {
            for path in ["/", "/app", "/app/empty"] {
                let list = client.secrets().list().path(path).await.unwrap();
                assert!(list.is_empty(), "{era} {path}");
            }
            for path in ["/nope", "/app/nope", "/nope/empty"] {
                let error = client.secrets().list().path(path).await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::NotFound, "{era} {path}: {error}");
            }
        }
    }
}

/// The token keeps its scope after the environment is deleted.
#[tokio::test]
async fn empty_list_of_a_deleted_environment_is_not_found() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let ada = world.ada();
        ada.environments().create("Old", "old").await.unwrap();
        let token = ada.service_tokens().create("old").scope("old", "/").await.unwrap().token;
        let token = world.client(Credential::service_token(token.expose()).unwrap());
        assert!(token.secrets().list().environment("old").await.unwrap().is_empty(), "{era}");
        ada.environments().delete("old").await.unwrap();
        let error = token.secrets().list().environment("old").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{era}: {error}");
    }
}
