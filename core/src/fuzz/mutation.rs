//! Runs every target on its seeds, and on mutations of them for a short time.
//!
//! The mutations are the same in each run, so that a failure can be repeated.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use super::{TARGETS, Target};

/// For the mutations of one target.
const TIME: Duration = Duration::from_millis(700);
/// The longest time of one input. It is long because other tests run at the same time.
const LONGEST: Duration = Duration::from_secs(10);
/// The longest input.
const MOST_BYTES: usize = 64 << 10;

/// What parsers treat specially.
const TOKENS: &[&str] = &[
    "\0",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\"",
    "'",
    "`",
    "\\",
    "\\u0000",
    "\\ud800",
    "#",
    "$",
    "${",
    "}",
    "=",
    ":",
    ".",
    "/",
    ";",
    "-",
    "---",
    "export ",
    "[",
    "]",
    "{",
    "{}",
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "18446744073709551616",
    "9223372036854775807",
    "id",
    "_id",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{e9}",
    "\u{1f600}",
    "%",
    "%2e",
    "..",
    "@",
    "?",
    "A=",
    "&a",
    "*a",
    "!!str",
];

#[derive(Debug, Clone)]
enum Edit {
    Set(Index, u8),
    Insert(Index, &'static str),
    Remove(Index, usize),
    /// Repeats a part so many times.
    Repeat(Index, usize, usize),
    /// Continues with another seed.
    Splice(Index, Index, Index),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = any::<Index>;
    let edit = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Edit::Set(at, byte)),
        (at(), prop::sample::select(TOKENS)).prop_map(|(at, token)| Edit::Insert(at, token)),
        (at(), 1_usize..40).prop_map(|(at, length)| Edit::Remove(at, length)),
        (at(), 1_usize..80, 1_usize..200)
            .prop_map(|(at, length, times)| { Edit::Repeat(at, length, times) }),
        (at(), at(), at()).prop_map(|(at, seed, from)| Edit::Splice(at, seed, from)),
    ];
    prop::collection::vec(edit, 0..8)
}

fn mutated(seeds: &[Vec<u8>], seed: Index, edits: &[Edit]) -> Vec<u8> {
    let mut input = seed.get(seeds).clone();
    for edit in edits {
        let place = |at: &Index| at.index(input.len() + 1);
        match edit {
            Edit::Set(at, byte) if !input.is_empty() => {
                let at = at.index(input.len());
                input[at] = *byte;
            }
            Edit::Set(..) => {}
            Edit::Insert(at, token) => {
                let at = place(at);
                input.splice(at..at, token.bytes());
            }
            Edit::Remove(at, length) => {
                let at = place(at);
                input.drain(at..(at + length).min(input.len()));
            }
            Edit::Repeat(at, length, times) => {
                let at = place(at);
                let part = input[at..(at + length).min(input.len())].repeat(*times);
                input.splice(at..at, part);
            }
            Edit::Splice(at, seed, from) => {
                input.truncate(place(at));
                let other = seed.get(seeds);
                input.extend(&other[from.index(other.len() + 1)..]);
            }
        }
        input.truncate(MOST_BYTES);
    }
    input
}

fn run(target: &Target, input: &[u8]) {
    let start = Instant::now();
    (target.run)(input);
    let time = start.elapsed();
    assert!(time < LONGEST, "{time:?} for {} bytes", input.len());
}

/// The number of mutations that were tried.
fn fuzz(target: &Target) -> usize {
    let seeds = (target.seeds)();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    let start = Instant::now();
    let config = Config { failure_persistence: None, cases: 16, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let mut tried = 0;
    while start.elapsed() < TIME {
        let result = runner.run(&(any::<Index>(), edits()), |(seed, edits)| {
            let input = mutated(&seeds, seed, &edits);
            let failed = std::panic::catch_unwind(|| run(target, &input)).is_err();
            let shown = || TestCaseError::fail(input.escape_ascii().to_string());
            if failed { Err(shown()) } else { Ok(()) }
        });
        if let Err(error) = result {
            panic!("target {}: {error}", target.name);
        }
        tried += 16;
    }
    tried
}

#[test]
#[should_panic(expected = "target planted")]
fn mutation_finds_a_planted_defect() {
    let run = |input: &[u8]| assert!(!input.windows(2).any(|pair| pair == b"}}"));
    fuzz(&Target { name: "planted", run, seeds: || vec![b"{a}".to_vec()] });
}

macro_rules! targets {
    ($($name:ident),+) => {
        $(#[test]
        fn $name() {
            let target = TARGETS.iter().find(|target| target.name == stringify!($name)).unwrap();
            (target.seeds)().iter().for_each(|seed| run(target, seed));
            assert!(fuzz(target) > 0);
        })+

        #[test]
        fn every_target_runs_in_tests() {
            let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($name)),+]);
        }
    };
}

targets! {
    answers, errors, formats, private_key, references, sealed, srp, symmetric, texts, times, tokens,
    trust, urls, variables, webhooks
}
