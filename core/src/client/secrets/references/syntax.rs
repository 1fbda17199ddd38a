//! The syntax of references in a value.

/// A folder, by environment and path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::client) struct Folder {
    pub(in crate::client) environment: String,
    pub(in crate::client) path: String,
}

/// The syntax of references.
#[derive(Debug, Clone, Copy)]
pub(in crate::client) enum Syntax {
    /// May 2023: any text between the braces is a name.
    Names,
    /// Since 2024: `${environment.folder.NAME}` names a folder too.
    Dotted,
}

/// The text between the braces.
pub(super) enum Target<'a> {
    /// A plain name.
    Name(&'a str),
    /// A name in a folder.
    In(Folder, &'a str),
}

impl Target<'_> {
    pub(super) fn name(&self) -> &str {
        let (Self::Name(name) | Self::In(_, name)) = self;
        name
    }
}

pub(super) enum Piece<'a> {
    Text(&'a str),
    /// The text of a reference, and its target.
    Reference(&'a str, Target<'a>),
}

impl Syntax {
    /// Splits a value into the references and the text between them.
    pub(super) fn pieces(self, value: &str) -> impl Iterator<Item = Piece<'_>> {
        let mut rest = Some(value);
        let mut reference = None;
        std::iter::from_fn(move || {
            if let Some(found) = reference.take() {
                return Some(found);
            }
            let text = rest.take()?;
            let Some((written, before, inside, after)) = next_reference(text) else {
                return Some(Piece::Text(text));
            };
            reference = Some(Piece::Reference(written, self.target(inside)));
            rest = Some(after);
            Some(Piece::Text(before))
        })
    }

    fn target(self, inside: &str) -> Target<'_> {
        if let Self::Names = self {
            return Target::Name(inside.trim_start_matches(['$', '{']));
        }
        let (Some((environment, rest)), Some((_, name))) =
            (inside.split_once('.'), inside.rsplit_once('.'))
        else {
            return Target::Name(inside);
        };
        let folders = rest.strip_suffix(name).unwrap_or_default();
        let folders = folders.strip_suffix('.').unwrap_or(folders);
        let path = format!("/{}", folders.replace('.', "/"));
        Target::In(Folder { environment: environment.to_owned(), path }, name)
    }
}

/// The first reference in a text: itself, and the text before, inside and after it. `${}` is not a
/// reference.
pub(super) fn next_reference(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find("${")?;
        let length = text.get(start..)?.find('}')?;
        let (written, inside) =
            (text.get(start..=start + length)?, text.get(start + 2..start + length)?);
        let after = start + length + 1;
        if !inside.is_empty() {
            return Some((written, text.get(..start)?, inside, text.get(after..)?));
        }
        from = after;
    }
}
