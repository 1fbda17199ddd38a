//! How Kotlin and Java declare, check and convert parameters.

use crate::names::camel_case;
use crate::operations::{Kind, Parameter, Presence};

/// The form of a parameter that has two: see [`alternative`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    First,
    Second,
}

/// The type of a parameter in Kotlin.
fn annotation(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Instant => "String",
        Kind::Integer => "Long",
        Kind::Duration => "Duration",
        Kind::Flag => "Boolean",
        Kind::Texts => "List<String>",
        Kind::Bytes => "ByteArray",
        Kind::Progress => "ProgressListener",
        Kind::SecretType => "SecretType",
        Kind::UnknownReferences => "UnknownReferences",
        Kind::NestedReferences => "NestedReferences",
        Kind::Permissions => "Set<Permission>",
        Kind::Details => "Map<String, String>",
        Kind::Scopes => "List<ServiceTokenScope>",
        Kind::DeniedPermissions => "List<DeniedPermission>",
        Kind::RolePermissions => "List<RolePermission>",
        Kind::NewValues => "List<NewValue>",
    }
}

/// The other type that a parameter may have, in an overload.
fn alternative(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Instant => Some("Instant"),
        Kind::NewValues => Some("Map<String, String>"),
        _ => None,
    }
}

/// Whether a parameter may have another type.
pub(super) fn has_alternative(parameter: &Parameter) -> bool {
    alternative(parameter.kind).is_some()
}

/// What the overload says of the other type.
pub(super) fn alternative_doc(kind: Kind) -> &'static str {
    match kind {
        Kind::Instant => "with times as [Instant]; `null` is no limit",
        _ => "with names to values",
    }
}

/// What the types of Kotlin mean, in addition to core's description.
pub(super) fn note(kind: Kind) -> &'static str {
    match kind {
        Kind::Progress => " See [ProgressListener].",
        Kind::Details => " Give a map of names to values.",
        _ => "",
    }
}

fn type_of(kind: Kind, form: Form) -> &'static str {
    match (form, alternative(kind)) {
        (Form::Second, Some(other)) => other,
        _ => annotation(kind),
    }
}

/// The value of a parameter that has one by default, and is not `null` then.
fn default(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Flag => Some("false"),
        Kind::SecretType => Some("SecretType.SHARED"),
        Kind::UnknownReferences => Some("UnknownReferences.ERROR"),
        Kind::NestedReferences => Some("NestedReferences.OWN_FOLDER"),
        Kind::Permissions => Some("setOf(Permission.READ)"),
        Kind::Texts | Kind::Scopes | Kind::RolePermissions => Some("emptyList()"),
        Kind::Details => Some("emptyMap()"),
        _ => None,
    }
}

/// The value of a parameter that is not given.
pub(super) fn absent(parameter: &Parameter) -> Option<&'static str> {
    match parameter.presence {
        Presence::Required => None,
        Presence::Optional => Some("null"),
        Presence::Default => Some(default(parameter.kind).unwrap_or("null")),
    }
}

/// A parameter with its type, and without its default.
pub(super) fn typed(parameter: &Parameter, form: Form) -> String {
    nullable(parameter, type_of(parameter.kind, form))
}

/// A parameter with its type and default.
pub(super) fn declared(parameter: &Parameter, form: Form) -> String {
    with_default(parameter, typed(parameter, form))
}

/// The same for Java.
pub(super) fn declared_in_java(parameter: &Parameter, form: Form) -> String {
    with_default(parameter, typed_in_java(parameter, form))
}

/// A parameter with its type for Java, and without its default.
pub(super) fn typed_in_java(parameter: &Parameter, form: Form) -> String {
    nullable(parameter, java_type(parameter.kind, form))
}

/// The type of a parameter for Java.
pub(super) fn java_type(kind: Kind, form: Form) -> &'static str {
    if kind == Kind::Duration { "JavaDuration" } else { type_of(kind, form) }
}

fn nullable(parameter: &Parameter, kind: &str) -> String {
    let mark = if absent(parameter) == Some("null") { "?" } else { "" };
    format!("{}: {kind}{mark}", camel_case(parameter.name))
}

fn with_default(parameter: &Parameter, typed: String) -> String {
    match absent(parameter) {
        Some(value) => format!("{typed} = {value}"),
        None => typed,
    }
}

/// Whether Java could pass a `null` that Kotlin does not allow.
pub(super) fn refuses_null(parameter: &Parameter) -> bool {
    absent(parameter) != Some("null") && !matches!(parameter.kind, Kind::Flag | Kind::Integer)
}

/// Statements that check parameters: for texts as arguments of `checkText`, and others.
pub(super) fn checks<'a>(
    parameters: impl Iterator<Item = &'a Parameter>,
) -> (Vec<String>, Vec<String>) {
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for parameter in parameters {
        let name = camel_case(parameter.name);
        match parameter.kind {
            Kind::Text | Kind::Instant => texts.push(format!("\"{name}\" to {name}")),
            Kind::Texts => others.push(format!("checkTexts(\"{name}\", {name})")),
            _ => {}
        }
    }
    (texts, others)
}

/// A parameter as the native library takes it.
pub(super) fn converted(parameter: &Parameter) -> String {
    let name = camel_case(parameter.name);
    let dot = if absent(parameter) == Some("null") { "?." } else { "." };
    match parameter.kind {
        Kind::Duration => format!("{name}{dot}inSeconds()"),
        Kind::Progress => format!("{name}{dot}toNative()"),
        Kind::SecretType | Kind::UnknownReferences | Kind::NestedReferences => {
            format!("{name}{dot}text")
        }
        Kind::Permissions => format!("{name}{dot}map(Permission::text)"),
        Kind::Details if dot == "?." => {
            format!("{name}?.let {{ auditDetails(\"{name}\", it) }}")
        }
        Kind::Details => format!("auditDetails(\"{name}\", {name})"),
        Kind::Scopes => format!("{name}{dot}map(ServiceTokenScope::toNative)"),
        Kind::DeniedPermissions => format!("{name}{dot}map(DeniedPermission::toNative)"),
        Kind::RolePermissions => format!("{name}{dot}map(RolePermission::toNative)"),
        Kind::NewValues => format!("{name}{dot}map(NewValue::toNative)"),
        Kind::Text | Kind::Integer | Kind::Flag | Kind::Texts | Kind::Bytes | Kind::Instant => name,
    }
}

/// A parameter of the second form as the first.
pub(super) fn in_first_form(parameter: &Parameter) -> String {
    let name = camel_case(parameter.name);
    match parameter.kind {
        Kind::Instant => format!("{name}?.toString()"),
        Kind::NewValues => format!("{name}.map {{ (name, value) -> NewValue(name, value) }}"),
        _ => name,
    }
}

/// A parameter for Java as one for Kotlin.
pub(super) fn from_java(parameter: &Parameter) -> String {
    let name = camel_case(parameter.name);
    match (parameter.kind, absent(parameter)) {
        (Kind::Duration, Some("null")) => format!("{name}?.toKotlinDuration()"),
        (Kind::Duration, _) => format!("{name}.toKotlinDuration()"),
        _ => name,
    }
}
