//! The generated records of the Kotlin package. They are laid out as ktfmt would, so that no JDK is
//! needed to write them.

use std::collections::BTreeSet;

use askama::Template;

use crate::documentation::Documentation;
use crate::markdown::{self, Style};
use crate::model::{Field, Record, Surface, Type};
use crate::names::{camel_case, class_name};

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

/// Texts of which Kotlin knows more than the table: their type, and how it is made.
const REFINED: &[(&str, &str, &str)] = &[
    ("ServiceAccountPermission.permissions", PERMISSIONS, TO_PERMISSIONS),
    ("ServiceTokenInfo.permissions", PERMISSIONS, TO_PERMISSIONS),
];
const PERMISSIONS: &str = "Set<Permission>";
const TO_PERMISSIONS: &str = "mapTo(LinkedHashSet(), Permission::known)";

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
pub(crate) fn files(
    surface: &Surface,
    documentation: &Documentation,
) -> Result<Vec<(String, String)>, String> {
    let records = surface
        .values
        .iter()
        .chain(&surface.records)
        .filter(|record| !HAND_WRITTEN.contains(&record.name))
        .map(|record| data_class(record, surface, documentation))
        .collect::<Result<Vec<_>, String>>()?;
    let native = records.iter().map(|it| format!("io.github.infisicale2ee.internal.{}", it.native));
    let imports = native.chain(["java.time.Instant".to_owned()]).collect();
    let text = Records { imports, records }.render().map_err(|error| error.to_string())?;
    Ok(vec![(FILE.to_owned(), text)])
}

fn data_class(
    record: &Record,
    surface: &Surface,
    documentation: &Documentation,
) -> Result<DataClass, String> {
    let style = KDoc(surface);
    let mut lines = markdown::wrapped(&documentation.record(record.name, &style)?, LINE_LENGTH - 3);
    lines.push(String::new());
    let mut fields = Vec::new();
    for field in &record.fields {
        let name = camel_case(field.name);
        let doc = documentation.field(record.name, field.name, &style)?;
        let doc = if field.instant { markdown::without_format(&doc) } else { doc };
        let doc = format!("@property {name} {}", markdown::uncapitalized(&doc));
        lines.extend(hanging(&doc));
        fields.push(Property {
            annotation: annotation(record, field),
            value: value(record, field, &name),
            name,
        });
    }
    let lines = lines.iter().map(|line| format!(" * {line}").trim_end().to_owned());
    let doc = format!("/**\n{}\n */", lines.collect::<Vec<_>>().join("\n"));
    Ok(DataClass { name: record.name, native: record.native, doc, fields })
}

/// Lines of a block tag: those after the first stand two columns further in.
fn hanging(text: &str) -> Vec<String> {
    let mut lines = markdown::wrapped(text, LINE_LENGTH - 3);
    let rest = lines.split_off(1.min(lines.len()));
    if !rest.is_empty() {
        let rest = markdown::wrapped(&rest.join(" "), LINE_LENGTH - 5);
        lines.extend(rest.into_iter().map(|line| format!("  {line}")));
    }
    lines
}

fn annotation(record: &Record, field: &Field) -> String {
    match refined(record, field) {
        Some((annotation, _)) => annotation.to_owned(),
        None if field.instant => "Instant?".to_owned(),
        None => written(&field.kind),
    }
}

fn written(kind: &Type) -> String {
    match kind {
        Type::Unit => "Unit".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Bytes => "ByteArray".to_owned(),
        Type::Integer => "Long".to_owned(),
        Type::Number => "Duration".to_owned(),
        Type::Flag => "Boolean".to_owned(),
        Type::Progress => "(Long, Long) -> Unit".to_owned(),
        Type::Error => "InfisicalException".to_owned(),
        Type::Record(native) => class_name(native).to_owned(),
        Type::Optional(kind) => format!("{}?", written(kind)),
        Type::List(kind) => format!("List<{}>", written(kind)),
    }
}

fn refined(record: &Record, field: &Field) -> Option<(&'static str, &'static str)> {
    let name = format!("{}.{}", record.name, field.name);
    let found = REFINED.iter().find(|(refined, ..)| *refined == name)?;
    Some((found.1, found.2))
}

fn value(record: &Record, field: &Field, name: &str) -> String {
    let native = format!("native.{name}");
    if let Some((_, made)) = refined(record, field) {
        return format!("{native}.{made}");
    }
    match &field.kind {
        _ if field.instant => format!("toInstant({native})"),
        Type::Number => format!("{native}.seconds"),
        Type::Record(class) => format!("{}({native})", class_name(class)),
        Type::Optional(kind) => match &**kind {
            Type::Record(class) => format!("{native}?.let(::{})", class_name(class)),
            _ => native,
        },
        Type::List(kind) => match &**kind {
            Type::Record(class) => format!("{native}.map(::{})", class_name(class)),
            _ => native,
        },
        _ => native,
    }
}

struct KDoc<'a>(&'a Surface);

impl Style for KDoc<'_> {
    fn code(&self, code: &str) -> String {
        match code {
            "None" => "`null`".to_owned(),
            code => format!("`{code}`"),
        }
    }

    fn link(&self, target: &str) -> Option<String> {
        match target.split_once("::") {
            Some(("ErrorKind", kind)) => Some(format!("[{kind}Exception]")),
            Some((record, field)) if self.0.has_field(record, field) => {
                Some(format!("[{record}.{}]", camel_case(field)))
            }
            _ => None,
        }
    }
}
