//! The parameters of methods: their order, labels, types and defaults, and what the native library is
//! given for them.

use super::types::swift_case;
use crate::names::camel_case;
use crate::operations::{Described, Kind, Parameter, Presence};

/// Labels of required parameters. By default the first has none, and the others have their names.
const LABELS: &[(&str, &str, &str)] = &[
    ("account.accept_invitation", "organization", "to"),
    ("account.change_password", "new_password", "to"),
    ("account.complete_recovery", "email", "email"),
    ("account.complete_sign_up", "email", "email"),
    ("account.set_mfa", "enabled", "to"),
    ("account.set_name", "first_name", "firstName"),
    ("account.sign_up_administrator", "email", "email"),
    ("account.start_sign_up", "email", "email"),
    ("api_keys.create", "expires_in", "lasting"),
    ("folders.rename", "new_name", "to"),
    ("groups.add_to_project", "role", "as"),
    ("groups.set_role_in_project", "role", "to"),
    ("identities.add_to_project", "role", "as"),
    ("identities.rename_access_token", "new_name", "to"),
    ("identities.set_role_in_project", "role", "to"),
    ("members.deny", "member_id", "to"),
    ("organizations.rename", "name", "to"),
    ("projects.rename", "name", "to"),
    ("projects.set_version_limit", "limit", "to"),
    ("secret_imports.create", "from_environment", "fromEnvironment"),
    ("secrets.roll_back", "version", "to"),
    ("service_accounts.rename", "new_name", "to"),
    ("service_accounts.revoke", "permission_id", "permission"),
];

/// Parameters that come first, though not in core.
const FIRST: &[(&str, &str)] = &[("members.deny", "denied")];

/// The parameters of a method in their order, without `timeout`.
pub(super) struct Parameters<'a> {
    path: &'static str,
    parameters: Vec<&'a Parameter>,
}

impl<'a> Parameters<'a> {
    pub(super) fn of(operation: &'a Described<'_>) -> Self {
        let path = operation.operation.path;
        let mut parameters: Vec<&Parameter> =
            operation.required().chain(operation.options()).collect();
        parameters.sort_by_key(|it| !FIRST.contains(&(path, it.name)));
        Self { path, parameters }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a Parameter> {
        self.parameters.iter().copied()
    }

    /// Their labels, with that of `timeout`, as a method's full name has them.
    pub(super) fn labels(&self) -> String {
        let labels = (0..self.parameters.len()).map(|index| self.label(index) + ":");
        labels.chain(["timeout:".to_owned()]).collect()
    }

    /// The parameters as a method declares them.
    pub(super) fn declared(&self) -> Vec<String> {
        let declared = self.iter().enumerate().map(|(index, parameter)| {
            let name = swift_case(parameter.name);
            let label = self.label(index);
            let names = if label == name { name } else { format!("{label} {name}") };
            format!("{names}: {}", annotation(parameter))
        });
        declared.chain(["timeout: Duration? = nil".to_owned()]).collect()
    }

    /// The arguments of a call with these values. A parameter without a value is left out.
    pub(super) fn given(&self, value: impl Fn(&Parameter) -> Option<String>) -> Vec<String> {
        let given = self.iter().enumerate().filter_map(|(index, parameter)| {
            let value = value(parameter)?;
            Some(match self.label(index).as_str() {
                "_" => value,
                label => format!("{label}: {value}"),
            })
        });
        given.collect()
    }

    fn label(&self, index: usize) -> String {
        let Some(parameter) = self.parameters.get(index) else { return String::new() };
        let labels =
            |(path, name, _): &&(&str, &str, &str)| *path == self.path && *name == parameter.name;
        match LABELS.iter().find(labels) {
            Some((_, _, label)) => (*label).to_owned(),
            None if index == 0 && parameter.presence == Presence::Required => "_".to_owned(),
            None => swift_case(parameter.name),
        }
    }
}

/// The type of a parameter, with its default.
fn annotation(parameter: &Parameter) -> String {
    let kind = kind(parameter.kind);
    match (parameter.presence, default(parameter.kind)) {
        (Presence::Required, _) => kind.to_owned(),
        (Presence::Default, Some(value)) => format!("{kind} = {value}"),
        _ if kind.contains(' ') && !kind.starts_with('[') => format!("({kind})? = nil"),
        _ => format!("{kind}? = nil"),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "String",
        Kind::Integer => "Int",
        Kind::Duration => "Duration",
        Kind::Flag => "Bool",
        Kind::Texts => "[String]",
        Kind::Bytes => "Data",
        Kind::Progress => "@Sendable (_ done: Int, _ total: Int) -> Void",
        Kind::SecretType => "SecretType",
        Kind::UnknownReferences => "UnknownReferences",
        Kind::NestedReferences => "NestedReferences",
        Kind::Permissions => "[Permission]",
        Kind::Instant => "any AuditTime",
        Kind::Details => "[String: String]",
        Kind::Scopes => "[ServiceTokenScope]",
        Kind::DeniedPermissions => "[DeniedPermission]",
        Kind::RolePermissions => "[RolePermission]",
        Kind::NewValues => "[NewValue]",
    }
}

/// The value of a parameter that has one by default.
pub(super) fn default(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Flag => Some("false"),
        Kind::SecretType => Some(".shared"),
        Kind::UnknownReferences => Some(".error"),
        Kind::NestedReferences => Some(".ownFolder"),
        Kind::Permissions => Some("[.read]"),
        Kind::Details => Some("[:]"),
        Kind::Texts | Kind::Scopes | Kind::RolePermissions => Some("[]"),
        _ => None,
    }
}

/// The forms that Swift accepts, in addition to core's description.
pub(super) fn note(kind: Kind) -> &'static str {
    match kind {
        Kind::Progress => {
            " The call waits for it, on a thread of the library that other calls need too: it must \
             not block."
        }
        Kind::Instant => " Give a `Date`, or RFC 3339 text.",
        _ => "",
    }
}

/// A parameter as the native library takes it.
pub(super) fn converted(parameter: &Parameter) -> String {
    let name = swift_case(parameter.name);
    let chain = if parameter.presence == Presence::Optional { "?" } else { "" };
    match parameter.kind {
        Kind::Integer if chain.is_empty() => format!("Int64({name})"),
        Kind::Integer => format!("{name}.map {{ Int64($0) }}"),
        Kind::Duration => format!("{name}{chain}.inSeconds"),
        Kind::Progress => format!("{name}.map(Progress.init)"),
        Kind::SecretType | Kind::UnknownReferences | Kind::NestedReferences => {
            format!("{name}.rawValue")
        }
        Kind::Permissions => format!("{name}{chain}.map(\\.rawValue)"),
        Kind::Instant => format!("{name}{chain}.rfc3339"),
        Kind::Details if chain.is_empty() => format!("auditDetails({name})"),
        Kind::Details => format!("{name}.map(auditDetails)"),
        Kind::Scopes | Kind::DeniedPermissions | Kind::RolePermissions | Kind::NewValues => {
            format!("{name}{chain}.map(\\.native)")
        }
        Kind::Text | Kind::Flag | Kind::Texts | Kind::Bytes => name,
    }
}

/// An argument of the native library.
pub(super) fn argument(name: &str, value: &str) -> String {
    format!("{}: {value}", camel_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Operation, Type};

    fn declared(path: &'static str, parameters: &[(&'static str, Kind, Presence)]) -> Vec<String> {
        let operation = Operation { name: "", path, arguments: Vec::new(), output: Type::Unit };
        let parameter = |(name, kind, presence): &(&'static str, Kind, Presence)| Parameter {
            name,
            kind: *kind,
            presence: *presence,
            doc: String::new(),
        };
        let described = Described {
            operation: &operation,
            name: "",
            paragraphs: Vec::new(),
            errors: Vec::new(),
            parameters: parameters.iter().map(parameter).collect(),
            passed: Vec::new(),
        };
        let mut declared = Parameters::of(&described).declared();
        assert_eq!(declared.pop().as_deref(), Some("timeout: Duration? = nil"));
        declared
    }

    #[test]
    fn declared_leaves_out_the_label_of_what_comes_first_unless_optional() {
        let id = ("id", Kind::Text, Presence::Required);
        let start = ("start", Kind::Instant, Presence::Optional);
        let imports = ("imports", Kind::Flag, Presence::Default);
        let parameters = declared("tags.x", &[start, id, imports]);
        let expected = ["_ id: String", "start: (any AuditTime)? = nil", "imports: Bool = false"];
        assert_eq!(parameters, expected);
        assert_eq!(declared("tags.x", &[imports]), ["imports: Bool = false"]);
    }

    #[test]
    fn declared_follows_the_tables_of_exceptions() {
        let member = ("member_id", Kind::Text, Presence::Required);
        let denied = ("denied", Kind::DeniedPermissions, Presence::Required);
        let parameters = declared("members.deny", &[member, denied]);
        assert_eq!(parameters, ["_ denied: [DeniedPermission]", "to memberID: String"]);
    }
}
