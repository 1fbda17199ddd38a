//! Core's documentation is Markdown of rustdoc. A language replaces its code and links by its own.

/// How a language writes documentation.
pub(crate) trait Style {
    /// Whether durations are numbers of seconds there.
    const COUNTS_SECONDS: bool;
    /// Text that would end or nest a comment.
    const FORBIDDEN: &'static [&'static str];

    /// `code` between backticks.
    fn code(&self, code: &str) -> String;
    /// A link to the error of a kind, such as `NotFound`.
    fn error(&self, kind: &str) -> String;
    /// A link to a field of a record.
    fn field(&self, record: &str, field: &str) -> String;
    /// A link to an operation, by its resource and name.
    fn operation(&self, resource: &str, name: &str) -> String;
    /// The name of a parameter or field, from its name in core.
    fn name(&self, name: &str) -> String;
}

/// What links and code may name.
pub(crate) trait Names {
    /// Whether there is a record of this name.
    fn is_record(&self, name: &str) -> bool;
    /// Whether a record has a field.
    fn has_field(&self, record: &str, field: &str) -> bool;
    /// The resource and the name of the operation `method` of the struct `of` in core.
    fn operation(&self, of: &str, method: &str) -> Option<(&str, &str)>;
    /// Whether a parameter or field has this name.
    fn is_name(&self, name: &str) -> bool;
}

/// One paragraph, in a language's style.
///
/// # Errors
/// Text that a comment of the language cannot hold, or a link to something else than an error, a record,
/// a field, an operation or an option of the client.
pub(crate) fn rendered<S: Style>(
    text: &str,
    style: &S,
    names: &impl Names,
) -> Result<String, String> {
    if let Some(found) = S::FORBIDDEN.iter().find(|forbidden| text.contains(**forbidden)) {
        return Err(format!("a comment cannot hold {found}"));
    }
    let mut rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut done = String::new();
    while let Some(at) = rest.find(['`', '[']) {
        let (before, found) = rest.split_at(at);
        done.push_str(before);
        let after = if let Some(code) = found.strip_prefix('`') {
            let (code, after) = code.split_once('`').ok_or("a backtick without its pair")?;
            done.push_str(&code_of(code, style, names));
            after.to_owned()
        } else {
            let (label, after) = link(found)?;
            let (target, after) = match after.strip_prefix('(') {
                Some(target) => target.split_once(')').ok_or("a link without its end")?,
                None => (label, after),
            };
            match label.strip_prefix('`').and_then(|label| label.strip_suffix('`')) {
                Some(_) => done.push_str(&target_of(target.trim_matches('`'), style, names)?),
                // The label says it in words.
                None => done.push_str(label),
            }
            after.to_owned()
        };
        rest = after;
    }
    Ok(done + &rest)
}

/// Code in a language's style: a name of a parameter or field is spelled as there.
fn code_of(code: &str, style: &impl Style, names: &impl Names) -> String {
    if code.contains('_') && names.is_name(code) {
        return style.code(&style.name(code));
    }
    style.code(code)
}

/// A link to what core calls `target`.
fn target_of(target: &str, style: &impl Style, names: &impl Names) -> Result<String, String> {
    let target = target.trim_start_matches("super::").trim_start_matches("crate::");
    match target.split_once("::") {
        Some(("ErrorKind", kind)) => return Ok(style.error(kind)),
        Some(("ClientBuilder" | "Credential", option)) => {
            return Ok(style.code(&style.name(option)));
        }
        Some((record, field)) if names.has_field(record, field) => {
            return Ok(style.field(record, field));
        }
        Some((of, method)) => {
            if let Some((resource, name)) = names.operation(of, method) {
                return Ok(style.operation(resource, name));
            }
        }
        None if names.is_record(target) => return Ok(style.code(target)),
        None => {}
    }
    Err(format!("cannot render a link to {target}"))
}

/// Splits the label of a link from the text after it.
fn link(text: &str) -> Result<(&str, &str), String> {
    let text = text.strip_prefix('[').unwrap_or(text);
    text.split_once(']').ok_or_else(|| format!("a bracket without its pair: [{text}"))
}

/// Lines of at most `width` characters. A word that is longer has a line of its own.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The first sentence, and the others.
pub(crate) fn summary(text: &str) -> (&str, Option<&str>) {
    match text.split_once(". ") {
        Some((first, rest)) => (text.get(..=first.len()).unwrap_or(text), Some(rest)),
        None => (text, None),
    }
}

/// With a capital first letter.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// With a small first letter, unless the first word is an abbreviation.
pub(crate) fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = text.get(first.len_utf8()..).unwrap_or_default();
            first.to_lowercase().collect::<String>() + rest
        }
        _ => text.to_owned(),
    }
}

/// The text about a time, for a language that has a type for it.
pub(crate) fn without_format(text: &str) -> String {
    text.replace(" in UTC", "").replace(", as RFC 3339", "")
}

/// The text about a duration, for a language that counts its seconds.
///
/// # Errors
/// A text that does not begin with "How long".
pub(crate) fn in_seconds(text: &str) -> Result<String, String> {
    match text.strip_prefix("How long") {
        Some(rest) => Ok(format!("Seconds{rest}")),
        None => Err(format!("the text about a duration does not begin with `How long`: {text}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Upper;

    impl Style for Upper {
        const COUNTS_SECONDS: bool = true;
        const FORBIDDEN: &'static [&'static str] = &["*/"];

        fn code(&self, code: &str) -> String {
            code.to_uppercase()
        }

        fn error(&self, kind: &str) -> String {
            format!("{kind}Error")
        }

        fn field(&self, record: &str, field: &str) -> String {
            format!("{record}#{field}")
        }

        fn operation(&self, resource: &str, name: &str) -> String {
            format!("{resource}.{name}()")
        }

        fn name(&self, name: &str) -> String {
            name.replace('_', "-")
        }
    }

    struct Tags;

    impl Names for Tags {
        fn is_record(&self, name: &str) -> bool {
            name == "Tag"
        }

        fn has_field(&self, record: &str, field: &str) -> bool {
            (record, field) == ("Tag", "slug")
        }

        fn operation(&self, of: &str, method: &str) -> Option<(&str, &str)> {
            ((of, method) == ("Self", "list")).then_some(("tags", "list"))
        }

        fn is_name(&self, name: &str) -> bool {
            name == "new_slug"
        }
    }

    fn upper(text: &str) -> Result<String, String> {
        rendered(text, &Upper, &Tags)
    }

    #[test]
    fn rendered_replaces_code_and_links() {
        let text = "`None`, [`ErrorKind::NotFound`]\nor [`Tag::slug`](super::Tag::slug) of \
                    [folders](Client::folders).";
        assert_eq!(upper(text).unwrap(), "NONE, NotFoundError or Tag#slug of folders.");
    }

    #[test]
    fn rendered_spells_operations_options_and_names() {
        let text = "[`list`](Self::list) of [`Tag`], `new_slug`, `no_access`, \
                    [`user_agent`](super::ClientBuilder::user_agent).";
        assert_eq!(upper(text).unwrap(), "tags.list() of TAG, NEW-SLUG, NO_ACCESS, USER-AGENT.");
    }

    #[test]
    fn rendered_unknown_link_or_end_of_comment_fails_by_name() {
        let error = upper("see [`Call::x`](super::Call::x)").unwrap_err();
        assert_eq!(error, "cannot render a link to Call::x");
        assert_eq!(upper("`src/*/a`").unwrap_err(), "a comment cannot hold */");
    }

    #[test]
    fn uncapitalized_keeps_abbreviations() {
        assert_eq!(uncapitalized("E-mail address."), "e-mail address.");
        assert_eq!(uncapitalized("SHA-256 of it."), "SHA-256 of it.");
    }

    #[test]
    fn in_seconds_refuses_a_text_of_another_form() {
        assert_eq!(in_seconds("How long it lasts.").unwrap(), "Seconds it lasts.");
        assert!(in_seconds("Its life.").is_err());
    }

    #[test]
    fn wrapped_breaks_lines_at_the_width() {
        assert_eq!(wrapped("aa bb cc", 5), ["aa bb", "cc"]);
    }

    #[test]
    fn summary_ends_at_the_first_sentence() {
        assert_eq!(summary("One. Two. Three."), ("One.", Some("Two. Three.")));
        assert_eq!(summary("One."), ("One.", None));
    }
}
