//! How the types of the tables are written in Python.

use crate::model::{Field, Record, Type};
use crate::names::class_name;

/// Records whose classes have methods, defaults or checks, and are written by hand.
pub(crate) const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "NewValue",
    "Role",
    "RolePermission",
    "SecretChange",
    "SecretHistory",
    "SecretList",
    "SnapshotContents",
];

/// Values that users make, and that the package converts before the native module reads them.
pub(crate) const CONVERTED: &[&str] = &["RolePermission"];

/// What `_types` has beside the generated records, or from them, that annotations may name.
pub(crate) const NAMES_OF_TYPES: &[&str] = &[
    "AuditDetail",
    "NestedReferences",
    "Permission",
    "RolePermission",
    "SecretList",
    "SecretType",
    "ServiceTokenScope",
    "UnknownReferences",
];

/// Texts and options of which Python knows more than the table.
const REFINED: &[(&str, &str)] = &[
    ("ClientOptions.user_agent_suffix", "str"),
    ("DeniedPermission.permission", "Permission"),
    ("GetOptions.nested_references", "NestedReferences"),
    ("GetOptions.unknown_references", "UnknownReferences"),
    ("ListOptions.nested_references", "NestedReferences"),
    ("ListOptions.unknown_references", "UnknownReferences"),
    ("NewServiceToken.permissions", "list[Permission]"),
    ("Place.kind", "SecretType"),
    ("Secret.kind", "SecretType"),
    ("SecretVersion.kind", "SecretType"),
    ("ServiceAccountGrant.permissions", "list[Permission]"),
    ("ServiceAccountPermission.permissions", "tuple[Permission, ...]"),
    ("ServiceTokenInfo.permissions", "tuple[Permission, ...]"),
];

/// Which way a record goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// To the native module, which reads attributes of the table's names.
    Input,
    /// From the native module, as a dataclass.
    Output,
    /// From the native module, as a class of its own.
    Native,
}

/// Whether the native module has a class of its own for a record that holds secrets.
pub(crate) fn is_native(record: &Record) -> bool {
    record.name != "SecretFailure"
}

/// The class of a record on its way in.
pub(crate) fn input_name(record: &Record) -> String {
    input_class(record.native)
}

fn input_class(native: &str) -> String {
    match native {
        // `RolePermission` is what users make.
        "NativeRolePermission" => "NewRolePermission".to_owned(),
        native => class_name(native).to_owned(),
    }
}

/// The name of a field. Users see `type`, which is a keyword in Rust.
pub(crate) fn field_name(field: &Field, direction: Direction) -> &'static str {
    if direction == Direction::Native && field.name == "kind" { "type" } else { field.name }
}

pub(crate) fn annotation(record: &Record, field: &Field, direction: Direction) -> String {
    let name = format!("{}.{}", record.name, field.name);
    if let Some((_, refined)) = REFINED.iter().find(|(refined, _)| *refined == name) {
        return (*refined).to_owned();
    }
    if field.instant {
        return "datetime | None".to_owned();
    }
    match direction {
        Direction::Input => argument(&field.kind),
        Direction::Output | Direction::Native => immutable(&field.kind),
    }
}

/// The type of an argument.
pub(crate) fn argument(kind: &Type) -> String {
    written(kind, &|inner| format!("list[{inner}]"), &input_class)
}

/// The type of what an operation returns.
pub(crate) fn output(kind: &Type) -> String {
    written(kind, &|inner| format!("list[{inner}]"), &|native| class_name(native).to_owned())
}

/// The type of a field of a frozen dataclass.
fn immutable(kind: &Type) -> String {
    written(kind, &|inner| format!("tuple[{inner}, ...]"), &|native| class_name(native).to_owned())
}

fn written(kind: &Type, list: &dyn Fn(&str) -> String, record: &dyn Fn(&str) -> String) -> String {
    let inner = |kind: &Type| written(kind, list, record);
    match kind {
        Type::Unit => "None".to_owned(),
        Type::Text => "str".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Flag => "bool".to_owned(),
        Type::Progress => "Callable[[int, int], object]".to_owned(),
        Type::Error => "InfisicalError".to_owned(),
        Type::Record(native) => record(native),
        Type::Optional(kind) => format!("{} | None", inner(kind)),
        Type::List(kind) => list(&inner(kind)),
    }
}
