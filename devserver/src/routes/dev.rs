//! Development only: the content of a mailbox.

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::http::Call;
use crate::store::codes;
use crate::wire::Reply;

/// The live one-time codes of an address, newest last.
pub(crate) fn codes(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let email = query.text("email");
    query.finish()?;
    let codes = call.app.store.read(|db| Ok(codes::list(db, &email)?))?;
    let listed = codes.into_iter().map(|code| {
        let mut fields = Map::new();
        fields.insert("purpose".to_owned(), code.purpose.into());
        fields.insert("code".to_owned(), code.code.into());
        if !code.organization_id.is_empty() {
            fields.insert("organizationId".to_owned(), code.organization_id.into());
        }
        Value::Object(fields)
    });
    Ok(Reply::json(json!({ "codes": listed.collect::<Vec<_>>() })))
}
