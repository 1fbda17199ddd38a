//! Docstrings in the style of Google.

use super::LINE_LENGTH;
use super::parameters::note;
use crate::markdown::{self, Style};
use crate::names::pascal_case;
use crate::operations::{Described, Resource};
use crate::source::Source;

pub(super) struct Docstring;

impl Style for Docstring {
    const COUNTS_SECONDS: bool = true;
    const FORBIDDEN: &'static [&'static str] = &["\"\"\"", "\\"];

    fn code(&self, code: &str) -> String {
        match code {
            "true" => "``True``".to_owned(),
            "false" => "``False``".to_owned(),
            code => format!("``{code}``"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!(":class:`{kind}Error`")
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!(":attr:`{record}.{field}`")
    }

    fn operation(&self, resource: &str, name: &str) -> String {
        format!(":meth:`{}.{name}`", pascal_case(resource))
    }

    fn name(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// A docstring at this indentation: the first sentence, and the others in a paragraph below.
pub(super) fn docstring(text: &str, indent: usize) -> String {
    let (summary, rest) = markdown::summary(text);
    let margin = format!("\n{}", " ".repeat(indent));
    // Three quotation marks before and after.
    let summary = markdown::wrapped(summary, LINE_LENGTH - indent - 6).join(&margin);
    match rest {
        None => format!("\"\"\"{summary}\"\"\""),
        Some(rest) => {
            let rest = markdown::wrapped(rest, LINE_LENGTH - indent).join(&margin);
            format!("\"\"\"{summary}\n{margin}{rest}{margin}\"\"\"")
        }
    }
}

pub(super) fn class_doc(resource: &Resource<'_>, source: &Source) -> Result<String, String> {
    let lines = paragraphs(resource, &resource.paragraphs, 4, source)?;
    Ok(closed(lines, 4))
}

pub(super) fn method_doc(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<String, String> {
    let mut lines = paragraphs(resource, &operation.paragraphs, 8, source)?;
    lines.extend([String::new(), "Args:".to_owned()]);
    for parameter in operation.required().chain(operation.options()) {
        let doc = source.parameter_doc(resource, parameter, &Docstring)?;
        let doc = format!("{}{}", markdown::capitalized(&doc), note(parameter.kind));
        lines.extend(item(parameter.name, &doc));
    }
    lines.extend(item("timeout", TIMEOUT));
    if !operation.errors.is_empty() {
        lines.extend([String::new(), "Raises:".to_owned()]);
    }
    for (kind, condition) in &operation.errors {
        let condition = source.operation_text(resource, condition, &Docstring)?;
        lines.extend(item(&format!("{kind}Error"), &markdown::capitalized(&condition)));
    }
    Ok(closed(lines, 8))
}

const TIMEOUT: &str = "Seconds the call may take, if less than the client's ``deadline``.";

/// The lines of paragraphs: the first sentence, and what follows it in a paragraph below.
fn paragraphs(
    resource: &Resource<'_>,
    paragraphs: &[String],
    indent: usize,
    source: &Source,
) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let text = source.operation_text(resource, paragraph, &Docstring)?;
        if index > 0 {
            lines.push(String::new());
            lines.extend(markdown::wrapped(&text, LINE_LENGTH - indent));
            continue;
        }
        let (summary, rest) = markdown::summary(&text);
        // Three quotation marks before and after.
        let mut first = markdown::wrapped(summary, LINE_LENGTH - indent - 6);
        if first.len() > 1 {
            return Err(format!("{}: the summary is longer than a line: {summary}", resource.name));
        }
        lines.append(&mut first);
        if let Some(rest) = rest {
            lines.push(String::new());
            lines.extend(markdown::wrapped(rest, LINE_LENGTH - indent));
        }
    }
    Ok(lines)
}

/// An item of a section: a name and its text.
fn item(name: &str, text: &str) -> Vec<String> {
    let mut lines = markdown::wrapped(&format!("{name}: {text}"), LINE_LENGTH - 12);
    let rest = lines.split_off(1.min(lines.len()));
    let rest =
        if rest.is_empty() { rest } else { markdown::wrapped(&rest.join(" "), LINE_LENGTH - 16) };
    let first = lines.into_iter().map(|line| format!("    {line}"));
    first.chain(rest.into_iter().map(|line| format!("        {line}"))).collect()
}

/// A docstring of these lines.
pub(super) fn closed(lines: Vec<String>, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let multiple = lines.len() > 1;
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    let rest = lines.map(|line| if line.is_empty() { line } else { format!("{margin}{line}") });
    let rest: String = rest.map(|line| format!("\n{line}")).collect();
    let end = if multiple { format!("\n{margin}") } else { String::new() };
    format!("\"\"\"{first}{rest}{end}\"\"\"")
}
