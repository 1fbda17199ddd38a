//! The input of the generator: the tables, and core's documentation.

use std::path::Path;

use crate::documentation::Documentation;
use crate::markdown::{self, Names, Style};
use crate::model::{Field, Record, Surface, Type};
use crate::names::{class_name, pascal_case};
use crate::operations::{self, Kind, Parameter, Resource};
use crate::tables;

/// The tables of `bindings/surface` with the documentation of core.
pub(crate) struct Source {
    pub(crate) surface: Surface,
    documentation: Documentation,
}

impl Source {
    /// Reads both, in the repository at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let fingerprints = root.join("crypto/src/fingerprint.rs");
        let documentation = Documentation::read(&root.join("core/src"), &[fingerprints])?;
        Ok(Self { surface: tables::surface(), documentation })
    }

    /// The records that operations return and that hold no secrets, except those written by hand.
    pub(crate) fn returned<'a>(
        &'a self,
        by_hand: &'a [&str],
    ) -> impl Iterator<Item = &'a Record> + use<'a> {
        let records = self.surface.values.iter().chain(&self.surface.records);
        records.filter(|record| !by_hand.contains(&record.name))
    }

    /// A returned record that holds no secrets, by its name at the border.
    pub(crate) fn record(&self, native: &str) -> Option<&Record> {
        self.returned(&[]).find(|record| record.native == native)
    }

    /// A returned record of any kind, by its name at the border.
    pub(crate) fn any_record(&self, native: &str) -> Option<&Record> {
        let Surface { confidential, secrets, .. } = &self.surface;
        let mut records = self.returned(&[]).chain(confidential).chain(secrets);
        records.find(|record| record.native == native)
    }

    /// Whether a record holds secrets, by its name at the border.
    pub(crate) fn is_confidential(&self, native: &str) -> bool {
        self.surface.confidential.iter().any(|record| record.native == native)
    }

    /// The documentation of a record, in a language's style.
    ///
    /// # Errors
    /// Names the record if core does not document it, or if the language cannot render it.
    pub(crate) fn record_doc(&self, record: &Record, style: &impl Style) -> Result<String, String> {
        let text = self.documentation.of_record(record.name).or_else(|| text_of(record.name));
        self.rendered(text, record.name, style)
    }

    /// The documentation of a field, in the same way. Languages have a type for times, and some count
    /// the seconds of durations.
    pub(crate) fn field_doc<S: Style>(
        &self,
        record: &Record,
        field: &Field,
        style: &S,
    ) -> Result<String, String> {
        let name = format!("{}.{}", record.name, field.name);
        let text = self.documentation.of_field(record.name, field.name);
        let text = text.or_else(|| text_of(&name));
        let text = self.rendered(text, &name, style)?;
        if field.kind == Type::Number && S::COUNTS_SECONDS {
            markdown::in_seconds(&text).map_err(|error| format!("{name}: {error}"))
        } else if field.instant {
            Ok(markdown::without_format(&text))
        } else {
            Ok(text)
        }
    }

    fn rendered(
        &self,
        text: Option<&str>,
        name: &str,
        style: &impl Style,
    ) -> Result<String, String> {
        let text = text.ok_or_else(|| format!("core has no documentation for {name}"))?;
        let names = KnownNames { surface: &self.surface, class: "" };
        markdown::rendered(text, style, &names).map_err(|error| format!("{name}: {error}"))
    }

    /// The resources of a client with their operations.
    ///
    /// # Errors
    /// Names each operation that core does not document.
    pub(crate) fn resources(&self) -> Result<Vec<Resource<'_>>, String> {
        operations::resources(&self.surface, &self.documentation)
    }

    /// Text about an operation, or about a resource, in a language's style.
    ///
    /// # Errors
    /// Names the resource if the language cannot render the text.
    pub(crate) fn operation_text(
        &self,
        resource: &Resource<'_>,
        text: &str,
        style: &impl Style,
    ) -> Result<String, String> {
        let names = KnownNames { surface: &self.surface, class: &resource.class };
        markdown::rendered(text, style, &names)
            .map_err(|error| format!("{}: {error} in: {text}", resource.name))
    }

    /// The documentation of a parameter, in the same way.
    pub(crate) fn parameter_doc<S: Style>(
        &self,
        resource: &Resource<'_>,
        parameter: &Parameter,
        style: &S,
    ) -> Result<String, String> {
        let text = self.operation_text(resource, &parameter.doc, style)?;
        if parameter.kind == Kind::Duration && S::COUNTS_SECONDS && !text.contains("seconds") {
            return markdown::in_seconds(&text)
                .map_err(|error| format!("{}: {error}", resource.name));
        }
        Ok(text)
    }
}

/// The documentation of records that core does not have.
fn text_of(name: &str) -> Option<&'static str> {
    match name {
        "NamedSecret" => Some("A name with its value."),
        "NamedSecret.name" => Some("The name."),
        "NamedSecret.value" => Some("The value."),
        _ => None,
    }
}

/// Members of every error, and of hand-written results.
const OTHER_NAMES: &[&str] = &["check_complete", "retry_after"];

/// The names that documentation of `class` may use.
struct KnownNames<'a> {
    surface: &'a Surface,
    class: &'a str,
}

impl KnownNames<'_> {
    fn records(&self) -> impl Iterator<Item = &Record> {
        let Surface { values, records, confidential, secrets, .. } = self.surface;
        [values, records, confidential, secrets].into_iter().flatten()
    }
}

impl Names for KnownNames<'_> {
    fn is_record(&self, name: &str) -> bool {
        let mut outputs = self.surface.operations.iter().filter_map(|it| it.output.record());
        self.records().any(|record| record.name == name)
            || outputs.any(|native| class_name(native) == name)
    }

    fn has_field(&self, record: &str, field: &str) -> bool {
        let has = |it: &Record| it.fields.iter().any(|it| it.name == field);
        self.records().any(|it| it.name == record && has(it))
    }

    fn operation(&self, of: &str, method: &str) -> Option<(&str, &str)> {
        let class = if of == "Self" { self.class } else { of };
        let mut paths = self.surface.operations.iter().filter_map(|it| it.path.split_once('.'));
        paths.find(|(resource, name)| pascal_case(resource) == class && *name == method)
    }

    fn is_name(&self, name: &str) -> bool {
        let inputs = self.surface.inputs.iter();
        let fields = inputs.chain(self.records()).flat_map(|record| &record.fields);
        let arguments = self.surface.operations.iter().flat_map(|it| &it.arguments);
        let mut names = fields.map(|it| it.name).chain(arguments.map(|it| it.name));
        OTHER_NAMES.contains(&name) || names.any(|known| known == name)
    }
}
