//! The routes of secrets, imports, history and service tokens.

use axum::http::Method;

use super::{batch, encrypted, history, imports, list, single, tokens, transfer};
use crate::auth::Access;
use crate::http::Endpoint;
use crate::limits::Rate;
use crate::routes::secrets::modern;
use crate::routes::table;

/// Whether a route of June 2024 no longer exists.
pub(crate) fn is_retired(endpoint: &Endpoint) -> bool {
    endpoint.path == "/api/v1/workspace/{workspaceId}/service-token-data"
}

pub(crate) fn table() -> Vec<Endpoint> {
    [plain(), sealed(), rest()].concat()
}

fn plain() -> Vec<Endpoint> {
    table! {
        GET "/api/v4/secrets" PROJECT Secrets => list::list;
        POST "/api/v4/secrets/batch" PROJECT Secrets => batch::create;
        PATCH "/api/v4/secrets/batch" PROJECT Secrets => batch::update;
        DELETE "/api/v4/secrets/batch" PROJECT Secrets => batch::delete;
        GET "/api/v4/secrets/batch" PROJECT Secrets => single::get;
        POST "/api/v4/secrets/move" USER_OR_IDENTITY Secrets => transfer::move_all;
        GET "/api/v4/secrets/move" PROJECT Secrets => single::get;
        PATCH "/api/v4/secrets/move" PROJECT Secrets => single::update;
        DELETE "/api/v4/secrets/move" PROJECT Secrets => single::delete;
        POST "/api/v4/secrets/duplicate" USER_OR_IDENTITY Secrets => transfer::duplicate_all;
        GET "/api/v4/secrets/duplicate" PROJECT Secrets => single::get;
        PATCH "/api/v4/secrets/duplicate" PROJECT Secrets => single::update;
        DELETE "/api/v4/secrets/duplicate" PROJECT Secrets => single::delete;
        GET "/api/v4/secrets/id/{secretId}" PROJECT Secrets => single::get_by_id;
        GET "/api/v4/secrets/{secretName}" PROJECT Secrets => single::get;
        POST "/api/v4/secrets/{secretName}" PROJECT Secrets => single::create;
        PATCH "/api/v4/secrets/{secretName}" PROJECT Secrets => single::update;
        DELETE "/api/v4/secrets/{secretName}" PROJECT Secrets => single::delete;
        GET "/api/v4/secrets/{secretName}/secret-reference-tree"
            PROJECT Secrets => single::reference_tree;
        GET "/api/v4/secrets/{secretName}/reference-dependency-tree"
            PROJECT Secrets => single::dependency_tree;
        GET "/api/v3/secrets/raw" PROJECT Secrets => list::list;
        POST "/api/v3/secrets/batch/raw" PROJECT Secrets => batch::create;
        PATCH "/api/v3/secrets/batch/raw" PROJECT Secrets => batch::update;
        DELETE "/api/v3/secrets/batch/raw" PROJECT Secrets => batch::delete;
        GET "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => single::get;
        POST "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => single::create;
        PATCH "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => single::update;
        DELETE "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => single::delete;
        POST "/api/v3/secrets/move" USER_OR_IDENTITY Secrets => transfer::move_all;
    }
}

/// Routes of ciphertexts.
fn sealed() -> Vec<Endpoint> {
    table! {
        GET "/api/v3/secrets" PROJECT Secrets => encrypted::list;
        POST "/api/v3/secrets/raw" PROJECT Secrets => encrypted::create;
        PATCH "/api/v3/secrets/raw" PROJECT Secrets => encrypted::update;
        DELETE "/api/v3/secrets/raw" PROJECT Secrets => encrypted::delete;
        GET "/api/v3/secrets/batch" PROJECT Secrets => encrypted::get;
        POST "/api/v3/secrets/batch" PROJECT Secrets => encrypted::create_many;
        PATCH "/api/v3/secrets/batch" PROJECT Secrets => encrypted::update_many;
        DELETE "/api/v3/secrets/batch" PROJECT Secrets => encrypted::delete_many;
        GET "/api/v3/secrets/move" PROJECT Secrets => encrypted::get;
        PATCH "/api/v3/secrets/move" PROJECT Secrets => encrypted::update;
        DELETE "/api/v3/secrets/move" PROJECT Secrets => encrypted::delete;
        GET "/api/v3/secrets/{secretName}" PROJECT Secrets => encrypted::get;
        POST "/api/v3/secrets/{secretName}" PROJECT Secrets => encrypted::create;
        PATCH "/api/v3/secrets/{secretName}" PROJECT Secrets => encrypted::update;
        DELETE "/api/v3/secrets/{secretName}" PROJECT Secrets => encrypted::delete;
        POST "/api/v3/secrets/tags/{secretName}" PROJECT Secrets => encrypted::add_tags;
        DELETE "/api/v3/secrets/tags/{secretName}" PROGRAM Secrets => encrypted::remove_tags;
    }
}

fn rest() -> Vec<Endpoint> {
    table! {
        GET "/api/v1/secret-imports" PROJECT Secrets => imports::list;
        POST "/api/v1/secret-imports" PROJECT Secrets => imports::create;
        GET "/api/v1/secret-imports/secrets" PROJECT Secrets => imports::secrets;
        GET "/api/v1/secret-imports/secrets/raw" PROJECT Secrets => imports::plain_secrets;
        GET "/api/v1/secret-imports/{importId}" PROJECT Secrets => imports::get;
        PATCH "/api/v1/secret-imports/{importId}" PROJECT Secrets => imports::update;
        DELETE "/api/v1/secret-imports/{importId}" PROJECT Secrets => imports::delete;
        GET "/api/v2/secret-imports" PROJECT Secrets => imports::list;
        POST "/api/v2/secret-imports" PROJECT Secrets => imports::create;
        GET "/api/v2/secret-imports/secrets" PROJECT Secrets => imports::plain_secrets;
        GET "/api/v2/secret-imports/{importId}" PROJECT Secrets => imports::get;
        PATCH "/api/v2/secret-imports/{importId}" PROJECT Secrets => imports::update;
        DELETE "/api/v2/secret-imports/{importId}" PROJECT Secrets => imports::delete;
        GET "/api/v2/secret-approvals" USER Read => modern::policies;
        GET "/api/v2/secret-approvals/board" USER Read => modern::policy_of_place;
        GET "/api/v1/secret/{secretId}/secret-versions" USER Read => history::versions;
        GET "/api/v1/projects/{workspaceId}/secret-snapshots"
            USER_OR_IDENTITY Read => history::snapshots;
        GET "/api/v1/projects/{workspaceId}/secret-snapshots/count"
            USER_OR_IDENTITY Read => history::count_snapshots;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots"
            USER_OR_IDENTITY Read => history::snapshots;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots/count"
            USER_OR_IDENTITY Read => history::count_snapshots;
        GET "/api/v1/secret-snapshot/{secretSnapshotId}"
            USER_OR_IDENTITY Read => history::snapshot;
        POST "/api/v1/secret-snapshot/{secretSnapshotId}/rollback"
            USER_OR_IDENTITY Write => history::roll_back;
        GET "/api/v2/service-token" TOKEN Read => tokens::own;
        POST "/api/v2/service-token" USER Write => tokens::create;
        DELETE "/api/v2/service-token/{serviceTokenId}" USER Write => tokens::delete;
        GET "/api/v1/projects/{workspaceId}/service-token-data" USER Read => tokens::list;
    }
}
