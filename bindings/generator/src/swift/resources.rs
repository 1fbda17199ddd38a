//! The types of operations, such as `Folders`.

use askama::Template;

use super::documentation::{self, DocC};
use super::parameters::{self, Parameters, argument};
use super::{FOLDER, layout, types};
use crate::model::Type;
use crate::names::camel_case;
use crate::operations::{Described, Kind, Passed, Resource};
use crate::source::Source;

#[derive(Template)]
#[template(path = "swift/resource.swift.txt", escape = "none")]
struct File {
    class: String,
    doc: String,
    methods: Vec<Method>,
    /// Whether it names `Data`.
    has_bytes: bool,
}

/// The resources of a client.
#[derive(Template)]
#[template(path = "swift/client.swift.txt", escape = "none")]
struct Client {
    properties: Vec<Property>,
}

struct Property {
    doc: String,
    name: String,
    class: String,
}

struct Method {
    doc: String,
    is_discardable: bool,
    declaration: String,
    body: String,
}

/// First words of operations that change something and return the result, which callers may not need.
const CHANGES: &[&str] = &[
    "add", "attach", "complete", "create", "deny", "enable", "grant", "invite", "open", "remove",
    "rename", "roll", "set", "share", "sign", "update",
];

/// Results that tell whether everything was done.
const REPORTS: &[&str] = &["NativeBulkResult"];

/// A file for each resource and one for the client, by their path in the repository.
pub(super) fn files(
    resources: &[Resource<'_>],
    source: &Source,
    style: &DocC<'_>,
) -> Result<Vec<(String, String)>, String> {
    let failed = |error: askama::Error| error.to_string();
    let mut files = Vec::new();
    for resource in resources {
        let text = file(resource, source, style)?.render().map_err(failed)?;
        files.push((format!("{FOLDER}/{}.swift", resource.class), text));
    }
    let text = client(resources, source, style)?.render().map_err(failed)?;
    files.push((format!("{FOLDER}/ClientResources.swift"), text));
    Ok(files)
}

fn client(resources: &[Resource<'_>], source: &Source, style: &DocC<'_>) -> Result<Client, String> {
    let property = |resource: &Resource<'_>| {
        Ok(Property {
            doc: documentation::of_property(resource, source, style)?,
            name: camel_case(resource.name),
            class: resource.class.clone(),
        })
    };
    Ok(Client { properties: resources.iter().map(property).collect::<Result<_, String>>()? })
}

fn file(resource: &Resource<'_>, source: &Source, style: &DocC<'_>) -> Result<File, String> {
    let method = |operation: &Described<'_>| {
        Ok(Method {
            doc: documentation::of_method(resource, operation, source, style)?,
            is_discardable: is_discardable(operation, source),
            declaration: declaration(operation),
            body: body(operation, source),
        })
    };
    Ok(File {
        class: resource.class.clone(),
        doc: documentation::of_resource(resource, source, style)?,
        methods: resource.operations.iter().map(method).collect::<Result<_, String>>()?,
        has_bytes: resource.operations.iter().any(takes_or_gives_bytes),
    })
}

fn takes_or_gives_bytes(operation: &Described<'_>) -> bool {
    operation.operation.output == Type::Bytes
        || operation.parameters.iter().any(|parameter| parameter.kind == Kind::Bytes)
}

/// Whether callers may ignore the result: not one that tells what only it tells.
fn is_discardable(operation: &Described<'_>, source: &Source) -> bool {
    let verb = operation.name.split('_').next().unwrap_or_default();
    let is_told_once = match &operation.operation.output {
        Type::Unit | Type::Bytes => true,
        Type::Record(native) => {
            source.is_confidential(native) || REPORTS.contains(&native.as_str())
        }
        _ => false,
    };
    CHANGES.contains(&verb) && !is_told_once
}

fn declaration(operation: &Described<'_>) -> String {
    let head = format!("public func {}", types::swift_case(operation.name));
    let tail = match &operation.operation.output {
        Type::Unit => " async throws {".to_owned(),
        output => format!(" async throws -> {} {{", types::output(output)),
    };
    layout::declaration(4, &head, &Parameters::of(operation).declared(), &tail)
}

/// The statements of a method: first the records that the native library is given, then the call.
fn body(operation: &Described<'_>, source: &Source) -> String {
    let mut lines: Vec<String> =
        operation.passed.iter().filter_map(|passed| record(operation, passed)).collect();
    let output = &operation.operation.output;
    let returns = if lines.is_empty() || *output == Type::Unit { "" } else { "return " };
    lines.push(format!("        {returns}try await perform {{"));
    let call = format!("try await native.{}", camel_case(operation.operation.name));
    let arguments = arguments(operation);
    match types::converted(source, output, "answer") {
        None => lines.push(layout::call(12, &call, &arguments)),
        Some(converted) => {
            lines.push(layout::call(12, &format!("let answer = {call}"), &arguments));
            lines.push(format!("            return {converted}"));
        }
    }
    lines.push("        }".to_owned());
    lines.join("\n")
}

/// Makes a record from parameters.
fn record(operation: &Described<'_>, passed: &Passed) -> Option<String> {
    let Passed::Record { record, argument: name, fields } = passed else { return None };
    let fields: Vec<String> = fields
        .iter()
        .filter_map(|(field, at)| Some(argument(field, &value(operation, *at)?)))
        .collect();
    Some(layout::call(8, &format!("let {} = {record}", camel_case(name)), &fields))
}

/// What the native library is given.
fn arguments(operation: &Described<'_>) -> Vec<String> {
    let named = operation.operation.arguments.iter().zip(&operation.passed);
    let arguments = named.filter_map(|(native, passed)| match passed {
        Passed::Parameter(at) => Some(argument(native.name, &value(operation, *at)?)),
        Passed::Record { argument: name, .. } => Some(argument(name, &camel_case(name))),
    });
    arguments.chain(["timeout: timeout?.inSeconds".to_owned()]).collect()
}

fn value(operation: &Described<'_>, at: usize) -> Option<String> {
    operation.parameters.get(at).map(parameters::converted)
}
