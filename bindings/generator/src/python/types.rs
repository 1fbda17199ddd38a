//! How the types of the tables are written in Python.

use crate::model::{Field, Record, Spelling, Type};
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

/// Names of `_types` that annotations use.
pub(crate) const NAMES_OF_TYPES: &[&str] = &[
    "AuditDetail",
    "BulkResult",
    "NestedReferences",
    "NewValue",
    "Permission",
    "RolePermission",
    "SecretList",
    "SecretType",
    "ServiceTokenScope",
    "UnknownReferences",
];

/// Fields whose Python type is more precise than the table's: the package always sets them.
const REFINED: &[(&str, &str)] = &[
    ("ClientOptions.user_agent_suffix", "str"),
    ("GetOptions.nested_references", "NestedReferences"),
    ("GetOptions.unknown_references", "UnknownReferences"),
    ("ListOptions.nested_references", "NestedReferences"),
    ("ListOptions.unknown_references", "UnknownReferences"),
    ("NewServiceToken.permissions", "list[Permission]"),
    ("Place.kind", "SecretType"),
    ("Secret.kind", "SecretType"),
    ("SecretVersion.kind", "SecretType"),
    ("ServiceAccountGrant.permissions", "list[Permission]"),
];

/// The direction in which a record crosses the border.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// To the native module, which reads attributes of the table's names.
    Input,
    /// From the native module, as a dataclass.
    Output,
    /// From the native module, as a class that the module defines.
    Native,
}

/// Whether the native module defines the class of a record that holds secrets.
pub(crate) fn is_native(record: &Record) -> bool {
    record.name != "SecretFailure"
}

/// The class of a record on its way in.
pub(crate) fn input_name(record: &Record) -> String {
    input_class(record.native)
}

fn input_class(native: &str) -> String {
    match native {
        // Users create a `RolePermission`.
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
    kind.spelled(&Spelling { record: input_class, ..TYPES })
}

/// The type of an operation's result.
pub(crate) fn output(kind: &Type) -> String {
    kind.spelled(&TYPES)
}

/// The type of a field of a frozen dataclass.
fn immutable(kind: &Type) -> String {
    kind.spelled(&Spelling { list: |inner| format!("tuple[{inner}, ...]"), ..TYPES })
}

const TYPES: Spelling = Spelling {
    unit: "None",
    text: "str",
    bytes: "bytes",
    integer: "int",
    number: "float",
    flag: "bool",
    progress: "Callable[[int, int], object]",
    error: "InfisicalError",
    optional: |inner| format!("{inner} | None"),
    list: |inner| format!("list[{inner}]"),
    record: |native| class_name(native).to_owned(),
};
