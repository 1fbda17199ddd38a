//! The classes of operations, such as `Folders` and `BlockingFolders`.

use std::collections::BTreeSet;

use askama::Template;

use super::kdoc::{self, KDoc};
use super::layout::{self, Call, MEMBER, STATEMENT, fits, line, list};
use super::parameters::{self, Form};
use super::{INTERNAL, PACKAGE, TYPES, blocking, objects};
use crate::markdown;
use crate::model::Type;
use crate::names::{camel_case, class_name};
use crate::operations::{Described, Parameter, Passed, Resource};
use crate::source::Source;

/// Resources whose classes have more than the operations: by hand, in subclasses.
const EXTENDED: &[&str] = &["audit_logs"];

#[derive(Template)]
#[template(path = "kotlin/resource.kt.txt", escape = "none")]
struct File {
    imports: BTreeSet<String>,
    classes: Vec<Class>,
}

/// A class of a generated file.
pub(super) struct Class {
    pub(super) doc: String,
    /// Up to the brace of its body.
    pub(super) declaration: String,
    pub(super) members: Vec<String>,
}

/// A file for each resource, and for each object that Java gives to them.
pub(super) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let resources = source.resources()?;
    let mut files = Vec::new();
    for resource in &resources {
        let classes = vec![class(resource, source)?, blocking::class(resource)];
        files.push(file(&resource.class, classes, source)?);
    }
    for (name, class) in objects::classes(&resources, source)? {
        files.push(file(name, vec![class], source)?);
    }
    Ok(files)
}

fn file(name: &str, classes: Vec<Class>, source: &Source) -> Result<(String, String), String> {
    let imports = imports(&classes, source);
    let text = File { imports, classes }.render().map_err(|error| error.to_string())?;
    Ok((format!("{PACKAGE}/generated/{name}.kt"), text))
}

/// The name of a resource's class, or that of its superclass.
pub(super) fn generated_name(resource: &Resource<'_>, prefix: &str) -> String {
    let suffix = if is_extended(resource) { "Operations" } else { "" };
    format!("{prefix}{}{suffix}", resource.class)
}

pub(super) fn is_extended(resource: &Resource<'_>) -> bool {
    EXTENDED.contains(&resource.name)
}

/// The declaration of a resource's class.
pub(super) fn declaration(resource: &Resource<'_>, prefix: &str, parameters: &str) -> String {
    let kind = if is_extended(resource) { "abstract class" } else { "class" };
    let name = generated_name(resource, prefix);
    layout::class(&format!("public {kind} {name}"), parameters)
}

/// Imports of what the code names.
fn imports(classes: &[Class], source: &Source) -> BTreeSet<String> {
    let members = classes.iter().flat_map(|class| &class.members);
    let code = members.flat_map(|member| member.lines());
    let code = code.filter(|line| !line.trim_start().starts_with(['*', '/']));
    let code = code.chain(classes.iter().map(|class| class.declaration.as_str()));
    let words = code.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
    let words: BTreeSet<&str> = words.collect();
    let natives = source.surface.inputs.iter().map(|record| record.native);
    let natives = natives.map(|native| (native, format!("{INTERNAL}.{native}")));
    let others = [
        ("JavaDuration", "java.time.Duration as JavaDuration"),
        ("Instant", "java.time.Instant"),
        ("Duration", "kotlin.time.Duration"),
        ("toKotlinDuration", "kotlin.time.toKotlinDuration"),
    ];
    let others = others.map(|(name, import)| (name, import.to_owned()));
    natives.chain(others).filter(|(name, _)| words.contains(name)).map(|(_, it)| it).collect()
}

fn class(resource: &Resource<'_>, source: &Source) -> Result<Class, String> {
    let paragraphs = resource.paragraphs.iter();
    let paragraphs = paragraphs.map(|text| source.operation_text(resource, text, &KDoc));
    let paragraphs = paragraphs.collect::<Result<Vec<_>, String>>()?;
    let mut members = Vec::new();
    for operation in &resource.operations {
        members.push(method(resource, operation, source)?);
        members.extend(overload(resource, operation));
    }
    Ok(Class {
        doc: kdoc::comment(0, &paragraphs, &[]),
        declaration: declaration(resource, "", "private val connection: Connection"),
        members,
    })
}

fn method(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<String, String> {
    let parameters = all(operation).map(|it| parameters::declared(it, Form::First)).collect();
    let (texts, others) = parameters::checks(all(operation));
    let mut lines = vec![doc(resource, operation, source)?, signature(operation, parameters)];
    if !texts.is_empty() {
        lines.push(list(STATEMENT, "checkText(", &texts, ")"));
    }
    lines.extend(others.iter().map(|check| line(STATEMENT, check)));
    lines.extend(operation.passed.iter().filter_map(|passed| record(operation, passed)));
    lines.push(call(operation));
    lines.push(line(MEMBER, "}"));
    Ok(lines.join("\n"))
}

/// The parameters in the order in which Kotlin has them.
pub(super) fn all<'a>(operation: &'a Described<'_>) -> impl Iterator<Item = &'a Parameter> {
    operation.required().chain(operation.options())
}

fn signature(operation: &Described<'_>, mut parameters: Vec<String>) -> String {
    parameters.push("timeout: Duration? = null".to_owned());
    let output = match &operation.operation.output {
        Type::Unit => String::new(),
        output => format!(": {}", output.spelled(&TYPES)),
    };
    let before = format!("public suspend fun {}(", camel_case(operation.name));
    list(MEMBER, &before, &parameters, &format!("){output} {{"))
}

/// The statement that makes a record of the native library.
fn record(operation: &Described<'_>, passed: &Passed) -> Option<String> {
    let Passed::Record { record, argument, fields } = passed else { return None };
    let fields = fields.iter().filter_map(|(_, at)| operation.parameters.get(*at));
    let fields: Vec<String> = fields.map(parameters::converted).collect();
    Some(layout::value(STATEMENT, &camel_case(argument), record, &fields))
}

/// The statement that calls the native library.
fn call(operation: &Described<'_>) -> String {
    let arguments = operation.passed.iter().map(|passed| match passed {
        Passed::Parameter(at) => {
            operation.parameters.get(*at).map(parameters::converted).unwrap_or_default()
        }
        Passed::Record { argument, .. } => camel_case(argument),
    });
    let (class, after) = conversion(&operation.operation.output);
    let call = Call {
        class,
        function: camel_case(operation.operation.name),
        arguments: arguments.chain(["it".to_owned()]).collect(),
        after,
    };
    let keyword = if operation.operation.output == Type::Unit { "" } else { "return " };
    let before = format!("{keyword}connection.call(timeout) {{");
    let flat = format!("{before} {} }}", call.flat());
    if fits(STATEMENT, &flat) {
        return line(STATEMENT, &flat);
    }
    let call = call.laid_out(STATEMENT + 4);
    [line(STATEMENT, &before), call, line(STATEMENT, "}")].join("\n")
}

/// The class that a result is passed to, and what follows the call instead.
fn conversion(output: &Type) -> (Option<String>, String) {
    let reference = |kind: &Type| match kind {
        Type::Record(native) => Some(class_name(native).to_owned()),
        _ => None,
    };
    let after = match output {
        Type::Record(native) => return (Some(class_name(native).to_owned()), String::new()),
        Type::Optional(inner) => reference(inner).map(|class| format!("?.let(::{class})")),
        Type::List(inner) => reference(inner).map(|class| format!(".map(::{class})")),
        _ => None,
    };
    (None, after.unwrap_or_default())
}

/// The method with other types, which calls the first.
fn overload(resource: &Resource<'_>, operation: &Described<'_>) -> Option<String> {
    let first = all(operation).find(|it| parameters::has_alternative(it))?;
    let declared = |parameter: &Parameter| {
        // Without a default, so that a call without it means the first.
        if parameter.name == first.name {
            parameters::typed(parameter, Form::Second)
        } else {
            parameters::declared(parameter, Form::Second)
        }
    };
    let name = camel_case(operation.name);
    let doc = format!(
        "As the other [{}.{name}], {}.",
        resource.class,
        parameters::alternative_doc(first.kind)
    );
    let arguments = all(operation).map(parameters::in_first_form);
    let arguments: Vec<String> = arguments.chain(["timeout".to_owned()]).collect();
    let lines = [
        kdoc::comment(MEMBER, &[doc], &[]),
        signature(operation, all(operation).map(declared).collect()),
        list(STATEMENT, &format!("return {name}("), &arguments, ")"),
        line(MEMBER, "}"),
    ];
    Some(lines.join("\n"))
}

fn doc(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<String, String> {
    let paragraphs = operation.paragraphs.iter();
    let paragraphs = paragraphs.map(|text| source.operation_text(resource, text, &KDoc));
    let paragraphs = paragraphs.collect::<Result<Vec<_>, String>>()?;
    let mut tags = Vec::new();
    for parameter in all(operation) {
        let doc = markdown::uncapitalized(&source.parameter_doc(resource, parameter, &KDoc)?);
        let note = parameters::note(parameter.kind);
        tags.push(format!("@param {} {doc}{note}", camel_case(parameter.name)));
    }
    tags.push(format!("@param timeout {TIMEOUT}"));
    for (kind, condition) in &operation.errors {
        let condition = source.operation_text(resource, condition, &KDoc)?;
        tags.push(format!("@throws {} {condition}", kdoc::exception(kind)));
    }
    Ok(kdoc::comment(MEMBER, &paragraphs, &tags))
}

const TIMEOUT: &str = "the longest the call may take, if less than the client's deadline.";
