//! The classes of operations, such as `Folders`.

use askama::Template;

use super::documentation::{TsDoc, block, paragraph, tag};
use super::options::{self, Interface};
use super::types::{self, name};
use super::{Import, hand_written, imports, kinds, records, rendered};
use crate::markdown;
use crate::model::Type;
use crate::names::camel_case;
use crate::operations::{Described, Kind, Parameter, Passed, Resource};
use crate::source::Source;

#[derive(Template)]
#[template(path = "node/resource.ts.txt", escape = "none")]
struct Module {
    imports: Vec<Import>,
    interfaces: Vec<Interface>,
    doc: String,
    class: String,
    methods: Vec<Method>,
}

struct Method {
    doc: String,
    name: String,
    parameters: Vec<String>,
    output: String,
    statements: Vec<String>,
}

/// Methods that do nothing without an option.
const NEED_OPTIONS: &[&str] = &[
    "duplicate",
    "move",
    "propose_update",
    "update",
    "update_token_auth",
    "update_universal_auth",
];

/// Examples of operations, by name.
const EXAMPLES: &[(&str, &[&str])] = &[
    (
        "roles.create",
        &[
            "await client.roles.create(\"tester\", \"Tester\", {",
            "  permissions: [",
            "    {",
            "      subject: \"secrets\",",
            "      actions: [\"read\", \"edit\"],",
            "      conditions: { environment: \"staging\" },",
            "    },",
            "  ],",
            "});",
        ],
    ),
    (
        "projects.rotate_key",
        &[
            "const plan = await client.projects.rotateKey(id, { dryRun: true });",
            "for (const member of plan.members) console.log(member.email, member.publicKeyFingerprint);",
            "const { warning } = await client.projects.rotateKey(id);",
        ],
    ),
    (
        "secrets.set_many",
        &[
            "const values = { DB_URL: url, DB_USER: \"app\" };",
            "const result = await client.secrets.setMany(values, { dryRun: true });",
            "for (const { name, action } of result) console.log(action, name);",
        ],
    ),
];

/// A module for each resource, by its name.
pub(super) fn modules(source: &Source) -> Result<Vec<(String, String)>, String> {
    let resources = source.resources()?;
    let module = |resource: &Resource<'_>| {
        Ok((resource.name.replace('_', "-"), rendered(&module(resource, source)?)?))
    };
    resources.iter().map(module).collect()
}

fn module(resource: &Resource<'_>, source: &Source) -> Result<Module, String> {
    let mut interfaces: Vec<Interface> = Vec::new();
    let mut methods = Vec::new();
    for operation in &resource.operations {
        let interface = options::of_operation(resource, operation, source)?;
        let is_new = |it: &Interface| interfaces.iter().all(|known| known.name != it.name);
        interfaces.extend(interface.filter(is_new));
        methods.push(method(resource, operation, source)?);
    }
    Ok(Module {
        imports: imported(&interfaces, &methods, source),
        interfaces,
        doc: class_doc(resource, source)?,
        class: resource.class.clone(),
        methods,
    })
}

fn imported(interfaces: &[Interface], methods: &[Method], source: &Source) -> Vec<Import> {
    let mut modules = hand_written();
    modules.push(("./options.js", options::exports()));
    modules.push(("./records.js", records::exports(source)));
    let code = methods.iter().flat_map(|method| &method.statements).map(String::as_str);
    let code: Vec<&str> = code.chain(interfaces.iter().flat_map(Interface::code)).collect();
    let annotations = methods.iter().flat_map(|method| method.parameters.iter());
    let annotations = annotations.chain(methods.iter().map(|method| &method.output));
    let annotations = annotations.map(String::as_str);
    let annotations = annotations.chain(interfaces.iter().flat_map(Interface::annotations));
    imports(&modules, &code, &annotations.collect::<Vec<_>>())
}

fn method(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<Method, String> {
    let parameter = |it: &Parameter| format!("{}: {}", name(it.name), kinds::annotation(it.kind));
    let mut parameters: Vec<String> = options::positional(operation).map(parameter).collect();
    let is_needed =
        NEED_OPTIONS.contains(&operation.name) || options::required(operation).next().is_some();
    let default = if is_needed { "" } else { " = {}" };
    parameters.push(format!("options: {}{default}", options::type_name(resource, operation)));
    let mut statements = checks(resource, operation);
    statements.extend(reading(operation));
    statements.extend(result(operation, source));
    Ok(Method {
        doc: method_doc(resource, operation, source)?,
        name: camel_case(operation.name),
        parameters,
        output: types::output(&operation.operation.output),
        statements,
    })
}

/// Statements that check arguments; errors about a secret name it.
fn checks(resource: &Resource<'_>, operation: &Described<'_>) -> Vec<String> {
    let is_about_secret =
        resource.name == "secrets" && options::positional(operation).any(|it| it.name == "name");
    let checked = options::positional(operation)
        .filter(|it| !(is_about_secret && it.name == "name"))
        .map(|it| match it.kind {
            Kind::NewValues => format!("const items = toNewValues({});", name(it.name)),
            kind => format!("{}(\"{1}\", {1});", kinds::check(kind), name(it.name)),
        });
    let mut checks: Vec<String> = checked.collect();
    let constant = options::constant(&options::type_name(resource, operation));
    let options = format!("checkOptions(options, {constant})");
    if !is_about_secret {
        checks.push(format!("options = {options};"));
        return checks;
    }
    if checks.is_empty() {
        return vec![format!("options = aboutSecret(name, () => {options});")];
    }
    let checks = checks.join("\n");
    vec![format!("options = aboutSecret(name, () => {{\n{checks}\nreturn {options};\n}});")]
}

/// Statements that read the options.
fn reading(operation: &Described<'_>) -> Vec<String> {
    let names: Vec<String> = options::options(operation).map(kinds::destructured).collect();
    let mut statements = Vec::new();
    if !names.is_empty() {
        statements.push(format!("const {{ {} }} = options;", names.join(", ")));
    }
    let required = options::required(operation);
    let check = |it: &Parameter| format!("{}(\"{1}\", {1});", kinds::check(it.kind), name(it.name));
    statements.extend(required.map(check));
    statements
}

/// Statements that make the call and return its result.
fn result(operation: &Described<'_>, source: &Source) -> Vec<String> {
    let mut arguments = vec!["call".to_owned()];
    arguments.extend(operation.passed.iter().map(|passed| argument(operation, passed)));
    let native = camel_case(operation.operation.name);
    let arguments = arguments.join(", ");
    let mut call = format!("run(options, (call) => this.#client.{native}({arguments}))");
    if let Some(progress) = operation.parameters.iter().find(|it| it.kind == Kind::Progress) {
        call = format!("withProgress({}, (tell) => {call})", name(progress.name));
    }
    let output = &operation.operation.output;
    if *output == Type::Unit {
        return vec![format!("await {call};")];
    }
    let converted = types::converted(output, "found", source);
    // The native module may give `undefined` in place of a result.
    let is_optional = matches!(output, Type::Optional(_));
    match converted {
        None if is_optional => vec![format!("return (await {call}) ?? null;")],
        None => vec![format!("return {call};")],
        Some(converted) if is_optional => {
            vec![format!("const found = (await {call}) ?? null;"), format!("return {converted};")]
        }
        Some(converted) => {
            vec![format!("const found = await {call};"), format!("return {converted};")]
        }
    }
}

/// An argument of the native module.
fn argument(operation: &Described<'_>, passed: &Passed) -> String {
    let value = |at: usize| operation.parameters.get(at).map(kinds::passed).unwrap_or_default();
    match passed {
        Passed::Parameter(at) => value(*at),
        Passed::Record { fields, .. } => {
            let fields = fields.iter().map(|(field, at)| (camel_case(field), value(*at)));
            let fields =
                fields.map(
                    |(field, value)| {
                        if field == value { field } else { format!("{field}: {value}") }
                    },
                );
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn class_doc(resource: &Resource<'_>, source: &Source) -> Result<String, String> {
    Ok(block(&paragraphs(resource, &resource.paragraphs, 0, source)?, 0))
}

fn method_doc(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<String, String> {
    let mut lines = paragraphs(resource, &operation.paragraphs, 2, source)?;
    lines.extend(example(operation.operation.path));
    let mut tags = Vec::new();
    for parameter in options::positional(operation) {
        let doc = source.parameter_doc(resource, parameter, &TsDoc)?;
        let doc = format!("{}{}", markdown::capitalized(&doc), kinds::note(parameter.kind));
        tags.extend(tag(&format!("@param {} - {doc}", name(parameter.name)), 2));
    }
    for (kind, condition) in &operation.errors {
        let condition = source.operation_text(resource, condition, &TsDoc)?;
        tags.extend(tag(&format!("@throws {{@link {kind}Error}} {condition}"), 2));
    }
    if !tags.is_empty() {
        lines.push(String::new());
    }
    lines.extend(tags);
    Ok(block(&lines, 2))
}

/// The lines of paragraphs, with an empty one between two.
fn paragraphs(
    resource: &Resource<'_>,
    paragraphs: &[String],
    indent: usize,
    source: &Source,
) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for (index, text) in paragraphs.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        lines.extend(paragraph(&source.operation_text(resource, text, &TsDoc)?, indent));
    }
    Ok(lines)
}

/// The lines of an operation's example, if it has one.
fn example(path: &str) -> Vec<String> {
    let Some((_, code)) = EXAMPLES.iter().find(|(known, _)| *known == path) else {
        return Vec::new();
    };
    let lines = ["", "```ts"].into_iter().chain(code.iter().copied()).chain(["```"]);
    lines.map(str::to_owned).collect()
}
