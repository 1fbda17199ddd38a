//! Code as ktfmt lays it out, so that no JDK is needed to write it.

/// The longest line, as for ktfmt.
pub(super) const LINE_LENGTH: usize = 100;
/// The indent of members of a class.
pub(super) const MEMBER: usize = 4;
/// The indent of statements of a method.
pub(super) const STATEMENT: usize = 8;

/// Whether text fits on one line at an indent.
pub(super) fn fits(indent: usize, text: &str) -> bool {
    indent + text.chars().count() <= LINE_LENGTH
}

/// A line at an indent.
pub(super) fn line(indent: usize, text: &str) -> String {
    format!("{}{text}", " ".repeat(indent))
}

/// `before`, items separated by commas, and `after`: on one line, or with a line for each item.
pub(super) fn list(indent: usize, before: &str, items: &[String], after: &str) -> String {
    let flat = format!("{before}{}{after}", items.join(", "));
    if fits(indent, &flat) {
        return line(indent, &flat);
    }
    let comma = if items.len() > 1 { "," } else { "" };
    let mut lines = vec![line(indent, before)];
    lines.extend(items.iter().map(|item| line(indent + 4, &format!("{item}{comma}"))));
    lines.push(line(indent, after));
    lines.join("\n")
}

/// `val name = class(items)`, which breaks after the equals sign first.
pub(super) fn value(indent: usize, name: &str, class: &str, items: &[String]) -> String {
    let before = format!("val {name} = {class}(");
    if fits(indent, &format!("{before}{})", items.join(", "))) {
        return list(indent, &before, items, ")");
    }
    let items = list(indent + 4, &format!("{class}("), items, ")");
    format!("{}\n{items}", line(indent, &format!("val {name} =")))
}

/// `signature value`, where the signature ends with an equals sign, after which it breaks.
pub(super) fn assigned(indent: usize, signature: &str, value: &str) -> String {
    let flat = format!("{signature} {value}");
    if fits(indent, &flat) {
        return line(indent, &flat);
    }
    format!("{}\n{}", line(indent, signature), line(indent + 4, value))
}

/// A class with its constructor, up to the brace of its body.
pub(super) fn class(declaration: &str, parameters: &str) -> String {
    let constructor = format!("internal constructor({parameters}) {{");
    let flat = format!("{declaration} {constructor}");
    if fits(0, &flat) { flat } else { format!("{declaration}\n{constructor}") }
}

/// A call whose result a class or a function converts.
pub(super) struct Call {
    /// What the result is passed to, such as `Group`.
    pub(super) class: Option<String>,
    pub(super) function: String,
    pub(super) arguments: Vec<String>,
    /// What follows the call, such as `.map(::Group)`.
    pub(super) after: String,
}

impl Call {
    /// On one line.
    pub(super) fn flat(&self) -> String {
        let Self { class, function, arguments, after } = self;
        let call = format!("{function}({}){after}", arguments.join(", "));
        class.as_ref().map_or(call.clone(), |class| format!("{class}({call})"))
    }

    /// On as many lines as it needs.
    pub(super) fn laid_out(&self, indent: usize) -> String {
        if fits(indent, &self.flat()) {
            return line(indent, &self.flat());
        }
        let before = format!("{}(", self.function);
        let after = format!("){}", self.after);
        match &self.class {
            None => list(indent, &before, &self.arguments, &after),
            Some(class) => [
                line(indent, &format!("{class}(")),
                list(indent + 4, &before, &self.arguments, &after),
                line(indent, ")"),
            ]
            .join("\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(count: usize) -> Vec<String> {
        (0..count).map(|index| format!("anArgument{index}")).collect()
    }

    #[test]
    fn list_that_fits_is_one_line() {
        assert_eq!(list(4, "f(", &items(2), ")"), "    f(anArgument0, anArgument1)");
    }

    #[test]
    fn list_that_is_too_long_has_a_line_for_each_item() {
        let text = list(4, "f(", &items(9), ")");
        assert!(text.starts_with("    f(\n        anArgument0,\n"), "{text}");
        assert!(text.ends_with("        anArgument8,\n    )"), "{text}");
    }

    #[test]
    fn value_that_is_too_long_breaks_after_the_equals_sign() {
        let text = value(8, "place", "NativeDestination", &items(5));
        assert!(
            text.starts_with("        val place =\n            NativeDestination(anArgument0,")
        );
    }

    #[test]
    fn call_with_a_class_that_is_too_long_is_indented_in_it() {
        let call = Call {
            class: Some("Group".to_owned()),
            function: "create".to_owned(),
            arguments: items(6),
            after: String::new(),
        };
        let text = call.laid_out(12);
        assert!(text.starts_with("            Group(\n                create(anArgument0,"));
        assert!(text.ends_with("anArgument5)\n            )"));
    }
}
