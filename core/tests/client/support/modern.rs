//! A scripted server of July 2026, and a machine identity there.

use infisical_e2ee::{ClientBuilder, Credential};
use serde_json::json;

use super::{Answer, PROJECT, PROJECT_PATH, Received, Stub, builder_at};

const LOG_IN: &str = "/api/v1/auth/universal-auth/login";

/// A builder for a client of a machine identity in environment `dev` of the project of stubs.
pub(crate) fn machine(stub: &Stub) -> ClientBuilder {
    let credential = Credential::universal_auth("client", "planted").unwrap();
    let builder = builder_at(&stub.base_url).credential(credential);
    builder.project(PROJECT).environment("dev")
}

/// A server of July 2026. `secrets` responds to requests for secrets.
pub(crate) fn modern(
    request: &Received,
    secrets: &dyn Fn(&Received) -> Answer,
    log_in: u16,
) -> Answer {
    let failure = |status: u16, error: &str| {
        let body = json!({"reqId": "req-1", "statusCode": status, "error": error, "message": "no"});
        Answer::json(status, &body)
    };
    match request.path() {
        "/api/status" => {
            let longest = 7_776_000;
            let status = json!({
                "message": "Ok", "redisConfigured": true, "maxIdentityAccessTokenTTL": longest
            });
            Answer::json(200, &status)
        }
        "/api/v1/admin/config" => {
            let config = json!({"enabledLoginMethods": null, "authConsentContent": null});
            Answer::json(200, &json!({ "config": config }))
        }
        LOG_IN if log_in == 200 => {
            Answer::json(200, &json!({"accessToken": "a.b.c", "expiresIn": 7200}))
        }
        LOG_IN => failure(log_in, "UnauthorizedError"),
        PROJECT_PATH => {
            let environments = json!([
                {"name": "Development", "slug": "dev"},
                {"name": "Production", "slug": "prod"}
            ]);
            let workspace =
                json!({"id": PROJECT, "name": "P", "version": 3, "environments": environments});
            Answer::json(200, &json!({ "workspace": workspace }))
        }
        _ => secrets(request),
    }
}
