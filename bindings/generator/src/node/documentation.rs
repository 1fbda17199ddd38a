//! Comments of TSDoc.

use super::LINE_LENGTH;
use super::types::name;
use crate::markdown::{self, Style};
use crate::names::{camel_case, pascal_case};

pub(super) struct TsDoc;

impl Style for TsDoc {
    const COUNTS_SECONDS: bool = true;
    const FORBIDDEN: &'static [&'static str] = &["*/"];

    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`null`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("{{@link {kind}Error}}")
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!("{{@link {record}.{}}}", name(field))
    }

    fn operation(&self, resource: &str, operation: &str) -> String {
        format!("{{@link {}.{}}}", pascal_case(resource), camel_case(operation))
    }

    fn name(&self, of: &str) -> String {
        name(of)
    }
}

/// A comment of one paragraph, at this indentation.
pub(super) fn comment(text: &str, indent: usize) -> String {
    block(&paragraph(text, indent), indent)
}

/// A comment of these lines, at this indentation.
pub(super) fn block(lines: &[String], indent: usize) -> String {
    if let [line] = lines {
        let short = format!("/** {line} */");
        if indent + short.chars().count() <= LINE_LENGTH {
            return short;
        }
    }
    let margin = " ".repeat(indent);
    let lines = lines.iter().map(|line| format!("{margin} * {line}").trim_end().to_owned());
    format!("/**\n{}\n{margin} */", lines.collect::<Vec<_>>().join("\n"))
}

/// The lines of a paragraph in a comment at this indentation.
pub(super) fn paragraph(text: &str, indent: usize) -> Vec<String> {
    markdown::wrapped(text, LINE_LENGTH - indent - 3)
}

/// The lines of a block tag such as `@throws`, indented after the first.
pub(super) fn tag(text: &str, indent: usize) -> Vec<String> {
    let mut lines = paragraph(text, indent);
    let rest = lines.split_off(1.min(lines.len()));
    if !rest.is_empty() {
        let rest = paragraph(&rest.join(" "), indent + 2);
        lines.extend(rest.into_iter().map(|line| format!("  {line}")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_that_fits_has_one_line() {
        assert_eq!(comment("Its name.", 2), "/** Its name. */");
        let long = "word ".repeat(20);
        assert!(comment(long.trim_end(), 2).starts_with("/**\n   * word"));
    }

    #[test]
    fn tag_indents_the_lines_after_the_first() {
        let lines = tag(&format!("@throws {}", "word ".repeat(30).trim_end()), 2);
        assert!(lines[0].starts_with("@throws word") && lines[1].starts_with("  word"));
        assert!(lines.iter().all(|line| line.len() + 5 <= LINE_LENGTH));
    }

    #[test]
    fn duration_names_end_in_the_unit() {
        assert_eq!(TsDoc.name("expires_in"), "expiresInSeconds");
        assert_eq!(TsDoc.name("deadline"), "deadlineMs");
        assert_eq!(TsDoc.field("Token", "new_name"), "{@link Token.newName}");
    }
}
