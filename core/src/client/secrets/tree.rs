//! Reads the secrets of a folder and of all folders below it.
//!
//! Servers since October 2024 answer with all of them. On those before, the client lists the folders
//! and reads one after the other.

use std::collections::{BTreeMap, HashSet};

use super::filter::Filter;
use super::list::{FailureCount, SecretList};
use super::read_options::ReadOptions;
use super::watched::listing_of_tree;
use crate::api::secrets::{Place, is_within};
use crate::client::call::Call;
use crate::client::keys::Route;
use crate::client::projects::normal_path;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The secrets of several folders, by path.
pub(super) type Tree = BTreeMap<String, SecretList>;

/// The most folders that one call reads.
const MOST_FOLDERS: usize = 2_000;
/// The most levels of folders that one call reads.
const DEEPEST: usize = 100;
/// The most secrets that one call returns; one answer has no more.
const MOST_SECRETS: usize = 200_000;

impl Call {
    /// The secrets of a place and of all folders below it, as far as the credential may read them.
    pub(super) async fn stored_tree(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<Tree> {
        let is_one_request = self.era().await?.is_since_october_2024();
        match self.route(&place.workspace_id).await? {
            Route::Raw(_) if is_one_request => self.list_raw_tree(options, filter, place).await,
            Route::Encrypted if is_one_request => self.fetch_tree(options, filter, place).await,
            Route::Encrypted => {
                let watch = self.watch().await?;
                let (tree, paths) = self.walk(options, filter, place).await?;
                let listings = vec![listing_of_tree(paths, place)];
                self.saw_list(watch, &place.workspace_id, Vec::new(), listings).await?;
                Ok(tree)
            }
            Route::Raw(_) => Ok(self.walk(options, filter, place).await?.0),
        }
    }

    /// Reads folder by folder. Returns the paths of the folders too, with those that the credential
    /// may not read.
    async fn walk(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<(Tree, HashSet<String>)> {
        self.lists.depends_on_more();
        let mut walk = Walk::default();
        let mut denied = None;
        let (_, root) = place.names();
        let mut waiting = vec![(root.to_owned(), 0)];
        while let Some((path, depth)) = waiting.pop() {
            let place = place.at(&path);
            match self.matching_list(options, filter, &place).await {
                Ok(list) => walk.add(&path, list)?,
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                    denied.get_or_insert(error);
                }
                // It was deleted meanwhile.
                Err(error) if error.kind() == ErrorKind::NotFound && depth > 0 => continue,
                Err(error) => return Err(error),
            }
            for folder in self.folders(&place).await? {
                walk.enter(&folder.id, &folder.path, &path, depth)?;
                waiting.push((folder.path, depth + 1));
            }
            walk.paths.insert(path);
        }
        match denied {
            Some(denied) if walk.tree.is_empty() => Err(denied),
            _ => Ok((walk.tree, walk.paths)),
        }
    }
}

/// What was read, and how much it may be.
#[derive(Debug, Default)]
struct Walk {
    tree: Tree,
    paths: HashSet<String>,
    ids: HashSet<String>,
    secrets: usize,
    failures: FailureCount,
}

impl Walk {
    fn add(&mut self, path: &str, list: SecretList) -> Result<()> {
        self.failures.add(&list)?;
        self.secrets += list.len() + list.failures().len();
        if self.secrets > MOST_SECRETS {
            return Err(too_much(&format!("have more than {MOST_SECRETS} secrets")));
        }
        self.tree.insert(path.to_owned(), list);
        Ok(())
    }

    /// Checks a folder that the server lists in another one.
    fn enter(&mut self, id: &str, path: &str, parent: &str, depth: usize) -> Result<()> {
        let is_in = normal_path(path).is_ok_and(|normal| normal == path)
            && path
                .rsplit_once('/')
                .is_some_and(|(parents, _)| parents == parent.trim_end_matches('/'));
        if !is_in || !self.ids.insert(id.to_owned()) {
            return Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "the server lists folder {path:?} in folder {parent:?}, where it cannot be. \
                     Tell the server's operator",
                    path = Shown(path),
                    parent = Shown(parent)
                ),
            ));
        }
        if self.ids.len() >= MOST_FOLDERS {
            return Err(too_much(&format!("are more than {MOST_FOLDERS}")));
        }
        if depth >= DEEPEST {
            return Err(too_much(&format!("are more than {DEEPEST} levels deep")));
        }
        Ok(())
    }
}

fn too_much(how: &str) -> Error {
    let message = format!("the folders of this recursive list {how}. List smaller folders");
    Error::new(ErrorKind::InvalidResponse, message)
}

/// Sorts the records of a recursive list by their path. `at` is the environment and path of one.
///
/// Fails for a record outside the place. Servers also send those of folders outside the place whose
/// path begins with the same text, as `/app2` for `/app`: these are left out.
pub(super) fn by_folder<Record>(
    records: Vec<Record>,
    place: &Place,
    at: impl Fn(&Record) -> (Option<&str>, Option<&str>),
) -> Result<BTreeMap<String, Vec<Record>>> {
    let (environment, folder) = place.names();
    let mut folders = BTreeMap::<String, Vec<Record>>::new();
    for record in records {
        let (of, path) = at(&record);
        let (of, path) = (of.unwrap_or_default(), path.unwrap_or_default());
        let is_there = of == environment && path.starts_with(folder);
        if !is_there || !normal_path(path).is_ok_and(|normal| normal == path) {
            return Err(another_place(place, of, path));
        }
        if is_within(path, folder) {
            let path = path.to_owned();
            folders.entry(path).or_default().push(record);
        }
    }
    Ok(folders)
}

/// The error for a secret in an answer that is of another place than was asked for.
pub(super) fn another_place(place: &Place, environment: &str, path: &str) -> Error {
    Error::new(
        ErrorKind::IntegrityViolation,
        format!(
            "{}: the server answered with a secret of another place, environment {:?} at path {:?}",
            place.describe(),
            Shown(environment),
            Shown(path)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str) -> Place {
        let (workspace_id, environment) = ("p".into(), "dev".into());
        Place { workspace_id, environment, path: Some(path.into()) }
    }

    fn sorted(folder: &str, records: &[(&str, &str)]) -> Result<Vec<(String, usize)>> {
        let owned = records.iter().map(|(of, path)| ((*of).to_owned(), (*path).to_owned()));
        let records: Vec<(String, String)> = owned.collect();
        let folders = by_folder(records, &place(folder), |record| {
            (Some(record.0.as_str()), Some(record.1.as_str()))
        })?;
        Ok(folders.into_iter().map(|(path, records)| (path, records.len())).collect())
    }

    #[test]
    fn by_folder_sorts_records_by_path() {
        let records = [("dev", "/a/b"), ("dev", "/a"), ("dev", "/a/b")];
        let expected = [("/a".to_owned(), 1), ("/a/b".to_owned(), 2)];
        assert_eq!(sorted("/a", &records).unwrap(), expected);
        assert_eq!(sorted("/", &records).unwrap(), expected);
        assert_eq!(sorted("/", &[("dev", "/")]).unwrap(), [("/".to_owned(), 1)]);
    }

    #[test]
    fn by_folder_record_outside_the_place_is_an_integrity_violation() {
        for (environment, path) in [
            ("prod", "/a"),
            ("", "/a"),
            ("dev", "/"),
            ("dev", "/b"),
            ("dev", ""),
            ("dev", "/a/../b"),
        ] {
            let error = sorted("/a", &[("dev", "/a"), (environment, path)]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{environment} {path}");
        }
    }

    #[test]
    fn by_folder_leaves_out_folders_that_only_begin_with_the_same_text() {
        let records = [("dev", "/app2"), ("dev", "/app"), ("dev", "/app-old/x")];
        assert_eq!(sorted("/app", &records).unwrap(), [("/app".to_owned(), 1)]);
    }

    #[test]
    fn walk_of_endless_or_circular_folders_ends() {
        let mut walk = Walk::default();
        walk.enter("1", "/a", "/", 0).unwrap();
        walk.enter("2", "/a/b", "/a", 1).unwrap();
        for (id, path, parent) in [
            ("1", "/a/b/a", "/a/b"),
            ("3", "/a/../b", "/a"),
            ("4", "/b", "/a"),
            ("5", "/a/b/c", "/a"),
        ] {
            let error = walk.enter(id, path, parent, 2).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{path}");
        }
        let error = walk.enter("6", "/a/z", "/a", DEEPEST).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidResponse);
        let many = (0..MOST_FOLDERS)
            .try_for_each(|n| walk.enter(&format!("n{n}"), &format!("/n{n}"), "/", 0));
        assert!(many.unwrap_err().message().contains("2000"));
    }
}
