//! The tables of `bindings/surface`, as values.

use crate::model::{Argument, Field, Operation, Record, Surface, Type};

/// Defines a function `$name` that lists a table of records.
macro_rules! list_records {
    ($name:ident: $(
        $native:ident = $core:ident {
            $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
        }
    )+) => {
        pub(super) fn $name() -> Vec<Record> {
            vec![$(Record {
                native: stringify!($native),
                name: stringify!($core),
                fields: vec![$(Field {
                    name: stringify!($field),
                    kind: kind_of(
                        stringify!($core), stringify!($field), Type::parse(stringify!($($type)+))
                    ),
                    instant: [$(stringify!($mark))?].contains(&"instant"),
                    secret: [$(stringify!($mark))?].contains(&"secret"),
                }),+],
            }),+]
        }
    };
}

macro_rules! records {
    ($($table:tt)+) => { list_records!(records: $($table)+); };
}

macro_rules! inputs {
    ($($table:tt)+) => { list_records!(inputs: $($table)+); };
}

macro_rules! values {
    ($($table:tt)+) => { list_records!(values: $($table)+); };
}

macro_rules! confidential {
    ($($table:tt)+) => { list_records!(confidential: $($table)+); };
}

macro_rules! secrets {
    ($($table:tt)+) => { list_records!(secrets: $($table)+); };
}

macro_rules! operations {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident($($argument:ident: [$($type:tt)+]),* $(,)?) -> [$($output:tt)+];
    )+) => {
        pub(super) fn operations() -> Vec<Operation> {
            vec![$(Operation {
                name: stringify!($name),
                path: concat!($($doc),*).trim().trim_matches('`'),
                arguments: vec![$(Argument {
                    name: stringify!($argument),
                    kind: Type::parse(stringify!($($type)+)),
                }),*],
                output: Type::parse(stringify!($($output)+)),
            }),+]
        }
    };
}

macro_rules! functions {
    ($(
        $(#[doc = $doc:literal])*
        $native:ident = $name:ident(
            $($argument:ident: [$($type:tt)+]),* $(,)?
        ) -> [$($output:tt)+];
    )+) => {
        pub(super) fn functions() -> Vec<Operation> {
            vec![$(Operation {
                name: stringify!($name),
                path: concat!($($doc),*).trim().trim_matches('`'),
                arguments: vec![$(Argument {
                    name: stringify!($argument),
                    kind: Type::parse(stringify!($($type)+)),
                }),*],
                output: Type::parse(stringify!($($output)+)),
            }),+]
        }
    };
}

mod inputs {
    use super::*;
    infisical_e2ee_bindings_surface::surface_inputs!(inputs, values);
}

mod access {
    use super::*;
    infisical_e2ee_bindings_surface::surface_access!(records);
}

mod projects {
    use super::*;
    infisical_e2ee_bindings_surface::surface_projects!(records);
}

mod secrets {
    use super::*;
    infisical_e2ee_bindings_surface::surface_secrets!(confidential, secrets);
}

mod operations {
    use super::*;
    infisical_e2ee_bindings_surface::surface_operations!(operations, functions);
}

/// Fields of permissions, which the tables declare as text.
const PERMISSIONS: &[(&str, &str)] = &[
    ("DeniedPermission", "permission"),
    ("ServiceAccountGrant", "permissions"),
    ("ServiceAccountPermission", "permissions"),
    ("NewServiceToken", "permissions"),
    ("ServiceTokenInfo", "permissions"),
];

fn kind_of(record: &str, field: &str, kind: Type) -> Type {
    if PERMISSIONS.contains(&(record, field)) { kind.of_permissions() } else { kind }
}

/// Everything the tables say.
pub(crate) fn surface() -> Surface {
    let mut records = access::records();
    records.extend(projects::records());
    Surface {
        inputs: inputs::inputs(),
        values: inputs::values(),
        records,
        confidential: secrets::confidential(),
        secrets: secrets::secrets(),
        operations: operations::operations(),
        functions: operations::functions(),
    }
}
