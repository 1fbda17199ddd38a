//! The generated module of the Node package.

use askama::Template;

use crate::documentation::Documentation;
use crate::markdown::{self, Style};
use crate::model::{Field, Record, Surface, Type};
use crate::names::{camel_case, class_name};

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

/// Texts of which TypeScript knows more than the table.
const REFINED: &[(&str, &str)] = &[
    ("DeniedPermission.permission", "Permission"),
    ("ServiceAccountPermission.permissions", "Permission[]"),
    ("ServiceTokenInfo.permissions", "Permission[]"),
];

/// What the module takes from those written by hand, and from which.
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
    /// How it is made of what the native module gives; `None` if it is the same.
    mapping: Option<Mapping>,
}

struct Property {
    name: String,
    annotation: String,
    doc: String,
}

/// A function that makes a record of what the native module gives.
struct Mapping {
    /// Fields with another name there.
    renamed: Vec<String>,
    /// `name: value` for each field that is not taken over as it is.
    fields: Vec<String>,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(
    surface: &Surface,
    documentation: &Documentation,
) -> Result<Vec<(String, String)>, String> {
    let records = surface
        .values
        .iter()
        .chain(&surface.records)
        .filter(|record| !HAND_WRITTEN.contains(&record.name))
        .map(|record| interface(record, surface, documentation))
        .collect::<Result<Vec<_>, String>>()?;
    let text = Records { imports: IMPORTS, records }.render();
    Ok(vec![(FILE.to_owned(), text.map_err(|error| error.to_string())?)])
}

fn interface(
    record: &Record,
    surface: &Surface,
    documentation: &Documentation,
) -> Result<Interface, String> {
    let style = TsDoc(surface);
    let doc = documentation.record(record.name, &style)?;
    let mut fields = Vec::new();
    for field in &record.fields {
        let doc = documentation.field(record.name, field.name, &style)?;
        let doc = if field.kind == Type::Number { markdown::in_seconds(&doc)? } else { doc };
        let doc = if field.instant { markdown::without_format(&doc) } else { doc };
        fields.push(Property {
            name: name(field),
            annotation: annotation(record, field),
            doc: comment(&doc, 2),
        });
    }
    Ok(Interface {
        name: record.name,
        native: record.native,
        doc: comment(&doc, 0),
        fields,
        mapping: mapping(record, surface),
    })
}

/// The name of a field. One that counts seconds says so.
fn name(field: &Field) -> String {
    let name = camel_case(field.name);
    if field.kind == Type::Number { format!("{name}Seconds") } else { name }
}

fn annotation(record: &Record, field: &Field) -> String {
    if let Some(refined) = refined(record, field) {
        return refined.to_owned();
    }
    if field.instant { "Date | null".to_owned() } else { written(&field.kind) }
}

fn refined(record: &Record, field: &Field) -> Option<&'static str> {
    let name = format!("{}.{}", record.name, field.name);
    REFINED.iter().find(|(refined, _)| *refined == name).map(|(_, refined)| *refined)
}

fn written(kind: &Type) -> String {
    match kind {
        Type::Unit => "void".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Bytes => "Uint8Array".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Flag => "boolean".to_owned(),
        Type::Progress => "(done: number, total: number) => void".to_owned(),
        Type::Error => "InfisicalError".to_owned(),
        Type::Record(native) => class_name(native).to_owned(),
        Type::Optional(kind) => format!("{} | null", written(kind)),
        Type::List(kind) => format!("{}[]", written(kind)),
    }
}

fn mapping(record: &Record, surface: &Surface) -> Option<Mapping> {
    let mut mapping = Mapping { renamed: Vec::new(), fields: Vec::new() };
    for field in &record.fields {
        let native = camel_case(field.name);
        let value = if field.kind == Type::Number {
            mapping.renamed.push(native.clone());
            Some(native)
        } else if field.instant {
            Some(format!("toDate(native.{native})"))
        } else if let Some(refined) = refined(record, field) {
            Some(format!("native.{native} as {refined}"))
        } else {
            mapped(&field.kind, &format!("native.{native}"), surface)
        };
        mapping.fields.extend(value.map(|value| format!("{}: {value}", name(field))));
    }
    (!mapping.fields.is_empty()).then_some(mapping)
}

/// The value of a type; `None` if it is what the native module gives.
fn mapped(kind: &Type, value: &str, surface: &Surface) -> Option<String> {
    match kind {
        Type::Optional(kind) => {
            mapped(kind, value, surface).map(|mapped| format!("{value} === null ? null : {mapped}"))
        }
        Type::List(kind) => {
            mapped(kind, "it", surface).map(|mapped| format!("{value}.map((it) => {mapped})"))
        }
        Type::Record(native) => {
            let class = class_name(native);
            if surface.confidential.iter().any(|record| record.native == native) {
                return Some(format!("new {class}({value})"));
            }
            let made = HAND_WRITTEN.contains(&class)
                || surface.record(native).is_some_and(|record| mapping(record, surface).is_some());
            made.then(|| format!("to{class}({value})"))
        }
        _ => None,
    }
}

struct TsDoc<'a>(&'a Surface);

impl Style for TsDoc<'_> {
    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`null`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn link(&self, target: &str) -> Option<String> {
        match target.split_once("::") {
            Some(("ErrorKind", kind)) => Some(format!("{{@link {kind}Error}}")),
            Some((record, field)) if self.0.has_field(record, field) => {
                Some(format!("{{@link {record}.{}}}", camel_case(field)))
            }
            _ => None,
        }
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
