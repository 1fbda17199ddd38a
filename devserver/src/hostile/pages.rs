//! Lists that never end.

use serde_json::{Value, json};

use super::json::replace;
use crate::http::Call;

/// The longest page that is filled.
const LONGEST: usize = 1000;

/// Makes any page the first.
pub(super) fn from_the_first(query: &mut Value) {
    if let Value::Object(fields) = query {
        replace(fields, json!({ "offset": "0" }));
    }
}

/// Fills a page with copies of what is on it, under new ids.
pub(super) fn fill(call: &Call, body: &mut Value) {
    let limit = call.query().text_opt("limit").and_then(|limit| limit.parse::<usize>().ok());
    let (Some(limit), Value::Object(fields)) = (limit, body) else { return };
    replace(fields, json!({ "totalCount": 1_000_000_000, "count": 1_000_000_000 }));
    let Some(page) = fields.values_mut().find_map(Value::as_array_mut) else { return };
    let originals = page.clone();
    let missing = limit.min(LONGEST).saturating_sub(originals.len());
    page.extend(originals.iter().cycle().take(missing).cloned().map(|mut copy| {
        let id = call.era().new_id();
        if let Value::Object(fields) = &mut copy {
            replace(fields, json!({ "id": id, "_id": id }));
        }
        copy
    }));
}
