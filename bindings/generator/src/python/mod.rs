//! The generated modules of the Python package.

mod docstrings;
mod parameters;
mod resources;
mod types;

use std::collections::BTreeSet;

use askama::Template;

use crate::model::{Argument, Field, Operation, Record, Surface};
use crate::source::Source;
use docstrings::{Docstring, docstring};
use types::{CONVERTED, Direction, HAND_WRITTEN, annotation, field_name, input_name};

const PACKAGE: &str = "python/src/infisical_e2ee";
/// The longest line, as for ruff.
const LINE_LENGTH: usize = 100;

/// A class as the templates write it.
struct Class {
    name: String,
    doc: String,
    fields: Vec<Attribute>,
}

struct Attribute {
    name: String,
    annotation: String,
    doc: String,
}

/// A method or function as the template writes it.
struct Signature {
    name: String,
    arguments: Vec<String>,
    output: String,
}

#[derive(Template)]
#[template(path = "python/init.py.txt", escape = "none")]
struct Init;

#[derive(Template)]
#[template(path = "python/inputs.py.txt", escape = "none")]
struct Inputs {
    types: Vec<&'static str>,
    records: Vec<Class>,
}

#[derive(Template)]
#[template(path = "python/records.py.txt", escape = "none")]
struct Records {
    exported: Vec<String>,
    natives: Vec<&'static str>,
    types: Vec<&'static str>,
    records: Vec<Class>,
}

#[derive(Template)]
#[template(path = "python/documentation.rs.txt", escape = "none")]
struct Documentation {
    /// `Class` or `Class.field`, and what it is.
    texts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "python/native.pyi.txt", escape = "none")]
struct NativeStub {
    inputs: Vec<String>,
    types: Vec<String>,
    exported: Vec<String>,
    functions: Vec<Signature>,
    classes: Vec<Class>,
    operations: Vec<Signature>,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let surface = &source.surface;
    let render = |rendered: askama::Result<String>| rendered.map_err(|error| error.to_string());
    let mut files = vec![
        (format!("{PACKAGE}/_generated/__init__.py"), render(Init.render())?),
        (format!("{PACKAGE}/_generated/inputs.py"), render(inputs(surface).render())?),
        (format!("{PACKAGE}/_generated/records.py"), render(records(source)?.render())?),
        (format!("{PACKAGE}/_native.pyi"), render(native_stub(source)?.render())?),
    ];
    let text = render(documentation(source)?.render())?;
    files.push(("bindings/python/src/documentation.rs".to_owned(), text));
    files.extend(resources::files(source)?);
    Ok(files)
}

fn inputs(surface: &Surface) -> Inputs {
    let inputs = surface.inputs.iter().filter(|record| !HAND_WRITTEN.contains(&record.name));
    let values = surface.values.iter().filter(|record| CONVERTED.contains(&record.name));
    let records = inputs
        .chain(values)
        .map(|record| Class {
            name: input_name(record),
            doc: String::new(),
            fields: attributes(record, Direction::Input),
        })
        .collect::<Vec<_>>();
    Inputs { types: used(&records, types::NAMES_OF_TYPES), records }
}

fn records(source: &Source) -> Result<Records, String> {
    let secrets = source.surface.secrets.iter();
    let (natives, failures): (Vec<&Record>, Vec<&Record>) =
        secrets.chain(&source.surface.confidential).partition(|record| types::is_native(record));
    let records = source.returned(HAND_WRITTEN).chain(failures);
    let records = records
        .map(|record| class(record, Direction::Output, 4, source))
        .collect::<Result<Vec<_>, String>>()?;
    let natives = natives.iter().map(|record| record.name).collect::<Vec<_>>();
    let mut exported: Vec<String> = records.iter().map(|record| record.name.clone()).collect();
    exported.sort_unstable();
    Ok(Records {
        exported,
        natives: used(&records, &natives),
        types: used(&records, types::NAMES_OF_TYPES),
        records,
    })
}

/// A class with its documentation; that of a field is indented by this many spaces.
fn class(
    record: &Record,
    direction: Direction,
    indent: usize,
    source: &Source,
) -> Result<Class, String> {
    let mut class = Class {
        name: record.name.to_owned(),
        doc: docstring(&source.record_doc(record, &Docstring)?, 4),
        fields: attributes(record, direction),
    };
    for (attribute, field) in class.fields.iter_mut().zip(&record.fields) {
        attribute.doc = docstring(&source.field_doc(record, field, &Docstring)?, indent);
    }
    Ok(class)
}

/// Of the classes that the native module defines.
fn documentation(source: &Source) -> Result<Documentation, String> {
    let secrets = source.surface.secrets.iter().chain(&source.surface.confidential);
    let mut texts = Vec::new();
    for record in secrets.filter(|it| types::is_native(it)) {
        texts.push((record.name.to_owned(), source.record_doc(record, &Docstring)?));
        for field in &record.fields {
            let name = format!("{}.{}", record.name, field.name);
            texts.push((name, source.field_doc(record, field, &Docstring)?));
        }
    }
    let escaped = |(name, text): (String, String)| (name, text.replace('"', "\\\""));
    Ok(Documentation { texts: texts.into_iter().map(escaped).collect() })
}

fn native_stub(source: &Source) -> Result<NativeStub, String> {
    let surface = &source.surface;
    let classes = surface.confidential.iter().chain(&surface.secrets);
    let classes = classes.filter(|record| types::is_native(record));
    let classes = classes.map(|record| class(record, Direction::Native, 8, source));
    let classes = classes.collect::<Result<Vec<_>, String>>()?;
    let functions: Vec<Signature> = surface.functions.iter().map(signature).collect();
    let operations: Vec<Signature> = surface.operations.iter().map(signature).collect();

    let mut exported: BTreeSet<String> = classes.iter().map(|class| class.name.clone()).collect();
    exported.extend(["Call", "Client", "error_codes"].map(str::to_owned));
    exported.extend(functions.iter().map(|function| function.name.clone()));

    let (by_hand, inputs): (Vec<&Record>, Vec<&Record>) =
        surface.inputs.iter().partition(|record| HAND_WRITTEN.contains(&record.name));
    let types = surface.values.iter().chain(&surface.records).chain(by_hand);
    let types = types.map(|record| record.name.to_owned());
    let types = types.chain(types::NAMES_OF_TYPES.iter().map(|&name| name.to_owned()));
    let words = words(operations.iter().chain(&functions), &classes);
    let named = |names: BTreeSet<String>| names.intersection(&words).cloned().collect();
    Ok(NativeStub {
        inputs: named(inputs.into_iter().map(input_name).collect()),
        types: named(types.collect()),
        exported: exported.into_iter().collect(),
        functions,
        classes,
        operations,
    })
}

/// Every name that annotations use.
fn words<'a>(
    signatures: impl Iterator<Item = &'a Signature>,
    classes: &[Class],
) -> BTreeSet<String> {
    let of_classes = classes.iter().flat_map(|class| &class.fields).map(|field| &field.annotation);
    let of_signatures =
        signatures.flat_map(|signature| signature.arguments.iter().chain([&signature.output]));
    let texts = of_signatures.chain(of_classes).map(String::as_str);
    // The template uses this name itself.
    words_of(texts.chain(["ClientOptions"])).into_iter().map(str::to_owned).collect()
}

/// The words of code.
fn words_of<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '_')).collect()
}

fn signature(operation: &Operation) -> Signature {
    let argument =
        |argument: &Argument| format!("{}: {}", argument.name, types::argument(&argument.kind));
    Signature {
        name: operation.name.to_owned(),
        arguments: operation.arguments.iter().map(argument).collect(),
        output: types::output(&operation.output),
    }
}

fn attributes(record: &Record, direction: Direction) -> Vec<Attribute> {
    let attribute = |field: &Field| Attribute {
        name: field_name(field, direction).to_owned(),
        annotation: annotation(record, field, direction),
        doc: String::new(),
    };
    record.fields.iter().map(attribute).collect()
}

/// Those of the names that the classes' annotations use.
fn used(classes: &[Class], names: &[&'static str]) -> Vec<&'static str> {
    let is_used = |name: &&str| {
        let fields = classes.iter().flat_map(|class| &class.fields);
        fields.into_iter().any(|field| {
            field.annotation.split(|c: char| !c.is_alphanumeric()).any(|word| word == *name)
        })
    };
    let defined = |name: &&str| classes.iter().any(|class| class.name == *name);
    let mut found: Vec<&str> =
        names.iter().copied().filter(|name| is_used(name) && !defined(name)).collect();
    found.sort_unstable();
    found
}
