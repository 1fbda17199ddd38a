//! The generated records of the Kotlin package. They are laid out as ktfmt would, so that no JDK is
//! needed to write them.

use std::collections::BTreeSet;

use askama::Template;

use crate::markdown::{self, Style};
use crate::model::{Field, Record, Spelling, Type};
use crate::names::{camel_case, class_name, pascal_case};
use crate::source::Source;

const FILE: &str = "kotlin/src/main/kotlin/io/github/infisicale2ee/generated/Records.kt";
/// The longest line, as for ktfmt.
const LINE_LENGTH: usize = 100;

/// Records that users make, that have methods, or whose constructor does more than convert.
const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "DeniedPermission",
    "Role",
    "RolePermission",
    "SecretChange",
    "SecretFailure",
    "SecretHistory",
    "SecretList",
    "ServiceTokenScope",
    "SnapshotContents",
    "TokenAuth",
    "UniversalAuth",
];

const TYPES: Spelling = Spelling {
    unit: "Unit",
    text: "String",
    bytes: "ByteArray",
    integer: "Long",
    number: "Duration",
    flag: "Boolean",
    progress: "(Long, Long) -> Unit",
    error: "InfisicalException",
    optional: |inner| format!("{inner}?"),
    // Permissions are an unordered set.
    list: |inner| {
        if inner == "Permission" { format!("Set<{inner}>") } else { format!("List<{inner}>") }
    },
    record: |native| class_name(native).to_owned(),
};

#[derive(Template)]
#[template(path = "kotlin/records.kt.txt", escape = "none")]
struct Records {
    imports: BTreeSet<String>,
    records: Vec<DataClass>,
}

struct DataClass {
    name: &'static str,
    native: &'static str,
    doc: String,
    fields: Vec<Property>,
}

struct Property {
    name: String,
    annotation: String,
    value: String,
}

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let records = source.returned(HAND_WRITTEN).map(|record| data_class(record, source));
    let records = records.collect::<Result<Vec<_>, String>>()?;
    let native = records.iter().map(|it| format!("io.github.infisicale2ee.internal.{}", it.native));
    let imports = native.chain(["java.time.Instant".to_owned()]).collect();
    let text = Records { imports, records }.render().map_err(|error| error.to_string())?;
    Ok(vec![(FILE.to_owned(), text)])
}

fn data_class(record: &Record, source: &Source) -> Result<DataClass, String> {
    let mut lines = markdown::wrapped(&source.record_doc(record, &KDoc)?, LINE_LENGTH - 3);
    lines.push(String::new());
    let mut fields = Vec::new();
    for field in &record.fields {
        let name = camel_case(field.name);
        let doc = markdown::uncapitalized(&source.field_doc(record, field, &KDoc)?);
        lines.extend(hanging(&format!("@property {name} {doc}")));
        let annotation =
            if field.instant { "Instant?".to_owned() } else { field.kind.spelled(&TYPES) };
        fields.push(Property { annotation, value: value(field, &name), name });
    }
    let lines = lines.iter().map(|line| format!(" * {line}").trim_end().to_owned());
    let doc = format!("/**\n{}\n */", lines.collect::<Vec<_>>().join("\n"));
    Ok(DataClass { name: record.name, native: record.native, doc, fields })
}

/// The lines of a block tag, indented by two spaces after the first.
fn hanging(text: &str) -> Vec<String> {
    let mut lines = markdown::wrapped(text, LINE_LENGTH - 3);
    let rest = lines.split_off(1.min(lines.len()));
    if !rest.is_empty() {
        let rest = markdown::wrapped(&rest.join(" "), LINE_LENGTH - 5);
        lines.extend(rest.into_iter().map(|line| format!("  {line}")));
    }
    lines
}

/// Converts a field from the native library's object.
fn value(field: &Field, name: &str) -> String {
    let native = format!("native.{name}");
    match &field.kind {
        _ if field.instant => format!("toInstant({native})"),
        Type::Number => format!("{native}.seconds"),
        Type::Record(class) => format!("{}({native})", class_name(class)),
        Type::Optional(kind) => match &**kind {
            Type::Record(class) => format!("{native}?.let(::{})", class_name(class)),
            _ => native,
        },
        Type::List(kind) => match &**kind {
            Type::Permission => format!("{native}.mapTo(LinkedHashSet(), Permission::known)"),
            Type::Record(class) => format!("{native}.map(::{})", class_name(class)),
            _ => native,
        },
        _ => native,
    }
}

struct KDoc;

impl Style for KDoc {
    const COUNTS_SECONDS: bool = false;
    // Kotlin nests comments.
    const FORBIDDEN: &'static [&'static str] = &["/*", "*/"];

    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`null`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn error(&self, kind: &str) -> String {
        format!("[{kind}Exception]")
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
