//! Finding objects in an answer.

use serde_json::{Map, Value};

/// Applies `change` to each object in `value`, the outer before the inner.
pub(super) fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            change(object);
            object.values_mut().for_each(|inner| each_object(inner, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| each_object(inner, change)),
        _ => {}
    }
}

/// The id of an object, in any era's form.
pub(super) fn id_of(object: &Map<String, Value>) -> Option<&str> {
    ["id", "_id", "userId"].iter().find_map(|name| object.get(*name)?.as_str())
}

/// Sets fields that the object has already.
pub(super) fn replace(object: &mut Map<String, Value>, fields: Value) {
    let Value::Object(fields) = fields else { return };
    for (name, value) in fields {
        if let Some(place) = object.get_mut(&name) {
            *place = value;
        }
    }
}
