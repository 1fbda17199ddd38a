//! A scripted server of October 2024, and a machine identity there.

use infisical_e2ee::{Client, Credential};
use serde_json::json;

use super::{Answer, Received, Stub, builder_at};
use super::{PROJECT, PROJECT_PATH};

/// Answers as a server of October 2024 with the project `p`, whose environments are dev and prod.
/// `others` responds to requests that are not about the release or the project.
pub(crate) fn october_2024(request: &Received, others: impl Fn(&Received) -> Answer) -> Answer {
    match request.path() {
        "/api/status" => Answer::json(200, &json!({"message": "Ok", "redisConfigured": true})),
        "/api/v1/admin/config" => {
            let config = json!({"instanceId": "1", "enabledLoginMethods": null});
            Answer::json(200, &json!({ "config": config }))
        }
        PROJECT_PATH => {
            let environments = json!([
                {"name": "Development", "slug": "dev"}, {"name": "Production", "slug": "prod"},
            ]);
            let workspace = json!({
                "id": PROJECT, "name": "P", "slug": "p", "version": 3, "environments": environments
            });
            Answer::json(200, &json!({ "workspace": workspace }))
        }
        _ => others(request),
    }
}

/// A client of a machine identity in environment `dev` of project `p`.
pub(crate) fn machine_of_october_2024(stub: &Stub) -> Client {
    let token = Credential::identity_token("header.payload.signature").unwrap();
    let builder = builder_at(&stub.base_url).credential(token);
    builder.project(PROJECT).environment("dev").build().unwrap()
}
