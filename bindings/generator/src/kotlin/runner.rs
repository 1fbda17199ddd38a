//! What the runner of scenarios needs in code: calls of operations by name, and the fields of records.

use std::collections::BTreeSet;

use askama::Template;

use super::layout::{fits, line, list};
use super::{parameters, records, resources};
use crate::model::Record;
use crate::names::camel_case;
use crate::operations::{Described, Kind, Parameter, Resource};
use crate::source::Source;

const FOLDER: &str = "kotlin/src/test/kotlin/io/github/infisicale2ee/scenarios/generated";

/// Records whose fields the runner writes by hand: Kotlin has them in another form, or the scenarios do.
const BY_HAND: &[&str] = &["BulkResult", "NamedSecret", "RolePermission", "SecretFailure"];

/// The field that a result throws when asked, and does not have as a property.
const THROWN: &str = "incomplete";

/// Classes that calls name, other than those of resources.
const NAMED: &[&str] =
    &["Client", "NestedReferences", "Permission", "SecretType", "UnknownReferences"];

/// The indent of statements of a branch of `when`.
const STATEMENT: usize = 12;

#[derive(Template)]
#[template(path = "kotlin/operation_calls.kt.txt", escape = "none")]
struct OperationCalls {
    imports: BTreeSet<String>,
    resources: Vec<ResourceCalls>,
}

struct ResourceCalls {
    name: &'static str,
    property: String,
    class: String,
    calls: Vec<Call>,
}

struct Call {
    path: &'static str,
    check: String,
    call: String,
}

#[derive(Template)]
#[template(path = "kotlin/record_fields.kt.txt", escape = "none")]
struct RecordFields {
    records: Vec<RecordForm>,
    imports: BTreeSet<String>,
}

struct RecordForm {
    class: &'static str,
    /// Keys with the names of properties.
    fields: Vec<(&'static str, String)>,
}

/// The generated files of the runner, by their path in the repository.
pub(super) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let failed = |error: askama::Error| error.to_string();
    let resources = source.resources()?;
    let classes = resources.iter().map(|it| it.class.as_str());
    let calls = OperationCalls {
        imports: imports(classes.chain(NAMED.iter().copied())),
        resources: resources.iter().map(resource_calls).collect(),
    };
    let confidential = source.surface.confidential.iter().chain(&source.surface.secrets);
    let confidential = confidential.filter(|record| !BY_HAND.contains(&record.name));
    let records = source.returned(BY_HAND).chain(confidential).map(record_form);
    let records: Vec<RecordForm> = records.collect();
    let fields = RecordFields { imports: imports(records.iter().map(|it| it.class)), records };
    Ok(vec![
        (format!("{FOLDER}/OperationCalls.kt"), calls.render().map_err(failed)?),
        (format!("{FOLDER}/RecordFields.kt"), fields.render().map_err(failed)?),
    ])
}

fn imports<'a>(classes: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    classes.map(|class| format!("io.github.infisicale2ee.{class}")).collect()
}

fn resource_calls(resource: &Resource<'_>) -> ResourceCalls {
    ResourceCalls {
        name: resource.name,
        property: camel_case(resource.name),
        class: resource.class.clone(),
        calls: resource.operations.iter().map(call).collect(),
    }
}

fn call(operation: &Described<'_>) -> Call {
    let (mut names, mut arguments) = (Vec::new(), Vec::new());
    for parameter in resources::all(operation) {
        if let Some(argument) = Argument::of(parameter) {
            names.push(format!("\"{}\"", parameter.name));
            arguments.push(argument);
        }
    }
    let before = format!("{}(", camel_case(operation.name));
    let flat: Vec<String> = arguments.iter().map(Argument::flat).collect();
    let flat = format!("{before}{})", flat.join(", "));
    let call = if fits(STATEMENT, &flat) {
        line(STATEMENT, &flat)
    } else {
        let arguments = arguments.iter().map(|it| it.laid_out(STATEMENT + 4));
        let lines = [line(STATEMENT, &before)].into_iter().chain(arguments);
        lines.chain([line(STATEMENT, ")")]).collect::<Vec<_>>().join("\n")
    };
    Call {
        path: operation.operation.path,
        check: list(STATEMENT, "args.allow(", &names, ")"),
        call,
    }
}

/// An argument of a call, which reads one of a step.
struct Argument {
    parameter: String,
    function: &'static str,
    /// What the function is given.
    given: Vec<String>,
}

impl Argument {
    /// `None` if a step cannot give it.
    fn of(parameter: &Parameter) -> Option<Self> {
        let kind = argument_type(parameter.kind)?;
        let (function, default) = match parameters::absent(parameter) {
            None => ("args.required(", None),
            Some("null") => ("args.optional(", None),
            Some(default) => ("args.optional(", Some(default.to_owned())),
        };
        let given = [format!("\"{}\"", parameter.name), kind.to_owned()];
        Some(Self {
            parameter: camel_case(parameter.name),
            function,
            given: given.into_iter().chain(default).collect(),
        })
    }

    fn flat(&self) -> String {
        format!("{} = {}{})", self.parameter, self.function, self.given.join(", "))
    }

    /// On lines of its own, with a comma.
    fn laid_out(&self, indent: usize) -> String {
        let flat = format!("{},", self.flat());
        if fits(indent, &flat) {
            return line(indent, &flat);
        }
        let value = list(indent + 4, self.function, &self.given, "),");
        format!("{}\n{value}", line(indent, &format!("{} =", self.parameter)))
    }
}

/// The runner's type of an argument. JSON has no function that could be told of progress.
fn argument_type(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Progress => return None,
        Kind::Text | Kind::Instant => "TEXT",
        Kind::Integer => "INTEGER",
        Kind::Duration => "DURATION",
        Kind::Flag => "FLAG",
        Kind::Texts => "TEXTS",
        Kind::Bytes => "BYTES",
        Kind::SecretType => "SECRET_TYPE",
        Kind::UnknownReferences => "UNKNOWN_REFERENCES",
        Kind::NestedReferences => "NESTED_REFERENCES",
        Kind::Permissions => "PERMISSIONS",
        Kind::Details => "TEXTS_BY_NAME",
        Kind::Scopes => "SCOPES",
        Kind::DeniedPermissions => "DENIED_PERMISSIONS",
        Kind::RolePermissions => "ROLE_PERMISSIONS",
        Kind::NewValues => "NEW_VALUES",
    })
}

fn record_form(record: &Record) -> RecordForm {
    // Scenarios have `type`, which is a keyword in Rust.
    let key = |field: &'static str| if field == "kind" { "type" } else { field };
    let fields = record.fields.iter().filter(|it| it.name != THROWN);
    RecordForm {
        class: record.name,
        fields: fields.map(|it| (key(it.name), records::name_of(it))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::Presence;

    fn argument(name: &'static str, kind: Kind, presence: Presence) -> Option<Argument> {
        Argument::of(&Parameter { name, kind, presence, doc: String::new() })
    }

    fn flat(name: &'static str, kind: Kind, presence: Presence) -> Option<String> {
        argument(name, kind, presence).map(|it| it.flat())
    }

    #[test]
    fn argument_is_read_by_its_presence() {
        let required = flat("new_name", Kind::Text, Presence::Required);
        assert_eq!(required.as_deref(), Some("newName = args.required(\"new_name\", TEXT)"));
        let optional = flat("limit", Kind::Integer, Presence::Optional);
        assert_eq!(optional.as_deref(), Some("limit = args.optional(\"limit\", INTEGER)"));
        let default = flat("dry_run", Kind::Flag, Presence::Default);
        assert_eq!(default.as_deref(), Some("dryRun = args.optional(\"dry_run\", FLAG, false)"));
    }

    #[test]
    fn argument_of_a_function_is_left_out() {
        assert_eq!(flat("on_progress", Kind::Progress, Presence::Optional), None);
    }

    #[test]
    fn argument_that_is_too_long_breaks_after_the_equals_sign() {
        let argument = argument("nested_references", Kind::NestedReferences, Presence::Default);
        let text = argument.map(|it| it.laid_out(16)).unwrap_or_default();
        assert!(text.starts_with("                nestedReferences =\n"), "{text}");
        assert!(text.ends_with(",\n                    ),"), "{text}");
    }
}
