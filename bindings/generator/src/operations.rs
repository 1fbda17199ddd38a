//! Operations, with what core says of them.

use crate::documentation::{Documentation, Method};
use crate::model::{Field, Operation, Record, Surface, Type};
use crate::names::pascal_case;
use crate::sections::Sections;

/// A group of operations, such as `api_keys`.
pub(crate) struct Resource<'a> {
    /// Its name as a property of a client.
    pub(crate) name: &'static str,
    /// Its class in every language, such as `ApiKeys`.
    pub(crate) class: String,
    /// What all its operations share.
    pub(crate) paragraphs: Vec<String>,
    pub(crate) operations: Vec<Described<'a>>,
}

/// An operation with its documentation.
pub(crate) struct Described<'a> {
    pub(crate) operation: &'a Operation,
    /// Its name in its resource, such as `create`.
    pub(crate) name: &'static str,
    pub(crate) paragraphs: Vec<String>,
    /// The name of an `ErrorKind`, and when it occurs.
    pub(crate) errors: Vec<(String, String)>,
    /// What a caller gives: first what is required.
    pub(crate) parameters: Vec<Parameter>,
    /// What the native library is given.
    pub(crate) passed: Vec<Passed>,
}

/// What a caller of an operation gives.
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) presence: Presence,
    pub(crate) doc: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Presence {
    Required,
    /// Absent by default.
    Optional,
    /// With a value by default: `false`, an empty list, or that of its kind.
    Default,
}

/// What a parameter means, from which a language chooses its type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Text,
    Integer,
    /// A duration in seconds.
    Duration,
    Flag,
    Texts,
    Bytes,
    /// Called with how many are done, and of how many.
    Progress,
    /// Whose a secret is; shared by default.
    SecretType,
    /// What to do with unresolved references; an error by default.
    UnknownReferences,
    /// Where to look up nested references; the folder of each value by default.
    NestedReferences,
    /// Reading by default.
    Permissions,
    /// A time, as RFC 3339.
    Instant,
    /// Names with values that an event must have.
    Details,
    Scopes,
    DeniedPermissions,
    RolePermissions,
    NewValues,
}

/// An argument of the native library.
pub(crate) enum Passed {
    /// The parameter of this index.
    Parameter(usize),
    /// A record made from parameters: its name at the border, the name of the argument, and for each field
    /// the index of its parameter.
    Record { record: &'static str, argument: &'static str, fields: Vec<(&'static str, usize)> },
}

/// Options whose setter in core has another name: those that may be set repeatedly there, and keywords.
const SETTERS: &[(&str, &str)] = &[
    ("cursor", "after"),
    ("events", "event"),
    ("limit", "page_size"),
    ("scopes", "scope"),
    ("type", "kind"),
];

/// Methods whose name is a keyword in Rust.
const METHODS: &[(&str, &str)] = &[("move", "move_to")];

/// Requests that take their options from another.
const REQUESTS: &[(&str, &str)] =
    &[("ExportAuditLogs", "QueryAuditLogs"), ("ListSecretsIfChanged", "ListSecrets")];

/// The resources of a client with their operations, in the order of the table.
///
/// # Errors
/// Names each operation that core does not document, or documents in another form.
pub(crate) fn resources<'a>(
    surface: &'a Surface,
    documentation: &Documentation,
) -> Result<Vec<Resource<'a>>, String> {
    let mut resources: Vec<Resource<'_>> = Vec::new();
    let mut failures = Vec::new();
    let describer = Describer { surface, documentation };
    for operation in &surface.operations {
        let Some((resource, name)) = operation.path.split_once('.') else {
            failures.push(format!("{}: not the name of an operation", operation.path));
            continue;
        };
        // The client is written by hand.
        if resource == "client" {
            continue;
        }
        if resources.last().is_none_or(|last| last.name != resource) {
            let class = pascal_case(resource);
            let text = documentation.of_record(&class).unwrap_or_default();
            match Sections::parse(text) {
                Ok(Sections { mut paragraphs, .. }) if !paragraphs.is_empty() => {
                    // A language's own documentation says where a client has it.
                    let accessor = format!(" See [`Client::{resource}`].");
                    let first = paragraphs.first_mut().into_iter();
                    first.for_each(|first| *first = first.replace(&accessor, ""));
                    resources.push(Resource {
                        name: resource,
                        class,
                        paragraphs,
                        operations: Vec::new(),
                    });
                }
                Ok(_) => return Err(format!("core has no documentation for {class}")),
                Err(error) => return Err(format!("{class}: {error}")),
            }
        }
        let Some(last) = resources.last_mut() else { continue };
        match describer.described(operation, &last.class, name) {
            Ok(described) => last.operations.push(described),
            Err(error) => failures.push(format!("{}: {error}", operation.path)),
        }
    }
    if failures.is_empty() { Ok(resources) } else { Err(failures.join("\n")) }
}

struct Describer<'a, 'b> {
    surface: &'a Surface,
    documentation: &'b Documentation,
}

impl<'a> Describer<'a, '_> {
    fn described(
        &self,
        operation: &'a Operation,
        class: &str,
        name: &'static str,
    ) -> Result<Described<'a>, String> {
        let method = core_name(METHODS, name);
        let method = self.documentation.method(class, method);
        let method = method.ok_or_else(|| format!("core has no method {class}::{name}"))?;
        let Sections { paragraphs, arguments, errors } = Sections::parse(&method.text)?;
        if paragraphs.is_empty() {
            return Err("core has no documentation for it".to_owned());
        }
        let mut described = Described {
            operation,
            name,
            paragraphs,
            errors,
            parameters: Vec::new(),
            passed: Vec::new(),
        };
        for argument in &operation.arguments {
            let record = match &argument.kind {
                Type::Record(native) => self.surface.inputs.iter().find(|it| it.native == native),
                _ => None,
            };
            let mut add = |name: &'static str, kind: Kind, of: &Type| {
                let parameter = self.parameter(method, &arguments, name, kind, of)?;
                described.parameters.push(parameter);
                Ok::<_, String>(described.parameters.len() - 1)
            };
            let passed = match record {
                None => {
                    let kind = kind(argument.name, &argument.kind)?;
                    Passed::Parameter(add(argument.name, kind, &argument.kind)?)
                }
                Some(record) => {
                    let fields = record.fields.iter().map(|field| {
                        let kind = kind(field.name, &field.kind)?;
                        Ok((field.name, add(parameter_name(record, field), kind, &field.kind)?))
                    });
                    let fields = fields.collect::<Result<_, String>>()?;
                    Passed::Record { record: record.native, argument: argument.name, fields }
                }
            };
            described.passed.push(passed);
        }
        described.check_arguments(method)?;
        Ok(described)
    }

    fn parameter(
        &self,
        method: &Method,
        arguments: &[(String, String)],
        name: &'static str,
        kind: Kind,
        of: &Type,
    ) -> Result<Parameter, String> {
        if method.parameters.iter().any(|it| it == name) {
            let doc = arguments.iter().find(|(argument, _)| argument == name);
            let (_, doc) =
                doc.ok_or_else(|| format!("core does not document the argument {name}"))?;
            return Ok(Parameter { name, kind, presence: Presence::Required, doc: doc.clone() });
        }
        let request = core_name(REQUESTS, &method.output);
        let setter = core_name(SETTERS, name);
        let setter = self.documentation.method(request, setter);
        let setter = setter.ok_or_else(|| format!("core has no option {request}::{name}"))?;
        let Sections { paragraphs, .. } = Sections::parse(&setter.text)?;
        if paragraphs.is_empty() {
            return Err(format!("core has no documentation for {request}::{name}"));
        }
        let presence = match (kind, of) {
            (Kind::Flag, Type::Optional(_)) => Presence::Optional,
            (
                Kind::Flag
                | Kind::SecretType
                | Kind::UnknownReferences
                | Kind::NestedReferences
                | Kind::Permissions,
                _,
            )
            | (_, Type::List(_)) => Presence::Default,
            _ => Presence::Optional,
        };
        Ok(Parameter { name, kind, presence, doc: paragraphs.join(" ") })
    }
}

impl Described<'_> {
    /// Sorts what is required before what is not, and checks that core takes nothing else.
    fn check_arguments(&self, method: &Method) -> Result<(), String> {
        let known = |name: &String| self.parameters.iter().any(|it| it.name == name);
        match method.parameters.iter().find(|name| !known(name)) {
            Some(name) => Err(format!("the table lacks the argument {name}")),
            None => Ok(()),
        }
    }

    /// The parameters that a caller must give.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|it| it.presence == Presence::Required)
    }

    /// The parameters that a caller may leave out.
    pub(crate) fn options(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|it| it.presence != Presence::Required)
    }
}

/// The name in core of what languages call `name`.
fn core_name<'a>(table: &[(&'a str, &'a str)], name: &'a str) -> &'a str {
    table.iter().find(|(known, _)| *known == name).map_or(name, |(_, core)| core)
}

/// What a caller names a field of a record. A move or copy has two places.
fn parameter_name(record: &Record, field: &Field) -> &'static str {
    match (record.name, field.name) {
        ("Destination", "environment") => "to_environment",
        ("Destination", "path") => "to_path",
        (_, "kind") => "type",
        (_, name) => name,
    }
}

fn kind(name: &str, of: &Type) -> Result<Kind, String> {
    Ok(match (name, of) {
        (_, Type::Optional(inner)) => kind(name, inner)?,
        (_, Type::Flag) => Kind::Flag,
        (_, Type::Bytes) => Kind::Bytes,
        (_, Type::Integer) => Kind::Integer,
        (_, Type::Number) => Kind::Duration,
        (_, Type::Progress) => Kind::Progress,
        ("kind", Type::Text) => Kind::SecretType,
        ("unknown_references", Type::Text) => Kind::UnknownReferences,
        ("nested_references", Type::Text) => Kind::NestedReferences,
        ("start" | "end", Type::Text) => Kind::Instant,
        (_, Type::Text) => Kind::Text,
        (_, Type::List(item)) => match &**item {
            Type::Text => Kind::Texts,
            Type::Permission => Kind::Permissions,
            Type::Record(native) => match native.as_str() {
                "NativeAuditDetail" => Kind::Details,
                "NativeServiceTokenScope" => Kind::Scopes,
                "NativeDeniedPermission" => Kind::DeniedPermissions,
                "NativeRolePermission" => Kind::RolePermissions,
                "NativeNewValue" => Kind::NewValues,
                _ => return Err(format!("no language has a parameter {name} of {native}")),
            },
            _ => return Err(format!("no language has a parameter {name} of this type")),
        },
        _ => return Err(format!("no language has a parameter {name} of this type")),
    })
}
