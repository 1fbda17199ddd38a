//! Scenarios as they are written, and how one is run.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use infisical_e2ee::{Client, ErrorKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operation {
    op: String,
    client: Option<String>,
    #[serde(default)]
    args: Map<String, Value>,
    /// Absent, or anything at all: `null` expects nothing to come back.
    #[serde(default, deserialize_with = "present")]
    expect: Option<Value>,
    error: Option<Value>,
    save: Option<String>,
}

fn present<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(source).map(Some)
}

impl Scenario {
    /// The scenarios for this target and era, in the order of their file names. One that cannot be
    /// read is there as the reason.
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

    pub(crate) async fn run(self, setting: Setting) -> Result<(), String> {
        let mut steps = Vec::new();
        expand(self.steps, &setting.scenarios, &mut steps)?;
        let mut world = World {
            variables: Variables::of_scenario(&setting)?,
            clients: HashMap::new(),
            setting,
        };
        for (number, step) in steps.into_iter().enumerate() {
            let what = format!("step {} ({})", number + 1, step.op);
            step.run(&mut world).await.map_err(|reason| format!("{what}: {reason}"))?;
        }
        Ok(())
    }
}

/// What the steps of a scenario share.
pub(crate) struct World {
    pub(crate) setting: Setting,
    pub(crate) clients: HashMap<String, Client>,
    variables: Variables,
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

fn expand(steps: Vec<Step>, folder: &Path, into: &mut Vec<Operation>) -> Result<(), String> {
    for step in steps {
        match step {
            Step::Operation(operation) => into.push(operation),
            Step::Include(Include { include }) => {
                let fragment = read(&folder.join("fragments").join(format!("{include}.json")))?;
                expand(fragment, folder, into)?;
            }
        }
    }
    Ok(())
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))
}
