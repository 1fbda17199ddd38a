//! The generated files of the Kotlin package and of its runner of scenarios. They are laid out as
//! ktfmt would, so that no JDK is needed to write them.

mod blocking;
mod kdoc;
mod layout;
mod objects;
mod parameters;
mod records;
mod resources;
mod runner;

use crate::model::Spelling;
use crate::names::class_name;
use crate::source::Source;

/// The folder of the package.
const PACKAGE: &str = "kotlin/src/main/kotlin/io/github/infisicale2ee";
/// The Kotlin package of the native library's classes.
const INTERNAL: &str = "io.github.infisicale2ee.internal";

/// Records that users make, that have methods, or whose constructor does more than convert.
const HAND_WRITTEN: &[&str] = &[
    "BulkItem",
    "BulkResult",
    "DeniedPermission",
    "NamedSecret",
    "RolePermission",
    "Secret",
    "SecretChange",
    "SecretHistory",
    "SecretList",
    "ServiceTokenScope",
    "SnapshotContents",
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

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let mut files = vec![records::file(source)?];
    files.extend(resources::files(source)?);
    files.extend(runner::files(source)?);
    Ok(files)
}
