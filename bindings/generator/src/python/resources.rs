//! The classes of operations, such as `Folders` and `AsyncFolders`.

use askama::Template;

use super::docstrings::{Docstring, class_doc, closed, method_doc};
use super::parameters::{converted, declared};
use super::types::{self, NAMES_OF_TYPES};
use super::{LINE_LENGTH, PACKAGE, words_of};
use crate::markdown;
use crate::model::Record;
use crate::names::class_name;
use crate::operations::{Described, Kind, Parameter, Passed, Presence, Resource};
use crate::source::Source;

#[derive(Template)]
#[template(path = "python/resource.py.txt", escape = "none")]
struct Module {
    class: String,
    doc: String,
    /// `from module import names`, of what runs.
    imports: Vec<Import>,
    /// The same, of the standard library and of the package, for annotations alone.
    standard: Vec<Import>,
    types: Vec<Import>,
    builtins: bool,
    methods: Vec<Method>,
}

#[derive(Template)]
#[template(path = "python/resources.py.txt", escape = "none")]
struct Resources {
    resources: Vec<Property>,
    exported: Vec<String>,
}

/// A resource as a property of a client.
struct Property {
    name: &'static str,
    class: String,
    /// Both classes, sorted.
    imported: String,
    module: String,
    doc: String,
}

struct Import {
    module: &'static str,
    names: Vec<&'static str>,
}

struct Method {
    name: &'static str,
    parameters: Vec<String>,
    output: String,
    doc: String,
    checks: Vec<String>,
    native: &'static str,
    arguments: Vec<String>,
}

/// Functions that check or convert arguments.
const CHECKS: &[&str] = &[
    "audit_details",
    "name_list",
    "new_values",
    "optional_name_list",
    "record_list",
    "rfc3339",
    "role_permissions",
    "secret_text",
    "whole_seconds",
];

/// Classes whose objects mappings can stand for.
const CONVERTED: &[&str] = &["DeniedPermission", "ServiceTokenScope"];

/// The resource with iterators, which a hand-written subclass adds.
const EXTENDED: &str = "audit_logs";

/// Optional parameters that may be given by position.
const POSITIONAL: &[(&str, &str)] =
    &[("secrets.update", "value"), ("secrets.propose_update", "value")];

/// A module for each resource, by its path in the repository.
pub(super) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let resources = source.resources()?;
    let failed = |error: askama::Error| error.to_string();
    let mut files = Vec::new();
    for resource in &resources {
        let text = module(resource, source)?.render().map_err(failed)?;
        files.push((format!("{PACKAGE}/_generated/{}.py", resource.name), text));
    }
    let text = properties(&resources, source)?.render().map_err(failed)?;
    files.push((format!("{PACKAGE}/_generated/resources.py"), text));
    Ok(files)
}

fn properties(resources: &[Resource<'_>], source: &Source) -> Result<Resources, String> {
    let property = |resource: &Resource<'_>| {
        let doc = resource.paragraphs.first().map(String::as_str).unwrap_or_default();
        let doc = source.operation_text(resource, markdown::summary(doc).0, &Docstring)?;
        let module = if resource.name == EXTENDED { ".." } else { "." };
        let private = if resource.name == EXTENDED { "_" } else { "" };
        let mut imported = [resource.class.clone(), format!("Async{}", resource.class)];
        imported.sort_unstable();
        Ok(Property {
            name: resource.name,
            class: resource.class.clone(),
            imported: imported.join(", "),
            module: format!("{module}{private}{}", resource.name),
            doc: closed(markdown::wrapped(&doc, LINE_LENGTH - 14), 8),
        })
    };
    let mut properties = resources.iter().map(property).collect::<Result<Vec<_>, String>>()?;
    properties.sort_by(|a, b| a.module.cmp(&b.module));
    let classes = properties.iter().map(|it| it.class.clone());
    let mut exported: Vec<String> = classes.flat_map(|it| [format!("Async{it}"), it]).collect();
    exported.sort_unstable();
    Ok(Resources { resources: properties, exported })
}

fn module(resource: &Resource<'_>, source: &Source) -> Result<Module, String> {
    let has_list = resource.operations.iter().any(|it| it.name == "list");
    let methods = resource
        .operations
        .iter()
        .map(|operation| method(resource, operation, has_list, source))
        .collect::<Result<Vec<_>, String>>()?;
    let natives: Vec<&str> = natives(source).collect();
    let inputs: Vec<&str> = source.surface.inputs.iter().map(|it| class_name(it.native)).collect();
    let returned: Vec<&str> = returned(source).filter(|it| !natives.contains(it)).collect();
    let code = methods.iter().flat_map(|it| it.checks.iter().chain(&it.arguments));
    let code = words_of(code.map(String::as_str));
    let annotations = methods.iter().flat_map(|it| it.parameters.iter().chain([&it.output]));
    let annotations = words_of(annotations.map(String::as_str));
    let import = |module, names: &[&'static str], used: &dyn Fn(&str) -> bool| {
        let mut names: Vec<_> = names.iter().copied().filter(|name| used(name)).collect();
        names.sort_unstable();
        names.dedup();
        (!names.is_empty()).then_some(Import { module, names })
    };
    let runs = |name: &str| code.contains(name);
    let annotates = |name: &str| annotations.contains(name) && !code.contains(name);
    let types = [returned, NAMES_OF_TYPES.to_vec()].concat();
    let imports = [
        import(".._arguments", CHECKS, &runs),
        import(".._calls", &["Resource", "awaiting", "blocking"], &|_| true),
        import(".._types", CONVERTED, &runs),
        import(".inputs", &inputs, &runs),
    ];
    let standard = [
        import("collections.abc", &["Callable", "Iterable", "Mapping"], &annotates),
        import("datetime", &["datetime"], &annotates),
        import("typing", &["Any"], &annotates),
    ];
    let annotated = [
        import(".._native", &[&natives[..], &["Call"]].concat(), &|name| {
            name == "Call" || annotates(name)
        }),
        import(".._types", &types, &annotates),
    ];
    Ok(Module {
        class: resource.class.clone(),
        doc: class_doc(resource, source)?,
        imports: imports.into_iter().flatten().collect(),
        standard: standard.into_iter().flatten().collect(),
        types: annotated.into_iter().flatten().collect(),
        builtins: annotations.contains("builtins"),
        methods,
    })
}

/// The classes of results that the native module defines.
fn natives(source: &Source) -> impl Iterator<Item = &'static str> {
    let confidential = source.surface.secrets.iter().chain(&source.surface.confidential);
    confidential.filter(|record| types::is_native(record)).map(|record| class_name(record.native))
}

/// The classes of results.
fn returned(source: &Source) -> impl Iterator<Item = &'static str> {
    source.returned(&[]).map(|record: &Record| record.name)
}

fn method(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    has_list: bool,
    source: &Source,
) -> Result<Method, String> {
    let positional = |it: &&Parameter| POSITIONAL.contains(&(operation.operation.path, it.name));
    let mut parameters = vec!["self".to_owned()];
    parameters.extend(operation.required().map(declared));
    parameters.extend(operation.options().filter(positional).map(declared));
    parameters.push("*".to_owned());
    parameters.extend(operation.options().filter(|it| !positional(it)).map(declared));
    parameters.push("timeout: float | None = None".to_owned());
    let output = types::output(&operation.operation.output);
    let output = if has_list { output.replace("list[", "builtins.list[") } else { output };
    Ok(Method {
        name: operation.name,
        parameters,
        output,
        doc: method_doc(resource, operation, source)?,
        checks: checks(resource, operation),
        native: operation.operation.name,
        arguments: operation.passed.iter().map(|it| argument(operation, it)).collect(),
    })
}

fn checks(resource: &Resource<'_>, operation: &Described<'_>) -> Vec<String> {
    let mut checks = Vec::new();
    let value = operation.parameters.iter().find(|it| it.name == "value");
    if let (true, Some(value)) = (resource.name == "secrets", value) {
        checks.push(match value.presence {
            Presence::Required => "secret_text(name, value)".to_owned(),
            _ => "secret_text(name, \"\" if value is None else value)".to_owned(),
        });
    }
    let durations = operation.parameters.iter().filter(|it| it.kind == Kind::Duration);
    checks.extend(durations.map(|it| format!("whole_seconds(\"{0}\", {0})", it.name)));
    checks
}

/// An argument of the native module.
fn argument(operation: &Described<'_>, passed: &Passed) -> String {
    match passed {
        Passed::Parameter(at) => operation.parameters.get(*at).map(converted).unwrap_or_default(),
        Passed::Record { record, fields, .. } => {
            let fields = fields.iter().filter_map(|(name, at)| {
                Some(format!("{name}={}", converted(operation.parameters.get(*at)?)))
            });
            format!("{}({})", class_name(record), fields.collect::<Vec<_>>().join(", "))
        }
    }
}
