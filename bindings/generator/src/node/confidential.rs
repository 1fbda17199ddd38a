//! The classes of results with a field that nothing prints.

use super::documentation::{TsDoc, comment};
use super::records::{Property, property};
use super::types;
use crate::model::{Record, Type};
use crate::names::camel_case;
use crate::source::Source;

/// A class as the template writes it.
pub(super) struct Class {
    pub(super) name: &'static str,
    pub(super) native: &'static str,
    pub(super) doc: String,
    /// Fields that may be printed.
    pub(super) open: Vec<Property>,
    /// Fields that may not.
    pub(super) secret: Vec<Property>,
    /// The fields that may not be printed, in words.
    pub(super) hidden: String,
    /// The name in it, as an expression, if there is one.
    pub(super) label: Option<&'static str>,
    /// Statements that set the fields.
    pub(super) assignments: Vec<String>,
}

impl Class {
    pub(super) fn code(&self) -> impl Iterator<Item = &String> {
        self.assignments.iter()
    }

    pub(super) fn properties(&self) -> impl Iterator<Item = &Property> {
        self.open.iter().chain(&self.secret)
    }
}

/// The records that are generated as classes. Parsed files are maps in this language.
pub(super) fn records(source: &Source) -> impl Iterator<Item = &Record> {
    source.surface.confidential.iter().filter(|record| record.name != "NamedSecret")
}

pub(super) fn class(record: &Record, source: &Source) -> Result<Class, String> {
    let properties = |secret: bool| {
        let fields = record.fields.iter().filter(|field| field.secret == secret);
        fields.map(|field| property(record, field, source)).collect::<Result<Vec<_>, String>>()
    };
    let secret = properties(true)?;
    let hidden = secret.iter().map(|field| format!("`{}`", field.name)).collect::<Vec<_>>();
    let assignments = record.fields.iter().map(|field| {
        let native = format!("native.{}", camel_case(field.name));
        let value = types::field_value(record.name, field, source).unwrap_or(native);
        let mark = if field.secret { "#" } else { "" };
        format!("this.{mark}{} = {value};", types::name(field.name))
    });
    Ok(Class {
        name: record.name,
        native: record.native,
        doc: comment(&source.record_doc(record, &TsDoc)?, 0),
        open: properties(false)?,
        secret,
        hidden: hidden.join(" and "),
        label: label(record, source),
        assignments: assignments.collect(),
    })
}

/// The name of a record, or of what is known of it.
fn label(record: &Record, source: &Source) -> Option<&'static str> {
    let is_named = |record: &Record| record.fields.iter().any(|field| field.name == "name");
    if is_named(record) {
        return Some("this.name");
    }
    let info = record.fields.iter().find(|field| field.name == "info")?;
    let Type::Record(native) = &info.kind else { return None };
    source.record(native).is_some_and(is_named).then_some("this.info.name")
}
