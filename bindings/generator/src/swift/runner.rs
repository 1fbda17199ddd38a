//! What the runner of scenarios needs in code: calls of operations by name, and the fields of records.

use askama::Template;

use super::parameters::{self, Parameters};
use super::{layout, types};
use crate::model::{Record, Type};
use crate::names::camel_case;
use crate::operations::{Described, Kind, Parameter, Presence, Resource};
use crate::source::Source;

const FOLDER: &str = "swift/Tests/Scenarios/Generated";

/// Records whose fields the runner writes by hand: Swift has them in another form, or the scenarios do.
const BY_HAND: &[&str] = &["BulkResult", "NamedSecret", "RolePermission", "SecretFailure"];

/// The field that a result throws when asked, and does not have as a property.
const THROWN: &str = "incomplete";

#[derive(Template)]
#[template(path = "swift/operation_calls.swift.txt", escape = "none")]
struct OperationCalls {
    resources: Vec<ResourceCalls>,
}

struct ResourceCalls {
    name: &'static str,
    property: String,
    class: String,
    calls: Vec<Call>,
}

struct Call {
    name: &'static str,
    check: String,
    returns_value: bool,
    call: String,
}

#[derive(Template)]
#[template(path = "swift/record_fields.swift.txt", escape = "none")]
struct RecordFields {
    records: Vec<RecordForm>,
}

struct RecordForm {
    class: String,
    /// Keys with the names of properties.
    fields: Vec<(&'static str, String)>,
}

/// The generated files of the runner, by their path in the repository.
pub(super) fn files(
    resources: &[Resource<'_>],
    source: &Source,
) -> Result<Vec<(String, String)>, String> {
    let failed = |error: askama::Error| error.to_string();
    let calls = OperationCalls { resources: resources.iter().map(resource_calls).collect() };
    let confidential = source.surface.confidential.iter().chain(&source.surface.secrets);
    let confidential = confidential.filter(|record| !BY_HAND.contains(&record.name));
    let records = source.returned(BY_HAND).chain(confidential).map(record_form);
    let fields = RecordFields { records: records.collect() };
    Ok(vec![
        (format!("{FOLDER}/OperationCalls.swift"), calls.render().map_err(failed)?),
        (format!("{FOLDER}/RecordFields.swift"), fields.render().map_err(failed)?),
    ])
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
    let parameters = Parameters::of(operation);
    // JSON has no function that could be told of progress.
    let given = parameters.iter().filter(|it| it.kind != Kind::Progress);
    let names: Vec<String> = given.map(|it| format!("\"{}\"", it.name)).collect();
    let returns_value = operation.operation.output != Type::Unit;
    let head = if returns_value { "return try await" } else { "try await" };
    let head = format!("{head} {}", types::swift_case(operation.name));
    Call {
        name: operation.name,
        check: layout::call(12, "try args.allow", &names),
        returns_value,
        call: layout::call(12, &head, &parameters.given(argument)),
    }
}

/// The value of a parameter, from the arguments of a step; `None` if a step cannot give any.
fn argument(parameter: &Parameter) -> Option<String> {
    let name = parameter.name;
    let value = match (parameter.presence, parameters::default(parameter.kind)) {
        (Presence::Required, _) => format!("args.required(\"{name}\")"),
        (Presence::Default, Some(value)) => format!("args.optional(\"{name}\", or: {value})"),
        _ => format!("args.optional(\"{name}\")"),
    };
    match parameter.kind {
        Kind::Progress => None,
        // These are written in several types.
        Kind::Instant => Some(format!("{value} as String?")),
        Kind::NewValues => Some(format!("{value} as [NewValue]")),
        _ => Some(value),
    }
}

fn record_form(record: &Record) -> RecordForm {
    // Scenarios have `type`, which is a keyword in Rust.
    let key = |field: &'static str| if field == "kind" { "type" } else { field };
    let fields = record.fields.iter().filter(|it| it.name != THROWN);
    RecordForm {
        class: types::full_name(record.native),
        fields: fields.map(|it| (key(it.name), types::field_name(it.name))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argument_of(name: &'static str, kind: Kind, presence: Presence) -> Option<String> {
        argument(&Parameter { name, kind, presence, doc: String::new() })
    }

    #[test]
    fn argument_is_read_by_its_presence() {
        let required = argument_of("new_name", Kind::Text, Presence::Required);
        assert_eq!(required.as_deref(), Some("args.required(\"new_name\")"));
        let optional = argument_of("permissions", Kind::RolePermissions, Presence::Optional);
        assert_eq!(optional.as_deref(), Some("args.optional(\"permissions\")"));
        let default = argument_of("type", Kind::SecretType, Presence::Default);
        assert_eq!(default.as_deref(), Some("args.optional(\"type\", or: .shared)"));
    }

    #[test]
    fn argument_names_the_type_where_swift_takes_several() {
        let start = argument_of("start", Kind::Instant, Presence::Optional);
        assert_eq!(start.as_deref(), Some("args.optional(\"start\") as String?"));
    }

    #[test]
    fn argument_of_a_function_is_left_out() {
        assert_eq!(argument_of("on_progress", Kind::Progress, Presence::Optional), None);
    }
}
