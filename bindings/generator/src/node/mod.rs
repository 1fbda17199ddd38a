//! The generated modules of the Node package.

mod confidential;
mod documentation;
mod kinds;
mod options;
mod records;
mod resources;
mod types;

use std::collections::BTreeSet;

use askama::Template;

use crate::source::Source;

const FOLDER: &str = "node/src/generated";
/// The longest line, as for prettier.
const LINE_LENGTH: usize = 100;

#[derive(Template)]
#[template(path = "node/index.ts.txt", escape = "none")]
struct Index {
    modules: Vec<String>,
}

/// Names imported from one module.
struct Import {
    /// `import`, or `import type` if they are types alone.
    keywords: &'static str,
    module: &'static str,
    names: Vec<String>,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let mut modules = resources::modules(source)?;
    modules.push(("options".to_owned(), options::module(source)?));
    modules.push(("records".to_owned(), records::module(source)?));
    let index = Index { modules: modules.iter().map(|(name, _)| name.clone()).collect() };
    modules.push(("index".to_owned(), rendered(&index)?));
    let path = |name: String| format!("{FOLDER}/{name}.ts");
    Ok(modules.into_iter().map(|(name, text)| (path(name), text)).collect())
}

fn rendered(template: &impl Template) -> Result<String, String> {
    template.render().map_err(|error| error.to_string())
}

/// A module that others import from, with its exports.
type Exports = (&'static str, Vec<String>);

/// The exports of hand-written modules.
fn hand_written() -> Vec<Exports> {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    types::MODULES.iter().map(|(module, names)| (*module, owned(names))).collect()
}

/// The imports of what is used: values in code, and types in annotations alone.
fn imports(modules: &[Exports], code: &[&str], annotations: &[&str]) -> Vec<Import> {
    let (code, annotations) = (words(code), words(annotations));
    let import = |(module, exports): &Exports| {
        let used = |name: &&String| code.contains(&***name) || annotations.contains(&***name);
        let mut names: Vec<String> = exports.iter().filter(used).cloned().collect();
        let is_value = |name: &String| code.contains(&**name);
        if !names.iter().any(is_value) {
            return Import { keywords: "import type", names, module };
        }
        for name in names.iter_mut().filter(|name| !is_value(name)) {
            name.insert_str(0, "type ");
        }
        Import { keywords: "import", names, module }
    };
    modules.iter().map(import).filter(|import| !import.names.is_empty()).collect()
}

/// The words of code.
fn words<'a>(texts: &[&'a str]) -> BTreeSet<&'a str> {
    let separator = |c: char| !c.is_alphanumeric() && c != '_';
    texts.iter().flat_map(|text| text.split(separator)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_distinguish_values_and_types() {
        let exports = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let modules = [("./a.js", exports(&["A", "run", "unused"])), ("./b.js", exports(&["B"]))];
        let imports = imports(&modules, &["run(call)"], &["A[]", "Promise<B | null>"]);
        assert_eq!(imports.len(), 2);
        assert_eq!(
            (imports[0].keywords, &imports[0].names),
            ("import", &exports(&["type A", "run"]))
        );
        assert_eq!((imports[1].keywords, &imports[1].names), ("import type", &exports(&["B"])));
    }
}
