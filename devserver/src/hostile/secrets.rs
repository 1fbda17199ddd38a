//! Lies about secrets.

use axum::http::Method;
use serde_json::{Value, json};

use super::json::each_object;
use super::memory::{Memory, Record, is_secret};
use super::{Hostile, HostileKind, is_about_secrets};
use crate::http::Call;

const HUGE: usize = 300_000;

pub(super) fn lie(hostile: &Hostile, call: &Call, method: &Method, body: &mut Value) {
    let memory = &hostile.memory;
    let reads = *method == Method::GET;
    if *method == Method::PATCH && hostile.is(HostileKind::OldRecordAfterUpdate) {
        each_secret(body, |secret| {
            if let Some(earlier) = memory.earlier(secret) {
                *secret = earlier;
            }
        });
    }
    if reads && hostile.is(HostileKind::StaleVersion) {
        each_secret(body, |secret| {
            if let Some(earlier) = memory.earlier(secret) {
                take_value(secret, &earlier);
                let version = earlier.get("version").cloned().unwrap_or_default();
                secret.insert("version".to_owned(), version);
            }
        });
    }
    if reads && hostile.is(HostileKind::WrongVersionLabel) && call.route().contains("versions") {
        body.as_object_mut().into_iter().flat_map(|body| body.values_mut()).for_each(rotate_values);
    }
    if reads && hostile.is(HostileKind::SwappedValues) {
        swap(memory, body);
    }
    if reads && is_about_secrets(call.route()) {
        if hostile.is(HostileKind::DroppedSecrets) {
            each_list(body, |secrets| drop(secrets.pop()));
        }
        if hostile.is(HostileKind::HugeList) {
            each_list(body, |secrets| {
                secrets.resize(secrets.len() + HUGE, json!({ "id": "0" }));
            });
        }
    }
}

fn each_secret(body: &mut Value, mut change: impl FnMut(&mut Record)) {
    each_object(body, &mut |object| {
        if is_secret(object) {
            change(object);
        }
    });
}

/// The top-level list of secrets.
fn each_list(body: &mut Value, change: impl FnOnce(&mut Vec<Value>)) {
    if let Some(secrets) = body.get_mut("secrets").and_then(Value::as_array_mut) {
        change(secrets);
    }
}

/// Gives a record the value, and only that, of another.
fn take_value(record: &mut Record, other: &Record) {
    let fields = other.iter().filter(|(name, _)| name.starts_with("secretValue"));
    for (name, value) in fields {
        record.insert(name.clone(), value.clone());
    }
}

fn swap(memory: &Memory, body: &mut Value) {
    if let Some(secrets) = body.get_mut("secrets").and_then(Value::as_array_mut) {
        return rotate(secrets);
    }
    each_secret(body, |secret| {
        if let Some(other) = memory.another(secret) {
            take_value(secret, &other);
        }
    });
}

fn rotate_values(list: &mut Value) {
    if let Value::Array(records) = list {
        rotate(records);
    }
}

/// Gives each record the value of the next one.
fn rotate(records: &mut [Value]) {
    let mut values: Vec<_> = records.iter().filter_map(Value::as_object).cloned().collect();
    if values.is_empty() {
        return;
    }
    values.rotate_left(1);
    for (record, other) in records.iter_mut().filter_map(Value::as_object_mut).zip(values) {
        take_value(record, &other);
    }
}
