//! Calls of one program that overlap, against an honest server: whatever their order, no answer
//! contradicts what the store knows.

use proptest::prelude::*;

use super::contradiction::Contradiction;
use super::knowledge::{Deletion, Knowledge, Sighting};
use super::tests::{all, place, seen, soon};

const PROJECT: &str = "p1";
/// The most calls at a time.
const CALLS: usize = 4;
/// Calls meet only if they are about few secrets.
const NAMES: [&str; 3] = ["A", "B", "C"];

/// An honest server, with one folder.
#[derive(Default)]
struct Server {
    secrets: Vec<Sighting>,
    created: u32,
}

impl Server {
    fn find(&mut self, name: &str) -> Option<&mut Sighting> {
        self.secrets.iter_mut().find(|secret| secret.name == name)
    }

    fn create(&mut self, name: &str) -> Option<Sighting> {
        if self.find(name).is_some() {
            return None;
        }
        self.created += 1;
        let id = format!("id{}", self.created);
        self.secrets.push(seen(&id, name, 1));
        self.secrets.last().cloned()
    }

    fn update(&mut self, name: &str, new_name: &str) -> Option<Sighting> {
        if new_name != name && self.find(new_name).is_some() {
            return None;
        }
        let secret = self.find(name)?;
        *secret = seen(&secret.id, new_name, secret.version + 1);
        Some(secret.clone())
    }

    fn delete(&mut self, name: &str) -> Option<Sighting> {
        let index = self.secrets.iter().position(|secret| secret.name == name)?;
        Some(self.secrets.remove(index))
    }
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    List,
    Get,
    Create,
    Update,
    Rename,
    Delete,
    /// The connection breaks after the server has the request, or before.
    BrokenDelete,
}

/// A step of the program: begins a call in a slot that is free, or continues the call in it.
#[derive(Debug, Clone)]
struct Step {
    slot: usize,
    kind: Kind,
    name: &'static str,
    new_name: &'static str,
}

impl Step {
    /// What the server answers: the secrets that it found, stored or deleted.
    fn run(&self, server: &mut Server) -> Vec<Sighting> {
        let answer = match self.kind {
            Kind::List => return server.secrets.clone(),
            Kind::Get => server.find(self.name).cloned(),
            Kind::Create => server.create(self.name),
            Kind::Update => server.update(self.name, self.name),
            Kind::Rename => server.update(self.name, self.new_name),
            Kind::Delete | Kind::BrokenDelete => server.delete(self.name),
        };
        answer.into_iter().collect()
    }

    /// Whether one call gives a secret the name under which the other deletes or renames one. What
    /// the server then does, nobody can say.
    fn contends_with(&self, other: &Self) -> bool {
        self.ends_name(other.given_name()) || other.ends_name(self.given_name())
    }

    fn given_name(&self) -> Option<&str> {
        matches!(self.kind, Kind::Rename).then_some(self.new_name)
    }

    fn ends_name(&self, name: Option<&str>) -> bool {
        matches!(self.kind, Kind::Rename | Kind::Delete | Kind::BrokenDelete)
            && name == Some(self.name)
    }
}

fn step() -> impl Strategy<Value = Step> {
    use Kind::{BrokenDelete, Create, Delete, Get, List, Rename, Update};
    let kinds = vec![List, Get, Create, Update, Rename, Delete, BrokenDelete];
    let name = || prop::sample::select(&NAMES[..]);
    (0..CALLS, prop::sample::select(kinds), name(), name())
        .prop_map(|(slot, kind, name, new_name)| Step { slot, kind, name, new_name })
}

/// A call that waits for the server, or for its answer to be judged.
struct Call {
    step: Step,
    since: u64,
    /// The number of the change of the store that a renaming began.
    renaming: Option<u64>,
    deletion: Option<Deletion>,
    answer: Option<Vec<Sighting>>,
}

impl Call {
    fn begin(step: Step, known: &mut Knowledge) -> Self {
        let (since, until, names) = (known.change, soon(), [step.name.to_owned()]);
        let renaming = matches!(step.kind, Kind::Rename)
            .then(|| known.begin_to_rename(&place(), step.name, until));
        let deletion = matches!(step.kind, Kind::Delete | Kind::BrokenDelete)
            .then(|| known.begin_to_delete(&place(), &names, false, until));
        Self { step, since, renaming, deletion, answer: None }
    }

    /// Lets the server answer, and then the store judge the answer. Returns the call, unless it has
    /// ended.
    fn go_on(
        mut self,
        server: &mut Server,
        known: &mut Knowledge,
    ) -> Result<Option<Self>, Contradiction> {
        if let Some(answer) = self.answer.take() {
            return self.judge(answer, known).map(|()| None);
        }
        let answer = self.step.run(server);
        let is_broken = matches!(self.step.kind, Kind::BrokenDelete);
        Ok((!is_broken).then_some(Self { answer: Some(answer), ..self }))
    }

    fn judge(self, answer: Vec<Sighting>, known: &mut Knowledge) -> Result<(), Contradiction> {
        let Self { step, since, renaming, deletion, .. } = self;
        if let Some(deletion) = deletion {
            match answer.as_slice() {
                [] => known.stay(&deletion),
                _ => known.deleted(&deletion),
            }
            return Ok(());
        }
        let judged = match step.kind {
            Kind::List => {
                let ids: Vec<String> = answer.iter().map(|secret| secret.id.clone()).collect();
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                known.saw(since, PROJECT, answer, &all(&ids)).map(drop)
            }
            Kind::Get | Kind::Update if answer.is_empty() => {
                known.saw_nothing(since, &place(), step.name, false)
            }
            _ => known.saw(since, PROJECT, answer, &[]).map(drop),
        };
        if let Some(number) = renaming {
            known.end_change(PROJECT, number);
        }
        judged
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn overlapping_calls_with_an_honest_server_contradict_nothing(
        steps in prop::collection::vec(step(), 1..40)
    ) {
        let mut server = Server::default();
        let mut known = Knowledge::default();
        let mut calls: [Option<Call>; CALLS] = Default::default();
        for step in steps {
            let is_free = calls[step.slot].is_none();
            if is_free && calls.iter().flatten().any(|call| call.step.contends_with(&step)) {
                continue;
            }
            let slot = &mut calls[step.slot];
            *slot = match slot.take() {
                None => Some(Call::begin(step, &mut known)),
                Some(call) => match call.go_on(&mut server, &mut known) {
                    Ok(call) => call,
                    Err(contradiction) => {
                        return Err(TestCaseError::fail(contradiction.into_error("store").to_string()));
                    }
                },
            };
        }
    }
}
