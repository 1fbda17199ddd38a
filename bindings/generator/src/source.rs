//! The input of the generator: the tables, and core's documentation.

use std::path::Path;

use crate::documentation::Documentation;
use crate::markdown::{self, Style};
use crate::model::{Field, Record, Surface, Type};
use crate::tables;

/// The tables of `bindings/surface` with the documentation of core.
pub(crate) struct Source {
    pub(crate) surface: Surface,
    documentation: Documentation,
}

impl Source {
    /// Reads both, in the repository at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let documentation = Documentation::read(&root.join("core/src"))?;
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

    /// Whether a record holds secrets, by its name at the border.
    pub(crate) fn is_confidential(&self, native: &str) -> bool {
        self.surface.confidential.iter().any(|record| record.native == native)
    }

    /// The documentation of a record, in a language's style.
    ///
    /// # Errors
    /// Names the record if core does not document it, or if the language cannot render it.
    pub(crate) fn record_doc(&self, record: &Record, style: &impl Style) -> Result<String, String> {
        self.rendered(self.documentation.of_record(record.name), record.name, style)
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
        markdown::rendered(text, style, &|record, field| self.has_field(record, field))
            .map_err(|error| format!("{name}: {error}"))
    }

    fn has_field(&self, record: &str, field: &str) -> bool {
        let Surface { values, records, confidential, secrets, .. } = &self.surface;
        let mut every = [values, records, confidential, secrets].into_iter().flatten();
        every.any(|it| it.name == record && it.fields.iter().any(|it| it.name == field))
    }
}
