//! Lays out code as swift-format would, so that no Swift is needed to write it.

/// The longest line, as for swift-format.
pub(super) const LINE_LENGTH: usize = 100;

/// `head(items)` at this indentation: on one line, or else with the items below, as many on a line as fit.
pub(super) fn call(indent: usize, head: &str, items: &[String]) -> String {
    one_line(indent, head, items, "").unwrap_or_else(|| {
        let items = filled(indent + 4, items, ")");
        format!("{}{head}(\n{items}", margin(indent))
    })
}

/// Items with commas between them and `end` after the last, as many on a line as fit.
fn filled(indent: usize, items: &[String], end: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let item = format!("{item}{}", if index + 1 == items.len() { end } else { "," });
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + item.chars().count() <= LINE_LENGTH => {
                *line += &format!(" {item}");
            }
            _ => lines.push(format!("{}{item}", margin(indent))),
        }
    }
    lines.join("\n")
}

/// `head(items)tail` at this indentation: on one line, or else with each item on a line of its own.
pub(super) fn declaration(indent: usize, head: &str, items: &[String], tail: &str) -> String {
    one_line(indent, head, items, tail).unwrap_or_else(|| {
        let outer = margin(indent);
        let separator = format!(",\n{}", margin(indent + 4));
        let items = items.join(&separator);
        format!("{outer}{head}(\n{}{items}\n{outer}){tail}", margin(indent + 4))
    })
}

/// The extension by which a type's printed forms are written, up to its brace.
pub(super) fn printing_extension(name: &str) -> String {
    let head = format!("extension {name}: CustomStringConvertible, CustomDebugStringConvertible,");
    let line = format!("{head} CustomReflectable {{");
    if line.chars().count() <= LINE_LENGTH {
        line
    } else {
        format!("{head}\n    CustomReflectable\n{{")
    }
}

/// A mirror of these children, such as `"name": name`.
pub(super) fn mirror(indent: usize, children: &[String]) -> String {
    let list = format!("children: [{}]", children.join(", "));
    let style = "displayStyle: .struct".to_owned();
    if indent + 4 + list.chars().count() < LINE_LENGTH {
        return call(indent, "Mirror", &["self".to_owned(), list, style]);
    }
    let (outer, inner) = (margin(indent), margin(indent + 4));
    let children = filled(indent + 8, children, ",");
    format!("{outer}Mirror(\n{inner}self,\n{inner}children: [\n{children}\n{inner}], {style})")
}

fn one_line(indent: usize, head: &str, items: &[String], tail: &str) -> Option<String> {
    let line = format!("{}{head}({}){tail}", margin(indent), items.join(", "));
    (line.chars().count() <= LINE_LENGTH).then_some(line)
}

fn margin(indent: usize) -> String {
    " ".repeat(indent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(count: usize) -> Vec<String> {
        vec!["name: name".to_owned(); count]
    }

    #[test]
    fn call_breaks_a_long_line_where_items_no_longer_fit() {
        assert_eq!(call(4, "f", &items(2)), "    f(name: name, name: name)");
        let lines = call(4, "f", &items(8));
        let (first, rest) = lines.split_once('\n').unwrap();
        assert_eq!(first, "    f(");
        assert_eq!(rest, format!("        {},\n        name: name)", items(7).join(", ")));
    }

    #[test]
    fn declaration_gives_each_parameter_a_line_if_one_is_too_long() {
        assert_eq!(declaration(0, "func f", &items(1), " {"), "func f(name: name) {");
        let lines = declaration(4, "func f", &items(9), " {");
        let item = "        name: name";
        let expected = format!("    func f(\n{}\n    ) {{", [item; 9].join(",\n"));
        assert_eq!(lines, expected);
    }
}
