//! Records, operations and their types, as the tables of `bindings/surface` list them.

/// The tables of `bindings/surface`.
pub(crate) struct Surface {
    /// Arguments of operations.
    pub(crate) inputs: Vec<Record>,
    /// Arguments and results of operations.
    pub(crate) values: Vec<Record>,
    /// Results of operations.
    pub(crate) records: Vec<Record>,
    /// Returned records with a field that nothing prints.
    pub(crate) confidential: Vec<Record>,
    /// Returned secrets.
    pub(crate) secrets: Vec<Record>,
    /// Methods of a client.
    pub(crate) operations: Vec<Operation>,
    /// Functions without a client.
    pub(crate) functions: Vec<Operation>,
}

/// A record that crosses the border between the native library and a language.
pub(crate) struct Record {
    /// Its name at the border, such as `NativeProject`.
    pub(crate) native: &'static str,
    /// Its name in core and in every language, such as `Project`.
    pub(crate) name: &'static str,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
    /// Whether the text is a time, as RFC 3339, for which a language has a type.
    pub(crate) instant: bool,
    /// Whether nothing prints it.
    pub(crate) secret: bool,
}

pub(crate) struct Operation {
    /// Its name at the border, such as `create_group`.
    pub(crate) name: &'static str,
    /// Its name in every language, such as `groups.create`.
    pub(crate) path: &'static str,
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
    /// Text that is `read` or `write`.
    Permission,
    /// A record, by its name at the border.
    Record(String),
    Optional(Box<Type>),
    List(Box<Type>),
}

impl Type {
    /// The type in a language.
    pub(crate) fn spelled(&self, spelling: &Spelling) -> String {
        match self {
            Self::Unit => spelling.unit.to_owned(),
            Self::Text => spelling.text.to_owned(),
            Self::Bytes => spelling.bytes.to_owned(),
            Self::Integer => spelling.integer.to_owned(),
            Self::Number => spelling.number.to_owned(),
            Self::Flag => spelling.flag.to_owned(),
            Self::Progress => spelling.progress.to_owned(),
            Self::Error => spelling.error.to_owned(),
            Self::Permission => "Permission".to_owned(),
            Self::Record(native) => (spelling.record)(native),
            Self::Optional(inner) => (spelling.optional)(&inner.spelled(spelling)),
            Self::List(inner) => (spelling.list)(&inner.spelled(spelling)),
        }
    }

    /// The record in it, by its name at the border.
    pub(crate) fn record(&self) -> Option<&str> {
        match self {
            Self::Record(native) => Some(native),
            Self::Optional(inner) | Self::List(inner) => inner.record(),
            _ => None,
        }
    }

    /// The same type of permissions in place of texts.
    pub(crate) fn of_permissions(self) -> Self {
        match self {
            Self::Text => Self::Permission,
            Self::Optional(inner) => Self::Optional(Box::new(inner.of_permissions())),
            Self::List(inner) => Self::List(Box::new(inner.of_permissions())),
            other => other,
        }
    }

    /// Parses the output of `stringify!`.
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

/// How a language writes types.
pub(crate) struct Spelling {
    pub(crate) unit: &'static str,
    pub(crate) text: &'static str,
    pub(crate) bytes: &'static str,
    pub(crate) integer: &'static str,
    /// Every number that is not an integer is a duration.
    pub(crate) number: &'static str,
    pub(crate) flag: &'static str,
    pub(crate) progress: &'static str,
    pub(crate) error: &'static str,
    pub(crate) optional: fn(&str) -> String,
    pub(crate) list: fn(&str) -> String,
    /// The class of a record, from its name at the border.
    pub(crate) record: fn(&str) -> String,
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
