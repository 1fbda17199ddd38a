//! Reads core's documentation of records and their fields.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, Meta, Visibility};

/// The documentation of core's public structs, by name.
pub(crate) struct Documentation(HashMap<String, Documented>);

/// The documentation of one struct: Markdown, without the leading space of each line.
#[derive(Default)]
pub(crate) struct Documented {
    text: String,
    fields: HashMap<String, String>,
}

impl Documentation {
    /// The documentation of a record, if there is any.
    pub(crate) fn of_record(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|found| found.text.as_str()).filter(|text| !text.is_empty())
    }

    /// The documentation of a field of a record, if there is any.
    pub(crate) fn of_field(&self, record: &str, field: &str) -> Option<&str> {
        let text = self.0.get(record)?.fields.get(field)?;
        Some(text.as_str()).filter(|text| !text.is_empty())
    }

    /// Reads every source file under a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut documentation = Self(HashMap::new());
        documentation.read_folder(folder)?;
        Ok(documentation)
    }

    fn read_folder(&mut self, folder: &Path) -> Result<(), String> {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                self.read_folder(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                self.read_file(&path)?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, path: &Path) -> Result<(), String> {
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let file =
            syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        for item in file.items {
            let Item::Struct(item) = item else { continue };
            if !matches!(item.vis, Visibility::Public(_)) {
                continue;
            }
            let Fields::Named(fields) = &item.fields else { continue };
            let mut documented = Documented { text: text_of(&item.attrs), ..Documented::default() };
            for field in &fields.named {
                let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                documented.fields.insert(name, text_of(&field.attrs));
            }
            let name = item.ident.to_string();
            if self.0.insert(name.clone(), documented).is_some() {
                return Err(format!("{}: core has two public structs {name}", path.display()));
            }
        }
        Ok(())
    }
}

/// The lines of doc comments.
fn text_of(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else { return None };
        let Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) = &meta.value else { return None };
        let line = line.value();
        meta.path.is_ident("doc").then(|| line.strip_prefix(' ').unwrap_or(&line).to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}
