//! Comments of documentation, as DocC reads them.

use std::collections::HashMap;

use super::layout::LINE_LENGTH;
use super::parameters::{Parameters, note};
use super::types::{field_name, full_name, swift_case};
use crate::markdown::{self, Style};
use crate::names::pascal_case;
use crate::operations::{Described, Resource};
use crate::source::Source;

const TIMEOUT: &str = "How long this call may take, if less than the client's `deadline`.";

/// Methods with a hand-written overload of the same full name, for which DocC knows no link.
const OVERLOADED: &[(&str, &str)] = &[("secrets", "set_many")];

/// The style of DocC, which links to a method by its name with its labels.
pub(super) struct DocC<'a> {
    /// Labels by resource and operation.
    labels: HashMap<(&'a str, &'a str), String>,
}

impl<'a> DocC<'a> {
    pub(super) fn of(resources: &'a [Resource<'a>]) -> Self {
        let mut labels = HashMap::new();
        for resource in resources {
            for operation in &resource.operations {
                let found = Parameters::of(operation).labels();
                labels.insert((resource.name, operation.name), found);
            }
        }
        Self { labels }
    }
}

impl Style for DocC<'_> {
    const COUNTS_SECONDS: bool = false;
    const FORBIDDEN: &'static [&'static str] = &[];

    fn code(&self, code: &str) -> String {
        let text = code.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        match (code, text) {
            ("None", _) => "`nil`".to_owned(),
            // Texts of which there are few are cases here.
            (_, Some(text)) => format!("`.{}`", swift_case(text)),
            _ => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("``InfisicalError/{}(_:)``", markdown::uncapitalized(kind))
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!("``{}/{}``", full_name(record).replace('.', "/"), field_name(field))
    }

    fn operation(&self, resource: &str, name: &str) -> String {
        if OVERLOADED.contains(&(resource, name)) {
            return format!("`{}`", swift_case(name));
        }
        let labels = self.labels.get(&(resource, name)).map_or("timeout:", String::as_str);
        format!("``{}/{}({labels})``", pascal_case(resource), swift_case(name))
    }

    fn name(&self, name: &str) -> String {
        swift_case(name)
    }
}

/// The comment of a resource.
pub(super) fn of_resource(
    resource: &Resource<'_>,
    source: &Source,
    style: &DocC<'_>,
) -> Result<String, String> {
    let texts = rendered(resource, &resource.paragraphs, source, style)?;
    Ok(paragraphs(texts.iter().map(String::as_str), ""))
}

/// The comment of a resource as a property of a client: its first sentence.
pub(super) fn of_property(
    resource: &Resource<'_>,
    source: &Source,
    style: &DocC<'_>,
) -> Result<String, String> {
    let text = resource.paragraphs.first().map(String::as_str).unwrap_or_default();
    let text = source.operation_text(resource, markdown::summary(text).0, style)?;
    Ok(comment(&text, MEMBER))
}

/// The comment of a method: what it does, its parameters and its errors.
pub(super) fn of_method(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
    style: &DocC<'_>,
) -> Result<String, String> {
    let texts = rendered(resource, &operation.paragraphs, source, style)?;
    let text = paragraphs(texts.iter().map(String::as_str), MEMBER);
    let mut lines = vec![text, empty(MEMBER)];
    lines.extend(parameter_lines(resource, operation, source, style)?);
    if !operation.errors.is_empty() {
        lines.push(item(MEMBER, 0, "Throws:"));
    }
    for (kind, condition) in &operation.errors {
        let condition = source.operation_text(resource, condition, style)?;
        lines.push(item(MEMBER, 2, &format!("{} {condition}", style.error(kind))));
    }
    Ok(lines.join("\n"))
}

/// The indentation of members.
const MEMBER: &str = "    ";

fn rendered(
    resource: &Resource<'_>,
    paragraphs: &[String],
    source: &Source,
    style: &DocC<'_>,
) -> Result<Vec<String>, String> {
    paragraphs.iter().map(|text| source.operation_text(resource, text, style)).collect()
}

fn parameter_lines(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
    style: &DocC<'_>,
) -> Result<Vec<String>, String> {
    let parameters = Parameters::of(operation);
    if parameters.is_empty() {
        return Ok(vec![item(MEMBER, 0, &format!("Parameter timeout: {TIMEOUT}"))]);
    }
    let mut lines = vec![item(MEMBER, 0, "Parameters:")];
    for parameter in parameters.iter() {
        let doc = source.parameter_doc(resource, parameter, style)?;
        let doc = format!("{}{}", markdown::capitalized(&doc), note(parameter.kind));
        lines.push(item(MEMBER, 2, &format!("{}: {doc}", swift_case(parameter.name))));
    }
    lines.push(item(MEMBER, 2, &format!("timeout: {TIMEOUT}")));
    Ok(lines)
}

/// A comment of paragraphs.
pub(super) fn paragraphs<'a>(texts: impl Iterator<Item = &'a str>, margin: &str) -> String {
    let texts: Vec<String> = texts.map(|text| comment(text, margin)).collect();
    texts.join(&format!("\n{}\n", empty(margin)))
}

/// A comment of one paragraph.
pub(super) fn comment(text: &str, margin: &str) -> String {
    commented(text, margin, "", "")
}

/// An item of a list, at this depth.
fn item(margin: &str, depth: usize, text: &str) -> String {
    let inset = " ".repeat(depth);
    commented(text, margin, &format!("{inset}- "), &format!("{inset}  "))
}

fn commented(text: &str, margin: &str, first: &str, next: &str) -> String {
    let width = LINE_LENGTH - margin.len() - 4 - first.len();
    let lines = markdown::wrapped(text, width).into_iter().enumerate();
    let lines = lines.map(|(index, line)| {
        let before = if index == 0 { first } else { next };
        format!("{margin}/// {before}{line}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn empty(margin: &str) -> String {
    format!("{margin}///")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn item_indents_its_further_lines() {
        let text = item("", 2, &format!("{} end", "word".repeat(24)));
        assert_eq!(text, format!("///   - {}\n///     end", "word".repeat(24)));
    }

    #[test]
    fn paragraphs_have_empty_lines_between_them() {
        assert_eq!(paragraphs(["One.", "Two."].into_iter(), "  "), "  /// One.\n  ///\n  /// Two.");
    }
}
