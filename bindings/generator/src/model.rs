//! What every language is given: records, operations and their types.

/// The tables of `bindings/surface`.
pub(crate) struct Surface {
    /// What an operation takes.
    pub(crate) inputs: Vec<Record>,
    /// What an operation takes or returns.
    pub(crate) values: Vec<Record>,
    /// What an operation returns.
    pub(crate) records: Vec<Record>,
    /// Returned records with a field that nothing prints.
    pub(crate) confidential: Vec<Record>,
    /// Returned secrets.
    pub(crate) secrets: Vec<Record>,
    /// What a client does.
    pub(crate) operations: Vec<Operation>,
    /// What needs no client.
    pub(crate) functions: Vec<Operation>,
}

impl Surface {
    /// A record that operations take or return, by its name at the border.
    pub(crate) fn record(&self, native: &str) -> Option<&Record> {
        self.values.iter().chain(&self.records).find(|record| record.native == native)
    }

    /// Whether a returned record has this field.
    pub(crate) fn has_field(&self, record: &str, field: &str) -> bool {
        [&self.values, &self.records, &self.confidential, &self.secrets]
            .into_iter()
            .flatten()
            .filter(|found| found.name == record)
            .any(|found| found.fields.iter().any(|found| found.name == field))
    }
}

/// A record that crosses the border between the native library and a language.
pub(crate) struct Record {
    /// Its name at the border, such as `NativeProject`.
    pub(crate) native: &'static str,
    /// Its name in core and in every language, such as `Project`.
    pub(crate) name: &'static str,
    /// What the table says of it.
    pub(crate) doc: &'static str,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
    /// Whether the text is a time, as RFC 3339, for which a language has a type.
    pub(crate) instant: bool,
}

pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) output: Type,
}

pub(crate) struct Argument {
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
}

/// A type as the tables write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Unit,
    Text,
    Bytes,
    Integer,
    Number,
    Flag,
    Progress,
    Error,
    /// A record, by its name at the border.
    Record(String),
    Optional(Box<Type>),
    List(Box<Type>),
}

impl Type {
    /// Reads a type as `stringify!` gives it.
    pub(crate) fn parse(text: &str) -> Self {
        let text: String = text.split_whitespace().collect();
        Self::of(&text)
    }

    fn of(text: &str) -> Self {
        let inner = |name: &str| text.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>');
        if let Some(inner) = inner("Option") {
            return Self::Optional(Box::new(Self::of(inner)));
        }
        if let Some(inner) = inner("Vec") {
            return Self::List(Box::new(Self::of(inner)));
        }
        match text {
            "()" => Self::Unit,
            "String" => Self::Text,
            "Bytes" => Self::Bytes,
            "i64" => Self::Integer,
            "f64" => Self::Number,
            "bool" => Self::Flag,
            "OnProgress" => Self::Progress,
            "NativeError" => Self::Error,
            record => Self::Record(record.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_parse_reads_nested_generics() {
        let of = Type::parse("Option < Vec < NativeTag > >");
        let tag = Type::Record("NativeTag".to_owned());
        assert_eq!(of, Type::Optional(Box::new(Type::List(Box::new(tag)))));
        assert_eq!(Type::parse("()"), Type::Unit);
    }
}
