//! Writing or comparing a generated file.

use std::fs;
use std::path::Path;

/// Writes a file, unless it is the same already.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    if check(path, text).is_ok() {
        return Ok(());
    }
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)
}

/// Fails unless the file has this text.
pub(crate) fn check(path: &Path, text: &str) -> Result<(), String> {
    match fs::read_to_string(path) {
        Ok(found) if found == text => Ok(()),
        Ok(_) => Err(format!("{} is out of date: run `make generate`", path.display())),
        Err(error) => Err(format!("cannot read {}: {error}", path.display())),
    }
}
