//! How Swift names and writes records, their fields, and the values of a call.

use crate::model::{Field, Record, Spelling, Type};
use crate::names::{camel_case, class_name};
use crate::source::Source;

/// Records that users make, or that have methods or redaction of their own.
pub(super) const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "DeniedPermission",
    "RolePermission",
    "Secret",
    "SecretChange",
    "SecretHistory",
    "ServiceTokenScope",
    "SnapshotContents",
];

/// Records whose initializer can fail although no field of the tables tells.
const FALLIBLE: &[&str] = &["BulkItem", "SecretList"];

/// Nested records: SwiftUI has a type of the same name, which would shadow it in a view.
const NESTED: &[(&str, &str)] = &[("Environment", "Project"), ("Group", "Organization")];

/// Words that Swift writes in capitals, unless a name begins with them.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("e2ee", "E2EE"),
    ("http", "HTTP"),
    ("id", "ID"),
    ("ips", "IPs"),
    ("mfa", "MFA"),
    ("ttl", "TTL"),
    ("url", "URL"),
];

const TYPES: Spelling = Spelling {
    unit: "Void",
    text: "String",
    bytes: "Data",
    integer: "Int",
    number: "Duration",
    flag: "Bool",
    progress: "(Int, Int) -> Void",
    error: "InfisicalError",
    optional: |inner| format!("{inner}?"),
    list: |inner| format!("[{inner}]"),
    record: full_name,
};

/// The record that contains this one.
pub(super) fn parent(name: &str) -> Option<&'static str> {
    NESTED.iter().find(|(nested, _)| *nested == name).map(|(_, parent)| *parent)
}

/// The name of a record anywhere.
pub(super) fn full_name(native: &str) -> String {
    let name = class_name(native);
    parent(name).map_or(name.to_owned(), |parent| format!("{parent}.{name}"))
}

/// `secret_id` as `secretID`.
pub(super) fn swift_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| match ABBREVIATIONS.iter().find(|(plain, _)| *plain == word) {
        Some((_, capitals)) => name + capitals,
        None => camel_case(&format!("{name}_{word}")),
    })
}

/// The name of a field. Users see `type`, which is a keyword in Rust.
pub(super) fn field_name(field: &str) -> String {
    if field == "kind" { "type".to_owned() } else { swift_case(field) }
}

/// The type of a field.
pub(super) fn annotation(field: &Field) -> String {
    match field.name {
        _ if field.instant => "Date?".to_owned(),
        "kind" => "SecretType".to_owned(),
        _ => output(&field.kind),
    }
}

/// The type of an operation's result.
pub(super) fn output(kind: &Type) -> String {
    kind.spelled(&TYPES)
}

/// Whether the initializer of a record can fail: whether a text that names a case is in it anywhere.
pub(super) fn is_fallible(source: &Source, record: &Record) -> bool {
    record.fields.iter().any(|field| field.name == "kind" || can_fail(source, &field.kind))
}

/// Whether a value of this type can be one that the package does not know.
pub(super) fn can_fail(source: &Source, kind: &Type) -> bool {
    match kind {
        Type::Permission => true,
        Type::Optional(inner) | Type::List(inner) => can_fail(source, inner),
        Type::Record(native) => {
            let record = source.any_record(native);
            FALLIBLE.contains(&class_name(native))
                || record.is_some_and(|record| is_fallible(source, record))
        }
        _ => false,
    }
}

/// A field's value, from that of the native record.
pub(super) fn field_value(source: &Source, field: &Field) -> String {
    let native = format!("native.{}", camel_case(field.name));
    match field.name {
        _ if field.instant => format!("date({native})"),
        "kind" => format!("try known({native})"),
        _ => converted(source, &field.kind, &native).unwrap_or(native),
    }
}

/// A value from that of the native library; `None` if it is the same.
pub(super) fn converted(source: &Source, kind: &Type, native: &str) -> Option<String> {
    let tried = if can_fail(source, kind) { "try " } else { "" };
    let converted = match kind {
        Type::Optional(inner) | Type::List(inner) => {
            format!("{native}.map{}", transformation(inner)?)
        }
        Type::Integer => format!("Int({native})"),
        Type::Number => format!(".seconds({native})"),
        Type::Permission => format!("known({native})"),
        Type::Error => format!("InfisicalError({native})"),
        Type::Record(class) => format!("{}({native})", full_name(class)),
        _ => return None,
    };
    Some(format!("{tried}{converted}"))
}

/// The argument of `map`.
fn transformation(kind: &Type) -> Option<String> {
    Some(match kind {
        Type::Integer => " { Int($0) }".to_owned(),
        Type::Number => " { .seconds($0) }".to_owned(),
        Type::Permission => "(known)".to_owned(),
        Type::Error => "(InfisicalError.init)".to_owned(),
        Type::Record(class) => format!("({}.init)", full_name(class)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swift_case_writes_abbreviations_in_capitals_unless_first() {
        assert_eq!(swift_case("resend_mfa_code"), "resendMFACode");
        assert_eq!(swift_case("client_secret_trusted_ips"), "clientSecretTrustedIPs");
        assert_eq!(swift_case("id"), "id");
    }

    #[test]
    fn field_name_spells_type() {
        assert_eq!(field_name("kind"), "type");
        assert_eq!(field_name("user_id"), "userID");
    }
}
