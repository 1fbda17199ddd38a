//! KDoc comments, wrapped as ktfmt wraps them.

use super::layout::{LINE_LENGTH, line};
use crate::markdown::{self, Style};
use crate::names::{camel_case, pascal_case};

/// A comment at an indent: paragraphs, and block tags such as `@param name its name.`
pub(super) fn comment(indent: usize, paragraphs: &[String], tags: &[String]) -> String {
    if let ([only], []) = (paragraphs, tags) {
        let text = format!("/** {only} */");
        if indent + text.chars().count() <= LINE_LENGTH {
            return line(indent, &text);
        }
    }
    let width = LINE_LENGTH - indent - 3;
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrapped(paragraph, width));
    }
    if !tags.is_empty() {
        lines.push(String::new());
    }
    lines.extend(tags.iter().flat_map(|tag| hanging(tag, width)));
    let lines = lines.iter().map(|text| line(indent, format!(" * {text}").trim_end()));
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!("{}\n{lines}\n{}", line(indent, "/**"), line(indent, " */"))
}

/// The lines of a block tag, indented by two spaces after the first.
fn hanging(text: &str, width: usize) -> Vec<String> {
    let mut lines = wrapped(text, width);
    let rest = lines.split_off(1.min(lines.len()));
    if !rest.is_empty() {
        let rest = wrapped(&rest.join(" "), width - 2);
        lines.extend(rest.into_iter().map(|line| format!("  {line}")));
    }
    lines
}

/// Lines of at most `width` characters. No line begins with what Markdown would take for a list, a heading
/// or a quotation.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut joined = String::new();
    for word in text.split(' ') {
        if !joined.is_empty() {
            joined.push(if begins_block(word) { '\u{a0}' } else { ' ' });
        }
        joined.push_str(word);
    }
    let lines = markdown::wrapped(&joined, width).into_iter();
    lines.map(|line| line.replace('\u{a0}', " ")).collect()
}

fn begins_block(word: &str) -> bool {
    let number = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = number.len() < word.len() && matches!(number, "." | ")");
    numbered || matches!(word, "-" | "*" | "+") || word.starts_with(['#', '@', '>'])
}

/// The exception of an error's kind.
pub(super) fn exception(kind: &str) -> String {
    match kind {
        "Cancelled" | "Timeout" => format!("Operation{kind}Exception"),
        "Closed" => "ClientClosedException".to_owned(),
        "ServerError" => "ServerException".to_owned(),
        kind => format!("{kind}Exception"),
    }
}

/// The style of comments.
pub(super) struct KDoc;

impl Style for KDoc {
    const COUNTS_SECONDS: bool = false;
    const FORBIDDEN: &'static [&'static str] = &["*/"];

    fn code(&self, code: &str) -> String {
        // Kotlin nests comments.
        if let Some((before, after)) = code.split_once("/*") {
            return format!("`{before}/` followed by `*{after}`");
        }
        match code {
            "None" => "`null`".to_owned(),
            "\"error\"" => "[UnknownReferences.ERROR]".to_owned(),
            "\"keep\"" => "[UnknownReferences.KEEP]".to_owned(),
            "\"own_folder\"" => "[NestedReferences.OWN_FOLDER]".to_owned(),
            "\"read_folder\"" => "[NestedReferences.READ_FOLDER]".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("[{}]", exception(kind))
    }

    fn field(&self, record: &str, field: &str) -> String {
        format!("[{record}.{}]", camel_case(field))
    }

    fn operation(&self, resource: &str, name: &str) -> String {
        format!("[{}.{}]", pascal_case(resource), camel_case(name))
    }

    fn name(&self, name: &str) -> String {
        camel_case(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_of_one_short_paragraph_is_one_line() {
        assert_eq!(comment(4, &["Of it.".to_owned()], &[]), "    /** Of it. */");
    }

    #[test]
    fn comment_indents_what_follows_the_first_line_of_a_tag() {
        let tag = format!("@param name {}", "word ".repeat(20).trim_end());
        let text = comment(4, &["Of it.".to_owned()], &[tag]);
        assert!(
            text.starts_with("    /**\n     * Of it.\n     *\n     * @param name word"),
            "{text}"
        );
        assert!(text.ends_with("\n     *   word word word word\n     */"), "{text}");
    }

    #[test]
    fn wrapped_begins_no_line_with_the_mark_of_a_list() {
        assert_eq!(wrapped("in June 2024. So", 12), ["in", "June 2024.", "So"]);
        assert_eq!(wrapped("in all - so", 6), ["in", "all -", "so"]);
        assert_eq!(wrapped("in of 2024", 6), ["in of", "2024"]);
    }
}
