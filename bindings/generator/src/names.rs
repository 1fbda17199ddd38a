//! Names as languages spell them.

/// `last_used` as `lastUsed`.
pub(crate) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let initial = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &initial.into_iter().chain(letters).collect::<String>()
    })
}

/// The name of a record in a language, from its name at the border.
pub(crate) fn class_name(native: &str) -> &str {
    native.strip_prefix("Native").unwrap_or(native)
}

/// `api_keys` as `ApiKeys`.
pub(crate) fn pascal_case(name: &str) -> String {
    camel_case(&format!("_{name}"))
}
