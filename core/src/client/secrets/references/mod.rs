//! Expands references from one value to another, `${NAME}`, on the client, because servers cannot
//! read values. [`Expansion::ask`] returns the folders that references name. These are text of
//! values; the caller decides which of them to send to a server.
//!
//! The text between the braces is part of a value, so messages omit it. Messages name only existing
//! secrets.

#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod options;
mod syntax;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::SecretString;
use crate::client::call::Stop;
use crate::text::Shown;
pub use options::{NestedReferences, UnknownReferences};
pub(super) use syntax::{Folder, Syntax};
use syntax::{Piece, Target};

/// The maximum nesting depth of values, and of folders that references lead through.
pub(super) const DEEPEST: usize = 32;

/// The maximum length of an expanded value, in bytes.
const LONGEST: usize = 1 << 20;

/// The maximum length of all expanded values and of all error messages together, in bytes.
const LONGEST_TOGETHER: usize = 64 << 20;

/// The maximum number of names in an error message.
const MOST_NAMES: usize = 64;

/// Whether a value refers to another.
pub(super) fn has_reference(value: &str) -> bool {
    syntax::next_reference(value).is_some()
}

/// How references are parsed and expanded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub(super) syntax: Syntax,
    pub(super) unknown: UnknownReferences,
    pub(super) nested: NestedReferences,
}

/// A folder, and its values by name; of values with the same name, the first one added.
struct Known {
    folder: Folder,
    values: HashMap<String, usize>,
    was_asked: bool,
}

/// A value, known by a number.
struct Node {
    /// Number of its folder.
    folder: usize,
    name: String,
    /// `None` for an existing secret that does not decrypt.
    value: Option<SecretString>,
    /// References to itself stay as written, and so do other references to it.
    refers_to_itself: bool,
}

/// Number of the folder being read.
const HOME: usize = 0;

/// Values that refer to each other. Not `Debug`, because it contains text of values.
pub(super) struct Expansion {
    rules: Rules,
    nodes: Vec<Node>,
    folders: Vec<Known>,
    numbers: HashMap<Folder, usize>,
}

/// A part of a value after references were resolved.
enum Part<'a> {
    Text(&'a str),
    Value(usize),
    /// An unresolved reference: its number, from 1, and its text.
    Nothing(usize, &'a str),
}

/// The items, until a stop is requested.
fn until<T>(stop: &Stop, items: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    items.into_iter().take_while(|_| !stop.is_requested())
}

type Outcomes = BTreeMap<usize, Result<SecretString, String>>;

impl Expansion {
    /// `home` is the folder being read.
    pub(super) fn new(rules: Rules, home: Folder) -> Self {
        let (nodes, folders, numbers) = (Vec::new(), Vec::new(), HashMap::new());
        let mut expansion = Self { rules, nodes, folders, numbers };
        let home = expansion.number(home);
        if let Some(home) = expansion.folders.get_mut(home) {
            home.was_asked = true;
        }
        expansion
    }

    fn number(&mut self, folder: Folder) -> usize {
        if let Some(number) = self.numbers.get(&folder) {
            return *number;
        }
        let number = self.folders.len();
        self.numbers.insert(folder.clone(), number);
        self.folders.push(Known { folder, values: HashMap::new(), was_asked: false });
        number
    }

    /// Adds a value of a folder, by default the one being read, and returns its number. `None`
    /// stands for a value that does not decrypt.
    pub(super) fn add(
        &mut self,
        folder: Option<&Folder>,
        name: &str,
        value: Option<SecretString>,
    ) -> usize {
        let folder = folder.map_or(HOME, |folder| self.number(folder.clone()));
        let id = self.nodes.len();
        if let Some(known) = self.folders.get_mut(folder) {
            known.values.entry(name.to_owned()).or_insert(id);
        }
        let refers_to_itself =
            value.as_ref().is_some_and(|value| self.names_itself(folder, name, value));
        self.nodes.push(Node { folder, name: name.to_owned(), value, refers_to_itself });
        id
    }

    /// Notes that the values of a folder are added without being asked for.
    pub(super) fn set_read(&mut self, folder: &Folder) {
        let number = self.number(folder.clone());
        if let Some(known) = self.folders.get_mut(number) {
            known.was_asked = true;
        }
    }

    fn names_itself(&self, folder: usize, name: &str, value: &SecretString) -> bool {
        self.rules.syntax.pieces(value.expose()).any(|piece| match piece {
            Piece::Reference(_, target) => self.is_to(&target, folder, name, folder),
            Piece::Text(_) => false,
        })
    }

    /// Whether `target`, in a value of the folder `from`, is the secret `name` of `folder`.
    fn is_to(&self, target: &Target<'_>, from: usize, name: &str, folder: usize) -> bool {
        self.leads_into(target, from) == Some(folder) && target.name() == name
    }

    /// The number of the folder that `target`, in a value of the folder `from`, points into.
    fn leads_into(&self, target: &Target<'_>, from: usize) -> Option<usize> {
        match (target, self.rules.nested) {
            (Target::In(folder, _), _) => self.numbers.get(folder).copied(),
            (Target::Name(_), NestedReferences::OwnFolder) => Some(from),
            (Target::Name(_), NestedReferences::ReadFolder) => Some(HOME),
        }
    }

    /// The folders that the wanted values refer to and that were not requested yet. Incomplete after a
    /// [`Stop`].
    pub(super) fn ask(&mut self, wanted: &[usize], stop: &Stop) -> Vec<Folder> {
        let mut folders = BTreeSet::new();
        for id in until(stop, self.reachable(wanted, stop)) {
            let value = self.nodes.get(id).and_then(|node| node.value.as_ref());
            let pieces = value.map(|value| self.rules.syntax.pieces(value.expose()));
            for piece in pieces.into_iter().flatten() {
                if let Piece::Reference(_, Target::In(folder, _)) = piece {
                    folders.insert(folder);
                }
            }
        }
        folders.retain(|folder| {
            let number = self.number(folder.clone());
            let known = self.folders.get_mut(number);
            known.is_some_and(|known| !std::mem::replace(&mut known.was_asked, true))
        });
        folders.into_iter().collect()
    }

    /// The expanded values, or the reasons why they cannot be expanded. Incomplete after a [`Stop`].
    pub(super) fn expand(
        &self,
        wanted: &[usize],
        stop: &Stop,
    ) -> Vec<Result<SecretString, String>> {
        let mut outcomes = Outcomes::new();
        let mut left = LONGEST_TOGETHER;
        let mut waiting: Vec<usize> = self.reachable(wanted, stop).into_iter().collect();
        for _ in 0..=DEEPEST {
            let (ready, others): (Vec<_>, Vec<_>) = until(stop, waiting)
                .partition(|id| self.leads_to(*id).all(|other| outcomes.contains_key(&other)));
            waiting = others;
            if ready.is_empty() {
                break;
            }
            // Values of one round do not refer to each other.
            for id in until(stop, ready) {
                let outcome = self.compose(id, &outcomes, &mut left);
                outcomes.insert(id, outcome);
            }
        }
        let endless = self.endless(&waiting, &outcomes);
        let outcome = |id: &usize| match outcomes.get(id) {
            Some(outcome) => outcome.clone(),
            None => Err(self.why_endless(*id, &endless, &mut left)),
        };
        until(stop, wanted).map(outcome).collect()
    }

    fn reachable(&self, wanted: &[usize], stop: &Stop) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = wanted.to_vec();
        while let Some(id) = next.pop()
            && !stop.is_requested()
        {
            if reached.insert(id) {
                next.extend(self.leads_to(id));
            }
        }
        reached
    }

    fn leads_to(&self, id: usize) -> impl Iterator<Item = usize> {
        self.parts(id).filter_map(|part| match part {
            Part::Value(other) => Some(other),
            Part::Text(_) | Part::Nothing(..) => None,
        })
    }

    fn parts(&self, id: usize) -> impl Iterator<Item = Part<'_>> {
        let node = self.nodes.get(id).and_then(|node| Some((node, node.value.as_ref()?)));
        node.into_iter().flat_map(move |(node, value)| {
            let mut references = 0;
            self.rules.syntax.pieces(value.expose()).map(move |piece| match piece {
                Piece::Text(text) => Part::Text(text),
                Piece::Reference(written, target) => {
                    references += 1;
                    self.led_to(node, &target, written, references)
                }
            })
        })
    }

    fn led_to<'a>(
        &self,
        node: &Node,
        target: &Target<'_>,
        written: &'a str,
        reference: usize,
    ) -> Part<'a> {
        if self.is_to(target, node.folder, &node.name, node.folder) {
            return Part::Text(written);
        }
        let known = self.leads_into(target, node.folder).and_then(|at| self.folders.get(at));
        match known.and_then(|known| known.values.get(target.name())) {
            Some(other) if self.refers_to_itself(*other) => Part::Text(written),
            Some(other) => Part::Value(*other),
            None => Part::Nothing(reference, written),
        }
    }

    fn refers_to_itself(&self, id: usize) -> bool {
        self.nodes.get(id).is_some_and(|node| node.refers_to_itself)
    }

    /// Expands a value whose references all have an outcome. Subtracts its length from `left`.
    fn compose(
        &self,
        id: usize,
        outcomes: &Outcomes,
        left: &mut usize,
    ) -> Result<SecretString, String> {
        if self.nodes.get(id).is_none_or(|node| node.value.is_none()) {
            return Err("it cannot be decrypted".to_owned());
        }
        let parts: Vec<_> = self.parts(id).collect();
        let mut texts = Vec::with_capacity(parts.len());
        for part in &parts {
            texts.push(match part {
                Part::Text(text) => *text,
                Part::Nothing(_, written) if self.rules.unknown == UnknownReferences::Keep => {
                    written
                }
                Part::Nothing(number, _) => {
                    return Err(format!(
                        "its reference {number} names a secret that does not exist or that the \
                         credential cannot read, and unknown_references is not \"keep\""
                    ));
                }
                Part::Value(other) => match outcomes.get(other) {
                    Some(Ok(value)) => value.expose(),
                    _ => {
                        let name = self.describe(*other);
                        return Err(format!(
                            "it refers to {name}, whose value could not be expanded"
                        ));
                    }
                },
            });
        }
        let length = texts.iter().fold(0_usize, |sum, text| sum.saturating_add(text.len()));
        if length > LONGEST {
            return Err(format!("its expanded value is longer than {LONGEST} bytes"));
        }
        if parts.iter().any(|part| matches!(part, Part::Value(_))) {
            *left = left.checked_sub(length).ok_or_else(|| {
                format!(
                    "the expanded values of this call are longer than {LONGEST_TOGETHER} bytes in \
                     total. Read fewer secrets at once"
                )
            })?;
        }
        // Allocated with its full length, so that reallocation leaves no copy in memory.
        let mut value = String::with_capacity(length);
        texts.into_iter().for_each(|text| value.push_str(text));
        Ok(value.into())
    }

    /// Maps each value without an outcome to the first such value that it refers to.
    fn endless(&self, waiting: &[usize], outcomes: &Outcomes) -> BTreeMap<usize, usize> {
        let next = |id: usize| self.leads_to(id).find(|other| !outcomes.contains_key(other));
        waiting.iter().filter_map(|id| Some((*id, next(*id)?))).collect()
    }

    fn why_endless(&self, id: usize, endless: &BTreeMap<usize, usize>, left: &mut usize) -> String {
        let too_deep = || format!("its references are nested more than {DEEPEST} levels deep");
        let mut passed = vec![id];
        let mut at = id;
        while let Some(next) = endless.get(&at)
            && passed.len() < MOST_NAMES
            && *left > 0
        {
            if let Some(start) = passed.iter().position(|other| other == next) {
                let circle = passed.iter().skip(start).chain([next]);
                let circle: Vec<_> = circle.map(|id| self.describe(*id)).collect();
                let why = format!("it has a circular reference: {}", circle.join(", "));
                let rest = left.checked_sub(why.len());
                *left = rest.unwrap_or_default();
                return rest.map_or_else(too_deep, |_| why);
            }
            passed.push(*next);
            at = *next;
        }
        too_deep()
    }

    fn describe(&self, id: usize) -> String {
        let Some(Node { folder, name, .. }) = self.nodes.get(id) else {
            return "a secret".to_owned();
        };
        match self.folders.get(*folder).map(|known| &known.folder) {
            Some(Folder { environment, path }) if *folder != HOME => {
                format!(
                    "{:?} in environment {:?}, path {:?}",
                    Shown(name),
                    Shown(environment),
                    Shown(path)
                )
            }
            _ => format!("{:?}", Shown(name)),
        }
    }
}
