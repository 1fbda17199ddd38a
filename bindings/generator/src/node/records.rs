//! The interfaces of results, and how they are made from the native module's objects.

use askama::Template;

use super::confidential::{self, Class};
use super::documentation::{TsDoc, comment};
use super::types::{self, HAND_WRITTEN};
use super::{Import, hand_written, imports, rendered};
use crate::model::{Field, Record};
use crate::names::camel_case;
use crate::source::Source;

#[derive(Template)]
#[template(path = "node/records.ts.txt", escape = "none")]
struct Records {
    imports: Vec<Import>,
    records: Vec<Interface>,
    classes: Vec<Class>,
}

struct Interface {
    name: &'static str,
    native: &'static str,
    doc: String,
    fields: Vec<Property>,
    /// How to convert it from the native module's object; `None` if that has the same form.
    mapping: Option<Mapping>,
}

pub(super) struct Property {
    pub(super) name: String,
    pub(super) annotation: String,
    pub(super) doc: String,
}

/// A function that converts a record from the native module's object.
struct Mapping {
    /// Fields that the native module names differently.
    renamed: Vec<String>,
    /// `name: value` for each field to convert.
    fields: Vec<String>,
}

/// The module of all results.
pub(super) fn module(source: &Source) -> Result<String, String> {
    let records = interfaces(source).map(|record| interface(record, source));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let classes = confidential::records(source).map(|record| confidential::class(record, source));
    let classes = classes.collect::<Result<Vec<_>, String>>()?;
    let code = records.iter().filter_map(|record| record.mapping.as_ref());
    let code = code.flat_map(|mapping| &mapping.fields);
    let code = code.chain(classes.iter().flat_map(Class::code)).map(String::as_str);
    let fields = records.iter().flat_map(|record| &record.fields);
    let fields = fields.chain(classes.iter().flat_map(Class::properties));
    let annotations = fields.map(|field| field.annotation.as_str());
    let imports =
        imports(&hand_written(), &code.collect::<Vec<_>>(), &annotations.collect::<Vec<_>>());
    rendered(&Records { imports, records, classes })
}

/// Results that are generated as interfaces.
fn interfaces(source: &Source) -> impl Iterator<Item = &Record> {
    let failures = source.surface.secrets.iter().filter(|record| record.name == "SecretFailure");
    source.returned(HAND_WRITTEN).chain(failures)
}

/// The names that the module exports: interfaces and classes, and functions that convert.
pub(super) fn exports(source: &Source) -> Vec<String> {
    let classes = confidential::records(source).map(|record| record.name.to_owned());
    let names = interfaces(source).map(|record| record.name.to_owned());
    let converted = interfaces(source).filter(|record| mapping(record, source).is_some());
    let functions = converted.map(|record| format!("to{}", record.name));
    classes.chain(names).chain(functions).collect()
}

fn interface(record: &Record, source: &Source) -> Result<Interface, String> {
    let fields = record.fields.iter().map(|field| property(record, field, source));
    Ok(Interface {
        name: record.name,
        native: record.native,
        doc: comment(&source.record_doc(record, &TsDoc)?, 0),
        fields: fields.collect::<Result<_, String>>()?,
        mapping: mapping(record, source),
    })
}

pub(super) fn property(
    record: &Record,
    field: &Field,
    source: &Source,
) -> Result<Property, String> {
    Ok(Property {
        name: types::name(field.name),
        annotation: types::annotation(record.name, field),
        doc: comment(&source.field_doc(record, field, &TsDoc)?, 2),
    })
}

fn mapping(record: &Record, source: &Source) -> Option<Mapping> {
    let mut mapping = Mapping { renamed: Vec::new(), fields: Vec::new() };
    for field in &record.fields {
        let (name, native) = (types::name(field.name), camel_case(field.name));
        let value = if name == native {
            types::field_value(record.name, field, source)
        } else {
            mapping.renamed.push(native.clone());
            Some(native)
        };
        mapping.fields.extend(value.map(|value| format!("{name}: {value}")));
    }
    (!mapping.fields.is_empty()).then_some(mapping)
}
