//! What a caller gives: types, defaults, checks and conversions.

use crate::operations::{Kind, Parameter, Presence};

/// A parameter with its type and default.
pub(super) fn declared(parameter: &Parameter) -> String {
    let kind = annotation(parameter.kind);
    match (parameter.presence, default(parameter.kind)) {
        (Presence::Required, _) => format!("{}: {kind}", parameter.name),
        (Presence::Optional, _) | (_, None) => format!("{}: {kind} | None = None", parameter.name),
        (Presence::Default, Some(value)) => format!("{}: {kind} = {value}", parameter.name),
    }
}

fn annotation(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "str",
        Kind::Integer => "int",
        Kind::Duration => "float",
        Kind::Flag => "bool",
        Kind::Texts => "Iterable[str]",
        Kind::Bytes => "bytes",
        Kind::Progress => "Callable[[int, int], object]",
        Kind::SecretType => "SecretType",
        Kind::UnknownReferences => "UnknownReferences",
        Kind::NestedReferences => "NestedReferences",
        Kind::Permissions => "Iterable[Permission]",
        Kind::Instant => "datetime | str",
        Kind::Details => "Mapping[str, str]",
        Kind::Scopes => "Iterable[ServiceTokenScope | Mapping[str, str]]",
        Kind::DeniedPermissions => "Iterable[DeniedPermission | Mapping[str, str]]",
        Kind::RolePermissions => "Iterable[RolePermission | Mapping[str, Any]]",
        Kind::NewValues => "Mapping[str, str] | Iterable[NewValue]",
    }
}

/// The value of a parameter that has one by default.
fn default(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Flag => Some("False"),
        Kind::SecretType => Some("\"shared\""),
        Kind::UnknownReferences => Some("\"error\""),
        Kind::NestedReferences => Some("\"own_folder\""),
        Kind::Permissions => Some("(\"read\",)"),
        Kind::Texts | Kind::Scopes | Kind::RolePermissions => Some("()"),
        _ => None,
    }
}

/// The forms that Python accepts, in addition to core's description.
pub(super) fn note(kind: Kind) -> &'static str {
    match kind {
        Kind::Progress => {
            " :class:`Client` calls it from another thread, and what it raises goes to \
             ``sys.unraisablehook``. :class:`AsyncClient` has the event loop call it, and what it \
             raises goes to the loop's exception handler. Neither stops the call."
        }
        Kind::Instant => " A ``datetime`` needs a time zone.",
        Kind::Details => " Give a mapping of names to values.",
        Kind::Scopes => {
            " Each is a :class:`ServiceTokenScope`, or a mapping such as \
             ``{\"environment\": \"dev\", \"path\": \"/\"}``."
        }
        Kind::DeniedPermissions => {
            " Each is a :class:`DeniedPermission`, or a mapping such as \
             ``{\"environment\": \"prod\", \"permission\": \"write\"}``."
        }
        Kind::RolePermissions => {
            " Each is a :class:`RolePermission`, or a mapping with its fields."
        }
        Kind::NewValues => {
            " Give a mapping of names to values, or :class:`NewValue` objects, which may have a \
             comment."
        }
        _ => "",
    }
}

/// A parameter as the native module takes it.
pub(super) fn converted(parameter: &Parameter) -> String {
    let name = parameter.name;
    match (parameter.kind, parameter.presence) {
        (Kind::Texts, Presence::Optional) => format!("optional_name_list(\"{name}\", {name})"),
        (Kind::Texts | Kind::Permissions, _) => format!("name_list(\"{name}\", {name})"),
        (Kind::Instant, _) => format!("rfc3339(\"{name}\", {name})"),
        (Kind::Details, Presence::Optional) => {
            format!("None if {name} is None else audit_details({name})")
        }
        (Kind::Details, _) => format!("audit_details({name})"),
        (Kind::Scopes, _) => format!("record_list(\"{name}\", ServiceTokenScope, {name})"),
        (Kind::DeniedPermissions, _) => {
            format!("record_list(\"{name}\", DeniedPermission, {name})")
        }
        (Kind::RolePermissions, Presence::Optional) => {
            format!("None if {name} is None else role_permissions({name})")
        }
        (Kind::RolePermissions, _) => format!("role_permissions({name})"),
        (Kind::NewValues, _) => format!("new_values({name})"),
        _ => name.to_owned(),
    }
}
