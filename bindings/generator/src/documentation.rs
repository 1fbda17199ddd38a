//! Reads core's documentation of records, fields, operations and their options.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, ExprLit, Fields, FnArg, ImplItem, Item, ItemImpl, ItemMacro, ItemStruct, Lit,
    LitStr, Meta, Pat, ReturnType, Token, Type, Visibility,
};

use crate::macros::Macros;

/// The documentation of core's public structs, by name. All text is Markdown, without the leading space
/// of each line.
#[derive(Default)]
pub(crate) struct Documentation(HashMap<String, Documented>);

/// The documentation of one struct.
#[derive(Default)]
struct Documented {
    text: String,
    fields: HashMap<String, String>,
    methods: Vec<Method>,
}

/// A public method of a struct.
pub(crate) struct Method {
    pub(crate) name: String,
    pub(crate) text: String,
    /// The names of the parameters after `self`.
    pub(crate) parameters: Vec<String>,
    /// The type it returns, without its generic arguments.
    pub(crate) output: String,
}

impl Documentation {
    /// The documentation of a struct, if there is any.
    pub(crate) fn of_record(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|found| found.text.as_str()).filter(|text| !text.is_empty())
    }

    /// The documentation of a field of a record, if there is any.
    pub(crate) fn of_field(&self, record: &str, field: &str) -> Option<&str> {
        let text = self.0.get(record)?.fields.get(field)?;
        Some(text.as_str()).filter(|text| !text.is_empty())
    }

    /// A public method of a struct.
    pub(crate) fn method(&self, of: &str, name: &str) -> Option<&Method> {
        self.0.get(of)?.methods.iter().find(|method| method.name == name)
    }

    /// Reads every source file under the folder of core, and the files of records from elsewhere.
    pub(crate) fn read(folder: &Path, others: &[PathBuf]) -> Result<Self, String> {
        let mut files = Vec::new();
        read_folder(folder, &mut files)?;
        for other in others {
            files.push(read_file(other)?);
        }
        let items: Vec<Item> = files.into_iter().flat_map(|file| file.items).collect();
        let macros = Macros::of(items.iter().filter_map(|item| match item {
            Item::Macro(ItemMacro { ident: Some(name), mac, .. }) => Some((name.to_string(), mac)),
            _ => None,
        }));
        let mut documentation = Self::default();
        for item in &items {
            match item {
                Item::Struct(item) => documentation.add_struct(item)?,
                Item::Impl(item) if item.trait_.is_none() => {
                    documentation.add_methods(item, &macros)?;
                }
                _ => {}
            }
        }
        Ok(documentation)
    }

    fn add_struct(&mut self, item: &ItemStruct) -> Result<(), String> {
        let Fields::Named(fields) = &item.fields else { return Ok(()) };
        if !matches!(item.vis, Visibility::Public(_)) {
            return Ok(());
        }
        let documented = self.0.entry(item.ident.to_string()).or_default();
        if !documented.text.is_empty() {
            return Err(format!("core has two public structs {}", item.ident));
        }
        documented.text = text_of(&item.attrs);
        for field in &fields.named {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            documented.fields.insert(name, text_of(&field.attrs));
        }
        Ok(())
    }

    /// Adds the public methods of an `impl`, with those that core's macros define there.
    fn add_methods(&mut self, item: &ItemImpl, macros: &Macros) -> Result<(), String> {
        let Some(of) = type_name(&item.self_ty) else { return Ok(()) };
        for item in &item.items {
            match item {
                ImplItem::Fn(method) if matches!(method.vis, Visibility::Public(_)) => {
                    let parameters = method.sig.inputs.iter().filter_map(|input| match input {
                        FnArg::Typed(typed) => match &*typed.pat {
                            Pat::Ident(name) => Some(name.ident.to_string()),
                            _ => None,
                        },
                        FnArg::Receiver(_) => None,
                    });
                    let output = match &method.sig.output {
                        ReturnType::Type(_, output) => type_name(output).unwrap_or_default(),
                        ReturnType::Default => String::new(),
                    };
                    let method = Method {
                        name: method.sig.ident.to_string(),
                        text: text_of(&method.attrs),
                        parameters: parameters.collect(),
                        output,
                    };
                    self.0.entry(of.clone()).or_default().methods.push(method);
                }
                ImplItem::Macro(call) => {
                    if let Some(expanded) = macros.expanded(&of, &call.mac)? {
                        self.add_methods(&expanded, macros)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn read_folder(folder: &Path, files: &mut Vec<syn::File>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            read_folder(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(read_file(&path)?);
        }
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<syn::File, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| failed(&error))?;
    syn::parse_file(&text).map_err(|error| failed(&error))
}

fn type_name(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    path.path.segments.last().map(|segment| segment.ident.to_string())
}

/// The value of a string literal, or of `concat!` of some.
fn string_of(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        Expr::Macro(call) if call.mac.path.is_ident("concat") => {
            let parse = Punctuated::<LitStr, Token![,]>::parse_terminated;
            let parts = call.mac.parse_body_with(parse).ok()?;
            Some(parts.iter().map(LitStr::value).collect())
        }
        _ => None,
    }
}

/// The lines of doc comments.
fn text_of(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else { return None };
        let line = string_of(&meta.value)?;
        meta.path.is_ident("doc").then(|| line.strip_prefix(' ').unwrap_or(&line).to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}
