//! The classes of results.

use std::collections::BTreeSet;

use askama::Template;

use super::kdoc::{self, KDoc};
use super::layout::{self, MEMBER};
use super::{HAND_WRITTEN, INTERNAL, PACKAGE, TYPES};
use crate::markdown;
use crate::model::{Field, Record, Surface, Type};
use crate::names::{camel_case, class_name};
use crate::source::Source;

#[derive(Template)]
#[template(path = "kotlin/records.kt.txt", escape = "none")]
struct Records {
    imports: BTreeSet<String>,
    records: Vec<DataClass>,
}

struct DataClass {
    name: &'static str,
    native: &'static str,
    doc: String,
    fields: Vec<Property>,
    members: Vec<String>,
}

struct Property {
    name: String,
    annotation: String,
    value: String,
}

/// The classes of times and durations.
const TIMES: &[&str] = &[
    "java.time.Instant",
    "kotlin.time.Duration",
    "kotlin.time.Duration.Companion.seconds",
    "kotlin.time.toJavaDuration",
];

/// All of them, by the path in the repository.
pub(super) fn file(source: &Source) -> Result<(String, String), String> {
    let Surface { confidential, secrets, .. } = &source.surface;
    let with_secrets = confidential.iter().chain(secrets);
    let with_secrets = with_secrets.filter(|record| !HAND_WRITTEN.contains(&record.name));
    let records = source.returned(HAND_WRITTEN).chain(with_secrets);
    let records = records.map(|record| data_class(record, source));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let native = records.iter().map(|it| format!("{INTERNAL}.{}", it.native));
    let imports = native.chain(TIMES.iter().map(|&name| name.to_owned())).collect();
    let text = Records { imports, records }.render().map_err(|error| error.to_string())?;
    Ok((format!("{PACKAGE}/generated/Records.kt"), text))
}

fn data_class(record: &Record, source: &Source) -> Result<DataClass, String> {
    let mut tags = Vec::new();
    let mut fields = Vec::new();
    for field in &record.fields {
        let doc = markdown::uncapitalized(&source.field_doc(record, field, &KDoc)?);
        tags.push(format!("@property {} {doc}", name_of(field)));
        fields.push(property(field));
    }
    let doc = kdoc::comment(0, &[source.record_doc(record, &KDoc)?], &tags);
    let members = in_java(record).chain(without_secrets(record)).collect();
    Ok(DataClass { name: record.name, native: record.native, doc, fields, members })
}

fn property(field: &Field) -> Property {
    let annotation = match field.kind {
        _ if field.instant => "Instant?".to_owned(),
        _ if is_secret_type(field) => "SecretType".to_owned(),
        _ => field.kind.spelled(&TYPES),
    };
    Property { name: name_of(field), annotation, value: value(field) }
}

/// The name of a field's property.
pub(super) fn name_of(field: &Field) -> String {
    if is_secret_type(field) { "type".to_owned() } else { camel_case(field.name) }
}

/// Whether a field says whose a secret is. Its name is a keyword in Rust.
fn is_secret_type(field: &Field) -> bool {
    field.name == "kind"
}

/// Functions that give durations to Java.
fn in_java(record: &Record) -> impl Iterator<Item = String> {
    let optional = Type::Optional(Box::new(Type::Number));
    let is_duration = move |field: &&Field| field.kind == Type::Number || field.kind == optional;
    record.fields.iter().filter(is_duration).map(|field| {
        let name = camel_case(field.name);
        let or_none = if field.kind == Type::Number { "" } else { "?" };
        let signature = format!("public fun {name}AsJavaDuration(): java.time.Duration{or_none} =");
        let value = format!("{name}{or_none}.toJavaDuration()");
        let function = layout::assigned(MEMBER, &signature, &value);
        format!("    /** [{name}] for Java. */\n{function}")
    })
}

/// The `toString` of a record with secrets.
fn without_secrets(record: &Record) -> Option<String> {
    let (secret, shown): (Vec<&Field>, Vec<_>) = record.fields.iter().partition(|it| it.secret);
    let secret: Vec<String> = secret.iter().map(|it| camel_case(it.name)).collect();
    if secret.is_empty() {
        return None;
    }
    let shown = shown.iter().map(|it| format!("{0}=${0}", name_of(it)));
    let text = format!("\"{}({})\"", record.name, shown.collect::<Vec<_>>().join(", "));
    let function = layout::assigned(MEMBER, "override fun toString(): String =", &text);
    Some(format!("    /** Everything but {}. */\n{function}", secret.join(" and ")))
}

/// Converts a field from the native library's object.
fn value(field: &Field) -> String {
    let native = format!("native.{}", camel_case(field.name));
    match &field.kind {
        _ if is_secret_type(field) => format!("SecretType.known({native})"),
        _ if field.instant => format!("toInstant({native})"),
        Type::Number => format!("{native}.seconds"),
        Type::Error => format!("{native}.toInfisicalException()"),
        Type::Record(class) => format!("{}({native})", class_name(class)),
        Type::Optional(kind) => match &**kind {
            Type::Record(class) => format!("{native}?.let(::{})", class_name(class)),
            Type::Number => format!("{native}?.seconds"),
            _ => native,
        },
        Type::List(kind) => match &**kind {
            Type::Permission => format!("{native}.mapTo(LinkedHashSet(), Permission::known)"),
            Type::Record(class) => format!("{native}.map(::{})", class_name(class)),
            _ => native,
        },
        _ => native,
    }
}
