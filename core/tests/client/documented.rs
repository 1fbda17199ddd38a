//! SECURITY.md names the tests of what it says: each of them exists.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The files with this extension in a folder and below it.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| match path.is_dir() {
        true => files(&path, extension),
        false => vec![path],
    });
    found.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

/// What is between backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The cells of each row of the tables whose last column is "test".
fn rows(document: &str) -> Vec<Vec<&str>> {
    let mut rows = Vec::new();
    let mut in_table = false;
    for line in document.lines() {
        let Some(row) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            in_table &= line.starts_with("|--");
            continue;
        };
        let cells: Vec<_> = row.split(" | ").collect();
        if in_table {
            rows.push(cells);
        }
        in_table |= row.ends_with("| test");
    }
    rows
}

#[test]
fn tests_that_security_md_names_exist() {
    let root = root();
    let mut functions: Vec<String> = Vec::new();
    for (folder, extension, keyword) in [
        ("core", "rs", "fn "),
        ("crypto", "rs", "fn "),
        ("devserver", "rs", "fn "),
        ("python/tests", "py", "def "),
    ] {
        let sources = files(&root.join(folder), extension);
        let sources: String =
            sources.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
        let parts = sources.split(keyword).skip(1);
        functions.extend(parts.filter_map(|part| part.split('(').next().map(str::to_owned)));
    }
    let document = text("SECURITY.md");
    let rows = rows(&document);
    assert!(rows.len() > 40, "{} rows", rows.len());
    for row in rows {
        let named = quoted(row.last().unwrap());
        let needs_none = row.iter().any(|cell| cell.starts_with("not detected"));
        assert!(needs_none || !named.is_empty(), "no test: {row:?}");
        for name in named {
            let exists = match name.ends_with(".json") {
                true => root.join("tests/scenarios").join(name).exists(),
                false => functions.iter().any(|function| function == name),
            };
            assert!(exists, "SECURITY.md names {name}, which does not exist");
        }
    }
}

#[test]
fn security_md_says_what_the_client_does_at_each_lie_of_the_local_server() {
    let document = text("SECURITY.md");
    let lies: Vec<_> = rows(&document).into_iter().flat_map(|row| quoted(row[0])).collect();
    let guide = text("devserver/README.md");
    let (_, guide) = guide.split_once("## Hostile mode").unwrap();
    let (guide, _) = guide.split_once("\n## ").unwrap();
    let kinds: Vec<_> = guide.lines().filter_map(|line| line.strip_prefix("| `")).collect();
    assert!(kinds.len() >= 25, "{kinds:?}");
    for kind in kinds.iter().filter_map(|line| line.split('`').next()) {
        assert!(lies.contains(&kind), "SECURITY.md lacks {kind}");
    }
    for file in files(&root().join("tests/scenarios"), "json") {
        let scenario: Value = serde_json::from_str(&text(&file)).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        let is_named = document.contains(&format!("`{name}`"));
        assert!(scenario.get("hostile").is_none() || is_named, "SECURITY.md lacks {name}");
    }
}
