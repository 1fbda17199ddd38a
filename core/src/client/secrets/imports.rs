//! Imported folders in lists of secrets.

use std::collections::HashMap;

use crate::api::secrets::{Imported, Place};
use crate::client::call::Call;
use crate::{Error, ErrorKind, Result};

impl Call {
    /// The imported folders of a list, each with its own secrets.
    ///
    /// Servers of October 2024 label them wrongly if an import leads to a missing folder: its group
    /// has the secrets of the next folder that exists, and so on, and the last groups have none. The
    /// answer does not tell which folder is missing, so the folders are looked up.
    pub(super) async fn with_own_secrets<Record>(
        &self,
        imports: Vec<Imported<Record>>,
        place: &Place,
    ) -> Result<Vec<Imported<Record>>> {
        if !may_be_shifted(&imports) || self.era().await?.is_modern() {
            return Ok(imports);
        }
        self.lists.depends_on_more();
        let mut known = HashMap::new();
        let mut existing = Vec::new();
        for folder in &imports {
            let from = folder.place(place);
            let name = (folder.environment.as_str(), folder.secret_path.as_str());
            let exists = match known.get(&name) {
                Some(exists) => *exists,
                None => self.has_folder(&from).await?,
            };
            known.insert(name, exists);
            if exists {
                existing.push(from);
            }
        }
        relabelled(imports, existing).ok_or_else(|| {
            Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "imports of {}: some lead to a missing folder, and the server's answer does not \
                     match the folders that exist. List them again, or delete the imports of \
                     missing folders",
                    place.describe()
                ),
            )
        })
    }

    async fn has_folder(&self, place: &Place) -> Result<bool> {
        match self.check_folder(place).await {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Whether only the last imported folders lack an id and secrets, and there is such a folder.
fn may_be_shifted<Record>(imports: &[Imported<Record>]) -> bool {
    let is_empty = |one: &Imported<Record>| one.folder_id.is_none() && one.secrets.is_empty();
    let filled = imports.iter().take_while(|one| one.folder_id.is_some()).count();
    filled < imports.len() && imports.iter().skip(filled).all(is_empty)
}

/// The groups of secrets in order, with the names of the folders that exist. `None` if a folder
/// would then have two ids, or two folders one.
fn relabelled<Record>(
    imports: Vec<Imported<Record>>,
    existing: Vec<Place>,
) -> Option<Vec<Imported<Record>>> {
    let filled: Vec<_> = imports.into_iter().filter(|one| one.folder_id.is_some()).collect();
    if filled.len() != existing.len() {
        return None;
    }
    let named = filled.into_iter().zip(existing).map(|(group, place)| Imported {
        environment: place.environment,
        secret_path: place.path.unwrap_or_else(|| "/".to_owned()),
        ..group
    });
    let named: Vec<_> = named.collect();
    let (mut ids, mut names) = (HashMap::new(), HashMap::new());
    let agree = named.iter().all(|group| {
        let (id, name) = (&group.folder_id, (&group.environment, &group.secret_path));
        ids.insert(name, id).is_none_or(|other| other == id)
            && names.insert(id, name).is_none_or(|other| other == name)
    });
    agree.then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups from `environment path id secret…`.
    fn groups(texts: &[&str]) -> Vec<Imported<String>> {
        let group = |text: &&str| {
            let words: Vec<_> = text.split(' ').map(str::to_owned).collect();
            let [environment, secret_path, id, secrets @ ..] = words.as_slice() else {
                unreachable!("{text}")
            };
            Imported {
                environment: environment.clone(),
                secret_path: secret_path.clone(),
                folder_id: (id != "-").then(|| id.clone()),
                secrets: secrets.to_vec(),
            }
        };
        texts.iter().map(group).collect()
    }

    fn place(environment: &str, path: &str) -> Place {
        Place { workspace_id: "p".into(), environment: environment.into(), path: Some(path.into()) }
    }

    #[test]
    fn may_be_shifted_only_if_the_last_groups_are_empty() {
        let shifted = |texts: &[&str]| may_be_shifted(&groups(texts));
        assert!(!shifted(&[]));
        assert!(!shifted(&["dev / 1 A", "dev /a 2"]));
        assert!(!shifted(&["dev / - A"]), "the server sends no ids");
        assert!(!shifted(&["dev /nope -", "dev /a 2 A"]), "a missing folder in its place");
        assert!(shifted(&["dev /nope 2 A", "dev /a -"]));
        assert!(shifted(&["dev /nope -"]));
    }

    #[test]
    fn relabelled_groups_have_the_names_of_existing_folders() {
        let found = groups(&["prod /svc 1 S", "prod /nope 2 A", "dev / 3 D", "dev /a -"]);
        let existing = vec![place("prod", "/svc"), place("dev", "/"), place("dev", "/a")];
        let named = relabelled(found, existing).unwrap();
        let shown: Vec<_> = named
            .iter()
            .map(|one| (one.environment.as_str(), one.secret_path.as_str(), one.secrets.concat()))
            .collect();
        let expected = [("prod", "/svc", "S"), ("dev", "/", "A"), ("dev", "/a", "D")];
        assert_eq!(
            shown,
            expected.map(|(environment, path, of)| (environment, path, of.to_owned()))
        );
    }

    #[test]
    fn relabelled_groups_that_contradict_the_folders_are_refused() {
        let svc = || place("prod", "/svc");
        for (texts, existing) in [
            (vec!["prod /svc 1 S", "prod /nope -"], vec![]),
            (vec!["prod /svc 1 S", "prod /nope -"], vec![svc(), place("dev", "/")]),
            (vec!["prod /svc 1 S", "prod /svc 2 A", "prod /nope -"], vec![svc(), svc()]),
            (vec!["prod /svc 1 S", "dev / 1 S", "prod /nope -"], vec![svc(), place("dev", "/")]),
        ] {
            assert!(relabelled(groups(&texts), existing).is_none(), "{texts:?}");
        }
    }
}
