//! The caller's own account.

use serde_json::json;

use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::organizations;
use crate::wire::{self, Reply};

/// The account with everything needed to unlock its keys.
pub(crate) fn me(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "user": wire::users::own(call.era(), call.user()?) })))
}

/// May 2023's short form; later the same as [`me`].
pub(crate) fn brief(call: &Call) -> Result<Reply, ApiError> {
    match call.era() {
        Era::May23 => {
            let user = wire::users::with_public_key(call.era(), call.user()?);
            Ok(Reply::json(json!({ "user": user })))
        }
        Era::Feb24 | Era::Jun24 => me(call),
    }
}

/// The caller's organisations.
pub(crate) fn organizations(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    let list = call.app.store.read(|db| Ok(organizations::of_user(db, &user.id)?))?;
    let list = list.iter().map(|one| wire::organizations::organization(call.era(), one));
    Ok(Reply::json(json!({ "organizations": list.collect::<Vec<_>>() })))
}
