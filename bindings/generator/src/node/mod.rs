//! The generated module of the Node package.

use askama::Template;

use crate::markdown::{self, Style};
use crate::model::{Field, Record, Spelling, Type};
use crate::names::{camel_case, class_name, pascal_case};
use crate::source::Source;

const FILE: &str = "node/src/generated/records.ts";
/// The longest line, as for prettier.
const LINE_LENGTH: usize = 100;

/// Records whose classes have methods or checks, and are written by hand.
const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "Role",
    "RolePermission",
    "SecretChange",
    "SecretFailure",
    "SecretHistory",
    "SecretList",
    "SnapshotContents",
];

const TYPES: Spelling = Spelling {
    unit: "void",
    text: "string",
    bytes: "Uint8Array",
    integer: "number",
    number: "number",
    flag: "boolean",
    progress: "(done: number, total: number) => void",
    error: "InfisicalError",
    optional: |inner| format!("{inner} | null"),
    list: |inner| format!("{inner}[]"),
    record: |native| class_name(native).to_owned(),
};

/// Imports from hand-written modules: names, module.
const IMPORTS: &[(&str, &str)] = &[
    ("AuditedSecret", "audit-logs"),
    ("type SecretFailure, toDate, toSecretFailure", "secret"),
    ("type Permission", "service-tokens"),
];

#[derive(Template)]
#[template(path = "node/records.ts.txt", escape = "none")]
struct Records {
    imports: &'static [(&'static str, &'static str)],
    records: Vec<Interface>,
}

struct Interface {
    name: &'static str,
    native: &'static str,
    doc: String,
    fields: Vec<Property>,
    /// How to convert it from the native module's object; `None` if that has the same form.
    mapping: Option<Mapping>,
}

struct Property {
    name: String,
    annotation: String,
    doc: String,
}

/// A function that converts a record from the native module's object.
struct Mapping {
    /// Fields that the native module names differently.
    renamed: Vec<String>,
    /// `name: value` for each field to convert.
    fields: Vec<String>,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let records = source.returned(HAND_WRITTEN).map(|record| interface(record, source));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let text = Records { imports: IMPORTS, records }.render();
    Ok(vec![(FILE.to_owned(), text.map_err(|error| error.to_string())?)])
}

fn interface(record: &Record, source: &Source) -> Result<Interface, String> {
    let property = |field: &Field| {
        Ok(Property {
            name: name(field),
            annotation: annotation(field),
            doc: comment(&source.field_doc(record, field, &TsDoc)?, 2),
        })
    };
    Ok(Interface {
        name: record.name,
        native: record.native,
        doc: comment(&source.record_doc(record, &TsDoc)?, 0),
        fields: record.fields.iter().map(property).collect::<Result<_, String>>()?,
        mapping: mapping(record, source),
    })
}

/// The name of a field. Names of durations end in `Seconds`.
fn name(field: &Field) -> String {
    let name = camel_case(field.name);
    if field.kind == Type::Number { format!("{name}Seconds") } else { name }
}

fn annotation(field: &Field) -> String {
    if field.instant { "Date | null".to_owned() } else { field.kind.spelled(&TYPES) }
}

fn mapping(record: &Record, source: &Source) -> Option<Mapping> {
    let mut mapping = Mapping { renamed: Vec::new(), fields: Vec::new() };
    for field in &record.fields {
        let native = camel_case(field.name);
        let value = if field.kind == Type::Number {
            mapping.renamed.push(native.clone());
            Some(native)
        } else if field.instant {
            Some(format!("toDate(native.{native})"))
        } else {
            mapped(&field.kind, &format!("native.{native}"), source)
        };
        mapping.fields.extend(value.map(|value| format!("{}: {value}", name(field))));
    }
    (!mapping.fields.is_empty()).then_some(mapping)
}

/// Converts a value from the native module; `None` if it needs no conversion.
fn mapped(kind: &Type, value: &str, source: &Source) -> Option<String> {
    match kind {
        Type::Permission => Some(format!("{value} as Permission")),
        Type::List(kind) if **kind == Type::Permission => Some(format!("{value} as Permission[]")),
        Type::Optional(kind) => {
            mapped(kind, value, source).map(|mapped| format!("{value} === null ? null : {mapped}"))
        }
        Type::List(kind) => {
            mapped(kind, "it", source).map(|mapped| format!("{value}.map((it) => {mapped})"))
        }
        Type::Record(native) => {
            let class = class_name(native);
            if source.is_confidential(native) {
                return Some(format!("new {class}({value})"));
            }
            let made = HAND_WRITTEN.contains(&class)
                || source.record(native).is_some_and(|record| mapping(record, source).is_some());
            made.then(|| format!("to{class}({value})"))
        }
        _ => None,
    }
}

struct TsDoc;

impl Style for TsDoc {
    const COUNTS_SECONDS: bool = true;
    const FORBIDDEN: &'static [&'static str] = &["*/"];

    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`null`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("{{@link {kind}Error}}")
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!("{{@link {record}.{}}}", camel_case(field))
    }

    fn operation(&self, resource: &str, name: &str) -> String {
        format!("{{@link {}.{}}}", pascal_case(resource), camel_case(name))
    }

    fn name(&self, name: &str) -> String {
        camel_case(name)
    }
}

/// A TSDoc comment at this indentation.
fn comment(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let line = format!("/** {text} */");
    if indent + line.chars().count() <= LINE_LENGTH {
        return line;
    }
    let lines = markdown::wrapped(text, LINE_LENGTH - indent - 3);
    let lines: Vec<String> = lines.iter().map(|line| format!("{margin} * {line}")).collect();
    format!("/**\n{}\n{margin} */", lines.join("\n"))
}
