//! The structs of results.

use askama::Template;

use super::documentation::{DocC, comment, paragraphs};
use super::types::{self, HAND_WRITTEN};
use super::{FOLDER, layout};
use crate::model::{Field, Record, Type};
use crate::source::Source;

#[derive(Template)]
#[template(path = "swift/records.swift.txt", escape = "none")]
struct File {
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
    is_fallible: bool,
    fields: Vec<Property>,
    printing: Option<Printing>,
}

struct Property {
    name: String,
    annotation: String,
    doc: String,
    value: String,
}

/// How a struct that holds secrets is printed.
struct Printing {
    extension: String,
    description: String,
    mirror: String,
}

/// The file of records, by its path in the repository.
pub(super) fn file(source: &Source, style: &DocC<'_>) -> Result<(String, String), String> {
    let confidential = source.surface.confidential.iter().chain(&source.surface.secrets);
    // A function gives these as tuples.
    let confidential = confidential
        .filter(|record| !HAND_WRITTEN.contains(&record.name) && record.name != "NamedSecret");
    let records = source.returned(HAND_WRITTEN).chain(confidential);
    let records = records.map(|record| structure(record, source, style));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let text = File { records }.render().map_err(|error| error.to_string())?;
    Ok((format!("{FOLDER}/Records.swift"), text))
}

fn structure(record: &Record, source: &Source, style: &DocC<'_>) -> Result<Struct, String> {
    let parent = types::parent(record.name);
    let margin = if parent.is_some() { "    " } else { "" };
    let property = |field: &Field| {
        Ok(Property {
            name: types::field_name(field.name),
            annotation: types::annotation(field),
            doc: comment(&source.field_doc(record, field, style)?, &format!("{margin}    ")),
            value: types::field_value(source, field),
        })
    };
    let printing = record.fields.iter().any(|it| it.secret).then(|| printing(record, source));
    let doc = source.record_doc(record, style)?;
    let hidden = printing.is_some().then(|| hidden(record));
    Ok(Struct {
        name: record.name,
        native: record.native,
        parent,
        margin,
        doc: paragraphs([doc.as_str()].into_iter().chain(hidden.as_deref()), margin),
        is_identifiable: record.fields.iter().any(|it| it.name == "id" && it.kind == Type::Text),
        is_fallible: types::is_fallible(source, record),
        fields: record.fields.iter().map(property).collect::<Result<_, String>>()?,
        printing,
    })
}

/// What the documentation says of the fields that nothing prints.
fn hidden(record: &Record) -> String {
    let secrets = record.fields.iter().filter(|it| it.secret);
    let secrets: Vec<String> =
        secrets.map(|it| format!("``{}``", types::field_name(it.name))).collect();
    format!(
        "`print`, `dump`, string interpolation and `Mirror` do not show {}.",
        secrets.join(" or ")
    )
}

fn printing(record: &Record, source: &Source) -> Printing {
    let description = match identification(record, source) {
        Some(name) => format!("{}(\\({name}))", record.name),
        None => record.name.to_owned(),
    };
    Printing {
        extension: layout::printing_extension(record.name),
        description,
        mirror: mirror(record),
    }
}

/// The name or id by which a struct is printed: its own, or that of its field `info`.
fn identification(record: &Record, source: &Source) -> Option<String> {
    let own = ["name", "id"].iter().find(|name| record.fields.iter().any(|it| it.name == **name));
    if let Some(name) = own {
        return Some((*name).to_owned());
    }
    let info = record.fields.iter().find(|it| it.name == "info")?;
    let Type::Record(native) = &info.kind else { return None };
    Some(format!("info.{}", identification(source.any_record(native)?, source)?))
}

/// A mirror of everything but the secrets.
fn mirror(record: &Record) -> String {
    let shown = record.fields.iter().filter(|it| !it.secret);
    let children = shown.map(|field| {
        let name = types::field_name(field.name);
        let cast = if types::annotation(field).ends_with('?') { " as Any" } else { "" };
        format!("\"{name}\": {name}{cast}")
    });
    layout::mirror(8, &children.collect::<Vec<_>>())
}
