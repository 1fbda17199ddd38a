//! The parts of an operation's documentation.

/// What core says of an operation, as Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sections {
    /// What it does. The first begins with a sentence that stands alone.
    pub(crate) paragraphs: Vec<String>,
    /// Parameters, by their name in core.
    pub(crate) arguments: Vec<(String, String)>,
    /// Errors: the name of an `ErrorKind`, and when it occurs, such as `if the name is empty.`
    pub(crate) errors: Vec<(String, String)>,
}

/// The words with which a condition begins.
const CONDITIONS: &[&str] = &["if ", "for ", "on ", "unless ", "while "];

impl Sections {
    /// Parses the documentation of a method or struct. Examples in Rust are left out.
    ///
    /// # Errors
    /// A section or an item of another form.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut sections = Self::default();
        let mut heading = String::new();
        for block in blocks(text) {
            if let Some(name) = block.strip_prefix("# ") {
                name.clone_into(&mut heading);
                continue;
            }
            match heading.as_str() {
                "" => sections.paragraphs.push(block),
                "Arguments" => sections.arguments.push(argument(&block)?),
                "Errors" => sections.add_error(&block)?,
                name => return Err(format!("there is no section {name}")),
            }
        }
        Ok(sections)
    }

    fn add_error(&mut self, block: &str) -> Result<(), String> {
        let wrong = || format!("not an item such as \"- [`ErrorKind::X`] if …\": {block}");
        let item = block.strip_prefix("- [`ErrorKind::").ok_or_else(wrong)?;
        let (kind, condition) = item.split_once("`]").ok_or_else(wrong)?;
        // Where the name is not in scope, a link follows.
        let condition = match condition.strip_prefix('(') {
            Some(link) => link.split_once(')').ok_or_else(wrong)?.1,
            None => condition,
        };
        let condition = condition.trim_start();
        if !CONDITIONS.iter().any(|word| condition.starts_with(word)) {
            return Err(wrong());
        }
        if self.errors.iter().any(|(known, _)| known == kind) {
            return Err(format!("{kind} has two items"));
        }
        self.errors.push((kind.to_owned(), condition.to_owned()));
        Ok(())
    }
}

fn argument(block: &str) -> Result<(String, String), String> {
    let item = block.strip_prefix("- `").and_then(|item| item.split_once("`: "));
    let (name, text) =
        item.ok_or_else(|| format!("not an item such as \"- `name`: …\": {block}"))?;
    Ok((name.to_owned(), text.to_owned()))
}

/// Paragraphs, headings and items of lists, each on one line.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut joins = false;
    let mut in_code = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            in_code = !in_code;
            joins = false;
        } else if in_code || line.is_empty() {
            joins = false;
        } else if joins && !line.starts_with("- ") && !line.starts_with("# ") {
            let block = blocks.last_mut().into_iter();
            block.for_each(|block| *block += &format!(" {line}"));
        } else {
            blocks.push(line.to_owned());
            joins = !line.starts_with("# ");
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_reads_paragraphs_arguments_and_errors() {
        let text = "Creates a tag. It\nis new.\n\nMore.\n\n```no_run\n# hidden\n```\n\n# Arguments\n\
                    - `name`: the name,\n  for people.\n- `slug`: the slug.\n\n# Errors\n\
                    - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the slug\n  is taken.";
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let expected = Sections {
            paragraphs: vec!["Creates a tag. It is new.".to_owned(), "More.".to_owned()],
            arguments: vec![pair("name", "the name, for people."), pair("slug", "the slug.")],
            errors: vec![pair("Conflict", "if the slug is taken.")],
        };
        assert_eq!(Sections::parse(text), Ok(expected));
    }

    #[test]
    fn parse_refuses_other_forms() {
        for text in [
            "A.\n\n# Errors\nMany.",
            "A.\n\n# Errors\n- [`ErrorKind::Conflict`] the slug is taken.",
            "A.\n\n# Errors\n- [`ErrorKind::X`] if a.\n- [`ErrorKind::X`] if b.",
            "A.\n\n# Arguments\n- name: a.",
            "A.\n\n# Panics\nNever.",
        ] {
            assert!(Sections::parse(text).is_err(), "{text}");
        }
    }
}
