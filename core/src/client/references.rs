//! References from one value to another, `${NAME}`, put in place by the client: servers cannot read
//! them. [`Expansion::ask`] names the folders they lead to, which is text of values; who asks a server
//! for those decides which of them it may see.
//!
//! What stands between the braces is part of a value, so no message repeats it. Messages name
//! secrets that are there.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::SecretString;

/// How many values may stand inside each other.
const DEEPEST: usize = 32;

/// The longest value that references may make, in bytes.
const LONGEST: usize = 1 << 20;

/// How many bytes references may make of all values together, and of the reasons why they cannot.
const LONGEST_TOGETHER: usize = 64 << 20;

/// How many names a reason lists at most.
const MOST_NAMES: usize = 64;

/// A folder other than the one expanded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Elsewhere {
    pub(super) environment: String,
    pub(super) path: String,
}

/// What a reference leads to; in the folder expanded if no other is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Target {
    folder: Option<Elsewhere>,
    name: String,
}

/// How references are written.
#[derive(Debug)]
pub(super) enum Syntax {
    /// Of May 2023: any text between the braces is a name.
    Names,
    /// Since 2024: `${environment.folder.NAME}` leads elsewhere. This is where one is at home.
    Dotted(Elsewhere),
}

impl Syntax {
    fn target(&self, inside: &str) -> Target {
        let Self::Dotted(home) = self else {
            let name = inside.trim_start_matches(['$', '{']);
            return Target { folder: None, name: name.to_owned() };
        };
        let (Some((environment, rest)), Some((_, name))) =
            (inside.split_once('.'), inside.rsplit_once('.'))
        else {
            return Target { folder: None, name: inside.to_owned() };
        };
        let folders = rest.strip_suffix(name).unwrap_or_default();
        let folders = folders.strip_suffix('.').unwrap_or(folders);
        let path = format!("/{}", folders.replace('.', "/"));
        let folder = Elsewhere { environment: environment.to_owned(), path };
        Target { folder: Some(folder).filter(|folder| folder != home), name: name.to_owned() }
    }

    /// A value as what stands between references, and the references.
    fn pieces<'a>(&self, value: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = value;
        while let Some((written, before, inside, after)) = next_reference(rest) {
            pieces.push(Piece::Text(before));
            pieces.push(Piece::Reference(written, self.target(inside)));
            rest = after;
        }
        pieces.push(Piece::Text(rest));
        pieces
    }
}

enum Piece<'a> {
    Text(&'a str),
    /// A reference as it is written, and where it leads.
    Reference(&'a str, Target),
}

/// The first reference of a text: itself, what is before, inside and after it. `${}` is none.
fn next_reference(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find("${")?;
        let length = text.get(start..)?.find('}')?;
        let (written, inside) =
            (text.get(start..=start + length)?, text.get(start + 2..start + length)?);
        let after = start + length + 1;
        if !inside.is_empty() {
            return Some((written, text.get(..start)?, inside, text.get(after..)?));
        }
        from = after;
    }
}

/// A value, known by a number.
struct Node {
    target: Target,
    /// `None` for a secret that is there and does not decrypt.
    value: Option<SecretString>,
    /// Such references stay as they are written, and so do references to it.
    refers_to_itself: bool,
}

/// Values that refer to each other. Not `Debug`: what is asked for is text of values.
pub(super) struct Expansion {
    syntax: Syntax,
    nodes: Vec<Node>,
    /// The first of a name counts.
    by_target: HashMap<Target, usize>,
    asked: HashSet<Elsewhere>,
}

/// A part of a value once it is known where references lead.
enum Part<'a> {
    Text(&'a str),
    Value(usize),
    /// The reference of that number, from 1, leads to nothing.
    Nothing(usize),
}

type Outcomes = BTreeMap<usize, Result<SecretString, String>>;

impl Expansion {
    pub(super) fn new(syntax: Syntax) -> Self {
        Self { syntax, nodes: Vec::new(), by_target: HashMap::new(), asked: HashSet::new() }
    }

    /// Makes a value known, and gives its number. `None` is one that does not decrypt.
    pub(super) fn add(
        &mut self,
        folder: Option<Elsewhere>,
        name: &str,
        value: Option<SecretString>,
    ) -> usize {
        let target = Target { folder, name: name.to_owned() };
        let id = self.nodes.len();
        self.by_target.entry(target.clone()).or_insert(id);
        let refers_to_itself = value.as_ref().is_some_and(|value| {
            self.syntax
                .pieces(value.expose())
                .iter()
                .any(|piece| matches!(piece, Piece::Reference(_, other) if *other == target))
        });
        self.nodes.push(Node { target, value, refers_to_itself });
        id
    }

    /// Folders that what is wanted leads to and that were not asked for yet.
    pub(super) fn ask(&mut self, wanted: &[usize]) -> Vec<Elsewhere> {
        let mut folders = BTreeSet::new();
        for id in self.reachable(wanted) {
            let value = self.nodes.get(id).and_then(|node| node.value.as_ref());
            let pieces = value.map(|value| self.syntax.pieces(value.expose()));
            for piece in pieces.into_iter().flatten() {
                if let Piece::Reference(_, Target { folder: Some(folder), .. }) = piece {
                    folders.insert(folder);
                }
            }
        }
        folders.retain(|folder| self.asked.insert(folder.clone()));
        folders.into_iter().collect()
    }

    /// The wanted values with their references in place, or why that cannot be.
    pub(super) fn expand(&self, wanted: &[usize]) -> Vec<Result<SecretString, String>> {
        let mut outcomes = Outcomes::new();
        let mut left = LONGEST_TOGETHER;
        let mut waiting: Vec<usize> = self.reachable(wanted).into_iter().collect();
        for _ in 0..=DEEPEST {
            let (ready, others): (Vec<_>, Vec<_>) = waiting
                .into_iter()
                .partition(|id| self.leads_to(*id).all(|other| outcomes.contains_key(&other)));
            waiting = others;
            if ready.is_empty() {
                break;
            }
            // Those of one round do not lead to each other.
            for id in ready {
                let outcome = self.compose(id, &outcomes, &mut left);
                outcomes.insert(id, outcome);
            }
        }
        let endless = self.endless(&waiting, &outcomes);
        let outcome = |id: &usize| match outcomes.get(id) {
            Some(outcome) => outcome.clone(),
            None => Err(self.why_endless(*id, &endless, &mut left)),
        };
        wanted.iter().map(outcome).collect()
    }

    fn reachable(&self, wanted: &[usize]) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = wanted.to_vec();
        while let Some(id) = next.pop() {
            if reached.insert(id) {
                next.extend(self.leads_to(id));
            }
        }
        reached
    }

    fn leads_to(&self, id: usize) -> impl Iterator<Item = usize> {
        self.parts(id).into_iter().filter_map(|part| match part {
            Part::Value(other) => Some(other),
            Part::Text(_) | Part::Nothing(_) => None,
        })
    }

    fn parts(&self, id: usize) -> Vec<Part<'_>> {
        let Some(Node { target, value: Some(value), .. }) = self.nodes.get(id) else {
            return Vec::new();
        };
        let mut references = 0;
        let part = |piece| match piece {
            Piece::Text(text) => Part::Text(text),
            Piece::Reference(written, to) => {
                references += 1;
                match self.by_target.get(&to) {
                    _ if to == *target => Part::Text(written),
                    Some(other) if self.refers_to_itself(*other) => Part::Text(written),
                    Some(other) => Part::Value(*other),
                    None => Part::Nothing(references),
                }
            }
        };
        self.syntax.pieces(value.expose()).into_iter().map(part).collect()
    }

    fn refers_to_itself(&self, id: usize) -> bool {
        self.nodes.get(id).is_some_and(|node| node.refers_to_itself)
    }

    /// A value whose references all have an outcome. What they make of it is taken from `left`.
    fn compose(
        &self,
        id: usize,
        outcomes: &Outcomes,
        left: &mut usize,
    ) -> Result<SecretString, String> {
        if self.nodes.get(id).is_none_or(|node| node.value.is_none()) {
            return Err("it cannot be decrypted".to_owned());
        }
        let parts = self.parts(id);
        let mut texts = Vec::with_capacity(parts.len());
        for part in &parts {
            texts.push(match part {
                Part::Text(text) => *text,
                Part::Nothing(number) => {
                    return Err(format!("its reference {number} leads to no secret that is there"));
                }
                Part::Value(other) => match outcomes.get(other) {
                    Some(Ok(value)) => value.expose(),
                    _ => {
                        let name = self.describe(*other);
                        return Err(format!(
                            "it refers to {name}, which has no value to put there"
                        ));
                    }
                },
            });
        }
        let length = texts.iter().fold(0_usize, |sum, text| sum.saturating_add(text.len()));
        if length > LONGEST {
            return Err(format!("with its references in place it is over {LONGEST} bytes long"));
        }
        if parts.iter().any(|part| matches!(part, Part::Value(_))) {
            *left = left.checked_sub(length).ok_or_else(|| {
                format!(
                    "with their references in place the secrets read are over {LONGEST_TOGETHER} \
                     bytes long together. Read fewer at once"
                )
            })?;
        }
        // At its full length from the start: growing would leave copies in memory.
        let mut value = String::with_capacity(length);
        texts.into_iter().for_each(|text| value.push_str(text));
        Ok(value.into())
    }

    /// From each value without an outcome to the first such one it leads to.
    fn endless(&self, waiting: &[usize], outcomes: &Outcomes) -> BTreeMap<usize, usize> {
        let next = |id: usize| self.leads_to(id).find(|other| !outcomes.contains_key(other));
        waiting.iter().filter_map(|id| Some((*id, next(*id)?))).collect()
    }

    fn why_endless(&self, id: usize, endless: &BTreeMap<usize, usize>, left: &mut usize) -> String {
        let too_deep = || format!("its references go deeper than {DEEPEST} values");
        let mut passed = vec![id];
        let mut at = id;
        while let Some(next) = endless.get(&at)
            && passed.len() < MOST_NAMES
            && *left > 0
        {
            if let Some(start) = passed.iter().position(|other| other == next) {
                let circle = passed.iter().skip(start).chain([next]);
                let circle: Vec<_> = circle.map(|id| self.describe(*id)).collect();
                let why = format!("its references go in a circle: {}", circle.join(", "));
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
        match self.nodes.get(id).map(|node| &node.target) {
            Some(Target { folder: Some(Elsewhere { environment, path }), name }) => {
                format!("{name:?} in environment {environment:?}, path {path:?}")
            }
            Some(Target { folder: None, name }) => format!("{name:?}"),
            None => "a secret".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn home() -> Elsewhere {
        Elsewhere { environment: "dev".into(), path: "/".into() }
    }

    fn expanded(syntax: Syntax, values: &[(&str, &str)]) -> Vec<Result<String, String>> {
        let mut expansion = Expansion::new(syntax);
        let ids: Vec<_> = values
            .iter()
            .map(|(name, value)| expansion.add(None, name, Some((*value).into())))
            .collect();
        let outcomes = expansion.expand(&ids).into_iter();
        outcomes.map(|one| one.map(|value| value.expose().to_owned())).collect()
    }

    fn dotted(values: &[(&str, &str)]) -> Vec<Result<String, String>> {
        expanded(Syntax::Dotted(home()), values)
    }

    fn ok(text: &str) -> Result<String, String> {
        Ok(text.to_owned())
    }

    #[test]
    fn references_are_put_in_place_whatever_the_order() {
        let values = [
            ("URL", "pg://${USER}:${PASS}@${USER}"),
            ("USER", "u${N}"),
            ("PASS", "${"),
            ("N", "1"),
        ];
        let found = [ok("pg://u1:${@u1"), ok("u1"), ok("${"), ok("1")];
        assert_eq!(dotted(&values), found);
        assert_eq!(expanded(Syntax::Names, &values), found);
        // What was put in place is not read for references again.
        assert_eq!(dotted(&[("A", "${B}C}"), ("B", "${"), ("C", "no")])[0], ok("${C}"));
    }

    #[test]
    fn the_first_of_a_name_counts_and_empty_braces_mean_nothing() {
        assert_eq!(dotted(&[("A", "1"), ("A", "2"), ("B", "${A}${}")])[1..], [ok("2"), ok("1${}")]);
    }

    #[test]
    fn a_value_that_refers_to_itself_stays_and_so_do_references_to_it() {
        let values = [("A", "x${A}"), ("B", "${A}${C}"), ("C", "${dev.C}")];
        let found = dotted(&values);
        assert_eq!(found, [ok("x${A}"), ok("${A}${C}"), ok("${dev.C}")]);
    }

    #[test]
    fn dots_lead_elsewhere_only_since_2024() {
        let values = [("A", "${prod.B}"), ("prod.B", "there")];
        assert_eq!(expanded(Syntax::Names, &values)[0], ok("there"));
        let mut expansion = Expansion::new(Syntax::Dotted(home()));
        let a = expansion.add(None, "A", Some("${prod.B} ${prod.x.y.B} ${dev.C}".into()));
        expansion.add(None, "C", Some("c".into()));
        let asked = expansion.ask(&[a]);
        let paths: Vec<_> = asked.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths, ["/", "/x/y"]);
        for (folder, value) in asked.into_iter().zip(["${C}1", "${prod.B}2"]) {
            expansion.add(Some(folder), "B", Some(value.into()));
        }
        assert!(expansion.ask(&[a]).is_empty());
        // A name alone is one of the folder expanded, wherever it is written.
        assert_eq!(expansion.expand(&[a])[0].as_ref().unwrap().expose(), "c1 c12 c");
    }

    #[test]
    fn what_leads_nowhere_is_told_without_the_text_of_the_value() {
        let mut expansion = Expansion::new(Syntax::Dotted(home()));
        let a = expansion.add(None, "A", Some("${B}${planted}".into()));
        let b = expansion.add(None, "B", Some("1".into()));
        let c = expansion.add(None, "C", Some("${A}${D}".into()));
        expansion.add(None, "D", None);
        let e = expansion.add(None, "E", Some("${D}".into()));
        let found = expansion.expand(&[a, b, c, e]);
        let why = |at: usize| found[at].as_ref().unwrap_err().clone();
        assert_eq!(why(0), "its reference 2 leads to no secret that is there");
        assert!(found[1].is_ok());
        assert!(why(2).contains("\"A\"") && why(3).contains("\"D\""));
        assert!(!format!("{found:?}").contains("planted"));
    }

    #[test]
    fn circles_depth_and_length_have_an_end() {
        let circle = dotted(&[("A", "${B}"), ("B", "${C}"), ("C", "${B}"), ("D", "d")]);
        assert!(circle[0].as_ref().unwrap_err().contains("circle: \"B\", \"C\", \"B\""));
        assert_eq!(circle[3], ok("d"));
        let chain: Vec<_> =
            (0..40).map(|at| (format!("N{at}"), format!("${{N{}}}", at + 1))).collect();
        let mut chain: Vec<_> =
            chain.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        chain.push(("N40", "end"));
        for reversed in [false, true] {
            if reversed {
                chain.reverse();
            }
            let found = dotted(&chain);
            assert_eq!(found.iter().filter(|one| one.is_ok()).count(), DEEPEST + 1);
        }
        let laughs: Vec<_> = (0..30)
            .map(|at| (format!("N{at}"), format!("${{N{0}}}${{N{0}}}xxxx", at + 1)))
            .chain([("N30".to_owned(), "ha".to_owned())])
            .collect();
        let laughs: Vec<_> =
            laughs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert!(dotted(&laughs)[29].is_ok() && dotted(&laughs)[0].is_err());
    }

    #[test]
    fn a_long_circle_is_told_in_few_names() {
        let names = |count: usize| (0..count).map(|at| format!("N{at}")).collect::<Vec<_>>();
        for (count, shown) in [(63, 64), (5_000, 0)] {
            let names = names(count);
            let next = names.iter().cycle().skip(1);
            let values: Vec<_> = next.take(count).map(|name| format!("${{{name}}}")).collect();
            let pairs = names.iter().zip(&values);
            let pairs: Vec<_> =
                pairs.map(|(name, value)| (name.as_str(), value.as_str())).collect();
            for outcome in dotted(&pairs) {
                assert_eq!(outcome.unwrap_err().matches("\"N").count(), shown, "{count}");
            }
        }
    }

    #[test]
    fn many_values_together_have_an_end() {
        let long = "x".repeat(LONGEST);
        let names: Vec<_> = (0..100).map(|at| format!("N{at}")).collect();
        let mut values: Vec<_> = names.iter().map(|name| (name.as_str(), "${LONG}")).collect();
        values.extend([("LONG", long.as_str()), ("SHORT", "s")]);
        let found = dotted(&values);
        assert_eq!(found.iter().filter(|one| one.is_ok()).count(), 64 + 2);
        assert!(found[99].as_ref().unwrap_err().contains("Read fewer at once"));
        assert_eq!(found[101], ok("s"));
    }

    /// A reason is given for every value, so reasons must not grow with the names they list.
    #[test]
    fn reasons_together_have_an_end() {
        let long = "x".repeat(LONGEST);
        let circle = format!("${{{long}}}");
        let names: Vec<_> = (0..100).map(|at| format!("N{at}")).collect();
        let mut values: Vec<_> =
            names.iter().map(|name| (name.as_str(), circle.as_str())).collect();
        values.extend([(long.as_str(), "${B}"), ("B", circle.as_str())]);
        let found = dotted(&values);
        let length: usize = found.iter().map(|one| one.as_ref().unwrap_err().len()).sum();
        assert!(length < LONGEST_TOGETHER + 100 * 100, "{length}");
    }

    proptest! {
        #[test]
        fn any_values_end_and_those_without_references_stay(
            values in proptest::collection::vec("[ABC${}.]{0,12}", 3),
            names in any::<bool>(),
        ) {
            let syntax = if names { Syntax::Names } else { Syntax::Dotted(home()) };
            let pairs: Vec<_> =
                ["A", "B", "C"].into_iter().zip(values.iter().map(String::as_str)).collect();
            let found = expanded(syntax, &pairs);
            for (value, outcome) in values.iter().zip(found) {
                if next_reference(value).is_none() {
                    prop_assert_eq!(outcome, Ok(value.clone()));
                }
            }
        }

        #[test]
        fn values_that_only_lead_backwards_become_what_replacing_makes_of_them(
            texts in proptest::collection::vec(("[a-z]{0,4}", any::<u8>(), "[a-z]{0,4}"), 1..12),
        ) {
            let mut plain: Vec<String> = Vec::new();
            let mut written: Vec<(String, String)> = Vec::new();
            for (at, (before, to, after)) in texts.iter().enumerate() {
                let to = usize::from(*to).checked_rem(at);
                let (reference, value) = match to {
                    Some(to) => (format!("${{N{to}}}"), plain[to].clone()),
                    None => Default::default(),
                };
                plain.push(format!("{before}{value}{after}"));
                written.push((format!("N{at}"), format!("{before}{reference}{after}")));
            }
            let written: Vec<_> =
                written.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let found: Result<Vec<_>, _> = dotted(&written).into_iter().collect();
            prop_assert_eq!(found, Ok(plain));
        }
    }
}
