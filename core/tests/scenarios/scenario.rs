//! The format of scenarios, and how to run one.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use infisical_e2ee::{Client, ErrorKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use crate::Failure;
use crate::arguments::Arguments;
use crate::matching::{check, of_era};
use crate::operations::perform;
use crate::setting::Setting;
use crate::variables::Variables;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    pub(crate) name: String,
    targets: Vec<String>,
    eras: Option<Vec<String>>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Step {
    Include(Include),
    Operation(Operation),
}

/// Stands for the steps of `fragments/<include>.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Include {
    include: String,
}

/// The content of a fragment's file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Fragment {
    Steps(Vec<Step>),
    Once(OnceSteps),
}

/// Steps that run once, for the first scenario that includes them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnceSteps {
    once: bool,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operation {
    op: String,
    client: Option<String>,
    #[serde(default)]
    args: Map<String, Value>,
    /// The expected result, if any. `null` expects no result.
    #[serde(default, deserialize_with = "present")]
    expect: Option<Value>,
    error: Option<Value>,
    save: Option<String>,
}

fn present<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(source).map(Some)
}

impl Scenario {
    /// The scenarios for this target and era, in the order of their file names, or the reason why
    /// one cannot be read.
    pub(crate) fn read_all(setting: &Setting) -> Result<Vec<Result<Self, String>>, String> {
        let folder = fs::read_dir(&setting.scenarios)
            .map_err(|error| format!("{}: {error}", setting.scenarios.display()))?;
        let mut files: Vec<_> = folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
            .collect();
        files.sort();
        let scenarios = files.iter().map(|file| read::<Self>(file));
        Ok(scenarios.filter(|read| read.as_ref().map_or(true, |one| one.is_for(setting))).collect())
    }

    fn is_for(&self, setting: &Setting) -> bool {
        self.targets.contains(&setting.target)
            && self.eras.as_ref().is_none_or(|eras| eras.contains(&setting.era))
    }

    pub(crate) async fn run(self, mut setting: Setting, once: Once) -> Result<(), String> {
        // A scenario of trust stores has clients without one.
        let has_option = |step: &Step| match step {
            Step::Operation(operation) => operation.args.contains_key("trust_store"),
            Step::Include(_) => false,
        };
        setting.trust_stores &= !self.steps.iter().any(has_option);
        World::new(setting, once)?.run(self.steps).await
    }
}

/// The results of fragments that are run once, or why they failed, by name.
pub(crate) type Once = Arc<Mutex<HashMap<String, Result<Left, String>>>>;

#[derive(Clone)]
pub(crate) struct Left {
    clients: HashMap<String, Client>,
    variables: Variables,
}

/// The state that the steps of a scenario share.
pub(crate) struct World {
    pub(crate) setting: Setting,
    pub(crate) clients: HashMap<String, Client>,
    variables: Variables,
    once: Once,
}

impl World {
    fn new(setting: Setting, once: Once) -> Result<Self, String> {
        let variables = Variables::of_scenario(&setting)?;
        Ok(Self { setting, clients: HashMap::new(), variables, once })
    }

    async fn run(&mut self, steps: Vec<Step>) -> Result<(), String> {
        for (number, step) in steps.into_iter().enumerate() {
            let (what, outcome) = match step {
                Step::Operation(operation) => (operation.op.clone(), operation.run(self).await),
                Step::Include(Include { include }) => {
                    // Boxed, because a fragment may include others.
                    let outcome = Box::pin(self.include(&include)).await;
                    (include, outcome)
                }
            };
            outcome.map_err(|reason| format!("step {} ({what}): {reason}", number + 1))?;
        }
        Ok(())
    }

    async fn include(&mut self, name: &str) -> Result<(), String> {
        let file = self.setting.scenarios.join("fragments").join(format!("{name}.json"));
        let steps = match read(&file)? {
            Fragment::Steps(steps) => return self.run(steps).await,
            Fragment::Once(OnceSteps { once: true, steps }) => steps,
            Fragment::Once(_) => return Err(String::from("once can only be true")),
        };
        let known = self.once.lock().await.get(name).cloned();
        let left = match known {
            Some(left) => left,
            None => {
                let left = self.run_once(steps).await;
                self.once.lock().await.insert(name.to_owned(), left.clone());
                left
            }
        }?;
        self.clients.extend(left.clients);
        self.variables.take(left.variables);
        Ok(())
    }

    async fn run_once(&self, steps: Vec<Step>) -> Result<Left, String> {
        let mut world = Self::new(self.setting.clone(), self.once.clone())?;
        world.run(steps).await?;
        Ok(Left { clients: world.clients, variables: world.variables })
    }
}

impl Operation {
    async fn run(self, world: &mut World) -> Result<(), String> {
        let era = world.setting.era.clone();
        let args = world.variables.substitute(&Value::Object(self.args))?;
        let expected = self.expect.as_ref().and_then(|expect| of_era(expect, &era));
        let expected = expected.map(|expect| world.variables.substitute(expect)).transpose()?;
        let code = expected_code(self.error.as_ref(), &era)?;

        let outcome = perform(&self.op, self.client.as_deref(), Arguments::new(args), world).await;
        let result = match (outcome, code) {
            (Err(Failure::Scenario(reason)), _) => return Err(reason),
            (Err(Failure::Client(error)), Some(code)) if error.code() == code => return Ok(()),
            // With a trust store, what is gone was seen before.
            (Err(Failure::Client(error)), Some("not_found"))
                if world.setting.trust_stores && error.code() == "tampering_suspected" =>
            {
                return Ok(());
            }
            (Err(Failure::Client(error)), None) => {
                return Err(format!("{}: {error}", error.code()));
            }
            (Err(Failure::Client(error)), Some(code)) => {
                return Err(format!("expected {code}, got {}: {error}", error.code()));
            }
            (Ok(_), Some(code)) => return Err(format!("expected {code}, and it succeeded")),
            (Ok(result), None) => result,
        };
        if let Some(expected) = expected {
            check(&expected, &result, "result")?;
        }
        if let Some(name) = self.save {
            world.variables.set(name, result);
        }
        Ok(())
    }
}

fn expected_code<'a>(error: Option<&'a Value>, era: &str) -> Result<Option<&'a str>, String> {
    match error.and_then(|error| of_era(error, era)) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(code)) if ErrorKind::ALL.iter().any(|kind| kind.code() == code) => {
            Ok(Some(code))
        }
        Some(other) => Err(format!("{other} is no code of an error")),
    }
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))
}
