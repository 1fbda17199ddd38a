//! What the plaintext routes have had since about autumn 2024. From public source.

use serde_json::json;

use crate::auth::{Actor, access};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::place::{Home, Target};
use crate::store::secrets::Kind;
use crate::wire::{self, Reply};

/// The environment that has a policy of approval here: real servers keep such policies by license.
const GUARDED: &str = "guarded";

/// Whether the caller wants values, as a word in the query. Of the other words only
/// those for imports have an effect: references are not expanded.
pub(super) fn wants_values(call: &Call, query: &Form<'_>) -> bool {
    if !call.era().is_modern() {
        return true;
    }
    let words = ["expandSecretReferences", "recursive", "include_imports", "includeImports"];
    for word in words {
        query.choice(word, &["true", "false"], Some("false"));
    }
    query.choice("viewSecretValue", &["true", "false"], Some("true")) == "true"
}

/// The answer to a change that a policy holds back: one by a user, of a shared secret.
pub(super) fn held_back(call: &Call, target: &Target, home: &Home, kind: Kind) -> Option<Reply> {
    held_back_at(call, &target.environment, &home.folder_id, kind)
}

/// As [`held_back`], in a folder.
pub(super) fn held_back_at(
    call: &Call,
    environment: &str,
    folder_id: &str,
    kind: Kind,
) -> Option<Reply> {
    let Actor::User(actor) = &call.actor else {
        return None;
    };
    (is_guarded(call, environment) && kind == Kind::Shared).then(|| {
        let approval = wire::modern::approval(folder_id, &actor.user.id);
        Reply::json(json!({ "approval": approval }))
    })
}

/// Whether a policy applies to changes that this caller makes in an environment.
pub(super) fn is_guarded(call: &Call, environment: &str) -> bool {
    let is_user = matches!(call.actor, Actor::User(_));
    is_user && call.era().is_modern() && environment == GUARDED
}

/// The policies of approval of a project.
pub(crate) fn policies(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let id = query.trimmed(call.project_field());
    query.finish()?;
    let (project, _) = call.app.store.read(|db| access::member(call, db, &id))?;
    let guarded = project.environment(GUARDED).filter(|_| call.era().is_modern());
    let policies: Vec<_> = guarded.map(wire::modern::policy).into_iter().collect();
    Ok(Reply::json(json!({ "approvals": policies })))
}

/// The policy of approval of one place, if there is one.
pub(crate) fn policy_of_place(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (id, environment) = (query.trimmed("projectId"), query.trimmed("environment"));
    query.trimmed("secretPath");
    query.finish()?;
    let (project, _) = call.app.store.read(|db| access::member(call, db, &id))?;
    let guarded = project.environment(&environment).filter(|_| environment == GUARDED);
    let policy = guarded.map(|environment| json!({ "policy": wire::modern::policy(environment) }));
    Ok(Reply::json(policy.unwrap_or(json!({}))))
}
