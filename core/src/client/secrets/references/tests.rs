//! Unit tests of references: parsing, expansion and limits.

use std::time::Instant;

use proptest::prelude::*;

use super::syntax::next_reference;
use super::*;
use crate::client::call::stoppable;

const DOTTED: Rules = Rules {
    syntax: Syntax::Dotted,
    unknown: UnknownReferences::Error,
    nested: NestedReferences::OwnFolder,
};
const NAMES: Rules = Rules { syntax: Syntax::Names, ..DOTTED };

fn folder(environment: &str, path: &str) -> Folder {
    Folder { environment: environment.into(), path: path.into() }
}

fn expansion(rules: Rules) -> Expansion {
    Expansion::new(rules, folder("dev", "/"))
}

fn expanded(rules: Rules, values: &[(&str, &str)]) -> Vec<Result<String, String>> {
    let mut expansion = expansion(rules);
    let ids: Vec<_> = values
        .iter()
        .map(|(name, value)| expansion.add(None, name, Some((*value).into())))
        .collect();
    let outcomes = expansion.expand(&ids, &Stop::default()).into_iter();
    outcomes.map(|one| one.map(|value| value.expose().to_owned())).collect()
}

fn dotted(values: &[(&str, &str)]) -> Vec<Result<String, String>> {
    expanded(DOTTED, values)
}

fn ok(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

#[test]
fn references_are_expanded_in_any_order() {
    let values =
        [("URL", "pg://${USER}:${PASS}@${USER}"), ("USER", "u${N}"), ("PASS", "${"), ("N", "1")];
    let found = [ok("pg://u1:${@u1"), ok("u1"), ok("${"), ok("1")];
    assert_eq!(dotted(&values), found);
    assert_eq!(expanded(NAMES, &values), found);
    // Expanded text is not parsed for references again.
    assert_eq!(dotted(&[("A", "${B}C}"), ("B", "${"), ("C", "no")])[0], ok("${C}"));
}

#[test]
fn duplicate_name_resolves_to_first_and_empty_braces_stay() {
    assert_eq!(dotted(&[("A", "1"), ("A", "2"), ("B", "${A}${}")])[1..], [ok("2"), ok("1${}")]);
}

#[test]
fn self_reference_stays_and_so_do_references_to_it() {
    let values = [("A", "x${A}"), ("B", "${A}${C}"), ("C", "${dev.C}")];
    let found = dotted(&values);
    assert_eq!(found, [ok("x${A}"), ok("${A}${C}"), ok("${dev.C}")]);
}

#[test]
fn dots_name_a_folder_only_since_2024() {
    let values = [("A", "${prod.B}"), ("prod.B", "there")];
    assert_eq!(expanded(NAMES, &values)[0], ok("there"));
    let mut expansion = expansion(DOTTED);
    let a = expansion.add(None, "A", Some("${prod.B} ${prod.x.y.B} ${dev.C}".into()));
    expansion.add(None, "C", Some("c".into()));
    let asked = expansion.ask(&[a], &Stop::default());
    let paths: Vec<_> = asked.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(paths, ["/", "/x/y"]);
    for (folder, value) in asked.iter().zip(["1", "${prod.B}2"]) {
        expansion.add(Some(folder), "B", Some(value.into()));
    }
    assert!(expansion.ask(&[a], &Stop::default()).is_empty());
    assert_eq!(expansion.expand(&[a], &Stop::default())[0].as_ref().unwrap().expose(), "1 12 c");
}

/// Both folders have a `HOST`; only the folder being read has `HERE`.
fn across_folders(rules: Rules) -> (Result<String, String>, Result<String, String>) {
    let mut expansion = expansion(rules);
    let url = expansion.add(None, "URL", Some("${prod.db.URL}".into()));
    let here = expansion.add(None, "ONLY", Some("${prod.db.ONLY}".into()));
    expansion.add(None, "HOST", Some("dev-host".into()));
    expansion.add(None, "HERE", Some("dev".into()));
    assert_eq!(expansion.ask(&[url, here], &Stop::default()), [folder("prod", "/db")]);
    let far = folder("prod", "/db");
    for (name, value) in [
        ("URL", "https://${HOST}/${prod.db.HOST}/${dev.HOST}/${URL}"),
        ("HOST", "prod-host"),
        ("ONLY", "${HERE}"),
    ] {
        expansion.add(Some(&far), name, Some(value.into()));
    }
    assert!(expansion.ask(&[url, here], &Stop::default()).is_empty());
    let text =
        |one: &Result<SecretString, String>| one.clone().map(|value| value.expose().to_owned());
    let found = expansion.expand(&[url, here], &Stop::default());
    (text(&found[0]), text(&found[1]))
}

#[test]
fn nested_name_is_looked_up_in_its_own_folder() {
    let (url, only) = across_folders(DOTTED);
    // The last reference is from the far secret to itself, so it stays, and so do references to it.
    assert_eq!(url, ok("${prod.db.URL}"));
    assert!(only.unwrap_err().contains("refers to \"ONLY\" in environment \"prod\", path \"/db\""));
    let mut expansion = expansion(DOTTED);
    let url = expansion.add(None, "URL", Some("${prod.URL} ${HOST}".into()));
    expansion.add(None, "HOST", Some("dev-host".into()));
    let prod = expansion.ask(&[url], &Stop::default()).remove(0);
    expansion.add(Some(&prod), "URL", Some("https://${HOST}/api".into()));
    expansion.add(Some(&prod), "HOST", Some("prod-host".into()));
    let found = expansion.expand(&[url], &Stop::default()).remove(0).unwrap();
    assert_eq!(found.expose(), "https://prod-host/api dev-host");
}

#[test]
fn nested_name_with_read_folder_is_looked_up_in_the_folder_read() {
    let rules = Rules { nested: NestedReferences::ReadFolder, ..DOTTED };
    let (url, only) = across_folders(rules);
    // `${URL}` is the one in the folder being read, which leads back.
    assert!(url.unwrap_err().contains("circular reference"));
    assert_eq!(only, ok("dev"));
}

#[test]
fn unknown_references_with_keep_stay_but_other_errors_remain() {
    for rules in [DOTTED, NAMES] {
        let rules = Rules { unknown: UnknownReferences::Keep, ..rules };
        let values = [
            ("NGINX", "${host}:${PORT}${nope.x.Y}${}"),
            ("PORT", "80"),
            ("UPON", "<${NGINX}>"),
            ("ONE", "${TWO}"),
            ("TWO", "${ONE}"),
        ];
        let found = expanded(rules, &values);
        let kept = "${host}:80${nope.x.Y}${}";
        assert_eq!(found[..3], [ok(kept), ok("80"), ok(&format!("<{kept}>"))]);
        assert!(found[3].as_ref().unwrap_err().contains("circular reference"));
        let mut broken = expansion(rules);
        let a = broken.add(None, "A", Some("${B}".into()));
        broken.add(None, "B", None);
        assert!(broken.expand(&[a], &Stop::default())[0].as_ref().unwrap_err().contains("\"B\""));
    }
}

#[test]
fn reference_to_itself_stays_and_circular_reference_is_an_error_with_error_and_keep() {
    for syntax in [Syntax::Names, Syntax::Dotted] {
        for unknown in [UnknownReferences::Error, UnknownReferences::Keep] {
            let rules = Rules { syntax, unknown, ..DOTTED };
            let values = [
                ("SELF", "<${SELF}${B}>"),
                ("TO_SELF", "${SELF}!"),
                ("B", "b"),
                ("ONE", "${TWO}"),
                ("TWO", "${ONE}"),
            ];
            let found = expanded(rules, &values);
            assert_eq!(found[..3], [ok("<${SELF}b>"), ok("${SELF}!"), ok("b")]);
            for circle in &found[3..] {
                assert!(circle.as_ref().unwrap_err().contains("circular reference"), "{circle:?}");
            }
        }
    }
}

/// A folder's long path is not copied for each reference in its values.
#[test]
fn long_folder_path_is_not_copied_per_reference() {
    let mut expansion = expansion(DOTTED);
    let path = "x".repeat(1 << 20);
    let a = expansion.add(None, "A", Some(format!("${{prod.{path}.A}}").into()));
    let far = expansion.ask(&[a], &Stop::default()).remove(0);
    expansion.add(Some(&far), "A", Some("${B}".repeat(1 << 16).into()));
    expansion.add(Some(&far), "B", Some("b".into()));
    assert!(expansion.ask(&[a], &Stop::default()).is_empty());
    assert_eq!(
        expansion.expand(&[a], &Stop::default())[0].as_ref().unwrap().expose().len(),
        1 << 16
    );
}

#[test]
fn unresolved_reference_error_omits_text_of_the_value() {
    let mut expansion = expansion(DOTTED);
    let a = expansion.add(None, "A", Some("${B}${planted}".into()));
    let b = expansion.add(None, "B", Some("1".into()));
    let c = expansion.add(None, "C", Some("${A}${D}".into()));
    expansion.add(None, "D", None);
    let e = expansion.add(None, "E", Some("${D}".into()));
    let found = expansion.expand(&[a, b, c, e], &Stop::default());
    let why = |at: usize| found[at].as_ref().unwrap_err().clone();
    assert_eq!(
        why(0),
        "its reference 2 names a secret that does not exist or that the credential cannot read, \
         and unknown_references is not \"keep\""
    );
    assert!(found[1].is_ok());
    assert!(why(2).contains("\"A\"") && why(3).contains("\"D\""));
    assert!(!format!("{found:?}").contains("planted"));
}

#[test]
fn expand_limits_circular_references_depth_and_length() {
    let circle = dotted(&[("A", "${B}"), ("B", "${C}"), ("C", "${B}"), ("D", "d")]);
    assert!(circle[0].as_ref().unwrap_err().contains("circular reference: \"B\", \"C\", \"B\""));
    assert_eq!(circle[3], ok("d"));
    let chain: Vec<_> = (0..40).map(|at| (format!("N{at}"), format!("${{N{}}}", at + 1))).collect();
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
fn long_circular_reference_error_lists_few_names() {
    let names = |count: usize| (0..count).map(|at| format!("N{at}")).collect::<Vec<_>>();
    for (count, shown) in [(63, 64), (5_000, 0)] {
        let names = names(count);
        let next = names.iter().cycle().skip(1);
        let values: Vec<_> = next.take(count).map(|name| format!("${{{name}}}")).collect();
        let pairs = names.iter().zip(&values);
        let pairs: Vec<_> = pairs.map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for outcome in dotted(&pairs) {
            assert_eq!(outcome.unwrap_err().matches("\"N").count(), shown, "{count}");
        }
    }
}

#[test]
fn expand_limits_total_length_of_values() {
    let long = "x".repeat(LONGEST);
    let names: Vec<_> = (0..100).map(|at| format!("N{at}")).collect();
    let mut values: Vec<_> = names.iter().map(|name| (name.as_str(), "${LONG}")).collect();
    values.extend([("LONG", long.as_str()), ("SHORT", "s")]);
    let found = dotted(&values);
    assert_eq!(found.iter().filter(|one| one.is_ok()).count(), 64 + 2);
    assert!(found[99].as_ref().unwrap_err().contains("Read fewer secrets at once"));
    assert_eq!(found[101], ok("s"));
}

/// Every value has its own error message, so messages must not grow with the names they list.
#[test]
fn expand_limits_total_length_of_errors() {
    let long = "x".repeat(LONGEST);
    let circle = format!("${{{long}}}");
    let names: Vec<_> = (0..100).map(|at| format!("N{at}")).collect();
    let mut values: Vec<_> = names.iter().map(|name| (name.as_str(), circle.as_str())).collect();
    values.extend([(long.as_str(), "${B}"), ("B", circle.as_str())]);
    let found = dotted(&values);
    let length: usize = found.iter().map(|one| one.as_ref().unwrap_err().len()).sum();
    assert!(length < LONGEST_TOGETHER + 100 * 100, "{length}");
}

proptest! {
    #[test]
    fn expand_of_any_values_ends_and_keeps_plain_ones(
        values in proptest::collection::vec("[ABC${}.]{0,12}", 3),
        names in any::<bool>(),
    ) {
        let rules = if names { NAMES } else { DOTTED };
        let pairs: Vec<_> =
            ["A", "B", "C"].into_iter().zip(values.iter().map(String::as_str)).collect();
        let found = expanded(rules, &pairs);
        for (value, outcome) in values.iter().zip(found) {
            if next_reference(value).is_none() {
                prop_assert_eq!(outcome, Ok(value.clone()));
            }
        }
    }

    #[test]
    fn expand_of_backward_references_equals_replacement(
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

/// The only blocking thread is free again long before the work would have ended.
#[test]
fn expansion_ends_once_nobody_waits_for_it() {
    // A chain of 32 values; each also refers to an empty value many times, which takes time to parse.
    let padding = "${Z}".repeat(5_000);
    let values: Vec<_> =
        (0..DEEPEST).map(|at| (format!("A{at}"), format!("{padding}${{A{}}}", at + 1))).collect();
    let prepared = || {
        let mut expansion = expansion(NAMES);
        let add = |(name, value): &(String, String)| {
            expansion.add(None, name, Some(value.as_str().into()))
        };
        let ids: Vec<_> = values.iter().map(add).collect();
        for (name, value) in [(format!("A{DEEPEST}"), "end"), ("Z".to_owned(), "")] {
            expansion.add(None, &name, Some(value.into()));
        }
        (expansion, ids)
    };
    let (expansion, ids) = prepared();
    let begun = Instant::now();
    let complete = expansion.expand(&ids, &Stop::default());
    let needed = begun.elapsed();
    assert_eq!(complete.first().unwrap().as_ref().unwrap().expose(), "end");

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .max_blocking_threads(1)
        .enable_time()
        .build()
        .unwrap();
    let (expansion, ids) = prepared();
    let begun = Instant::now();
    runtime.block_on(async {
        let work = stoppable(move |stop| expansion.expand(&ids, stop).len());
        tokio::time::timeout(needed / 10, work).await.unwrap_err();
        tokio::task::spawn_blocking(|| ()).await.unwrap();
    });
    assert!(begun.elapsed() < needed / 2, "{:?} of {needed:?}", begun.elapsed());
}
