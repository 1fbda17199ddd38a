//! The wire format of objects in each era.

pub(crate) mod audit;
pub(crate) mod backup_keys;
pub(crate) mod dynamic_secrets;
pub(crate) mod errors;
pub(crate) mod groups;
pub(crate) mod identities;
pub(crate) mod kms;
pub(crate) mod memberships;
pub(crate) mod modern;
pub(crate) mod organizations;
pub(crate) mod plain;
pub(crate) mod projects;
mod reply;
pub(crate) mod roles;
pub(crate) mod secret_imports;
pub(crate) mod secret_versions;
pub(crate) mod secrets;
pub(crate) mod service_accounts;
pub(crate) mod snapshots;
pub(crate) mod tags;
pub(crate) mod today;
pub(crate) mod today_identities;
pub(crate) mod today_projects;
pub(crate) mod today_roles;
pub(crate) mod tokens;
pub(crate) mod users;

pub(crate) use reply::Reply;

use serde_json::{Map, Value};

/// `base` with the fields of `extra` added; both are objects.
pub(crate) fn merged(mut base: Value, extra: Value) -> Value {
    if let (Value::Object(base), Value::Object(extra)) = (&mut base, extra) {
        base.extend(extra);
    }
    base
}

/// An object of the fields that have a value; May 2023 leaves the others out.
fn present<const N: usize>(fields: [(&str, Option<&str>); N]) -> Value {
    let present =
        fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into())));
    Value::Object(present.collect::<Map<_, _>>())
}
