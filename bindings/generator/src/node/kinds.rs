//! Parameters by their kind: types, checks, defaults, and forms that the native module takes.

use super::types::name;
use crate::operations::{Kind, Parameter, Presence};

pub(super) fn annotation(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer | Kind::Duration => "number",
        Kind::Flag => "boolean",
        Kind::Texts => "string[]",
        Kind::Bytes => "Uint8Array",
        Kind::Progress => "(done: number, total: number) => void",
        Kind::SecretType => "SecretType",
        Kind::UnknownReferences => "UnknownReferences",
        Kind::NestedReferences => "NestedReferences",
        Kind::Permissions => "Permission[]",
        Kind::Instant => "Date | string",
        Kind::Details => "Record<string, string>",
        Kind::Scopes => "ServiceTokenScope[]",
        Kind::DeniedPermissions => "DeniedPermission[]",
        Kind::RolePermissions => "NewRolePermission[]",
        Kind::NewValues => "NamedValues | Iterable<NewValue>",
    }
}

/// The function that checks a value.
pub(super) fn check(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::SecretType | Kind::UnknownReferences | Kind::NestedReferences => "text",
        Kind::Integer => "wholeNumber",
        Kind::Duration => "seconds",
        Kind::Flag => "flag",
        Kind::Texts | Kind::Permissions => "arrayOf(text)",
        Kind::Bytes => "binary",
        Kind::Progress => "callback",
        Kind::Instant => "moment",
        Kind::Details => "texts",
        Kind::Scopes => "arrayOf(serviceTokenScope)",
        Kind::DeniedPermissions => "arrayOf(deniedPermission)",
        Kind::RolePermissions => "arrayOf(rolePermission)",
        // Checked while they are converted.
        Kind::NewValues => "toNewValues",
    }
}

/// An option as it is read: its name, with a default where the native module needs one.
pub(super) fn destructured(option: &Parameter) -> String {
    let default = match (option.kind, option.presence) {
        (Kind::Flag, Presence::Default) => " = false",
        (Kind::Texts | Kind::Scopes | Kind::RolePermissions, Presence::Default) => " = []",
        (Kind::Details, Presence::Default) => " = {}",
        _ => "",
    };
    format!("{}{default}", name(option.name))
}

/// A checked parameter as the native module takes it.
pub(super) fn passed(parameter: &Parameter) -> String {
    let name = name(parameter.name);
    match (parameter.kind, parameter.presence) {
        (Kind::Instant, _) => format!("toInstant({name})"),
        (Kind::Details, Presence::Optional) => {
            format!("{name} === undefined ? undefined : toDetails({name})")
        }
        (Kind::Details, _) => format!("toDetails({name})"),
        (Kind::RolePermissions, Presence::Optional) => format!("{name}?.map(toNativePermission)"),
        (Kind::RolePermissions, _) => format!("{name}.map(toNativePermission)"),
        (Kind::NewValues, _) => "items".to_owned(),
        (Kind::Progress, _) => "tell".to_owned(),
        _ => name,
    }
}

/// The forms that Node accepts, in addition to core's description.
pub(super) fn note(kind: Kind) -> &'static str {
    match kind {
        Kind::Progress => {
            " It is not called any more once the promise is fulfilled. If it throws, or returns a \
             promise that is rejected, the call still makes all changes and is then rejected with \
             that error."
        }
        Kind::Instant => " A `Date` is accepted too.",
        Kind::Details => " Give an object of names to values.",
        Kind::NewValues => {
            " Give an object or `Map` of names to values; or {@link NewValue} objects; or a \
             complete {@link SecretList}, whose values and comments are copied."
        }
        _ => "",
    }
}
