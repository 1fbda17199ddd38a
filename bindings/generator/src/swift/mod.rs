//! The generated records of the Swift package. They are laid out as swift-format would, so that no
//! Swift is needed to write them.

use askama::Template;

use crate::markdown::{self, Style};
use crate::model::{Field, Record, Spelling, Type};
use crate::names::{camel_case, class_name};
use crate::source::Source;

const FILE: &str = "swift/Sources/InfisicalE2EE/Generated/Records.swift";
/// The longest line, as for swift-format.
const LINE_LENGTH: usize = 100;

/// Records that users make, that have methods, or whose initializer can fail.
const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "DeniedPermission",
    "Member",
    "Role",
    "RolePermission",
    "SecretChange",
    "SecretFailure",
    "SecretHistory",
    "SecretList",
    "ServiceAccountPermission",
    "ServiceTokenInfo",
    "ServiceTokenScope",
    "SnapshotContents",
];

/// Nested records: SwiftUI has a type of the same name, which would shadow it in a view.
const NESTED: &[(&str, &str)] = &[("Environment", "Project"), ("Group", "Organization")];

/// Words that Swift writes in capitals, unless a name begins with them.
const ABBREVIATIONS: &[(&str, &str)] = &[("id", "ID"), ("ips", "IPs"), ("ttl", "TTL")];

const TYPES: Spelling = Spelling {
    unit: "Void",
    text: "String",
    bytes: "Data",
    integer: "Int",
    number: "Duration",
    flag: "Bool",
    progress: "(Int, Int) -> Void",
    error: "InfisicalError",
    optional: |inner| format!("{inner}?"),
    list: |inner| format!("[{inner}]"),
    record: full_name,
};

#[derive(Template)]
#[template(path = "swift/records.swift.txt", escape = "none")]
struct Records {
    records: Vec<Struct>,
}

struct Struct {
    name: &'static str,
    native: &'static str,
    /// The record that contains it.
    parent: Option<&'static str>,
    margin: &'static str,
    doc: String,
    is_identifiable: bool,
    fields: Vec<Property>,
}

struct Property {
    name: String,
    annotation: String,
    doc: String,
    value: String,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let records = source.returned(HAND_WRITTEN).map(|record| structure(record, source));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let text = Records { records }.render().map_err(|error| error.to_string())?;
    Ok(vec![(FILE.to_owned(), text)])
}

fn structure(record: &Record, source: &Source) -> Result<Struct, String> {
    let parent = parent(record.name);
    let margin = if parent.is_some() { "    " } else { "" };
    let property = |field: &Field| {
        Ok(Property {
            name: swift_case(field.name),
            annotation: if field.instant { "Date?".to_owned() } else { field.kind.spelled(&TYPES) },
            doc: comment(&source.field_doc(record, field, &DocC)?, &format!("{margin}    ")),
            value: value(field),
        })
    };
    Ok(Struct {
        name: record.name,
        native: record.native,
        parent,
        margin,
        doc: comment(&source.record_doc(record, &DocC)?, margin),
        is_identifiable: record.fields.iter().any(|it| it.name == "id" && it.kind == Type::Text),
        fields: record.fields.iter().map(property).collect::<Result<_, String>>()?,
    })
}

fn parent(name: &str) -> Option<&'static str> {
    NESTED.iter().find(|(nested, _)| *nested == name).map(|(_, parent)| *parent)
}

/// The name of a record anywhere.
fn full_name(native: &str) -> String {
    let name = class_name(native);
    parent(name).map_or(name.to_owned(), |parent| format!("{parent}.{name}"))
}

/// `secret_id` as `secretID`.
fn swift_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| match ABBREVIATIONS.iter().find(|(plain, _)| *plain == word) {
        Some((_, capitals)) => name + capitals,
        None => camel_case(&format!("{name}_{word}")),
    })
}

fn value(field: &Field) -> String {
    let native = format!("native.{}", camel_case(field.name));
    if field.instant {
        return format!("date({native})");
    }
    match &field.kind {
        Type::Optional(kind) | Type::List(kind) => match made(kind, "$0") {
            Some(made) => format!("{native}.map {{ {made} }}"),
            None => native,
        },
        kind => made(kind, &native).unwrap_or(native),
    }
}

/// Converts a value from the native library; `None` if it needs no conversion.
fn made(kind: &Type, native: &str) -> Option<String> {
    match kind {
        Type::Integer => Some(format!("Int({native})")),
        Type::Number => Some(format!(".seconds({native})")),
        Type::Error => Some(format!("InfisicalError({native})")),
        Type::Record(class) => Some(format!("{}({native})", full_name(class))),
        _ => None,
    }
}

struct DocC;

impl Style for DocC {
    const COUNTS_SECONDS: bool = false;
    const FORBIDDEN: &'static [&'static str] = &[];

    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`nil`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("``InfisicalError/{}(_:)``", markdown::uncapitalized(kind))
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!("``{record}/{}``", swift_case(field))
    }

    fn operation(&self, resource: &str, name: &str) -> String {
        format!("`{}.{}`", camel_case(resource), swift_case(name))
    }

    fn name(&self, name: &str) -> String {
        swift_case(name)
    }
}

fn comment(text: &str, margin: &str) -> String {
    let lines = markdown::wrapped(text, LINE_LENGTH - margin.len() - 4);
    let lines: Vec<String> = lines.iter().map(|line| format!("{margin}/// {line}")).collect();
    lines.join("\n")
}
