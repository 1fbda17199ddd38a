//! Contradictions, and the stored form of a trust store.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::contradiction::Contradiction;
use super::knowledge::{Knowledge, Listing, Sighting, now};
use super::{StorageError, TrustStorage, TrustStore};
use crate::api::secrets::Place;
use crate::crypto::SymmetricKey;
use crate::{Error, ErrorKind, Result};

pub(super) fn place() -> Place {
    Place { workspace_id: "p1".into(), environment: "dev".into(), path: Some("/".into()) }
}

/// Version `version` of the secret with this id, with a new ciphertext.
pub(super) fn seen(id: &str, name: &str, version: i64) -> Sighting {
    Sighting {
        id: id.into(),
        name: name.into(),
        is_personal: false,
        environment: "dev".into(),
        path: "/".into(),
        version,
        content: format!("{name} {version}"),
        ciphertext: format!("{id} {version}"),
    }
}

/// A list of all secrets of a place.
fn list(place: Place, ids: &[&str]) -> Vec<Listing> {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect::<HashSet<_>>();
    vec![Listing { place, ids, is_shared_only: false, below: None }]
}

pub(super) fn all(ids: &[&str]) -> Vec<Listing> {
    list(place(), ids)
}

/// What is known after secrets with ids and names `a` and `b` were listed in version 2.
fn known() -> Knowledge {
    let mut known = Knowledge::default();
    let sightings = vec![seen("a", "A", 2), seen("b", "B", 2)];
    assert_eq!(known.saw(0, "p1", sightings, &all(&["a", "b"])), Ok(true));
    known
}

fn saw(known: &mut Knowledge, sighting: Sighting) -> Result<bool, Contradiction> {
    known.saw(known.change, "p1", vec![sighting], &[])
}

fn listed(known: &mut Knowledge, list: &[&str]) -> Result<bool, Contradiction> {
    known.saw(known.change, "p1", Vec::new(), &all(list))
}

/// The latest end of a change that begins now.
pub(super) fn soon() -> u64 {
    now() + 100
}

fn delete(known: &mut Knowledge, name: &str) {
    let deletion = known.begin_to_delete(&place(), &[name.to_owned()], false, soon());
    known.deleted(&deletion);
}

#[test]
fn saw_what_was_seen_changes_nothing() {
    let mut known = known();
    assert_eq!(known.change, 1);
    assert_eq!(saw(&mut known, seen("a", "A", 2)), Ok(false));
    assert_eq!(listed(&mut known, &["b", "a", "undecryptable"]), Ok(false));
    assert_eq!(known.change, 1);
}

#[test]
fn saw_later_version_or_new_name_is_kept() {
    let mut known = known();
    assert_eq!(saw(&mut known, seen("a", "A", 3)), Ok(true));
    assert_eq!(saw(&mut known, seen("a", "RENAMED", 4)), Ok(true));
    assert_eq!(listed(&mut known, &["a", "b"]), Ok(false));
    assert!(saw(&mut known, seen("a", "A", 3)).is_err());
}

#[test]
fn saw_contradictory_secret_is_an_error_and_changes_nothing() {
    for (what, sighting) in [
        ("an earlier version", seen("a", "A", 1)),
        ("another value", Sighting { content: "other".into(), ..seen("a", "A", 2) }),
        ("the value of B", Sighting { ciphertext: "b 2".into(), ..seen("a", "A", 3) }),
        (
            "the value of B for its namesake",
            Sighting { path: "/namesake".into(), ciphertext: "b 2".into(), ..seen("n", "B", 3) },
        ),
        ("the secret of another folder", Sighting { path: "/x".into(), ..seen("a", "A", 3) }),
        ("B in place of A", Sighting { name: "A".into(), ..seen("b", "B", 3) }),
        ("a new secret with a known name", seen("c", "A", 1)),
        (
            "a new secret with a known value",
            Sighting { ciphertext: "b 2".into(), ..seen("c", "C", 1) },
        ),
    ] {
        let mut known = known();
        let namesake = Sighting { path: "/namesake".into(), ..seen("n", "B", 2) };
        known.saw(0, "p1", vec![namesake], &[]).unwrap();
        let before = known.change;
        assert!(saw(&mut known, sighting).is_err(), "{what}");
        assert_eq!(known.change, before, "{what}");
        assert_eq!(saw(&mut known, seen("a", "A", 2)), Ok(false), "{what}");
    }
}

#[test]
fn copied_ciphertext_under_the_same_name_is_kept() {
    // Servers copy secrets to other folders so.
    let copy = Sighting { path: "/copy".into(), ciphertext: "a 2".into(), ..seen("c", "A", 1) };
    assert_eq!(saw(&mut known(), copy), Ok(true));
}

#[test]
fn list_without_a_known_secret_is_an_error_until_it_is_forgotten() {
    let mut known = known();
    assert!(listed(&mut known, &["a"]).is_err());
    assert!(known.saw_nothing(1, &place(), "B", false).is_err());
    assert!(known.saw_nothing(1, &place(), "B", true).is_ok());
    let elsewhere = Place { path: Some("/x".into()), ..place() };
    assert_eq!(known.saw(1, "p1", Vec::new(), &list(elsewhere, &[])), Ok(false));

    assert_eq!(known.forget_secrets("p1", |_, _, name| name == "B"), 1);
    assert_eq!(listed(&mut known, &["a"]), Ok(false));
    assert!(known.saw_nothing(known.change, &place(), "B", false).is_ok());
}

#[test]
fn deleted_secret_that_returns_is_an_error() {
    let mut known = known();
    let names = ["A".to_owned()];
    let deletion = known.begin_to_delete(&place(), &names, false, soon());
    known.deleted(&deletion);
    assert_eq!(listed(&mut known, &["b"]), Ok(false));
    assert!(saw(&mut known, seen("a", "A", 2)).is_err());
    assert_eq!(saw(&mut known, seen("new", "A", 1)), Ok(true), "created again");
}

#[test]
fn deletion_with_unknown_outcome_accepts_both() {
    let names = ["A".to_owned()];
    let mut done = known();
    done.begin_to_delete(&place(), &names, false, soon());
    assert_eq!(listed(&mut done, &["b"]), Ok(true));
    assert!(saw(&mut done, seen("a", "A", 2)).is_err(), "it was gone");

    let mut undone = known();
    undone.begin_to_delete(&place(), &names, false, soon());
    assert_eq!(saw(&mut undone, seen("a", "A", 2)), Ok(false));
    assert_eq!(listed(&mut undone, &["a", "b"]), Ok(false));
    assert_eq!(listed(&mut undone, &["b"]), Ok(true), "it was still under way");

    let mut refused = known();
    let deletion = refused.begin_to_delete(&place(), &names, false, soon());
    refused.stay(&deletion);
    assert!(listed(&mut refused, &["b"]).is_err(), "the server did not delete it");
}

#[test]
fn secret_first_seen_during_its_deletion_is_not_missed_afterwards() {
    let mut known = known();
    let deletion = known.begin_to_delete(&place(), &["C".to_owned()], false, soon());
    assert_eq!(saw(&mut known, seen("c", "C", 1)), Ok(false));
    assert_eq!(listed(&mut known, &["a", "b"]), Ok(false), "the server has deleted it");
    known.deleted(&deletion);
    assert_eq!(saw(&mut known, seen("again", "C", 1)), Ok(true), "created again");
}

#[test]
fn secret_created_during_the_deletion_of_its_name_may_stay() {
    let mut known = known();
    let deletion = known.begin_to_delete(&place(), &["A".to_owned()], false, soon());
    assert_eq!(saw(&mut known, seen("again", "A", 1)), Ok(false));
    known.deleted(&deletion);
    assert_eq!(saw(&mut known, seen("again", "A", 1)), Ok(true));
    assert!(saw(&mut known, seen("a", "A", 2)).is_err());
}

#[test]
fn deletion_that_is_refused_after_another_one_leaves_the_secret_deleted() {
    let names = ["A".to_owned()];
    let mut known = known();
    // The answer to the first one was lost. The server does not find the secret again.
    known.begin_to_delete(&place(), &names, false, soon());
    let again = known.begin_to_delete(&place(), &names, false, soon());
    known.stay(&again);
    assert_eq!(listed(&mut known, &["b"]), Ok(true));
    assert!(saw(&mut known, seen("a", "A", 2)).is_err());
}

#[test]
fn list_from_before_a_secret_was_created_does_not_confirm_its_deletion() {
    let mut known = known();
    let before = known.change;
    assert_eq!(saw(&mut known, seen("c", "C", 1)), Ok(true));
    known.begin_to_delete(&place(), &["C".to_owned()], false, soon());
    assert_eq!(known.saw(before, "p1", Vec::new(), &all(&["a", "b"])), Ok(false));
    assert_eq!(saw(&mut known, seen("c", "C", 1)), Ok(false), "not deleted yet");
}

#[test]
fn old_name_is_free_or_not_while_its_secret_is_renamed() {
    let mut known = known();
    let number = known.begin_to_rename(&place(), "A", soon());
    let during = known.change;
    assert!(known.saw_nothing(during, &place(), "A", false).is_ok());
    assert!(known.saw_nothing(during, &place(), "B", false).is_err());
    assert_eq!(saw(&mut known, seen("next", "A", 1)), Ok(false));
    assert!(listed(&mut known, &["b"]).is_err(), "the secret itself stays");
    assert_eq!(saw(&mut known, seen("a", "RENAMED", 3)), Ok(true));
    known.end_change("p1", number);
    assert_eq!(saw(&mut known, seen("next", "A", 1)), Ok(true));
    assert_eq!(known.saw(during, "p1", vec![seen("next", "A", 1)], &[]), Ok(false));
}

#[test]
fn change_of_a_personal_secret_leaves_the_shared_one_judged() {
    let mut known = known();
    known.begin_to_delete(&place(), &["A".to_owned()], true, soon());
    assert!(known.saw_nothing(known.change, &place(), "A", false).is_err());
    assert!(saw(&mut known, seen("next", "A", 1)).is_err());
    let personal = Sighting { is_personal: true, ..seen("mine", "A", 1) };
    assert_eq!(saw(&mut known, personal), Ok(false));
}

#[test]
fn names_are_judged_again_after_a_change_that_never_ended() {
    let mut known = known();
    known.begin_to_rename(&place(), "A", now().saturating_sub(1));
    assert!(known.saw_nothing(known.change, &place(), "A", false).is_err());
    assert!(saw(&mut known, seen("next", "A", 1)).is_err());
}

#[test]
fn imported_folder_that_lost_a_shared_secret_is_an_error() {
    let imported = || Place { environment: "staging".into(), ..place() };
    let there =
        |id: &str, name: &str| Sighting { environment: "staging".into(), ..seen(id, name, 1) };
    let mut known = known();
    let personal = Sighting { is_personal: true, ..there("mine", "M") };
    known.saw(1, "p1", vec![there("c", "C"), there("d", "D"), personal], &[]).unwrap();
    let lists = |ids: &[&str]| {
        let [imported] = list(imported(), ids).try_into().unwrap();
        let [own] = all(&["a", "b"]).try_into().unwrap();
        [own, Listing { is_shared_only: true, ..imported }]
    };
    assert_eq!(known.saw(known.change, "p1", Vec::new(), &lists(&["c", "d"])), Ok(false));
    assert!(known.saw(known.change, "p1", Vec::new(), &lists(&["c"])).is_err());
}

#[test]
fn recursive_list_that_lost_a_whole_folder_is_an_error() {
    let deep = |path: &str| Sighting { path: path.into(), ..seen("deep", "DEEP", 1) };
    let tree = |place: Place, paths: &[&str]| {
        let below = paths.iter().map(|path| (*path).to_owned()).collect::<HashSet<_>>();
        let ids = HashSet::new();
        [Listing { place, ids, is_shared_only: false, below: Some(below) }]
    };
    let at = |path: &str| Place { path: Some(path.into()), ..place() };
    let mut known = known();
    known.saw(1, "p1", vec![deep("/app/deep")], &[]).unwrap();
    let now = known.change;
    for (place, paths) in
        [(at("/"), vec!["/", "/app/deep"]), (at("/app"), vec!["/app/deep"]), (at("/ap"), vec![])]
    {
        assert_eq!(known.saw(now, "p1", Vec::new(), &tree(place, &paths)), Ok(false));
    }
    for (place, paths) in [(at("/"), vec!["/", "/app"]), (at("/app"), vec!["/app"])] {
        assert!(known.saw(now, "p1", Vec::new(), &tree(place, &paths)).is_err());
    }
    let elsewhere = Place { environment: "prod".into(), ..at("/") };
    assert_eq!(known.saw(now, "p1", Vec::new(), &tree(elsewhere, &[])), Ok(false));
}

#[test]
fn folders_that_change_are_neither_learnt_nor_judged_meanwhile() {
    let moved = || Sighting { path: "/new".into(), ..seen("a", "A", 2) };
    let mut known = known();
    let before = known.change;
    known.forget_secrets("p1", |_, path, _| path == "/");
    let until = now() + 100;
    known.begin_to_rearrange("p1", until);
    // A read that still shows the old place, and one that shows the new.
    assert_eq!(saw(&mut known, seen("a", "A", 2)), Ok(false));
    assert_eq!(saw(&mut known, moved()), Ok(false));
    let during = known.change;
    known.end_to_rearrange("p1", until);
    // Their answers may arrive late.
    for since in [before, during] {
        assert_eq!(known.saw(since, "p1", vec![seen("a", "A", 2)], &all(&["a"])), Ok(false));
    }
    assert_eq!(saw(&mut known, moved()), Ok(true));
    assert!(saw(&mut known, seen("a", "A", 2)).is_err());
    assert!(saw(&mut known, Sighting { version: 1, ..moved() }).is_err());
}

#[test]
fn folders_are_learnt_again_after_a_change_that_never_ended() {
    let mut known = known();
    known.begin_to_rearrange("p1", now() + 100);
    assert_eq!(listed(&mut known, &["a"]), Ok(false));
    // A version is judged nevertheless.
    assert!(saw(&mut known, seen("a", "A", 1)).is_err());
    let mut later = self::known();
    later.begin_to_rearrange("p1", now().saturating_sub(1));
    assert!(listed(&mut later, &["a"]).is_err());
}

#[test]
fn late_answer_with_an_unknown_secret_that_was_deleted_teaches_nothing() {
    let mut known = known();
    let before = known.change;
    let deletion = known.begin_to_delete(&place(), &["C".to_owned()], false, soon());
    let during = known.change;
    known.deleted(&deletion);
    for since in [before, during] {
        assert_eq!(known.saw(since, "p1", vec![seen("c", "C", 1)], &all(&["a", "b"])), Ok(false));
    }
    assert_eq!(saw(&mut known, seen("new", "C", 1)), Ok(true), "created again");
}

#[test]
fn deletion_of_a_shared_secret_takes_its_overrides_and_no_other_folder() {
    let mut known = known();
    let personal = Sighting { is_personal: true, ..seen("mine", "A", 1) };
    let elsewhere = Sighting { path: "/x".into(), ..seen("far", "A", 1) };
    known.saw(1, "p1", vec![personal, elsewhere], &[]).unwrap();
    delete(&mut known, "A");
    assert_eq!(listed(&mut known, &["b"]), Ok(false));
    let there = Place { path: Some("/x".into()), ..place() };
    assert!(known.saw(known.change, "p1", Vec::new(), &list(there, &[])).is_err());
}

#[test]
fn answer_that_was_overtaken_by_a_change_contradicts_nothing() {
    let mut known = known();
    let before = known.change;
    // While an answer is on its way, A is changed, B is deleted and C is created.
    assert_eq!(saw(&mut known, seen("a", "A", 3)), Ok(true));
    delete(&mut known, "B");
    assert_eq!(saw(&mut known, seen("c", "C", 1)), Ok(true));
    let late = vec![seen("a", "A", 2), seen("b", "B", 2)];
    assert_eq!(known.saw(before, "p1", late, &all(&["a", "b"])), Ok(false));
    assert!(known.saw_nothing(before, &place(), "C", false).is_ok());
    // It must not bring back what is outdated.
    assert!(saw(&mut known, seen("a", "A", 2)).is_err());
    assert!(saw(&mut known, seen("b", "B", 2)).is_err());
}

#[test]
fn version_label_on_another_value_is_an_error() {
    let known = known();
    let other = Sighting { content: "A 1".into(), ..seen("a", "A", 2) };
    assert!(known.saw_versions("p1", &[seen("a", "A", 1), seen("a", "A", 2)]).is_ok());
    assert!(known.saw_versions("p1", std::slice::from_ref(&other)).is_err());
    // Some servers give two versions one number.
    assert!(known.saw_versions("p1", &[other, seen("a", "A", 2)]).is_ok());
}

#[test]
fn key_that_a_rotation_announced_takes_the_place_of_the_known_one() {
    let mut known = Knowledge::default();
    assert_eq!(known.keep_key("p1", "one".into()), Some(true));
    assert_eq!(known.keep_key("p1", "two".into()), None);
    known.expect_key("p1", "two".into());
    assert_eq!(known.keep_key("p1", "one".into()), Some(false), "it was interrupted");
    assert_eq!(known.keep_key("p1", "three".into()), None);
    assert_eq!(known.keep_key("p1", "two".into()), Some(true));
    assert_eq!(known.keep_key("p1", "one".into()), None, "it is done");
}

/// A storage in memory, whose contents a test can change.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Option<Vec<u8>>>>);

impl TrustStorage for Memory {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
        *self.0.lock().unwrap() = Some(contents.to_vec());
        Ok(())
    }
}

fn unlocked(store: TrustStore, key: u8) -> TrustStore {
    store.unlock(&SymmetricKey::from_bytes([key; 32]));
    store
}

fn note(store: &TrustStore, name: &str) -> Result<()> {
    store.with(|known| {
        let result = known.saw(known.change, "p1", vec![seen(name, name, 1)], &[]);
        result.map(drop).map_err(|contradiction| contradiction.into_error("store"))
    })
}

fn has(store: &TrustStore, name: &str) -> Result<bool> {
    store.has_seen(&place(), name, false)
}

fn assert_error(result: Result<impl Sized>, kind: ErrorKind, part: &str) {
    let error: Error = result.map(drop).unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    assert!(error.message().contains(part), "{error}");
}

#[test]
fn store_keeps_what_was_seen_and_shows_no_name() {
    let memory = Memory::default();
    let store = unlocked(TrustStore::in_storage(Arc::new(memory.clone())), 1);
    note(&store, "PLANTED").unwrap();
    let contents = memory.load().unwrap().unwrap();
    let text = String::from_utf8(contents).unwrap();
    // Base64 has letters and digits: these have other characters, or are too long to occur.
    for shown in ["PLANTED", "\"p1\"", "\"dev\"", "projects", "environment"] {
        assert!(!text.contains(shown), "{shown}: {text}");
    }
    let later = unlocked(TrustStore::in_storage(Arc::new(memory)), 1);
    assert!(has(&later, "PLANTED").unwrap());
}

#[test]
fn store_that_is_foreign_changed_later_or_no_store_is_refused_and_left() {
    let memory = Memory::default();
    note(&unlocked(TrustStore::in_storage(Arc::new(memory.clone())), 1), "A").unwrap();
    let contents = String::from_utf8(memory.load().unwrap().unwrap()).unwrap();
    let (refused, wrong) = (ErrorKind::IntegrityViolation, ErrorKind::InvalidInput);
    let ciphertext = contents.find("ciphertext\":\"").unwrap() + 13;
    let mut changed = contents.clone().into_bytes();
    changed[ciphertext] = if changed[ciphertext] == b'A' { b'B' } else { b'A' };
    for (key, stored, kind, part) in [
        (2, contents.clone().into_bytes(), wrong, "another user or token"),
        (1, changed, refused, "does not verify"),
        (1, contents.as_bytes()[..90].to_vec(), refused, "is not a trust store"),
        (1, Vec::new(), refused, "is not a trust store"),
        (1, b"{}".to_vec(), refused, "is not a trust store"),
        (
            1,
            contents.replace("\"version\":1", "\"version\":2").into_bytes(),
            wrong,
            "later release",
        ),
    ] {
        *memory.0.lock().unwrap() = Some(stored.clone());
        let store = unlocked(TrustStore::in_storage(Arc::new(memory.clone())), key);
        assert_error(note(&store, "B"), kind, part);
        assert_eq!(memory.load().unwrap(), Some(stored), "{part}");
    }
}

#[test]
fn store_that_was_rolled_back_or_deleted_meanwhile_is_refused_and_left() {
    let memory = Memory::default();
    let store = unlocked(TrustStore::in_storage(Arc::new(memory.clone())), 1);
    note(&store, "A").unwrap();
    let earlier = memory.load().unwrap();
    note(&store, "B").unwrap();
    for (stored, part) in [(earlier, "is older"), (None, "was deleted")] {
        *memory.0.lock().unwrap() = stored.clone();
        assert_error(note(&store, "C"), ErrorKind::IntegrityViolation, part);
        assert_error(has(&store, "A"), ErrorKind::IntegrityViolation, part);
        assert_eq!(memory.load().unwrap(), stored);
    }
}

#[test]
fn stores_of_one_file_see_what_the_other_keeps() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("trust");
    let (one, other) = (
        unlocked(TrustStore::in_file(path.clone()), 1),
        unlocked(TrustStore::in_file(path.clone()), 1),
    );
    std::thread::scope(|scope| {
        for (store, letter) in [(&one, 'a'), (&other, 'b')] {
            scope.spawn(move || {
                (0..20).for_each(|number| note(store, &format!("{letter}{number}")).unwrap());
            });
        }
    });
    for store in [&one, &other] {
        assert!(has(store, "a19").unwrap() && has(store, "b19").unwrap());
    }
    let files: Vec<_> = fs::read_dir(directory.path()).unwrap().map(|it| it.unwrap()).collect();
    assert_eq!(files.len(), 2, "the file and its lock");
    #[cfg(unix)]
    for file in files {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[cfg(unix)]
#[test]
fn file_behind_a_link_is_replaced_and_the_link_stays() {
    let directory = tempfile::tempdir().unwrap();
    let (link, target) = (directory.path().join("link"), directory.path().join("target"));
    note(&unlocked(TrustStore::in_file(target.clone()), 1), "A").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    note(&unlocked(TrustStore::in_file(link.clone()), 1), "B").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    let target = unlocked(TrustStore::in_file(target), 1);
    assert!(has(&target, "B").unwrap());
    // Both have one lock.
    let link = unlocked(TrustStore::in_file(link), 1);
    std::thread::scope(|scope| {
        for (store, letter) in [(&link, 'a'), (&target, 'b')] {
            scope.spawn(move || {
                (0..20).for_each(|number| note(store, &format!("{letter}{number}")).unwrap());
            });
        }
    });
    assert!(has(&link, "b19").unwrap() && has(&target, "a19").unwrap());
}

#[cfg(unix)]
#[test]
fn link_that_points_to_nothing_yet_stays() {
    let directory = tempfile::tempdir().unwrap();
    let (link, target) = (directory.path().join("link"), directory.path().join("target"));
    std::os::unix::fs::symlink("target", &link).unwrap();
    note(&unlocked(TrustStore::in_file(link.clone()), 1), "A").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    assert!(has(&unlocked(TrustStore::in_file(target), 1), "A").unwrap());
}

#[test]
fn file_that_a_killed_program_left_is_removed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("trust");
    fs::write(directory.path().join("trust.new"), "half").unwrap();
    note(&unlocked(TrustStore::in_file(path), 1), "A").unwrap();
    assert!(!directory.path().join("trust.new").exists());
}

#[test]
fn path_of_a_directory_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("trust");
    fs::create_dir(&path).unwrap();
    let store = unlocked(TrustStore::in_file(path), 1);
    assert_error(note(&store, "A"), ErrorKind::InvalidInput, "it is not a file");
}

#[test]
fn file_in_a_missing_directory_is_invalid_input_that_names_it() {
    let store = unlocked(TrustStore::in_file(PathBuf::from("/no/such/directory/trust")), 1);
    assert_error(note(&store, "A"), ErrorKind::InvalidInput, "/no/such/directory/trust");
    assert_error(note(&store, "A"), ErrorKind::InvalidInput, "its directory does not exist");
}

/// A storage that cannot save.
struct Full(Memory);

impl TrustStorage for Full {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        self.0.load()
    }

    fn save(&self, _: &[u8]) -> Result<(), StorageError> {
        Err("no space left".into())
    }
}

#[test]
fn store_that_cannot_be_written_keeps_nothing_new() {
    let memory = Memory::default();
    note(&unlocked(TrustStore::in_storage(Arc::new(memory.clone())), 1), "A").unwrap();
    let store = unlocked(TrustStore::in_storage(Arc::new(Full(memory))), 1);
    assert_error(note(&store, "B"), ErrorKind::InvalidInput, "no space left");
    assert!(has(&store, "A").unwrap());
    assert!(!has(&store, "B").unwrap());
}

#[test]
fn closed_store_has_no_keys() {
    let store = unlocked(TrustStore::in_storage(Arc::new(Memory::default())), 1);
    store.close();
    assert!(store.is_locked());
    assert_error(note(&store, "A"), ErrorKind::Closed, "closed");
}
