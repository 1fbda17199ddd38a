//! How the types of the tables are written in TypeScript, and converted from the native module's.

use crate::model::{Field, Spelling, Type};
use crate::names::{camel_case, class_name};
use crate::source::Source;

/// Results with methods, or of another form than the native module's, which are written by hand.
pub(super) const HAND_WRITTEN: &[&str] = &[
    "BulkResult",
    "RolePermission",
    "SecretChange",
    "SecretHistory",
    "SecretList",
    "SnapshotContents",
];

/// What generated modules use of hand-written ones: the module, and its exports.
pub(super) const MODULES: &[(&str, &[&str])] = &[
    (
        "../arguments.js",
        &[
            "aboutSecret",
            "arrayOf",
            "binary",
            "callback",
            "checkOptions",
            "deniedPermission",
            "flag",
            "moment",
            "seconds",
            "serviceTokenScope",
            "text",
            "texts",
            "wholeNumber",
        ],
    ),
    ("../approvals.js", &["SecretChange", "toSecretChange"]),
    ("../bulk.js", &["BulkResult", "NewValue", "toNewValues"]),
    ("../call.js", &["CALL_OPTIONS", "CallOptions", "run"]),
    ("../choices.js", &["NestedReferences", "Permission", "SecretType", "UnknownReferences"]),
    ("../conversions.js", &["toDate", "toDetails", "toInstant"]),
    ("../errors.js", &["InfisicalError"]),
    ("../failure.js", &["fromFailure"]),
    ("../named.js", &["NamedValues"]),
    ("../progress.js", &["withProgress"]),
    (
        "../role-permission.js",
        &[
            "NewRolePermission",
            "RolePermission",
            "rolePermission",
            "toNativePermission",
            "toRolePermission",
        ],
    ),
    ("../secret.js", &["Secret", "SecretList"]),
    ("../secret-version.js", &["SecretHistory", "SecretVersion"]),
    ("../snapshot-contents.js", &["SnapshotContents"]),
];

/// Hand-written classes that are made from the native module's object.
const CLASSES: &[&str] =
    &["BulkResult", "Secret", "SecretHistory", "SecretList", "SecretVersion", "SnapshotContents"];

/// Fields whose type is more precise than the table's.
const REFINED: &[(&str, &str)] = &[
    ("BulkItem.action", r#""create" | "update" | "delete" | "unchanged" | "absent""#),
    ("BulkItem.status", r#""planned" | "done" | "proposed" | "failed""#),
];

/// Names that end in the unit.
const UNITS: &[(&str, &str)] = &[
    ("access_token_max_ttl", "Seconds"),
    ("access_token_ttl", "Seconds"),
    ("deadline", "Ms"),
    ("default_ttl", "Seconds"),
    ("expires_in", "Seconds"),
    ("max_ttl", "Seconds"),
    ("retry_after", "Ms"),
    ("timeout", "Ms"),
    ("ttl", "Seconds"),
];

const TYPES: Spelling = Spelling {
    unit: "void",
    text: "string",
    bytes: "Uint8Array",
    integer: "number",
    number: "number",
    flag: "boolean",
    progress: "(done: number, total: number) => void",
    error: "InfisicalError",
    optional: |inner| format!("{inner} | null"),
    list: |inner| format!("{inner}[]"),
    record: |native| class_name(native).to_owned(),
};

/// The name of a parameter, option or field.
pub(super) fn name(of: &str) -> String {
    let unit = UNITS.iter().find(|(known, _)| *known == of).map_or("", |(_, unit)| unit);
    camel_case(of) + unit
}

/// The type of a result.
pub(super) fn output(kind: &Type) -> String {
    kind.spelled(&TYPES)
}

/// The type of a field of a result.
pub(super) fn annotation(record: &str, field: &Field) -> String {
    if let Some(refined) = refined(record, field) {
        return refined.to_owned();
    }
    if field.instant { "Date | null".to_owned() } else { field.kind.spelled(&TYPES) }
}

/// Converts a field from the native module's object; `None` if it needs no conversion.
pub(super) fn field_value(record: &str, field: &Field, source: &Source) -> Option<String> {
    let native = format!("native.{}", camel_case(field.name));
    if refined(record, field).is_some() {
        return Some(format!("{native} as {record}[\"{}\"]", name(field.name)));
    }
    if field.instant {
        return Some(format!("toDate({native})"));
    }
    converted(&field.kind, &native, source)
}

fn refined(record: &str, field: &Field) -> Option<&'static str> {
    let path = format!("{record}.{}", field.name);
    REFINED.iter().find(|(known, _)| *known == path).map(|(_, refined)| *refined)
}

/// Converts a value from the native module; `None` if it needs no conversion.
pub(super) fn converted(kind: &Type, value: &str, source: &Source) -> Option<String> {
    match kind {
        Type::Permission => Some(format!("{value} as Permission")),
        Type::Error => Some(format!("fromFailure({value})")),
        Type::List(kind) if **kind == Type::Permission => Some(format!("{value} as Permission[]")),
        Type::Optional(kind) => {
            let converted = converted(kind, value, source)?;
            Some(format!("{value} === null ? null : {converted}"))
        }
        Type::List(kind) => {
            let converted = converted(kind, "it", source)?;
            Some(format!("{value}.map((it) => {converted})"))
        }
        Type::Record(native) => {
            let class = class_name(native);
            if CLASSES.contains(&class) || source.is_confidential(native) {
                return Some(format!("new {class}({value})"));
            }
            is_converted(native, source).then(|| format!("to{class}({value})"))
        }
        _ => None,
    }
}

/// Whether a record has another form than the native module's object.
fn is_converted(native: &str, source: &Source) -> bool {
    let found = source.record(native).or_else(|| failure(source, native));
    let Some(record) = found else { return false };
    let changes = |field: &Field| {
        name(field.name) != camel_case(field.name)
            || field_value(record.name, field, source).is_some()
    };
    HAND_WRITTEN.contains(&record.name) || record.fields.iter().any(changes)
}

fn failure<'a>(source: &'a Source, native: &str) -> Option<&'a crate::model::Record> {
    source.surface.secrets.iter().find(|record| record.native == native)
}
