//! The list of operations by which the runners of scenarios call them.

use crate::operations::{Kind, Parameter};
use crate::source::Source;

/// `tests/operations.json`: the required parameters of each operation, and the others.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let resources = source.resources()?;
    let operations = resources.iter().flat_map(|resource| &resource.operations);
    let lines = operations.map(|it| {
        let (required, options) = (names(it.required()), names(it.options()));
        format!(
            "  \"{}\": {{ \"required\": [{required}], \"options\": [{options}] }}",
            it.operation.path
        )
    });
    let text = format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"));
    Ok(vec![("tests/operations.json".to_owned(), text)])
}

/// JSON has no function that could be told of progress.
fn names<'a>(parameters: impl Iterator<Item = &'a Parameter>) -> String {
    let told = parameters.filter(|it| it.kind != Kind::Progress);
    told.map(|it| format!("\"{}\"", it.name)).collect::<Vec<_>>().join(", ")
}
