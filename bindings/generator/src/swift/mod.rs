//! The generated files of the Swift package and of its runner of scenarios. They are laid out as
//! swift-format would, so that no Swift is needed to write them.

mod documentation;
mod layout;
mod parameters;
mod records;
mod resources;
mod runner;
mod types;

use crate::source::Source;
use documentation::DocC;

const FOLDER: &str = "swift/Sources/InfisicalE2EE/Generated";

/// Each generated file of the package, by its path in the repository.
pub(crate) fn files(source: &Source) -> Result<Vec<(String, String)>, String> {
    let resources = source.resources()?;
    let style = DocC::of(&resources);
    let mut files = vec![records::file(source, &style)?];
    files.extend(resources::files(&resources, source, &style)?);
    files.extend(runner::files(&resources, source)?);
    Ok(files)
}
