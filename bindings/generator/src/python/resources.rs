//! The classes of operations, such as `Folders` and `AsyncFolders`.

use askama::Template;

use super::types::{self, NAMES_OF_TYPES};
use super::{Docstring, LINE_LENGTH, PACKAGE, words_of};
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

/// A parameter with its type and default.
fn declared(parameter: &Parameter) -> String {
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

/// What the forms that Python takes are, beside what core says.
fn note(kind: Kind) -> &'static str {
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

/// A parameter as the native module takes it.
fn converted(parameter: &Parameter) -> String {
    let name = parameter.name;
    match (parameter.kind, parameter.presence) {
        (Kind::Texts, Presence::Optional) => format!("optional_name_list(\"{name}\", {name})"),
        (Kind::Texts | Kind::Permissions, _) => format!("name_list(\"{name}\", {name})"),
        (Kind::Instant, _) => format!("rfc3339(\"{name}\", {name})"),
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

fn class_doc(resource: &Resource<'_>, source: &Source) -> Result<String, String> {
    let lines = paragraphs(resource, &resource.paragraphs, 4, source)?;
    Ok(closed(lines, 4))
}

fn method_doc(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<String, String> {
    let mut lines = paragraphs(resource, &operation.paragraphs, 8, source)?;
    lines.extend([String::new(), "Args:".to_owned()]);
    for parameter in operation.required().chain(operation.options()) {
        let doc = source.parameter_doc(resource, parameter, &Docstring)?;
        let doc = format!("{}{}", markdown::capitalized(&doc), note(parameter.kind));
        lines.extend(item(parameter.name, &doc));
    }
    lines.extend(item("timeout", TIMEOUT));
    if !operation.errors.is_empty() {
        lines.extend([String::new(), "Raises:".to_owned()]);
    }
    for (kind, condition) in &operation.errors {
        let condition = source.operation_text(resource, condition, &Docstring)?;
        lines.extend(item(&format!("{kind}Error"), &markdown::capitalized(&condition)));
    }
    Ok(closed(lines, 8))
}

const TIMEOUT: &str = "Seconds the call may take, if less than the client's ``deadline``.";

/// The lines of paragraphs: the first sentence, and what follows it in a paragraph below.
fn paragraphs(
    resource: &Resource<'_>,
    paragraphs: &[String],
    indent: usize,
    source: &Source,
) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let text = source.operation_text(resource, paragraph, &Docstring)?;
        if index > 0 {
            lines.push(String::new());
            lines.extend(markdown::wrapped(&text, LINE_LENGTH - indent));
            continue;
        }
        let (summary, rest) = markdown::summary(&text);
        // Three quotation marks before and after.
        let mut first = markdown::wrapped(summary, LINE_LENGTH - indent - 6);
        if first.len() > 1 {
            return Err(format!("{}: the summary is longer than a line: {summary}", resource.name));
        }
        lines.append(&mut first);
        if let Some(rest) = rest {
            lines.push(String::new());
            lines.extend(markdown::wrapped(rest, LINE_LENGTH - indent));
        }
    }
    Ok(lines)
}

/// An item of a section: a name and its text.
fn item(name: &str, text: &str) -> Vec<String> {
    let mut lines = markdown::wrapped(&format!("{name}: {text}"), LINE_LENGTH - 12);
    let rest = lines.split_off(1.min(lines.len()));
    let rest =
        if rest.is_empty() { rest } else { markdown::wrapped(&rest.join(" "), LINE_LENGTH - 16) };
    let first = lines.into_iter().map(|line| format!("    {line}"));
    first.chain(rest.into_iter().map(|line| format!("        {line}"))).collect()
}

/// A docstring of these lines.
fn closed(lines: Vec<String>, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let multiple = lines.len() > 1;
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    let rest = lines.map(|line| if line.is_empty() { line } else { format!("{margin}{line}") });
    let rest: String = rest.map(|line| format!("\n{line}")).collect();
    let end = if multiple { format!("\n{margin}") } else { String::new() };
    format!("\"\"\"{first}{rest}{end}\"\"\"")
}
