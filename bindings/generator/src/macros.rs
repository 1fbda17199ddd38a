//! Core's macros that define the same options for several requests.

use std::collections::HashMap;

use syn::{ItemImpl, Macro};

/// Macros with one rule, by name: the names of their parameters, and the body.
pub(crate) struct Macros(HashMap<String, (Vec<String>, String)>);

impl Macros {
    /// Keeps those whose rule has the form `($name:kind, …) => { … }`.
    pub(crate) fn of<'a>(definitions: impl Iterator<Item = (String, &'a Macro)>) -> Self {
        let rules = definitions.filter_map(|(name, definition)| {
            let text = definition.tokens.to_string();
            let (pattern, body) = text.split_once("=>")?;
            let parameters = pattern.split('$').skip(1);
            let parameters = parameters.filter_map(|parameter| parameter.split(':').next());
            let parameters = parameters.map(|name| name.trim().to_owned()).collect();
            let body = body.trim().trim_end_matches(';').trim_end();
            let body = body.strip_prefix('{')?.strip_suffix('}')?.to_owned();
            Some((name, (parameters, body)))
        });
        Self(rules.collect())
    }

    /// The methods a call of a macro defines for `of`; `None` for a macro of another crate.
    ///
    /// # Errors
    /// A macro that does not define methods.
    pub(crate) fn expanded(&self, of: &str, call: &Macro) -> Result<Option<ItemImpl>, String> {
        let Some(name) = call.path.get_ident().map(ToString::to_string) else { return Ok(None) };
        let Some((parameters, body)) = self.0.get(&name) else { return Ok(None) };
        let arguments = call.tokens.to_string();
        let mut body = body.clone();
        for (parameter, argument) in parameters.iter().zip(arguments.split(',')) {
            body = body.replace(&format!("${parameter}"), argument.trim());
            body = body.replace(&format!("$ {parameter}"), argument.trim());
        }
        let expanded = syn::parse_str(&format!("impl {of} {{ {body} }}"));
        expanded.map(Some).map_err(|error| format!("the macro {name} of core: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expanded_replaces_parameters() {
        let definition: syn::ItemMacro = syn::parse_str(
            "macro_rules! limit { ($name:ident) => { /// The limit.\n pub fn $name(self) {} }; }",
        )
        .unwrap();
        let macros = Macros::of([("limit".to_owned(), &definition.mac)].into_iter());
        let call: Macro = syn::parse_str("limit!(entries)").unwrap();
        let expanded = macros.expanded("Query", &call).unwrap().unwrap();
        let [syn::ImplItem::Fn(method)] = &expanded.items[..] else { panic!("no method") };
        assert_eq!(method.sig.ident, "entries");
        let unknown: Macro = syn::parse_str("other!()").unwrap();
        assert!(macros.expanded("Query", &unknown).unwrap().is_none());
    }
}
