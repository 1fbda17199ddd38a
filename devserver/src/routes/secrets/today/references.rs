//! References between secrets: `${NAME}` in the same folder, `${environment.folder.NAME}` elsewhere.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::place::owner;
use crate::routes::secrets::today::entry::{Plain, named};
use crate::routes::secrets::today::imports;
use crate::routes::secrets::today::place::{Opened, Place};
use crate::store::folders::Folder;
use crate::store::secrets::{Kind, Secret};

/// How far references in referenced values are followed.
const DEEPEST: usize = 10;
/// The longest expanded value. A longer one keeps its references.
const LONGEST: usize = 4 * 1024 * 1024;

/// A secret by its place and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) environment: String,
    pub(super) path: String,
    pub(super) name: String,
}

impl Reference {
    pub(super) fn to(secret: &Secret, name: &str) -> Self {
        Reference {
            environment: secret.environment.clone(),
            path: secret.path.clone(),
            name: name.to_owned(),
        }
    }

    /// What a text in braces means in a secret at `at`.
    fn read(text: &str, at: &Reference) -> Self {
        let parts: Vec<_> = text.split('.').collect();
        match parts.as_slice() {
            [environment, folders @ .., name] => Reference {
                environment: (*environment).to_owned(),
                path: format!("/{}", folders.join("/")),
                name: (*name).to_owned(),
            },
            _ => Reference { name: text.to_owned(), ..at.clone() },
        }
    }
}

/// A part of a value.
enum Part<'a> {
    Text(&'a str),
    /// The text in braces.
    Reference(&'a str),
}

/// Splits a value at its references: braces with letters, digits, dots, dashes and underscores alone.
fn parts(value: &str) -> Vec<Part<'_>> {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let (mut parts, mut rest, mut from) = (Vec::new(), value, 0);
    while let Some(start) = rest.get(from..).and_then(|text| text.find("${")).map(|at| from + at) {
        let inner = rest.get(start + 2..).unwrap_or_default();
        match inner.split_once('}') {
            Some((name, after)) if !name.is_empty() && name.chars().all(is_in_name) => {
                parts.push(Part::Text(rest.get(..start).unwrap_or_default()));
                parts.push(Part::Reference(name));
                (rest, from) = (after, 0);
            }
            _ => from = start + 2,
        }
    }
    parts.push(Part::Text(rest));
    parts
}

/// The secrets that a value at `at` refers to.
pub(super) fn references(value: &str, at: &Reference) -> Vec<Reference> {
    let read = |part: &Part<'_>| match part {
        Part::Reference(text) => Some(Reference::read(text, at)),
        Part::Text(_) => None,
    };
    parts(value).iter().filter_map(read).collect()
}

/// Expands values for the caller.
#[derive(Clone, Copy)]
pub(super) struct Expander<'a> {
    pub(super) call: &'a Call,
    pub(super) db: &'a Connection,
    pub(super) opened: &'a Opened,
    /// Whether the caller's personal secrets count in place of the shared ones.
    pub(super) with_personal: bool,
    /// Whether a folder also has the secrets that it imports: in lists of v4.
    pub(super) with_imports: bool,
    /// The place where a reference to a missing secret is refused.
    pub(super) complete_at: Option<&'a Place>,
}

/// A reference that the caller may not follow, in the words of the server.
pub(super) struct Denial(String);

enum Failure {
    Denied(Reference),
    Failed(ApiError),
}

impl<'a> Expander<'a> {
    /// For one secret: references lead to shared secrets of the folders themselves.
    pub(super) fn of_one(call: &'a Call, db: &'a Connection, opened: &'a Opened) -> Self {
        let (with_personal, with_imports) = (false, false);
        Self { call, db, opened, with_personal, with_imports, complete_at: None }
    }

    pub(super) fn has_reference(value: &str) -> bool {
        parts(value).iter().any(|part| matches!(part, Part::Reference(_)))
    }

    /// The refusal of a read because of references.
    pub(super) fn refusal(denials: Vec<Denial>) -> ApiError {
        let details: Vec<_> = denials.into_iter().map(|Denial(text)| text).collect();
        if details.iter().any(String::is_empty) {
            return ApiError::Internal;
        }
        ApiError::Detailed {
            status: 403,
            error: "ForbiddenError",
            message: "Failed to expand one or more secret references".to_owned(),
            details: json!(details),
        }
    }

    /// The value of a secret with its references replaced: by nothing, if there is no such secret. A
    /// reference back into the chain stays.
    pub(super) fn expand(&self, plain: &Plain) -> Result<String, Denial> {
        let at = Reference::to(&plain.secret, &plain.name);
        self.expand_at(&plain.value, &at, &mut Vec::new()).map_err(|failure| match failure {
            Failure::Denied(target) => Denial(format!(
                "You do not have permission to read secret '{}' in environment '{}' at path '{}', \
                 which is referenced by secret '{}' in environment '{}' at path '{}'.",
                target.name, target.environment, target.path, at.name, at.environment, at.path
            )),
            Failure::Failed(error) => {
                tracing::error!(?error, "references");
                Denial(String::new())
            }
        })
    }

    /// The value of a secret that the folder at `importer` imports. It stays as written if one of its
    /// references cannot be followed. In v4 its plain names are those of secrets of the importing folder.
    pub(super) fn expand_imported(&self, plain: &Plain, importer: &Place) -> String {
        let expanded = match self.with_imports {
            false => self.expand(plain).ok(),
            true if !importer.is_open(self.call, self.db, Action::Read) => None,
            true => {
                let at = Reference {
                    environment: importer.environment.clone(),
                    path: importer.path.clone(),
                    name: plain.name.clone(),
                };
                let expander = Expander { complete_at: Some(importer), ..*self };
                expander.expand_at(&plain.value, &at, &mut Vec::new()).ok()
            }
        };
        expanded.unwrap_or_else(|| plain.value.clone())
    }

    fn expand_at(
        &self,
        value: &str,
        at: &Reference,
        chain: &mut Vec<Reference>,
    ) -> Result<String, Failure> {
        let mut expanded = String::new();
        for part in parts(value) {
            match part {
                Part::Text(text) => expanded.push_str(text),
                Part::Reference(text) => {
                    let target = Reference::read(text, at);
                    let is_followed = !chain.contains(&target)
                        && chain.len() < DEEPEST
                        && expanded.len() < LONGEST;
                    if !is_followed {
                        expanded.push_str(&format!("${{{text}}}"));
                        continue;
                    }
                    let Some(value) = self.value_of(&target)? else { continue };
                    chain.push(target.clone());
                    let inner = self.expand_at(&value, &target, chain)?;
                    chain.pop();
                    expanded.push_str(&inner);
                }
            }
        }
        Ok(expanded)
    }

    /// The value of a secret; `None` if there is none.
    fn value_of(&self, target: &Reference) -> Result<Option<String>, Failure> {
        let project = &self.opened.project;
        let (environment, path) = (target.environment.clone(), target.path.clone());
        let place = Place::new(project.id.clone(), environment, path);
        if !place.is_open(self.call, self.db, Action::Read) {
            return Err(Failure::Denied(target.clone()));
        }
        let found = || -> Result<_, ApiError> {
            let Some(folder) = place.folder(self.db, project)? else { return Ok(None) };
            let folders = match self.with_imports {
                true => imports::with_imported(self.call, self.db, project, folder)?,
                false => vec![folder],
            };
            for folder in folders {
                if let Some(value) = self.value_in(&folder, &target.name)? {
                    return Ok(Some(value));
                }
            }
            Ok(None)
        };
        let value = found().map_err(Failure::Failed)?;
        let is_complete = |at: &Place| at.environment == place.environment && at.path == place.path;
        match value {
            None if self.complete_at.is_some_and(is_complete) => {
                Err(Failure::Denied(target.clone()))
            }
            value => Ok(value),
        }
    }

    fn value_in(&self, folder: &Folder, name: &str) -> Result<Option<String>, ApiError> {
        let found = named(self.call, self.db, self.opened, folder, name)?;
        let own = owner(self.call).filter(|_| self.with_personal);
        let is_own = |one: &&Secret| one.kind == Kind::Personal && one.user_id.as_deref() == own;
        let personal = found.iter().rev().find(is_own).filter(|_| own.is_some());
        let secret = personal.or_else(|| pick(&found, Kind::Shared, None));
        secret.map(|secret| self.opened.cipher.open(&secret.content.value)).transpose()
    }
}

/// The secret with all that it refers to.
pub(super) fn tree(expander: &Expander<'_>, plain: &Plain) -> Result<Value, ApiError> {
    let at = Reference::to(&plain.secret, &plain.name);
    let children = branches(expander, &plain.value, &at, &mut Vec::new())?;
    Ok(json!({
        "key": "root",
        "value": plain.value,
        "environment": at.environment,
        "secretPath": at.path,
        "children": children,
    }))
}

fn branches(
    expander: &Expander<'_>,
    value: &str,
    at: &Reference,
    chain: &mut Vec<Reference>,
) -> Result<Vec<Value>, ApiError> {
    let mut branches = Vec::new();
    for target in references(value, at) {
        if chain.contains(&target) || chain.len() >= DEEPEST {
            continue;
        }
        let value = match expander.value_of(&target) {
            Ok(value) => value.unwrap_or_default(),
            Err(Failure::Denied(_)) => continue,
            Err(Failure::Failed(error)) => return Err(error),
        };
        chain.push(target.clone());
        let children = self::branches(expander, &value, &target, chain)?;
        chain.pop();
        branches.push(json!({
            "key": target.name,
            "value": value,
            "environment": target.environment,
            "secretPath": target.path,
            "children": children,
        }));
    }
    Ok(branches)
}

#[cfg(test)]
mod tests {
    use super::{Reference, references};

    #[test]
    fn references_reads_names_and_paths() {
        let at = Reference {
            environment: "dev".to_owned(),
            path: "/sub".to_owned(),
            name: "AT".to_owned(),
        };
        let named = |value| {
            let found = references(value, &at).into_iter();
            found
                .map(|it| format!("{}:{}:{}", it.environment, it.path, it.name))
                .collect::<Vec<_>>()
        };
        for (value, found) in [
            ("${A}", vec!["dev:/sub:A"]),
            ("$${A}${B}", vec!["dev:/sub:A", "dev:/sub:B"]),
            ("${prod.A}", vec!["prod:/:A"]),
            ("${prod.x.y.A}", vec!["prod:/x/y:A"]),
            ("$A ${ A } ${} ${ü} ${A", vec![]),
            ("${${A}}", vec!["dev:/sub:A"]),
        ] {
            assert_eq!(named(value), found, "{value}");
        }
    }
}
